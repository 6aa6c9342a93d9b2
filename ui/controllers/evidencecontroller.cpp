#include "ui/controllers/evidencecontroller.h"

#include "core/displaytext.h"
#include "core/safefile.h"
#include "diagnosis/offerprobe.h"
#include "report/offerdocument.h"
#include "ui/controllers/gatewaycontroller.h"
#include "words/advice.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

EvidenceController::EvidenceController(GatewayController &gateway, const GatewayEnvironment &environment,
                                       QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_environment(environment)
{ }

EvidenceController::~EvidenceController() = default;

QString EvidenceController::suggestedFileName()
{
    return u"sigen-modbus-evidence.json"_s;
}

/// The usual ports, and those of this gateway where they are others.
static OfferRequest offerRequest(const GatewayController &gateway, const Timeouts &timeouts)
{
    OfferRequest request;
    const GatewayTarget target = gateway.target();
    request.host = target.host;
    request.allowPublic = target.allowPublic;
    request.timeouts = timeouts;
    request.redactor = gateway.jobs().redactor();
    const auto isAsked = [&request](quint16 port) {
        return request.webPorts.contains(port) || request.modbusPorts.contains(port);
    };
    const quint16 modbusPort = gateway.modbusPort();
    if (!isAsked(modbusPort))
        request.modbusPorts += modbusPort;
    const quint16 webSocketPort = Sigen::webSocketPort(gateway.gateway(), gateway.session());
    if (!isAsked(webSocketPort))
        request.webPorts += webSocketPort;
    return request;
}

bool EvidenceController::canStart() const
{
    return !m_probe && !m_gateway.gateway().demo;
}

void EvidenceController::start(const QString &path)
{
    if (!canStart())
        return;
    const OfferRequest request = offerRequest(m_gateway, m_environment.timeouts);
    m_path = path;
    m_done = 0;
    m_total = static_cast<int>(request.webPorts.size() + request.modbusPorts.size());
    m_hasEnded = m_isSilent = false;
    m_error = {};
    m_probe = std::make_unique<OfferProbe>(request);
    connect(m_probe.get(), &OfferProbe::portEnded, this, [this] {
        ++m_done;
        Q_EMIT changed();
    });
    connect(m_probe.get(), &OfferProbe::traced, this, &EvidenceController::traced);
    connect(m_probe.get(), &Operation::finished, this, &EvidenceController::ended);
    m_probe->start();
    Q_EMIT changed();
}

void EvidenceController::stop()
{
    if (m_probe)
        m_probe->cancel();
}

void EvidenceController::ended()
{
    const std::unique_ptr<OfferProbe> probe = std::move(m_probe);
    m_hasEnded = true;
    m_error = probe->error();
    m_isSilent = !m_error && !probe->offer().isThere();
    if (!m_error && !m_isSilent)
        m_error = writeSafely(
            m_path, offerFile(probe->offer(), m_gateway.jobs().redactor(), m_environment.programVersion));
    Q_EMIT changed();
}

void EvidenceController::reset()
{
    m_probe.reset();
    m_hasEnded = false;
    Q_EMIT changed();
}

QString EvidenceController::text() const
{
    if (m_probe)
        return tr("Looking at what the gateway offers: %1 of %2 ports").arg(m_done).arg(m_total);
    if (!m_hasEnded)
        return {};
    if (m_error.code == ErrorCode::Cancelled)
        return tr("Stopped; no evidence was saved.");
    if (m_error.code == ErrorCode::Io && m_error.context == m_path)
        return tr("The file %1 could not be written: %2")
            .arg(displayText(m_path), displayText(m_error.detail));
    if (m_error)
        return errorMessage(m_error);
    if (m_isSilent)
        return tr("No port answered, so no evidence was saved.");
    return tr("The evidence was saved as %1. It holds no password; serial number and MAC address are "
              "shortened in it.")
        .arg(displayText(m_path));
}

} // namespace Sigen
