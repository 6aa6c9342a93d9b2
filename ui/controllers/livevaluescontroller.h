// Live values of one plant: a PlantRead every 5 s once the user has started it, the connection closed between
// polls so that other tools get their turn. Pauses while nobody looks. A poll that fails is a gap and a
// sentence, not an end.
#pragma once

#include "core/error.h"
#include "core/redaction.h"
#include "core/timeouts.h"
#include "core/trace.h"
#include "modbus/plantpolling.h"
#include "ui/models/history.h"

#include <QDateTime>
#include <QLocale>
#include <QObject>

#include <memory>

namespace Sigen {

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
    static constexpr std::chrono::milliseconds defaultInterval = PollRequest::standardInterval;

    explicit LiveValuesController(QObject *parent = nullptr);
    ~LiveValuesController() override;

    /// Where to read; a change while it runs counts from the next poll. \a host as normalizedHost() gives it.
    void setEndpoint(const QString &host, quint16 port, const Timeouts &timeouts);
    /// What its trace must not show, whatever the plant answers.
    void setRedactor(const Redactor &redactor);
    /// From the start of one poll to the start of the next; at least 1 s in the product (vendor document
    /// V2.9).
    void setInterval(std::chrono::milliseconds interval);

    bool isRunning() const { return m_polling != nullptr; } ///< started by the user and not stopped
    bool isPaused() const { return isRunning() && (!m_visible || m_held); }
    /// At least one poll has succeeded.
    bool hasValues() const { return m_seen.updatedAt.isValid(); }
    /// What is shown is not of now: nothing is read any more, or the last poll failed.
    bool isStale() const { return hasValues() && (!isRunning() || m_seen.error); }

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
    void setHeld(bool held); ///< something else reads there and must not be disturbed
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

    void requestChanged();
    void pauseIfNeeded();
    void polled(const PlantPoll &poll);
    LiveTile tile(const QString &title, const QString &value, const QString &note,
                  const History &history) const;

    PollRequest m_request;
    bool m_visible = false;
    bool m_held = false;
    std::unique_ptr<PlantPolling> m_polling; ///< while it runs
    Seen m_seen;
    QLocale m_locale;
};

} // namespace Sigen
