#include "network/scanplan.h"

#include "core/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Candidate
{
    Ipv4Range range;
    /// Through which it is reached directly; null: through a router.
    const LocalInterface *interface = nullptr;
};

bool isWired(const LocalInterface &interface)
{
    return interface.kind == InterfaceKind::Ethernet;
}

bool isLan(const LocalInterface &interface)
{
    return interface.kind == InterfaceKind::Ethernet || interface.kind == InterfaceKind::WiFi;
}

bool isScannable(const LocalInterface &interface)
{
    // A /32 is this computer's own address and nobody else's.
    return isLan(interface) && !interface.ipv6Only && interface.network.prefix <= 31
        && isPrivateRange(interface.network.hosts());
}

bool comesFirst(const LocalInterface *one, const LocalInterface *other)
{
    if (isWired(*one) != isWired(*other))
        return isWired(*one);
    return one->speedMbps > other->speedMbps;
}

bool isLinkLocal(const LocalInterface *interface)
{
    return Ipv4Network{0xA9FE0000, 16}.contains(interface->network.address);
}

QList<Candidate> candidatesOf(const QList<LocalInterface> &interfaces)
{
    QList<const LocalInterface *> usable;
    for (const LocalInterface &interface : interfaces) {
        if (isScannable(interface))
            usable.append(&interface);
    }
    // Some systems give such an address to each cable without a network; its 65,534 addresses would make
    // every scan a large one.
    if (!std::all_of(usable.begin(), usable.end(), isLinkLocal))
        usable.removeIf(isLinkLocal);
    std::stable_sort(usable.begin(), usable.end(), comesFirst);
    QList<Candidate> candidates;
    for (const LocalInterface *interface : std::as_const(usable))
        candidates.append({interface->network.hosts(), interface});
    return candidates;
}

/// Why there is nothing to scan, with what there is instead.
ScanPlanError noNetwork(const QList<LocalInterface> &interfaces)
{
    QStringList leftOut;
    QStringList withoutIpv4;
    for (const LocalInterface &interface : interfaces) {
        if (interface.ipv6Only && isLan(interface))
            withoutIpv4 += interface.name;
        else if (!interface.ipv6Only && interface.kind != InterfaceKind::Loopback)
            leftOut += interface.name + u' ' + interface.network.text();
    }
    if (!withoutIpv4.isEmpty())
        return {ScanPlanError::Reason::NoIpv4, withoutIpv4.join(", "_L1)};
    return {ScanPlanError::Reason::NoNetwork, leftOut.join(", "_L1)};
}

const LocalInterface *interfaceTo(const Ipv4Range &range, const QList<LocalInterface> &interfaces)
{
    const auto direct =
        std::find_if(interfaces.begin(), interfaces.end(), [&range](const LocalInterface &each) {
            return each.kind != InterfaceKind::Loopback && each.network.contains(range.first)
                && each.network.contains(range.last);
        });
    return direct == interfaces.end() ? nullptr : &*direct;
}

/// Appends what of \a candidate is not in \a ranges yet.
void appendWithoutOverlap(QList<ScanRange> &ranges, const Candidate &candidate)
{
    QList<Ipv4Range> pieces{candidate.range};
    for (const ScanRange &taken : std::as_const(ranges)) {
        QList<Ipv4Range> remaining;
        for (const Ipv4Range &piece : std::as_const(pieces)) {
            if (!piece.overlaps(taken.addresses)) {
                remaining.append(piece);
                continue;
            }
            if (piece.first < taken.addresses.first)
                remaining.append({piece.first, taken.addresses.first - 1});
            if (piece.last > taken.addresses.last)
                remaining.append({taken.addresses.last + 1, piece.last});
        }
        pieces = remaining;
    }
    for (const Ipv4Range &piece : std::as_const(pieces)) {
        if (candidate.interface)
            ranges.append({piece, candidate.interface->name, isWired(*candidate.interface)});
        else
            ranges.append({piece, {}, false});
    }
}

} // namespace

