// Small things the simulator's faces need of TCP and that Qt does not offer.
#pragma once

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <utility>

namespace Sigen {

/// Ends the connection with a reset (RST) instead of an orderly close; what was not sent yet is lost.
void resetConnection(QTcpSocket &socket);

/// Whether a listener could have this port now.
bool canListen(const QHostAddress &address, quint16 port);
/// A port nobody listens on now; 0 when there is none.
quint16 freePort(const QHostAddress &address);

/// Calls \a function once, after \a delay (to the millisecond: the catalogue of faults promises it), unless
/// \a owner is destroyed before: the timer is the owner's child, so that none outlives a stopped simulator.
template <typename Function>
void after(std::chrono::milliseconds delay, QObject *owner, Function function)
{
    auto *const timer = new QTimer(owner);
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(timer, &QTimer::timeout, owner, [timer, function = std::move(function)] {
        timer->deleteLater();
        function();
    });
    timer->start(delay);
}

} // namespace Sigen
