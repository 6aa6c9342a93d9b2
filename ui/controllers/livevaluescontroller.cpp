#include "ui/controllers/livevaluescontroller.h"

#include "network/reach.h"
#include "ui/models/clocktext.h"
#include "words/advice.h"
#include "words/plantwords.h"

#include <algorithm>
#include <cmath>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

LiveValuesController::LiveValuesController(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LiveValuesController::poll);
}

LiveValuesController::~LiveValuesController() = default;

void LiveValuesController::setEndpoint(const QString &host, quint16 port, const Timeouts &timeouts)
{
    m_judged = m_judged && m_host == host && m_port == port;
    m_host = host;
    m_port = port;
    m_timeouts = timeouts;
}

void LiveValuesController::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    Q_EMIT updated();
}

void LiveValuesController::start()
{
    if (m_running)
        return;
    m_running = true;
    Q_EMIT runningChanged();
    if (m_visible && !m_reach && !m_read)
        poll();
}

void LiveValuesController::stop()
{
    if (!m_running)
        return;
    m_running = false;
    m_timer.stop();
    m_reach.reset();
    m_read.reset();
    m_seen.error = {}; // what was wrong with reading is of no use to who does not read
    Q_EMIT runningChanged();
}

void LiveValuesController::reset()
{
    stop();
    m_seen = {};
    m_judged = false;
    Q_EMIT updated();
}

void LiveValuesController::setVisible(bool visible)
{
    if (m_visible == visible)
        return;
    m_visible = visible;
    if (!m_running)
        return;
    if (visible && !m_reach && !m_read) {
        // Not sooner than the interval since the last poll, however often the page is turned.
        const auto since =
            std::chrono::milliseconds(m_pollClock.isValid() ? m_pollClock.elapsed() : m_interval.count());
        m_timer.start(std::max(std::chrono::milliseconds(0), m_interval - since));
    } else if (!visible) {
        m_timer.stop();
    }
    Q_EMIT runningChanged();
}

void LiveValuesController::poll()
{
    m_pollClock.start();
    m_reach = std::make_unique<Reach>(m_host, false, m_port, m_timeouts);
    connect(m_reach.get(), &Operation::finished, this, &LiveValuesController::reached);
    m_reach->start();
}

void LiveValuesController::reached()
{
    const std::unique_ptr<Reach> reach = std::move(m_reach);
    if (reach->error()) {
        failPoll(reach->error());
        return;
    }
    std::unique_ptr<TcpConnection> connection = reach->takeConnection();
    if (!connection) {
        Error error = reach->stateError();
        if (reach->portState() == PortState::Closed)
            error.code = ErrorCode::PortClosed;
        else if (reach->portState() == PortState::Filtered)
            error.code = ErrorCode::PortFiltered;
        failPoll(error);
        return;
    }
    m_read = std::make_unique<PlantRead>(std::move(connection), UnitId::plant(), m_timeouts);
    if (!m_judged)
        m_read->judgeFirst();
    connect(m_read.get(), &PlantRead::traced, this, [this](TraceEntry entry) {
        entry.text = m_redactor.hexDump(entry.text);
        Q_EMIT traced(entry);
    });
    connect(m_read.get(), &Operation::finished, this, &LiveValuesController::pollEnded);
    m_read->start();
}

void LiveValuesController::pollEnded()
{
    const std::unique_ptr<PlantRead> read = std::move(m_read);
    if (read->staleReplies() > 0)
        ++m_seen.late;
    if (read->error()) {
        failPoll(read->error());
        return;
    }
    ++m_seen.polls;
    m_judged = true;
    m_seen.error = {};
    m_seen.values = read->values();
    m_seen.updatedAt = QDateTime::currentDateTimeUtc();
    m_seen.battery.append(plantNumber(m_seen.values, "batterySoc"_L1));
    m_seen.solar.append(plantNumber(m_seen.values, "pvPower"_L1));
    m_seen.grid.append(plantNumber(m_seen.values, "gridPower"_L1));
    scheduleNext();
    Q_EMIT updated();
}

void LiveValuesController::failPoll(const Error &error)
{
    ++m_seen.polls;
    ++m_seen.lost;
    m_judged = false; // whoever answers next may be somebody else
    m_seen.error = error;
    m_seen.battery.append(std::nullopt);
    m_seen.solar.append(std::nullopt);
    m_seen.grid.append(std::nullopt);
    scheduleNext();
    Q_EMIT updated();
}

void LiveValuesController::scheduleNext()
{
    if (!m_running || !m_visible)
        return;
    const auto spent = std::chrono::milliseconds(m_pollClock.elapsed());
    // After a time-out the plant is left in peace for a while (vendor document V2.9).
    const auto atLeast = m_seen.error
        ? std::min(m_interval, std::chrono::milliseconds(ModbusReader::pauseAfterTimeout))
        : std::chrono::milliseconds(0);
    m_timer.start(std::max(atLeast, m_interval - spent));
}

// --- words
// ---------------------------------------------------------------------------------------------------------

