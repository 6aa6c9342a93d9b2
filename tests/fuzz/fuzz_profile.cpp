// A profile file that somebody else wrote. The same text is also tried as a register table.
#include "protocol/profile.h"
#include "protocol/registertable.h"
#include "require.h"

#include <algorithm>

using namespace Sigen;

static void requireSound(const ProtocolProfile &profile)
{
    require(!profile.name.isEmpty() && profile.name.size() <= 64, "a profile has a name");
    require(profile.webSocketPort != 0 && profile.defaultModbusPort != 0, "ports are 1 to 65535");
    require(!profile.paths.isEmpty(), "there is a path");
    for (const QString &path : profile.paths) {
        require(path.startsWith(QLatin1Char('/')), "a path begins with a slash");
        require(std::all_of(path.begin(), path.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; }),
                "a path is visible ASCII");
    }
    for (const MessageTypes &types : {profile.signIn, profile.read, profile.write}) {
        require(!types.replies.isEmpty(), "there is a reply");
        for (const int push : profile.pushes)
            require(!types.replies.contains(push), "a push is no reply");
    }
    for (const QString &key : {profile.messageTypeKey, profile.serialKey, profile.tokenKey, profile.dataKey,
                               profile.codeKey, profile.messageKey, profile.usernameKey, profile.passwordKey,
                               profile.serviceKey, profile.enabledKey, profile.portKey})
        require(!key.isEmpty(), "keys are not empty");
    require(profile.enabledValue != profile.disabledValue, "on is not off");
    require(profile.enabledKey != profile.portKey, "on/off and port are two keys");
    require(!profile.sessionRefusedCodes.contains(profile.successCode), "success is no refusal");
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const ProfileOrError parsed = parseProfile(text);
    if (const auto *error = std::get_if<ProfileError>(&parsed)) {
        require(error->line >= 1 && error->line <= 1 + text.count('\n'), "the line is one of the file's");
        require(!error->reason.isEmpty(), "an error says why");
    } else {
        requireSound(std::get<ProtocolProfile>(parsed));
    }

    QString reason;
    const auto table = RegisterTable::parse(text, &reason);
    require(table.has_value() == reason.isEmpty(), "a refused table says why");
    if (table) {
        for (const RegisterDefinition &each : table->definitions())
            require(each.address + each.count <= 0x10000 && each.count >= 1,
                    "registers are where registers can be");
    }
    return 0;
}
