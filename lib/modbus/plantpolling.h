// Live values: one PlantRead after another, the connection closed between polls so that other tools get their
// turn.
#pragma once

#include "core/redaction.h"
#include "modbus/plantreader.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTimer>

#include <optional>

namespace Sigen {

struct PollRequest
{
    static constexpr std::chrono::milliseconds standardInterval{5000};

    QString host; ///< as returned by normalizedHost()
    bool allowPublic = false;
    quint16 port = 0;
    UnitId unit = UnitId::plant();
    /// From the start of one poll to the start of the next.
    std::chrono::milliseconds interval = standardInterval;
    std::optional<int> count; ///< polls; empty: until it is cancelled
    bool isPatient = false; ///< goes on when already the first one fails
    Timeouts timeouts;
    Redactor redactor; ///< of the trace
};

/// One poll, well or not.
struct PlantPoll
{
    Error error; ///< none: the rest is valid
    QDateTime at; ///< UTC
    QList<RegisterValue> values; ///< as PlantRead has them
    QList<RegisterDefinition> unanswered;
    /// Where it was asked who answers: at first and after each failure.
    std::optional<ModbusIdentity> identity;
    int staleReplies = 0;
    bool isLast = false; ///< of `count`
};

/// What never worked is not tried again and again, unless it is to be patient; what worked a moment ago is.
/// Two polls are at least the pause of the vendor document (Pacing) apart, or the interval when that is
/// shorter.
///
/// Errors: those of Reach (as PortClosed and PortFiltered) and of PlantRead, of the only or the last poll;
/// Cancelled.
class PlantPolling : public Operation
{
    Q_OBJECT

public:
    explicit PlantPolling(PollRequest request, QObject *parent = nullptr);
    ~PlantPolling() override;

    /// From the next poll on.
    void setRequest(const PollRequest &request);
    /// A poll that is under way comes to its end; the next one is as late as it would have been.
    void setPaused(bool paused);

Q_SIGNALS:
    void polled(const Sigen::PlantPoll &poll);
    void traced(const Sigen::TraceEntry &entry);

protected:
    void run() override;
    void release() override;

private:
    void poll();
    void read(std::unique_ptr<TcpConnection> connection, const QString &endpoint);
    void pollEnded(PlantPoll poll);

    PollRequest m_request;
    QTimer m_next;
    QElapsedTimer m_clock; ///< since the last poll began
    int m_polls = 0;
    bool m_anyRead = false;
    bool m_isJudged = false; ///< since the last failure it was asked who answers
    bool m_isPolling = false;
    bool m_isPaused = false;
};

} // namespace Sigen
