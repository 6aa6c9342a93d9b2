#include "words/messages.h"

#include "protocol/replyassembler.h"
#include "words/advice.h"
#include "words/titles.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class MessageText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::MessageText)
};

QString oddAnswersText(ReplyOddities oddities)
{
    QStringList texts;
    const auto add = [&](ReplyOddity oddity, const QString &text) {
        if (oddities.testFlag(oddity))
            texts += text;
    };
    add(ReplyOddity::ForeignUnit, MessageText::tr("they name another unit id"));
    add(ReplyOddity::MoreRegisters, MessageText::tr("more registers than requested"));
    add(ReplyOddity::WrongLength, MessageText::tr("a wrong length"));
    add(ReplyOddity::StrayBytes, MessageText::tr("bytes that belong to no answer"));
    add(ReplyOddity::StaleFrame, MessageText::tr("old answers in front"));
    add(ReplyOddity::LateReply, MessageText::tr("the first answer came late"));
    return texts.join(", "_L1);
}

QString identityText(const QString &model, const QString &firmware, const QString &serial)
{
    if (model.isEmpty() && serial.isEmpty())
        return MessageText::tr("No device reported a model or a serial number.");
    QStringList sentences;
    if (!model.isEmpty() && !firmware.isEmpty())
        sentences += MessageText::tr("%1, firmware %2.", "model").arg(model, firmware);
    else if (!model.isEmpty())
        sentences += MessageText::tr("%1.", "model").arg(model);
    if (!serial.isEmpty())
        sentences += MessageText::tr("Serial number %1.").arg(serial);
    return sentences.join(u' ');
}

/// A span of time in its two largest units would be more than anybody needs here.
QString spanText(int seconds)
{
    constexpr int minute = 60;
    constexpr int hour = 60 * minute;
    constexpr int day = 24 * hour;
    if (seconds >= 2 * day)
        return MessageText::tr("%n day(s)", nullptr, seconds / day);
    if (seconds >= 2 * hour)
        return MessageText::tr("%n hour(s)", nullptr, seconds / hour);
    return MessageText::tr("%n minute(s)", nullptr, seconds / minute);
}

QString linkText(int reads, int lost, int late, int stale)
{
    QStringList sentences;
    if (lost == 0 && late == 0)
        sentences += MessageText::tr("%n read(s), all answered in time.", nullptr, reads);
    else
        sentences += MessageText::tr("Of %n read(s), %1 got no answer and %2 a late one.", nullptr, reads)
                         .arg(lost)
                         .arg(late);
    if (stale > 0)
        sentences += MessageText::tr("%n old answer(s) came again.", nullptr, stale);
    return sentences.join(u' ');
}

} // namespace

