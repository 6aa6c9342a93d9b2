// The second half of a Diagnosis: what is worth knowing once it is known whether a plant answers.

#include "diagnosis/diagnosis.h"
#include "diagnosis/linktest.h"
#include "discovery/networkscan.h"
#include "modbus/identityrules.h"
#include "modbus/modbusreader.h"
#include "network/addresspolicy.h"
#include "network/portprobe.h"
#include "network/scanplan.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Larger networks are not searched without being asked to.
static constexpr int smallestPrefix = 24;
static constexpr int mostKnownHosts = 8;

// --- other hosts ---

/// The port is closed though the server is on: the gateway may listen on its other network card.
void Diagnosis::searchElsewhere()
{
    const bool isWorthIt = m_evidence.isOn() && m_evidence.modbusPortIs(PortState::Closed)
        && !m_evidence.reportedSerial.isEmpty() && m_evidence.route
        && m_evidence.route->way == Route::Way::OwnNetwork
        && m_evidence.route->network.prefix >= smallestPrefix && isPrivateAddress(m_evidence.address);
    if (!isWorthIt)
        return conclude();
    searchHosts({m_evidence.route->network.text()}, SearchFor::Gateways, [this] { conclude(); });
}

/// Those from before that had the serial number which was found here.
void Diagnosis::askKnownHosts()
{
    const QString serial = m_evidence.identity->serial();
    QStringList addresses;
    for (const HostFinding &known : m_request.knownHosts) {
        const bool isOther =
            known.address != m_evidence.address.toString() && !addresses.contains(known.address);
        if (!serial.isEmpty() && known.serial == serial && isOther && addresses.size() < mostKnownHosts)
            addresses += known.address;
    }
    if (addresses.isEmpty())
        return testLink();
    searchHosts(addresses, SearchFor::KnownHosts, [this] { testLink(); });
}

void Diagnosis::searchHosts(const QStringList &networks, SearchFor whom, std::function<void()> next)
{
    ScanPlanOptions wished;
    wished.networks = networks;
    const ScanPlanOrError planned = planScan(localInterfaces(), wished);
    const auto *const plan = std::get_if<ScanPlan>(&planned);
    if (!plan || plan->needsConfirmation)
        return next();
    ScanOptions options;
    options.profile = m_request.target.profile;
    options.webSocketPort = m_evidence.webSocketPort;
    options.modbusPort = m_evidence.modbusPort;
    options.hostNames = false;
    options.allModbus = whom == SearchFor::KnownHosts;
    runStep(std::make_unique<NetworkScan>(*plan, options),
            [this, next = std::move(next)](const NetworkScan &scan) {
                takeHosts(scan);
                next();
            });
}

void Diagnosis::takeHosts(const NetworkScan &scan)
{
    const QList<DiscoveredHost> hosts = scan.hosts();
    for (const DiscoveredHost &host : hosts) {
        if (host.serial.isEmpty() || host.address == m_evidence.address)
            continue;
        DeviceIdentity device;
        device.model = m_redactor.piece(host.model);
        device.serial = m_redactor.piece(host.serial);
        m_evidence.others.append({host.address.toString(), host.mac, device.serial, {device}});
    }
}

// --- the link ---

void Diagnosis::testLink()
{
    const ModbusIdentity &identity = *m_evidence.identity;
    const auto unit = UnitId::fromInt(identity.unitIds().value(0));
    if (!unit)
        return conclude();
    const bool isWholeTest = m_request.reads > 0;
    if (isWholeTest)
        begin(LayerId::Link);
    if (hasEnded())
        return;
    const ReadFunction function =
        identity.usedHoldingRegisters ? ReadFunction::HoldingRegisters : ReadFunction::InputRegisters;
    auto *const test =
        runStep(std::make_unique<LinkTest>(m_evidence.address, m_evidence.modbusPort, *unit, function,
                                           m_request.reads, m_request.target.timeouts),
                [this](const LinkTest &ended) {
                    takeLink(ended);
                    if (m_request.reads > 0)
                        m_evidence.elapsed.insert(LayerId::Link, ended.elapsed());
                    askSerialAgain();
                });
    connect(test, &LinkTest::traced, this, &Diagnosis::traceModbus);
    connect(test, &LinkTest::readEnded, this, [this, isWholeTest](int done, int total) {
        noteNeighbour();
        if (isWholeTest)
            Q_EMIT progressChanged(LayerId::Link, done, total);
    });
}

