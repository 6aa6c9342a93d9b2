// Where the switch is in the vendor's app, for an owner or an installer: the path, and what to do when the
// entry is missing.
#pragma once

#include <QWidget>

class QPushButton;

namespace Sigen {

class LinkButton;
class PlainLabel;

class SwitchPathBox : public QWidget
{
    Q_OBJECT

public:
    explicit SwitchPathBox(QWidget *parent = nullptr);

    void setTitle(const QString &title); ///< beside the choice of the role
    void setInstaller(bool isInstaller); ///< else the owner

Q_SIGNALS:
    void roleChosen(bool isInstaller); ///< by the user
    void messageWanted(); ///< to the installer

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *newRole(const char *name);
    void render();

    PlainLabel *m_title = nullptr;
    QPushButton *m_owner = nullptr;
    QPushButton *m_installer = nullptr;
    PlainLabel *m_path = nullptr;
    PlainLabel *m_remark = nullptr;
    LinkButton *m_message = nullptr;
};

} // namespace Sigen
