#include "cli/watchcommand.h"

#include "accounts/keychainstore.h"
#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/passwordrequest.h"
#include "cli/profileconsent.h"
#include "core/displaytext.h"
#include "core/uptime.h"
#include "settings/savedgateways.h"
#include "settings/settingsfile.h"
#include "words/advice.h"
#include "words/messages.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

WatchCommand::WatchCommand(WatchOptions options, Output &output, QObject *parent)
    : Command(parent)
    , m_options(std::move(options))
    , m_output(output)
{ }

WatchCommand::~WatchCommand() = default;

void WatchCommand::start()
{
    if (!openHistories())
        return;
    const WatchRequest &request = m_options.request;
    const PasswordSource::Kind kind = m_options.password.kind;
    if (kind == PasswordSource::Kind::Keychain)
        m_store = std::make_unique<KeychainStore>();
    m_account = std::make_unique<Account>(m_store.get(), request.target.host);
    if (kind == PasswordSource::Kind::Keychain || request.passive)
        return watch();
    m_password = std::make_unique<PasswordRequest>(m_options.password, request.target.credentials.username,
                                                   request.target.host, m_output);
    connect(m_password.get(), &Operation::finished, this, &WatchCommand::passwordFetched);
    m_password->start();
}

void WatchCommand::cancel()
{
    m_cancelled = true;
    if (m_password)
        m_password->cancel();
    if (m_watch)
        m_watch->cancel();
}

/// False: one can't be used, and that has been said.
bool WatchCommand::openHistories()
{
    const auto mode = m_options.request.once ? WatchRecorder::Mode::Once : WatchRecorder::Mode::Continuous;
    for (const QString &path : std::as_const(m_options.histories)) {
        auto recorder = std::make_unique<WatchRecorder>(path, mode);
        const bool isOwn = m_recorders.empty();
        if (const Error error = recorder->open(); error && !isOwn) {
            JobResult result;
            result.host = m_options.request.target.host;
            result.error = error;
            conclude(result, std::nullopt, {});
            return false;
        } else if (error) {
            m_output.say(errorMessage(error));
        }
        connect(recorder.get(), &WatchRecorder::failed, this, [this, isOwn](const Error &error) {
            m_output.complain(errorMessage(error));
            if (!isOwn)
                m_historyError = error;
        });
        m_recorders.push_back(std::move(recorder));
    }
    if (!m_recorders.empty()) {
        WatchMemory memory =
            rememberedFrom(m_recorders.front()->history(), QDateTime::currentDateTimeUtc(), uptime());
        // Looks that a timer makes are one watch.
        memory.interrupted = memory.interrupted && !m_options.request.once;
        m_options.request.memory = memory;
    }
    return true;
}

void WatchCommand::passwordFetched()
{
    const Error error = m_password->error();
    if (!error) {
        m_account->offer(m_options.request.target.credentials.username, m_password->password());
        m_options.request.redactor.add(m_password->password());
        return watch();
    }
    if (error.code == ErrorCode::Usage) {
        m_output.complain(m_password->problem());
        Q_EMIT finished(ExitCode::wrongUse);
        return;
    }
    JobResult result;
    result.host = m_options.request.target.host;
    result.error = error;
    result.outcome = error.code == ErrorCode::Cancelled ? Outcome::Cancelled : Outcome::Failed;
    conclude(result, std::nullopt, {});
}

void WatchCommand::watch()
{
    const WatchRequest &request = m_options.request;
    m_watch = std::make_unique<Watch>(request, m_account.get());
    for (const auto &recorder : m_recorders)
        recorder->record(*m_watch);
    connect(m_watch.get(), &Watch::changed, this, &WatchCommand::report);
    connect(m_watch.get(), &Watch::stepChanged, this, [this](const Step &step) { m_output.step(step); });
    connect(m_watch.get(), &Watch::waitingForKeychain, this, [this] {
        m_output.say(CliText::tr("Waiting for the keychain, which may be asking to be unlocked."));
    });
    if (m_output.wantsFrames())
        connect(m_watch.get(), &Watch::traced, this,
                [this](const TraceEntry &entry) { m_output.frame(entry); });
    connect(m_watch.get(), &Operation::finished, this, &WatchCommand::end);
    if (!request.once)
        m_output.say(CliText::tr("Looking at port %1 of %2 every %3 s. Ctrl-C ends it.")
                         .arg(QString::number(m_watch->port()), request.target.host,
                              QString::number(request.interval.count() / 1000)));
    m_watch->start();
    if (m_cancelled) // just when the password had come
        m_watch->cancel();
}

void WatchCommand::report(const WatchEvent &event, const Messages &detail)
{
    m_lastDetail = messageText(detail);
    const Look look = event.state == WatchState::On ? Look::Good
        : event.state == WatchState::Unknown        ? Look::Doubtful
                                                    : Look::Bad;
    constexpr qsizetype stateWidth = 12;
    m_output.line(event.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss  "_s)
                      + QString(watchStateName(event.state)).leftJustified(stateWidth) + m_lastDetail,
                  look);
    m_output.object(JsonLine("watch"_L1)
                        .add("at"_L1, event.at.toString(Qt::ISODateWithMs))
                        .add("state"_L1, QString(watchStateName(event.state)))
                        .add("action"_L1, QString(watchActionName(event.action)))
                        .add("detail"_L1, jsonText(m_lastDetail)));
    if (m_output.failed() && m_watch)
        m_watch->cancel();
}

