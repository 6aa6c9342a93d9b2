#include "scenes.h"

#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/guidancedialog.h"
#include "ui/dialogs/letterdialog.h"
#include "ui/dialogs/networkdialog.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/dialogs/renamedialog.h"
#include "ui/dialogs/userguidedialog.h"
#include "ui/panel/gatewayview.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static constexpr int patience = 20000; // ms

QStringList Scene::names()
{
    return {
        u"first start"_s,
        u"many hosts"_s,
        u"signed out"_s,
        u"signed out, advanced"_s,
        u"sign-in refused"_s,
        u"already on"_s,
        u"the way through the app"_s,
        u"not proved"_s,
        u"no gateway"_s,
        u"nothing answers"_s,
        u"was on, is off now"_s,
        u"no keychain"_s,
        u"off"_s,
        u"turning on"_s,
        u"on, live values before the start"_s,
        u"on, live values"_s,
        u"on, connect your system"_s,
        u"on, diagnosis before the run"_s,
        u"on, diagnosis"_s,
        u"port closed, diagnosis"_s,
        u"on, keep it on"_s,
        u"on, protocol log"_s,
        u"port closed"_s,
        u"port closed, details"_s,
        u"the demo"_s,
        u"dialog: turn off?"_s,
        u"dialog: turn on?"_s,
        u"dialog: notice"_s,
        u"dialog: where the switch is"_s,
        u"dialog: message to my installer"_s,
        u"dialog: network"_s,
        u"dialog: network, refused"_s,
        u"dialog: rename"_s,
        u"dialog: about"_s,
        u"dialog: user guide"_s,
    };
}

Scene::Scene(const QString &name)
{
    if (name.startsWith("dialog: "_L1))
        playDialog(name.sliced(8));
    else
        play(name);
}

Scene::~Scene()
{
    delete m_dialog;
}

QStringList Scene::foreignWords() const
{
    QStringList words{
        u"Sigen Modbus"_s,
        u"Sigenergy"_s,
        u"SigenStor"_s,
        u"mySigen"_s,
        u"Modbus TCP"_s,
        u"Modbus"_s,
        u"WebSocket"_s,
        // languages in their own words
        u"English"_s,
        u"Deutsch"_s,
        u"简体中文"_s,
        u"中文"_s,
        // as GatewayController::profileTitle() calls them after their files
        u"Home Assistant"_s,
        u"evcc"_s,
        u"Node-RED"_s,
        u"openHAB"_s,
        u"ioBroker"_s,
        u"Telegraf"_s,
        u"MIT"_s,
        u"Qt"_s,
        u"test0"_s,
        u"Ctrl"_s,
        u"admin"_s,
    };
    // Written in the profile's file.
    for (const QString &name : builtInProfileNames())
        words += builtInProfile(name).title;
    if (m_gateway)
        words += {m_gateway->address().toString(), u"EC 10.0 TP"_s};
    return words;
}

void Scene::begin(bool enabled, const QStringList &faults)
{
    m_gateway = startGateway(enabled, faults);
    GatewayEnvironment environment = quickEnvironment();
    // A page that waits for a reply does so until it was looked at.
    if (faults.contains(u"write-no-reply"_s))
        environment.timeouts = Timeouts::all(60s);
    m_world = std::make_unique<WindowWorld>(
        discoveryAround(*m_gateway, {interfaceAround(m_gateway->address())}), environment);
    m_world->window().show();
    if (!QTest::qWaitForWindowExposed(&m_world->window()))
        qFatal("The window did not show.");
}

void Scene::turnOn()
{
    m_world->open(*m_gateway);
    m_world->signIn(rightPassword());
    m_world->click("serverSwitch");
    if (!m_world->accept())
        qFatal("Nothing was asked before the first change.");
    m_world->wait();
}

void Scene::readValues()
{
    LiveValuesController &live = m_world->book().current()->live;
    live.start();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(live.hasValues(), patience); }();
}

void Scene::diagnose(bool runs)
{
    DiagnosisController &diagnosis = m_world->book().current()->diagnosis;
    diagnosis.setOptions({false, true}); // the link test takes 20 seconds
    m_world->window().findChild<GatewayView *>()->showDiagnosis();
    if (runs)
        m_world->click("runDiagnosis");
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!diagnosis.isRunning(), patience); }();
}

void Scene::fillList()
{
    constexpr int count = 200;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < count; ++i) {
        Gateway saved; // on loopback: they are asked
        saved.places = {placeAt(u"127.213.%1.%2"_s.arg(i / 100).arg(i % 100 + 1))};
        saved.serial = u"%1"_s.arg(1101234567890 + i);
        saved.serialFrom = SerialSource::Saved;
        saved.lastSeen = now.addDays(-i);
        if (i % 3 != 0)
            saved.before = SettingEvidence{i % 3 == 1, {}, {}, saved.lastSeen};
        m_world->registry().absorb(saved);
    }
    m_world->discovery().scan();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!m_world->discovery().isScanning(), patience); }();
}

/// What a scan would have seen at the address.
void Scene::see(ServiceState webSocket, ServiceState modbus, bool vendorMac)
{
    Gateway gateway = m_world->gateway().gateway();
    Place &place = gateway.places.first();
    place.webSocket.state = webSocket;
    place.modbus.state = modbus;
    place.vendorMac = vendorMac;
    place.mac = vendorMac ? u"0c:47:a9:90:12:41"_s : QString();
    place.seen = webSocket != ServiceState::Filtered;
    place.silent = !place.seen;
    place.settled = true;
    m_world->gateway().setGateway(gateway);
}

