#include "ui/panel/gatewayview.h"

#include "ui/controllers/gatewaybook.h"
#include "ui/controllers/keeponcontroller.h"
#include "ui/controllers/pagereport.h"
#include "ui/controllers/spokenpage.h"
#include "ui/controllers/watchcontroller.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/dialogs/reportsaving.h"
#include "ui/panel/appwaycard.h"
#include "ui/panel/connecttab.h"
#include "ui/panel/diagnosistab.h"
#include "ui/panel/gatewayheader.h"
#include "ui/panel/keeponoffer.h"
#include "ui/panel/keepontab.h"
#include "ui/panel/layerscard.h"
#include "ui/panel/livevaluestab.h"
#include "ui/panel/protocollogtab.h"
#include "ui/panel/servercard.h"
#include "ui/panel/signincard.h"
#include "ui/panel/situationbox.h"
#include "ui/panel/switchpathbox.h"
#include "ui/panel/verificationcard.h"
#include "ui/panel/watchbox.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/toggleswitch.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Tab { LiveValues, ConnectYourSystem, DiagnosisOfIt, KeepItOn, ProtocolLog };

} // namespace

GatewayView::GatewayView(GatewayPage &page, WatchController &watch, KeepOnController &keepOn, QWidget *parent)
    : QScrollArea(parent)
    , m_page(page)
    , m_watch(watch)
    , m_keepOn(keepOn)
{
    GatewayController &controller = page.controller;
    m_header = new GatewayHeader(controller);
    m_situation = new SituationBox;
    m_layers = new LayersCard;
    m_signIn = new SignInCard(controller);
    buildOtherWay();
    m_appWay = new AppWayCard;
    m_watchBox = new WatchBox(watch);
    m_server = new ServerCardView(controller);
    m_offer = new KeepOnOffer;
    m_verification = new VerificationCardView(controller);
    m_tabs = new QTabWidget;
    m_tabs->setObjectName("tabs"_L1);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(new LiveValuesTab(page.live), QString());
    m_tabs->addTab(new ConnectTab(page.snippets), QString());
    m_diagnosis =
        new DiagnosisTab(page.diagnosis, page.evidence, [&page] { return PageReport(page).text(); });
    m_tabs->addTab(m_diagnosis, QString());
    auto *const keepOnTab = new KeepOnTab(keepOn, controller);
    m_tabs->addTab(keepOnTab, QString());
    m_tabs->addTab(new ProtocolLogTab(page.log), QString());
    m_tabsCard = new Card;
    auto *tabsLayout = new QVBoxLayout(m_tabsCard);
    tabsLayout->setContentsMargins(Card::padding, Card::padding / 2, Card::padding, Card::padding);
    tabsLayout->addWidget(m_tabs);

    auto *content = new QWidget;
    content->setObjectName("page"_L1);
    auto *layout = new QVBoxLayout(content);
    constexpr int side = 18;
    constexpr int edge = 14;
    layout->setContentsMargins(side, edge, side, edge);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_situation);
    layout->addWidget(m_layers);
    layout->addWidget(m_signIn);
    layout->addWidget(m_otherWay);
    layout->addWidget(m_appWay);
    layout->addWidget(m_watchBox);
    layout->addWidget(m_server);
    layout->addWidget(m_offer);
    layout->addWidget(m_verification);
    layout->addWidget(m_tabsCard);
    layout->addStretch();
    setWidget(content);
    m_announcer = new Announcer(content);
    m_shown = m_page.controller.page();
    setWidgetResizable(true);
    // In the smallest window with large letters a few pixels may be missing: better scrolled than cut.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);

    connect(&controller, &GatewayController::changed, this, &GatewayView::render);
    connect(&m_watch, &WatchController::changed, this, &GatewayView::showWatch);
    connect(&controller, &GatewayController::questionAsked, this, &GatewayView::ask);
    connect(&controller, &GatewayController::deviceChanged, this, &GatewayView::startAfresh);
    wireKeepOn(*keepOnTab);
    connect(m_header, &GatewayHeader::formWanted, this, &GatewayView::focusSignIn);
    connect(m_situation, &SituationBox::actionRequested, this, &GatewayView::act);
    connect(m_layers, &LayersCard::actionRequested, this, &GatewayView::act);
    connect(&m_appWay->path(), &SwitchPathBox::roleChosen, this, &GatewayView::roleChosen);
    connect(&m_appWay->path(), &SwitchPathBox::messageWanted, this, &GatewayView::installerMessageWanted);
    connect(m_signIn, &SignInCard::actionRequested, this, &GatewayView::act);
    connect(m_verification, &VerificationCardView::actionRequested, this, &GatewayView::act);
    connect(m_diagnosis, &DiagnosisTab::reportWanted, this, &GatewayView::saveReport);
    connect(m_diagnosis, &DiagnosisTab::sheetWanted, this, [this] {
        saveSheet(m_page, this, [this](const QString &sentence) { m_diagnosis->tellSaved(sentence); });
    });
    connect(m_diagnosis, &DiagnosisTab::spoken, m_announcer, &Announcer::say);
    connect(m_tabs, &QTabWidget::currentChanged, this, &GatewayView::render);
    connect(&page.diagnosis, &DiagnosisController::runningChanged, this, &GatewayView::followDiagnosis);
    retranslate();
}