QString messageText(const Message &message)
{
    const auto text = [&](qsizetype at = 0) { return message.texts.value(at); };
    const auto number = [&](qsizetype at = 0) { return message.numbers.value(at); };
    switch (message.sentence) {
    case Sentence::Problem:
        return errorMessage(message.error);
    case Sentence::Interrupted:
        return MessageText::tr("Interrupted.");

    case Sentence::ReachableAt:
        return MessageText::tr("The gateway is reachable at %1.").arg(text());
    case Sentence::SpeaksWebSocketOn:
        return MessageText::tr("It speaks WebSocket on %1.").arg(text());
    case Sentence::NoSerialNumber:
        return MessageText::tr("This gateway reports no serial number, so it may not be %1.").arg(text());
    case Sentence::AnotherSerialNumber:
        return MessageText::tr("This is the gateway %1, not %2.").arg(text(0), text(1));
    case Sentence::SignedInAs:
        return MessageText::tr("Signed in as %1.").arg(text());
    case Sentence::SettingIs:
        return settingSentence(message.setting);
    case Sentence::WouldBeSent:
        return MessageText::tr("Would send: %1.", "setting: on, port 502").arg(settingText(message.setting));
    case Sentence::NothingWouldBeSent:
        return MessageText::tr("Would send nothing: the setting is already as requested.");
    case Sentence::NothingToSend:
        return MessageText::tr("Nothing to send: the setting is already as requested.");
    case Sentence::Acknowledged:
        return MessageText::tr("Sent and acknowledged.");
    case Sentence::AnsweredOtherwise:
        return MessageText::tr("Sent, but the answer was not the expected one. The setting is read back to "
                               "see what happened.");
    case Sentence::NotReadBack:
        return MessageText::tr("The setting could not be read back.");

    case Sentence::ReadBeforeIsSent:
        return MessageText::tr("The setting can't be read now, so the one that was read before is sent.");

    case Sentence::PortWouldChange:
        return MessageText::tr("The gateway's own port would change from %1 to %2. If a router forwards port "
                               "%2 to the gateway, leave the gateway's port as it is and only test through "
                               "the router (on the command line: --test-port).")
            .arg(QString::number(number(0)), QString::number(number(1)));
    case Sentence::RefusedButDone:
        return MessageText::tr("The gateway refused the change, but reports it as done.");
    case Sentence::OtherPortReported:
        return MessageText::tr("The gateway reports a different port from the one that was sent.");
    case Sentence::ChangedOtherwise:
        return MessageText::tr("The setting changed, but not to what was requested. %1")
            .arg(settingSentence(message.setting));

    case Sentence::PortAcceptedWhileOff:
        return MessageText::tr("While the server was off, its port still accepted connections, so a "
                               "connection that hung may still do so.");
    case Sentence::ServerAppeared:
        return MessageText::tr("A Modbus server has appeared at %1.").arg(text());
    case Sentence::NoneAppeared:
        return MessageText::tr("No server appeared.");
    case Sentence::AnswersElsewhere:
        return MessageText::tr("The Modbus server answers at %1, not at %2: use this address in your other "
                               "programs.")
            .arg(text(0), text(1));
    case Sentence::AppearedElsewhere:
        return MessageText::tr("The server appeared at %1, not at %2 where it was expected: use this address "
                               "from now on.")
            .arg(text(0), text(1));

    case Sentence::WatchAnswers:
        return MessageText::tr("The server answers.");
    case Sentence::WatchCameBack:
        return MessageText::tr("The gateway is reachable again, and its server answers.");
    case Sentence::WatchWasOff:
        return MessageText::tr("The server was off.");
    case Sentence::WatchSwitchedOn:
        return MessageText::tr("The server was off and has been switched on again.");
    case Sentence::WatchSettingOn:
        return MessageText::tr("The gateway reports that the server is on.");
    case Sentence::WatchMute:
        return MessageText::tr("Its port accepts connections and does not answer: another program may hold "
                               "the only connection it has.");
    case Sentence::WatchLimit:
        return MessageText::tr("It has been switched on as often as this program does that: 6 times an hour, "
                               "never twice within 60 seconds. It is tried again when that is over.");
    case Sentence::WatchSomebodyTurnsOff:
        return MessageText::tr("The server was switched off a second time within an hour, although the "
                               "gateway was reachable all the time: somebody, or another program, does that. "
                               "It stays off and is no longer watched. Find out who switches it off, then "
                               "start again.");
    case Sentence::WatchTurnedOffHere:
        return MessageText::tr("The server was turned off with this program, so it is no longer watched.");
    case Sentence::WatchStranger:
        return MessageText::tr("Another device has this address now. No password was sent to it.");
    case Sentence::WatchMoved:
        return MessageText::tr("The gateway has the address %1 now, which is used until the watch ends.")
            .arg(text());
    case Sentence::WatchNotWatched:
        return MessageText::tr("Nobody looked: the computer slept, or the program was not running.");
    case Sentence::WatchFirmware:
        return MessageText::tr("The firmware changed from %1 to %2.").arg(text(0), text(1));
    case Sentence::WatchPortRefuses:
        return MessageText::tr("Port %1 refuses connections, so the server is probably off. Turn it on in the "
                               "vendor's app: Settings → System Settings → General → Modbus TCP Server "
                               "Settings; an installer finds it under Device → Settings → Communication → "
                               "Modbus TCP Server.")
            .arg(number());
    case Sentence::WatchEnded:
        return MessageText::tr("No longer watched.");

    case Sentence::NoPrivateAddress:
        return MessageText::tr("The host has no address on a private network.");
    case Sentence::NameNotKnown:
        return MessageText::tr("The host name is not known on this network.");
    case Sentence::PortAccepts:
        return MessageText::tr("Port %1 accepts connections.").arg(number());
    case Sentence::PortStillAccepts:
        return MessageText::tr("Port %1 still accepts connections.").arg(number());
    case Sentence::PortRefuses:
        return number(1) > 1
            ? MessageText::tr("Port %1 refuses connections, %n tries.", nullptr, number(1)).arg(number())
            : MessageText::tr("Port %1 refuses connections.").arg(number());
    case Sentence::PortDoesNotAnswer:
        return MessageText::tr("Port %1 does not answer.").arg(number());
    case Sentence::NoRouteToPort:
        return MessageText::tr("No route to port %1 from this computer.").arg(number());

    case Sentence::DoesNotAnswer:
        return MessageText::tr("Accepts connections, but does not answer.");
    case Sentence::AnswersLate:
        return MessageText::tr("Answers, but only after the time-out.");
    case Sentence::IsBusy:
        return MessageText::tr("Answers each request with “busy”.");
    case Sentence::AnswersOtherwise:
        return MessageText::tr("Speaks Modbus, but does not answer what was asked.");
    case Sentence::ClosesConnections:
        return MessageText::tr("Accepts connections, but closes them instead of answering.");
    case Sentence::IsProxy:
        return MessageText::tr(
            "A Modbus proxy, or another maker's gateway, answers that it can't reach the plant.");
    case Sentence::AnswersWithException:
        return MessageText::tr("Answers with Modbus exception %1.").arg(number(), 2, 16, QChar(u'0'));
    case Sentence::NoPlantValues:
        return MessageText::tr("Speaks Modbus, but does not give a plant's values.");
    case Sentence::NotSigenergy:
        return MessageText::tr("Speaks Modbus, but is not a Sigenergy system.");
    case Sentence::NotModbus:
        return MessageText::tr("Answers, but not with Modbus.");
    case Sentence::PlantUnitSilent:
        return MessageText::tr("Speaks Modbus, but the plant's unit 247 does not answer.");

    case Sentence::AnswersWithoutModel:
        return MessageText::tr("Modbus answers; no device reported its model.");
    case Sentence::AnswersAs:
        return MessageText::tr("Modbus answers: %1.").arg(text());
    case Sentence::AnswersAsWithFirmware:
        return MessageText::tr("Modbus answers: %1, firmware %2.").arg(text(0), text(1));
    case Sentence::SameSerialNumber:
        return MessageText::tr("Same serial number.");
    case Sentence::OnlyHoldingRegisters:
        return MessageText::tr("It refuses function 04, but answers function 03.");

    case Sentence::SerialsNotCompared:
        return MessageText::tr("The serial numbers could not be compared, so these may be two devices.");
    case Sentence::SerialsDiffer:
        return MessageText::tr(
                   "The serial number differs (%1 here, %2 at sign-in), so these may be two devices.")
            .arg(text(0), text(1));
    case Sentence::NoPlantUnit:
        return MessageText::tr("Unit id %1 did not answer as the plant. Tools that need it will not work "
                               "until it does.")
            .arg(number());
    case Sentence::OddAnswers:
        return MessageText::tr("Its Modbus answers are odd, but usable (%1). A proxy in between, or the "
                               "link, may be the reason.")
            .arg(oddAnswersText(ReplyOddities::fromInt(number())));
    case Sentence::OddValues:
        return MessageText::tr("Some of the plant's values are unusual (%1).").arg(text());
    case Sentence::NoDeviceUnit:
        return MessageText::tr("None of the requested unit ids answered as a device. Unit ids differ between "
                               "plants; scan all of them to find yours.");
    case Sentence::EveryUnitAlike:
        return MessageText::tr("The same device, with the same serial number, answers on every unit id. It "
                               "is listed once; unit ids from %1 on were not tried.")
            .arg(number());
    case Sentence::UnitsAlike:
        return MessageText::tr("These unit ids repeat the serial number of another one: %1. They are the "
                               "same device, which is listed once.")
            .arg(unitListText(message.numbers));
    case Sentence::UnitsNotAsked:
        return MessageText::tr("The connection was lost before these unit ids had answered: %1.")
            .arg(unitListText(message.numbers));
    case Sentence::UnitsLostLate:
        return MessageText::tr("These unit ids answered once, late, and not again: %1.")
            .arg(unitListText(message.numbers));

    case Sentence::NameIsAddress:
        return MessageText::tr("An address, so there is no name to look up.");
    case Sentence::NameHasAddresses:
        return MessageText::tr("The name stands for %1.").arg(message.texts.join(", "_L1));
    case Sentence::RouteIsHere:
        return MessageText::tr("The address is this computer's own.");
    case Sentence::RouteOwnNetwork:
        return MessageText::tr("On this computer's own network (%1).").arg(text());
    case Sentence::RouteRouter:
        return MessageText::tr("On another network, behind a router.");
    case Sentence::RouteTunnel:
        return MessageText::tr("Through a VPN or another tunnel (%1).").arg(text());
    case Sentence::RouteAlsoOn:
        return MessageText::tr("This computer is connected to the same network by %1 as well.").arg(text());
    case Sentence::NobodyHasAddress:
        return MessageText::tr("No device on this network has the address.");
    case Sentence::MacIs:
        return MessageText::tr("MAC address %1.").arg(text());
    case Sentence::MacIsVendors:
        return MessageText::tr("MAC address %1, which is Sigenergy's.").arg(text());
    case Sentence::MacsDiffer:
        return MessageText::tr("Several devices take turns at this address: %1.")
            .arg(message.texts.join(", "_L1));
    case Sentence::MacIsAnother:
        return MessageText::tr("It was %1 before.", "a MAC address").arg(text());
    case Sentence::MacNotTold:
        return MessageText::tr("This system does not show the MAC address.");
    case Sentence::MacBehindRouter:
        return MessageText::tr("A MAC address is seen only on this computer's own network.");
    case Sentence::NoPasswordGiven:
        return MessageText::tr("Not tried, since no password was given.");
    case Sentence::AnswersFunction:
        return MessageText::tr("Answers function %1.").arg(number(), 2, 10, QChar(u'0'));
    case Sentence::DocumentVersionIs:
        return MessageText::tr("The registers are those of document %1.").arg(text());
    case Sentence::UnitIsPlant:
        return MessageText::tr("Unit %1 is the plant.").arg(number());
    case Sentence::UnitIsDevice:
        return MessageText::tr("Unit %1 is %2.", "unit id, model").arg(QString::number(number()), text());
    case Sentence::UnitIsCharger:
        return MessageText::tr("Unit %1 is an AC charger.").arg(number());
    case Sentence::UnitsMissing:
        return MessageText::tr("These unit ids do not answer: %1.").arg(unitListText(message.numbers));
    case Sentence::IdentityIs:
        return identityText(text(0), text(1), text(2));
    case Sentence::SerialTwice:
        return MessageText::tr("The serial number %1 answers at %2 as well.").arg(text(0), text(1));
    case Sentence::SerialChanged:
        return MessageText::tr("The same unit gave the serial number %1 first and %2 later.")
            .arg(text(0), text(1));
    case Sentence::ClockDiffers:
        return number() > 0
            ? MessageText::tr("The plant's clock is %1 behind this computer's.").arg(spanText(number()))
            : MessageText::tr("The plant's clock is %1 ahead of this computer's.").arg(spanText(-number()));
    case Sentence::LinkReads:
        return linkText(number(0), number(1), number(2), number(3));
    case Sentence::LinkTimes:
        return MessageText::tr("Fastest %1 ms, median %2 ms, slowest %3 ms.").arg(text(0), text(1), text(2));
    }
    return {};
}

QString messageText(const Messages &messages)
{
    return messageTexts(messages).join(u' ');
}

QStringList messageTexts(const Messages &messages)
{
    QStringList texts;
    for (const Message &message : messages)
        texts += messageText(message);
    return texts;
}

QString unitListText(const QList<int> &units)
{
    QStringList parts;
    for (qsizetype first = 0; first < units.size();) {
        qsizetype last = first;
        while (last + 1 < units.size() && units.at(last + 1) == units.at(last) + 1)
            ++last;
        if (last - first < 2)
            last = first;
        parts += last == first ? QString::number(units.at(first))
                               : MessageText::tr("%1 to %2", "unit ids")
                                     .arg(QString::number(units.at(first)), QString::number(units.at(last)));
        first = last + 1;
    }
    return parts.join(", "_L1);
}

} // namespace Sigen
