#include "support/loopback.h"

#include <QCoreApplication>
#include <QDir>

namespace Sigen::Test {

QHostAddress uniqueLoopbackAddress()
{
#ifdef Q_OS_LINUX
    static quint32 counter = 0;
    // 127.P.P.N: sixteen bits of the process id (0 and 255 avoided), then a running number.
    const auto pid = static_cast<quint32>(QCoreApplication::applicationPid());
    ++counter;
    const quint32 second = 1 + (pid >> 8) % 250;
    const quint32 third = pid & 0xff;
    const quint32 fourth = 1 + counter % 250;
    return QHostAddress((127U << 24) | (second << 16) | (third << 8) | fourth);
#else
    return QHostAddress(QHostAddress::LocalHost);
#endif
}

int openDescriptors()
{
#ifdef Q_OS_LINUX // Wine shows a /proc as well, but not this process's handles
    const QDir descriptors(QStringLiteral("/proc/self/fd"));
    if (descriptors.exists())
        return static_cast<int>(
            descriptors.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System).size());
#endif
    return -1;
}

} // namespace Sigen::Test
