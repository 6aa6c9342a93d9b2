#include "cli/repaircommand.h"

#include "cli/clitext.h"
#include "cli/confirmation.h"
#include "cli/connectionoptions.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/passwordrequest.h"
#include "cli/profileconsent.h"
#include "cli/terminal.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

RepairCommand::RepairCommand(GatewayTarget target, PasswordSource password, RepairRequest request,
                             Output &output, QObject *parent)
    : Command(parent)
    , m_target(std::move(target))
    , m_request(request)
    , m_output(output)
    , m_password(std::make_unique<PasswordRequest>(std::move(password), m_target.credentials.username,
                                                   m_target.host, output))
{ }

RepairCommand::~RepairCommand() = default;

void RepairCommand::start()
{
    connect(m_password.get(), &Operation::finished, this, &RepairCommand::passwordFetched);
    if (m_request.dryRun || !isTerminal(StandardStream::Input)) {
        m_password->start();
        return;
    }
    m_question = std::make_unique<Confirmation>(
        CliText::tr("Switch the Modbus server of %1 off and on again? Programs that read from it are cut off "
                    "for some seconds.")
            .arg(m_target.host),
        m_output);
    connect(m_question.get(), &Operation::finished, this, [this] {
        if (m_cancelled || m_question->error()) // interrupted, perhaps just when the answer had come
            give(Outcome::Cancelled, {ErrorCode::Cancelled, m_target.host, {}});
        else
            m_password->start();
    });
    m_question->start();
}

void RepairCommand::cancel()
{
    m_cancelled = true;
    if (m_question && !m_question->isFinished())
        return m_question->cancel();
    m_password->cancel();
    if (m_repair)
        m_repair->cancel();
}

void RepairCommand::passwordFetched()
{
    const Error error = m_password->error();
    if (!error) {
        m_target.credentials.password = m_password->password();
        repair();
        if (m_cancelled) // just when the password had come
            m_repair->cancel();
    } else if (error.code == ErrorCode::Usage) {
        m_output.complain(m_password->problem());
        Q_EMIT finished(ExitCode::wrongUse);
    } else {
        give(error.code == ErrorCode::Cancelled ? Outcome::Cancelled : Outcome::Failed, error);
    }
}

void RepairCommand::repair()
{
    m_repair = std::make_unique<Repair>(m_target, m_request);
    connect(m_repair.get(), &Repair::stepChanged, this, [this](const Step &step) { m_output.step(step); });
    if (m_output.wantsFrames())
        connect(m_repair.get(), &Repair::traced, this,
                [this](const TraceEntry &entry) { m_output.frame(entry); });
    connect(m_repair.get(), &Operation::finished, this, [this] { end(m_repair->result()); });
    m_repair->start();
}

void RepairCommand::give(Outcome outcome, const Error &error)
{
    JobResult result;
    result.host = m_target.host;
    result.outcome = outcome;
    result.error = error;
    end(result);
}

void RepairCommand::end(const JobResult &result)
{
    Q_EMIT finished(m_output.conclude({u"repair"_s, result}));
}

static std::unique_ptr<Command> makeRepair(Options &options, const CommonOptions &common, Output &output)
{
    RepairRequest request;
    request.dryRun = options.has(u"dry-run"_s);
    request.verifyWait = common.verifyWait;
    request.testPort = options.port(u"test-port"_s);
    GatewayTarget target = readTarget(options, common);
    ProfileConsent consent =
        readConsent(options, target, request.dryRun ? ProfileUse::DryRun : ProfileUse::Changes);
    PasswordSource password = readPasswordSource(options, PasswordNeed::ToSignIn);
    return onceConsented(
        std::move(consent), u"repair"_s,
        std::make_unique<RepairCommand>(std::move(target), std::move(password), request, output), output);
}

CommandDescription describeRepair()
{
    CommandDescription repair;
    repair.summary = CliText::tr("Switch the server off and on again and prove that it answers.");
    repair.explanation = CliText::tr(
        "This is for a server that accepts connections but answers nothing. It signs in, reads the setting, "
        "switches the server off and reads the setting back, switches it on again and reads it back once "
        "more, then tests the port and reads Modbus. Each of the two changes is sent once; a port that hangs "
        "in between does not keep the server off. A server that is already off is left alone. It asks first "
        "where standard input is a terminal.");
    repair.groups = {
        {CliText::tr("Change:"),
         {testPortOption(),
          {u"dry-run"_s, CliText::tr("Sign in and read, show what would be sent, change nothing.")}}},
        connectionOptions(),
        passwordOptions(PasswordNeed::ToSignIn),
        commonOptions(),
    };
    repair.examples = {u"repair --host 192.168.1.150"_s, u"repair --host 192.168.1.150 --dry-run"_s};
    repair.make = makeRepair;
    return repair;
}

} // namespace Sigen
