#include "modbus/plantpolling.h"

#include "network/reach.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace Sigen {

PlantPolling::PlantPolling(PollRequest request, QObject *parent)
    : Operation(noDeadline, parent)
    , m_request(std::move(request))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &PlantPolling::poll);
}

PlantPolling::~PlantPolling() = default;

void PlantPolling::setRequest(const PollRequest &request)
{
    m_isJudged = m_isJudged && m_request.host == request.host && m_request.port == request.port;
    m_request = request;
}

void PlantPolling::setPaused(bool paused)
{
    if (std::exchange(m_isPaused, paused) == paused || state() != State::Running || m_isPolling)
        return;
    const std::chrono::milliseconds since(m_clock.isValid() ? m_clock.elapsed() : m_request.interval.count());
    if (paused)
        m_next.stop();
    else
        m_next.start(std::max(std::chrono::milliseconds(0), m_request.interval - since));
}

void PlantPolling::run()
{
    if (!m_isPaused)
        poll();
}

void PlantPolling::release()
{
    m_next.stop();
}

void PlantPolling::poll()
{
    m_clock.start();
    m_isPolling = true;
    auto reach =
        std::make_unique<Reach>(m_request.host, m_request.allowPublic, m_request.port, m_request.timeouts);
    runStep(std::move(reach), [this](Reach &reached) {
        Error error = reached.error() ? reached.error() : reached.stateError();
        // On the Modbus port these have names, and advice, of their own.
        if (error.code == ErrorCode::ConnectionRefused)
            error.code = ErrorCode::PortClosed;
        else if (error.code == ErrorCode::ConnectTimeout)
            error.code = ErrorCode::PortFiltered;
        if (!error)
            return read(reached.takeConnection(), reached.endpointText());
        PlantPoll poll;
        poll.error = error;
        pollEnded(poll);
    });
}

void PlantPolling::read(std::unique_ptr<TcpConnection> connection, const QString &endpoint)
{
    auto read = std::make_unique<PlantRead>(std::move(connection), m_request.unit, m_request.timeouts);
    if (!m_isJudged)
        read->judgeFirst();
    const auto *const step = runStep(std::move(read), [this, endpoint](const PlantRead &plant) {
        PlantPoll poll;
        poll.error = plant.error();
        if (poll.error && poll.error.context.isEmpty())
            poll.error.context = endpoint;
        poll.at = QDateTime::currentDateTimeUtc();
        poll.values = plant.values();
        poll.unanswered = plant.unanswered();
        if (!m_isJudged)
            poll.identity = plant.identity();
        poll.staleReplies = plant.staleReplies();
        pollEnded(poll);
    });
    connect(step, &PlantRead::traced, this, [this](TraceEntry entry) {
        entry.text = m_request.redactor.hexDump(entry.text);
        Q_EMIT traced(entry);
    });
}

void PlantPolling::pollEnded(PlantPoll poll)
{
    m_isPolling = false;
    m_isJudged = !poll.error; // else whoever answers next may be somebody else
    m_anyRead = m_anyRead || !poll.error;
    poll.isLast = ++m_polls == m_request.count;
    const bool ends = poll.isLast || (poll.error && !m_anyRead && !m_request.isPatient);
    const QPointer<PlantPolling> guard(this); // who hears of it may have had enough
    Q_EMIT polled(poll);
    if (!guard || hasEnded())
        return;
    if (ends && poll.error)
        return fail(poll.error);
    if (ends)
        return succeed();
    if (m_isPaused)
        return;
    const std::chrono::milliseconds left = m_request.interval - std::chrono::milliseconds(m_clock.elapsed());
    m_next.start(std::max(left, std::min(m_request.interval, m_request.timeouts.pacing.modbusPause)));
}

} // namespace Sigen