void Diagnosis::traceModbus(TraceEntry entry)
{
    entry.text = m_redactor.hexDump(entry.text);
    Q_EMIT traced(entry);
}

void Diagnosis::takeLink(const LinkTest &test)
{
    if (m_request.reads > 0)
        m_evidence.link = test.finding();
    m_evidence.clockBehind = test.clockBehind();
}

/// Two devices may share an address, or a unit id behind a proxy, and take turns.
void Diagnosis::askSerialAgain()
{
    const QList<DeviceIdentity> &devices = m_evidence.identity->devices;
    const auto known = std::find_if(devices.cbegin(), devices.cend(),
                                    [](const DeviceIdentity &each) { return !each.serial.isEmpty(); });
    if (known == devices.cend())
        return tryConnections();
    const UnitId unit = *UnitId::fromInt(known->unit);
    const QString serial = known->serial;
    const auto deadline = m_request.target.timeouts.connect;
    runStep(std::make_unique<PortProbe>(m_evidence.address, m_evidence.modbusPort, deadline),
            [this, unit, serial](PortProbe &probe) {
                std::unique_ptr<TcpConnection> connection = probe.takeConnection();
                if (!connection)
                    return tryConnections();
                auto reader = std::make_shared<ModbusReader>(std::move(connection));
                ReadOptions options;
                options.replyTimeout = m_request.target.timeouts.identityReply;
                options.retries = 0;
                connect(reader.get(), &ModbusReader::traced, this, &Diagnosis::traceModbus);
                runStep(reader->read(unit, IdentityRules::deviceBlock, options),
                        [this, reader, unit, serial](const ReadRegisters &read) {
                            const QString now = read.error()
                                ? QString()
                                : m_redactor.piece(
                                    IdentityRules::deviceIdentity(unit, read.registers()).serial);
                            if (!now.isEmpty() && now != serial)
                                m_evidence.otherSerial = now;
                            tryConnections();
                        });
            });
}

// --- several connections at once ---

void Diagnosis::tryConnections()
{
    if (m_request.connections < 2)
        return conclude();
    m_evidence.connectionsTried = m_request.connections;
    m_evidence.connections = 0;
    connectOneMore(1);
}

/// Each one is asked who answers while those before it are still open.
void Diagnosis::connectOneMore(int number)
{
    if (number > m_request.connections)
        return conclude();
    const auto deadline = m_request.target.timeouts.connect;
    runStep(std::make_unique<PortProbe>(m_evidence.address, m_evidence.modbusPort, deadline),
            [this, number](PortProbe &probe) {
                std::unique_ptr<TcpConnection> connection = probe.takeConnection();
                if (!connection)
                    return conclude();
                IdentityOptions options;
                options.judgeOnly = true;
                options.brief = true;
                options.keepOpen = true;
                auto check = std::make_unique<IdentityCheck>(std::move(connection), options,
                                                             m_request.target.timeouts);
                connect(check.get(), &IdentityCheck::traced, this, &Diagnosis::traceModbus);
                runStep(std::move(check), [this, number](IdentityCheck &ended) {
                    if (!ended.identity().provesPlant())
                        return conclude();
                    m_evidence.connections = number;
                    if (std::unique_ptr<ModbusReader> reader = ended.takeReader())
                        m_held.push_back(std::move(reader));
                    connectOneMore(number + 1);
                });
            });
}

} // namespace Sigen
