#include "simulator/replyplan.h"

#include "simulator/dialect.h"
#include "simulator/websocketwire.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype tooLarge = 1280 * 1024; // clients accept 1 MiB
constexpr qsizetype fragmentSize = 16 * 1024;
constexpr qsizetype nestingDepth = 5000;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The request whose reply an event belongs to.
const Exchange &exchangeOf(const ProtocolProfile &profile, FaultEvent event)
{
    switch (event) {
    case FaultEvent::SignIn:
        return profile.signIn.constLast();
    case FaultEvent::Write:
        return profile.write;
    default:
        return profile.read;
    }
}

/// A number as a text.
QJsonValue asText(const QJsonValue &value)
{
    return value.isString() ? value : QJsonValue(value.toVariant().toString());
}

/// Faults that keep the reply a JSON object, but not the one it should be.
QJsonObject changedEnvelope(Fault fault, const Dialect &dialect, const JsonPointer &kindAt,
                            const QJsonObject &envelope)
{
    const auto with = [&envelope](const JsonPointer &at, const QJsonValue &value) {
        return Dialect::set(envelope, at, value);
    };
    const auto asTextAt = [&](const JsonPointer &at) { return with(at, asText(at.in(envelope))); };
    const QJsonValue absent(QJsonValue::Undefined);
    switch (fault) {
    case Fault::SignInTypeString:
    case Fault::ReadTypeString:
        return asTextAt(kindAt);
    case Fault::SignInCodeString:
    case Fault::ReadCodeString:
    case Fault::WriteCodeString:
        return asTextAt(dialect.codeAt());
    case Fault::SignInOtherNumber:
    case Fault::ReadOtherNumber:
    case Fault::WriteOtherNumber:
        return with(kindAt, dialect.unusedKind());
    case Fault::SignInCode200:
        return with(dialect.codeAt(), 200);
    case Fault::WriteTextCutInCharacter:
        return with(dialect.textAt(), u"\u597d"_s); // three bytes
    case Fault::ReadTooLarge:
        return with(dialect.textAt(), QString(tooLarge, u'x'));
    case Fault::ReadMissingData:
        return with(dialect.dataAt(), absent);
    case Fault::WriteNullFields:
        return Dialect::set(with(dialect.textAt(), QJsonValue::Null), dialect.dataAt(), absent);
    default:
        break;
    }
    // A refusal carries no data, and gets none here.
    if (dialect.dataAt().in(envelope).isUndefined() && dialect.tokenAt().in(envelope).isUndefined())
        return envelope;
    switch (fault) {
    case Fault::SignInMissingToken:
        return with(dialect.tokenAt(), absent);
    case Fault::SignInNullToken:
        return with(dialect.tokenAt(), QJsonValue::Null);
    case Fault::SignInNumberToken:
        return with(dialect.tokenAt(), 1234567890);
    case Fault::SerialMissing:
        return with(dialect.serialAt(), absent);
    case Fault::ReadMissingEnable:
    case Fault::ReadBackMissingEnable:
        return with(dialect.enabledAt(), absent);
    case Fault::ReadEnableString:
        return asTextAt(dialect.enabledAt());
    case Fault::ReadEnableTrue:
        return with(dialect.enabledAt(), dialect.enabledAt().in(envelope) == dialect.onOff(true));
    case Fault::ReadEnableTwo:
        return with(dialect.enabledAt(),
                    std::max(dialect.onOff(true).toInt(), dialect.onOff(false).toInt()) + 1);
    case Fault::ReadMissingPort:
        return with(dialect.portAt(), absent);
    case Fault::ReadPortZero:
        return with(dialect.portAt(), 0);
    case Fault::ReadPortTooLarge:
        return with(dialect.portAt(), 70000);
    case Fault::ReadPortString:
        return asTextAt(dialect.portAt());
    case Fault::ReadPortFraction:
        return with(dialect.portAt(), 502.5);
    default:
        return envelope;
    }
}

/// Faults after which the text is no JSON object any more.
QByteArray changedText(Fault fault, const Dialect &dialect, const QByteArray &text)
{
    switch (fault) {
    case Fault::SignInMalformed:
    case Fault::ReadMalformed:
    case Fault::WriteMalformed:
    case Fault::ReadBackMalformed:
        return text.first(text.size() * 2 / 3);
    case Fault::SignInArray:
    case Fault::ReadArray:
    case Fault::WriteArray:
    case Fault::ReadBackArray:
        return '[' + text + ']';
    case Fault::ReadDeepNesting:
        return "{\"" + dialect.dataAt().name().toUtf8() + "\":" + QByteArray(nestingDepth, '[')
            + QByteArray(nestingDepth, ']') + '}';
    case Fault::ReadInvalidUtf8:
        return text.chopped(1) + ",\"text\":\"\xC3\x28\xFF\"}";
    default:
        return text;
    }
}

