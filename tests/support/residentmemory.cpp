#include "support/residentmemory.h"

#include <QFile>
#include <QRegularExpression>

#if defined(__SANITIZE_ADDRESS__)
#define SIGEN_KEEPS_FREED_MEMORY
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SIGEN_KEEPS_FREED_MEMORY
#endif
#endif

namespace Sigen::Test {

int residentMemory()
{
#ifdef SIGEN_KEEPS_FREED_MEMORY
    return -1;
#else
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    static const QRegularExpression line(QStringLiteral("VmRSS:\\s*(\\d+) kB"));
    const auto match = line.match(QString::fromLatin1(status.readAll()));
    return match.hasMatch() ? match.captured(1).toInt() : -1;
#endif
}

} // namespace Sigen::Test
