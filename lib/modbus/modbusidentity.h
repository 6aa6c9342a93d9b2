// Who answers on a Modbus port, as a value: the verdict, the devices, and what was odd about it.
#pragma once

#include "core/error.h"
#include "protocol/modbusframe.h"
#include "protocol/replyassembler.h"

#include <QLatin1StringView>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace Sigen {

enum class ModbusVerdict {
    NotTested,
    Answers, ///< a Sigenergy plant answered
    Silent, ///< accepts TCP, answers nothing, whatever unit is asked
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
/// The error that stands for a verdict; ErrorCode::None for Answers and NotTested. Whether it is one is
/// ModbusIdentity::error()'s to say: a plant that answers oddly is a plant.
ErrorCode modbusVerdictError(ModbusVerdict verdict);

struct DeviceIdentity
{
    int unit = 0; ///< 1–246
    QString model; ///< as sent; untrusted text
    QString serial;
    QString firmware;
    bool hasDcCharger = false; ///< 31501 is readable; only asked for in a sweep
    /// 32000 is readable; asked for in a sweep, and where a listed unit has no identity.
    bool isAcCharger = false;

    bool hasIdentity() const { return !model.isEmpty() || !serial.isEmpty(); }
    bool operator==(const DeviceIdentity &) const = default;
};

struct ModbusIdentity
{
    ModbusVerdict verdict = ModbusVerdict::NotTested;
    QString detail; ///< technical: what exactly was seen; untranslated
    /// Unit 247 answered as a plant. False with the verdict Answers: only a device made itself known.
    bool plantAnswered = false;
    /// Unit 247 gave no answer in its time. With another verdict than Silent a device unit did.
    bool plantSilent = false;
    bool usable = false; ///< with the verdict Odd: a plant answered all the same
    bool usedHoldingRegisters = false; ///< function 04 was refused with exception 01, function 03 worked
    /// Unit 247 has other values than a plant's, and not only zeros as a server that is starting may have.
    bool foreign = false;
    quint8 exceptionCode = 0; ///< for the verdicts Exception and Busy
    QList<DeviceIdentity> devices; ///< in the order asked; only those that answered, each device once
    QString documentVersion; ///< "V2.8", "≤V2.4"; empty unless asked for
    int staleReplies = 0; ///< late replies that were skipped
    /// A sweep came to its last unit; false without IdentityOptions::sweep, and when it ended early.
    bool allAsked = false;

    /// What was odd about answers that could be used.
    ReplyOddities oddFrames;
    /// Values of the plant that can't be, by address; technical ("30014: state of charge 1002 …").
    QStringList oddValues;
    /// Units that gave the serial number of a device that is in the list already.
    QList<int> sameDevice;
    /// Every unit gave the same serial number, so many that the sweep was stopped.
    bool ignoresUnitIds = false;
    /// Device units that were to be asked and were not, or not to the end: the connection was lost, the
    /// server ignores unit ids, or it was cancelled.
    QList<int> notAsked;
    /// Units that answered once, later than anybody waited, and not again.
    QList<int> lostLate;

    /// A Sigenergy plant, or a device of one, answered so that it can be used.
    bool provesPlant() const;
    /// Why it does not; ErrorCode::None when it does, and before it was tested.
    ErrorCode error() const;

    /// 247 first, then the devices.
    QList<int> unitIds() const;
    /// Of the device that has an identity: the first one with a model of this vendor's that is no charger,
    /// else the first with any. Empty: none told.
    QString model() const;
    QString serial() const;
    QString firmware() const;
    bool operator==(const ModbusIdentity &) const = default;
};

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::DeviceIdentity)
