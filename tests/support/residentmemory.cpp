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

namespace {

// name: that of a line of /proc/self/status
int memory(const QString &name)
{
#ifdef SIGEN_KEEPS_FREED_MEMORY
    Q_UNUSED(name)
    return -1;
#else
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QRegularExpression line(name + QStringLiteral(":\\s*(\\d+) kB"));
    const auto match = line.match(QString::fromLatin1(status.readAll()));
    return match.hasMatch() ? match.captured(1).toInt() : -1;
#endif
}

} // namespace

int ownMemory()
{
    return memory(QStringLiteral("RssAnon"));
}

int residentMemory()
{
    return memory(QStringLiteral("VmRSS"));
}

} // namespace Sigen::Test
