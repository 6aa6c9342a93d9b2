// "Protocol log": the frames both ways, filtered by channel and text, the chosen line in full below. Follows
// the newest line until the user scrolls up.
#pragma once

#include "ui/models/protocollogmodel.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedLayout;

namespace Sigen {

class CodeBox;
class CopyButton;
class PlainLabel;

class ProtocolLogTab : public QWidget
{
    Q_OBJECT

public:
    /// \a log must outlive it.
    explicit ProtocolLogTab(ProtocolLogModel &log, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeFilter();
    void makeList();
    void makeButtons();
    void retranslate();
    void applyFilter();
    void refresh();
    void showChosen();
    void keepPlace(int first, int last);
    void save();
    QString chosenText() const; ///< the selected lines; all that are shown when none is

    ProtocolLogModel &m_log;
    ProtocolLogFilter m_filter;
    QTimer m_typing; ///< filters once the user pauses
    bool m_follows = true; ///< the end of the list is in sight
    QLineEdit *m_text = nullptr;
    QComboBox *m_channel = nullptr;
    QStackedLayout *m_pages = nullptr; ///< the list, or why it is empty
    QListView *m_list = nullptr;
    PlainLabel *m_empty = nullptr;
    CodeBox *m_chosen = nullptr;
    PlainLabel *m_saved = nullptr; ///< how saving went
    PlainLabel *m_cut = nullptr; ///< that the log is not whole
    CopyButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_clear = nullptr;
};

} // namespace Sigen
