#include "network/addresspolicy.h"

#include <QUrl>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestName = 253; // RFC 1035, without the final dot
constexpr qsizetype longestLabel = 63;

bool isAsciiDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool isHexDigit(QChar character)
{
    const QChar lower = character.toLower();
    return isAsciiDigit(character) || (lower >= u'a' && lower <= u'f');
}

bool inBlock(quint32 address, quint32 network, int prefix)
{
    return (address ^ network) >> (32 - prefix) == 0;
}

/// "192.168.1.300" and "0x7f.1" are no names: resolvers take such texts for numbers.
bool endsInNumber(QStringView name)
{
    if (name.endsWith(u'.'))
        name.chop(1);
    const QStringView last = name.mid(name.lastIndexOf(u'.') + 1);
    if (last.isEmpty())
        return false;
    if (std::all_of(last.begin(), last.end(), isAsciiDigit))
        return true;
    return last.startsWith("0x"_L1, Qt::CaseInsensitive)
        && std::all_of(last.begin() + 2, last.end(), isHexDigit);
}

/// Four decimal numbers and nothing else: no short forms ("10.1"), no leading zeros, which some read as
/// octal.
bool isDottedQuad(QStringView text)
{
    const QList<QStringView> parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
               return !part.isEmpty() && part.size() <= 3
                   && std::all_of(part.begin(), part.end(), isAsciiDigit) && part.toInt() <= 255
                   && (part.size() == 1 || part.front() != u'0');
           });
}

std::optional<QString> normalizedIpv6(QString text, bool bracketed)
{
    if (bracketed)
        text.replace("%25"_L1, "%"_L1); // how a URL spells the zone's separator
    const qsizetype separator = text.indexOf(u'%');
    const QString zone = separator < 0 ? QString() : text.mid(separator + 1);
    const bool zoneIsPlain = std::all_of(zone.begin(), zone.end(), [](QChar character) {
        return character.isLetterOrNumber() || u"-_.:@"_s.contains(character);
    });
    if ((separator >= 0 && zone.isEmpty()) || !zoneIsPlain)
        return std::nullopt;
    QHostAddress address;
    if (!address.setAddress(separator < 0 ? text : text.left(separator))
        || address.protocol() != QAbstractSocket::IPv6Protocol)
        return std::nullopt;
    address.setScopeId(zone);
    return address.toString();
}

bool isAsciiName(QStringView name)
{
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name.isEmpty() || name.size() > longestName)
        return false;
    const QList<QStringView> labels = name.split(u'.');
    return std::all_of(labels.begin(), labels.end(), [](QStringView label) {
        return !label.isEmpty() && label.size() <= longestLabel && label.front() != u'-'
            && label.back() != u'-' && std::all_of(label.begin(), label.end(), [](QChar character) {
                   const QChar lower = character.toLower();
                   return isAsciiDigit(character) || (lower >= u'a' && lower <= u'z') || character == u'-'
                       || character == u'_';
               });
    });
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar character) { return character.unicode() < 0x80; });
}

} // namespace

bool isPrivateAddress(const QHostAddress &address)
{
    bool isIpv4 = false; // or IPv4-mapped IPv6
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4) {
        return inBlock(ipv4, 0x7F000000, 8) // loopback
            || inBlock(ipv4, 0x0A000000, 8) || inBlock(ipv4, 0xAC100000, 12)
            || inBlock(ipv4, 0xC0A80000, 16) // RFC 1918
            || inBlock(ipv4, 0xA9FE0000, 16); // link-local
    }
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return false;
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    const bool linkLocal = ipv6[0] == 0xFE && (ipv6[1] & 0xC0) == 0x80;
    const bool uniqueLocal = (ipv6[0] & 0xFE) == 0xFC;
    return linkLocal || uniqueLocal || address.isLoopback();
}

bool isHostAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return !inBlock(ipv4, 0, 8) && !inBlock(ipv4, 0xE0000000, 4) && !inBlock(ipv4, 0xF0000000, 4);
    return !address.isNull() && !address.isMulticast() && address != QHostAddress(QHostAddress::AnyIPv6);
}

bool lacksZone(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv6Protocol && address.isLinkLocal()
        && address.scopeId().isEmpty();
}

std::optional<QString> normalizedHost(const QString &typed)
{
    const QString host = typed.trimmed();
    const bool bracketed = host.size() > 2 && host.startsWith(u'[') && host.endsWith(u']');
    if (bracketed)
        return normalizedIpv6(host.mid(1, host.size() - 2), bracketed);
    if (host.contains(u':'))
        return normalizedIpv6(host, bracketed);
    // An internationalised name is judged by the form in which it goes to the resolver.
    const QString asciiForm = isAscii(host) ? host : QString::fromLatin1(QUrl::toAce(host));
    const bool permitted = endsInNumber(asciiForm) ? isDottedQuad(host) : isAsciiName(asciiForm);
    return permitted ? std::optional(host) : std::nullopt;
}

} // namespace Sigen
