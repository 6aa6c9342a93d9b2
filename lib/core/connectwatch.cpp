#include "core/connectwatch.h"

#include <QEvent>

#include <utility>

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

bool ConnectWatch::eventFilter(QObject *watched, QEvent *event)
{
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
