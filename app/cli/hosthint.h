// What to say of a --host or a --network that is none: which options take its parts. Pure.
#pragma once

#include "core/error.h"

#include <QString>

namespace Sigen {

/// The port that a command connects to.
enum class HostPort {
    WebSocket, ///< takes --ws-port, --ws-path and --tls
    Modbus, ///< takes --modbus-port
};

/// One or two sentences about \a typed, which normalizedHost() refuses. A password in it is not repeated.
QString hostProblem(const QString &typed, HostPort port);

/// The same about \a typed for --network: a URL, a network or host with a port, or anything else.
QString networkProblem(const QString &typed);

/// About a host of which no address may be contacted: an ErrorCode::Usage of HostLookup.
QString forbiddenSentence(const Error &error);

} // namespace Sigen
