// TCP to two ports of many addresses, as cheaply as it goes: who is there, and which port accepts.
//
// Addresses are taken from the sequence one by one, so that only those in work cost memory and sockets.
// Writes nothing. When and how often a port is tried is SweepSchedule's business; how fast addresses are
// begun is limited here, since each one occupies a row of the neighbour tables of this computer and of the
// routers in between.
#pragma once

#include "discovery/sweepschedule.h"
#include "modbus/tcpconnection.h"
#include "network/addresssequence.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>
#include <unordered_map>

namespace Sigen {

enum class SweepPort { WebSocket, Modbus };

class PortSweep : public QObject
{
    Q_OBJECT

public:
    struct Ports
    {
        quint16 webSocket = 0;
        quint16 modbus = 0;
    };

    /// \a isVendor tells of an address whether its MAC is known to be the vendor's; asked a few times for
    /// each.
    PortSweep(AddressSequence addresses, Ports ports, int socketLimit, std::function<bool(quint32)> isVendor,
              QObject *parent = nullptr);
    ~PortSweep() override;

    void start();
    /// Closes everything at once; no signal follows.
    void stop();

    /// Addresses that are done.
    quint64 done() const { return m_done; }
    /// Something else than the sweep was slow: perhaps packets get lost.
    void noteLateness() { m_loss.noteLateness(); }
    LossWatch::Level loss() const { return m_loss.level(); }

    /// In a slot of portAnswered(): the connection to the open port, once; otherwise it is closed.
    std::unique_ptr<TcpConnection> takeConnection();

Q_SIGNALS:
    /// \a open: accepted, otherwise refused. \a tookMs: from connect to the answer.
    void portAnswered(quint32 address, Sigen::SweepPort port, bool open, double tookMs);
    /// Nothing more will be tried there; ports that have not answered are filtered.
    void addressDone(quint32 address);
    /// All addresses are done.
    void finished();
    /// This computer has no socket left, not even one.
    void failed(const QString &detail);

private:
    struct Target
    {
        quint32 address = 0;
        qint64 begun = 0;
        SweepSchedule::HostFacts facts;
        std::array<std::unique_ptr<TcpConnection>, SweepSchedule::portCount> connections;
    };

    void work();
    void beginTargets();
    void begin(quint32 address);
    void review(Target &target);
    void attempt(Target &target, std::size_t index);
    void drop(Target &target, std::size_t index);
    void answered(quint32 address, std::size_t index, bool open);
    void noteAnswer(Target &target, std::size_t index, qint64 took);
    void attemptFailed(quint32 address, std::size_t index, TcpConnection::Failure kind,
                       const QString &detail);
    void noSocket(Target &target, std::size_t index, const QString &detail);
    void endTarget(quint32 address);
    Target *targetAt(quint32 address) const;
    void refillAllowance();
    void workSoon();
    quint16 portNumber(std::size_t index) const;
    qint64 now() const { return m_clock.elapsed(); }

    AddressSequence m_addresses;
    Ports m_ports;
    int m_socketLimit;
    std::function<bool(quint32)> m_isVendor;
    LossWatch m_loss;
    std::unordered_map<quint32, std::unique_ptr<Target>> m_targets; ///< in work
    std::unique_ptr<TcpConnection> m_offered; ///< during portAnswered()
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_lossSince = 0; ///< m_loss counts from here
    qint64 m_lastBegun = 0;
    qint64 m_lastWork = 0;
    qint64 m_lastRefill = 0;
    double m_allowance = 0; ///< addresses that may be begun now
    quint64 m_done = 0;
    int m_connecting = 0; ///< sockets in use
    int m_localProblems = 0; ///< in a row
    bool m_exhausted = false; ///< the sequence has no more
    bool m_letAnswersPass = false; ///< the last review came late and was left out
    bool m_workPosted = false;
    bool m_stopped = false;
};

} // namespace Sigen
