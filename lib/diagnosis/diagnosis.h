// Looks at every layer between this computer and a plant, in order, and finds out at which it ends: "is it
// the gateway, the network, or my program?".
//
// It only collects evidence; what that means is judged by layers.h and causes.h. It stops where it must and
// goes on where it can: what is wrong on the WebSocket port says nothing about the Modbus port. Nothing is
// ever written.
#pragma once

#include "core/operation.h"
#include "core/redaction.h"
#include "core/trace.h"
#include "diagnosis/causes.h"
#include "modbus/identity.h"
#include "workflow/gatewaytarget.h"
#include "workflow/jobresult.h"
#include "workflow/step.h"

#include <QElapsedTimer>

#include <functional>
#include <memory>
#include <vector>

namespace Sigen {

class GatewaySession;
class HostLookup;
class LinkTest;
class ModbusReader;
class NetworkScan;
class Reach;
class Verification;

struct DiagnosisRequest
{
    static constexpr int standardReads = 20;

    GatewayTarget target;
    bool signIn = false; ///< with the target's credentials, to read the setting
    /// Empty: the one that the setting names, else the one that was known before, else the profile's.
    std::optional<quint16> modbusPort;
    quint16 knownPort = 0; ///< 0: not known
    IdentityOptions identity;
    QList<int> wishedUnits; ///< of them those that somebody has named: each one that is missing is a finding
    std::chrono::milliseconds verifyWait{0}; ///< as VerificationRequest::wait
    int reads = standardReads; ///< of the link, one a second; 0 leaves it out
    int connections = 0; ///< so many at once are tried: 2 or 3; else it is left out
    QString knownMac; ///< of the gateway at that host, from before
    QList<HostFinding> knownHosts; ///< others; those with the serial number that is found here are asked
    Redactor redactor; ///< of what comes, beside the password
};

class Diagnosis : public Operation
{
    Q_OBJECT

public:
    explicit Diagnosis(DiagnosisRequest request, QObject *parent = nullptr);
    ~Diagnosis() override;

    /// Complete after finished(). The operation succeeds whatever is wrong; it fails with Usage (an address
    /// that may not be contacted), Io (this computer has no socket left) and Cancelled. Then the evidence
    /// holds what was seen so far.
    const DiagnosisEvidence &evidence() const { return m_evidence; }
    QList<Cause> causes() const { return findCauses(m_evidence); }
    /// Knows the password and the tokens of the session.
    const Redactor &redactor() const { return m_redactor; }
    /// The test of the Modbus port, for those who keep tests, and its two steps; empty: it did not come to
    /// one, or it was stopped.
    const std::optional<JobResult> &portTest() const { return m_portTest; }
    const QList<Step> &portSteps() const { return m_portSteps; }

Q_SIGNALS:
    /// A layer is looked at.
    void layerStarted(Sigen::LayerId id);
    /// Each once, in order, as soon as it is known what is the matter with it; all of them before finished().
    void layerEnded(const Sigen::Layer &layer);
    /// Reads of the link test, or units of a sweep.
    void progressChanged(Sigen::LayerId id, int done, int total);
    void traced(const Sigen::TraceEntry &entry);

protected:
    void run() override;
    void release() override;
    void cancelRequested() override;

private:
    // diagnosis.cpp: the way
    void lookedUp(const HostLookup &lookup);
    void knock();
    void knockAt();
    void knocked(Reach &reach);
    void shakeHands();
    void handshakeFailed(const Error &error);
    void signIn();
    void signedIn();
    void endSession();
    void readSetting();
    void tryModbusPort(qsizetype candidate);
    void takeStep(const Step &step);
    void verified(const Verification &verification, qsizetype candidate);
    void takeVerification(const JobResult &result);

    // furtherevidence.cpp: what is worth knowing once it is known whether a plant answers
    void searchElsewhere();
    void askKnownHosts();
    /// Known hosts are asked for Modbus whatever they look like.
    enum class SearchFor { Gateways, KnownHosts };
    void searchHosts(const QStringList &networks, SearchFor whom, std::function<void()> next);
    void takeHosts(const NetworkScan &scan);
    void testLink();
    void traceModbus(TraceEntry entry);
    void takeLink(const LinkTest &test);
    void askSerialAgain();
    void tryConnections();
    void connectOneMore(int number);

    void begin(LayerId id);
    void end(LayerId id);
    void passTo(LayerId id);
    void conclude(Error error = {});
    void noteNeighbour();

    const DiagnosisRequest m_request;
    DiagnosisEvidence m_evidence;
    Redactor m_redactor;
    QList<ProfileEndpoint> m_endpoints; ///< to look for the WebSocket at, the present one first
    std::unique_ptr<GatewaySession> m_session;
    std::vector<std::unique_ptr<ModbusReader>>
        m_held; ///< connections that are held while another one is tried
    std::optional<JobResult> m_portTest;
    QList<Step> m_portSteps;
    QList<QHostAddress> m_candidates; ///< for the Modbus port
    QElapsedTimer m_clock; ///< of the layer that is looked at
    std::optional<std::chrono::milliseconds> m_firstAnswer; ///< on the Modbus port
    bool m_sessionRenewed = false;
    int m_passed = 0; ///< layers that were looked at, or never will be
    int m_told = 0;
};

} // namespace Sigen
