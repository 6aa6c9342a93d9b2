#include "diagnosis/diagnosis.h"

#include "core/displaytext.h"
#include "diagnosis/linktest.h"
#include "gateway/requests.h"
#include "gateway/session.h"
#include "modbus/modbusreader.h"
#include "network/hostlookup.h"
#include "network/neighbourtable.h"
#include "network/reach.h"
#include "workflow/changeplan.h"
#include "workflow/tlsprobe.h"
#include "workflow/verification.h"

#include <QMetaMethod>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Where a setting names an address: perhaps that of the only client it lets in, perhaps one it binds to (a
/// client of this protocol and the vendor's Japanese installer manual; unconfirmed).
static constexpr QLatin1StringView addressKey{"modbusIp"};

Diagnosis::Diagnosis(DiagnosisRequest request, QObject *parent)
    : Operation(noDeadline, parent)
    , m_request(std::move(request))
    , m_redactor(m_request.redactor)
{
    const GatewayTarget &target = m_request.target;
    m_redactor.add(target.credentials.password);
    m_evidence.host = target.host;
    m_endpoints = endpointsOf(target);
    if (!m_endpoints.isEmpty())
        m_evidence.webSocketPort = m_endpoints.constFirst().port;
    const quint16 usualPort = m_request.knownPort ? m_request.knownPort : target.profile.defaultModbusPort;
    m_evidence.modbusPort = m_request.modbusPort.value_or(usualPort);
    m_evidence.username = target.credentials.username;
    m_evidence.wishedSerial =
        target.credentials.serial.isEmpty() ? target.expectedSerial : target.credentials.serial;
    m_evidence.wishedUnits = m_request.wishedUnits;
    m_evidence.signInAsked = m_request.signIn;
    m_evidence.linkAsked = m_request.reads > 0;
}

Diagnosis::~Diagnosis() = default;

void Diagnosis::run()
{
    const QStringList &open = m_request.target.profile.open;
    if (!open.isEmpty() || m_endpoints.isEmpty())
        return fail({ErrorCode::ProfileIncomplete, m_request.target.profile.name, open.value(0)});
    begin(LayerId::Name);
    if (hasEnded())
        return;
    runStep(std::make_unique<HostLookup>(m_request.target.host, m_request.target.allowPublic,
                                         m_request.target.timeouts.connect),
            [this](const HostLookup &lookup) { lookedUp(lookup); });
}

void Diagnosis::release()
{
    endSession();
    m_held.clear();
}

void Diagnosis::cancelRequested()
{
    if (auto *const verification = qobject_cast<Verification *>(currentStep())) {
        verification->cancel();
        takeVerification(verification->result());
    } else if (const auto *const link = qobject_cast<const LinkTest *>(currentStep())) {
        takeLink(*link);
    }
    conclude({ErrorCode::Cancelled, m_request.target.host, {}});
}

// --- layers ---

void Diagnosis::begin(LayerId id)
{
    m_clock.start();
    Q_EMIT layerStarted(id);
}

void Diagnosis::end(LayerId id)
{
    m_evidence.elapsed.insert(id, std::chrono::milliseconds(m_clock.elapsed()));
    passTo(id);
}

/// Tells all layers up to this one that can be judged. One that can't holds the ones behind it up.
void Diagnosis::passTo(LayerId id)
{
    m_passed = std::max(m_passed, int(id) + 1);
    while (m_told < m_passed && !hasEnded()) {
        const Layer layer = judgeLayer(LayerId(m_told), m_evidence);
        if (layer.state == StepState::Running)
            return;
        ++m_told;
        Q_EMIT layerEnded(layer);
    }
}

void Diagnosis::conclude(Error error)
{
    m_evidence.ended = true;
    passTo(LayerId::Link);
    if (hasEnded()) // cancelled in a slot of a layer
        return;
    if (error)
        fail(std::move(error));
    else
        succeed();
}

// --- name, route, neighbour and WebSocket port ---

void Diagnosis::lookedUp(const HostLookup &lookup)
{
    m_evidence.nameError = lookup.error();
    if (lookup.error().code == ErrorCode::HostNotFound) {
        end(LayerId::Name);
        return conclude();
    }
    if (lookup.error().code == ErrorCode::Usage) // there is nothing to diagnose
        return fail(lookup.error());
    if (lookup.error())
        return conclude(lookup.error());
    m_evidence.addresses = lookup.addresses();
    m_evidence.address = m_evidence.addresses.constFirst();
    end(LayerId::Name);
    if (hasEnded())
        return;
    begin(LayerId::Route);
    if (!hasEnded())
        knock();
}

