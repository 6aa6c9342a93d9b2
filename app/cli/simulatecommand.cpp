#include "cli/simulatecommand.h"

#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/passwordrequest.h"
#include "core/displaytext.h"
#include "simulator/faults.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// --list-faults: nothing is simulated.
class ListFaultsCommand final : public Command
{
public:
    explicit ListFaultsCommand(Output &output)
        : m_output(output)
    { }

    void start() override
    {
        QList<TextRow> rows;
        for (const FaultDescription &fault : simulatorFaults()) {
            rows.append({fault.name, fault.explanation});
            const QString face = fault.face == FaultFace::WebSocket ? u"websocket"_s
                : fault.face == FaultFace::Modbus                   ? u"modbus"_s
                                                                    : u"plant"_s;
            m_output.object(JsonLine("fault"_L1)
                                .add("name"_L1, QString(fault.name))
                                .add("face"_L1, face)
                                .add("explanation"_L1, QString(fault.explanation)));
        }
        m_output.table(rows);
        JobResult result;
        result.outcome = Outcome::Read;
        Q_EMIT finished(m_output.conclude({u"simulate"_s, result}));
    }
    void cancel() override { }

private:
    Output &m_output;
};

} // namespace

SimulateCommand::SimulateCommand(SimulatorOptions options, PasswordSource password, Output &output,
                                 QObject *parent)
    : Command(parent)
    , m_options(std::move(options))
    , m_output(output)
    , m_password(
          std::make_unique<PasswordRequest>(std::move(password), m_options.username, QString(), output))
{ }

SimulateCommand::~SimulateCommand() = default;

void SimulateCommand::start()
{
    connect(m_password.get(), &Operation::finished, this, &SimulateCommand::passwordFetched);
    m_password->start();
}

void SimulateCommand::cancel()
{
    m_cancelled = true;
    m_password->cancel();
    if (m_simulator)
        end(Outcome::Cancelled, {}, ExitCode::done); // the way it is meant to be ended
}

void SimulateCommand::passwordFetched()
{
    const Error error = m_password->error();
    if (error.code == ErrorCode::Usage) {
        m_output.complain(m_password->problem());
        Q_EMIT finished(ExitCode::wrongUse);
    } else if (error) {
        end(Outcome::Cancelled, error, exitCodeOf(Outcome::Cancelled, error.code));
    } else {
        m_options.password = m_password->password();
        listen();
        if (m_cancelled && m_simulator) // just when the password had come
            cancel();
    }
}

void SimulateCommand::listen()
{
    if (const ProtocolProfile &profile = m_options.profile; !profile.open.isEmpty()) {
        const Error error{ErrorCode::ProfileIncomplete, profile.name, profile.open.join("; "_L1)};
        end(Outcome::Failed, error, exitCodeOf(Outcome::Failed, error.code));
        return;
    }
    auto simulator = std::make_unique<GatewaySimulator>(m_options);
    connect(simulator.get(), &GatewaySimulator::reported, this,
            [this](const QString &text) { m_output.say(displayText(text)); });
    QString reason;
    if (!simulator->start(&reason)) {
        const Error error{ErrorCode::Io, m_options.address.toString(), reason};
        end(Outcome::Failed, error, exitCodeOf(Outcome::Failed, error.code));
        return;
    }
    m_simulator = std::move(simulator);
    const QString address = m_simulator->address().toString();
    const quint16 webSocketPort = m_simulator->webSocketPort();
    const quint16 modbusPort = m_simulator->modbusPort();
    m_output.line(CliText::tr("The simulated gateway listens on %1: WebSocket port %2, Modbus port %3 (%4).")
                      .arg(address, QString::number(webSocketPort), QString::number(modbusPort),
                           m_simulator->isEnabled() ? CliText::tr("on") : CliText::tr("off")));
    m_output.object(JsonLine("listening"_L1)
                        .add("address"_L1, address)
                        .add("wsPort"_L1, int(webSocketPort))
                        .add("modbusPort"_L1, int(modbusPort)));
    m_output.say(CliText::tr("Ctrl-C ends it."));
}

