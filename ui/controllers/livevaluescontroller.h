// Live values of one plant: a PlantRead every 5 s once the user has started it, the connection closed between
// polls so that other tools get their turn. Pauses while nobody looks. A poll that fails is a gap and a
// sentence, not an end.
#pragma once

#include "core/error.h"
#include "core/redaction.h"
#include "core/timeouts.h"
#include "core/trace.h"
#include "modbus/plantreader.h"
#include "ui/models/history.h"

#include <QDateTime>
#include <QLocale>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Sigen {

class Reach;

struct LiveTile
{
    QString title; ///< "Battery", "Solar", "Grid (export)"
    QString value; ///< "83.6 %"; "–" when it is not known
    QString note; ///< "charging with 1.20 kW"; may be empty
    QString accessibleText; ///< "Battery: 83.6 %, charging with 1.20 kW"
    History history; ///< for the small line
    bool operator==(const LiveTile &) const = default;
};

struct PlantTile
{
    QString state; ///< "Running"; "–" when it is not known
    QString note; ///< "On grid · max self-consumption"
    QStringList alarms; ///< in words; empty: none
    bool isFault = false;
    QString accessibleText;
    bool operator==(const PlantTile &) const = default;
};

class LiveValuesController : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds defaultInterval{5000};

    explicit LiveValuesController(QObject *parent = nullptr);
    ~LiveValuesController() override;

    /// Where to read; a change while it runs counts from the next poll. \a host as normalizedHost() gives it.
    void setEndpoint(const QString &host, quint16 port, const Timeouts &timeouts);
    /// What its trace must not show, whatever the plant answers.
    void setRedactor(const Redactor &redactor) { m_redactor = redactor; }
    /// From the start of one poll to the start of the next; at least 1 s in the product (vendor document
    /// V2.9).
    void setInterval(std::chrono::milliseconds interval);

    bool isRunning() const { return m_running; } ///< started by the user and not stopped
    bool isPaused() const { return m_running && !m_visible; }
    /// At least one poll has succeeded.
    bool hasValues() const { return m_seen.updatedAt.isValid(); }
    /// What is shown is not of now: nothing is read any more, or the last poll failed.
    bool isStale() const { return hasValues() && (!m_running || m_seen.error); }

    LiveTile battery() const;
    LiveTile solar() const;
    LiveTile grid() const;
    PlantTile plant() const;

    /// Why the last poll failed, with what to do; empty: it did not.
    QString problem() const;
    /// "Updated 14:02:31 · every 5 s", "Paused while it can't be seen".
    QString statusText() const;
    /// Replies that came late or not at all: "2 late and 1 lost of 40 polls; a cable is steadier than
    /// Wi-Fi."; empty while there is nothing to say.
    QString linkText() const;
    int polls() const { return m_seen.polls; } ///< ended, well or not
    int latePolls() const { return m_seen.late; } ///< with late replies that were skipped
    int lostPolls() const { return m_seen.lost; } ///< that brought nothing

    void setVisible(bool visible);
    void setLocale(const QLocale &locale);
    void retranslate();

public Q_SLOTS:
    void start();
    void stop();
    void reset(); ///< another device: stops, and nothing of the old one stays

Q_SIGNALS:
    void runningChanged();
    void updated(); ///< some text or value is new
    void traced(const Sigen::TraceEntry &entry);

private:
    /// Everything that belongs to the device.
    struct Seen
    {
        QList<RegisterValue> values;
        History battery;
        History solar;
        History grid;
        QDateTime updatedAt;
        Error error; ///< of the last poll
        int polls = 0;
        int late = 0;
        int lost = 0;
    };

    void poll();
    void reached();
    void pollEnded();
    void failPoll(const Error &error);
    void scheduleNext();
    QString powerText(std::optional<double> kilowatts) const;
    LiveTile tile(const QString &title, const QString &value, const QString &note,
                  const History &history) const;

    QString m_host;
    quint16 m_port = 0;
    Timeouts m_timeouts;
    Redactor m_redactor;
    std::chrono::milliseconds m_interval = defaultInterval;
    bool m_running = false;
    bool m_visible = false;
    std::unique_ptr<Reach> m_reach;
    std::unique_ptr<PlantRead> m_read;
    QTimer m_timer;
    QElapsedTimer m_pollClock;
    Seen m_seen;
    bool m_judged = false; ///< since the last failure it was asked who answers there
    QLocale m_locale;
};

} // namespace Sigen
