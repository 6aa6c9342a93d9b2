// A text frame from a gateway, read as every kind of reply in profiles of both kinds of success: one that
// must be said and one that need not.
#include "protocol/envelope.h"
#include "require.h"

#include <QJsonDocument>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

/// Texts for on and off, a number for each request, and a meaning for every verdict.
static ProtocolProfile otherProfile()
{
    ProtocolProfile profile = builtInProfile(builtInProfileNames().at(0));
    const auto code = [](int value) {
        return Conditions{{{JsonPointer(QStringList{u"code"_s}), QJsonArray{value}}}};
    };
    profile.on = u"170"_s;
    profile.off = u"85"_s;
    profile.meanings = {code(9), code(100), code(1), code(106), code(301), code(403)};
    profile.read.is = {{{JsonPointer(QStringList{u"msgType"_s}), QJsonArray{u"{requestId}"_s}}}};
    return profile;
}

static void requireWritesBack(const ProtocolProfile &profile, ModbusSetting setting)
{
    require(setting.port.value_or(1) >= 1, "a port is 1 to 65535");
    RequestValues values;
    fillSetting(values, profile, setting);
    if (!setting.port)
        require(profile.write.send.filled(values).isEmpty(), "no port, no write");
    values.port = setting.port.value_or(502);
    const QByteArray text = profile.write.send.filled(values);
    if (text.size() > maximumFrameSize)
        return;
    const auto frame = decodeFrame(text);
    require(std::holds_alternative<QJsonObject>(frame), "our own frame is well-formed");
    const auto again = decodeSetting(profile, std::get<QJsonObject>(frame));
    require(std::holds_alternative<ModbusSetting>(again), "our own setting can be read");
    QJsonObject expected = setting.extra;
    expected.insert(u"service"_s, u"modbusTcpServer"_s);
    const ModbusSetting &read = std::get<ModbusSetting>(again);
    require(read.enabled == setting.enabled && read.port == values.port, "what is written is what is meant");
    require(read.extra == expected, "extra keys go back unchanged");
}

static void readAsReply(const ProtocolProfile &profile, const Exchange &exchange, const QJsonObject &frame)
{
    const ReplyVerdict verdict = classifyReply(profile, exchange, frame, 4);
    if (matches(profile.meanings.unasked, frame))
        require(verdict == ReplyVerdict::Skip, "what is unasked is never a reply");
    if (verdict == ReplyVerdict::Malformed)
        require(!shapeProblem(profile, exchange, frame).isEmpty(), "a wrong shape is named");
    if (verdict == ReplyVerdict::Accepted)
        require(!matches(profile.meanings.taken, frame), "a notice is no success");
    if (verdict == ReplyVerdict::Refused)
        require(!matches(profile.meanings.success, frame), "a refusal says no success");
    refusalText(profile, frame);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QList<ProtocolProfile> profiles{builtInProfile(builtInProfileNames().at(0)),
                                                 builtInProfile(builtInProfileNames().at(1)), otherProfile()};
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto decoded = decodeFrame(text);
    if (const auto *error = std::get_if<Error>(&decoded)) {
        require(error->code == ErrorCode::MalformedReply || error->code == ErrorCode::MessageTooLarge,
                "a frame is malformed or too large");
        require(!error->detail.isEmpty(), "an error says why");
        return 0;
    }
    const QJsonObject &frame = std::get<QJsonObject>(decoded);
    for (const ProtocolProfile &profile : profiles) {
        for (const Exchange &exchange : {profile.signIn.constFirst(), profile.read, profile.write})
            readAsReply(profile, exchange, frame);
        const auto grant = decodeGrant(profile.signIn.constFirst(), frame);
        if (const auto *granted = std::get_if<SessionGrant>(&grant))
            require(!granted->token.isEmpty(), "a grant has a token");
        const auto setting = decodeSetting(profile, frame);
        if (const auto *read = std::get_if<ModbusSetting>(&setting)) {
            require(!read->extra.contains(u"modbusEnable"_s) && !read->extra.contains(u"modbusPort"_s),
                    "extra keys are the others");
            requireWritesBack(profile, *read);
        }
    }
    return 0;
}
