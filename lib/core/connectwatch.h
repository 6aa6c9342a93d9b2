// Sees that a TCP connection was made and reset before the event loop looked at it, and that one failed.
//
// Qt's socket engine (6.4 to 6.8, Unix) asks the system by calling connect() again whenever something happens
// while it connects. After a reset that begins a new connection instead of telling of the old one: thousands
// a second, until the peer is caught alive or a time-out passes. So: something has happened, and the socket
// still connects.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSocketNotifier>

#include <functional>

namespace Sigen {

class ConnectWatch : public QObject
{
    Q_OBJECT

public:
    /// To be made right after \a socket (a QAbstractSocket, or what contains one) was told to connect to an
    /// address. \a isConnecting says whether it still does; it is asked from the event loop, as long as this
    /// lives.
    ConnectWatch(QObject *socket, std::function<bool()> isConnecting, QObject *parent = nullptr);
    ~ConnectWatch() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Instead of Qt's own error, where somebody is connected to this: an attempt has failed, after which Qt
    /// (6.4) would make a second one at once. Once; the socket is to be aborted.
    void attemptFailed(int systemError);
    /// Once. The socket has begun another connection or two by then, and is to be aborted.
    void connectionReset();

private:
    void look();
    void stop();
    int takeFailure(QObject *notifier);

    std::function<bool()> m_isConnecting;
    QList<QPointer<QSocketNotifier>> m_notifiers;
    int m_events = 0;
    bool m_failed = false; ///< Qt is told nothing any more
};

} // namespace Sigen
