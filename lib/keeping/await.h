// Waits until a Modbus server appears, at the chosen host or anywhere in a network, and verifies it at once.
//
// What is open in the first round counts as appeared. The chosen host's server ends it in any case; any other
// one only when its MAC address or its serial number says that it is a Sigenergy, since strangers speak
// Modbus, too: those are told, and the wait goes on. A server that is gone again before it could be verified
// is waited for again.
#pragma once

#include "core/redaction.h"
#include "core/trace.h"
#include "discovery/discoveredhost.h"
#include "discovery/neighbourcache.h"
#include "discovery/portwatch.h"
#include "workflow/jobresult.h"
#include "workflow/step.h"
#include "workflow/verification.h"

#include <functional>
#include <memory>
#include <vector>

namespace Sigen {

struct AwaitRequest
{
    PortWatchRequest watch;
    /// How long a server that has appeared may take to answer rightly.
    std::chrono::milliseconds verifyWait{Pacing().verifyWait};
    IdentityOptions identity;
    Timeouts timeouts;
    Redactor redactor; ///< what the servers say is masked by it
    std::function<QList<Neighbour>()> neighbours = readNeighbourTable;
};

class Await : public Operation
{
    Q_OBJECT

public:
    /// \a deadline: how long to wait for a server to appear; one that has appeared by then is verified to the
    /// end. Errors: those of PortWatch and Verification; after the deadline that of the last try.
    Await(AwaitRequest request, std::chrono::milliseconds deadline, QObject *parent = nullptr);
    ~Await() override;

    /// Valid after finished(): Verified, NotVerified, TimedOut, Cancelled or Failed; `host` is the chosen one
    /// as given, or the address where the server appeared. result().error equals error().
    const JobResult &result() const { return m_result; }
    const PortWatch *portWatch() const { return m_watch.get(); } ///< null: not started
    /// It appeared at another address than the chosen host's, though one was chosen.
    bool wasFoundElsewhere() const { return m_foundElsewhere; }

Q_SIGNALS:
    /// The moment its port accepts, and again, settled, when it is known who it is.
    void appeared(const Sigen::DiscoveredHost &host);
    /// The steps Port and Modbus of the server that ends it, just before the end.
    void stepChanged(const Sigen::Step &step);
    void traced(const Sigen::TraceEntry &entry);

protected:
    void run() override;
    void release() override;
    void deadlinePassed() override;
    void cancelRequested() override;

private:
    struct Candidate
    {
        DiscoveredHost host;
        bool isChosen = false;
        bool hasVendorMac = false;
        QList<Step> steps;
        std::unique_ptr<Verification> verification; ///< null: not begun
    };

    void opened(const WatchedPort &port);
    void verifyNext();
    void verify(Candidate &candidate);
    void verified(Candidate &candidate);
    bool isVerifyingChosen() const;
    void timeOut();
    void conclude(const Candidate &candidate, const JobResult &result);
    void finish(Outcome outcome, const Error &error);

    AwaitRequest m_request;
    NeighbourCache m_neighbours;
    std::unique_ptr<PortWatch> m_watch;
    std::vector<std::unique_ptr<Candidate>> m_candidates;
    JobResult m_result;
    bool m_isOverdue = false; ///< the deadline has passed
    bool m_foundElsewhere = false;
};

} // namespace Sigen