const ScanRange *ScanPlan::rangeOf(quint32 address) const
{
    const auto found = std::find_if(ranges.begin(), ranges.end(), [address](const ScanRange &range) {
        return range.addresses.contains(address);
    });
    return found == ranges.end() ? nullptr : &*found;
}

ScanPlanOrError planScan(const QList<LocalInterface> &interfaces, const ScanPlanOptions &options)
{
    using Reason = ScanPlanError::Reason;
    QList<Candidate> candidates;
    for (const QString &typed : options.networks) {
        const std::optional<Ipv4Range> range = parseIpv4Range(typed);
        if (!range)
            return ScanPlanError{Reason::NotANetwork, typed};
        if (!isHostRange(*range))
            return ScanPlanError{Reason::NotForHosts, typed};
        if (!options.allowPublic && !isPrivateRange(*range))
            return ScanPlanError{Reason::PublicNetwork, typed};
        candidates.append({*range, interfaceTo(*range, interfaces)});
    }
    if (options.networks.isEmpty())
        candidates = candidatesOf(interfaces);
    if (candidates.isEmpty())
        return noNetwork(interfaces);

    ScanPlan plan;
    for (const Candidate &candidate : std::as_const(candidates))
        appendWithoutOverlap(plan.ranges, candidate);
    for (const ScanRange &range : std::as_const(plan.ranges))
        plan.size += range.addresses.size();
    for (const LocalInterface &interface : interfaces) {
        const quint32 own = interface.network.address;
        // Loopback is only scanned when it is named, and then its one address is meant.
        const bool named = interface.kind == InterfaceKind::Loopback;
        if (!named && plan.rangeOf(own) && !plan.ownAddresses.contains(own))
            plan.ownAddresses.append(own);
    }
    std::sort(plan.ownAddresses.begin(), plan.ownAddresses.end());
    plan.size -= static_cast<quint64>(plan.ownAddresses.size());
    if (plan.size == 0)
        return ScanPlanError{Reason::NothingLeft, options.networks.value(0)};
    plan.needsConfirmation = plan.size > confirmationFreeAddresses && !options.largeConfirmed;
    return plan;
}

QString ScanPlanError::text() const
{
    const auto translated = [this](const char *sentence) {
        return QCoreApplication::translate("Sigen::ScanPlan", sentence).arg(displayText(subject, 60));
    };
    switch (reason) {
    case Reason::NoNetwork:
        if (!subject.isEmpty())
            return translated(QT_TRANSLATE_NOOP("Sigen::ScanPlan",
                                                "None of this computer's networks (%1) is a private network "
                                                "on Ethernet or Wi-Fi; name the one "
                                                "to scan, for example 192.168.1.0/24."));
        return QCoreApplication::translate(
            "Sigen::ScanPlan",
            "This computer has no Ethernet or Wi-Fi connection with a private network to scan; "
            "name a network, for example 192.168.1.0/24.");
    case Reason::NoIpv4:
        return translated(QT_TRANSLATE_NOOP("Sigen::ScanPlan",
                                            "This computer has no IPv4 address on %1, and a scan needs "
                                            "one: check the cable, and that the "
                                            "router gives out addresses."));
    case Reason::NotANetwork:
        return translated(QT_TRANSLATE_NOOP("Sigen::ScanPlan",
                                            "“%1” is not a network. Examples: 192.168.1.0/24, "
                                            "192.168.1.10-192.168.1.20 or 192.168.1.150."));
    case Reason::PublicNetwork:
        return translated(QT_TRANSLATE_NOOP(
            "Sigen::ScanPlan", "“%1” is not a private network; scanning it must be allowed explicitly."));
    case Reason::NotForHosts:
        return translated(
            QT_TRANSLATE_NOOP("Sigen::ScanPlan", "“%1” contains addresses that no device can have."));
    case Reason::NothingLeft:
        return QCoreApplication::translate("Sigen::ScanPlan",
                                           "There is nothing to scan except this computer's own address.");
    }
    return {};
}

} // namespace Sigen