/// Faults of the frame around the text. False: not one of them.
bool frameByFault(Fault fault, const QByteArray &text, ReplyPlan &plan)
{
    switch (fault) {
    case Fault::ReadBinary:
        plan.bytes = webSocketFrame(FrameOpcode::Binary, text);
        return true;
    case Fault::ReadInvalidOpcode:
        plan.bytes = webSocketFrame(FrameOpcode::Reserved, text);
        return true;
    case Fault::ReadMasked:
        plan.bytes = maskedTextFrame(text);
        return true;
    case Fault::ReadHugeLength:
        plan.bytes = hugeFrameHeader();
        return true;
    case Fault::SignInHalfFrame:
    case Fault::ReadHalfFrame:
        plan.bytes = webSocketFrame(FrameOpcode::Text, text);
        plan.bytes.truncate(plan.bytes.size() / 2);
        return true;
    case Fault::WriteTextCutInCharacter: {
        const qsizetype cut = text.indexOf("\u597d") + 1;
        plan.bytes = webSocketFrame(FrameOpcode::Text, text.first(cut), false)
            + webSocketFrame(FrameOpcode::Continuation, text.sliced(cut));
        return true;
    }
    case Fault::ReadFragmentBomb:
        plan.bytes = webSocketFrame(FrameOpcode::Text, "{", false);
        plan.endless = webSocketFrame(FrameOpcode::Continuation, QByteArray(fragmentSize, ' '), false);
        return true;
    default:
        return false;
    }
}

/// Faults that send nothing at all. False: not one of them.
bool silenceByFault(Fault fault, ReplyPlan &plan)
{
    switch (fault) {
    case Fault::SignInNoReply:
    case Fault::ReadNoReply:
    case Fault::WriteNoReply:
    case Fault::ReadBackNoReply:
        return true;
    case Fault::SignInClose:
    case Fault::ReadClose:
    case Fault::ReadBackClose:
        plan.end = ConnectionEnd::Close;
        return true;
    case Fault::SignInReset:
    case Fault::ReadReset:
    case Fault::ReadBackReset:
        plan.end = ConnectionEnd::Reset;
        return true;
    default:
        return false;
    }
}

/// Empty: nothing is to be sent.
QJsonObject changedByBehaviour(ReplyBehaviour::Shape shape, const Dialect &dialect, const Exchange &exchange,
                               const QJsonObject &envelope)
{
    const auto with = [&envelope](const JsonPointer &at, const QJsonValue &value) {
        return Dialect::set(envelope, at, value);
    };
    constexpr int anyRefusal = 1004;
    const QString text = dialect.textAt().in(envelope).toString();
    switch (shape) {
    case ReplyBehaviour::Shape::None:
        return {};
    case ReplyBehaviour::Shape::OtherNumber:
        return with(dialect.kindAt(exchange), dialect.unusedKind());
    case ReplyBehaviour::Shape::CodeString:
        return with(dialect.codeAt(), asText(dialect.codeAt().in(envelope)));
    case ReplyBehaviour::Shape::NoData:
        return with(dialect.dataAt(), QJsonValue::Undefined);
    case ReplyBehaviour::Shape::Refusal:
        return dialect.refusal(exchange, anyRefusal, text);
    case ReplyBehaviour::Shape::SessionRefusal:
        return dialect.sessionRefusal(exchange, text);
    default:
        return envelope;
    }
}

QByteArray textByBehaviour(ReplyBehaviour::Shape shape, const QByteArray &text)
{
    switch (shape) {
    case ReplyBehaviour::Shape::CutOff:
        return text.first(text.size() * 2 / 3);
    case ReplyBehaviour::Shape::Array:
        return '[' + text + ']';
    case ReplyBehaviour::Shape::NotJson:
        return "Server busy, please try again. " + text;
    default:
        return text;
    }
}

QByteArray framesByBehaviour(const ReplyBehaviour &behaviour, const QByteArray &text)
{
    if (behaviour.shape == ReplyBehaviour::Shape::Binary)
        return webSocketFrame(FrameOpcode::Binary, text);
    QByteArray bytes;
    const qsizetype size = behaviour.fragment > 0 ? behaviour.fragment : text.size();
    for (qsizetype at = 0; at == 0 || at < text.size(); at += size)
        bytes += webSocketFrame(at == 0 ? FrameOpcode::Text : FrameOpcode::Continuation, text.mid(at, size),
                                at + size >= text.size());
    return behaviour.shape == ReplyBehaviour::Shape::HalfFrame ? bytes.first(bytes.size() / 2) : bytes;
}

