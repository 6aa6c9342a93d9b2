// What was tried from this computer and how far it came; the "Test port 502" button; on failure the cause and
// what to do next.
#pragma once

#include "ui/models/facts.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace Sigen {

class FailureBox;
class GatewayController;
class LinkButton;
class PlainLabel;
class StepList;
struct PageState;
struct VerificationCard;

class VerificationCardView : public Card
{
    Q_OBJECT

public:
    explicit VerificationCardView(GatewayController &gateway, QWidget *parent = nullptr);

    void render(const PageState &page);
    QPushButton *cancelButton() const { return m_cancel; }
    QPushButton *testButton() const { return m_test; }

Q_SIGNALS:
    void actionRequested(Sigen::PageAction action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renderHead(const VerificationCard &card, bool folded);

    GatewayController &m_gateway;
    QLabel *m_mark = nullptr;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_when = nullptr;
    LinkButton *m_stepsLink = nullptr; ///< folds the steps out and in
    QWidget *m_next = nullptr; ///< what comes once all is done
    PlainLabel *m_nextText = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_test = nullptr;
    PlainLabel *m_nothing = nullptr;
    StepList *m_steps = nullptr;
    QFrame *m_warningBox = nullptr;
    PlainLabel *m_warnings = nullptr;
    FailureBox *m_failure = nullptr;
    FailureBox *m_finding = nullptr; ///< of a search at other addresses
    bool m_unfolded = false; ///< the user wants to see the steps though all are ticked
};

} // namespace Sigen
