// Which addresses may be contacted. Pure.
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

namespace Sigen {

/// True for loopback, RFC 1918, link-local (169.254/16, fe80::/10) and unique local (fc00::/7) addresses,
/// also when written as IPv4-mapped IPv6. Carrier-grade NAT (100.64/10) is not private: it may be somebody
/// else's network.
bool isPrivateAddress(const QHostAddress &address);

/// False for what no single device can have: the unspecified address, all of 0/8, multicast, 240/4 with the
/// broadcast address; also when written as IPv4-mapped IPv6.
bool isHostAddress(const QHostAddress &address);

/// True for a link-local IPv6 address without a zone: it says nothing of which network it is meant on.
bool lacksZone(const QHostAddress &address);

/// A host as a user types it: a name, an IPv4 or IPv6 literal, the latter also in brackets and with a zone.
/// Surrounding white space is removed; std::nullopt for what cannot be a host (white space inside, a URL, an
/// empty text, labels longer than DNS allows, all-numeric names that are no address such as "192.168.1.300").
std::optional<QString> normalizedHost(const QString &typed);

} // namespace Sigen
