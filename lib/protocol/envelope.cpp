#include "protocol/envelope.h"

#include "core/jsonvalue.h"

#include <QJsonDocument>

#include <limits>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A JSON object whose members stay in the order of the public examples. QJsonObject sorts them; whether a
/// gateway's parser minds is not known.
class OrderedObject
{
public:
    void add(const QString &key, const QJsonValue &value)
    {
        const QByteArray object = QJsonDocument(QJsonObject{{key, value}}).toJson(QJsonDocument::Compact);
        addMember(object.mid(1, object.size() - 2));
    }
    void add(const QString &key, const OrderedObject &value)
    {
        const QByteArray object = QJsonDocument(QJsonObject{{key, 0}}).toJson(QJsonDocument::Compact);
        addMember(object.mid(1, object.size() - 3) + value.json());
    }
    QByteArray json() const { return '{' + m_members + '}'; }

private:
    void addMember(const QByteArray &member)
    {
        if (!m_members.isEmpty())
            m_members += ',';
        m_members += member;
    }

    QByteArray m_members;
};

} // namespace

static const MessageTypes &messageTypes(const ProtocolProfile &profile, RequestKind kind)
{
    switch (kind) {
    case RequestKind::SignIn:
        return profile.signIn;
    case RequestKind::Read:
        return profile.read;
    case RequestKind::Write:
        break;
    }
    return profile.write;
}

QByteArray encodeSignIn(const ProtocolProfile &profile, const Credentials &credentials)
{
    OrderedObject data;
    data.add(profile.usernameKey, credentials.username);
    data.add(profile.passwordKey, credentials.password.reveal());
    OrderedObject frame;
    frame.add(profile.messageTypeKey, profile.signIn.request);
    frame.add(profile.serialKey, credentials.serial);
    frame.add(profile.dataKey, data);
    return frame.json();
}

static QByteArray encodeRequest(const ProtocolProfile &profile, RequestKind kind, const QString &serial,
                                const Secret &token, const OrderedObject &data)
{
    OrderedObject frame;
    frame.add(profile.messageTypeKey, messageTypes(profile, kind).request);
    frame.add(profile.serialKey, serial);
    frame.add(profile.tokenKey, token.reveal());
    frame.add(profile.dataKey, data);
    return frame.json();
}

QByteArray encodeRead(const ProtocolProfile &profile, const QString &serial, const Secret &token)
{
    OrderedObject data;
    data.add(profile.serviceKey, profile.service);
    return encodeRequest(profile, RequestKind::Read, serial, token, data);
}

QByteArray encodeWrite(const ProtocolProfile &profile, const QString &serial, const Secret &token,
                       const ModbusSetting &setting)
{
    if (!setting.port)
        return {};
    OrderedObject data;
    data.add(profile.serviceKey, profile.service);
    data.add(profile.enabledKey, setting.enabled ? profile.enabledValue : profile.disabledValue);
    data.add(profile.portKey, *setting.port);
    for (auto entry = setting.extra.begin(); entry != setting.extra.end(); ++entry) {
        const bool isOurs = entry.key() == profile.serviceKey || entry.key() == profile.enabledKey
            || entry.key() == profile.portKey;
        if (!isOurs)
            data.add(entry.key(), entry.value());
    }
    return encodeRequest(profile, RequestKind::Write, serial, token, data);
}

QStringList secretKeys(const ProtocolProfile &profile)
{
    return {profile.passwordKey, profile.tokenKey};
}

static Error wrongType(ErrorCode code, const QString &key, const QJsonValue &value, const QString &wanted)
{
    return {code, {}, u"\"%1\" is %2, not %3"_s.arg(key, jsonTypeName(value), wanted)};
}

