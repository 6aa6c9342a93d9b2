// Which addresses a scan will try, decided before anything is sent. Pure.
//
// Without networks by hand: the private networks of this computer's own Ethernet and Wi-Fi interfaces, wired
// and fast ones first, or the link-local one where there is no other. No address occurs twice, this
// computer's own never.
#pragma once

#include "network/interfaces.h"
#include "network/ipv4network.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace Sigen {

/// More addresses than these are tried only after a confirmation.
inline constexpr quint64 confirmationFreeAddresses = 1024;

struct ScanRange
{
    Ipv4Range addresses;
    QString interfaceName; ///< of this computer's interface in this network; empty: reached through a router
    bool wired = false; ///< that interface is an Ethernet one
    bool operator==(const ScanRange &) const = default;
};

struct ScanPlan
{
    QList<ScanRange> ranges; ///< in scan order, without overlaps; never empty
    QList<quint32> ownAddresses; ///< this computer's, left out, ascending
    quint64 size = 0; ///< addresses to try
    bool needsConfirmation = false; ///< more than confirmationFreeAddresses, and not confirmed

    /// The range that holds \a address, or null.
    const ScanRange *rangeOf(quint32 address) const;
    bool operator==(const ScanPlan &) const = default;
};

struct ScanPlanOptions
{
    QStringList networks; ///< as typed: CIDR | A-B | HOST; empty: those of the interfaces
    bool allowPublic = false; ///< networks by hand may lie outside the private ranges
    bool largeConfirmed = false; ///< more than confirmationFreeAddresses are fine
};

struct ScanPlanError
{
    enum class Reason {
        NoNetwork, ///< no interface has a network that may be scanned; `subject` names those it has
        NoIpv4, ///< the interfaces that could be scanned, named by `subject`, have no IPv4 address
        NotANetwork, ///< `subject` is none of the three forms
        PublicNetwork, ///< `subject` is not private, and that was not allowed
        NotForHosts, ///< `subject` holds multicast or reserved addresses
        NothingLeft, ///< only this computer's own addresses
    };
    Reason reason = Reason::NoNetwork;
    QString subject; ///< as typed; see NoNetwork and NoIpv4

    /// One translated sentence.
    QString text() const;
    bool operator==(const ScanPlanError &) const = default;
};

using ScanPlanOrError = std::variant<ScanPlan, ScanPlanError>;

ScanPlanOrError planScan(const QList<LocalInterface> &interfaces, const ScanPlanOptions &options);

} // namespace Sigen
