#include "cli/servicecommand.h"

#include "accounts/keychainstore.h"
#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/password.h"
#include "cli/profileconsent.h"
#include "cli/watchcommand.h"
#include "core/displaytext.h"
#include "settings/settingsfile.h"
#include "words/advice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

ServiceCommand::ServiceCommand(ServiceOptions options, Output &output, QObject *parent)
    : Command(parent)
    , m_options(std::move(options))
    , m_output(output)
{ }

ServiceCommand::~ServiceCommand() = default;

void ServiceCommand::start()
{
    if (m_options.refusal) {
        conclude({}, m_options.refusal);
        return;
    }
    const std::optional<ServiceSystem> system = serviceSystem();
    if (!system) {
        conclude({}, {ErrorCode::Io, {}, u"no service manager that is known"_s});
        return;
    }
    m_folder = serviceFolderOf(*system, m_options.spec);
    switch (m_options.action) {
    case ServiceOptions::Action::Status:
        return ask();
    case ServiceOptions::Action::Remove:
        return run(ServiceJob::Action::Remove);
    case ServiceOptions::Action::Install:
        return m_options.needsKeychain ? askKeychain() : run(ServiceJob::Action::Install);
    }
}

void ServiceCommand::cancel()
{
    if (m_job)
        m_job->cancel();
}

/// A service that would wait for ever for a password is not installed.
void ServiceCommand::askKeychain()
{
    m_store = std::make_unique<KeychainStore>();
    m_account = std::make_unique<Account>(m_store.get(), m_options.spec.host);
    auto fetching = m_account->fetch(m_options.username);
    const FetchPassword *const fetched = fetching.get();
    connect(fetched, &FetchPassword::waiting, this, [this] {
        m_output.say(CliText::tr("Waiting for the keychain, which may be asking to be unlocked."));
    });
    connect(fetched, &Operation::finished, this, [this, fetched] {
        const Error error = fetched->error();
        if (!error)
            return run(ServiceJob::Action::Install);
        if (error.code == ErrorCode::Cancelled)
            return conclude({}, error);
        const QString problem = accountSentence(fetched->problem());
        if (error.code != ErrorCode::Usage)
            return conclude({}, error, problem);
        m_output.complain(
            CliText::tr("%1 A background service takes the password from the keychain, where the window "
                        "keeps it, or from a file of your own: --password-file.")
                .arg(problem));
        Q_EMIT finished(ExitCode::wrongUse);
    });
    m_job = std::move(fetching);
    m_job->start();
}

void ServiceCommand::run(ServiceJob::Action action)
{
    if (action == ServiceJob::Action::Install)
        QDir().mkpath(m_options.spec.settingsFolder); // which it alone may write to
    const std::unique_ptr<Operation> before = std::move(m_job); // we may stand in its signal
    if (before)
        before.get()->disconnect(this);
    m_job = std::make_unique<ServiceJob>(planService(*serviceSystem(), m_options.spec, m_folder), action);
    connect(m_job.get(), &Operation::finished, this, &ServiceCommand::ended);
    m_job->start();
}

void ServiceCommand::ended()
{
    const bool isInstalled = m_options.action == ServiceOptions::Action::Install;
    const Error &error = m_job->error();
    if (!error && isInstalled) {
        m_output.line(CliText::tr("The Modbus server of %1 is kept on in the background, now and after each "
                                  "log-on.")
                          .arg(m_options.spec.host),
                      Look::Strong);
        if (qobject_cast<ServiceJob *>(m_job.get())->isPlain())
            m_output.line(
                CliText::tr("This system does not let a user close a service in, so it runs with all "
                            "the rights of your account."));
#ifdef Q_OS_LINUX
        m_output.line(
            CliText::tr("It runs while you are logged in. To have it run without that, from the "
                        "computer's start on: loginctl enable-linger. A keychain that opens only at "
                        "log-on is waited for."));
        m_output.line(CliText::tr("What it says: journalctl --user -u %1")
                          .arg(planService(ServiceSystem::Systemd, m_options.spec, m_folder).name));
#endif
    } else if (!error) {
        m_output.line(CliText::tr("There is no background service for %1 any more.").arg(m_options.spec.host),
                      Look::Strong);
    }
    conclude(error ? QLatin1StringView() : isInstalled ? "installed"_L1 : "removed"_L1, error);
}

void ServiceCommand::ask()
{
    auto query = std::make_unique<ServiceQuery>(*serviceSystem(), m_folder, m_options.spec);
    connect(query.get(), &Operation::finished, this, [this, query = query.get()] {
        QJsonArray services;
        for (const ServiceStatus &each : query->services()) {
            m_output.line(each.host.leftJustified(40) + u"  "_s + each.state);
            QJsonObject service;
            service.insert(u"host"_s, each.host);
            service.insert(u"state"_s, each.state);
            services.append(service);
        }
        if (!query->error() && query->services().isEmpty())
            m_output.line(CliText::tr("There is no background service of this account."));
        ResultReport report{u"service"_s, {}};
        report.telling = Telling::Problem;
        report.result.outcome = query->error() ? Outcome::Failed : Outcome::Read;
        report.result.error = query->error();
        report.more.add("services"_L1, query->error() ? QJsonValue() : QJsonValue(services));
        Q_EMIT finished(m_output.conclude(report));
    });
    m_job = std::move(query);
    m_job->start();
}

