#include "cli/diagnosecommand.h"

#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/diagnosisreport.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/passwordrequest.h"
#include "cli/unitoptions.h"
#include "core/displaytext.h"
#include "diagnosis/knowngateway.h"
#include "settings/savedgateways.h"
#include "settings/settingsfile.h"
#include "words/advice.h"
#include "words/causewords.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int longestLinkTest = 3600; // reads, one a second
static constexpr qsizetype reportedFrames = 60;

DiagnoseCommand::DiagnoseCommand(DiagnoseOptions options, Output &output, QObject *parent)
    : Command(parent)
    , m_options(std::move(options))
    , m_output(output)
    , m_password(std::make_unique<PasswordRequest>(m_options.password,
                                                   m_options.request.target.credentials.username,
                                                   m_options.request.target.host, output))
{ }

DiagnoseCommand::~DiagnoseCommand() = default;

void DiagnoseCommand::start()
{
    connect(m_password.get(), &Operation::finished, this, &DiagnoseCommand::passwordFetched);
    m_password->start();
}

void DiagnoseCommand::cancel()
{
    m_cancelled = true;
    m_password->cancel();
    if (m_polling)
        m_polling->cancel();
    if (m_diagnosis)
        m_diagnosis->cancel();
}

void DiagnoseCommand::passwordFetched()
{
    const Error error = m_password->error();
    const bool isInterrupted = error.code == ErrorCode::Cancelled;
    DiagnosisRequest &request = m_options.request;
    if (error && m_options.passwordIsOptional && !isInterrupted) {
        m_output.say(error.code == ErrorCode::Usage ? m_password->problem() : errorMessage(error));
    } else if (error.code == ErrorCode::Usage) {
        m_output.complain(m_password->problem());
        Q_EMIT finished(ExitCode::wrongUse);
        return;
    } else if (error) {
        DiagnosisEvidence nothing;
        nothing.host = request.target.host;
        nothing.modbusPort = request.modbusPort.value_or(request.target.profile.defaultModbusPort);
        Q_EMIT finished(m_output.conclude(diagnosisResult(nothing, {}, error)));
        return;
    } else {
        request.signIn = m_options.password.kind != PasswordSource::Kind::None;
        request.target.credentials.password = m_password->password();
    }
    diagnose();
    if (m_cancelled) // just when the password had come
        m_diagnosis->cancel();
}

void DiagnoseCommand::diagnose()
{
    m_diagnosis = std::make_unique<Diagnosis>(m_options.request);
    connect(m_diagnosis.get(), &Diagnosis::layerStarted, this, [this](LayerId id) {
        const DiagnosisEvidence &evidence = m_diagnosis->evidence();
        m_output.check({layerName(id), layerTitle(id, evidence), StepState::Running});
    });
    connect(m_diagnosis.get(), &Diagnosis::layerEnded, this,
            [this](const Layer &layer) { m_output.check(checkReport(layer, m_diagnosis->evidence())); });
    connect(m_diagnosis.get(), &Diagnosis::progressChanged, this, [this](LayerId id, int done, int total) {
        const QString sentence = id == LayerId::Link ? CliText::tr("%1 of %2 reads").arg(done).arg(total)
                                                     : unitsAsked(done, total);
        m_output.progress(done, total, sentence);
    });
    if (m_output.wantsFrames() || !m_options.files.isEmpty())
        connect(m_diagnosis.get(), &Diagnosis::traced, this, &DiagnoseCommand::take);
    connect(m_diagnosis.get(), &Operation::finished, this, &DiagnoseCommand::diagnosed);
    m_diagnosis->start();
}

void DiagnoseCommand::take(const TraceEntry &entry)
{
    if (m_output.wantsFrames())
        m_output.frame(entry);
    if (m_options.files.isEmpty())
        return;
    m_report.frames.append(entry);
    if (m_report.frames.size() > reportedFrames)
        m_report.frames.removeFirst();
}

void DiagnoseCommand::diagnosed()
{
    const Error error = m_diagnosis->error();
    if (error || m_options.files.isEmpty())
        end(error);
    else if (m_diagnosis->evidence().provesPlant())
        readValues();
    else
        saveReports();
}

/// For the reports. One that fails is left out of them: the diagnosis has said what there is to say.
void DiagnoseCommand::readValues()
{
    const DiagnosisEvidence &evidence = m_diagnosis->evidence();
    PollRequest request;
    request.host = evidence.address.toString();
    request.allowPublic = m_options.request.target.allowPublic;
    request.port = evidence.modbusPort;
    request.count = 1;
    request.timeouts = m_options.request.target.timeouts;
    request.redactor = m_diagnosis->redactor();
    m_polling = std::make_unique<PlantPolling>(request);
    connect(m_polling.get(), &PlantPolling::polled, this, [this](const PlantPoll &poll) {
        if (!poll.error)
            m_report.values = ReportedValues{poll.at, poll.values};
    });
    connect(m_polling.get(), &Operation::finished, this, [this] {
        const Error error = m_polling->error();
        if (error.code == ErrorCode::Cancelled)
            end(error);
        else
            saveReports();
    });
    m_polling->start();
}

