// Keeps a gateway's Modbus server on: looks, and where it does not answer signs in, reads, switches it on and
// proves it. What to do next is decided in watchplan.h; this is its hands, its eyes and its clock.
//
// Ends by itself only when it must: a refused sign-in, somebody who switches the server off again and again,
// a turn-off by this program, or a second watch of the same gateway. An address that was typed stays as it
// is: another one that the gateway is found at counts for this run.
#pragma once

#include "core/redaction.h"
#include "core/trace.h"
#include "keeping/watchhistory.h"
#include "keeping/watchplan.h"
#include "network/interfaces.h"
#include "network/neighbourtable.h"
#include "network/scanplan.h"
#include "registry/evidence.h"
#include "workflow/gatewaylock.h"
#include "workflow/gatewaytarget.h"
#include "workflow/jobresult.h"
#include "workflow/step.h"

#include <QHostAddress>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Sigen {

class Account;
class IdentityCheck;
class Reach;
class SettingChange;
struct ModbusIdentity;

struct WatchRequest
{
    GatewayTarget target; ///< without the password, which is fetched when it is needed
    std::chrono::milliseconds interval{std::chrono::seconds(30)};
    bool passive = false; ///< looks at the port only
    bool once = false; ///< one look, and what follows from it
    /// Where the server is looked at until the gateway has said its port.
    quint16 modbusPort = 502;
    std::optional<quint16> testPort; ///< as in ChangeRequest
    std::optional<std::chrono::milliseconds> verifyWait; ///< as in ChangeRequest
    /// Leaves a server off that was turned off with this program before the watch began: for one that is
    /// started by no person.
    bool heedsTurnOffs = false;

    QString id; ///< of the gateway in the registry, for the evidence; empty: it is not there
    QString serial; ///< the gateway's own; empty: not known
    QStringList modbusSerials; ///< of what answers on its Modbus port; empty: it never did
    QString mac;
    WatchMemory memory; ///< rememberedFrom() its history
    QString lockFolder; ///< shared by all programs of this account; empty: nobody else is about
    Redactor redactor; ///< what the gateway says is masked by it

    // The world, which tests replace.
    std::function<std::chrono::milliseconds()> uptime;
    std::function<double()> jitter; ///< −1…1
    std::function<QList<Neighbour>()> neighbours = readNeighbourTable;
    std::function<QList<LocalInterface>()> interfaces = localInterfaces;
};

/// Fills in what \a gateway is known by.
void takeKnown(WatchRequest &request, const Gateway &gateway);

class Watch : public Operation
{
    Q_OBJECT

public:
    /// A network with more addresses is not searched for the gateway.
    static constexpr quint64 mostSearched = 254;

    /// \a account must outlive it; null: no password is to be had, which only a passive watch survives.
    Watch(WatchRequest request, Account *account, QObject *parent = nullptr);
    ~Watch() override;

    /// Valid after finished(). It fails with the refused sign-in, with Usage when it can't begin (another
    /// process() watches the same gateway; only addresses that may not be contacted), and when cancelled.
    WatchEnd whyEnded() const { return m_end; }
    /// The process that watches the same gateway; 0: none.
    qint64 otherWatch() const { return m_otherWatch; }
    /// What was said last.
    const WatchNotice &state() const { return m_memory.last; }
    bool hasLooked() const { return m_memory.sight.has_value(); }
    /// Of the last sign-in, or else of the last look: what is known of the gateway.
    const JobResult &result() const { return m_result; }
    /// Where it is looked at now; it may have moved.
    const QString &host() const { return m_request.target.host; }
    quint16 port() const { return m_request.testPort.value_or(m_request.modbusPort); }
    /// Until the next look; 0 while something is under way.
    std::chrono::milliseconds untilLook() const;

    void setInterval(std::chrono::milliseconds interval);
    /// Does not wait for the next one.
    void lookNow();

Q_SIGNALS:
    /// News: for the history, for people, for notifications.
    void changed(const Sigen::WatchEvent &event, const Sigen::Messages &detail);
    /// Once a look and what followed from it is over; untilLook() says when the next one is.
    void looked();
    void moved(const QString &address);
    void waitingForKeychain();
    /// Of a sign-in that is under way, as SettingChange's.
    void stepChanged(const Sigen::Step &step);
    void traced(const Sigen::TraceEntry &entry);

    // Evidence for the registry, with news only, so that a quiet watch writes no file.
    void settingRead(const Sigen::SettingRead &read);
    void portSeen(const Sigen::ModbusAnswer &answer);

protected:
    void run() override;
    void release() override;
    void cancelRequested() override;

private:
    void look();
    void reached(Reach &reach);
    void identified(const IdentityCheck &check);
    void saw(Sight sight, const Messages &detail = {}, const QString &firmware = {});
    void checkPassword();
    template <typename Handler>
    void fetchPassword(Handler handler);
    void signIn(bool mayChange);
    void change(bool mayChange, const Secret &password);
    void changeEnded(const SettingChange &change, bool mayChange);
    void search();
    void take(const WatchSeen &seen);
    void perform(const WatchDecision &decision);
    void arm();
    void tell(const WatchNotice &notice);
    void tellPort(const ModbusIdentity &identity);

    bool claimNames();
    bool wasTurnedOffHere() const;
    void forgetTurnOff();
    QStringList names() const;
    bool isStranger(const ModbusIdentity &identity) const;
    void learn(const ModbusIdentity &identity);
    void learnMac();
    QStringList serials() const;
    bool hasOtherMac() const;
    QString macNow() const;
    std::optional<ScanPlan> networkToSearch() const;
    WatchRules rules() const;
    QDateTime timeOf(std::chrono::milliseconds uptime) const;

    WatchRequest m_request;
    Account *m_account;
    WatchMemory m_memory;
    JobResult m_result;
    WatchEnd m_end = WatchEnd::None;
    Redactor m_redactor;
    Secret m_password; ///< the one that the redactor was given last
    std::shared_ptr<GatewayLock> m_changeLock;
    GatewayLock m_watchLock;
    qint64 m_otherWatch = 0;
    QDateTime m_begun; ///< UTC
    QHostAddress m_address; ///< of the last look; null: not known
    std::chrono::milliseconds m_stepBegun{0};
    std::optional<std::chrono::milliseconds> m_lookAt;
    bool m_evidenceDue = true;
    bool m_isPaused = false; ///< another program has it
    QTimer m_timer;
};

} // namespace Sigen
