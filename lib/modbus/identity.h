// Who answers on this Modbus port: the one check behind "Test port 502", verification, live values and
// discovery.
//
// The plant is asked first (unit 247); its answer is weighed by identityrules.h. A device unit that gives one
// of the vendor's model names settles it, whatever the plant unit said: a clock that was never set must not
// make a plant a stranger. Once the plant is known, nothing that happens while the devices are asked takes
// the verdict back. Some servers end the connection when an unknown unit is asked: a new one is made, and it
// goes on.
//
// "Silent" is said of a server that answers nothing at all. Where only the plant unit is silent, what the
// device units send is the verdict, though it does not say who answers: their exception, or "odd" for words.
#pragma once

#include "core/operation.h"
#include "core/timeouts.h"
#include "core/trace.h"
#include "modbus/modbusidentity.h"
#include "network/tcpconnection.h"
#include "protocol/modbusframe.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QList>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Sigen {

class ModbusReader;
class PortProbe;
class ReadRegisters;

struct IdentityOptions
{
    /// Device units to ask. Empty: unit 1, else 2, the first that gives a model or serial (ids differ between
    /// plants).
    QList<UnitId> units;
    /// Ask all of 1–246, and for chargers. Takes timeouts.identityReply, at least one second, for each unit
    /// that does not answer; can be cancelled at any time.
    bool sweep = false;
    bool documentVersion = false; ///< up to five more reads, when the plant has answered
    /// Only until it is settled who answers: no device is asked once the plant is known.
    bool judgeOnly = false;
    /// One try of several: the plant is asked once, and when it fails there is no sweep.
    bool brief = false;
    /// Leaves the connection open when a plant was recognised; see takeReader().
    bool keepOpen = false;
    bool operator==(const IdentityOptions &) const = default;
};

/// By default two block reads, at most four unless exceptions make it ask in another way, and no pauses
/// unless something stays silent; nothing but functions 03 and 04 is ever sent. The connection is closed as
/// soon as it is done, since the next tool needs it.
///
/// A unit that stays silent may only be slow: one whose answer arrives while others are asked is asked once
/// more in the end, with all the patience the plant gets.
class IdentityCheck : public Operation
{
    Q_OBJECT

public:
    /// Takes the open connection over (not null).
    IdentityCheck(std::unique_ptr<TcpConnection> connection, IdentityOptions options, Timeouts timeouts,
                  QObject *parent = nullptr);
    ~IdentityCheck() override;

    /// Valid after finished(). The operation succeeds whatever the verdict is; it fails only when cancelled,
    /// and then the identity holds what was seen so far.
    const ModbusIdentity &identity() const { return m_identity; }

    /// The open connection with its reader, once, after a plant was recognised with
    /// IdentityOptions::keepOpen; else null. If nobody takes it, it stays open until the check is destroyed.
    std::unique_ptr<ModbusReader> takeReader();

Q_SIGNALS:
    void deviceFound(const Sigen::DeviceIdentity &device);
    /// In a sweep: \a done of \a total units asked.
    void progressChanged(int done, int total);
    void traced(const Sigen::TraceEntry &entry);

protected:
    void run() override;
    void release() override;

private:
    using Handler = std::function<void(const ReadRegisters &)>;
    void useConnection(std::unique_ptr<TcpConnection> connection);
    void ask(UnitId unit, RegisterRange range, Handler handler);

    // identity.cpp: the plant
    void noteOddities(UnitId unit, const ReadRegisters &read);
    void takePlantBlock(const ReadRegisters &read);
    void askPlantInPieces();
    void judgePlant(const QList<quint16> &words, quint16 runningState);
    void plantFailed(const ReadRegisters &read);
    void weighAnswer(UnitId unit, const ReadRegisters &read);
    void takeInsteadOfSilence(ModbusVerdict verdict, quint8 exceptionCode, const QString &detail);
    void askVersion(qsizetype mark);
    void conclude();
    void note(const QString &detail);

    // identitydevices.cpp: the devices
    void planDevices();
    void askDevices();
    void askNextDevice();
    void takeDevice(UnitId unit, const ReadRegisters &read);
    void askChargers(const DeviceIdentity &device);
    void askAcCharger(const DeviceIdentity &device);
    void addDevice(const DeviceIdentity &device);
    void deviceDone(int unit);
    void connectionBroke(UnitId unit, const ReadRegisters &read);
    void reconnect();
    void reconnected(PortProbe &probe);
    void noteLate(UnitId unit);
    std::chrono::milliseconds devicePatience() const;
    void listenForLateAnswers();
    bool isPlainlyAlike() const;
    void dropBareChargers();
    void noteNotAsked();
    void pause(std::chrono::milliseconds time, std::function<void()> next);

    std::unique_ptr<TcpConnection> m_connection; ///< until run() hands it to the reader
    std::unique_ptr<ModbusReader> m_reader;
    QHostAddress m_address; ///< of the connection, for the next one
    quint16 m_port;
    IdentityOptions m_options;
    Timeouts m_timeouts;
    ReadFunction m_function = ReadFunction::InputRegisters;
    QList<UnitId> m_units; ///< in the order asked; some come again
    qsizetype m_nextUnit = 0;
    qsizetype m_planned = 0; ///< different units
    QSet<int> m_done;
    bool m_firstDeviceOnly = false;
    bool m_plantReadable = false; ///< unit 247 has the registers, plausible or not
    bool m_anyAnswer = false; ///< from whatever unit, exceptions included
    bool m_linkIsSlow = false; ///< the plant itself took its time
    QSet<int> m_silent; ///< devices that have not answered
    QSet<int> m_patient; ///< devices that are asked, or were, with more patience, since they are slow
    QSet<int> m_brokeOff; ///< devices at which the connection ended
    QSet<int> m_unfinished; ///< of them those that had answered before
    bool m_listened = false;
    int m_breaks = 0; ///< connections that ended while somebody was asked
    int m_failedConnects = 0; ///< in a row
    int m_staleBefore = 0; ///< skipped by earlier readers
    QElapsedTimer m_sinceAsked; ///< since the last device was asked
    QTimer m_wait;
    std::function<void()> m_afterWait;
    ModbusIdentity m_identity;
};

} // namespace Sigen
