#include "cli/verifycommand.h"

#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/output.h"
#include "cli/password.h"
#include "cli/unitoptions.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr quint16 standardModbusPort = 502;

VerifyCommand::VerifyCommand(const VerificationRequest &request, std::optional<quint16> gatewayPort,
                             std::optional<quint16> testPort, Output &output, QObject *parent)
    : Command(parent)
    , m_gatewayPort(gatewayPort)
    , m_testPort(testPort)
    , m_output(output)
    , m_verification(request)
{ }

void VerifyCommand::start()
{
    connect(&m_verification, &Verification::stepChanged, this,
            [this](const Step &step) { m_output.step(step); });
    connect(&m_verification, &Verification::progressChanged, this,
            [this](int done, int total) { m_output.progress(done, total, unitsAsked(done, total)); });
    if (m_output.wantsFrames())
        connect(&m_verification, &Verification::traced, this,
                [this](const TraceEntry &entry) { m_output.frame(entry); });
    connect(&m_verification, &Operation::finished, this, &VerifyCommand::end);
    m_verification.start();
}

void VerifyCommand::end()
{
    JobResult result = m_verification.result();
    result.testPort = m_testPort;
    Q_EMIT finished(m_output.conclude({u"verify"_s, result, m_gatewayPort}));
}

void VerifyCommand::cancel()
{
    m_verification.cancel();
}

static std::unique_ptr<Command> makeVerify(Options &options, const CommonOptions &common, Output &output)
{
    VerificationRequest request;
    request.host = readHost(options, &request.allowPublic);
    const std::optional<quint16> testPort = options.port(u"test-port"_s);
    std::optional<quint16> port = options.port(u"modbus-port"_s);
    if (port && testPort && port != testPort)
        options.reject(CliText::tr(
            "The options --modbus-port and --test-port give different ports, but verify tests only one."));
    if (!testPort && !port)
        port = standardModbusPort;
    request.port = testPort.value_or(port.value_or(standardModbusPort));
    request.wait = common.verifyWait.value_or(std::chrono::milliseconds(0));
    request.identity = readUnits(options);
    request.timeouts = common.timeouts;
    request.redactor = environmentRedactor();
    return std::make_unique<VerifyCommand>(request, port, testPort, output);
}

CommandDescription describeVerify()
{
    CommandDescription verify;
    verify.summary = CliText::tr("Test the port and read Modbus, without signing in.");
    verify.explanation = CliText::tr(
        "Tests from this computer whether the Modbus port accepts connections and whether a Sigenergy "
        "plant answers there. Needs no password and never contacts the WebSocket port.");
    verify.groups = {
        hostOptions(),
        {CliText::tr("Test:"),
         QList<QCommandLineOption>{{u"modbus-port"_s, CliText::tr("Modbus port (502)."), u"N"_s},
                                   testPortOption()}
             + unitOptions()},
        commonOptions(),
    };
    verify.examples = {u"verify --host 192.168.1.150"_s,
                       u"verify --host 192.168.1.150 --verify-wait 60 --json"_s,
                       u"verify --host 192.168.1.150 --units 1-4"_s};
    verify.make = makeVerify;
    return verify;
}

} // namespace Sigen
