#include "settings/savedgateway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QString knownStateName(std::optional<bool> on)
{
    return on ? *on ? u"on"_s : u"off"_s : u"unknown"_s;
}

bool isKnownStateName(const QString &name)
{
    return name == "on"_L1 || name == "off"_L1 || name == "unknown"_L1;
}

static bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control;
}

static bool matches(const QString &text, const QString &pattern)
{
    return text.isEmpty() || QRegularExpression(pattern).match(text).hasMatch();
}

bool isSavedAddress(const QString &text)
{
    return !text.isEmpty() && text.size() <= maximumAddressLength
        && std::none_of(text.begin(), text.end(),
                        [](QChar each) { return isControl(each) || each.isSpace(); });
}

bool isText(const QString &text)
{
    return text.size() <= maximumSavedTextLength && std::none_of(text.begin(), text.end(), isControl);
}

static bool isName(const QString &text)
{
    return text.isEmpty() || isSavedAddress(text);
}

static bool isMac(const QString &text)
{
    return matches(text, u"\\A[0-9a-f]{2}(?::[0-9a-f]{2}){5}\\z"_s);
}

static bool isPath(const QString &text)
{
    return text.size() <= maximumSavedTextLength && matches(text, u"\\A/[!-~]*\\z"_s);
}

static bool isFingerprint(const QString &text)
{
    return matches(text, u"\\A[0-9a-f]{64}\\z"_s);
}

const QList<SavedText> &savedTexts()
{
    static const QString plain = u"must be a text without control characters."_s;
    // clang-format off
    static const QList<SavedText> texts{
        {u"name"_s,         [](Gateway &g) -> QString & { return g.name; },                  isText, plain},
        {u"hostName"_s,     [](Gateway &g) -> QString & { return g.places.first().name; },   isName, u"must be a name of a host."_s},
        {u"serial"_s,       [](Gateway &g) -> QString & { return g.serial; },                isText, plain, true},
        {u"modbusSerial"_s, [](Gateway &g) -> QString & { return g.modbusSerial; },          isText, plain, true},
        {u"model"_s,        [](Gateway &g) -> QString & { return g.model; },                 isText, plain, true},
        {u"firmware"_s,     [](Gateway &g) -> QString & { return g.firmware; },              isText, plain, true},
        {u"mac"_s,          [](Gateway &g) -> QString & { return g.places.first().mac; },    isMac,  u"must be a MAC address as in 0c:47:a9:91:22:33."_s},
        {u"path"_s,         [](Gateway &g) -> QString & { return g.way.path; },              isPath, u"must begin with \"/\" and be printable ASCII."_s},
        {u"profile"_s,      [](Gateway &g) -> QString & { return g.way.profile; },           isText, plain},
        {u"fingerprint"_s,  [](Gateway &g) -> QString & { return g.way.fingerprint; },       isFingerprint, u"must be 64 hexadecimal digits in lower case."_s},
        {u"username"_s,     [](Gateway &g) -> QString & { return g.way.username; },          isText, plain},
    };
    // clang-format on
    return texts;
}

QString savedAddress(const Gateway &gateway)
{
    const Place &place = gateway.place();
    return place.address.isEmpty() ? place.name : place.address;
}

Gateway entryAt(const QString &address)
{
    Gateway entry;
    entry.places = {placeAt(address)};
    return entry;
}

std::optional<SettingEvidence> savedState(const Gateway &gateway)
{
    if (gateway.doubtful) // neither what was before the change nor what it was to become
        return std::nullopt;
    std::optional<SettingEvidence> state = gateway.setting ? gateway.setting : gateway.before;
    if (state && !state->at.isValid())
        state.reset();
    // Many gateways have no sign-in: that a plant answers on Modbus says that its server is on.
    const PortEvidence &modbus = gateway.place().modbus;
    if (provesPlant(modbus.state) && modbus.at.isValid() && (!state || state->at < modbus.at))
        state = SettingEvidence{true, modbus.port, gateway.firmware, modbus.at};
    return state;
}

QString unitsText(const QList<FoundUnit> &units)
{
    QJsonArray all;
    for (const FoundUnit &unit : units.first(std::min(units.size(), maximumSavedUnits))) {
        QJsonObject object{{u"id"_s, unit.id}};
        for (const auto &[key, text] :
             {std::pair(u"model"_s, unit.model), std::pair(u"serial"_s, unit.serial),
              std::pair(u"firmware"_s, unit.firmware)}) {
            if (!text.isEmpty() && isText(text))
                object.insert(key, text);
        }
        if (unit.isAcCharger)
            object.insert(u"acCharger"_s, true);
        if (unit.hasDcCharger)
            object.insert(u"dcCharger"_s, true);
        all.append(object);
    }
    return all.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QList<FoundUnit> unitsFrom(const QString &text)
{
    QList<FoundUnit> units;
    const QJsonArray all = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &each : all) {
        const auto told = [&each](const QString &key) {
            const QString found = each[key].toString();
            return isText(found) ? found : QString();
        };
        const FoundUnit unit{each[u"id"_s].toInt(),
                             told(u"model"_s),
                             told(u"serial"_s),
                             told(u"firmware"_s),
                             each[u"dcCharger"_s].toBool(),
                             each[u"acCharger"_s].toBool()};
        constexpr int lastDevice = 246; // vendor document V2.9
        const bool isNext = units.isEmpty() || units.constLast().id < unit.id;
        if (unit.id >= 1 && unit.id <= lastDevice && isNext && units.size() < maximumSavedUnits)
            units += unit;
    }
    return units;
}

bool normalize(Gateway &gateway)
{
    Place &place = gateway.places.first();
    place.address = place.address.trimmed();
    place.mac = place.mac.toLower().replace(u'-', u':');
    gateway.way.fingerprint = gateway.way.fingerprint.toLower().remove(u':');
    gateway.lastSeen = gateway.lastSeen.toUTC();
    for (const SavedText &text : savedTexts()) {
        QString &value = text.of(gateway);
        if (text.accepts(value))
            continue;
        if (!text.isTold)
            return false;
        value.clear();
    }
    if (gateway.serialFrom == SerialSource::None && !gateway.serial.isEmpty())
        gateway.serialFrom = SerialSource::Saved;
    if (gateway.serial.isEmpty())
        gateway.serialFrom = SerialSource::None;
    return isSavedAddress(savedAddress(gateway));
}

} // namespace Sigen
