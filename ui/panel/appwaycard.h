// The way through the vendor's app, step by step for an owner or an installer, and what this window does
// meanwhile.
#pragma once

#include "ui/controllers/pagestate.h"
#include "ui/models/facts.h"
#include "ui/widgets/card.h"

class QPushButton;
class QVBoxLayout;

namespace Sigen {

class CopyButton;
class LinkButton;
class PlainLabel;

class AppWayCard : public Card
{
    Q_OBJECT

public:
    explicit AppWayCard(QWidget *parent = nullptr);

    /// Empty: hides the card.
    void setWay(const std::optional<AppWay> &way);
    void setInstaller(bool isInstaller); ///< else the owner

Q_SIGNALS:
    void roleChosen(bool isInstaller); ///< by the user
    void actionRequested(Sigen::PageAction action);

protected:
    void changeEvent(QEvent *event) override;

private:
    QVBoxLayout *addStep(QVBoxLayout *column, int number, PlainLabel *title, QWidget *beside = nullptr);
    QPushButton *newRole(const char *name);
    void render();

    std::optional<AppWay> m_way;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_why = nullptr;
    PlainLabel *m_open = nullptr;
    QPushButton *m_owner = nullptr;
    QPushButton *m_installer = nullptr;
    PlainLabel *m_path = nullptr;
    PlainLabel *m_remark = nullptr;
    LinkButton *m_message = nullptr;
    PlainLabel *m_turnOn = nullptr;
    PlainLabel *m_clients = nullptr;
    PlainLabel *m_ownAddress = nullptr;
    CopyButton *m_copy = nullptr;
    PlainLabel *m_wait = nullptr;
    PlainLabel *m_waiting = nullptr;
};

} // namespace Sigen
