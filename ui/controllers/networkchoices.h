// Which networks the user can choose to scan, with their names; and the choice, which stays what it is when
// its network is gone for a while. Pure.
#pragma once

#include "network/interfaces.h"
#include "network/scanplan.h"
#include "ui/models/facts.h"

#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

struct NetworkChoice
{
    QString label; ///< "All networks (2)", "eth0 — 192.168.1.0/24", "10.0.0.0/24", "Other network…"
    QStringList networks; ///< as planScan() takes them; empty: those of the interfaces
    quint64 addresses = 0; ///< to try
    bool homeSized = false; ///< private, and each network a /24 or smaller
    bool asksForNetwork = false; ///< "Other network…": the view asks for a text and calls setCustomNetwork()
    bool operator==(const NetworkChoice &) const = default;
};

/// All, each by itself when there are several, the one by hand (empty: none), and the entry that asks for
/// one.
QList<NetworkChoice> networkChoices(const QList<LocalInterface> &interfaces, const QStringList &byHand);

class NetworkChooser
{
public:
    const QList<NetworkChoice> &choices() const { return m_choices; }
    int current() const { return m_current; }
    /// As planScan() takes them; empty: those of the interfaces.
    const QStringList &chosen() const { return m_chosen; }
    const QList<LocalInterface> &interfaces() const { return m_interfaces; }

    /// A network that was chosen and is none of this computer's any more stays among the choices; false when
    /// that has just happened.
    bool setInterfaces(const QList<LocalInterface> &interfaces);
    /// The choice with these networks becomes the current one; made if there is none.
    void choose(const QStringList &networks);

private:
    bool isOwn() const;
    int indexOf(const QStringList &networks) const;
    void refresh();

    QList<LocalInterface> m_interfaces;
    QList<NetworkChoice> m_choices;
    QStringList m_chosen;
    QStringList m_byHand;
    int m_current = 0;
};

/// "192.168.1.0/24", or "192.168.1.0/24, 10.0.0.0/24", or "5 networks".
QString planName(const ScanPlan &plan);

/// The network of this computer's that \a address is in, if its addresses can be tried in a few seconds.
std::optional<ScanPlan> planAround(const QList<LocalInterface> &interfaces, const QString &address);

/// The names of those that were not there before.
QStringList newNetworks(const QList<LocalInterface> &before, const QList<LocalInterface> &now);

/// Before a network is scanned that needs a confirmation.
Question largeNetworkQuestion(const ScanPlan &plan, const QLocale &locale);

/// One of this computer's interfaces is in each of the networks.
bool isAttached(const ScanPlan &plan);

/// Private, and no network larger than a /24: may be scanned without being asked.
bool isHomeSized(const ScanPlan &plan);

} // namespace Sigen
