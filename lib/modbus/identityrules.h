// What makes a Modbus answer a Sigenergy plant's. Pure; the checks that IdentityCheck takes its verdict from.
#pragma once

#include "modbus/modbusidentity.h"
#include "protocol/modbusframe.h"
#include "protocol/registertable.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen::IdentityRules {

/// Clock, zone, mode, sensor, grid state, state of charge and running state: everything that the verdict
/// needs, in one read (all since V1.7, vendor document V2.9).
inline constexpr RegisterRange plantBlock{30000, 52};
/// The same in two short reads, for firmware that refuses the long one.
inline constexpr RegisterRange plantHead{30000, 15};
inline constexpr RegisterRange plantRunningState{30051, 1};
/// Model, serial number and firmware (vendor document V2.9).
inline constexpr RegisterRange deviceBlock{30500, 40};
/// Readable where there is a charger (vendor document V2.9).
inline constexpr RegisterRange dcChargerMark{31501, 1};
inline constexpr RegisterRange acChargerMark{32000, 1};

/// What the words of a plant say about whose they are.
struct PlantJudgement
{
    bool isPlant = false;
    bool isEmpty = false; ///< zeros or "not available" throughout
    /// What can't be, or is missing where every plant has it; by address, technical.
    QStringList oddities;
    bool operator==(const PlantJudgement &) const = default;
};

/// Weighs what is there: each value that only a plant would have counts for it, each that can't be against
/// it, zeros and "not available" count nothing. One odd word (a clock in 1970 after a power cut) does not
/// outweigh a dozen good ones, and text, counters or a bank of zeros never add up to a plant. \a words begin
/// at 30000 and are at least the 15 of plantHead; from plantBlock the powers are weighed as well.
PlantJudgement judgePlant(const QList<quint16> &words, quint16 runningState);

/// True for the model names that only this vendor uses ("SigenStor …", "Sigen …", "PG Controller …").
bool isSigenergyModel(const QString &model);

/// True for the exceptions that deny the question (illegal function, address or value). At a register that
/// every plant has they mean that it isn't one; any other exception says nothing about who answers.
constexpr bool deniesQuestion(quint8 exceptionCode)
{
    return exceptionCode >= 1 && exceptionCode <= 3;
}

/// A register that the firmware lacks reads as 0xFFFF throughout.
bool isAvailable(const QList<quint16> &words);

/// From the words of deviceBlock.
DeviceIdentity deviceIdentity(UnitId unit, const QList<quint16> &words);

/// A register by which a version of the vendor document is told, newest first.
struct VersionMark
{
    RegisterRange range;
    QLatin1StringView version;
};
const QList<VersionMark> &versionMarks();
/// What it is when none of the marks is readable.
inline constexpr QStringView oldestVersion = u"≤V2.4";

} // namespace Sigen::IdentityRules