/// How one look ended.
static int exitCodeOfLook(const Watch &watch, Error *error)
{
    const JobResult &result = watch.result();
    *error = result.error;
    const auto fallBackTo = [&](ErrorCode code, int exitCode) {
        if (exitCodeOf(error->code) != exitCode)
            *error = {code, watch.host(), {}};
        return exitCode;
    };
    switch (watch.state().state) {
    case WatchState::On:
        return result.error ? fallBackTo(ErrorCode::PortClosed, ExitCode::notVerified) : ExitCode::done;
    case WatchState::Off:
        return fallBackTo(ErrorCode::PortClosed, ExitCode::notVerified);
    case WatchState::Unreachable:
        return fallBackTo(ErrorCode::Unreachable, ExitCode::notReachable);
    case WatchState::Refused:
    case WatchState::Unknown:
        break;
    }
    return result.error ? exitCodeOf(result.outcome, result.error.code) : ExitCode::notVerified;
}

void WatchCommand::end()
{
    const Error &ended = m_watch->error();
    JobResult result = m_watch->result();
    result.host = m_options.request.target.host;
    if (const qint64 other = m_watch->otherWatch()) {
        m_output.complain(CliText::tr("Process %1 watches this gateway already. End it first.").arg(other));
        Q_EMIT finished(ExitCode::wrongUse);
    } else if (ended.code == ErrorCode::Cancelled) {
        // Once something was sent, what is known of it counts, not that it was interrupted.
        const bool once = m_options.request.once;
        const bool isInDoubt = result.writeSent && (once || result.outcome == Outcome::Unknown);
        const bool isWell = m_watch->hasLooked() && !once && !isInDoubt;
        if (!isInDoubt) {
            result.error = isWell ? Error() : ended;
            result.outcome = isWell ? Outcome::Read : Outcome::Cancelled;
        }
        conclude(result, std::nullopt, {});
    } else if (m_watch->whyEnded() == WatchEnd::SomebodyTurnsOff) {
        result.error = {ErrorCode::PortClosed, m_watch->host(), {}};
        conclude(result, ExitCode::notVerified, m_lastDetail);
    } else if (m_watch->whyEnded() == WatchEnd::TurnedOff) {
        const bool once = m_options.request.once;
        result.error = once ? Error{ErrorCode::PortClosed, m_watch->host(), {}} : Error();
        conclude(result, once ? ExitCode::notVerified : ExitCode::done, m_lastDetail);
    } else if (m_watch->whyEnded() == WatchEnd::SignInRefused) {
        conclude(result, exitCodeOf(ended.code), {});
    } else if (ended) {
        result.outcome = Outcome::Failed;
        result.error = ended;
        const bool lacksPassword = ended.code == ErrorCode::Usage && m_store;
        if (lacksPassword) {
            m_output.complain(ended.detail);
            Q_EMIT finished(ExitCode::wrongUse);
        } else {
            conclude(result, std::nullopt, {});
        }
    } else {
        const int exitCode = exitCodeOfLook(*m_watch, &result.error);
        if (exitCode == ExitCode::done)
            result.error = {};
        conclude(result, exitCode, {});
    }
}

/// With \a exitCode or as Outcome::Read the watch did what it is there for.
void WatchCommand::conclude(JobResult result, std::optional<int> exitCode, const QString &problem)
{
    // As a trace that can't be written: the watch itself ended as it did.
    if (m_historyError && !result.error && exitCode.value_or(ExitCode::done) == ExitCode::done) {
        result.error = m_historyError;
        exitCode = ExitCode::internalError;
    }
    ResultReport report{u"watch"_s, result};
    report.telling = Telling::Nothing;
    report.exitCode = exitCode;
    report.problem = problem;
    if (m_watch)
        report.testedPort = m_watch->port();
    if (exitCode || result.outcome == Outcome::Read)
        report.outcome = "watched"_L1;
    else if (result.error && result.error.code != ErrorCode::Usage)
        m_output.line(jobMessage(result), Look::Strong);
    if (result.error && problem.isEmpty() && result.error.code != ErrorCode::Usage) {
        for (const QString &next : errorAdvice(result.error, result, Reader::CommandLine))
            m_output.line(u"  • "_s + next);
    }
    Q_EMIT finished(m_output.conclude(report));
}

// --- the description
// ------------------------------------------------------------------------------------------------

/// What earlier runs of the window know of the host.
static void readRegistry(WatchRequest &request)
{
    SettingsFile file(SettingsFile::defaultPath());
    Registry registry;
    const SavedGateways saved(file, registry);
    if (const Gateway *const gateway = registry.find(registry.idAt(request.target.host)))
        takeKnown(request, *gateway);
}