/// Empty: absent. An error: present and not a whole number of 32 bits.
static std::variant<std::optional<int>, Error> optionalInt(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    if (isAbsent(value))
        return std::optional<int>();
    const auto number = wholeNumber(value, std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
    if (number)
        return std::optional<int>(int(*number));
    if (value.isDouble())
        return Error{ErrorCode::MalformedReply, {}, u"\"%1\" is not a whole number of 32 bits"_s.arg(key)};
    return wrongType(ErrorCode::MalformedReply, key, value, u"a number"_s);
}

std::variant<Frame, Error> decodeFrame(const ProtocolProfile &profile, const QByteArray &text)
{
    if (text.size() > maximumFrameSize)
        return Error{ErrorCode::MessageTooLarge, {}, u"%1 bytes"_s.arg(text.size())};

    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return Error{ErrorCode::MalformedReply,
                     {},
                     u"not JSON: %1 at byte %2 of %3"_s.arg(parseError.errorString())
                         .arg(parseError.offset)
                         .arg(text.size())};
    if (!document.isObject())
        return Error{ErrorCode::MalformedReply, {}, u"not a JSON object"_s};

    const QJsonObject object = document.object();
    const auto messageType = optionalInt(object, profile.messageTypeKey);
    if (const auto *error = std::get_if<Error>(&messageType))
        return *error;
    const auto code = optionalInt(object, profile.codeKey);
    if (const auto *error = std::get_if<Error>(&code))
        return *error;
    const QJsonValue message = object.value(profile.messageKey);
    if (!isAbsent(message) && !message.isString())
        return wrongType(ErrorCode::MalformedReply, profile.messageKey, message, u"a string"_s);
    const QJsonValue data = object.value(profile.dataKey);
    if (!isAbsent(data) && !data.isObject())
        return wrongType(ErrorCode::MalformedReply, profile.dataKey, data, u"an object"_s);

    return Frame{*std::get_if<std::optional<int>>(&messageType), *std::get_if<std::optional<int>>(&code),
                 message.toString(), data.toObject()};
}

static bool carriesWhatWasAsked(const ProtocolProfile &profile, RequestKind kind, const Frame &frame)
{
    switch (kind) {
    case RequestKind::SignIn:
        return !isAbsent(frame.data.value(profile.tokenKey));
    case RequestKind::Read:
        return !isAbsent(frame.data.value(profile.enabledKey));
    case RequestKind::Write:
        break; // a write asks for nothing; what carries the setting may be any read's reply
    }
    return false;
}

/// How devices number success is not known; what HTTP numbers so is no refusal.
static bool isSuccess(const ProtocolProfile &profile, int code, std::optional<int> grantCode)
{
    return code == profile.successCode || code == grantCode || (code >= 200 && code <= 299);
}

/// A refusal says what is wrong; who hands out a token with a word of success does not refuse.
static bool grantsSession(const ProtocolProfile &profile, const Frame &frame)
{
    static const QStringList words{u"ok"_s, u"success"_s, u"successful"_s, u"succeeded"_s};
    return words.contains(frame.message.trimmed(), Qt::CaseInsensitive)
        && !profile.sessionRefusedCodes.contains(frame.code.value_or(profile.successCode))
        && std::holds_alternative<SessionGrant>(decodeGrant(profile, frame));
}

ReplyVerdict classifyReply(const ProtocolProfile &profile, RequestKind kind, const Frame &frame,
                           std::optional<int> grantCode)
{
    if (frame.messageType && profile.pushes.contains(*frame.messageType))
        return ReplyVerdict::Skip;
    const bool isExpected =
        frame.messageType && messageTypes(profile, kind).replies.contains(*frame.messageType);
    if (!isExpected && !carriesWhatWasAsked(profile, kind, frame))
        return ReplyVerdict::Skip;
    const int code = frame.code.value_or(profile.successCode);
    if (isSuccess(profile, code, grantCode))
        return ReplyVerdict::Accepted;
    if (kind == RequestKind::SignIn && grantsSession(profile, frame))
        return ReplyVerdict::Accepted;
    if (!isExpected)
        return ReplyVerdict::Skip;
    const bool isSessionCode = profile.sessionRefusedCodes.contains(code);
    return isSessionCode && kind != RequestKind::SignIn ? ReplyVerdict::SessionRefused
                                                        : ReplyVerdict::Refused;
}

std::variant<SessionGrant, Error> decodeGrant(const ProtocolProfile &profile, const Frame &frame)
{
    const QJsonValue token = frame.data.value(profile.tokenKey);
    if (!token.isString())
        return wrongType(ErrorCode::MissingToken, profile.tokenKey, token, u"a string"_s);
    if (token.toString().isEmpty())
        return Error{ErrorCode::MissingToken, {}, u"\"%1\" is empty"_s.arg(profile.tokenKey)};
    if (token.toString().size() > maximumTokenLength)
        return Error{ErrorCode::MissingToken,
                     {},
                     u"\"%1\" is longer than %2 characters"_s.arg(profile.tokenKey,
                                                                  QString::number(maximumTokenLength))};
    const QString serial = frame.data.value(profile.serialKey).toString();
    return SessionGrant{Secret(token.toString()), serial.size() > maximumSerialLength ? QString() : serial};
}

std::variant<ModbusSetting, Error> decodeSetting(const ProtocolProfile &profile, const Frame &frame)
{
    const QJsonValue enabled = frame.data.value(profile.enabledKey);
    if (!enabled.isDouble())
        return wrongType(ErrorCode::UnexpectedReply, profile.enabledKey, enabled, u"a number"_s);
    const auto value = wholeNumber(enabled, std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
    if (value != profile.enabledValue && value != profile.disabledValue)
        return Error{ErrorCode::UnexpectedReply,
                     {},
                     u"\"%1\" is neither %2 nor %3"_s.arg(profile.enabledKey,
                                                          QString::number(profile.enabledValue),
                                                          QString::number(profile.disabledValue))};

    ModbusSetting setting;
    setting.enabled = value == profile.enabledValue;
    if (const auto port = wholeNumber(frame.data.value(profile.portKey), 1, 65535))
        setting.port = quint16(*port);
    setting.extra = frame.data;
    setting.extra.remove(profile.enabledKey);
    setting.extra.remove(profile.portKey);
    return setting;
}

} // namespace Sigen
