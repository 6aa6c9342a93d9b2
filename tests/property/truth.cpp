#include "property/truth.h"

#include <algorithm>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What is written to a socket and read from it within one process takes a moment, and the clock's are
/// rounded.
constexpr qint64 tolerance = 20;

class Judge
{
public:
    Judge(const Scenario &scenario, const Evidence &evidence, const JobResult &result)
        : m_scenario(scenario)
        , m_evidence(evidence)
        , m_result(result)
    { }

    QStringList untruths()
    {
        judgeWrites();
        if (isChange(m_scenario.job)) {
            judgeStates();
            judgeOutcome();
        }
        judgeProof();
        if (m_scenario.isCalm() && m_evidence.isReliable)
            judgeCalm();
        return m_untruths;
    }

private:
    void demand(bool holds, const QString &otherwise)
    {
        if (!holds)
            m_untruths.append(otherwise);
    }

    bool isProved() const { return !m_result.error; }

    /// Whether a state for which \a fits holds was there between the last look and the end.
    template <typename Predicate>
    bool wasSeen(Predicate fits) const
    {
        const qint64 from = m_evidence.lastReadAt.value_or(0) - tolerance;
        for (qsizetype i = 0; i < m_evidence.history.size(); ++i) {
            const bool isLast = i + 1 == m_evidence.history.size();
            const bool endedBefore = !isLast && m_evidence.history.at(i + 1).at < from;
            if (!endedBefore && fits(m_evidence.history.at(i)))
                return true;
        }
        return false;
    }

    bool hadState(const ReportedSetting &claimed) const
    {
        return wasSeen([&](const Moment &moment) {
            return moment.enabled == claimed.enabled && (!claimed.port || moment.port == *claimed.port);
        });
    }
    bool wasOn(bool on) const
    {
        return wasSeen([&](const Moment &moment) { return moment.enabled == on; });
    }

    void judgeWrites()
    {
        const bool writes = isChange(m_scenario.job) && m_scenario.job != JobKind::Status;
        demand(m_evidence.setRequests <= (writes ? 1 : 0),
               u"%1 set requests reached the gateway"_s.arg(m_evidence.setRequests));
        demand(m_evidence.setRequests == 0 || m_result.writeSent,
               u"a set request reached the gateway, and the result says that none was sent"_s);
    }

    void judgeStates()
    {
        const Moment &first = m_evidence.history.first();
        if (m_result.before)
            demand(m_result.before->enabled == first.enabled
                       && (!m_result.before->port || m_result.before->port == first.port),
                   u"the state before the change was another one"_s);
        if (m_result.current)
            demand(hadState(*m_result.current),
                   u"the gateway has not been %1 at port %2 since it was last asked"_s
                       .arg(m_result.current->enabled ? u"on"_s : u"off"_s)
                       .arg(m_result.current->port.value_or(0)));
    }

    void judgeOutcome()
    {
        const Moment &first = m_evidence.history.first();
        const QString name(outcomeName(m_result.outcome));
        switch (m_result.outcome) {
        case Outcome::Enabled:
        case Outcome::EnabledUnverified:
            demand(wasOn(true), name + u", but the server was off"_s);
            break;
        case Outcome::AlreadyEnabled:
            demand(first.enabled && m_evidence.setRequests == 0, name + u", but it was not"_s);
            break;
        case Outcome::Disabled:
            demand(wasOn(false), name + u", but the server was on"_s);
            break;
        case Outcome::AlreadyDisabled:
            demand(!first.enabled && m_evidence.setRequests == 0, name + u", but it was not"_s);
            break;
        case Outcome::PortChanged:
            demand(wasSeen([&](const Moment &moment) { return moment.port == m_scenario.wishedPort; }),
                   name + u", but the port was not the wished one"_s);
            demand(m_scenario.job != JobKind::SetPort || wasOn(first.enabled),
                   name + u", but the server was also switched"_s);
            break;
        case Outcome::Unchanged:
            demand(m_evidence.setRequests == 0 && first.port == m_scenario.wishedPort,
                   name + u", but the port was another one"_s);
            break;
        case Outcome::NoEffect: {
            const qint64 waited =
                m_evidence.endedAt - m_evidence.firstReadBackAt.value_or(m_evidence.endedAt);
            demand(m_result.writeSent, name + u", but nothing was sent"_s);
            demand(waited + tolerance >= scaledTimeouts().pacing.effectWait.count(),
                   name + u" after only %1 ms"_s.arg(waited));
            demand(wasSeen([&](const Moment &moment) { return !isAsWished(moment); }),
                   name + u", but it is as it was wished"_s);
            break;
        }
        case Outcome::Unknown:
            demand(m_result.writeSent, name + u", but nothing was sent"_s);
            break;
        case Outcome::Failed: {
            const bool isSession = m_result.error.code == ErrorCode::SessionRefused;
            demand(m_evidence.setRequests == 0 || isSession, name + u", but a set request was sent"_s);
            demand(bool(m_result.error), name + u" without an error"_s);
            break;
        }
        case Outcome::Cancelled:
        case Outcome::DryRun:
            demand(m_evidence.setRequests == 0, name + u", but a set request was sent"_s);
            break;
        case Outcome::Read:
            demand(m_scenario.job == JobKind::Status && m_result.current, name + u" without a state"_s);
            break;
        case Outcome::Refused:
        case Outcome::Verified:
        case Outcome::NotVerified:
        case Outcome::Repaired: // the property test repairs and awaits nothing
        case Outcome::TimedOut:
            break;
        }
    }

