#include "cli/probecommand.h"

#include "cli/clitext.h"
#include "cli/connectionoptions.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/password.h"
#include "core/displaytext.h"
#include "core/safefile.h"
#include "report/offerdocument.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QString faceText(const WebFace &face, const QString &name)
{
    if (face.status > 0 && face.server.isEmpty())
        return CliText::tr("%1 status %2", "HTTP").arg(name).arg(face.status);
    if (face.status > 0)
        return CliText::tr("%1 status %2 from %3", "HTTP")
            .arg(name)
            .arg(face.status)
            .arg(displayText(face.server, 40));
    return CliText::tr("no %1 answer", "HTTP").arg(name);
}

/// What a port offers, in a few words.
static QString offerText(const PortOffer &port)
{
    if (port.finding.state != PortState::Open)
        return QString(portStateName(port.finding.state));
    QStringList parts;
    if (port.modbus) {
        const QString verdict = modbusVerdictName(port.modbus->verdict);
        const QString model = displayText(port.modbus->model(), 40);
        parts += model.isEmpty() ? CliText::tr("Modbus: %1").arg(verdict)
                                 : CliText::tr("Modbus: %1, %2").arg(verdict, model);
    }
    if (port.plain)
        parts += faceText(*port.plain, u"HTTP"_s);
    if (port.tls && !port.tls->tlsProtocol.isEmpty()) {
        parts += port.tls->tlsProtocol;
        if (port.tls->certificate)
            parts += CliText::tr("certificate of %1").arg(displayText(port.tls->certificate->subject, 40));
        parts += faceText(*port.tls, u"HTTPS"_s);
    }
    for (const WebSocketOffer &offer : port.webSockets) {
        if (offer.face.isUpgraded)
            parts += CliText::tr("WebSocket on %1").arg(offer.path);
    }
    return QString(portStateName(port.finding.state)) + u", "_s + parts.join(", "_L1);
}

ProbeCommand::ProbeCommand(OfferRequest request, QString file, Output &output, QObject *parent)
    : Command(parent)
    , m_output(output)
    , m_file(std::move(file))
    , m_redactor(request.redactor)
    , m_probe(std::move(request))
{ }

void ProbeCommand::start()
{
    connect(&m_probe, &OfferProbe::portEnded, this, &ProbeCommand::report);
    if (m_output.wantsFrames())
        connect(&m_probe, &OfferProbe::traced, this,
                [this](const TraceEntry &entry) { m_output.frame(entry); });
    connect(&m_probe, &Operation::finished, this, &ProbeCommand::end);
    m_probe.start();
}

void ProbeCommand::cancel()
{
    m_probe.cancel();
}

void ProbeCommand::report(const PortOffer &port)
{
    constexpr qsizetype portWidth = 6;
    const Look look = port.finding.state == PortState::Open ? Look::Strong : Look::Faint;
    m_output.line(QString::number(port.port).leftJustified(portWidth) + m_redactor.sentence(offerText(port)),
                  look);
}

void ProbeCommand::end()
{
    const HostOffer &offer = m_probe.offer();
    ResultReport report;
    report.command = u"probe"_s;
    report.result.host = offer.host;
    report.result.error = m_probe.error();
    if (!report.result.error && !offer.isThere())
        report.result.error = {ErrorCode::ConnectTimeout, offer.address, u"no port answered"_s};
    const ErrorCode code = report.result.error.code;
    report.result.outcome = code == ErrorCode::Cancelled ? Outcome::Cancelled
        : code == ErrorCode::None                        ? Outcome::Read
                                                         : Outcome::Failed;
    QString saved;
    if (code == ErrorCode::None) {
        report.outcome = "probed"_L1;
        report.telling = Telling::Problem;
        if (!m_file.isEmpty())
            report.result.error =
                writeSafely(m_file, offerFile(offer, m_redactor, QCoreApplication::applicationVersion()));
        if (report.result.error)
            report.exitCode = ExitCode::internalError;
        else
            saved = m_file;
    }
    if (!saved.isEmpty())
        m_output.say(CliText::tr("Saved as %1.").arg(displayText(saved)));
    const QJsonObject seen = offerObject(offer, m_redactor, Readership::Owner);
    report.more.add("ports"_L1, seen.value("ports"_L1)).add("file"_L1, jsonText(saved));
    Q_EMIT finished(m_output.conclude(report));
}

static std::unique_ptr<Command> makeProbe(Options &options, const CommonOptions &common, Output &output)
{
    OfferRequest request;
    request.host = readHost(options, &request.allowPublic);
    request.timeouts = common.timeouts;
    request.redactor = environmentRedactor();
    const std::optional<QString> file = options.text(u"output"_s);
    if (file && file->isEmpty())
        options.reject(CliText::tr("The option --output needs the name of a file."));
    return std::make_unique<ProbeCommand>(request, file.value_or(QString()), output);
}

CommandDescription describeProbe()
{
    CommandDescription probe;
    probe.summary = CliText::tr("Look at what a host offers, without signing in.");
    probe.explanation = CliText::tr("Tries the ports that gateways and their relatives are known to use, and "
                                    "looks at what answers: HTTP, TLS "
                                    "with its certificate, WebSocket handshakes on known paths, and Modbus. "
                                    "Ports 502, 1502 and 6607 get Modbus "
                                    "reads only. Sends no password and follows no redirect. The file that "
                                    "--output saves is for those who write "
                                    "a profile: serial number and MAC address are shortened in it.");
    probe.groups = {
        hostOptions(),
        {CliText::tr("Evidence:"),
         {
             {u"output"_s, CliText::tr("Save what was seen in FILE, as JSON."), u"FILE"_s},
         }},
        commonOptions(),
    };
    probe.examples = {u"probe --host 192.168.1.150"_s, u"probe --host 192.168.1.150 --output gateway.json"_s};
    probe.looksForTls = true;
    probe.make = makeProbe;
    return probe;
}

} // namespace Sigen