void checkPasswordFile(Options &options)
{
#ifdef Q_OS_UNIX
    const std::optional<QString> path = options.text(u"password-file"_s);
    const QFileInfo info(path.value_or(QString()));
    constexpr auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (path && info.isFile() && (info.permissions() & others))
        options.reject(CliText::tr("Others can read or change the password file “%1”. Run chmod 600 on it.")
                           .arg(displayText(*path)));
#else
    Q_UNUSED(options)
#endif
}

WatchRequest readWatch(Options &options, const CommonOptions &common)
{
    WatchRequest request;
    request.target = readTarget(options, common);
    request.passive = options.has(u"passive"_s);
    request.verifyWait = common.verifyWait;
    request.testPort = options.port(u"test-port"_s);
    request.redactor = environmentRedactor();
    const auto seconds = [](std::chrono::seconds span) { return static_cast<int>(span.count()); };
    if (const auto interval = options.number(u"interval"_s, seconds(WatchRules::shortestInterval),
                                             seconds(WatchRules::longestInterval)))
        request.interval = std::chrono::seconds(*interval);
    const QString history = options.text(u"history"_s).value_or(u"none"_s);
    if (history.isEmpty() || history == "-"_L1) // standard output has the same
        options.reject(CliText::tr("The option --history needs a file name."));
    request.modbusPort = options.port(u"modbus-port"_s).value_or(request.modbusPort);
    return request;
}

static std::unique_ptr<Command> makeWatch(Options &options, const CommonOptions &common, Output &output)
{
    WatchOptions watch;
    WatchRequest &request = watch.request;
    request = readWatch(options, common);
    request.once = options.has(u"once"_s);
    request.heedsTurnOffs = options.has(u"unless-turned-off"_s);
    checkPasswordFile(options);
    ProfileConsent consent;
    if (!request.passive) {
        consent = readConsent(options, request.target, ProfileUse::Changes);
        watch.password = readPasswordSource(options, PasswordNeed::ToSignIn);
    }
    if (!options.problem().isEmpty() || options.isInterrupted())
        return std::make_unique<WatchCommand>(std::move(watch), output);

    readRegistry(request);
    request.modbusPort = options.port(u"modbus-port"_s).value_or(request.modbusPort);
    const QString folder = SettingsFile::defaultFolder();
    request.lockFolder = gatewayLockFolder(folder);
    watch.histories = {historyPath(folder, request.id.isEmpty() ? request.target.host : request.id)};
    if (const auto path = options.text(u"history"_s))
        watch.histories += *path;
    return onceConsented(std::move(consent), u"watch"_s,
                         std::make_unique<WatchCommand>(std::move(watch), output), output);
}

QList<QCommandLineOption> watchOptions()
{
    return {
        {u"interval"_s, CliText::tr("Seconds between two looks, 10 to 3600 (30)."), u"S"_s},
        {u"passive"_s,
         CliText::tr("Look at the port and Modbus only, without a password; never switch anything on.")},
        {u"history"_s,
         CliText::tr("Also write each change of state to FILE, one JSON object per line, at most 10000 "
                     "of them."),
         u"FILE"_s},
        {u"modbus-port"_s, CliText::tr("Modbus port to look at until the gateway reports its own (502)."),
         u"N"_s},
        testPortOption(),
    };
}

CommandDescription describeWatch()
{
    CommandDescription watch;
    watch.summary = CliText::tr("Keep the server on: look, and switch it on again.");
    watch.explanation = CliText::tr(
        "Looks at the Modbus port every --interval seconds. While it answers, nobody signs in. Where it does "
        "not, signs in once, reads the setting, and switches the server on and verifies it if it is off: at "
        "most 6 times an hour and never twice within 60 seconds. Ends after one refused sign-in, when "
        "somebody switches the server off again and again (exit code 7), and when it is turned off with "
        "this program. The same gateway at another address is found by its serial number or MAC address; "
        "nobody else is sent the password. With --once for timers: exit code 0 when it is on, 7 when it is "
        "off "
        "and stays off, 3 when it can't be reached, 4 when the sign-in is refused.");
    watch.groups = {
        connectionOptions(),
        {CliText::tr("Watch:"),
         watchOptions()
             + QList<QCommandLineOption>{
             {u"once"_s, CliText::tr("Look once, do what is needed, and end.")},
             {u"unless-turned-off"_s,
              CliText::tr(
                  "Leave the server off if it was turned off with this program, even before the watch "
                  "began: for timers and services.")},
         }},
        passwordOptions(PasswordNeed::ToSignIn),
        commonOptions(),
    };
    watch.examples = {u"watch --host 192.168.1.150 --keychain"_s,
                      u"watch --host 192.168.1.150 --once --keychain --unless-turned-off --json"_s,
                      u"watch --host 192.168.1.150 --passive --history gateway.jsonl"_s};
    watch.make = makeWatch;
    return watch;
}

} // namespace Sigen