void GatewayView::buildOtherWay()
{
    m_otherWayText = new PlainLabel;
    m_showAppWay = new QPushButton;
    m_showAppWay->setObjectName("showAppWay"_L1);
    m_otherWay = new Card;
    auto *layout = new QHBoxLayout(m_otherWay);
    layout->setContentsMargins(Card::padding, Card::padding - 2, Card::padding, Card::padding - 2);
    layout->addWidget(m_otherWayText, 1);
    layout->addWidget(m_showAppWay);
    connect(m_showAppWay, &QPushButton::clicked, this, [this] { act(PageAction::ShowAppWay); });
}

void GatewayView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GatewayView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    m_page.controller.setVisible(true);
}

void GatewayView::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    m_page.controller.setVisible(false);
}

void GatewayView::retranslate()
{
    m_showAppWay->setText(actionText(PageAction::ShowAppWay));
    m_tabs->setTabText(LiveValues, tr("Live values"));
    m_tabs->setTabText(ConnectYourSystem, tr("Connect your system"));
    m_tabs->setTabText(DiagnosisOfIt, tr("Diagnosis"));
    m_tabs->setTabText(KeepItOn, tr("Keep it on"));
    m_tabs->setTabText(ProtocolLog, tr("Protocol log"));
    m_tabs->setAccessibleName(tr("More about this gateway"));
    render();
}

void GatewayView::startAfresh()
{
    m_signIn->startAfresh();
    m_server->startAfresh();
    if (m_question)
        m_question->reject();
}

void GatewayView::render()
{
    const PageState page = m_page.controller.page();
    m_announcer->say(spokenChange(m_shown, page));
    m_shown = page;
    m_focus.look();
    m_header->render(page);
    m_situation->setCard(page.card, page.isBusy, page.showsForm);
    m_layers->render(page);
    m_appWay->setWay(page.appWay);
    showWatch();
    m_signIn->setVisible(page.showsForm);
    m_otherWay->setVisible(!page.otherWay.isEmpty());
    m_otherWayText->setText(page.otherWay);
    m_signIn->render(page);
    m_server->setVisible(page.isSignedIn);
    m_server->render(page.server);
    const KeepOn kept = m_keepOn.keepOn(m_page.controller.gateway().id);
    m_offer->setVisible(page.offersKeepOn && !kept.isDemo);
    m_offer->render(kept);
    // Values and snippets are of use once Modbus has answered; before that the page stays calm.
    const bool tabs = page.hasModbus || m_tabsWanted || kept.isWanted;
    m_tabsCard->setVisible(tabs);
    // A diagnosis says the same and more.
    const bool isDiagnosed =
        tabs && m_tabs->currentIndex() == DiagnosisOfIt && m_page.diagnosis.isNewest() && !page.isBusy;
    m_verification->setVisible(page.verification.isShown && !isDiagnosed);
    m_verification->render(page);
    if (tabs && !m_hadTabs && page.situation == Situation::AlreadyOn)
        m_tabs->setCurrentIndex(ConnectYourSystem); // what comes next; nothing has to be switched
    m_hadTabs = tabs;
    // What is left over goes to the tabs, or below everything.
    auto *const layout = static_cast<QVBoxLayout *>(widget()->layout());
    layout->setStretchFactor(m_tabsCard, tabs ? 1 : 0);
    layout->setStretch(layout->count() - 1, tabs ? 0 : 1);
    m_focus.settle(page.isBusy, *m_verification->cancelButton(),
                   [this](QWidget *startedFrom) { giveFocusBack(startedFrom); });
}

void GatewayView::followDiagnosis()
{
    render();
    // Rows have come above the button, or what was found below it; they are laid out after this.
    QTimer::singleShot(0, this, [this] {
        if (m_diagnosis->isVisible())
            ensureWidgetVisible(m_diagnosis->nextToSee());
    });
}

/// Where the way through the app is, and wherever its gateway is watched.
void GatewayView::showWatch()
{
    const QString id = m_page.controller.gateway().id;
    const bool isWatched = m_watch.isRunning() && m_watch.watched().gateway == id;
    const bool isKeptOn = m_keepOn.keepOn(id).isOn(); // then it is watched anyway
    m_watchBox->setVisible((m_shown.appWay && !isKeptOn) || isWatched);
    m_watchBox->setGateway(id, m_page.controller.modbusPort());
}

