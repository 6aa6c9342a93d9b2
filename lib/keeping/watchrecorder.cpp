#include "keeping/watchrecorder.h"

#include "keeping/watch.h"

#include <algorithm>
#include <utility>

namespace Sigen {

WatchRecorder::WatchRecorder(const QString &path, Mode mode, QObject *parent)
    : QObject(parent)
    , m_file(path)
    , m_mode(mode)
{ }

WatchRecorder::~WatchRecorder() = default;

Error WatchRecorder::open()
{
    const Error error = m_file.load();
    m_isOpen = !error;
    return error;
}

void WatchRecorder::record(const Watch &watch)
{
    if (!m_isOpen)
        return;
    connect(&watch, &Watch::changed, this, &WatchRecorder::add);
    connect(&watch, &Watch::looked, this, [this] {
        if (!m_sinceConfirmed.isValid()
            || !m_sinceConfirmed.hasExpired(std::chrono::milliseconds(confirmedEvery).count()))
            return; // also before the first word of this run
        m_file.confirm();
        m_sinceConfirmed.start();
    });
}

void WatchRecorder::add(const WatchEvent &event)
{
    const bool isGoingOn = !history().isEmpty() && history().constLast().action != WatchAction::Stopped;
    if (m_mode == Mode::Once && isGoingOn) {
        const WatchEvent &last = history().constLast();
        const bool isOld = last.state == event.state && last.firmware == event.firmware && !event.changeSent
            && event.action != WatchAction::Stopped;
        if (isOld)
            return m_file.confirm();
    } else if (!m_sinceConfirmed.isValid() && isGoingOn) { // the first one of a run
        WatchEvent ended = history().constLast();
        ended.at = std::max(ended.at, std::min(m_file.confirmedAt(), event.at));
        ended.action = WatchAction::Stopped;
        ended.error.clear();
        ended.changeSent = false;
        m_file.append(ended);
    }
    m_sinceConfirmed.start();
    const Error error = m_file.append(event);
    if (std::exchange(m_canBeWritten, !error) && error)
        Q_EMIT failed(error);
    Q_EMIT changed();
}

} // namespace Sigen
