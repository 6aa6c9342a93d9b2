// Finds out what a host offers: which of the known ports accept, and what answers on them. Sends no
// credentials; one connection at a time to each port, mostConnections in all.
#pragma once

#include "core/operation.h"
#include "core/redaction.h"
#include "core/timeouts.h"
#include "core/trace.h"
#include "diagnosis/hostoffer.h"

#include <QQueue>

#include <functional>
#include <memory>
#include <vector>

namespace Sigen {

class HostLookup;
class PortProbe;
class TcpConnection;

struct OfferRequest
{
    QString host; ///< as normalizedHost() gives it
    bool allowPublic = false;
    Timeouts timeouts;
    Redactor redactor; ///< of the trace
    /// Others than the known ones: only tests need them.
    QList<quint16> webPorts{std::begin(Sigen::webPorts), std::end(Sigen::webPorts)};
    QList<quint16> modbusPorts{std::begin(Sigen::modbusPorts), std::end(Sigen::modbusPorts)};
};

/// Errors: those of HostLookup, Io, Cancelled. The offer then holds what was seen so far.
class OfferProbe : public Operation
{
    Q_OBJECT

public:
    static constexpr int mostConnections = 40;

    explicit OfferProbe(OfferRequest request, QObject *parent = nullptr);
    ~OfferProbe() override;

    const HostOffer &offer() const { return m_offer; }

Q_SIGNALS:
    /// A port, once what it offers is known.
    void portEnded(const Sigen::PortOffer &port);
    void traced(const Sigen::TraceEntry &entry);

protected:
    void run() override;
    void release() override;

private:
    void lookedUp(const HostLookup &lookup);
    void probePorts();
    void portProbed(PortProbe &probe, qsizetype index);
    void lookAtNext();
    void readModbus(PortOffer &port);
    void peek(PortOffer &port, const WebRequest &request, std::function<void(const WebFace &)> take);
    void peekTls(PortOffer &port);
    void peekWebSocket(PortOffer &port, qsizetype path);
    void portDone(const PortOffer &port);
    bool mayConnect();

    OfferRequest m_request;
    HostOffer m_offer;
    QHostAddress m_address;
    std::vector<std::unique_ptr<PortProbe>> m_probes; ///< side by side, one a port
    qsizetype m_probing = 0;
    qsizetype m_next = 0;
    int m_connections = 0; ///< that were made, or may be
};

} // namespace Sigen