void Diagnosis::knock()
{
    m_evidence.route = routeTo(m_evidence.address);
    end(LayerId::Route);
    if (hasEnded())
        return;
    if (m_evidence.route->way == Route::Way::None && m_evidence.addresses.size() == 1)
        return conclude();
    // The system asks for the neighbour's MAC address when something is sent to it, and not before.
    begin(LayerId::WebSocketPort);
    if (!hasEnded())
        knockAt();
}

/// Of the profile's endpoints the first that accepts is the one.
void Diagnosis::knockAt()
{
    m_evidence.webSocketPort = m_endpoints.constFirst().port;
    runStep(
        std::make_unique<Reach>(m_evidence.addresses, m_evidence.webSocketPort, m_request.target.timeouts),
        [this](Reach &reach) { knocked(reach); });
}

void Diagnosis::knocked(Reach &reach)
{
    if (reach.error())
        return conclude(reach.error());
    if (reach.portState() != PortState::Open && m_endpoints.size() > 1) {
        m_endpoints.removeFirst();
        return knockAt();
    }
    m_evidence.webSocket = PortFinding{reach.portState(), reach.detail()};
    if (reach.address() != m_evidence.address) {
        m_evidence.address = reach.address();
        m_evidence.route = routeTo(m_evidence.address);
    }
    // The probe's connection is not the WebSocket's; it goes before the next one comes.
    reach.takeConnection().reset();
    const bool isIpv4 = m_evidence.address.protocol() == QAbstractSocket::IPv4Protocol;
    m_evidence.neighbour = NeighbourFinding{isIpv4 && tellsNeighbours(), {}, m_request.knownMac};
    noteNeighbour();
    end(LayerId::WebSocketPort);
    if (hasEnded())
        return;
    if (isNobodyThere(m_evidence))
        return conclude();
    m_candidates =
        m_evidence.webSocketAnswers() ? QList<QHostAddress>{m_evidence.address} : m_evidence.addresses;
    if (m_evidence.webSocket->state == PortState::Open)
        shakeHands();
    else
        tryModbusPort(0);
}

/// More than one MAC address at one address, one after the other, is two devices.
void Diagnosis::noteNeighbour()
{
    if (!m_evidence.neighbour || !m_evidence.route || m_evidence.route->way != Route::Way::OwnNetwork)
        return;
    const quint32 address = m_evidence.address.toIPv4Address();
    const QList<Neighbour> table = readNeighbourTable();
    for (const Neighbour &each : table) {
        if (each.address == address && !m_evidence.neighbour->macs.contains(each.mac))
            m_evidence.neighbour->macs += each.mac;
    }
}

// --- handshake, sign-in and setting ---

void Diagnosis::shakeHands()
{
    begin(LayerId::Handshake);
    if (hasEnded())
        return;
    const GatewayTarget &target = m_request.target;
    const GatewayEndpoint endpoint{m_evidence.address, m_evidence.webSocketPort, target.pathOverride,
                                   m_endpoints.constFirst().tls, target.fingerprint};
    m_session = std::make_unique<GatewaySession>(endpoint, target.profile, target.timeouts);
    m_session->setRedactor(m_redactor);
    if (isSignalConnected(QMetaMethod::fromSignal(&Diagnosis::traced)))
        connect(m_session.get(), &GatewaySession::traced, this, &Diagnosis::traced);
    runStep(m_session->open(), [this](const OpenRequest &request) {
        if (request.error())
            return handshakeFailed(request.error());
        m_evidence.handshake = Error{};
        m_evidence.path = displayText(m_session->path());
        end(LayerId::Handshake);
        if (hasEnded())
            return;
        if (m_request.signIn)
            return signIn();
        m_session.reset();
        tryModbusPort(0);
    });
}

void Diagnosis::handshakeFailed(const Error &error)
{
    m_session.reset();
    runStep(std::make_unique<TlsProbe>(m_evidence.address, m_evidence.webSocketPort,
                                       m_request.target.timeouts.handshake),
            [this, error](const TlsProbe &probe) {
                m_evidence.handshake = error;
                if (probe.speaksTls() && !m_endpoints.constFirst().tls)
                    m_evidence.handshake->code = ErrorCode::TlsOnly;
                end(LayerId::Handshake);
                if (!hasEnded())
                    tryModbusPort(0);
            });
}

void Diagnosis::signIn()
{
    if (!m_sessionRenewed)
        begin(LayerId::SignIn);
    if (hasEnded())
        return;
    runStep(m_session->signIn(m_request.target.credentials), [this](const SignInRequest &request) {
        m_evidence.signIn = request.error();
        m_redactor = m_session->redactor();
        if (!request.error())
            signedIn();
        if (hasEnded())
            return;
        if (!m_sessionRenewed)
            end(LayerId::SignIn);
        if (hasEnded())
            return;
        if (!*m_evidence.signIn)
            return readSetting();
        endSession();
        tryModbusPort(0);
    });
}