/// Before the page is opened.
void Scene::rememberAsOn()
{
    Gateway saved;
    saved.places = {placeAt(m_gateway->address().toString())};
    saved.serial = u"110A1234567890"_s;
    saved.serialFrom = SerialSource::Saved;
    saved.lastSeen = QDateTime::currentDateTimeUtc().addDays(-4);
    saved.before = SettingEvidence{true, {}, {}, saved.lastSeen};
    m_world->registry().absorb(saved);
}

void Scene::playSituation(const QString &name)
{
    if (name == "the way through the app"_L1)
        see(ServiceState::Closed, ServiceState::Closed, true);
    else if (name == "not proved"_L1)
        see(ServiceState::Handshake, ServiceState::Silent, true);
    else if (name == "no gateway"_L1)
        see(ServiceState::Open, ServiceState::Closed, false);
    else if (name == "nothing answers"_L1)
        see(ServiceState::Filtered, ServiceState::Filtered, false);
}

void Scene::play(const QString &name)
{
    const bool closed = name.startsWith("port closed"_L1);
    const bool on = name.startsWith("on, "_L1);
    if (closed)
        begin(false, {u"port-never-opens"_s});
    else if (name == "turning on"_L1)
        begin(false, {u"write-no-reply"_s});
    else
        begin(name == "already on"_L1);
    if (name == "was on, is off now"_L1)
        rememberAsOn();
    if (name == "first start"_L1)
        return;
    if (name == "many hosts"_L1)
        return fillList();
    if (name == "the demo"_L1) {
        m_world->click("tryDemo");
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_world->has("signIn"), patience); }();
        return;
    }
    if (on || closed) {
        turnOn();
        if (name.contains("diagnosis"_L1))
            diagnose(!name.endsWith("before the run"_L1));
        if (name.endsWith("details"_L1)) {
            [&] { QTRY_VERIFY(m_world->has("failureMore")); }();
            m_world->click("failureMore");
        }
        if (!on)
            return;
        auto *const tabs = m_world->find<QTabWidget>("tabs");
        if (name.endsWith("live values"_L1)) {
            readValues();
        } else if (name.endsWith("system"_L1)) {
            tabs->setCurrentIndex(1);
        } else if (name.endsWith("keep it on"_L1)) {
            const QString id = m_world->gateway().gateway().id;
            tabs->setCurrentIndex(3);
            m_world->click("keepOnSwitch");
            [&] { QTRY_VERIFY_WITH_TIMEOUT(m_world->keepOn().keepOn(id).hasSpoken, patience); }();
        } else if (name.endsWith("log"_L1)) {
            tabs->setCurrentIndex(tabs->count() - 1);
            [&] { QTRY_VERIFY(m_world->has("log")); }(); // lines come in bunches
            auto *const log = m_world->find<QListView>("log");
            log->setCurrentIndex(log->model()->index(0, 0));
        }
        return;
    }

    if (name == "no keychain"_L1)
        m_world->keychain().setProblem(SecretProblem::NoService);
    m_world->open(*m_gateway);
    if (name == "signed out, advanced"_L1) {
        m_world->click("advanced");
        m_world->find<QCheckBox>("tls")->setChecked(true);
    } else if (name == "sign-in refused"_L1) {
        m_world->signIn(u"wrong"_s);
    } else if (name == "no keychain"_L1) {
        m_world->click("remember");
        [&] { QTRY_VERIFY(m_world->has("keychainProblem")); }();
    } else if (name == "off"_L1 || name == "was on, is off now"_L1) {
        m_world->signIn(rightPassword());
    } else if (name != "turning on"_L1) {
        playSituation(name);
    } else {
        m_world->signIn(rightPassword());
        m_world->click("serverSwitch");
        if (!m_world->accept())
            qFatal("Nothing was asked before the first change.");
    }
}

void Scene::show(QDialog *dialog)
{
    m_dialog = dialog;
    dialog->open();
    if (!QTest::qWaitForWindowExposed(dialog))
        qFatal("The dialog did not show.");
}

void Scene::takeOpenDialog()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && qobject_cast<QDialog *>(window) != nullptr)
            m_dialog = window;
    }
    if (!m_dialog)
        qFatal("No dialog is open.");
}

void Scene::playDialog(const QString &name)
{
    begin(name == "turn off?"_L1);
    QWidget *const window = &m_world->window();
    if (name.startsWith("turn "_L1)) {
        m_world->open(*m_gateway);
        m_world->signIn(rightPassword());
        m_world->click("serverSwitch");
        takeOpenDialog();
    } else if (name == "notice"_L1) {
        Question notice;
        notice.title = u"[The gateways were not imported.]"_s;
        notice.text = u"["_s + u"A sentence that says what is wrong with the file. "_s.repeated(40) + u"]"_s;
        notice.rejectText = u"[Close]"_s;
        show(new QuestionDialog(notice, window));
    } else if (name == "where the switch is"_L1) {
        show(new GuidanceDialog(window));
    } else if (name == "message to my installer"_L1) {
        show(new LetterDialog(Recipient::Installer, {}, window));
    } else if (name.startsWith("network"_L1)) {
        auto *const dialog = new NetworkDialog(
            [this](const QString &typed) { return m_world->discovery().setCustomNetwork(typed); }, window);
        show(dialog);
        if (name.endsWith("refused"_L1)) {
            dialog->findChild<QLineEdit *>()->setText(u"1.2.3.4/99"_s);
            dialog->accept();
        }
    } else if (name == "rename"_L1) {
        show(new RenameDialog(u"[Cellar]"_s, window));
    } else if (name == "about"_L1) {
        show(new AboutDialog(u"0.0.0"_s, u"https://example.org"_s, window));
    } else if (name == "user guide"_L1) {
        show(new UserGuideDialog(window));
    } else {
        qFatal("There is no dialog “%s”.", qPrintable(name));
    }
}

} // namespace Sigen::Test
