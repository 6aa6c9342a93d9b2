#include "ui/controllers/livevaluescontroller.h"

#include "ui/models/clocktext.h"
#include "ui/models/powertext.h"
#include "words/advice.h"
#include "words/plantwords.h"

#include <cmath>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

LiveValuesController::LiveValuesController(QObject *parent)
    : QObject(parent)
{
    m_request.isPatient = true;
}

LiveValuesController::~LiveValuesController() = default;

void LiveValuesController::setEndpoint(const QString &host, quint16 port, const Timeouts &timeouts)
{
    m_request.host = host;
    m_request.port = port;
    m_request.timeouts = timeouts;
    requestChanged();
}

void LiveValuesController::setRedactor(const Redactor &redactor)
{
    m_request.redactor = redactor;
    requestChanged();
}

void LiveValuesController::setInterval(std::chrono::milliseconds interval)
{
    m_request.interval = interval;
    requestChanged();
    Q_EMIT updated();
}

void LiveValuesController::requestChanged()
{
    if (m_polling)
        m_polling->setRequest(m_request);
}

void LiveValuesController::start()
{
    if (m_polling)
        return;
    m_polling = std::make_unique<PlantPolling>(m_request);
    connect(m_polling.get(), &PlantPolling::polled, this, &LiveValuesController::polled);
    connect(m_polling.get(), &PlantPolling::traced, this, &LiveValuesController::traced);
    m_polling->setPaused(isPaused());
    m_polling->start();
    Q_EMIT runningChanged();
}

void LiveValuesController::stop()
{
    if (!m_polling)
        return;
    m_polling.reset();
    m_seen.error = {}; // what was wrong with reading is of no use to who does not read
    Q_EMIT runningChanged();
}

void LiveValuesController::reset()
{
    stop();
    m_seen = {};
    Q_EMIT updated();
}

void LiveValuesController::setVisible(bool visible)
{
    if (std::exchange(m_visible, visible) != visible)
        pauseIfNeeded();
}

void LiveValuesController::setHeld(bool held)
{
    if (std::exchange(m_held, held) != held)
        pauseIfNeeded();
}

void LiveValuesController::pauseIfNeeded()
{
    if (!m_polling)
        return;
    m_polling->setPaused(isPaused());
    Q_EMIT runningChanged();
}

void LiveValuesController::polled(const PlantPoll &poll)
{
    ++m_seen.polls;
    m_seen.late += poll.staleReplies > 0;
    m_seen.lost += bool(poll.error);
    m_seen.error = poll.error;
    if (!poll.error) {
        m_seen.values = poll.values;
        m_seen.updatedAt = poll.at;
    }
    const auto append = [&poll](History &history, QLatin1StringView key) {
        history.append(poll.error ? std::nullopt : plantNumber(poll.values, key));
    };
    append(m_seen.battery, "batterySoc"_L1);
    append(m_seen.solar, "pvPower"_L1);
    append(m_seen.grid, "gridPower"_L1);
    Q_EMIT updated();
}

// --- words
// ---------------------------------------------------------------------------------------------------------

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
    QString note;
    if (power && !isSomePower(*power))
        note = tr("idle");
    else if (power)
        note = (*power > 0 ? tr("charging with %1") : tr("discharging with %1"))
                   .arg(powerText(std::abs(*power), m_locale));
    return tile(tr("Battery"), charge ? unbroken(tr("%1 %").arg(m_locale.toString(*charge, 'f', 1))) : u"–"_s,
                note, m_seen.battery);
}

LiveTile LiveValuesController::solar() const
{
    const std::optional<double> others = plantNumber(m_seen.values, "thirdPartyPower"_L1);
    const QString note = others && isSomePower(*others)
        ? tr("and %1 from other inverters").arg(powerText(others, m_locale))
        : QString();
    return tile(tr("Solar"), powerText(plantNumber(m_seen.values, "pvPower"_L1), m_locale), note,
                m_seen.solar);
}

LiveTile LiveValuesController::grid() const
{
    const std::optional<double> power = plantNumber(m_seen.values, "gridPower"_L1);
    const std::optional<double> sensor = plantNumber(m_seen.values, "gridSensorConnected"_L1);
    QString note;
    if (power && isSomePower(*power))
        note = *power < 0 ? tr("to the grid") : tr("from the grid");
    else if (!power && sensor && *sensor == 0)
        note = tr("no grid sensor connected");
    const QString value = powerText(power ? std::optional(std::abs(*power)) : std::nullopt, m_locale);
    return tile(tr("Grid"), value, note, m_seen.grid);
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
    const QStringList advice = errorAdvice(m_seen.error, {}, {}, Reader::Window);
    return advice.isEmpty()
        ? errorMessage(m_seen.error)
        : tr("%1 %2", "what happened, what to do").arg(errorMessage(m_seen.error), advice.constFirst());
}

QString LiveValuesController::statusText() const
{
    if (!isRunning() && !hasValues())
        return tr("Not started. The values are read from the plant through Modbus.");
    const QString at = clockText(m_seen.updatedAt, m_locale);
    if (!isRunning())
        return tr("Stopped. Last values of %1").arg(at);
    if (isPaused())
        return m_held ? tr("Paused while the diagnosis runs") : tr("Paused while it can't be seen");
    if (!hasValues())
        return tr("Reading…");
    const QString seconds =
        m_locale.toString(std::chrono::duration_cast<std::chrono::seconds>(m_request.interval).count());
    return tr("Updated %1 · every %2 s").arg(at, seconds);
}

QString LiveValuesController::linkText() const
{
    if (!isRunning() || (m_seen.late == 0 && m_seen.lost == 0))
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
