// What was tried from this computer and how far it came; the "Test port 502" button; on failure the cause and
// what to do next.
#pragma once

#include "ui/models/facts.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace Sigen {

class FailureBox;
class GatewayController;
class PlainLabel;
class StepList;
struct PageState;

class VerificationCardView : public Card
{
    Q_OBJECT

public:
    explicit VerificationCardView(GatewayController &gateway, QWidget *parent = nullptr);

    void render(const PageState &page);
    QPushButton *cancelButton() const { return m_cancel; }
    QPushButton *testButton() const { return m_test; }

Q_SIGNALS:
    void actionRequested(Sigen::FailureAction action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    GatewayController &m_gateway;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_when = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_test = nullptr;
    PlainLabel *m_nothing = nullptr;
    StepList *m_steps = nullptr;
    QFrame *m_warningBox = nullptr;
    PlainLabel *m_warnings = nullptr;
    FailureBox *m_failure = nullptr;
};

} // namespace Sigen
