// The gateway's Modbus registers as data (resources/registers/sigenergy.json, with the source of each entry)
// and the decoder from words to values. Pure.
#pragma once

#include "protocol/modbusframe.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace Sigen {

enum class RegisterType { U16, S16, U32, S32, String };
enum class RegisterScope { Plant, Device };

struct RegisterDefinition
{
    QString key; ///< stable camelCase name, as in the output of `values`, for example "batterySoc"
    QString title; ///< English, short
    RegisterScope scope = RegisterScope::Plant;
    quint16 address = 0;
    int count = 1; ///< registers; 1, 2, or the string's length in registers
    RegisterType type = RegisterType::U16;
    int gain = 1; ///< value = raw / gain
    QString unit; ///< "kW", "%", …; empty: none
    QString since; ///< version of the vendor document that introduced it, for example "V1.7"
    QString source; ///< "vendor document V2.9" and the like
    QMap<int, QString> states; ///< for enumerations: raw value to a stable word, for example 1 → "running"
    QMap<int, QString> bits; ///< for alarms: bit number to a stable text
};

/// The table. Immutable after loading; the same instance can be shared.
class RegisterTable
{
public:
    /// The built-in table.
    static const RegisterTable &builtIn();

    const QList<RegisterDefinition> &definitions() const { return m_definitions; }
    /// Null when there is none.
    const RegisterDefinition *find(const QString &key) const;
    /// Registers of \a scope, ordered by address.
    QList<RegisterDefinition> definitions(RegisterScope scope) const;

    /// Parses a table; an unreadable one yields std::nullopt and says why in \a reason (not null).
    static std::optional<RegisterTable> parse(const QByteArray &json, QString *reason);

private:
    QList<RegisterDefinition> m_definitions;
};

/// A block of words as read from one unit.
struct RegisterBlock
{
    quint16 address = 0;
    QList<quint16> words;
    bool contains(const RegisterDefinition &definition) const;
};

/// The value of a register inside a block: integer types with gain 1 as qlonglong, with another gain as
/// double, strings as QString without padding (NUL, blanks, 0xFF). High word first, two's complement (vendor
/// document V2.9). Empty when the block does not contain it, when the firmware lacks it, and when a string is
/// nothing but padding. The firmware lacks what reads as 0xFFFF throughout; a signed value only if what is
/// directly before and after it in the block does so too, and there is at least one of them. A signed value
/// of two registers is also empty at 0x7FFFFFFF and 0x80000000.
std::optional<QVariant> decodeRegister(const RegisterDefinition &definition, const RegisterBlock &block);

/// The texts of the alarm bits that are set; a set bit without a text is named "bit N".
QStringList alarmTexts(const RegisterDefinition &definition, quint16 raw);

} // namespace Sigen
