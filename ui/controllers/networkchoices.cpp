#include "ui/controllers/networkchoices.h"

#include <QCoreApplication>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class NetworkText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::NetworkText)
};

constexpr quint64 homeSize = 256; // addresses of a /24

/// As a network where it is a whole one, else as a range.
QString rangeName(const Ipv4Range &range)
{
    for (int prefix = 8; prefix <= 30; ++prefix) {
        const Ipv4Network network{range.first, prefix};
        if (network.hosts() == range)
            return network.text();
    }
    return range.text();
}

} // namespace

bool isHomeSized(const ScanPlan &plan)
{
    return std::all_of(plan.ranges.cbegin(), plan.ranges.cend(), [](const ScanRange &range) {
        return range.addresses.size() <= homeSize && isPrivateRange(range.addresses);
    });
}

bool isAttached(const ScanPlan &plan)
{
    return std::none_of(plan.ranges.cbegin(), plan.ranges.cend(),
                        [](const ScanRange &range) { return range.interfaceName.isEmpty(); });
}

QString planName(const ScanPlan &plan)
{
    constexpr qsizetype mostNamed = 2;
    if (plan.ranges.size() > mostNamed)
        return NetworkText::tr("%n networks", nullptr, static_cast<int>(plan.ranges.size()));
    QStringList names;
    for (const ScanRange &range : plan.ranges)
        names += rangeName(range.addresses);
    return names.join(u", "_s);
}

static QStringList networkNames(const QList<LocalInterface> &interfaces)
{
    QStringList names;
    const ScanPlanOrError planned = planScan(interfaces, {});
    if (const auto *plan = std::get_if<ScanPlan>(&planned)) {
        for (const ScanRange &range : plan->ranges)
            names += rangeName(range.addresses);
    }
    return names;
}

std::optional<ScanPlan> planAround(const QList<LocalInterface> &interfaces, const QString &address)
{
    bool isIpv4 = false;
    const quint32 there = QHostAddress(address).toIPv4Address(&isIpv4);
    const auto around = std::find_if(interfaces.cbegin(), interfaces.cend(), [&](const auto &each) {
        return isIpv4 && each.kind != InterfaceKind::Loopback && each.network.contains(there);
    });
    if (around == interfaces.cend())
        return std::nullopt;
    ScanPlanOptions options;
    options.networks = {around->network.text()};
    const ScanPlanOrError planned = planScan(interfaces, options);
    const auto *const plan = std::get_if<ScanPlan>(&planned);
    return plan && !plan->needsConfirmation ? std::optional(*plan) : std::nullopt;
}

QStringList newNetworks(const QList<LocalInterface> &before, const QList<LocalInterface> &now)
{
    QStringList names = networkNames(now);
    names.removeIf([known = networkNames(before)](const QString &name) { return known.contains(name); });
    return names;
}

Question largeNetworkQuestion(const ScanPlan &plan, const QLocale &locale)
{
    Question question;
    question.title = NetworkText::tr("Scan a large network?");
    question.text =
        NetworkText::tr(
            "%1 has %2 addresses. Scanning them takes a while and may be noticed by whoever looks after "
            "the network.")
            .arg(planName(plan), locale.toString(plan.size));
    question.sent = NetworkText::tr(
        "Each address is asked whether it accepts connections on the gateway's two ports; nothing is "
        "changed and no password is sent.");
    question.acceptText = NetworkText::tr("&Scan");
    question.rejectText = NetworkText::tr("&Cancel");
    return question;
}

QList<NetworkChoice> networkChoices(const QList<LocalInterface> &interfaces, const QStringList &byHand)
{
    QList<NetworkChoice> choices;
    const ScanPlanOrError all = planScan(interfaces, {});
    if (const auto *plan = std::get_if<ScanPlan>(&all)) {
        const int count = static_cast<int>(plan->ranges.size());
        choices.append(
            {NetworkText::tr("All networks (%1)").arg(count), {}, plan->size, isHomeSized(*plan), false});
        for (const ScanRange &range : plan->ranges) {
            if (count < 2)
                break;
            const QString name = rangeName(range.addresses);
            const QString label = range.interfaceName.isEmpty()
                ? name
                : NetworkText::tr("%1 — %2", "interface, network").arg(range.interfaceName, name);
            ScanPlan alone = *plan;
            alone.ranges = {range};
            choices.append({label, {name}, range.addresses.size(), isHomeSized(alone), false});
        }
    } else {
        choices.append({NetworkText::tr("No network to scan"), {}, 0, false, false});
    }
    if (!byHand.isEmpty()) {
        ScanPlanOptions options;
        options.networks = byHand;
        const ScanPlanOrError custom = planScan(interfaces, options);
        const auto *plan = std::get_if<ScanPlan>(&custom);
        const bool known = std::any_of(choices.cbegin(), choices.cend(), [&](const NetworkChoice &choice) {
            return choice.networks == byHand;
        });
        if (plan && !known)
            choices.append({byHand.join(u", "_s), byHand, plan->size, isHomeSized(*plan), false});
    }
    choices.append({NetworkText::tr("Other network…"), {}, 0, false, true});
    return choices;
}

bool NetworkChooser::setInterfaces(const QList<LocalInterface> &interfaces)
{
    const bool wasOwn = isOwn();
    m_interfaces = interfaces;
    refresh();
    return isOwn() || !wasOwn;
}

bool NetworkChooser::isOwn() const
{
    const QList<NetworkChoice> own = networkChoices(m_interfaces, {});
    return std::any_of(own.cbegin(), own.cend(),
                       [&](const NetworkChoice &choice) { return choice.networks == m_chosen; });
}

void NetworkChooser::choose(const QStringList &networks)
{
    m_chosen = networks;
    refresh();
}

void NetworkChooser::refresh()
{
    m_choices = networkChoices(m_interfaces, m_byHand);
    if (indexOf(m_chosen) < 0) {
        m_byHand = m_chosen;
        m_choices = networkChoices(m_interfaces, m_byHand);
    }
    m_current = std::max(0, indexOf(m_chosen));
}

int NetworkChooser::indexOf(const QStringList &networks) const
{
    for (int i = 0; i < m_choices.size(); ++i) {
        if (!m_choices.at(i).asksForNetwork && m_choices.at(i).networks == networks)
            return i;
    }
    return -1;
}

} // namespace Sigen
