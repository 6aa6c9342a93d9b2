// Modbus TCP frames as pure values: MBAP header, functions 03 and 04, exceptions.
//
// By construction only reads can be built: there is no type for another function, and UnitId cannot be 0 (a
// broadcast is executed and never answered; vendor document V2.9). Knows no socket and no clock.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Sigen {

/// The only two functions this program can send.
enum class ReadFunction : quint8 { HoldingRegisters = 3, InputRegisters = 4 };

/// 1–247. 247 is the plant, 1–246 are devices (vendor document V2.9).
class UnitId
{
public:
    static constexpr int plantValue = 247;
    static constexpr std::optional<UnitId> fromInt(int value)
    {
        if (value < 1 || value > plantValue)
            return std::nullopt;
        return UnitId(static_cast<quint8>(value));
    }
    static constexpr UnitId plant() { return UnitId(plantValue); }
    constexpr quint8 value() const { return m_value; }
    constexpr bool isPlant() const { return m_value == plantValue; }
    constexpr auto operator<=>(const UnitId &) const = default;

private:
    explicit constexpr UnitId(quint8 value)
        : m_value(value)
    { }
    quint8 m_value;
};

/// A run of registers in one request.
struct RegisterRange
{
    /// Most registers in one read (vendor document V2.9; the Modbus specification allows 125).
    static constexpr int maximumCount = 124;

    quint16 address = 0; ///< as printed in the vendor document, no offset
    int count = 1; ///< 1–maximumCount
    bool operator==(const RegisterRange &) const = default;
};

struct ReadRequest
{
    quint16 transaction = 0;
    UnitId unit = UnitId::plant();
    ReadFunction function = ReadFunction::InputRegisters;
    RegisterRange range;
    bool operator==(const ReadRequest &) const = default;
};

/// The 12 bytes on the wire. A count out of range or a range that runs past 65535 yields an empty array.
QByteArray encodeReadRequest(const ReadRequest &request);

/// A Modbus exception (01 illegal function, 02 illegal address, 03 illegal value, 04 device failure, …).
struct ModbusExceptionReply
{
    quint8 code = 0;
    bool operator==(const ModbusExceptionReply &) const = default;
};

/// Gathers the bytes that arrive for one request, in whatever pieces, and finds the reply in them.
class ReplyAssembler
{
public:
    enum class State {
        Incomplete, ///< nothing wrong so far, more bytes are needed
        Registers, ///< the reply is complete: registers()
        Exception, ///< the gateway answered with an exception: exceptionCode()
        Garbage, ///< not Modbus, or not a reply to this request: garbageReason(); final
    };

    explicit ReplyAssembler(const ReadRequest &request);

    /// Adds bytes. Well-formed replies to reads with another transaction id are skipped and counted: on Wi-Fi
    /// a late reply can come in front of the right one, even in the same segment. What can't become a reply
    /// is garbage from its first wrong byte on. Bytes after the reply are dropped. Keeps at most one frame
    /// (260 bytes) of memory.
    State feed(const QByteArray &bytes);

    State state() const { return m_state; }
    const QList<quint16> &registers() const { return m_registers; } ///< exactly range.count words
    quint8 exceptionCode() const { return m_exceptionCode; }
    QString garbageReason() const { return m_garbageReason; } ///< technical, untranslated
    int skippedFrames() const { return m_skippedFrames; }
    /// Bytes of an unfinished frame have arrived.
    bool hasPartialFrame() const { return !m_buffer.isEmpty(); }

private:
    qsizetype nextMilestone() const;
    void judge();
    bool hasReadShape();
    void takeFrame();
    void garbage(const QString &reason);

    ReadRequest m_request;
    QByteArray m_buffer;
    QList<quint16> m_registers;
    QString m_garbageReason;
    State m_state = State::Incomplete;
    quint8 m_exceptionCode = 0;
    int m_skippedFrames = 0;
};

} // namespace Sigen
