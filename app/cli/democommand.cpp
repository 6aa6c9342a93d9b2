#include "cli/democommand.h"

#include "cli/changecommand.h"
#include "cli/clitext.h"
#include "cli/output.h"
#include "simulator/demogateway.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

DemoCommand::DemoCommand(const CommonOptions &common, Output &output, QObject *parent)
    : Command(parent)
    , m_timeouts(common.timeouts)
    , m_verifyWait(common.verifyWait)
    , m_output(output)
{ }

DemoCommand::~DemoCommand() = default;

void DemoCommand::start()
{
    const ProtocolProfile profile = builtInProfile(builtInProfileNames().constFirst());
    m_gateway = std::make_unique<DemoGateway>(profile);
    QString reason;
    if (!m_gateway->start(&reason)) {
        JobResult result;
        result.error = {ErrorCode::Io, m_gateway->host(), reason};
        Q_EMIT finished(m_output.conclude({u"demo"_s, result}));
        return;
    }
    m_output.say(
        CliText::tr("This is the built-in simulated gateway on this computer; nothing on your network is "
                    "contacted."));

    GatewayTarget target;
    target.host = m_gateway->host();
    target.webSocketPort = m_gateway->webSocketPort();
    target.profile = profile;
    target.credentials = {DemoGateway::username(), {}, {}};
    target.timeouts = m_timeouts;
    ChangeRequest request;
    request.action = ChangeAction::Enable;
    request.verifyWait = m_verifyWait;
    m_job = std::make_unique<ChangeCommand>(
        u"demo"_s, target, PasswordSource{PasswordSource::Kind::Known, m_gateway->password()}, request,
        m_output);
    connect(m_job.get(), &Command::finished, this, &Command::finished);
    m_job->start();
}

void DemoCommand::cancel()
{
    if (m_job)
        m_job->cancel();
}

static std::unique_ptr<Command> makeDemo(Options &, const CommonOptions &common, Output &output)
{
    return std::make_unique<DemoCommand>(common, output);
}

CommandDescription describeDemo()
{
    CommandDescription demo;
    demo.summary = CliText::tr("Show the whole job against a simulated gateway.");
    demo.explanation =
        CliText::tr("Starts a simulated gateway on this computer and switches its Modbus TCP server on, "
                    "as enable does with a real one. Nothing on the network is contacted.");
    demo.groups = {commonOptions()};
    demo.examples = {u"demo"_s, u"demo --json"_s};
    demo.make = makeDemo;
    return demo;
}

} // namespace Sigen
