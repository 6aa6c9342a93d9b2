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
inline constexpr int attemptsOnKnownHost =
    4; ///< it answered on the other port, or has a MAC address of the vendor

inline constexpr qint64 firstRetry = 400; ///< silent host, first port
inline constexpr qint64 secondRetry = 720; ///< silent host, second port
inline constexpr qint64 keptRetry = 3100; ///< the same where packets get lost: after the system's ARP cycle
inline constexpr qint64 darkEnd = 1040;
inline constexpr qint64 suspectedEnd = 2300; ///< just after the system's third ARP request
inline constexpr qint64 keptEnd = 5400;
inline constexpr qint64 knownRetry = 250; ///< between attempts at a host that is there
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
    bool vendorMac = false;
    bool keptAttempt = false; ///< the second port's retry is being kept for keptRetry
    bool operator==(const HostFacts &) const = default;
};

struct Decision
{
    std::array<bool, portCount> attempt{}; ///< try now (again), in place of the attempt that is under way
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
