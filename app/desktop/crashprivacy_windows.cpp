#include "desktop/crashprivacy.h"

#include <windows.h>

#include <werapi.h>

namespace Sigen {

void forbidMemoryImages()
{
    // Windows Error Reporting may still count the crash, but without the heap.
    WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP | WER_FAULT_REPORTING_NO_UI);
}

} // namespace Sigen
