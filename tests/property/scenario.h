// From a number to one job on one gateway that behaves at random: pure, the same number is the same scenario.
//
// The space: a job (status, enable, enable at a port, disable, set-port, verify, verify with units, values of
// the plant or of a device) on a gateway of either built-in profile that is on or off, with a password of
// several kinds; perhaps cancelled after a random time or in the slot of its n-th step or frame; and a
// gateway that has
//   - 15 %: nothing wrong;   55 %: one disturbance;   20 %: two to four;   10 %: five to twelve.
// A disturbance is one of: one answer (sign-in, read, write, read-back; the first, second or third of its
// kind, or all) that is late, missing, copied later, cut off, in fragments or pieces, under another number,
// refused, followed by a close or reset, preceded by a push that looks like a reply, or that echoes password
// and token in some spelling; a handshake that is late, missing or wrong; a write without effect or with a
// late one; a restart at the write; one session or one client at a time, whose place is free a moment late; a
// stream of pushes that say the present state; a Modbus port that opens or closes late; a cold start of the
// Modbus server; Modbus replies that are late, missing, odd, doubled, in pieces, or end the connection; a
// serial number or model that is the password; any named fault.
//
// No gateway of this space lies about its state: see simulator/behaviour.h.
#pragma once

#include "core/timeouts.h"
#include "simulator/behaviour.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Sigen::Test {

enum class JobKind { Status, Enable, EnableAtPort, Disable, SetPort, Verify, VerifyUnits, Values, Probe };
QString jobName(JobKind kind);
/// Whether it signs in; the others ask on Modbus only.
bool isChange(JobKind kind);

struct Cancellation
{
    enum class When { Never, AfterMilliseconds, AtStep, AtFrame };
    When when = When::Never;
    int count = 0;
};

struct Scenario
{
    quint32 seed = 0;
    JobKind job = JobKind::Status;
    QString profile;
    bool initiallyEnabled = false;
    quint16 port = 0;
    quint16 wishedPort = 0; ///< for SetPort and EnableAtPort
    QList<int> units; ///< for VerifyUnits; one for Values
    QString password;
    Cancellation cancellation;
    QStringList faults;
    Behaviour behaviour;

    /// Nothing is wrong and nobody cancels: the job has to succeed.
    bool isCalm() const;
};

Scenario scenarioOf(quint32 seed);
/// The same gateways, looked at by a scan: one that is not known yet.
Scenario probeOf(quint32 seed);
/// What differs from the usual, in a few lines.
QString description(const Scenario &scenario);

/// The time-outs of a job that does not want to wait: about a twenty-fifth of the usual ones.
Timeouts scaledTimeouts();
/// No job takes longer with these: each wait of it once, and each that is repeated as often as it may be.
std::chrono::milliseconds longestJob(const Scenario &scenario);

} // namespace Sigen::Test
