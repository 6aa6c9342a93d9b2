// Looks for a gateway at another address of the network than the one where its port is closed: a plant may
// have several, and its Modbus server need not listen at the one where it was signed in.
//
// A scan of the network that ends the moment a plant with one of the known serial numbers answers on Modbus.
// Where the server is off, the known MAC address tells it at the end, if one host alone has it.
#pragma once

#include "core/operation.h"
#include "discovery/discoveredhost.h"
#include "discovery/networkscan.h"

#include <QStringList>

namespace Sigen {

struct OtherAddressRequest
{
    ScanPlan plan;
    /// Every host with an open Modbus port is asked, whatever it looks like: it is the user who looks for it.
    ScanOptions scan;
    QStringList serials; ///< the gateway's own and that of its Modbus server; any of them is enough
    QHostAddress known = {}; ///< where its port is closed; that is no find
    QString mac = {}; ///< the gateway's own; empty: not known, or not to be gone by
};

class OtherAddress : public Operation
{
    Q_OBJECT

public:
    /// Errors: those of NetworkScan; Usage with nothing to look for. Not found is a success.
    explicit OtherAddress(OtherAddressRequest request, QObject *parent = nullptr);

    /// Valid after finished(); empty: not found where it could be asked.
    const std::optional<DiscoveredHost> &found() const { return m_found; }
    /// Valid after finished(), when nothing was found: what could not be asked.
    const ScanCoverage &coverage() const { return m_coverage; }

Q_SIGNALS:
    void progressChanged(int done, int total);

protected:
    void run() override;

private:
    void look(const DiscoveredHost &host);

    OtherAddressRequest m_request;
    std::optional<DiscoveredHost> m_found;
    ScanCoverage m_coverage;
    QList<DiscoveredHost> m_withMac;
};

} // namespace Sigen