void Diagnosis::signedIn()
{
    m_evidence.reportedSerial = m_redactor.sentence(m_session->reportedSerial());
    const QString &wished = m_evidence.wishedSerial;
    if (!wished.isEmpty() && !m_evidence.reportedSerial.isEmpty() && m_evidence.reportedSerial != wished)
        m_evidence.signIn = Error{ErrorCode::WrongGateway, m_request.target.host,
                                  u"%1 ≠ %2"_s.arg(m_evidence.reportedSerial, wished)};
}

/// At once: others may be waiting for its place.
void Diagnosis::endSession()
{
    if (m_session)
        m_session->signOut();
    m_session.reset();
}

void Diagnosis::readSetting()
{
    if (!m_sessionRenewed)
        begin(LayerId::Setting);
    if (hasEnded())
        return;
    runStep(m_session->readSetting(), [this](const ReadSettingRequest &request) {
        if (request.error().code == ErrorCode::SessionRefused && !std::exchange(m_sessionRenewed, true))
            return signIn();
        m_evidence.settingRead = request.error();
        if (!request.error()) {
            m_evidence.setting = reported(request.setting());
            const QHostAddress named(request.setting().extra.value(addressKey).toString());
            if (!named.isNull() && named != QHostAddress(QHostAddress::AnyIPv4))
                m_evidence.allowedClient = named.toString();
            if (!m_request.modbusPort && m_evidence.setting->port)
                m_evidence.modbusPort = *m_evidence.setting->port;
        }
        endSession();
        end(LayerId::Setting);
        if (!hasEnded())
            tryModbusPort(0);
    });
}

// --- Modbus port and who answers on it ---

void Diagnosis::tryModbusPort(qsizetype candidate)
{
    m_portSteps.clear();
    VerificationRequest request;
    request.host = m_request.target.host;
    request.address = m_candidates.at(candidate);
    request.allowPublic = m_request.target.allowPublic;
    request.port = m_evidence.modbusPort;
    request.wait = m_request.verifyWait;
    request.identity = m_request.identity;
    if (m_evidence.setting)
        request.expectedSerial = m_evidence.reportedSerial;
    request.redactor = m_redactor;
    request.timeouts = m_request.target.timeouts;
    auto *const verification =
        runStep(std::make_unique<Verification>(request),
                [this, candidate](const Verification &ended) { verified(ended, candidate); });
    connect(verification, &Verification::stepChanged, this, &Diagnosis::takeStep);
    connect(verification, &Verification::progressChanged, this,
            [this](int done, int total) { Q_EMIT progressChanged(LayerId::Units, done, total); });
    connect(verification, &Verification::traced, this, [this](const TraceEntry &entry) {
        if (entry.direction == TraceEntry::Direction::Received && !m_firstAnswer)
            m_firstAnswer = std::chrono::milliseconds(m_clock.elapsed());
        Q_EMIT traced(entry);
    });
}

/// The first answer is the plant's; what comes after it is about the units.
void Diagnosis::takeStep(const Step &step)
{
    const bool isPort = step.id == StepId::Port;
    if (step.state == StepState::Running) {
        m_firstAnswer.reset();
        begin(isPort ? LayerId::ModbusPort : LayerId::Modbus);
        return;
    }
    m_portSteps.append(step);
    const std::chrono::milliseconds first = isPort ? step.elapsed : m_firstAnswer.value_or(step.elapsed);
    m_evidence.elapsed.insert(isPort ? LayerId::ModbusPort : LayerId::Modbus, first);
    if (isPort)
        return;
    m_evidence.elapsed.insert(LayerId::Units, std::max(std::chrono::milliseconds(0), step.elapsed - first));
    m_evidence.modbusSaid = step.detail;
}

void Diagnosis::takeVerification(const JobResult &result)
{
    if (result.port)
        m_evidence.modbus = PortFinding{*result.port, result.error.detail};
    if (result.modbus && result.modbus->verdict != ModbusVerdict::NotTested)
        m_evidence.identity = result.modbus;
}

void Diagnosis::verified(const Verification &verification, qsizetype candidate)
{
    const JobResult &result = verification.result();
    if (result.outcome == Outcome::Failed)
        return conclude(result.error);
    const bool isOpen = result.port == PortState::Open;
    if (!isOpen && candidate + 1 < m_candidates.size())
        return tryModbusPort(candidate + 1);
    if (isOpen && m_candidates.at(candidate) != m_evidence.address) {
        m_evidence.address = m_candidates.at(candidate);
        m_evidence.route = routeTo(m_evidence.address);
    }
    m_portTest = result;
    takeVerification(result);
    noteNeighbour();
    passTo(m_evidence.provesPlant() ? LayerId::Units : LayerId::Modbus);
    if (hasEnded())
        return;
    if (m_evidence.provesPlant())
        askKnownHosts();
    else
        searchElsewhere();
}

} // namespace Sigen
