// TCP to two ports of many addresses, as cheaply as it goes: who is there, and which port accepts.
//
// Addresses are taken from the sequence one by one, so that only those in work cost memory and sockets.
// Writes nothing. When and how often a port is tried is SweepSchedule's business, how fast addresses are
// begun SweepPace's. An address that this computer could not ask is no silent one: it is told apart.
#pragma once

#include "discovery/neighbourcache.h"
#include "discovery/sweeppace.h"
#include "discovery/sweepschedule.h"
#include "discovery/sweeptarget.h"
#include "network/addressranges.h"
#include "network/addresssequence.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

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

    struct Surroundings
    {
        std::function<MacKnowledge(quint32)> mac; ///< asked often
        /// Whether this computer is still in the network of an address; asked a few times for each.
        std::function<bool(quint32)> isAttached;
    };

    PortSweep(AddressSequence addresses, Ports ports, int socketLimit, Surroundings surroundings,
              QObject *parent = nullptr);
    ~PortSweep() override;

    void start();
    /// Closes everything at once; no signal follows.
    void stop();

    /// Addresses that are done.
    quint64 done() const { return m_done; }
    /// Those of them that could not be asked, and did not answer.
    const AddressRanges &notAsked() const { return m_notAsked; }
    /// Sockets were what was missing, not a route.
    bool lacksSockets() const { return m_lacksSockets; }

    /// Something else than the sweep was slow, or fast: perhaps packets get lost.
    void noteLateness() { m_loss.noteLateness(); }
    void notePromptness() { m_loss.noteAnswer(); }
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

private:
    void work();
    void beginTargets();
    void reviewTargets();
    void review(SweepTarget &target);
    void learnMac(SweepTarget &target, qint64 age);
    bool isTurnUsed();
    void attempt(SweepTarget &target, std::size_t index, bool beside);
    void drop(SweepTarget &target, std::size_t index) { m_pace.noteClosed(target.drop(index)); }
    void answered(quint32 address, std::size_t index, TcpConnection *connection, bool open);
    void noteAnswer(SweepTarget &target, std::size_t index, qint64 took);
    void attemptFailed(quint32 address, std::size_t index, TcpConnection *connection,
                       TcpConnection::Failure kind, const QString &detail);
    void noSocket(SweepTarget &target, std::size_t index, const QString &detail);
    void giveUp();
    void endTarget(quint32 address);
    SweepTarget *targetAt(quint32 address) const;
    LossWatch::Level assumedLoss() const;
    void workSoon();
    quint16 portNumber(std::size_t index) const;
    qint64 now() const { return m_clock.elapsed(); }

    AddressSequence m_addresses;
    Ports m_ports;
    SweepPace m_pace;
    Surroundings m_surroundings;
    LossWatch m_loss;
    bool m_isSmall; ///< there is time to wait for answers that may have been lost
    AddressRanges m_notAsked;
    std::unordered_map<quint32, std::unique_ptr<SweepTarget>> m_targets; ///< in work
    std::unique_ptr<TcpConnection> m_offered; ///< during portAnswered()
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_lossSince = 0; ///< m_loss counts from here
    qint64 m_lastBegun = 0;
    qint64 m_lastWork = 0;
    quint64 m_done = 0;
    bool m_exhausted = false; ///< the sequence has no more
    bool m_givingUp = false; ///< nothing is begun any more, the rest is counted
    bool m_lacksSockets = false;
    bool m_letAnswersPass = false; ///< the last review came late and was left out
    bool m_workPosted = false;
    bool m_stopped = false;
};

} // namespace Sigen
