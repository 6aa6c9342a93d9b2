// A profile file that somebody else wrote. The same text is also tried as a register table.
#include "protocol/profile.h"
#include "protocol/registertable.h"
#include "require.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Sigen;

static void requireComplete(const ProtocolProfile &profile)
{
    require(!profile.endpoints.isEmpty(), "there is an endpoint");
    require(!profile.signIn.isEmpty(), "there is a sign-in");
    require(!profile.enabledAt.isEmpty(), "on and off stand somewhere");
    require(profile.on != profile.off, "on is not off");
    require(profile.enabledAt != profile.portAt, "on/off and port are two places");
    QList<Exchange> exchanges = profile.signIn;
    exchanges += {profile.read, profile.write};
    RequestValues values;
    values.enabled = profile.on;
    values.port = 502;
    for (const Exchange &exchange : exchanges) {
        require(!exchange.is.isEmpty(), "every reply can be known");
        require(QJsonDocument::fromJson(exchange.send.filled(values)).isObject(),
                "every request can be sent");
    }
    require(profile.write.send.uses(QLatin1StringView("enabled")), "a set request switches");
    require(!profile.read.send.uses(QLatin1StringView("enabled")), "a read does not");
}

static void requireSound(const ProtocolProfile &profile)
{
    require(!profile.name.isEmpty() && profile.name.size() <= 64, "a profile has a name");
    require(profile.defaultModbusPort != 0, "ports are 1 to 65535");
    for (const ProfileEndpoint &endpoint : profile.endpoints) {
        require(endpoint.port != 0 && !endpoint.paths.isEmpty(), "an endpoint has a port and a path");
        for (const QString &path : endpoint.paths) {
            require(path.startsWith(QLatin1Char('/')), "a path begins with a slash");
            require(std::all_of(path.begin(), path.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; }),
                    "a path is visible ASCII");
        }
    }
    if (profile.open.isEmpty())
        requireComplete(profile);
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
