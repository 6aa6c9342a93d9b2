// Keeps gateways on from within the window: begins and ends their watches as the user wants it and as a
// password is at hand, remembers that between runs, hands on what they see, and leaves a gateway to whoever
// keeps it on already.
//
// What the user turns off in this window is not turned on again, and what he changes is left alone meanwhile:
// the lock of one writer a gateway tells the watch. A sign-out takes the password of the run with it.
#pragma once

#include "ui/controllers/gatewaykeeper.h"
#include "ui/controllers/servicebox.h"
#include "ui/models/facts.h"
#include "ui/models/keeponevents.h"

#include <QHash>
#include <QLocale>
#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace Sigen {

class BackgroundService;
class GatewayBook;
class Registry;
class Settings;
struct Changes;
struct GatewayPage;
struct HistoryContext;

class KeepOnController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    KeepOnController(Registry &registry, GatewayBook &book, Settings &settings, BackgroundService &service,
                     KeepOnEnvironment environment, QObject *parent = nullptr);
    ~KeepOnController() override;

    KeepOn keepOn(const QString &gateway) const;
    /// Asked before start(), since it may switch the server on at any time; empty: was answered in this run,
    /// or nothing is ever switched.
    std::optional<Question> question(const QString &gateway) const;
    QString titleOf(const QString &gateway) const; ///< as in a sentence

    QList<KeepOnRow> rows(const QString &gateway, const QLocale &locale) const;
    KeepOnStrip strip(const QString &gateway, int hours, const QLocale &locale) const;
    bool hasHistory(const QString &gateway) const;
    /// As lines of JSON where \a path ends like that, else as CSV. Returns the problem as a sentence.
    QString saveHistory(const QString &gateway, const QString &path) const;
    QString suggestedHistoryName() const;

    const QStringList &kept() const { return m_kept; } ///< wanted, in the order in which they were chosen
    /// Those, and whose watch ended by itself otherwise than by a turn-off.
    QStringList listed() const;
    QStringList mended() const; ///< those that are switched on again, by this window or another program
    bool isKeeping() const; ///< a watch runs in this window
    bool isChangeUnderWay() const; ///< by one of them
    Question closeQuestion() const; ///< during such a change

    BackgroundService &service() { return m_service; }
    ServiceFacts serviceFacts(const QString &gateway) const;
    bool hasService(const QString &gateway) const;

    /// At the start of the program: those of the last run, where no person is needed for it.
    void resume();

public Q_SLOTS:
    void start(const QString &gateway);
    void stop(const QString &gateway); ///< also its service
    void setInterval(const QString &gateway, int seconds);
    /// Somebody looks at it: what other programs do is looked up.
    void refresh(const QString &gateway);
    void installService(const QString &gateway);
    void removeService(const QString &gateway);

Q_SIGNALS:
    void changed(const QString &gateway);
    void historyChanged(const QString &gateway);
    /// A change of state, for notifications.
    void newsCame(const QString &gateway, const QString &sentence);

private:
    GatewayKeeper &keeperOf(const QString &gateway);
    const GatewayKeeper *find(const QString &gateway) const;
    void connectKeeper(GatewayKeeper &keeper);
    void begin(const QString &gateway);
    GatewayTarget targetOf(const Gateway &gateway) const;
    bool isAccepted(const GatewayTarget &target) const;
    void beginActively(GatewayKeeper &keeper, const Gateway &gateway);
    void fail(GatewayKeeper &keeper, const QString &sentence);
    void setWanted(GatewayKeeper &keeper, bool wanted);
    void store();
    void openPage(GatewayPage *page);
    void followPage(GatewayPage &page);
    void follow(const Changes &changes);
    void merge(const QString &from, const QString &into);
    void markPage(const QString &gateway);
    void takeNotice(const QString &gateway, const WatchNotice &notice);
    void takeResult(const QString &gateway, const JobResult &result, quint16 port);
    QString hostOf(const QString &gateway) const;
    bool canUseService(const QString &gateway) const; ///< the password, if one is needed, is in the keychain
    QStringList serviceOptions(const Gateway &gateway) const;
    HistoryContext historyContext(const GatewayKeeper &keeper, const QLocale &locale) const;

    Registry &m_registry;
    GatewayBook &m_book;
    Settings &m_settings;
    BackgroundService &m_service;
    KeepOnEnvironment m_environment;
    std::map<QString, std::unique_ptr<GatewayKeeper>> m_keepers;
    QStringList m_kept;
    QHash<QString, WatchNotice> m_told; ///< the last notice of each
};

} // namespace Sigen
