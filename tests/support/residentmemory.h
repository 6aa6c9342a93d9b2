// How much memory this process really holds, for tests that bound it.
#pragma once

namespace Sigen::Test {

/// In kB; -1 where the system does not tell, or a sanitizer keeps what was freed.
int residentMemory();

} // namespace Sigen::Test
