#include "simulator/tcptools.h"

#include <QNetworkProxy>
#include <QTcpServer>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace Sigen {

void resetConnection(QTcpSocket &socket)
{
    if (socket.socketDescriptor() != -1) {
        linger noLinger{};
        noLinger.l_onoff = 1;
        noLinger.l_linger = 0;
#ifdef Q_OS_WIN
        ::setsockopt(static_cast<SOCKET>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
                     reinterpret_cast<const char *>(&noLinger), sizeof noLinger);
#else
        ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &noLinger,
                     sizeof noLinger);
#endif
    }
    socket.abort();
}

bool canListen(const QHostAddress &address, quint16 port)
{
    QTcpServer server;
    server.setProxy(QNetworkProxy::NoProxy);
    return server.listen(address, port);
}

quint16 freePort(const QHostAddress &address)
{
    QTcpServer server;
    server.setProxy(QNetworkProxy::NoProxy);
    return server.listen(address, 0) ? server.serverPort() : quint16(0);
}

} // namespace Sigen
