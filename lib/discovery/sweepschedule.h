// When a port is tried, tried again and given up, and what the answers tell of lost packets. Pure; times in
// milliseconds from the first attempt at a host.
//
// What is behind the numbers: on a LAN an answer takes a few milliseconds, a few hundred from a sleeping
// Wi-Fi device. What gets lost at first is the ARP request or its answer, and the system repeats that request
// after one and after two seconds only, whatever we do; after three it gives up, and a new attempt makes it
// start again. So it is the requests that a silent host is given, as many as the losses that were seen call
// for: one where everything was answered at once, two while little is known, three where packets get lost,
// four where that happens often. A host that is known to be there has no such limit: its attempts follow each
// other quickly and stay open beside each other, so that one lost packet costs a fraction of a second.
#pragma once

#include <QtGlobal>

#include <array>
#include <optional>

namespace Sigen {

/// How well packets travel, as far as the answers so far tell.
class LossWatch
{
public:
    enum class Level {
        Clean, ///< many answers, and nothing was late
        Unknown,
        Suspected, ///< something was late, for whatever reason
        Seen, ///< packets get lost
        Heavy, ///< of a large part of the hosts the first packet was lost
    };

    /// Something was answered at once.
    void noteAnswer() { ++m_answers; }
    /// An answer that came only because something was sent again.
    void noteLoss() { ++m_losses; }
    /// Something was late, for whatever reason.
    void noteLateness() { ++m_latenesses; }
    /// The first answer of a host; \a late: its first packet was lost.
    void noteHost(bool late);

    /// A few losses among very many answers are normal and must not slow down a large scan.
    Level level() const;

private:
    int m_answers = 0;
    int m_losses = 0;
    int m_latenesses = 0;
    int m_hosts = 0;
    int m_lateHosts = 0;
};

namespace SweepSchedule {

inline constexpr std::size_t portCount = 2;
inline constexpr int attemptsOnDarkHost = 2; ///< for each port; one more where the loss is heavy
/// The same for a host that answered on the other port or has a MAC address of the vendor; where packets get
/// lost, also for one whose MAC address is known at all.
inline constexpr int attemptsOnKnownHost = 4;

inline constexpr qint64 darkRetry = 400; ///< in place of the first attempt at a silent host
inline constexpr qint64 knownRetry = 200; ///< between attempts at a host that is there

inline constexpr qint64 cleanEnd = 800; ///< of a silent host where nothing gets lost
/// Linux repeats the ARP request after 1000 to 1036 ms (at 250 ticks a second). Plus HostFacts::youngerBy.
inline constexpr qint64 darkEnd = 1045;
inline constexpr qint64 lossyEnd = 2130; ///< just after the system's third ARP request
/// Just before the system gives up asking for the MAC address and fails what waits for it: Qt would then
/// repeat the attempts on its own account.
inline constexpr qint64 abandonBeforeFailure = 2900;
inline constexpr qint64 lastRetry = 3130; ///< where the loss is heavy: the system asks again
inline constexpr qint64 heavyEnd = 3330;
/// What the last attempt at a known host may take where packets may get lost: by then the system has sent the
/// SYNs of the first two again.
inline constexpr qint64 lastAttemptLossy = 700;
/// Between a host's answer on one port and another attempt on the other, whose answer may be on its way.
inline constexpr qint64 answerSlack = 60;

struct PortFacts
{
    int attempts = 0;
    qint64 lastAttempt = 0; ///< when it began
    bool settled = false; ///< answered, or known to be out of reach
    bool operator==(const PortFacts &) const = default;
};

struct HostFacts
{
    std::array<PortFacts, portCount> ports;
    std::optional<qint64> firstAnswer; ///< of either port
    qint64 answerTime = 0; ///< what the fastest answer took
    /// How much later the last host was begun that was begun in the same burst: the losses that the others
    /// suffer are known only then.
    qint64 youngerBy = 0;
    bool hasMac = false; ///< the system knows its MAC address
    bool vendorMac = false;
    bool operator==(const HostFacts &) const = default;
};

struct Decision
{
    std::array<bool, portCount> attempt{}; ///< try now (again)
    bool beside = false; ///< the attempts that are under way go on; otherwise a new one takes their place
    bool abandon = false; ///< close the attempts that are under way
    bool done = false; ///< nothing more to do for this host
    bool operator==(const Decision &) const = default;
};

/// A port that could not be tried even once because no socket was left is due like any retry.
Decision decide(const HostFacts &host, LossWatch::Level loss, qint64 now);

/// An answer that took so long, or came so long after the host was begun, was sent for again by the system.
inline constexpr qint64 systemRetry = 900;

/// True when an answer on attempt \a attempt proves that an earlier packet was lost. \a otherAnswered: when
/// the other port had answered; \a begun: when this attempt began; \a took: until the answer.
bool provesLoss(int attempt, qint64 begun, qint64 took, std::optional<qint64> otherAnswered);

} // namespace SweepSchedule

} // namespace Sigen
