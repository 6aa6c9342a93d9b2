#include "simulator/replyplan.h"

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

/// Faults that keep the reply a JSON object, but not the one it should be.
void changeEnvelope(Fault fault, const ProtocolProfile &profile, QJsonObject &envelope)
{
    QJsonObject data = envelope.value(profile.dataKey).toObject();
    switch (fault) {
    case Fault::SignInTypeString:
    case Fault::ReadTypeString:
        envelope[profile.messageTypeKey] = QString::number(envelope.value(profile.messageTypeKey).toInt());
        return;
    case Fault::SignInCodeString:
    case Fault::ReadCodeString:
    case Fault::WriteCodeString:
        envelope[profile.codeKey] = QString::number(envelope.value(profile.codeKey).toInt());
        return;
    case Fault::SignInOtherNumber:
    case Fault::ReadOtherNumber:
    case Fault::WriteOtherNumber:
        envelope[profile.messageTypeKey] = unusedMessageType(profile);
        return;
    case Fault::SignInCode200:
        envelope[profile.codeKey] = 200;
        return;
    case Fault::WriteTextCutInCharacter:
        envelope[profile.messageKey] = u"\u597d"_s; // three bytes
        return;
    case Fault::ReadTooLarge:
        envelope[profile.messageKey] = QString(tooLarge, u'x');
        return;
    case Fault::ReadMissingData:
        envelope.remove(profile.dataKey);
        return;
    case Fault::WriteNullFields:
        envelope[profile.messageKey] = QJsonValue::Null;
        envelope.remove(profile.dataKey);
        return;
    case Fault::SignInMissingToken:
        data.remove(profile.tokenKey);
        break;
    case Fault::SignInNullToken:
        data[profile.tokenKey] = QJsonValue::Null;
        break;
    case Fault::SignInNumberToken:
        data[profile.tokenKey] = 1234567890;
        break;
    case Fault::SerialMissing:
        data.remove(profile.serialKey);
        break;
    case Fault::ReadMissingEnable:
    case Fault::ReadBackMissingEnable:
        data.remove(profile.enabledKey);
        break;
    case Fault::ReadEnableString:
        data[profile.enabledKey] = QString::number(data.value(profile.enabledKey).toInt());
        break;
    case Fault::ReadEnableTrue:
        data[profile.enabledKey] = data.value(profile.enabledKey).toInt() == profile.enabledValue;
        break;
    case Fault::ReadEnableTwo:
        data[profile.enabledKey] = std::max(profile.enabledValue, profile.disabledValue) + 1;
        break;
    case Fault::ReadMissingPort:
        data.remove(profile.portKey);
        break;
    case Fault::ReadPortZero:
        data[profile.portKey] = 0;
        break;
    case Fault::ReadPortTooLarge:
        data[profile.portKey] = 70000;
        break;
    case Fault::ReadPortString:
        data[profile.portKey] = QString::number(data.value(profile.portKey).toInt());
        break;
    case Fault::ReadPortFraction:
        data[profile.portKey] = 502.5;
        break;
    default:
        return;
    }
    // A refusal carries no data, and gets none here.
    if (envelope.contains(profile.dataKey))
        envelope[profile.dataKey] = data;
}

/// Faults after which the text is no JSON object any more.
QByteArray changedText(Fault fault, const ProtocolProfile &profile, const QByteArray &text)
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
        return "{\"" + profile.dataKey.toUtf8() + "\":" + QByteArray(nestingDepth, '[')
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

/// A refusal in place of \a envelope; none of the profile's numbers for success and sessions is used by
/// chance.
QJsonObject refusalOf(const ProtocolProfile &profile, const QJsonObject &envelope, bool ofSession)
{
    int code = 1004;
    if (ofSession)
        code = profile.sessionRefusedCodes.value(0, 401);
    return {{profile.messageTypeKey, envelope.value(profile.messageTypeKey)},
            {profile.codeKey, code},
            {profile.messageKey, envelope.value(profile.messageKey)}};
}

