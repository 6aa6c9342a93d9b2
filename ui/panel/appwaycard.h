// The way through the vendor's app, step by step for an owner or an installer, and what this window does
// meanwhile.
#pragma once

#include "ui/controllers/pagestate.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace Sigen {

class CopyButton;
class PlainLabel;
class SwitchPathBox;

class AppWayCard : public Card
{
    Q_OBJECT

public:
    explicit AppWayCard(QWidget *parent = nullptr);

    /// Empty: hides the card.
    void setWay(const std::optional<AppWay> &way);
    SwitchPathBox &path() { return *m_path; }

protected:
    void changeEvent(QEvent *event) override;

private:
    static QVBoxLayout *addStep(QVBoxLayout *column, int number);
    void render();

    std::optional<AppWay> m_way;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_why = nullptr;
    SwitchPathBox *m_path = nullptr;
    PlainLabel *m_turnOn = nullptr;
    PlainLabel *m_clients = nullptr;
    PlainLabel *m_ownAddress = nullptr;
    CopyButton *m_copy = nullptr;
    PlainLabel *m_wait = nullptr;
    PlainLabel *m_waiting = nullptr;
};

} // namespace Sigen
