// Memory images of a crashed process would hold the password that was typed last.
#pragma once

namespace Sigen {

/// From now on a crash of this process leaves no memory image behind.
void forbidMemoryImages();

} // namespace Sigen
