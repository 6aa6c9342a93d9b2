#include "startup/startup.h"

#include <windows.h>

#ifdef __MINGW32__
// Its werapi.h (version 10) can't be included: it uses names that it never declares.
extern "C" __declspec(dllimport) HRESULT WINAPI WerSetFlags(DWORD flags);
static constexpr DWORD WER_FAULT_REPORTING_FLAG_NOHEAP = 1;
static constexpr DWORD WER_FAULT_REPORTING_NO_UI = 32;
#else
#include <werapi.h>
#endif

namespace Sigen {

void prepareProcess()
{
    // Windows Error Reporting may still count the crash, but without the heap. Its handles have no numbers
    // that a socket could get, and it has no signals that end a process.
    WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP | WER_FAULT_REPORTING_NO_UI);
}

} // namespace Sigen
