// A text frame from a gateway, read as every kind of reply in every built-in profile.
#include "protocol/envelope.h"
#include "require.h"

#include <QJsonDocument>

using namespace Sigen;

static void requireUsableError(const Error &error)
{
    require(error.code == ErrorCode::MalformedReply || error.code == ErrorCode::MessageTooLarge,
            "a frame is malformed or too large");
    require(!error.detail.isEmpty(), "an error says why");
}

static void requireWritesBack(const ProtocolProfile &profile, ModbusSetting setting)
{
    require(setting.port.value_or(1) >= 1, "a port is 1 to 65535");
    if (!setting.port)
        require(encodeWrite(profile, {}, {}, setting).isEmpty(), "no port, no write");
    setting.port = setting.port.value_or(502);
    const QByteArray text = encodeWrite(profile, {}, {}, setting);
    const auto frame = decodeFrame(profile, text);
    if (text.size() > maximumFrameSize)
        return;
    require(std::holds_alternative<Frame>(frame), "our own frame is well-formed");
    const auto again = decodeSetting(profile, std::get<Frame>(frame));
    require(std::holds_alternative<ModbusSetting>(again), "our own setting can be read");
    QJsonObject expected = setting.extra;
    expected.insert(profile.serviceKey, profile.service);
    const ModbusSetting &read = std::get<ModbusSetting>(again);
    require(read.enabled == setting.enabled && read.port == setting.port, "what is written is what is meant");
    require(read.extra == expected, "extra keys go back unchanged");
}

static void readAsReply(const ProtocolProfile &profile, RequestKind kind, const Frame &frame)
{
    const ReplyVerdict verdict = classifyReply(profile, kind, frame);
    if (frame.messageType && profile.pushes.contains(*frame.messageType))
        require(verdict == ReplyVerdict::Skip, "a push is never a reply");
    if (verdict == ReplyVerdict::Refused || verdict == ReplyVerdict::SessionRefused)
        require(frame.code && *frame.code != profile.successCode, "a refusal has a code");
    if (kind == RequestKind::SignIn)
        require(verdict != ReplyVerdict::SessionRefused, "no session before the sign-in");
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QList<ProtocolProfile> profiles{builtInProfile(builtInProfileNames().at(0)),
                                                 builtInProfile(builtInProfileNames().at(1))};
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const ProtocolProfile &profile : profiles) {
        const auto decoded = decodeFrame(profile, text);
        if (const auto *error = std::get_if<Error>(&decoded)) {
            requireUsableError(*error);
            continue;
        }
        const Frame &frame = std::get<Frame>(decoded);
        for (const RequestKind kind : {RequestKind::SignIn, RequestKind::Read, RequestKind::Write})
            readAsReply(profile, kind, frame);

        const auto grant = decodeGrant(profile, frame);
        if (const auto *granted = std::get_if<SessionGrant>(&grant))
            require(!granted->token.isEmpty(), "a grant has a token");
        const auto setting = decodeSetting(profile, frame);
        if (const auto *read = std::get_if<ModbusSetting>(&setting)) {
            require(!read->extra.contains(profile.enabledKey) && !read->extra.contains(profile.portKey),
                    "extra keys are the others");
            requireWritesBack(profile, *read);
        }
    }
    return 0;
}
