// What both programs do first of all, before anything that could be a secret is in memory.
#pragma once

namespace Sigen {

/// Call first in main(). From now on
///  - a crash leaves no memory image behind: it would hold the password that was typed last;
///  - standard input, output and error are open, so that no connection gets their numbers and with it what is
///    printed;
///  - a closed pipe or a full quota is an error where it is written to and ends nothing half-way.
void prepareProcess();

} // namespace Sigen
