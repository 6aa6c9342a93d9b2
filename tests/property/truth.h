// What a job may claim about a gateway whose true state is known: pure.
//
// The rules, each from the command-line contract:
//   - At most one set request reaches the gateway, none of a job that does not write, and none of one that
//   says
//     "cancelled", "dry-run", or "failed" for another reason than a refused session.
//   - A state that is claimed, as first read or as it is now, is one that the gateway had between the last
//   time it was
//     asked and the end. So a state that came true after the last look may be missed, and nothing else may.
//   - An outcome that says what was achieved agrees with that state; "no effect" was waited for as long as it
//   has to be.
//   - "Unknown" is always allowed after a set request was sent, and only then.
//   - Proved means: the port is open and a whole right Modbus answer was given; after a turn-off: it is
//   closed. "Silent"
//     was not said about a server that sent something.
//   - A calm gateway (nothing is wrong with it) gets what was asked for.
#pragma once

#include "property/scenario.h"
#include "workflow/jobresult.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Sigen::Test {

/// A state that the gateway had from `at` on, in milliseconds of the job.
struct Moment
{
    qint64 at = 0;
    bool enabled = false;
    quint16 port = 0;
};

struct Evidence
{
    QList<Moment> history; ///< in order; the first is the state before the job
    std::optional<qint64> lastReadAt; ///< when the client last asked for the setting
    std::optional<qint64> firstReadBackAt; ///< and first after the set request
    qint64 endedAt = 0;
    int setRequests = 0; ///< that reached the gateway
    bool isListening = false; ///< the Modbus server, at the end
    bool wasListening = false; ///< all the time since the port was first tried
    int modbusReplies = 0; ///< whole right ones
    int modbusBytesToLastClient = 0;
    bool isReliable = true; ///< this computer was not too busy to be on time
};

/// Sentences about what is not true; empty: all is.
QStringList untruths(const Scenario &scenario, const Evidence &evidence, const JobResult &result);

} // namespace Sigen::Test
