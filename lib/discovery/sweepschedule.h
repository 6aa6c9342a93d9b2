// When a port is tried, tried again and given up. Pure; times in milliseconds from the first attempt at a
// host.
//
// What is behind the numbers: on a LAN an answer takes a few milliseconds, a few hundred from a sleeping
// Wi-Fi device. Systems repeat a lost ARP request and a lost SYN after one second only. So the first retry
// comes long before that, and a silent host is given up just after that second. Where packets are seen to get
// lost, silent hosts get more patience, and one of their few attempts is kept for the time when the system
// has given up asking for the MAC address (three seconds on Linux) and asks anew.
#pragma once

#include <QtGlobal>

#include <array>
#include <optional>

namespace Sigen {

/// How well packets travel, as far as the answers so far tell.
class LossWatch
{
public:
    enum class Level { None, Suspected, Seen };

    void noteAnswer() { ++m_answers; }
    /// An answer that came only because something was sent again.
    void noteLoss() { ++m_losses; }
    /// Something was late, for whatever reason.
    void noteLateness() { ++m_latenesses; }

    /// A few losses among very many answers are normal and must not slow down a large scan.
    Level level() const;

private:
    int m_answers = 0;
    int m_losses = 0;
    int m_latenesses = 0;
};

namespace SweepSchedule {

inline constexpr std::size_t portCount = 2;
inline constexpr int attemptsOnDarkHost = 2; ///< for each port
/// The same for a host that answered on the other port, or has a MAC address of the vendor.
inline constexpr int attemptsOnKnownHost = 4;

inline constexpr qint64 firstRetry = 400; ///< silent host, first port
/// Silent host, second port; plus HostFacts::youngerBy. Late, since by then it shows whether packets get
/// lost.
inline constexpr qint64 secondRetry = 1012;
inline constexpr qint64 keptRetry = 3100; ///< the same where packets get lost: after the system's ARP cycle
/// Linux repeats the ARP request after 1000 to 1036 ms (at 250 ticks a second). Plus HostFacts::youngerBy.
inline constexpr qint64 darkEnd = 1045;
inline constexpr qint64 suspectedEnd = 2300; ///< just after the system's third ARP request
/// Just before the system gives up asking for the MAC address and fails what waits for it: Qt would then
/// repeat the attempts on its own account.
inline constexpr qint64 abandonBeforeFailure = 2900;
inline constexpr qint64 keptEnd = 5400;
inline constexpr qint64 knownRetry = 250; ///< between attempts at a host that is there
/// The same after the last one where packets may get lost: the system sends its SYN again after a second, and
/// once more two seconds later.
inline constexpr qint64 lastAttemptSuspected = 1100;
inline constexpr qint64 lastAttemptLossy = 3100;
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
    bool vendorMac = false;
    bool keptAttempt = false; ///< the second port's retry is being kept for keptRetry
    bool operator==(const HostFacts &) const = default;
};

struct Decision
{
    std::array<bool, portCount> attempt{}; ///< try now (again), in place of the attempt that is under way
    bool abandon = false; ///< close the attempts that are under way
    bool keepAttempt = false; ///< remember as HostFacts::keptAttempt
    bool done = false; ///< nothing more to do for this host
    bool operator==(const Decision &) const = default;
};

/// A port that could not be tried even once, for want of a socket, is due like any retry.
Decision decide(const HostFacts &host, LossWatch::Level loss, qint64 now);

/// True when an answer on attempt \a attempt proves that an earlier packet was lost. \a otherAnswered: when
/// the other port had answered; \a begun: when this attempt began; \a took: until the answer.
bool provesLoss(int attempt, qint64 begun, qint64 took, std::optional<qint64> otherAnswered);

} // namespace SweepSchedule

} // namespace Sigen