    bool isAsWished(const Moment &moment) const
    {
        switch (m_scenario.job) {
        case JobKind::Enable:
            return moment.enabled;
        case JobKind::EnableAtPort:
            return moment.enabled && moment.port == m_scenario.wishedPort;
        case JobKind::Disable:
            return !moment.enabled;
        case JobKind::SetPort:
            return moment.port == m_scenario.wishedPort;
        default:
            return true;
        }
    }

    void judgeProof()
    {
        const Outcome outcome = m_result.outcome;
        const bool mustBeOpen = outcome == Outcome::Enabled || outcome == Outcome::AlreadyEnabled
            || outcome == Outcome::Verified || (outcome == Outcome::PortChanged && m_result.port);
        const bool mustBeClosed = outcome == Outcome::Disabled || outcome == Outcome::AlreadyDisabled;
        if (mustBeOpen && isProved()) {
            demand(m_result.port == PortState::Open, u"proved, but the port is not called open"_s);
            demand(m_evidence.modbusReplies > 0, u"proved, but nobody gave a right Modbus answer"_s);
            demand(m_result.verifiedAt.isValid(), u"proved without a time"_s);
        }
        if (mustBeClosed && isProved())
            demand(!m_evidence.isListening, u"proved to be off, but the port accepts connections"_s);
        if (m_result.error.code == ErrorCode::PortClosed || m_result.error.code == ErrorCode::PortFiltered)
            demand(!m_evidence.wasListening || !m_evidence.isReliable,
                   u"the port is called closed, but it was open all the time"_s);
        if (m_result.error.code == ErrorCode::ModbusSilent)
            demand(m_evidence.modbusBytesToLastClient == 0 || !m_evidence.isReliable || mayCallSilent(),
                   u"called silent, but it sent %1 bytes"_s.arg(m_evidence.modbusBytesToLastClient));
    }

    /// What comes later than three time-outs, or from another unit while the plant's is cold, is as good as
    /// nothing.
    bool mayCallSilent() const
    {
        const Behaviour &behaviour = m_scenario.behaviour;
        const auto isLate = [](const ModbusBehaviour &one) {
            return one.delay > 2 * scaledTimeouts().modbusReply || one.shape == ModbusBehaviour::Shape::None;
        };
        return behaviour.warmUp.count() > 0 || isLate(behaviour.modbus.then)
            || std::any_of(behaviour.modbus.first.cbegin(), behaviour.modbus.first.cend(), isLate)
            || m_scenario.faults.contains("modbus-slow"_L1);
    }

    void judgeCalm()
    {
        const bool on = m_scenario.initiallyEnabled;
        const bool same = m_scenario.wishedPort == m_scenario.port;
        Outcome wished = Outcome::Read;
        switch (m_scenario.job) {
        case JobKind::Status:
            break;
        case JobKind::Enable:
            wished = on ? Outcome::AlreadyEnabled : Outcome::Enabled;
            break;
        case JobKind::EnableAtPort:
            wished = !on ? Outcome::Enabled : same ? Outcome::AlreadyEnabled : Outcome::PortChanged;
            break;
        case JobKind::Disable:
            wished = on ? Outcome::Disabled : Outcome::AlreadyDisabled;
            break;
        case JobKind::SetPort:
            wished = same ? Outcome::Unchanged : Outcome::PortChanged;
            break;
        case JobKind::Verify:
        case JobKind::VerifyUnits:
            wished = on ? Outcome::Verified : Outcome::NotVerified;
            break;
        case JobKind::Probe:
            return;
        case JobKind::Values:
            wished = on ? Outcome::Read : Outcome::Failed;
            break;
        }
        const bool mayFail = wished == Outcome::NotVerified || wished == Outcome::Failed;
        demand(m_result.outcome == wished && (mayFail || !m_result.error),
               u"nothing is wrong with the gateway, yet it ended as %1, %2"_s.arg(
                   QString(outcomeName(m_result.outcome)), QString(errorName(m_result.error.code))));
    }

    const Scenario &m_scenario;
    const Evidence &m_evidence;
    const JobResult &m_result;
    QStringList m_untruths;
};

} // namespace

QStringList untruths(const Scenario &scenario, const Evidence &evidence, const JobResult &result)
{
    return Judge(scenario, evidence, result).untruths();
}

} // namespace Sigen::Test
