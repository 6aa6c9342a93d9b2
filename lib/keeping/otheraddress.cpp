#include "keeping/otheraddress.h"

#include <memory>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

OtherAddress::OtherAddress(OtherAddressRequest request, QObject *parent)
    : Operation(noDeadline, parent) // a scan has an end
    , m_request(std::move(request))
{
    m_request.serials.removeAll(QString());
    m_request.scan.allModbus = true;
    m_request.scan.hostNames = false;
}

void OtherAddress::run()
{
    if (m_request.serials.isEmpty() && m_request.mac.isEmpty()) {
        fail({ErrorCode::Usage, {}, u"nothing to look for"_s});
        return;
    }
    auto *scan = runStep(std::make_unique<NetworkScan>(m_request.plan, m_request.scan),
                         [this](const NetworkScan &ended) {
                             m_coverage = ended.coverage();
                             if (ended.error())
                                 return fail(ended.error());
                             // A repeater's is behind several addresses.
                             if (m_withMac.size() == 1)
                                 m_found = m_withMac.constFirst();
                             succeed();
                         });
    connect(scan, &NetworkScan::hostFound, this, &OtherAddress::look);
    connect(scan, &NetworkScan::progressChanged, this,
            [this](int done, int total) { Q_EMIT progressChanged(done, total); });
}

void OtherAddress::look(const DiscoveredHost &host)
{
    if (hasEnded() || host.address == m_request.known)
        return;
    if (!m_request.mac.isEmpty()) {
        m_withMac.removeIf([&](const DiscoveredHost &each) { return each.address == host.address; });
        const bool isAnother = !host.serial.isEmpty() && !m_request.serials.isEmpty()
            && !m_request.serials.contains(host.serial);
        if (host.mac == m_request.mac && !isAnother)
            m_withMac.append(host);
    }
    if (!provesPlant(host.modbus) || !m_request.serials.contains(host.serial))
        return;
    m_found = host;
    succeed();
}

} // namespace Sigen
