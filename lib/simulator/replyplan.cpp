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

/// The opposite of what the reply says, under a number that makes it no reply.
QByteArray oppositePush(const ProtocolProfile &profile, const QJsonObject &reply)
{
    QJsonObject data = reply.value(profile.dataKey).toObject();
    const bool enabled = data.value(profile.enabledKey).toInt() == profile.enabledValue;
    data[profile.enabledKey] = enabled ? profile.disabledValue : profile.enabledValue;
    return pushFrame(profile, data);
}

} // namespace

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
                    QJsonObject envelope)
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

    for (const Fault fault : relevant)
        changeEnvelope(fault, profile, envelope);
    QByteArray text = compact(envelope);
    for (const Fault fault : relevant)
        text = changedText(fault, profile, text);

    const bool isFramed = std::any_of(relevant.begin(), relevant.end(), [&text, &plan](Fault fault) {
        return frameByFault(fault, text, plan);
    });
    if (!isFramed)
        plan.bytes = webSocketFrame(FrameOpcode::Text, text);
    if (faults.contains(Fault::RepliesTwice))
        plan.bytes += plan.bytes;
    plan.bytes.prepend(push);
    return plan;
}

} // namespace Sigen
