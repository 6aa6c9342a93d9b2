// Keeps one gateway's server on from within the window: runs its watch, writes its history, and holds what
// there is to say about both. When to begin and what follows for others is KeepOnController's.
#pragma once

#include "accounts/account.h"
#include "keeping/watch.h"
#include "keeping/watchrecorder.h"
#include "ui/controllers/keepon.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Sigen {

class AcceptedProfiles;

/// The world around the watches; one value shared by all of them. What is empty is the engine's own.
struct KeepOnEnvironment
{
    SecretStore *secrets = nullptr; ///< null: there is no keychain
    /// Profiles of the user's own, for changes; null: only those that are built in.
    AcceptedProfiles *acceptedProfiles = nullptr;
    QString settingsFolder; ///< histories are below it
    QString lockFolder; ///< as gatewayLockFolder() gives it
    Timeouts timeouts;
    std::optional<std::chrono::milliseconds> verifyWait;
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    std::function<QList<Neighbour>()> neighbours = readNeighbourTable;
    std::function<QList<LocalInterface>()> interfaces = localInterfaces;
    /// While another program keeps it on: how often it is looked whether that has ended.
    std::chrono::milliseconds retry{std::chrono::seconds(30)};
    std::optional<std::chrono::milliseconds> interval; ///< instead of the chosen one; only tests shorten it
};

class GatewayKeeper : public QObject
{
    Q_OBJECT

public:
    /// \a environment must outlive it.
    GatewayKeeper(QString gateway, const KeepOnEnvironment &environment, QObject *parent = nullptr);
    /// Ends the watch, and its history says so.
    ~GatewayKeeper() override;

    const QString &gateway() const { return m_gateway; }
    /// The registry found out that it is one with another.
    void setGateway(const QString &id) { m_gateway = id; }

    KeepOn keepOn() const;
    /// What is said of a watch that is not running; the numbers of the next one.
    KeepOn &settings() { return m_keepOn; }

    /// \a target without its password, which \a account has; null: passive. Not while one runs.
    void begin(const GatewayTarget &target, const Gateway &gateway, std::unique_ptr<Account> account);
    /// A person wants it on: the next watch does not mind that it was turned off on purpose before. One that
    /// begins by itself does.
    void askFor() { m_isAskedFor = true; }
    /// Without a word but in the history. \a state: what is the case then.
    void end(KeepOn::State state);
    /// As end(), for another program that takes it over; retryDue() follows again and again.
    void waitElsewhere();
    /// The one of this run; the keychain is asked from now on.
    void forgetPassword();
    void setInterval(int seconds);
    void lookNow();
    bool isRunning() const { return m_watch != nullptr; }
    bool isChanging() const { return m_isChanging; } ///< something was sent that is not read back yet
    /// Nothing runs here: whether another program watches it.
    void lookElsewhere(const GatewayTarget &target, const Gateway &gateway);

    const WatchHistory &history() const;
    QDateTime provedUntil() const; ///< until when the last event of the history is known to hold
    void reload(); ///< what others have written to the history

Q_SIGNALS:
    void changed(); ///< keepOn(), beyond the seconds until the next look
    void historyChanged();
    void told(const Sigen::WatchNotice &notice);
    /// A look with news is over, and what followed from it. \a result has what was seen in it, and no more.
    void saw(const Sigen::JobResult &result, quint16 port);
    void settingRead(const Sigen::SettingRead &read);
    void portSeen(const Sigen::ModbusAnswer &answer);
    void traced(const Sigen::TraceEntry &entry);
    void refused(); ///< the sign-in
    void ended(); ///< by itself
    void retryDue(); ///< the other program may have ended

private:
    WatchRequest request(const GatewayTarget &target, const Gateway &gateway) const;
    void follow();
    void take(const WatchEvent &event, const Messages &detail);
    void roundEnded();
    void watchEnded();
    QString path() const;

    QString m_gateway;
    const KeepOnEnvironment &m_environment;
    KeepOn m_keepOn;
    std::unique_ptr<Account> m_account;
    QString m_accountHost;
    std::unique_ptr<WatchRecorder> m_recorder;
    std::unique_ptr<Watch> m_watch;
    std::optional<HistoryFile> m_file; ///< while none of ours is written
    QTimer m_retry;
    bool m_isAskedFor = false; ///< since the last watch began
    // Since the last look was over
    bool m_hasNews = false;
    bool m_wasSent = false;
    bool m_wasRead = false;
    bool m_isChanging = false;
};

} // namespace Sigen
