// The left side of the window: which network to scan, what was found, and the ways in when nothing was.
#pragma once

#include <QWidget>

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace Sigen {

class Announcer;
class DiscoveryController;
class ElidedComboBox;
class HostListView;
class LinkButton;
class PlainLabel;
class SavedGatewaysController;
struct Question;

class DiscoveryView : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    DiscoveryView(DiscoveryController &discovery, SavedGatewaysController &saved, QWidget *parent = nullptr);

    /// Puts the cursor into "Add by address".
    void askForAddress();
    void askForNetwork(); ///< which other one to scan

Q_SIGNALS:
    void forgetRequested(const QString &id); ///< after a question
    void pageWanted(); ///< a row was pressed: its page is where the user goes

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    void retranslate();
    void showChoices();
    void showScan();
    void showEmptyState();
    void chooseNetwork(int index);
    void add();
    void showProblem(const QString &sentence);
    void confirm(const Question &question);
    void showMenu(int row, const QPoint &globalPosition);
    void rename(const QString &id, const QString &name);
    void askToForget(const QString &id, const QString &title);

    DiscoveryController &m_discovery;
    SavedGatewaysController &m_saved;
    Announcer *m_announcer = nullptr;
    ElidedComboBox *m_networks = nullptr;
    QPushButton *m_scan = nullptr;
    QProgressBar *m_progress = nullptr;
    PlainLabel *m_status = nullptr;
    HostListView *m_list = nullptr;
    QWidget *m_empty = nullptr;
    PlainLabel *m_emptyText = nullptr;
    QPushButton *m_emptyButton = nullptr;
    PlainLabel *m_problem = nullptr;
    QLineEdit *m_address = nullptr;
    QPushButton *m_add = nullptr;
    PlainLabel *m_demoText = nullptr;
    LinkButton *m_demo = nullptr;
};

} // namespace Sigen