void ServiceCommand::conclude(QLatin1StringView outcome, const Error &error, const QString &problem)
{
    ResultReport report{u"service"_s, {}};
    report.result.host = m_options.spec.host;
    report.result.outcome = error.code == ErrorCode::Cancelled ? Outcome::Cancelled : Outcome::Failed;
    report.result.error = error;
    report.outcome = outcome;
    report.problem = problem;
    report.telling = Telling::Nothing;
    report.exitCode = exitCodeOf(error.code);
    if (error)
        m_output.complain(problem.isEmpty() ? errorMessage(error) : problem);
    Q_EMIT finished(m_output.conclude(report));
}

// --- the description
// ------------------------------------------------------------------------------------------------

/// The options as they were given, for the watch; files by their absolute paths.
static QStringList passedOn(Options &options)
{
    QStringList passed;
    QList<QCommandLineOption> all;
    for (const OptionGroup &group : {connectionOptions(), OptionGroup{{}, watchOptions()}}) {
        all += group.options;
    }
    for (const OptionGroup &group : {passwordOptions(PasswordNeed::ToSignIn), commonOptions()}) {
        for (const QCommandLineOption &option : group.options) {
            const QString name = option.names().constFirst();
            if (name == "password-file"_L1 || name == "timeout"_L1 || name == "verify-wait"_L1)
                all += option;
        }
    }
    for (const QCommandLineOption &option : std::as_const(all)) {
        const QString name = option.names().constFirst();
        // What was accepted is remembered; what the file says later on was not.
        if (name == "host"_L1 || name == "accept-profile"_L1 || !options.has(name))
            continue;
        passed += u"--"_s + name;
        const bool hasValue = !option.valueName().isEmpty();
        const QString value = hasValue ? options.text(name).value_or(QString()) : QString();
        const bool isFile = name == "password-file"_L1 || name == "history"_L1
            || (name == "profile"_L1 && !builtInProfileNames().contains(value));
        if (hasValue)
            passed += isFile ? QFileInfo(value).absoluteFilePath() : value;
    }
    return passed;
}

static std::unique_ptr<Command> makeService(Options &options, const CommonOptions &common, Output &output)
{
    forgetEnvironmentPassword();
    ServiceOptions service;
    service.spec = specOfThisAccount(QCoreApplication::applicationFilePath(), SettingsFile::defaultFolder());
    const QString word = options.word();
    if (word == "status"_L1)
        return std::make_unique<ServiceCommand>(std::move(service), output);
    if (word == "remove"_L1) {
        service.action = ServiceOptions::Action::Remove;
        bool allowPublic = false;
        service.spec.host = readHost(options, &allowPublic);
        return std::make_unique<ServiceCommand>(std::move(service), output);
    }
    service.action = ServiceOptions::Action::Install;
    const WatchRequest request = readWatch(options, common);
    service.spec.host = request.target.host;
    service.username = request.target.credentials.username;
    const ProtocolProfile &profile = request.target.profile;
    if (!profile.open.isEmpty())
        service.refusal = {ErrorCode::ProfileIncomplete, profile.name, profile.open.join("; "_L1)};
    ProfileConsent consent;
    if (!request.passive)
        consent = readConsent(options, request.target, ProfileUse::Changes);
    checkPasswordFile(options);
    const bool hasFile = options.has(u"password-file"_s);
    if (hasFile && options.has(u"keychain"_s))
        options.reject(CliText::tr("The password comes from two places; give only one of --password-file and "
                                   "--keychain."));
    if (hasFile && !options.isInterrupted()
        && !QFileInfo(options.text(u"password-file"_s).value_or(QString())).isFile())
        options.reject(CliText::tr("There is no such password file."));
    service.needsKeychain = !hasFile && !request.passive;
    service.spec.options = passedOn(options);
    if (service.needsKeychain)
        service.spec.options += u"--keychain"_s;
    service.spec.options += u"--unless-turned-off"_s;
    if (const auto history = options.text(u"history"_s))
        service.spec.writtenFiles += QFileInfo(*history).absoluteFilePath();
    return onceConsented(std::move(consent), u"service"_s,
                         std::make_unique<ServiceCommand>(std::move(service), output), output);
}

CommandDescription describeService()
{
    CommandDescription service;
    service.summary = CliText::tr("The background service that runs watch for this account.");
    service.words = {u"install"_s, u"remove"_s, u"status"_s};
    service.explanation = CliText::tr(
        "install has the system run “watch” for this gateway at each log-on, with the options that are given "
        "here: a systemd user unit, a launchd agent or a scheduled task. The password stays in the keychain, "
        "or in a file of your own that nobody else may read. remove ends that. status lists the services of "
        "this account.");
    const auto isFromInput = [](const QCommandLineOption &option) {
        return option.names().constFirst() == "password-stdin"_L1;
    };
    OptionGroup password = passwordOptions(PasswordNeed::ToSignIn);
    password.title = CliText::tr("Password:");
    password.options.removeIf(isFromInput);
    service.groups = {
        connectionOptions(),
        {CliText::tr("Watch:"), watchOptions()},
        password,
        commonOptions(),
    };
    service.examples = {u"service install --host 192.168.1.150"_s, u"service remove --host 192.168.1.150"_s,
                        u"service status"_s};
    service.make = makeService;
    return service;
}

} // namespace Sigen
