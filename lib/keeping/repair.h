// Switches the Modbus server off and on again: for one that accepts connections and stays silent.
//
// Two changes, each with its read-back; each write is sent once at most. A server that is off already is left
// alone; one that is still on after "off" too. In all other cases "on" is sent, whatever the port says and
// also when neither the "off" nor the setting can be read, so that a port that hangs never keeps the server
// off. What can't be sent because the gateway is not there at the moment (it may restart its server) is tried
// again.
#pragma once

#include "workflow/settingchange.h"

namespace Sigen {

class LockHold;

struct RepairRequest
{
    bool dryRun = false; ///< reads and says what would be sent
    /// How long the server may take to answer rightly when it is on again; empty: 30 s.
    std::optional<std::chrono::milliseconds> verifyWait;
    std::optional<quint16> testPort; ///< as in ChangeRequest
};

class Repair : public Operation
{
    Q_OBJECT

public:
    enum class Half { Off, On };
    Q_ENUM(Half)

    /// Attempts to get "on" to the gateway, as long as it was not sent.
    static constexpr int tries = 3;
    /// How long the port may take to close. The server is off all the while.
    static constexpr std::chrono::milliseconds closeWait{5000};

    Repair(GatewayTarget target, RepairRequest request, QObject *parent = nullptr);
    ~Repair() override;

    /// Valid after finished(): Repaired, or as a change ends. Refused with ErrorCode::Refused and nothing
    /// sent: the server is off already. `mayBeOff`: "off" was sent, and it is not proved that it is on again;
    /// where "on" was not sent then, the outcome is Unknown. result().error equals error().
    const JobResult &result() const { return m_result; }
    /// What the steps that are being reported belong to.
    Half half() const { return m_half; }

Q_SIGNALS:
    /// As SettingChange's. Write, ReadBack and Port come twice, first for "off"; the steps that lead to the
    /// second write are reported only when they fail for good.
    void stepChanged(const Sigen::Step &step);
    void traced(const Sigen::TraceEntry &entry);

protected:
    void run() override;
    void release() override;
    void cancelRequested() override;

private:
    void switchOff();
    void switchedOff(const SettingChange &change);
    void switchOn();
    void switchedOn(const SettingChange &change);
    void forwardOnStep(const Step &step);
    void skipRest();
    SettingChange *runChange(const ChangeRequest &request, void (Repair::*ended)(const SettingChange &));
    void finish(Outcome outcome, const Error &error);

    GatewayTarget m_target;
    RepairRequest m_request;
    JobResult m_result;
    Half m_half = Half::Off;
    ModbusSetting m_before; ///< as first read
    QTimer m_pause;
    QList<Step> m_heldBack; ///< of the present try to send "on"
    bool m_canRead = true; ///< the setting, since "off" was sent
    std::unique_ptr<LockHold> m_hold; ///< from before "off" until after "on"
    bool m_onReached = false; ///< it has come to its write
    int m_triesDone = 0;
};

} // namespace Sigen
