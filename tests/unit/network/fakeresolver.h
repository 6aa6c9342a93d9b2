// Stands in for the C library's resolver inside this test's process, so that no name leaves the machine and a
// slow name server is slow exactly as long as the test wants. Linux only: elsewhere symbols are not replaced
// this way.
#pragma once

namespace Sigen::Test {

/// True when look-ups of this process come here.
bool resolverIsFake();

/// "slow.test" is answered (with 127.0.0.9) once this was called; until then its look-up blocks.
void releaseSlowNames();

// Also: "many.test" has fd00::7, ::ffff:192.168.7.3, 8.8.8.8, 192.168.7.2 and the last one again, in this
// order; "public.test" has 8.8.8.8 and 2001:db8::1; "useless.test" has 0.0.0.0; every other name is unknown.

} // namespace Sigen::Test
