// Watches for a Modbus server to appear: for the gateway that the user looks at and can't sign in to, or in
// the whole network while no gateway is found. One watching at a time; it goes on while the user looks at
// other pages, and for two hours at most. The moment a server appears it is verified, told to the registry
// and to its page, and chosen if it is a Sigenergy's.
//
// It begins by itself. The addresses besides the chosen one are tried only where a scan may begin by itself,
// too, or when the user asks for it.
#pragma once

#include "keeping/await.h"
#include "network/interfaces.h"
#include "ui/controllers/watched.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Sigen {

class DiscoveryController;
struct Gateway;
class GatewayBook;
struct GatewayPage;
class Registry;

/// Where the controller gets the world from; tests put their own in.
struct WatchEnvironment
{
    std::function<QList<LocalInterface>()> interfaces = localInterfaces;
    std::function<QList<Neighbour>()> neighbours = readNeighbourTable;
    std::function<bool()> mayScanByItself = [] { return true; }; ///< the user has not switched it off
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    quint16 modbusPort = 0; ///< to watch where no gateway is chosen
    Timeouts timeouts;
    WatchPacing pacing;
    std::chrono::milliseconds patience{std::chrono::hours(2)};
};

class WatchController : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive it.
    WatchController(Registry &registry, DiscoveryController &discovery, GatewayBook &book,
                    WatchEnvironment environment, QObject *parent = nullptr);
    ~WatchController() override;

    /// The watching that runs, or how the last one ended.
    const Watched &watched() const { return m_watched; }
    bool isRunning() const { return m_await != nullptr; }

public Q_SLOTS:
    /// For the gateway of the current page, and the rest of its network; without a page for the network that
    /// is chosen for scanning. Another watching ends.
    void watch();
    /// It does not begin by itself any more for this gateway or network.
    void stop();

Q_SIGNALS:
    void changed(); ///< watched(); each second while it runs
    /// It has appeared, and its page is the current one unless something is under way on another. \a sentence
    /// says where.
    void found(const QString &sentence);

private:
    void followCurrent();
    void follow();
    bool goesOn() const;
    void begin(const Gateway *gateway, bool asked);
    std::optional<ScanPlan> planFor(const Gateway *gateway) const;
    void take(const DiscoveredHost &host);
    void ended();
    void show(const Await &await);
    void tick();

    Registry &m_registry;
    DiscoveryController &m_discovery;
    GatewayBook &m_book;
    WatchEnvironment m_environment;
    GatewayPage *m_current = nullptr;
    std::unique_ptr<Await> m_await;
    QList<Step> m_steps; ///< of the server that ends it
    Watched m_watched;
    QElapsedTimer m_clock;
    QTimer m_ticker;
    QSet<QString> m_declined; ///< gateways that are not watched by themselves any more; "": the network
};

} // namespace Sigen
