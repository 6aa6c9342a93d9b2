// How much memory this process really holds, for tests that bound it.
#pragma once

namespace Sigen::Test {

/// What the process allocated and touched, in kB; -1 where the system does not tell, or a sanitizer keeps what was
/// freed. The pages of files that residentMemory() counts, too, come and go with the load of the computer.
int ownMemory();

/// All of the process that is in memory, in kB, the libraries' pages as well; -1 as above.
int residentMemory();

} // namespace Sigen::Test
