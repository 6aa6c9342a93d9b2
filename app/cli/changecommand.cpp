#include "cli/changecommand.h"

#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/passwordrequest.h"
#include "cli/profileconsent.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

ChangeCommand::ChangeCommand(QString name, GatewayTarget target, PasswordSource password,
                             ChangeRequest request, Output &output, QObject *parent)
    : Command(parent)
    , m_name(std::move(name))
    , m_target(std::move(target))
    , m_request(request)
    , m_output(output)
    , m_password(std::make_unique<PasswordRequest>(std::move(password), m_target.credentials.username,
                                                   m_target.host, output))
{ }

ChangeCommand::~ChangeCommand() = default;

void ChangeCommand::start()
{
    if (!m_target.profile.open.isEmpty()) { // nothing will be sent, so no password is needed
        runChange();
        return;
    }
    connect(m_password.get(), &Operation::finished, this, &ChangeCommand::passwordFetched);
    m_password->start();
}

void ChangeCommand::cancel()
{
    m_cancelled = true;
    m_password->cancel();
    if (m_change)
        m_change->cancel();
}

void ChangeCommand::passwordFetched()
{
    const Error error = m_password->error();
    if (!error) {
        m_target.credentials.password = m_password->password();
        runChange();
        if (m_cancelled) // just when the password had come
            m_change->cancel();
        return;
    }
    if (error.code == ErrorCode::Usage) {
        m_output.complain(m_password->problem());
        Q_EMIT finished(ExitCode::wrongUse);
        return;
    }
    JobResult result;
    result.host = m_target.host;
    result.error = error;
    result.outcome = error.code == ErrorCode::Cancelled ? Outcome::Cancelled : Outcome::Failed;
    end(result);
}

void ChangeCommand::runChange()
{
    m_change = std::make_unique<SettingChange>(m_target, m_request);
    connect(m_change.get(), &SettingChange::stepChanged, this,
            [this](const Step &step) { m_output.step(step); });
    if (m_output.wantsFrames())
        connect(m_change.get(), &SettingChange::traced, this,
                [this](const TraceEntry &entry) { m_output.frame(entry); });
    connect(m_change.get(), &Operation::finished, this, [this] { end(m_change->result()); });
    m_change->start();
}

void ChangeCommand::end(const JobResult &result)
{
    Q_EMIT finished(m_output.conclude({m_name, result}));
}

// --- descriptions
// --------------------------------------------------------------------------------------------------

template <ChangeAction action>
static std::unique_ptr<Command> makeChange(Options &options, const CommonOptions &common, Output &output)
{
    ChangeRequest request;
    request.action = action;
    request.verifyWait = common.verifyWait;
    QString name = u"status"_s;
    if constexpr (action != ChangeAction::ReadOnly)
        request.dryRun = options.has(u"dry-run"_s);
    if constexpr (action != ChangeAction::ReadOnly)
        request.testPort = options.port(u"test-port"_s);
    if constexpr (action == ChangeAction::Enable || action == ChangeAction::SetPort)
        request.port = options.port(u"modbus-port"_s);
    if constexpr (action == ChangeAction::Enable)
        name = u"enable"_s;
    if constexpr (action == ChangeAction::Disable)
        name = u"disable"_s;
    if constexpr (action == ChangeAction::SetPort)
        name = u"set-port"_s;

    GatewayTarget target = readTarget(options, common);
    ProfileConsent consent;
    if constexpr (action != ChangeAction::ReadOnly)
        consent = readConsent(options, target, request.dryRun ? ProfileUse::DryRun : ProfileUse::Changes);
    if (action == ChangeAction::SetPort && !options.has(u"modbus-port"_s))
        options.reject(CliText::tr("The option --modbus-port is required."));
    PasswordSource password = readPasswordSource(options, PasswordNeed::ToSignIn);
    return onceConsented(
        std::move(consent), name,
        std::make_unique<ChangeCommand>(name, std::move(target), std::move(password), request, output),
        output);
}

static QCommandLineOption modbusPortOption(const QString &description)
{
    return {u"modbus-port"_s, description, u"N"_s};
}

static QCommandLineOption dryRunOption()
{
    return {u"dry-run"_s, CliText::tr("Sign in and read, show what would be sent, change nothing.")};
}

static QList<OptionGroup> groupsWith(const QList<QCommandLineOption> &own)
{
    QList<OptionGroup> groups{connectionOptions(), passwordOptions(PasswordNeed::ToSignIn), commonOptions()};
    if (!own.isEmpty())
        groups.prepend({CliText::tr("Change:"), own});
    return groups;
}

CommandDescription describeStatus()
{
    CommandDescription status;
    status.summary = CliText::tr("Sign in and read the setting.");
    status.explanation = CliText::tr(
        "Signs in to the gateway and reads whether its Modbus TCP server is on, and on which port. Nothing "
        "is written. (The protocol is unconfirmed: reading is believed, but not proved, to change nothing.)");
    status.groups = groupsWith({});
    status.examples = {u"status --host 192.168.1.150"_s,
                       u"status --host 192.168.1.150 --json --password-file gateway.txt"_s};
    status.make = makeChange<ChangeAction::ReadOnly>;
    return status;
}

CommandDescription describeEnable()
{
    CommandDescription enable;
    enable.summary = CliText::tr("Switch the server on and prove that it answers.");
    enable.explanation =
        CliText::tr("Signs in, reads the setting, switches the Modbus TCP server on unless it is already on, "
                    "reads the setting back, then tests the port and reads Modbus from this computer.");
    enable.groups = groupsWith(
        {modbusPortOption(CliText::tr("Modbus port to set on the gateway; by default it stays as it is.")),
         testPortOption(), dryRunOption()});
    enable.examples = {u"enable --host 192.168.1.150"_s,
                       u"enable --host 192.168.1.150 --username installer --keychain"_s,
                       u"enable --host 192.168.1.150 --dry-run"_s};
    enable.make = makeChange<ChangeAction::Enable>;
    return enable;
}

CommandDescription describeDisable()
{
    CommandDescription disable;
    disable.summary = CliText::tr("Switch the server off and prove that it no longer answers.");
    disable.explanation = CliText::tr(
        "Signs in, reads the setting, switches the Modbus TCP server off unless it is already off, reads the "
        "setting back, then verifies that the port no longer accepts connections.");
    disable.groups = groupsWith({testPortOption(), dryRunOption()});
    disable.examples = {u"disable --host 192.168.1.150"_s, u"disable --host 192.168.1.150 --dry-run"_s};
    disable.make = makeChange<ChangeAction::Disable>;
    return disable;
}

CommandDescription describeSetPort()
{
    CommandDescription setPort;
    setPort.summary = CliText::tr("Change the server's port and prove that it answers there.");
    setPort.explanation =
        CliText::tr("Signs in and changes the Modbus port. A server that is on is then tested on the new "
                    "port; one that is off stays off, and nothing is tested.");
    setPort.groups =
        groupsWith({modbusPortOption(CliText::tr("Modbus port to set on the gateway (required).")),
                    testPortOption(), dryRunOption()});
    setPort.examples = {u"set-port --host 192.168.1.150 --modbus-port 1502"_s};
    setPort.make = makeChange<ChangeAction::SetPort>;
    return setPort;
}

} // namespace Sigen