void DiagnoseCommand::saveReports()
{
    const DiagnosisEvidence &evidence = m_diagnosis->evidence();
    m_report.programVersion = QCoreApplication::applicationVersion();
    m_report.system = QSysInfo::prettyProductName();
    m_report.createdAt = QDateTime::currentDateTimeUtc();
    m_report.host = evidence.host;
    m_report.mac = evidence.neighbour.value_or(NeighbourFinding()).macs.value(0);
    m_report.diagnosis = ReportedDiagnosis{m_report.createdAt, evidence};
    QStringList saved;
    const Error error = writeReports(m_options.files, m_report, m_diagnosis->redactor(), &saved);
    for (const QString &file : std::as_const(saved))
        m_output.say(CliText::tr("Saved as %1.").arg(displayText(file)));
    end({}, error);
}

void DiagnoseCommand::end(const Error &error, const Error &fileError)
{
    const DiagnosisEvidence &evidence = m_diagnosis->evidence();
    const QList<Cause> causes = m_diagnosis->causes();
    ResultReport report = diagnosisResult(evidence, causes, error, fileError);
    const bool isKnown = !error || !causes.isEmpty() || evidence.provesPlant();
    if (error.code != ErrorCode::Usage && isKnown)
        printDiagnosis(m_output, causes, evidence);
    if (error)
        report.telling = Telling::Summary;
    else if (fileError)
        report.telling = Telling::Problem;
    Q_EMIT finished(m_output.conclude(report));
}

/// What earlier runs of the window know of the host, and that the keychain has its password.
static void readRegistry(DiagnoseOptions &diagnose, bool isUsernameGiven)
{
    SettingsFile file(SettingsFile::defaultPath());
    Registry registry;
    const SavedGateways saved(file, registry);
    const QString host = diagnose.request.target.host;
    const Gateway *const gateway = registry.find(registry.idAt(host));
    if (!gateway)
        return;
    takeKnown(diagnose.request, *gateway, registry.gateways());
    QString &username = diagnose.request.target.credentials.username;
    if (!isUsernameGiven && !gateway->way.username.isEmpty())
        username = gateway->way.username;
    if (diagnose.password.kind == PasswordSource::Kind::None
        && gateway->remembered.contains(username + u'@' + host)) {
        diagnose.password.kind = PasswordSource::Kind::Keychain;
        diagnose.passwordIsOptional = true;
    }
}

static std::unique_ptr<Command> makeDiagnose(Options &options, const CommonOptions &common, Output &output)
{
    DiagnoseOptions diagnose;
    DiagnosisRequest &request = diagnose.request;
    request.target = readTarget(options, common);
    request.modbusPort = options.port(u"modbus-port"_s);
    request.identity = readUnits(options);
    for (const UnitId unit : std::as_const(request.identity.units))
        request.wishedUnits += unit.value();
    if (request.identity.units.isEmpty() && !request.identity.sweep)
        request.identity.units = {*UnitId::fromInt(1), *UnitId::fromInt(2)};
    request.identity.documentVersion = true;
    request.verifyWait = common.verifyWait.value_or(std::chrono::milliseconds(0));
    request.reads = options.number(u"reads"_s, 0, longestLinkTest).value_or(DiagnosisRequest::standardReads);
    request.connections = options.number(u"connections"_s, 2, 3).value_or(0);
    request.redactor = environmentRedactor();
    diagnose.files = readReportFiles(options);
    diagnose.password = readPasswordSource(options, PasswordNeed::IfGiven);
    if (options.problem().isEmpty() && !options.isInterrupted())
        readRegistry(diagnose, options.has(u"username"_s));
    return std::make_unique<DiagnoseCommand>(std::move(diagnose), output);
}

CommandDescription describeDiagnose()
{
    CommandDescription diagnose;
    diagnose.summary = CliText::tr("Look at every layer, and say what is wrong and what to do.");
    diagnose.explanation = CliText::tr(
        "Is it the gateway, the network, or the other program? Looks at name, route, network card, WebSocket "
        "port, "
        "handshake, sign-in, setting, Modbus port, Modbus, units, identity and link, in this order, and "
        "names the "
        "first one at fault with what to do about it. Where nothing is wrong it gives the settings that "
        "worked. "
        "Signs in only where a password is given; changes nothing. The link test takes 20 seconds.");
    diagnose.groups = {
        {CliText::tr("Diagnosis:"),
         QList<QCommandLineOption>{
             {u"modbus-port"_s,
              CliText::tr("Modbus port; by default the one that the setting names, else 502."), u"N"_s},
             {u"reads"_s, CliText::tr("Reads of the link test, one a second (20); 0 leaves it out."), u"N"_s},
             {u"connections"_s, CliText::tr("Also try 2 or 3 Modbus connections at once."), u"N"_s},
         } + unitOptions()
             + reportOptions()},
        connectionOptions(),
        passwordOptions(PasswordNeed::IfGiven),
        commonOptions(),
    };
    diagnose.examples = {u"diagnose --host 192.168.1.150"_s,
                         u"diagnose --host 192.168.1.150 --reads 0 --json"_s,
                         u"diagnose --host 192.168.1.150 --keychain --units 1-4"_s,
                         u"diagnose --host 192.168.1.150 --report gateway.html --report gateway.txt"_s};
    diagnose.make = makeDiagnose;
    return diagnose;
}

} // namespace Sigen
