#include "network/ipv4network.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 maskOf(int prefix)
{
    return prefix == 0 ? 0 : ~quint32{0} << (32 - prefix);
}

constexpr Ipv4Range block(quint32 address, int prefix)
{
    return {address, address | ~maskOf(prefix)};
}

/// Decimal digits without sign or leading zero, which some take for octal.
std::optional<int> decimal(QStringView text, int maximum)
{
    const bool plain = !text.isEmpty() && text.size() <= 3
        && std::all_of(text.begin(), text.end(), [](QChar each) { return each >= u'0' && each <= u'9'; })
        && (text.size() == 1 || text.front() != u'0');
    const int value = plain ? text.toInt() : -1;
    return plain && value <= maximum ? std::optional(value) : std::nullopt;
}

std::optional<Ipv4Range> parseCidr(QStringView address, QStringView prefixText)
{
    const std::optional<quint32> base = parseIpv4(address);
    const std::optional<int> prefix = decimal(prefixText, 32);
    if (!base || !prefix)
        return std::nullopt;
    return Ipv4Network{*base, *prefix}.hosts();
}

std::optional<Ipv4Range> parseFromTo(QStringView from, QStringView to)
{
    const std::optional<quint32> first = parseIpv4(from);
    if (!first)
        return std::nullopt;
    std::optional<quint32> last = parseIpv4(to);
    if (const std::optional<int> lastNumber = decimal(to, 255)) // "192.168.1.10-20"
        last = (*first & maskOf(24)) | static_cast<quint32>(*lastNumber);
    if (!last || *last < *first)
        return std::nullopt;
    return Ipv4Range{*first, *last};
}

} // namespace

QString Ipv4Range::text() const
{
    return first == last ? ipv4Text(first) : QString(ipv4Text(first) + u'-' + ipv4Text(last));
}

Ipv4Range Ipv4Network::hosts() const
{
    const quint32 first = address & maskOf(prefix);
    const quint32 last = first | ~maskOf(prefix);
    return prefix >= 31 ? Ipv4Range{first, last} : Ipv4Range{first + 1, last - 1};
}

bool Ipv4Network::contains(quint32 other) const
{
    return ((address ^ other) & maskOf(prefix)) == 0;
}

QString Ipv4Network::text() const
{
    return ipv4Text(address & maskOf(prefix)) + u'/' + QString::number(prefix);
}

std::optional<quint32> parseIpv4(QStringView text)
{
    const QList<QStringView> parts = text.split(u'.');
    if (parts.size() != 4)
        return std::nullopt;
    quint32 address = 0;
    for (const QStringView part : parts) {
        const std::optional<int> number = decimal(part, 255);
        if (!number)
            return std::nullopt;
        address = address << 8 | static_cast<quint32>(*number);
    }
    return address;
}

std::optional<Ipv4Range> parseIpv4Range(const QString &text)
{
    const QStringView typed = QStringView(text).trimmed();
    if (const qsizetype slash = typed.indexOf(u'/'); slash >= 0)
        return parseCidr(typed.first(slash), typed.sliced(slash + 1));
    if (const qsizetype dash = typed.indexOf(u'-'); dash >= 0)
        return parseFromTo(typed.first(dash).trimmed(), typed.sliced(dash + 1).trimmed());
    const std::optional<quint32> address = parseIpv4(typed);
    return address ? std::optional(Ipv4Range{*address, *address}) : std::nullopt;
}

bool isMeantAsIpv4Range(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), [](QChar each) { return each.isLetter(); }))
        return true;
    const qsizetype dash = text.indexOf(u'-');
    return dash >= 0 && parseIpv4(QStringView(text).first(dash).trimmed());
}

QString ipv4Text(quint32 address)
{
    return QHostAddress(address).toString();
}

bool isPrivateRange(const Ipv4Range &range)
{
    static constexpr std::array blocks{block(0x0A000000, 8), block(0xAC100000, 12), block(0xC0A80000, 16),
                                       block(0xA9FE0000, 16), block(0x7F000000, 8)};
    return std::any_of(blocks.begin(), blocks.end(), [&range](const Ipv4Range &allowed) {
        return allowed.contains(range.first) && allowed.contains(range.last);
    });
}

bool isHostRange(const Ipv4Range &range)
{
    return range.first >= 0x01000000 && range.last < 0xE0000000;
}

} // namespace Sigen