/// False: nothing is to be sent.
bool changeByBehaviour(ReplyBehaviour::Shape shape, const ProtocolProfile &profile, QJsonObject &envelope)
{
    switch (shape) {
    case ReplyBehaviour::Shape::None:
        return false;
    case ReplyBehaviour::Shape::OtherNumber:
        envelope[profile.messageTypeKey] = unusedMessageType(profile);
        break;
    case ReplyBehaviour::Shape::CodeString:
        envelope[profile.codeKey] = QString::number(envelope.value(profile.codeKey).toInt());
        break;
    case ReplyBehaviour::Shape::NoData:
        envelope.remove(profile.dataKey);
        break;
    case ReplyBehaviour::Shape::Refusal:
    case ReplyBehaviour::Shape::SessionRefusal:
        envelope = refusalOf(profile, envelope, shape == ReplyBehaviour::Shape::SessionRefusal);
        break;
    default:
        break;
    }
    return true;
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

/// The opposite of what the reply says, under a number that makes it no reply.
QByteArray oppositePush(const ProtocolProfile &profile, const QJsonObject &reply)
{
    QJsonObject data = reply.value(profile.dataKey).toObject();
    const bool enabled = data.value(profile.enabledKey).toInt() == profile.enabledValue;
    data[profile.enabledKey] = enabled ? profile.disabledValue : profile.enabledValue;
    return pushFrame(profile, data);
}

QByteArray pushByBehaviour(ReplyBehaviour::Push push, const ProtocolProfile &profile,
                           const QJsonObject &reply)
{
    switch (push) {
    case ReplyBehaviour::Push::Opposite:
        // Under a number that no profile knows, what carries the keys is a reply.
        return profile.pushes.isEmpty() ? QByteArray() : oppositePush(profile, reply);
    case ReplyBehaviour::Push::EmptyReply:
        return webSocketFrame(FrameOpcode::Text,
                              compact({{profile.messageTypeKey, reply.value(profile.messageTypeKey)},
                                       {profile.codeKey, profile.successCode},
                                       {profile.dataKey, QJsonObject()}}));
    case ReplyBehaviour::Push::Refusal:
        return webSocketFrame(FrameOpcode::Text,
                              compact({{profile.messageTypeKey, unusedMessageType(profile)},
                                       {profile.codeKey, 100},
                                       {profile.messageKey, u"user limit"_s}}));
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

int unusedMessageType(const ProtocolProfile &profile)
{
    int highest = std::max({profile.signIn.request, profile.read.request, profile.write.request});
    for (const QList<int> &numbers :
         {profile.signIn.replies, profile.read.replies, profile.write.replies, profile.pushes}) {
        for (const int number : numbers)
            highest = std::max(highest, number);
    }
    return highest + 70;
}

QByteArray pushFrame(const ProtocolProfile &profile, const QJsonObject &data)
{
    const int number = profile.pushes.isEmpty() ? unusedMessageType(profile) : profile.pushes.first();
    return webSocketFrame(FrameOpcode::Text,
                          compact({{profile.messageTypeKey, number}, {profile.dataKey, data}}));
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
    const bool pushesOpposite =
        isReading && faults.contains(Fault::PushOpposite) && !profile.pushes.isEmpty();
    const QByteArray push = pushesOpposite ? oppositePush(profile, envelope) : QByteArray();

    plan.end = behaviour.end;
    const QByteArray ownPush = pushByBehaviour(behaviour.push, profile, envelope);
    for (const Fault fault : relevant)
        changeEnvelope(fault, profile, envelope);
    if (!changeByBehaviour(behaviour.shape, profile, envelope)) {
        plan.bytes = ownPush;
        return plan;
    }
    QByteArray text = compact(envelope);
    for (const Fault fault : relevant)
        text = changedText(fault, profile, text);
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
