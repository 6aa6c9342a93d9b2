// Which TLS library Qt uses, chosen once a process. The first QWebSocket loads and starts it, whether TLS is
// asked for or not: 5 to 50 ms on the event loop of a two-core Linux machine, up to two seconds under Wine.
#pragma once

namespace Sigen {

/// Call before the first WebSocket of a process that asks for no TLS: the library is not loaded then, and TLS
/// is not to be had any more.
void doWithoutTls();

/// Loads the library now, for a process that may be asked for TLS later and must not halt then.
void loadTls();

} // namespace Sigen
