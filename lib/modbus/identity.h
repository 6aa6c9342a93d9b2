// Who answers on this Modbus port: the one check behind "Test port 502", verification and discovery.
//
// The plant is asked first (unit 247); its answer is held against what every firmware has and every value may
// be. A device unit that gives one of the vendor's model names settles it, whatever the plant unit said: a
// clock that was never set must not make a plant a stranger. Once the plant is known, nothing that happens
// while the devices are asked takes the verdict back.
#pragma once

#include "core/operation.h"
#include "core/timeouts.h"
#include "core/trace.h"
#include "modbus/tcpconnection.h"
#include "protocol/modbusframe.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace Sigen {

class ModbusReader;
class ReadRegisters;

enum class ModbusVerdict {
    NotTested,
    Answers, ///< a Sigenergy plant answered
    Silent, ///< accepts TCP, answers nothing
    Late, ///< the right answer came, but only after the time-out
    Busy, ///< exception 05 or 06, however often it was asked
    Odd, ///< Modbus, but not as asked: usable or not
    Garbage, ///< answers, but not Modbus
    Closes, ///< closes the connection instead of answering
    Exception, ///< answers with a Modbus exception that says nothing about who it is
    NotSigenergy, ///< speaks Modbus, but is something else
};

/// The word of the command-line contract: "not-tested", "answers", …
QLatin1StringView modbusVerdictName(ModbusVerdict verdict);
/// The error that stands for a verdict; ErrorCode::None for Answers and NotTested.
ErrorCode modbusVerdictError(ModbusVerdict verdict);

struct DeviceIdentity
{
    int unit = 0; ///< 1–246
    QString model; ///< as sent; untrusted text
    QString serial;
    QString firmware;
    bool hasDcCharger = false; ///< 31501 is readable; only asked for in a sweep
    bool isAcCharger = false; ///< 32000 is readable; only asked for in a sweep
    bool operator==(const DeviceIdentity &) const = default;
};

struct ModbusIdentity
{
    ModbusVerdict verdict = ModbusVerdict::NotTested;
    QString detail; ///< technical: what exactly was seen; untranslated
    /// Unit 247 answered as a plant. False with the verdict Answers: only a device made itself known.
    bool plantAnswered = false;
    bool usedHoldingRegisters = false; ///< function 04 was refused with exception 01, function 03 worked
    quint8 exceptionCode = 0; ///< for the verdict Exception
    QList<DeviceIdentity> devices; ///< in the order asked; only those that answered
    QString documentVersion; ///< "V2.8", "≤V2.4"; empty unless asked for
    int staleReplies = 0; ///< late replies that were skipped
    /// A sweep came to its last unit; false without IdentityOptions::sweep, and when the connection ended or
    /// the user stopped on the way.
    bool allAsked = false;

    /// 247 first, then the devices.
    QList<int> unitIds() const;
    /// The first device's, or empty.
    QString model() const;
    QString serial() const;
    QString firmware() const;
    bool operator==(const ModbusIdentity &) const = default;
};

struct IdentityOptions
{
    /// Device units to ask. Empty: unit 1, else 2, the first that gives a model or serial (ids differ between
    /// plants).
    QList<UnitId> units;
    /// Ask all of 1–246, and for chargers. Takes timeouts.identityReply, at least one second, for each unit
    /// that does not answer; can be cancelled at any time.
    bool sweep = false;
    bool documentVersion = false; ///< up to five more reads, when the plant has answered
    bool operator==(const IdentityOptions &) const = default;
};

/// By default two block reads, at most four unless exceptions make it ask in another way, and no pauses
/// unless something stays silent; nothing but functions 03 and 04 is ever sent. The connection is closed as
/// soon as it is done, since the next tool needs it.
class IdentityCheck : public Operation
{
    Q_OBJECT

public:
    /// Takes the open connection over (not null).
    IdentityCheck(std::unique_ptr<TcpConnection> connection, IdentityOptions options, Timeouts timeouts,
                  QObject *parent = nullptr);
    ~IdentityCheck() override;

    /// Valid after finished(). The operation succeeds whatever the verdict is; it fails only when cancelled,
    /// and then the identity holds what was seen so far. A sweep whose connection ends keeps what it found
    /// and says by ModbusIdentity::allAsked that it is not the whole.
    const ModbusIdentity &identity() const { return m_identity; }

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
    void ask(UnitId unit, RegisterRange range, Handler handler);

    void takePlantBlock(const ReadRegisters &read);
    void askPlantInPieces();
    void judgePlant(const QList<quint16> &head, quint16 runningState);
    void plantFailed(const ReadRegisters &read);

    void askVersion(qsizetype mark);

    void planDevices();
    void askNextDevice();
    void takeDevice(UnitId unit, const ReadRegisters &read);
    void askChargers(const DeviceIdentity &device, bool hasIdentity);
    void addDevice(const DeviceIdentity &device);
    void deviceDone();
    void conclude();
    void note(const QString &detail);

    std::unique_ptr<TcpConnection> m_connection; ///< until run() hands it to the reader
    std::unique_ptr<ModbusReader> m_reader;
    IdentityOptions m_options;
    Timeouts m_timeouts;
    ReadFunction m_function = ReadFunction::InputRegisters;
    QList<UnitId> m_units;
    qsizetype m_nextUnit = 0;
    bool m_firstDeviceOnly = false;
    bool m_plantReadable = false; ///< unit 247 has the registers, plausible or not
    ModbusIdentity m_identity;
};

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::DeviceIdentity)
