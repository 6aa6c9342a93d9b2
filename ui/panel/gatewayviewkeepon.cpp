// Keeping the gateway of a page on: what is asked before, and what is said of it.

#include "ui/controllers/gatewaybook.h"
#include "ui/controllers/keeponcontroller.h"
#include "ui/controllers/servicebox.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/panel/gatewayview.h"
#include "ui/panel/keeponoffer.h"
#include "ui/panel/keepontab.h"
#include "ui/widgets/announcer.h"

namespace Sigen {

void GatewayView::wireKeepOn(const KeepOnTab &tab)
{
    connect(&m_keepOn, &KeepOnController::changed, this, &GatewayView::followKeepOn);
    connect(&m_keepOn, &KeepOnController::newsCame, this,
            [this](const QString &gateway, const QString &news) {
                if (gateway == m_page.controller.gateway().id && isVisible())
                    m_announcer->say(news);
            });
    connect(m_offer, &KeepOnOffer::switchRequested, this, &GatewayView::keepOn);
    connect(&tab, &KeepOnTab::switchRequested, this, &GatewayView::keepOn);
    connect(&tab, &KeepOnTab::serviceRequested, this, &GatewayView::useService);
    connect(&tab, &KeepOnTab::signInRequested, this, &GatewayView::focusSignIn);
}

void GatewayView::followKeepOn(const QString &gateway)
{
    if (gateway == m_page.controller.gateway().id)
        render();
}

void GatewayView::keepOn(bool on)
{
    const QString gateway = m_page.controller.gateway().id;
    const auto start = [this, gateway] { m_keepOn.start(gateway); };
    if (!on)
        m_keepOn.stop(gateway);
    else if (const std::optional<Question> question = m_keepOn.question(gateway))
        askThen(*question, start);
    else
        start();
}

void GatewayView::useService(bool on)
{
    const QString gateway = m_page.controller.gateway().id;
    if (on)
        askThen(
            serviceQuestion(m_keepOn.titleOf(gateway), m_keepOn.keepOn(gateway), m_keepOn.service().system()),
            [this, gateway] { m_keepOn.installService(gateway); });
    else
        m_keepOn.removeService(gateway);
}

void GatewayView::askThen(const Question &question, const std::function<void()> &accepted)
{
    auto *dialog = new QuestionDialog(question, window());
    m_question = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, accepted);
    connect(this, &QObject::destroyed, dialog, &QWidget::close);
    dialog->open();
}

} // namespace Sigen
