// How many files and sockets this process may still open. Where none are left, connections fail, and threads
// and event loops of the libraries end the whole process: whoever starts many asks before.
#pragma once

namespace Sigen {

/// Of this process; < 0 where there is no such limit (Windows has none that matters here).
long long descriptorLimit();

/// About so many it has open.
int descriptorsInUse();

/// Whether \a count more can be opened at this moment: tried, since the system as a whole has a limit too.
bool canOpenDescriptors(int count);

} // namespace Sigen
