#include "words/plantwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <array>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class PlantText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::PlantText)
};

constexpr auto words = std::to_array<const char *>({
    // Work modes and states
    QT_TRANSLATE_NOOP("Sigen::PlantText", "max self-consumption"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "Sigen AI"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "time of use"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "full feed-in"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "remote EMS"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "custom"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "not connected"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "connected"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "on grid"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "off grid (automatic)"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "off grid (manual)"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "standby"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "running"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "fault"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "shutdown"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "environmental abnormality"),
    // Alarms
    QT_TRANSLATE_NOOP("Sigen::PlantText", "software mismatch"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "low insulation"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "insulation"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "over-temperature"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "under-temperature"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "thermal runaway"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "equipment fault"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "grounding"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "PV over-voltage"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "PV reversed"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "PV back-filling"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "arc fault"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "grid outage"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "grid over-voltage"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "grid under-voltage"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "over-frequency"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "under-frequency"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "voltage imbalance"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "DC component"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "leakage current"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "communication"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "internal protection"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "arc self-check"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "off-grid protection"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "manual protection"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "phase sequence"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "short to earth"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "soft start"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "off-grid leakage"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "N-line grounding"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "grid phase sequence"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "inverter phase sequence"),
    QT_TRANSLATE_NOOP("Sigen::PlantText", "grid phase loss"),
});

/// Where an alarm register's alarms come from, as a sentence with a place for the alarm.
QString alarmPattern(const QString &key)
{
    if (key == "alarmsBattery"_L1)
        return PlantText::tr("Battery: %1");
    if (key == "alarmsGateway"_L1)
        return PlantText::tr("Gateway: %1");
    return PlantText::tr("Inverter: %1");
}

} // namespace

const RegisterValue *findValue(const QList<RegisterValue> &values, QLatin1StringView key)
{
    for (const RegisterValue &value : values) {
        if (value.definition.key == key)
            return &value;
    }
    return nullptr;
}

std::optional<double> plantNumber(const QList<RegisterValue> &values, QLatin1StringView key)
{
    const RegisterValue *const found = findValue(values, key);
    return found ? std::optional(found->value.toDouble()) : std::nullopt;
}

QString plantWord(const QList<RegisterValue> &values, QLatin1StringView key)
{
    const RegisterValue *const found = findValue(values, key);
    if (!found)
        return {};
    const int raw = found->value.toInt();
    const auto word = found->definition.states.constFind(raw);
    return word == found->definition.states.cend() ? PlantText::tr("state %1").arg(raw)
                                                   : translatedWord(*word);
}

QString plantValueText(const RegisterValue &value)
{
    const RegisterDefinition &definition = value.definition;
    if (definition.type == RegisterType::String)
        return value.value.toString();
    if (!definition.bits.isEmpty()) {
        const QStringList alarms = plantAlarms({value});
        return alarms.isEmpty() ? PlantText::tr("none", "alarms") : alarms.join(", "_L1);
    }
    if (!definition.states.isEmpty())
        return plantWord({value}, QLatin1StringView(definition.key.toLatin1()));
    if (definition.key == "systemTime"_L1)
        return QDateTime::fromSecsSinceEpoch(value.value.toLongLong(), QTimeZone::utc())
            .toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
    int decimals = 0;
    for (int gain = definition.gain; gain > 1; gain /= 10)
        ++decimals;
    const QString number = QString::number(value.value.toDouble(), 'f', decimals);
    return definition.unit.isEmpty() ? number : number + u' ' + definition.unit;
}

QStringList plantAlarms(const QList<RegisterValue> &values)
{
    QStringList alarms;
    for (const RegisterValue &value : values) {
        if (value.definition.bits.isEmpty())
            continue;
        const QStringList set = alarmTexts(value.definition, static_cast<quint16>(value.value.toUInt()));
        for (const QString &alarm : set)
            alarms += alarmPattern(value.definition.key).arg(translatedWord(alarm));
    }
    return alarms;
}

QString translatedWord(const QString &word)
{
    return PlantText::tr(word.toUtf8().constData());
}

QStringList translatableWords()
{
    QStringList all;
    for (const char *const word : words)
        all += QString::fromUtf8(word);
    return all;
}

} // namespace Sigen
