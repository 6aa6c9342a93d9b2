// The discovery view's logic: which networks there are, scanning them, adding by address, and the demo
// gateway. What it finds it tells the registry; owns the list model and the current row, which follow that.
// Knows no widget.
//
// Nothing is sent before scan(), addByAddress(), startDemo() or startAutomatically(); the latter scans by
// itself only private networks of home size (/24 or smaller).
#pragma once

#include "discovery/networkscan.h"
#include "network/interfaces.h"
#include "network/neighbourtable.h"
#include "network/scanplan.h"
#include "ui/controllers/demorow.h"
#include "ui/controllers/hostasker.h"
#include "ui/controllers/hostrows.h"
#include "ui/controllers/networkchoices.h"
#include "ui/controllers/scanwords.h"
#include "ui/models/facts.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Sigen {

/// Where the controller gets the world from; tests put their own in.
struct DiscoveryEnvironment
{
    std::function<QList<LocalInterface>()> interfaces = localInterfaces;
    std::function<QList<Neighbour>()> neighbours = readNeighbourTable;
    MakeScan makeScan = [](ScanPlan plan, ScanOptions options) {
        return std::make_unique<NetworkScan>(std::move(plan), std::move(options));
    };
    ProtocolProfile profile;
    quint16 webSocketPort = 0; ///< 0: the profile's
    quint16 modbusPort = 0; ///< 0: the profile's
    Timeouts timeouts = ScanOptions().timeouts;
    std::chrono::milliseconds networkInterval{3000}; ///< how often networks that came up are looked for
};

class DiscoveryController : public QObject
{
    Q_OBJECT

public:
    /// \a registry must outlive it.
    DiscoveryController(Registry &registry, DiscoveryEnvironment environment, QObject *parent = nullptr);
    ~DiscoveryController() override;

    /// Owned by the controller.
    HostListModel *hosts() { return m_rows.model(); }

    // Networks
    const QList<NetworkChoice> &choices() const { return m_chooser.choices(); }
    int currentChoice() const { return m_chooser.current(); }
    /// What was chosen, to be stored; stays what it is while that network is gone.
    const QStringList &chosenNetworks() const { return m_chooser.chosen(); }
    /// Does not start a scan. An entry that asksForNetwork can't become current by itself.
    void setCurrentChoice(int index);
    /// The choice with these networks, as stored in an earlier run, becomes the current one; made if there is
    /// none.
    void restoreChoice(const QStringList &networks);
    /// CIDR, A-B or address, as typed; becomes the current choice. Returns the problem as a sentence, empty:
    /// taken.
    QString setCustomNetwork(const QString &typed);
    /// Reads the interfaces again; keeps the current choice where it still exists. Every 3 s by itself: what
    /// has come up is offered, and scanned only where startAutomatically() has found no network before.
    void refreshNetworks();

    // Scanning
    bool isScanning() const { return m_scan != nullptr; }
    int done() const { return m_outcome.done; }
    int total() const { return m_outcome.total; }
    int gateways() const
    {
        return m_outcome.gateways;
    } ///< among the found ones, by the running or the last scan
    /// "Scanning 192.168.1.0/24 — 163 of 254, 2 gateways"; afterwards "192.168.1.0/24 — 254 addresses in 0.9
    /// s, 1 gateway"; empty before the first scan. Also the sentence why a scan could not begin.
    QString statusText() const { return m_statusText; }
    bool foundGateway() const; ///< one is in the list, and was seen in this run
    bool hasScanned() const { return m_hasScanned; } ///< one scan has ended in this run
    /// For the empty state: "No gateway was found." and what to do; changes with scanningChanged().
    QString emptyText() const;

    // Rows
    /// The row whose page is shown; invalid: none.
    QModelIndex currentIndex() const { return m_rows.current(); }
    const QString &currentId() const { return m_rows.currentId(); } ///< of its gateway; empty: none
    void select(const QString &id); ///< its row becomes the current one; sends nothing
    void selectHost(const QString &host); ///< the same for an address or name, if there is such a row
    void markKeptOn(const QStringList &ids) { m_rows.setKeptOn(ids); }
    /// The user is about to choose: from now on no row becomes current by itself.
    void leaveChoiceToUser() { m_userChooses = true; }

    // Demo
    const DemoRow &demo() const { return m_demo; }

    void setLocale(const QLocale &locale);
    void retranslate();

public Q_SLOTS:
    /// Scans the current choice; a running scan goes on. More than 1,024 addresses: confirmationRequired()
    /// first.
    void scan();
    void confirmScan(); ///< the answer to confirmationRequired() was yes
    void stop();
    /// At program start: scans by itself if every network of "All networks" is private and of home size.
    void startAutomatically();
    /// Host name, IPv4 or IPv6 address as typed. Puts a row into the list at once, makes it current, and asks
    /// only that host. Returns the problem as a sentence, empty: taken.
    QString addByAddress(const QString &typed);
    /// Starts the simulator on loopback, puts its row into the list and makes it current; again: only makes
    /// it current.
    void startDemo();
    void stopDemo();
    void setCurrentRow(int row);
    /// Takes a row that was added by hand, or the demo, away again. Saved ones are forgotten by
    /// SavedGatewaysController.
    void removeRow(int row);

Q_SIGNALS:
    void choicesChanged(); ///< also the current one
    void scanningChanged();
    void progressChanged(); ///< done, total, gateways
    void statusTextChanged();
    /// The view asks and calls confirmScan() or does nothing.
    void confirmationRequired(const Sigen::Question &question);
    void currentIndexChanged(const QModelIndex &current);
    void choseByItself(); ///< the only gateway that a scan has found is the current row now
    /// Something the user asked for did not work; one sentence.
    void problemOccurred(const QString &sentence);
    void demoChanged();

private:
    /// As refreshNetworks(). False, and said, when the chosen network is not there any more.
    bool keepChoice();
    void begin(const ScanPlan &plan, bool asked);
    ScanOptions scanOptions() const;
    void scanEnded();
    void find(const DiscoveredHost &host);
    QStringList gone(const NetworkScan &scan) const;
    using Words = std::function<QString()>; ///< in the language of the moment
    void setStatus(const Words &words);
    void renderStatus();
    void lookForNetworks();
    void chooseTheOnlyOne();

    Registry &m_registry;
    DiscoveryEnvironment m_environment;
    HostAsker m_asker;
    HostRows m_rows;
    NetworkChooser m_chooser;

    std::unique_ptr<NetworkScan> m_scan;
    ScanOutcome m_outcome; ///< of the running or the last scan
    ScanPlan m_plan; ///< of the running or the last scan
    std::optional<ScanPlan> m_awaitingConfirmation;
    QElapsedTimer m_scanClock;
    bool m_hasScanned = false;
    bool m_userChooses = false; ///< no row becomes current by itself
    bool m_waitsForNetwork = false; ///< there was none when the scan at the start should have begun
    Words m_statusWords;
    QString m_statusText;

    DemoRow m_demo;
    QTimer m_networkTimer;
    QTimer m_ageTimer; ///< "last seen 3 d" grows older
    QLocale m_locale;
};

} // namespace Sigen
