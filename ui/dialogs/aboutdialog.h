// What the program is, its version, and under which licences it and its libraries stand. The licence texts
// come from :/sigen/licenses; without them their page is left out.
#pragma once

#include "ui/dialogs/dialog.h"

#include <QStringList>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace Sigen {

class ScrollBody;

class AboutDialog : public Dialog
{
    Q_OBJECT

public:
    AboutDialog(const QString &version, const QString &homepage, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeAbout() const;
    QWidget *makeLicenses(const QStringList &files);
    void retranslate();
    void showLicense();

    QString m_version;
    QString m_homepage;
    QTabWidget *m_pages;
    ScrollBody *m_about;
    QWidget *m_content = nullptr; ///< of the first page; made anew for each language
    QLabel *m_licenseLabel = nullptr; ///< null while there are no licence texts, like the two below
    QComboBox *m_license = nullptr; ///< data: the file's path
    QPlainTextEdit *m_licenseText = nullptr;
    QDialogButtonBox *m_buttons;
};

} // namespace Sigen
