#include "settings/gatewayfile.h"

#include "protocol/checkedjson.h"
#include "protocol/profile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr QLatin1StringView formatName{"sigen-modbus-gateways"};
static constexpr int formatVersion = 1;
/// So that a file of a later version is told from nonsense.
static constexpr int highestVersion = 1000000;
static constexpr qsizetype longestText = 4096;

static QJsonObject toJson(const SavedGateway &gateway)
{
    QJsonObject object{{u"address"_s, gateway.address}};
    const auto add = [&object](const QString &key, const QString &text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    add(u"name"_s, gateway.name);
    add(u"serial"_s, gateway.serial);
    add(u"mac"_s, gateway.mac);
    if (gateway.webSocketPort > 0)
        object.insert(u"webSocketPort"_s, int(gateway.webSocketPort));
    add(u"path"_s, gateway.path);
    const bool toChoose = gateway.profile.startsWith(profileToChoose);
    add(u"profile"_s, toChoose ? gateway.profile.sliced(profileToChoose.size()) : gateway.profile);
    add(u"scheme"_s, gateway.tls ? u"wss"_s : u"ws"_s);
    add(u"fingerprint"_s, gateway.fingerprint);
    add(u"username"_s, gateway.username);
    add(u"lastSeen"_s, gateway.lastSeen.toString(Qt::ISODate));
    if (gateway.lastKnownState != KnownState::Unknown) {
        add(u"lastKnownState"_s, knownStateName(gateway.lastKnownState));
        add(u"lastKnownStateAt"_s, gateway.lastKnownStateAt.toString(Qt::ISODate));
    }
    if (gateway.lastKnownModbusPort)
        object.insert(u"lastKnownModbusPort"_s, int(*gateway.lastKnownModbusPort));
    return object;
}

QByteArray gatewayFile(const QList<SavedGateway> &gateways)
{
    QJsonArray array;
    for (const SavedGateway &gateway : gateways)
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

    SavedGateway read() const
    {
        SavedGateway gateway;
        gateway.address = m_object.text(u"address"_s, maximumAddressLength);
        if (!isSavedAddress(gateway.address))
            m_object.refuse(u"address"_s, u"must be an address or a name of a host."_s);
        gateway.name = text(u"name"_s, isSavedText, u"must be a text without control characters."_s);
        gateway.serial = text(u"serial"_s, isSavedText, u"must be a text without control characters."_s);
        gateway.mac = text(u"mac"_s, isSavedMac, u"must be a MAC address as in 0c:47:a9:91:22:33."_s);
        gateway.webSocketPort = port(u"webSocketPort"_s).value_or(0);
        gateway.path = text(u"path"_s, isSavedPath, u"must begin with \"/\" and be printable ASCII."_s);
        gateway.profile = text(u"profile"_s, isSavedText, u"must be a text without control characters."_s);
        if (!gateway.profile.isEmpty() && !builtInProfileNames().contains(gateway.profile))
            gateway.profile.prepend(profileToChoose);
        gateway.tls = text(u"scheme"_s, isScheme, u"must be \"ws\" or \"wss\"."_s) == "wss"_L1;
        gateway.fingerprint =
            text(u"fingerprint"_s, isSavedFingerprint, u"must be 64 hexadecimal digits in lower case."_s);
        gateway.username = text(u"username"_s, isSavedText, u"must be a text without control characters."_s);
        gateway.lastSeen = time(u"lastSeen"_s);
        const QString state =
            text(u"lastKnownState"_s, isState, u"must be \"on\", \"off\" or \"unknown\"."_s);
        gateway.lastKnownState = knownState(state).value_or(KnownState::Unknown);
        if (gateway.lastKnownState != KnownState::Unknown) {
            // Without its time a state says nothing, so here it must be given.
            gateway.lastKnownStateAt = checkedTime(u"lastKnownStateAt"_s);
        }
        gateway.lastKnownModbusPort = port(u"lastKnownModbusPort"_s);
        return gateway;
    }

private:
    static bool isScheme(const QString &text) { return text == "ws"_L1 || text == "wss"_L1; }
    static bool isState(const QString &text) { return knownState(text).has_value(); }

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

std::variant<QList<SavedGateway>, GatewayFileError> parseGatewayFile(const QByteArray &json)
{
    CheckedJson file(json, maximumGatewayFileSize);
    const CheckedJson::Object root = file.root();
    if (root.text(u"format"_s, longestText) != formatName)
        root.refuse(u"format"_s, u"must be \"%1\": this is another kind of file."_s.arg(formatName));
    if (root.wholeNumber(u"version"_s, 1, highestVersion) > formatVersion)
        root.refuse(u"version"_s, u"is that of a later version of this program."_s);
    QList<SavedGateway> gateways;
    for (const CheckedJson::Object &object : root.objects(u"gateways"_s))
        gateways.append(GatewayReader(object).read());
    if (file.failed())
        return GatewayFileError{file.failedLine(), file.reason()};
    return gateways;
}

} // namespace Sigen