QString LiveValuesController::powerText(std::optional<double> kilowatts) const
{
    if (!kilowatts)
        return u"–"_s;
    QString number = m_locale.toString(std::abs(*kilowatts), 'f', 2);
    const bool negative = *kilowatts <= -0.005; // what would be shown as -0.00 is zero
    return negative ? tr("−%1 kW").arg(number) : tr("%1 kW").arg(number);
}

LiveTile LiveValuesController::tile(const QString &title, const QString &value, const QString &note,
                                    const History &history) const
{
    const QString accessible = note.isEmpty()
        ? tr("%1: %2", "quantity, value").arg(title, value)
        : tr("%1: %2, %3", "quantity, value, note").arg(title, value, note);
    return {title, value, note, accessible, history};
}

LiveTile LiveValuesController::battery() const
{
    const std::optional<double> charge = plantNumber(m_seen.values, "batterySoc"_L1);
    const std::optional<double> power = plantNumber(m_seen.values, "batteryPower"_L1);
    constexpr double idle = 0.005; // kW, less is shown as 0.00
    QString note;
    if (power && *power >= idle)
        note = tr("charging with %1").arg(powerText(*power));
    else if (power && *power <= -idle)
        note = tr("discharging with %1").arg(powerText(-*power));
    else if (power)
        note = tr("idle");
    return tile(tr("Battery"), charge ? tr("%1 %").arg(m_locale.toString(*charge, 'f', 1)) : u"–"_s, note,
                m_seen.battery);
}

LiveTile LiveValuesController::solar() const
{
    const std::optional<double> others = plantNumber(m_seen.values, "thirdPartyPower"_L1);
    const QString note = others && std::abs(*others) >= 0.005
        ? tr("and %1 from other inverters").arg(powerText(others))
        : QString();
    return tile(tr("Solar"), powerText(plantNumber(m_seen.values, "pvPower"_L1)), note, m_seen.solar);
}

LiveTile LiveValuesController::grid() const
{
    const std::optional<double> power = plantNumber(m_seen.values, "gridPower"_L1);
    const std::optional<double> sensor = plantNumber(m_seen.values, "gridSensorConnected"_L1);
    const QString title = !power ? tr("Grid")
        : *power <= -0.005       ? tr("Grid (export)")
        : *power >= 0.005        ? tr("Grid (import)")
                                 : tr("Grid");
    const QString note = !power && sensor && *sensor == 0 ? tr("no grid sensor connected") : QString();
    return tile(title, powerText(power), note, m_seen.grid);
}

PlantTile LiveValuesController::plant() const
{
    PlantTile plant;
    QString state = plantWord(m_seen.values, "runningState"_L1);
    if (!state.isEmpty())
        state[0] = state.at(0).toUpper();
    plant.state = state.isEmpty() ? u"–"_s : state;
    QString grid = plantWord(m_seen.values, "onOffGrid"_L1);
    if (!grid.isEmpty())
        grid[0] = grid.at(0).toUpper();
    const QString mode = plantWord(m_seen.values, "emsWorkMode"_L1);
    plant.note = grid.isEmpty() ? mode
        : mode.isEmpty()        ? grid
                                : tr("%1 · %2", "on or off grid, work mode").arg(grid, mode);
    plant.alarms = plantAlarms(m_seen.values);
    constexpr int fault = 2; // running state (vendor document V2.9)
    plant.isFault = plantNumber(m_seen.values, "runningState"_L1) == fault || !plant.alarms.isEmpty();
    plant.accessibleText = plant.alarms.isEmpty()
        ? tr("Plant: %1, %2").arg(plant.state, plant.note)
        : tr("Plant: %1, %2. Alarms: %3").arg(plant.state, plant.note, plant.alarms.join(u", "_s));
    return plant;
}

QString LiveValuesController::problem() const
{
    if (!m_seen.error)
        return {};
    const QStringList advice = errorAdvice(m_seen.error, {});
    return advice.isEmpty()
        ? errorMessage(m_seen.error)
        : tr("%1 %2", "what happened, what to do").arg(errorMessage(m_seen.error), advice.constFirst());
}

QString LiveValuesController::statusText() const
{
    if (!m_running && !hasValues())
        return tr("Not started. The values are read from the plant through Modbus.");
    const QString at = clockText(m_seen.updatedAt, m_locale);
    if (!m_running)
        return tr("Stopped. Last values of %1").arg(at);
    if (isPaused())
        return tr("Paused while it can't be seen");
    if (!hasValues())
        return tr("Reading…");
    const QString seconds =
        m_locale.toString(std::chrono::duration_cast<std::chrono::seconds>(m_interval).count());
    return tr("Updated %1 · every %2 s").arg(at, seconds);
}

QString LiveValuesController::linkText() const
{
    if (!m_running || (m_seen.late == 0 && m_seen.lost == 0))
        return {};
    return tr("Of %1 polls %2 had late replies and %3 brought none; a cable is steadier than Wi-Fi.")
        .arg(m_locale.toString(m_seen.polls), m_locale.toString(m_seen.late), m_locale.toString(m_seen.lost));
}

void LiveValuesController::setLocale(const QLocale &locale)
{
    m_locale = locale;
    Q_EMIT updated();
}

void LiveValuesController::retranslate()
{
    Q_EMIT updated();
}

} // namespace Sigen
