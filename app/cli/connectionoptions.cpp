#include "cli/connectionoptions.h"

#include "cli/clitext.h"
#include "cli/commandline.h"
#include "core/displaytext.h"
#include "network/addresspolicy.h"
#include "network/interfaces.h"
#include "settings/settingsfile.h"
#include "workflow/gatewaylock.h"

#include <QHostAddress>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

OptionGroup hostOptions()
{
    return {CliText::tr("Gateway:"),
            {
                {u"host"_s, CliText::tr("Address or name of the gateway (required)."), u"H"_s},
                {u"allow-public"_s, CliText::tr("Permit addresses outside private networks.")},
            }};
}

OptionGroup connectionOptions()
{
    OptionGroup group = hostOptions();
    group.options += {
        {u"username"_s, CliText::tr("Account on the gateway (admin)."), u"U"_s},
        {u"serial"_s,
         CliText::tr("Serial number to sign in with; by default the one that the gateway reports."), u"SN"_s},
        {u"ws-port"_s, CliText::tr("WebSocket port (8080)."), u"N"_s},
        {u"ws-path"_s, CliText::tr("WebSocket path; by default the profile's."), u"P"_s},
        {u"profile"_s,
         CliText::tr("Protocol profile, by name (%1) or as a JSON file.")
             .arg(builtInProfileNames().join(", "_L1)),
         u"NAME|FILE"_s},
        {u"accept-profile"_s,
         CliText::tr(
             "Accept the requests of a profile that is not built in: look at them with --dry-run first. At "
             "a terminal a question shows them. It is remembered for this gateway and this profile as it "
             "is.")},
        {u"tls"_s, CliText::tr("Connect with TLS (wss://).")},
        {u"tls-fingerprint"_s,
         CliText::tr("Trust the certificate with this SHA-256 fingerprint; implies --tls."), u"SHA256"_s},
    };
    return group;
}

QCommandLineOption testPortOption()
{
    return {u"test-port"_s,
            CliText::tr("Port on which this computer reaches the Modbus port when a router forwards it; the "
                        "gateway's own port stays as it is."),
            u"N"_s};
}

/// Also for the addresses at both ends of this computer's own networks, which stand for the networks.
static bool isNobodys(const QHostAddress &address)
{
    if (address.isNull())
        return false;
    bool isIpv4 = false;
    const quint32 number = address.toIPv4Address(&isIpv4);
    const quint32 lastByte = number & 0xFF;
    if (!isHostAddress(address) || !isIpv4 || (lastByte != 0 && lastByte != 0xFF))
        return !isHostAddress(address);
    const QList<LocalInterface> all = localInterfaces();
    return std::any_of(all.cbegin(), all.cend(), [&](const LocalInterface &local) {
        return local.network.contains(number) && !local.network.hosts().contains(number);
    });
}

QString readHost(Options &options, bool *allowPublic, HostPort port)
{
    *allowPublic = options.has(u"allow-public"_s);
    const std::optional<QString> typed = options.text(u"host"_s);
    if (!typed) {
        options.reject(CliText::tr("The option --host is required."));
        return {};
    }
    const std::optional<QString> host = normalizedHost(*typed);
    const bool isRange = host && QHostAddress(*host).isNull() && isMeantAsIpv4Range(*host);
    if (!host || isRange) {
        options.reject(hostProblem(*typed, port));
        return {};
    }
    const QHostAddress literal(*host);
    if (isNobodys(literal))
        options.reject(
            CliText::tr("%1 can't be contacted: no device has this address. Use the gateway's own.")
                .arg(*host));
    else if (!literal.isNull() && !isPrivateAddress(literal) && !*allowPublic)
        options.reject(
            CliText::tr("The address %1 is not on a private network; --allow-public permits it.").arg(*host));
    return *host;
}

ProtocolProfile readProfile(Options &options)
{
    const QString standard = builtInProfileNames().constFirst();
    const QString wished = options.text(u"profile"_s).value_or(standard);
    if (options.isInterrupted())
        return builtInProfile(standard);
    const std::optional<QByteArray> content = options.readAhead(wished);
    const auto loaded = content ? profileFrom(wished, *content) : loadProfile(wished);
    if (const auto *profile = std::get_if<ProtocolProfile>(&loaded))
        return *profile;
    const Error &error = std::get<Error>(loaded);
    options.reject(CliText::tr("The profile “%1” can't be used: %2")
                       .arg(displayText(error.context), displayText(error.detail)));
    return builtInProfile(standard);
}

QString readUsername(Options &options)
{
    const QString username = options.text(u"username"_s).value_or(u"admin"_s);
    if (username.isEmpty())
        options.reject(CliText::tr("The user name is empty."));
    return username;
}

static QByteArray readFingerprint(Options &options)
{
    const std::optional<QString> typed = options.text(u"tls-fingerprint"_s);
    if (!typed)
        return {};
    constexpr qsizetype sha256Digits = 64;
    QString digits = *typed;
    digits.remove(u':');
    const bool hex = std::all_of(digits.cbegin(), digits.cend(), [](QChar character) {
        return (character >= u'0' && character <= u'9') || (character >= u'a' && character <= u'f')
            || (character >= u'A' && character <= u'F');
    });
    if (!hex || digits.size() != sha256Digits)
        options.reject(
            CliText::tr("The option --tls-fingerprint takes the 64 hexadecimal digits of a SHA-256 "
                        "fingerprint, with or without colons."));
    return QByteArray::fromHex(digits.toLatin1());
}

GatewayTarget readTarget(Options &options, const CommonOptions &common)
{
    GatewayTarget target;
    target.host = readHost(options, &target.allowPublic, HostPort::WebSocket);
    target.profile = readProfile(options);
    target.webSocketPort = options.port(u"ws-port"_s).value_or(0);
    if (const auto path = options.text(u"ws-path"_s)) {
        target.pathOverride = *path;
        const bool plain = std::all_of(path->cbegin(), path->cend(), [](QChar character) {
            return character > u' ' && character < QChar(0x7F);
        });
        if (!path->startsWith(u'/') || !plain)
            options.reject(
                CliText::tr("The option --ws-path takes a path that begins with “/”, without spaces."));
    }
    target.fingerprint = readFingerprint(options);
    target.tls = options.has(u"tls"_s) || !target.fingerprint.isEmpty();
    target.credentials.username = readUsername(options);
    target.credentials.serial = options.text(u"serial"_s).value_or(QString());
    target.timeouts = common.timeouts;
    target.lock = std::make_shared<GatewayLock>(gatewayLockFolder(SettingsFile::defaultFolder()),
                                                GatewayLock::Purpose::Change);
    return target;
}

} // namespace Sigen
