// Loopback addresses and open descriptors, for tests that must not meet each other.
#pragma once

#include <QHostAddress>

namespace Sigen::Test {

/// An address of 127.0.0.0/8 that no other test process of this moment uses, a new one each call (Linux and
/// Windows route the whole block to this machine). Elsewhere the next one up to 127.0.0.16 that exists, which
/// by itself is 127.0.0.1 alone.
QHostAddress uniqueLoopbackAddress();

/// Open file descriptors of this process; -1 where the system does not tell.
int openDescriptors();

} // namespace Sigen::Test