/// The opposite of what the reply says, unasked; empty where it would pass for a reply.
QByteArray oppositePush(const ProtocolProfile &profile, const QJsonObject &reply)
{
    const Dialect dialect(profile);
    if (profile.meanings.unasked.isEmpty())
        return {};
    const bool enabled = dialect.enabledAt().in(reply) == dialect.onOff(true);
    const QJsonObject opposite = Dialect::set(reply, dialect.enabledAt(), dialect.onOff(!enabled));
    return pushFrame(profile, dialect.dataAt().in(opposite).toObject());
}

QByteArray pushByBehaviour(ReplyBehaviour::Push push, const ProtocolProfile &profile,
                           const Exchange &exchange, const QJsonObject &reply)
{
    const Dialect dialect(profile);
    constexpr int userLimit = 100;
    switch (push) {
    case ReplyBehaviour::Push::Opposite:
        return oppositePush(profile, reply);
    case ReplyBehaviour::Push::EmptyReply: {
        const QJsonObject empty =
            Dialect::set(dialect.success(exchange), dialect.textAt(), QJsonValue::Undefined);
        return webSocketFrame(FrameOpcode::Text,
                              compact(Dialect::set(empty, dialect.dataAt(), QJsonObject())));
    }
    case ReplyBehaviour::Push::Refusal:
        return webSocketFrame(FrameOpcode::Text,
                              compact(Dialect::set(dialect.refusal(exchange, userLimit, u"user limit"_s),
                                                   dialect.kindAt(exchange), dialect.unusedKind())));
    case ReplyBehaviour::Push::None:
        break;
    }
    return {};
}

} // namespace

QString spelled(const QString &secret, Spelling spelling)
{
    switch (spelling) {
    case Spelling::None:
        return {};
    case Spelling::Plain:
        return secret;
    case Spelling::JsonEscaped: { // every character, as some encoders do
        QString escaped;
        for (const QChar character : secret)
            escaped += u"\\u%1"_s.arg(character.unicode(), 4, 16, QChar(u'0'));
        return escaped;
    }
    case Spelling::Hex:
        return QString::fromLatin1(secret.toUtf8().toHex());
    case Spelling::Base64:
        return QString::fromLatin1(secret.toUtf8().toBase64());
    case Spelling::Percent:
        return QString::fromLatin1(secret.toUtf8().toPercentEncoding());
    }
    return {};
}

QByteArray pushFrame(const ProtocolProfile &profile, const QJsonObject &data)
{
    return webSocketFrame(FrameOpcode::Text, compact(Dialect(profile).push(data)));
}

ReplyPlan planReply(const ActiveFaults &faults, FaultEvent event, const ProtocolProfile &profile,
                    QJsonObject envelope, const ReplyBehaviour &behaviour)
{
    ActiveFaults relevant;
    std::copy_if(faults.begin(), faults.end(), std::back_inserter(relevant),
                 [event](Fault fault) { return faultDescription(fault).event == event; });

    ReplyPlan plan;
    for (const Fault fault : relevant) {
        if (silenceByFault(fault, plan))
            return plan;
    }

    const bool isReading = event == FaultEvent::Read || event == FaultEvent::ReadBack;
    const Dialect dialect(profile);
    const Exchange &exchange = exchangeOf(profile, event);
    const bool pushesOpposite = isReading && faults.contains(Fault::PushOpposite);
    const QByteArray push = pushesOpposite ? oppositePush(profile, envelope) : QByteArray();

    plan.end = behaviour.end;
    const QByteArray ownPush = pushByBehaviour(behaviour.push, profile, exchange, envelope);
    for (const Fault fault : relevant)
        envelope = changedEnvelope(fault, dialect, dialect.kindAt(exchange), envelope);
    envelope = changedByBehaviour(behaviour.shape, dialect, exchange, envelope);
    if (envelope.isEmpty()) {
        plan.bytes = ownPush;
        return plan;
    }
    QByteArray text = compact(envelope);
    for (const Fault fault : relevant)
        text = changedText(fault, dialect, text);
    text = textByBehaviour(behaviour.shape, text);

    const bool isFramed = std::any_of(relevant.begin(), relevant.end(), [&text, &plan](Fault fault) {
        return frameByFault(fault, text, plan);
    });
    if (!isFramed)
        plan.bytes = framesByBehaviour(behaviour, text);
    if (faults.contains(Fault::RepliesTwice))
        plan.bytes += plan.bytes;
    plan.bytes.prepend(push + ownPush);
    return plan;
}

} // namespace Sigen
