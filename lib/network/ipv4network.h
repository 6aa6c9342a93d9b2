// IPv4 addresses as numbers and ranges of them, and the three ways in which a person writes one. Pure.
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

namespace Sigen {

/// From \a first to \a last, both included; host byte order.
struct Ipv4Range
{
    quint32 first = 0;
    quint32 last = 0; ///< >= first

    quint64 size() const { return quint64{last} - first + 1; }
    bool contains(quint32 address) const { return address >= first && address <= last; }
    bool overlaps(const Ipv4Range &other) const { return first <= other.last && other.first <= last; }
    /// "192.168.1.1-192.168.1.254", a single address alone.
    QString text() const;
    bool operator==(const Ipv4Range &) const = default;
};

/// A network as an interface has it: any address in it, and the length of its prefix.
struct Ipv4Network
{
    quint32 address = 0;
    int prefix = 32; ///< 0–32

    /// The addresses that hosts can have: without the network's own and its broadcast address, except for /31
    /// and /32.
    Ipv4Range hosts() const;
    bool contains(quint32 other) const;
    /// "192.168.1.0/24"
    QString text() const;
    bool operator==(const Ipv4Network &) const = default;
};

/// "192.168.1.0/24" (its hosts), "192.168.1.10-192.168.1.20", "192.168.1.10-20" or "192.168.1.150".
/// Surrounding white space is ignored; nothing else is tolerated: no short forms ("10.1"), no leading zeros,
/// no range that runs backwards.
std::optional<Ipv4Range> parseIpv4Range(const QString &text);

/// True for a text that can only be meant as a form of the above, well written or not: one without any
/// letter, or one with an address before a dash ("192.168.1.10-300"). It must not be taken for a host name.
bool isMeantAsIpv4Range(const QString &text);

/// Four decimal numbers; std::nullopt for anything else.
std::optional<quint32> parseIpv4(QStringView text);

QString ipv4Text(quint32 address);

/// True when each address of \a range is private or link-local (RFC 1918, 169.254/16) or loopback.
bool isPrivateRange(const Ipv4Range &range);

/// True when hosts can have all these addresses: nothing from 0/8, 224/4 (multicast) or 240/4 (reserved).
bool isHostRange(const Ipv4Range &range);

} // namespace Sigen
