// What the engine has to say, as a value: which sentence, and what it is about. It becomes text when it is
// shown (words/messages.h), in the language of that moment.
#pragma once

#include "core/error.h"
#include "workflow/reportedsetting.h"

#include <QList>
#include <QStringList>

namespace Sigen {

/// The comment names what a sentence is about, where it is about anything.
enum class Sentence {
    Problem, ///< an Error
    Interrupted,

    // A change, step by step
    ReachableAt, ///< the endpoint
    SpeaksWebSocketOn, ///< the path
    NoSerialNumber, ///< the serial number that was meant
    AnotherSerialNumber, ///< the serial number that was seen, the one that was meant
    SignedInAs, ///< the user name
    SettingIs, ///< a ReportedSetting
    WouldBeSent, ///< a ReportedSetting
    NothingWouldBeSent,
    NothingToSend,
    Acknowledged,
    AnsweredOtherwise,
    NotReadBack,
    ReadBeforeIsSent,

    // Warnings about a change
    PortWouldChange, ///< the port now, the port then
    RefusedButDone,
    OtherPortReported,
    ChangedOtherwise, ///< a ReportedSetting

    // Off and on again, and what is waited for
    PortAcceptedWhileOff,
    ServerAppeared, ///< the address
    NoneAppeared,
    AnswersElsewhere, ///< the address where it answers, the host where the gateway was signed in to
    AppearedElsewhere, ///< the address where it appeared, the host that was meant

    // Keeping it on
    WatchAnswers,
    WatchCameBack,
    WatchWasOff,
    WatchSwitchedOn,
    WatchSettingOn,
    WatchMute,
    WatchLimit,
    WatchSomebodyTurnsOff,
    WatchTurnedOffHere,
    WatchStranger,
    WatchMoved, ///< the new address
    WatchNotWatched,
    WatchFirmware, ///< the firmware then, the firmware now
    WatchPortRefuses, ///< the port
    WatchEnded,

    // A port
    NoPrivateAddress,
    NameNotKnown,
    PortAccepts, ///< the port
    PortStillAccepts, ///< the port
    PortRefuses, ///< the port, how often it was tried
    PortDoesNotAnswer, ///< the port
    NoRouteToPort, ///< the port

    // What is wrong with Modbus on it
    DoesNotAnswer,
    AnswersLate,
    IsBusy,
    AnswersOtherwise,
    ClosesConnections,
    IsProxy,
    AnswersWithException, ///< the code
    NoPlantValues,
    NotSigenergy,
    NotModbus,
    PlantUnitSilent,

    // What was recognised
    AnswersWithoutModel,
    AnswersAs, ///< the model
    AnswersAsWithFirmware, ///< the model, the firmware
    SameSerialNumber,
    OnlyHoldingRegisters,

    // Warnings about what was recognised
    SerialsNotCompared,
    SerialsDiffer, ///< the serial number on Modbus, the one at the sign-in
    NoPlantUnit, ///< the unit id
    OddAnswers, ///< ReplyOddities, as a number
    OddValues, ///< the values
    NoDeviceUnit,
    EveryUnitAlike, ///< the first unit id that was not asked
    UnitsAlike, ///< unit ids
    UnitsNotAsked, ///< unit ids
    UnitsLostLate, ///< unit ids

    // The layers of a diagnosis
    NameIsAddress,
    NameHasAddresses, ///< the addresses
    RouteIsHere,
    RouteOwnNetwork, ///< the interface
    RouteRouter,
    RouteTunnel, ///< the interface
    RouteAlsoOn, ///< the interfaces
    NobodyHasAddress,
    MacIs, ///< the MAC address
    MacIsVendors, ///< the MAC address
    MacsDiffer, ///< the MAC addresses
    MacIsAnother, ///< the MAC address that was known before
    MacNotTold,
    MacBehindRouter,
    NoPasswordGiven,
    AnswersFunction, ///< the function's number
    DocumentVersionIs, ///< the version
    UnitIsPlant, ///< the unit id
    UnitIsDevice, ///< the unit id, the model
    UnitIsCharger, ///< the unit id
    UnitsMissing, ///< unit ids
    IdentityIs, ///< the model, the firmware, the serial number
    SerialTwice, ///< the serial number, the other address
    SerialChanged, ///< the serial numbers
    ClockDiffers, ///< seconds that the plant's is behind; negative: ahead
    LinkReads, ///< reads, lost, late, stale
    LinkTimes, ///< minimum, median, maximum
};

struct Message
{
    Message(Sentence what)
        : sentence(what)
    { }
    Message(Sentence what, const QStringList &about)
        : sentence(what)
        , texts(about)
    { }
    Message(Sentence what, const QList<int> &about)
        : sentence(what)
        , numbers(about)
    { }
    Message(Sentence what, const ReportedSetting &about)
        : sentence(what)
        , setting(about)
    { }
    Message(Sentence what, int number, const QString &text)
        : sentence(what)
        , texts{text}
        , numbers{number}
    { }
    Message(const Error &problem)
        : sentence(Sentence::Problem)
        , error(problem)
    { }
    bool operator==(const Message &) const = default;

    // Those that its sentence needs.
    Sentence sentence;
    QStringList texts; ///< they went through displayText()
    QList<int> numbers;
    ReportedSetting setting;
    Error error;
};

using Messages = QList<Message>;

} // namespace Sigen
