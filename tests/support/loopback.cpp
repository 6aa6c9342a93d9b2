#include "support/loopback.h"

#include <QCoreApplication>
#include <QDir>
#include <QTcpServer>

namespace Sigen::Test {

QHostAddress uniqueLoopbackAddress()
{
#if defined(Q_OS_LINUX) || defined(Q_OS_WIN)
    static quint32 counter = 0;
    // 127.P.P.N: sixteen bits of the process id (0 and 255 avoided), then a running number.
    const auto pid = static_cast<quint32>(QCoreApplication::applicationPid());
    ++counter;
    const quint32 second = 1 + (pid >> 8) % 250;
    const quint32 third = pid & 0xff;
    const quint32 fourth = 1 + counter % 250;
    return QHostAddress((127U << 24) | (second << 16) | (third << 8) | fourth);
#else
    // Beside 127.0.0.1 only those that somebody made are this computer's own.
    constexpr quint32 most = 16;
    static quint32 last = 0;
    for (quint32 tried = 0; tried < most; ++tried) {
        last = last % most + 1;
        const QHostAddress address((127U << 24) | last);
        if (QTcpServer().listen(address))
            return address;
    }
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
