#include "protocol/envelope.h"

#include "core/jsonvalue.h"

#include <QJsonDocument>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

void fillSetting(RequestValues &values, const ProtocolProfile &profile, const ModbusSetting &setting)
{
    values.enabled = setting.enabled ? profile.on : profile.off;
    values.port = setting.port;
    values.rest = setting.extra;
}

QStringList secretKeys(const ProtocolProfile &profile)
{
    QStringList keys;
    for (const Exchange &step : profile.signIn)
        keys += step.send.secretKeys() + QStringList{step.tokenAt.name()};
    for (const RequestTemplate &request :
         {profile.read.send, profile.write.send, profile.signOut, profile.keepAlive})
        keys += request.secretKeys();
    keys.removeAll(QString());
    keys.removeDuplicates();
    return keys;
}

static Error typeError(ErrorCode code, const QString &key, const QJsonValue &value, const QString &wanted)
{
    return {code, {}, u"\"%1\" is %2, not %3"_s.arg(key, jsonTypeName(value), wanted)};
}

std::variant<QJsonObject, Error> decodeFrame(const QByteArray &text)
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
    return document.object();
}

static bool says(const ProtocolProfile &profile, const Exchange &exchange, const QJsonObject &frame)
{
    return matches(profile.meanings.success, frame) || matches(exchange.success, frame);
}

static bool isText(const JsonPointer &at, const QJsonObject &frame)
{
    const QJsonValue value = at.in(frame);
    return isAbsent(value) || value.isString();
}

ReplyVerdict classifyReply(const ProtocolProfile &profile, const Exchange &exchange, const QJsonObject &frame,
                           qint64 requestId)
{
    const FrameMeanings &meanings = profile.meanings;
    if (matches(meanings.unasked, frame))
        return ReplyVerdict::Skip;
    if (matches(meanings.taken, frame))
        return ReplyVerdict::Taken;
    if (wrongType(exchange.is, frame))
        return ReplyVerdict::Malformed;
    const bool isReply = matches(exchange.is, frame, requestId);
    if (!isReply && isAbsent(exchange.carries.in(frame)))
        return ReplyVerdict::Skip;
    if (wrongType(meanings.success, frame) || !isText(profile.textAt, frame)
        || !exchange.carries.obstacleIn(frame).isEmpty())
        return ReplyVerdict::Malformed;
    if (isReply && matches(meanings.expired, frame))
        return ReplyVerdict::Expired;
    if (isReply && matches(meanings.busy, frame))
        return ReplyVerdict::Busy;
    if (isReply && matches(meanings.noRights, frame))
        return ReplyVerdict::NoRights;
    if (says(profile, exchange, frame))
        return ReplyVerdict::Accepted;
    return isReply ? ReplyVerdict::Refused : ReplyVerdict::Skip;
}

QString shapeProblem(const ProtocolProfile &profile, const Exchange &exchange, const QJsonObject &frame)
{
    const ExpectedValue *wrong = wrongType(exchange.is, frame);
    if (!wrong)
        wrong = wrongType(profile.meanings.success, frame);
    const JsonPointer obstacle = exchange.carries.obstacleIn(frame);
    if (!wrong && !obstacle.isEmpty())
        return typeError(ErrorCode::MalformedReply, obstacle.name(), obstacle.in(frame), u"an object"_s)
            .detail;
    if (!wrong)
        return typeError(ErrorCode::MalformedReply, profile.textAt.name(), profile.textAt.in(frame),
                         u"a string"_s)
            .detail;
    QJsonValue wanted;
    for (const QJsonValue &value : wrong->values)
        wanted = value.isNull() ? wanted : value;
    return typeError(ErrorCode::MalformedReply, wrong->at.name(), wrong->at.in(frame), jsonTypeName(wanted))
        .detail;
}

QString refusalText(const ProtocolProfile &profile, const QJsonObject &frame)
{
    QStringList values;
    for (const ExpectedValue &each : likeIn(profile.meanings.success, frame)) {
        const QJsonValue value = each.values.at(0);
        if (!value.isObject() && !value.isArray() && !value.isNull())
            values.append(each.at.name() + u' ' + value.toVariant().toString());
    }
    const QString code = values.join(", "_L1);
    const QString text = profile.textAt.in(frame).toString();
    return text.isEmpty() ? code : code.isEmpty() ? text : QString(code + ": "_L1 + text);
}

/// Empty: none, no string, or one that can't be.
static QString shortText(const JsonPointer &at, const QJsonObject &frame)
{
    const QString text = at.in(frame).toString();
    return text.size() > maximumSerialLength ? QString() : text;
}

std::variant<SessionGrant, Error> decodeGrant(const Exchange &step, const QJsonObject &frame)
{
    SessionGrant grant{{}, shortText(step.serialAt, frame), shortText(step.roleAt, frame)};
    if (step.tokenAt.isEmpty())
        return grant;
    const QString name = step.tokenAt.name();
    const QJsonValue token = step.tokenAt.in(frame);
    if (!token.isString())
        return typeError(ErrorCode::MissingToken, name, token, u"a string"_s);
    if (token.toString().isEmpty())
        return Error{ErrorCode::MissingToken, {}, u"\"%1\" is empty"_s.arg(name)};
    if (token.toString().size() > maximumTokenLength)
        return Error{ErrorCode::MissingToken,
                     {},
                     u"\"%1\" is longer than %2 characters"_s.arg(name, QString::number(maximumTokenLength))};
    grant.token = Secret(token.toString());
    return grant;
}

static std::optional<quint16> portIn(const ProtocolProfile &profile, const QJsonObject &frame)
{
    const QJsonValue value = profile.portAt.in(frame);
    bool isNumber = false;
    const int written = value.toString().toInt(&isNumber);
    const auto port = wholeNumber(profile.portIsText() && isNumber ? QJsonValue(written) : value, 1, 65535);
    return port ? std::optional(quint16(*port)) : std::nullopt;
}

std::variant<ModbusSetting, Error> decodeSetting(const ProtocolProfile &profile, const QJsonObject &frame)
{
    const QString name = profile.enabledAt.name();
    const QJsonValue enabled = profile.enabledAt.in(frame);
    if (enabled != profile.on && enabled != profile.off) {
        if (enabled.type() != profile.on.type() && enabled.type() != profile.off.type())
            return typeError(ErrorCode::UnexpectedReply, name, enabled, jsonTypeName(profile.on));
        const auto shown = [](const QJsonValue &value) { return value.toVariant().toString(); };
        return Error{ErrorCode::UnexpectedReply,
                     {},
                     u"\"%1\" is neither %2 nor %3"_s.arg(name, shown(profile.on), shown(profile.off))};
    }
    ModbusSetting setting;
    setting.enabled = enabled == profile.on;
    setting.port = portIn(profile, frame);
    // A list has no keys that could be sent back.
    setting.extra =
        profile.enabledAt.parent().isEmpty() ? frame : profile.enabledAt.parent().in(frame).toObject();
    setting.extra.remove(name);
    if (profile.portAt.parent() == profile.enabledAt.parent())
        setting.extra.remove(profile.portAt.name());
    return setting;
}

} // namespace Sigen
