// Watches for one port to open: at one chosen host each second, at all other addresses of a plan every 15
// seconds. Says where it opened; who is behind it is for others to find out.
//
// A good guest for hours: one connection attempt a second to the chosen host, at most 18 a second to all
// others together, closed at once when accepted, and nothing is ever written. Where there is no route, no
// socket or no name, it goes on watching. Its times are the steady clock's.
#pragma once

#include "core/operation.h"
#include "network/portprobe.h"
#include "network/scanplan.h"

#include <QElapsedTimer>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Sigen {

class HostLookup;

/// As many can be asked in a round at the pace below.
inline constexpr quint64 maximumWatchedAddresses = 254;

/// Only tests shorten it.
struct WatchPacing
{
    std::chrono::milliseconds chosen{1000}; ///< between two attempts at the chosen host
    std::chrono::milliseconds round{15000}; ///< between two attempts at any other address
    /// Between two attempts in a round: 17 a second, so that with the chosen host and two servers that are
    /// being verified, once a second each, there are never more than 21.
    std::chrono::milliseconds sweep{58};
    /// After these an attempt is given up. It may take longer than the pause: the attempts at the chosen host
    /// overlap.
    std::chrono::milliseconds patience{2000};

    bool operator==(const WatchPacing &) const = default;
};

struct PortWatchRequest
{
    QString host; ///< the chosen one, as returned by normalizedHost(); empty: none
    bool allowPublic = false; ///< for the addresses of that name
    QSet<QHostAddress> open = {}; ///< accepted connections before: said only when they have refused meanwhile
    std::optional<ScanPlan> plan; ///< the rest, at most maximumWatchedAddresses; empty: none
    quint16 port = 0; ///< 1–65535
    WatchPacing pacing;
};

/// What an attempt saw.
struct WatchedPort
{
    QHostAddress address;
    PortState state = PortState::Filtered;
    QString detail; ///< technical and untranslated
    bool isChosen = false;
    bool operator==(const WatchedPort &) const = default;
};

class PortWatch : public Operation
{
    Q_OBJECT

public:
    /// Ends by its deadline only (NoReply), unless it can't begin: Usage when there are too many addresses,
    /// or when the host has only addresses that may not be contacted.
    PortWatch(PortWatchRequest request, std::chrono::milliseconds deadline, QObject *parent = nullptr);
    ~PortWatch() override;

    /// The chosen host is left alone while somebody else talks to it.
    void setChosenPaused(bool paused) { m_chosenPaused = paused; }
    /// As if it had never been open: if it is, that is said again.
    void forget(const QHostAddress &address) { m_open.remove(address); }

    /// The last attempt at the chosen host that came to its end, else at any; empty before there was one, and
    /// while the name of the chosen host is not known.
    const std::optional<WatchedPort> &lastTry() const { return m_lastTry; }
    /// The name of the chosen host is not known at the moment.
    bool isNameUnknown() const { return m_nameUnknown; }
    /// Over all other addresses, that are complete.
    quint64 rounds() const { return m_rounds; }
    bool isChosen(const QHostAddress &address) const { return m_chosen.contains(address); }

Q_SIGNALS:
    /// It accepts connections now, and did not at the attempt before, or this was the first.
    void opened(const Sigen::WatchedPort &port);
    /// It accepted connections, and does not any more.
    void closed(const QHostAddress &address);

protected:
    void run() override;
    void release() override;

private:
    void lookUp();
    void lookedUp(const HostLookup &lookup);
    void tryChosen();
    void beginSweep();
    void sweepNext();
    void attempt(const QHostAddress &address, bool chosen);
    void answered(PortProbe &probe, const QHostAddress &address, bool chosen, quint64 number);

    PortWatchRequest m_request;
    QList<QHostAddress> m_chosen;
    QList<quint32> m_rest;
    qsizetype m_turn = 0; ///< of several addresses of the chosen host
    qsizetype m_next = 0; ///< of m_rest
    quint64 m_rounds = 0;
    QTimer m_chosenTimer;
    QTimer m_sweepTimer;
    QTimer m_lookupTimer;
    QElapsedTimer m_roundClock;
    std::vector<std::unique_ptr<PortProbe>> m_probes;
    quint64 m_attempts = 0;
    quint64 m_newestAnswered = 0; ///< of the attempts at the chosen host
    QSet<QHostAddress> m_open;
    std::optional<WatchedPort> m_lastTry;
    bool m_chosenPaused = false;
    bool m_nameUnknown = false;
};

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::WatchedPort)
