// Modbus TCP requests as pure values: MBAP header, functions 03 and 04.
//
// By construction only reads can be built: there is no type for another function, and UnitId cannot be 0 (a
// broadcast is executed and never answered; vendor document V2.9). Knows no socket and no clock.
#pragma once

#include <QByteArray>

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

} // namespace Sigen