void GatewayView::giveFocusBack(QWidget *startedFrom)
{
    const auto isIn = [startedFrom](const QWidget *card) {
        return startedFrom && card->isAncestorOf(startedFrom);
    };
    QWidget *const serverSwitch = m_server->switchButton();
    if (!m_page.controller.isSignedIn() && (isIn(m_signIn) || isIn(m_header)))
        focusNextThing();
    else if (startedFrom && FocusKeeper::canHaveFocus(*startedFrom))
        startedFrom->setFocus(Qt::OtherFocusReason);
    else if (startedFrom && !isIn(m_verification) && FocusKeeper::canHaveFocus(*serverSwitch))
        serverSwitch->setFocus(Qt::OtherFocusReason);
    else if (FocusKeeper::canHaveFocus(*m_verification->testButton()))
        m_verification->testButton()->setFocus(Qt::OtherFocusReason);
    else
        focusNextThing();
}

void GatewayView::focusNextThing()
{
    if (m_shown.showsForm)
        m_signIn->focusForm();
    else if (QPushButton *const button = m_situation->primaryButton())
        button->setFocus(Qt::OtherFocusReason);
    else if (m_shown.isSignedIn && FocusKeeper::canHaveFocus(*m_server->switchButton()))
        m_server->switchButton()->setFocus(Qt::OtherFocusReason);
}

void GatewayView::focusSignIn()
{
    if (m_page.controller.isSignedIn())
        return;
    if (!m_page.controller.page().showsForm)
        m_page.controller.wantForm();
    ensureWidgetVisible(m_signIn);
    m_signIn->focusForm();
}

void GatewayView::setInstaller(bool isInstaller)
{
    m_appWay->path().setInstaller(isInstaller);
}

void GatewayView::showLog()
{
    m_tabsWanted = true;
    render();
    showTab(ProtocolLog);
}

void GatewayView::showDiagnosis()
{
    m_tabsWanted = true;
    render();
    showTab(DiagnosisOfIt);
    m_diagnosis->focusRun();
}

void GatewayView::showKeepOn()
{
    m_tabsWanted = true;
    render();
    showTab(KeepItOn);
}

void GatewayView::showTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
    ensureWidgetVisible(m_tabsCard);
    m_tabs->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void GatewayView::ask(const Question &question)
{
    auto *dialog = new QuestionDialog(question, window());
    m_question = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &m_page.controller, &GatewayController::acceptQuestion);
    connect(dialog, &QuestionDialog::otherAccepted, this, [this] {
        m_server->startAfresh(); // what was typed there is not wanted
        m_page.controller.acceptOther();
    });
    connect(dialog, &QDialog::rejected, &m_page.controller, &GatewayController::rejectQuestion);
    connect(this, &QObject::destroyed, dialog, &QWidget::close);
    dialog->open();
}

void GatewayView::act(PageAction action)
{
    GatewayController &controller = m_page.controller;
    switch (action) {
    case PageAction::TestAgain:
        controller.testPort();
        break;
    case PageAction::TryAgain:
        controller.repeat();
        break;
    case PageAction::ReadState:
        controller.refresh();
        break;
    case PageAction::SignIn:
        focusSignIn();
        break;
    case PageAction::CopyDetails: // by its button, which says so
        break;
    case PageAction::SaveReport:
        saveReport();
        break;
    case PageAction::WhereTheSwitchIs:
        Q_EMIT guidanceWanted();
        break;
    case PageAction::Repair:
        controller.repair();
        break;
    case PageAction::LookElsewhere:
        controller.searchElsewhere();
        break;
    case PageAction::TurnOnAgain:
        controller.turnOn();
        break;
    case PageAction::ConnectYourSystem:
        showTab(ConnectYourSystem);
        break;
    case PageAction::AskAgain:
        Q_EMIT askWanted();
        break;
    case PageAction::ScanNetwork:
        Q_EMIT scanWanted();
        break;
    case PageAction::WatchNetwork:
        m_watch.watch();
        break;
    case PageAction::ThisIsMyGateway:
        controller.confirmMine();
        break;
    case PageAction::Diagnose:
        showDiagnosis();
        break;
    case PageAction::ShowAppWay:
        controller.wantAppWay();
        break;
    case PageAction::MessageToInstaller:
        Q_EMIT installerMessageWanted();
        break;
    }
}

void GatewayView::saveReport()
{
    Sigen::saveReport(m_page, this, [this](const QString &sentence) { m_diagnosis->tellSaved(sentence); });
}

} // namespace Sigen