void SimulateCommand::end(Outcome outcome, const Error &error, int exitCode)
{
    JobResult result;
    result.outcome = outcome;
    result.error = error;
    result.host = m_options.address.toString();
    result.serial = m_options.serial;
    if (m_simulator)
        result.current = ReportedSetting{m_simulator->isEnabled(), m_simulator->modbusPort()};
    m_simulator.reset();
    ResultReport report{u"simulate"_s, result};
    report.exitCode = exitCode;
    Q_EMIT finished(m_output.conclude(report));
}

static std::unique_ptr<Command> makeSimulate(Options &options, const CommonOptions &, Output &output)
{
    if (options.has(u"list-faults"_s))
        return std::make_unique<ListFaultsCommand>(output);

    SimulatorOptions simulator;
    if (const auto bind = options.text(u"bind"_s)) {
        const bool bracketed = bind->startsWith(u'[') && bind->endsWith(u']');
        simulator.address = QHostAddress(bracketed ? bind->sliced(1, bind->size() - 2) : *bind);
        if (simulator.address.isNull())
            options.reject(CliText::tr("The option --bind takes an address of this computer, not “%1”.")
                               .arg(displayText(*bind, 40)));
    }
    simulator.profile = readProfile(options);
    simulator.webSocketPort = options.port(u"ws-port"_s, true).value_or(simulator.profile.webSocketPort());
    simulator.modbusPort = options.port(u"modbus-port"_s, true).value_or(0);
    simulator.initiallyEnabled = options.has(u"enabled"_s);
    simulator.username = options.text(u"username"_s).value_or(QString());
    if (const auto serial = options.text(u"serial"_s))
        simulator.serial = *serial;
    simulator.faults = options.texts(u"fault"_s);
    for (const QString &fault : std::as_const(simulator.faults)) {
        if (!faultByName(fault))
            options.reject(CliText::tr("There is no fault “%1”; simulate --list-faults lists all faults.")
                               .arg(displayText(fault, 40)));
    }
    PasswordSource password = readPasswordSource(options, PasswordNeed::ToRequire);
    return std::make_unique<SimulateCommand>(std::move(simulator), std::move(password), output);
}

CommandDescription describeSimulate()
{
    CommandDescription simulate;
    simulate.summary = CliText::tr("Run a simulated gateway.");
    simulate.explanation = CliText::tr("Runs a simulated gateway with a WebSocket and a Modbus port, to try "
                                       "out tools and failures without touching a plant. Ctrl-C ends it.");
    simulate.groups = {
        {CliText::tr("Simulated gateway:"),
         {
             {u"bind"_s, CliText::tr("Address to listen on (127.0.0.1)."), u"A"_s},
             {u"ws-port"_s, CliText::tr("WebSocket port (8080); 0 is any free one."), u"N"_s},
             {u"modbus-port"_s,
              CliText::tr("Modbus port; by default, and with 0, 502 if permitted, else any free one."),
              u"N"_s},
             {u"enabled"_s, CliText::tr("Start with the Modbus TCP server switched on.")},
             {u"profile"_s,
              CliText::tr("Protocol profile, by name (%1) or as a JSON file.")
                  .arg(builtInProfileNames().join(", "_L1)),
              u"NAME|FILE"_s},
             {u"username"_s, CliText::tr("The only user name that can sign in; by default any can."), u"U"_s},
             {u"serial"_s, CliText::tr("Serial number to report."), u"SN"_s},
             {u"fault"_s, CliText::tr("Fault to simulate; may be repeated."), u"NAME"_s},
             {u"list-faults"_s, CliText::tr("List the faults and exit.")},
         }},
        passwordOptions(PasswordNeed::ToRequire),
        commonOptions(false),
    };
    simulate.examples = {u"simulate"_s, u"simulate --ws-port 0 --fault port-never-opens --json"_s,
                         u"simulate --list-faults"_s};
    simulate.network = false;
    simulate.make = makeSimulate;
    return simulate;
}

} // namespace Sigen
