#include "settings/gatewayfile.h"

#include "core/checkedjson.h"
#include "protocol/profile.h"
#include "settings/savedgateway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr QLatin1StringView formatName{"sigen-modbus-gateways"};
static constexpr int formatVersion = 1;
/// Distinguishes a file of a later version from nonsense.
static constexpr int highestVersion = 1000000;
static constexpr qsizetype longestText = 4096;

static QJsonObject toJson(Gateway gateway)
{
    QJsonObject object;
    const auto add = [&object](const QString &key, const QString &text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    add(u"address"_s, savedAddress(gateway));
    if (gateway.way.profile.startsWith(profileToChoose))
        gateway.way.profile.remove(0, profileToChoose.size());
    for (const SavedText &text : savedTexts())
        add(text.key, text.of(gateway));
    if (gateway.way.webSocketPort > 0)
        object.insert(u"webSocketPort"_s, int(gateway.way.webSocketPort));
    add(u"scheme"_s, gateway.way.tls ? u"wss"_s : u"ws"_s);
    add(u"lastSeen"_s, gateway.lastSeen.toString(Qt::ISODate));
    if (const std::optional<SettingEvidence> state = savedState(gateway)) {
        add(u"lastKnownState"_s, knownStateName(state->on));
        add(u"lastKnownStateAt"_s, state->at.toString(Qt::ISODate));
        add(u"lastKnownFirmware"_s, state->firmware);
    }
    if (gateway.modbusPort() > 0)
        object.insert(u"lastKnownModbusPort"_s, int(gateway.modbusPort()));
    return object;
}

QByteArray gatewayFile(const QList<Gateway> &gateways)
{
    QJsonArray array;
    for (const Gateway &gateway : gateways)
        array.append(toJson(gateway));
    return QJsonDocument(QJsonObject{{u"format"_s, QString(formatName)},
                                     {u"version"_s, formatVersion},
                                     {u"gateways"_s, array}})
        .toJson();
}

namespace {

class GatewayReader
{
public:
    explicit GatewayReader(const CheckedJson::Object &object)
        : m_object(object)
    { }

    Gateway read() const
    {
        const QString address = m_object.text(u"address"_s, maximumAddressLength);
        if (!isSavedAddress(address))
            m_object.refuse(u"address"_s, u"must be an address or a name of a host."_s);
        Gateway gateway = entryAt(address);
        for (const SavedText &each : savedTexts()) {
            if (m_object.contains(each.key))
                each.of(gateway) = text(each.key, each.accepts, each.rule);
        }
        if (!gateway.way.profile.isEmpty() && !builtInProfileNames().contains(gateway.way.profile))
            gateway.way.profile.prepend(profileToChoose);
        gateway.way.webSocketPort = port(u"webSocketPort"_s).value_or(0);
        gateway.way.tls = text(u"scheme"_s, isScheme, u"must be \"ws\" or \"wss\"."_s) == "wss"_L1;
        gateway.lastSeen = time(u"lastSeen"_s);
        const QString state =
            text(u"lastKnownState"_s, isState, u"must be \"on\", \"off\" or \"unknown\"."_s);
        const std::optional<quint16> modbusPort = port(u"lastKnownModbusPort"_s);
        gateway.places.first().modbus.port = modbusPort.value_or(0);
        if (state == knownStateName(true) || state == knownStateName(false)) {
            // Without its time a state says nothing, so here it must be given.
            gateway.before = SettingEvidence{
                state == knownStateName(true), modbusPort,
                text(u"lastKnownFirmware"_s, isText, u"must be a text without control characters."_s),
                checkedTime(u"lastKnownStateAt"_s)};
        }
        return gateway;
    }

private:
    static bool isScheme(const QString &text) { return text == "ws"_L1 || text == "wss"_L1; }
    static bool isState(const QString &text) { return text.isEmpty() || isKnownStateName(text); }

    QString text(const QString &key, bool (*accepts)(const QString &), const QString &otherwise) const
    {
        if (!m_object.contains(key))
            return {};
        const QString text = m_object.textOrEmpty(key, longestText);
        if (!accepts(text))
            m_object.refuse(key, otherwise);
        return text;
    }

    std::optional<quint16> port(const QString &key) const
    {
        return m_object.contains(key) ? std::optional(quint16(m_object.wholeNumber(key, 1, 65535)))
                                      : std::nullopt;
    }

    QDateTime time(const QString &key) const
    {
        return m_object.contains(key) ? checkedTime(key) : QDateTime();
    }

    QDateTime checkedTime(const QString &key) const
    {
        const QDateTime time = QDateTime::fromString(m_object.text(key, maximumSavedTextLength), Qt::ISODate);
        if (!time.isValid())
            m_object.refuse(key, u"must be a time as in 2026-11-22T07:00:00Z."_s);
        return time.toUTC();
    }

    const CheckedJson::Object &m_object;
};

} // namespace

std::variant<QList<Gateway>, GatewayFileError> parseGatewayFile(const QByteArray &json)
{
    CheckedJson file(json, maximumGatewayFileSize);
    const CheckedJson::Object root = file.root();
    if (root.text(u"format"_s, longestText) != formatName)
        root.refuse(u"format"_s, u"must be \"%1\": this is another kind of file."_s.arg(formatName));
    if (root.wholeNumber(u"version"_s, 1, highestVersion) > formatVersion)
        root.refuse(u"version"_s, u"is that of a later version of this program."_s);
    QList<Gateway> gateways;
    for (const CheckedJson::Object &object : root.objects(u"gateways"_s))
        gateways.append(GatewayReader(object).read());
    if (file.failed())
        return GatewayFileError{file.failedLine(), file.reason()};
    return gateways;
}

} // namespace Sigen
