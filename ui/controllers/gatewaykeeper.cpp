#include "ui/controllers/gatewaykeeper.h"

#include "core/uptime.h"
#include "ui/controllers/gatewaycontroller.h"
#include "words/advice.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

GatewayKeeper::GatewayKeeper(QString gateway, const KeepOnEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_gateway(std::move(gateway))
    , m_environment(environment)
{
    m_retry.setInterval(m_environment.retry);
    connect(&m_retry, &QTimer::timeout, this, &GatewayKeeper::retryDue);
}

GatewayKeeper::~GatewayKeeper()
{
    if (!m_watch)
        return;
    m_watch->disconnect(this);
    m_watch->cancel(); // its last word goes into the history
}

QString GatewayKeeper::path() const
{
    return historyPath(m_environment.settingsFolder, m_gateway);
}

// --- the watch -------------------------------------------------------------------------------------------

WatchRequest GatewayKeeper::request(const GatewayTarget &target, const Gateway &gateway) const
{
    WatchRequest request;
    request.target = target;
    request.target.credentials.password = {};
    request.target.timeouts = m_environment.timeouts;
    request.interval = m_environment.interval.value_or(std::chrono::seconds(m_keepOn.interval));
    request.passive = m_keepOn.isPassive;
    request.verifyWait = m_environment.verifyWait;
    request.modbusPort = m_keepOn.port;
    takeKnown(request, gateway);
    request.lockFolder = m_environment.lockFolder;
    request.neighbours = m_environment.neighbours;
    request.interfaces = m_environment.interfaces;
    return request;
}

void GatewayKeeper::begin(const GatewayTarget &target, const Gateway &gateway,
                          std::unique_ptr<Account> account)
{
    m_retry.stop();
    m_file.reset();
    m_account = std::move(account);
    m_accountHost = accountHost(gateway);
    m_keepOn.state = KeepOn::State::Running;
    m_keepOn.end = WatchEnd::None;
    m_keepOn.error = {};
    m_keepOn.last = {};
    m_keepOn.hasSpoken = m_keepOn.waitsForKeychain = false;
    m_keepOn.movedTo.clear();
    m_recorder = std::make_unique<WatchRecorder>(path());
    const Error unreadable = m_recorder->open();
    m_keepOn.historyProblem = errorMessage(unreadable);
    connect(m_recorder.get(), &WatchRecorder::changed, this, &GatewayKeeper::historyChanged);
    connect(m_recorder.get(), &WatchRecorder::failed, this, [this](const Error &error) {
        m_keepOn.historyProblem = errorMessage(error);
        Q_EMIT changed();
    });
    WatchRequest wanted = request(target, gateway);
    wanted.heedsTurnOffs = !std::exchange(m_isAskedFor, false);
    wanted.memory = rememberedFrom(m_recorder->history(), m_environment.now(), uptime());
    m_watch = std::make_unique<Watch>(wanted, m_account.get());
    m_recorder->record(*m_watch);
    follow();
    m_watch->start();
    Q_EMIT changed();
    Q_EMIT historyChanged();
}

void GatewayKeeper::follow()
{
    const Watch *const watch = m_watch.get();
    connect(watch, &Watch::changed, this, &GatewayKeeper::take);
    connect(watch, &Watch::looked, this, &GatewayKeeper::roundEnded);
    connect(watch, &Operation::finished, this, &GatewayKeeper::watchEnded);
    connect(watch, &Watch::traced, this, &GatewayKeeper::traced);
    connect(watch, &Watch::waitingForKeychain, this, [this] {
        m_keepOn.waitsForKeychain = true;
        Q_EMIT changed();
    });
    connect(watch, &Watch::moved, this, [this](const QString &address) {
        m_keepOn.movedTo = address;
        Q_EMIT changed();
    });
    connect(watch, &Watch::stepChanged, this, [this](const Step &step) {
        m_keepOn.waitsForKeychain = false;
        if (step.id == StepId::Write && step.state == StepState::Running)
            m_isChanging = true;
    });
    connect(watch, &Watch::settingRead, this, [this](SettingRead read) {
        m_wasRead = true;
        m_isChanging = false;
        read.of = m_gateway;
        Q_EMIT settingRead(read);
    });
    connect(watch, &Watch::portSeen, this, [this](ModbusAnswer answer) {
        answer.of = m_gateway;
        Q_EMIT portSeen(answer);
    });
}

void GatewayKeeper::take(const WatchEvent &event, const Messages &detail)
{
    m_keepOn.last = {{}, event.state, event.action, detail, event.firmware, event.changeSent};
    m_keepOn.hasSpoken = true;
    m_hasNews = true;
    m_wasSent = m_wasSent || event.changeSent;
    Q_EMIT told(m_keepOn.last);
    Q_EMIT changed();
}

void GatewayKeeper::roundEnded()
{
    m_isChanging = false;
    const bool waited = std::exchange(m_keepOn.waitsForKeychain, false);
    const bool wasRead = std::exchange(m_wasRead, false);
    const bool wasSent = std::exchange(m_wasSent, false);
    if (std::exchange(m_hasNews, false) && m_watch->hasLooked()) {
        JobResult result = m_watch->result();
        result.writeSent = wasSent;
        if (!wasRead)
            result.current.reset(); // of an earlier sign-in
        Q_EMIT saw(result, m_watch->port());
    }
    if (waited)
        Q_EMIT changed();
}

void GatewayKeeper::watchEnded()
{
    roundEnded();
    const std::unique_ptr<Watch> watch = std::move(m_watch);
    m_keepOn.end = watch->whyEnded();
    const Error &error = watch->error();
    if (const qint64 other = watch->otherWatch()) {
        m_keepOn.state = KeepOn::State::Elsewhere;
        m_keepOn.process = other;
        m_retry.start();
    } else if (m_keepOn.end != WatchEnd::None) {
        m_keepOn.state = KeepOn::State::Ended;
    } else if (error.code == ErrorCode::Usage && m_account) { // the keychain has none
        m_keepOn.state = KeepOn::State::NeedsSignIn;
    } else {
        m_keepOn.state = KeepOn::State::Failed;
        m_keepOn.error = error;
    }
    m_account.reset();
    reload();
    if (m_keepOn.end == WatchEnd::SignInRefused)
        Q_EMIT refused();
    Q_EMIT ended();
    Q_EMIT changed();
}

void GatewayKeeper::end(KeepOn::State state)
{
    m_retry.stop();
    if (m_watch) {
        m_watch->disconnect(this);
        m_watch->cancel(); // the history hears of it
        m_watch.release()->deleteLater(); // this may be a slot of its own signal
        if (m_account)
            m_account.release()->deleteLater();
    }
    m_hasNews = m_wasRead = m_wasSent = m_isChanging = false;
    m_keepOn.state = state;
    m_keepOn.waitsForKeychain = false;
    m_keepOn.movedTo.clear();
    reload();
    Q_EMIT changed();
}

void GatewayKeeper::waitElsewhere()
{
    end(KeepOn::State::Elsewhere);
    m_keepOn.process = 0;
    m_retry.start();
}

void GatewayKeeper::forgetPassword()
{
    if (m_account)
        m_account->moveTo(m_accountHost);
}

void GatewayKeeper::setInterval(int seconds)
{
    m_keepOn.interval = seconds;
    if (m_watch)
        m_watch->setInterval(m_environment.interval.value_or(std::chrono::seconds(seconds)));
    Q_EMIT changed();
}

void GatewayKeeper::lookNow()
{
    if (m_watch)
        m_watch->lookNow();
}

void GatewayKeeper::lookElsewhere(const GatewayTarget &target, const Gateway &gateway)
{
    if (m_watch)
        return;
    const WatchRequest known = request(target, gateway);
    const QHostAddress address(gateway.place().address);
    QStringList names = known.modbusSerials + QStringList{known.serial};
    if (const QList<ProfileEndpoint> endpoints = endpointsOf(known.target);
        !address.isNull() && !endpoints.isEmpty())
        names += GatewayLock::endpointName(address, endpoints.constFirst().port);
    const GatewayLock lock(m_environment.lockFolder, GatewayLock::Purpose::Watch);
    qint64 process = 0;
    for (const QString &name : std::as_const(names))
        process = process == 0 ? lock.holder(name) : process;
    const bool isElsewhere = process != 0;
    if (isElsewhere == (m_keepOn.state == KeepOn::State::Elsewhere) && process == m_keepOn.process)
        return;
    m_keepOn.process = process;
    if (isElsewhere)
        m_keepOn.state = KeepOn::State::Elsewhere;
    else if (m_keepOn.state == KeepOn::State::Elsewhere && !m_keepOn.isWanted) // else retryDue() follows
        m_keepOn.state = KeepOn::State::Off;
    Q_EMIT changed();
}

// --- what there is to see --------------------------------------------------------------------------------

KeepOn GatewayKeeper::keepOn() const
{
    KeepOn now = m_keepOn;
    if (m_watch) {
        now.port = m_watch->port();
        const milliseconds rest = m_watch->untilLook();
        now.untilLook = rest > milliseconds(0) ? std::optional(rest) : std::nullopt;
    }
    return now;
}

const WatchHistory &GatewayKeeper::history() const
{
    static const WatchHistory none;
    return m_recorder ? m_recorder->history() : m_file ? m_file->events() : none;
}

QDateTime GatewayKeeper::provedUntil() const
{
    const bool goesOn = m_watch || m_keepOn.state == KeepOn::State::Elsewhere;
    return goesOn || !m_file ? m_environment.now() : m_file->confirmedAt();
}

void GatewayKeeper::reload()
{
    if (m_watch)
        return;
    m_recorder.reset();
    if (!m_file)
        m_file.emplace(path());
    const WatchHistory before = m_file->events();
    m_keepOn.historyProblem = errorMessage(m_file->load());
    if (before != m_file->events())
        Q_EMIT historyChanged();
}

} // namespace Sigen
