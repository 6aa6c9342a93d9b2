#include "core/connectwatch.h"

#include <QEvent>
#include <QMetaMethod>

#include <utility>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace Sigen {

ConnectWatch::ConnectWatch(QObject *socket, std::function<bool()> isConnecting, QObject *parent)
    : QObject(parent)
    , m_isConnecting(std::move(isConnecting))
{
#ifndef Q_OS_WIN // there connect() is not called again, and more than one event is usual
    const QList<QSocketNotifier *> notifiers = socket->findChildren<QSocketNotifier *>();
    for (QSocketNotifier *const notifier : notifiers) {
        m_notifiers.append(notifier);
        notifier->installEventFilter(this);
    }
#else
    Q_UNUSED(socket)
#endif
}

ConnectWatch::~ConnectWatch()
{
    stop();
}

void ConnectWatch::stop()
{
    const QList<QPointer<QSocketNotifier>> notifiers = std::exchange(m_notifiers, {});
    for (const QPointer<QSocketNotifier> &notifier : notifiers) {
        if (notifier)
            notifier->removeEventFilter(this);
    }
}

/// 0: none, or nobody wants to know.
int ConnectWatch::takeFailure([[maybe_unused]] QObject *notifier)
{
    int systemError = 0;
#ifdef Q_OS_UNIX
    if (!isSignalConnected(QMetaMethod::fromSignal(&ConnectWatch::attemptFailed)))
        return 0;
    socklen_t size = sizeof(systemError);
    const auto descriptor = int(static_cast<QSocketNotifier *>(notifier)->socket());
    if (getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &systemError, &size) != 0)
        return 0;
#endif
    return systemError;
}

bool ConnectWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::SockAct && m_failed)
        return true;
    if (event->type() == QEvent::SockAct && m_events == 0) {
        if (const int systemError = takeFailure(watched); systemError != 0) {
            m_failed = true;
            for (const QPointer<QSocketNotifier> &notifier : std::as_const(m_notifiers))
                notifier->setEnabled(false);
            QMetaObject::invokeMethod(
                this, [this, systemError] { Q_EMIT attemptFailed(systemError); }, Qt::QueuedConnection);
            return true;
        }
    }
    // The first may be a refusal, of which Qt tells a turn later; after that there is no second one.
    if (event->type() == QEvent::SockAct && ++m_events == 2)
        QMetaObject::invokeMethod(this, &ConnectWatch::look, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void ConnectWatch::look()
{
    if (m_notifiers.isEmpty())
        return;
    stop();
    if (m_isConnecting())
        Q_EMIT connectionReset();
}

} // namespace Sigen
