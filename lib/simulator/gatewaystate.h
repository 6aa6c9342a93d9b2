// What both faces of a simulated gateway share: its setting, its faults, what happened so far. Knows no
// socket.
#pragma once

#include "simulator/faults.h"
#include "simulator/gatewaysimulator.h"

#include <QElapsedTimer>
#include <QList>
#include <QMap>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace Sigen {

class GatewayState : public QObject
{
    Q_OBJECT

public:
    struct Setting
    {
        bool enabled = false;
        quint16 port = 0; ///< 1–65535
        QString clientAddress{QStringLiteral("0.0.0.0")}; ///< "modbusIp": which clients the server lets in
        bool operator==(const Setting &) const = default;
    };

    GatewayState(SimulatorOptions options, ActiveFaults faults, quint16 modbusPort);

    const SimulatorOptions &options() const { return m_options; }
    const ActiveFaults &faults() const { return m_faults; }
    const Behaviour &behaviour() const { return m_options.behaviour; }
    bool has(Fault fault) const { return m_faults.contains(fault); }
    /// True the first time it is asked for a fault that is active.
    bool takeOnce(Fault fault);

    const Setting &setting() const { return m_setting; }
    void apply(const Setting &setting);
    /// A later change, applied or not, takes an earlier one's place.
    void applyLater(const Setting &setting, std::chrono::milliseconds delay);
    /// Drops a change that still waits.
    void forgetLater() { m_laterTimer.stop(); }
    void restart() { Q_EMIT restartRequested(); }

    /// From the first set request on, reads are read-backs.
    bool wasWritten() const { return counters.writes > 0; }
    /// The serial as the WebSocket face tells it; a fault may have made it hostile.
    QString announcedSerial() const;

    void say(const QString &text) { Q_EMIT said(text); }

    SimulatorCounters counters;
    QStringList issuedTokens;
    QElapsedTimer modbusOpened; ///< invalid while the port is closed
    int connectionsSinceOpened = 0; ///< to the Modbus port

    /// What the next answer to \a event, and the next handshake or Modbus request, is to be like.
    const ReplyBehaviour &nextReply(FaultEvent event);
    const HandshakeBehaviour &nextHandshake() { return behaviour().handshakes.at(m_handshakes++); }
    const ModbusBehaviour &nextModbus();

    /// The session of \a client has begun, or the client is gone.
    void beginSession(const QObject *client);
    void endSession(const QObject *client) { m_sessions.removeAll(client); }
    bool hasSessionBeside(const QObject *client) const;

Q_SIGNALS:
    void settingChanged();
    void sessionTaken(const QObject *byClient); ///< all others are over
    void restartRequested();
    void said(const QString &text);

private:
    SimulatorOptions m_options;
    ActiveFaults m_faults;
    QSet<int> m_taken;
    Setting m_setting;
    Setting m_laterSetting;
    QTimer m_laterTimer;
    QList<const QObject *> m_sessions;
    QMap<FaultEvent, qsizetype> m_replies;
    qsizetype m_handshakes = 0;
    qsizetype m_modbusReplies = 0;
};

} // namespace Sigen
