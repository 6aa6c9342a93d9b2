#include "ui/models/hostrow.h"

#include "core/displaytext.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Translation context of everything in this file.
class HostText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::HostText)
};

constexpr qsizetype shownLength = 40; // of one name, model or serial in a row

QString shown(const QString &text)
{
    return displayText(text, shownLength);
}

bool speaks(ServiceState state)
{
    return state == ServiceState::Handshake || provesPlant(state);
}

bool speaks(const Place &place)
{
    return speaks(place.webSocket.state) || speaks(place.modbus.state);
}

Chip closedChip(quint16 port)
{
    return {HostText::tr("%1 closed", "a port").arg(port), Tone::Caution,
            HostText::tr("Port %1 refuses connections.").arg(port)};
}

/// Of a port that does not show whose it is.
std::optional<Chip> portChip(const Place &place, ServiceState state, quint16 number)
{
    const bool looksLikeOurs = speaks(place) || place.vendorMac;
    if ((state == ServiceState::Closed || state == ServiceState::Filtered) && !looksLikeOurs)
        return std::nullopt;
    const QString port = QString::number(number);
    switch (state) {
    case ServiceState::Open:
        return Chip{HostText::tr("%1 open", "a port").arg(port), Tone::Plain,
                    HostText::tr("Port %1 accepts connections.").arg(port)};
    case ServiceState::Silent:
        return Chip{HostText::tr("%1 silent", "a port").arg(port), Tone::Caution,
                    HostText::tr("Port %1 accepts connections, but does not answer.").arg(port)};
    case ServiceState::Closed:
        return closedChip(number);
    case ServiceState::Filtered:
        return Chip{HostText::tr("%1 no answer", "a port").arg(port), Tone::Caution,
                    HostText::tr("Port %1 does not answer.").arg(port)};
    case ServiceState::Late:
    case ServiceState::Busy:
    case ServiceState::Odd:
    case ServiceState::Closes:
    case ServiceState::Exception:
        return Chip{
            HostText::tr("%1 no usable answer", "a port").arg(port), Tone::Caution,
            HostText::tr("Port %1 accepts connections, but gives no usable Modbus answer.").arg(port)};
    case ServiceState::Garbage:
    case ServiceState::NotSigenergy:
        return Chip{HostText::tr("%1 another device", "a port").arg(port), Tone::Plain,
                    HostText::tr("What answers on port %1 is not a Sigenergy plant.").arg(port)};
    case ServiceState::Answers:
    case ServiceState::OddPlant:
    case ServiceState::Handshake:
    case ServiceState::NotTested:
        break;
    }
    return std::nullopt;
}

std::optional<Chip> webSocketChip(const Place &place)
{
    const quint16 port = place.webSocket.port;
    if (port == 0)
        return std::nullopt;
    const bool isClosed =
        place.webSocket.state == ServiceState::Closed || place.webSocket.state == ServiceState::Filtered;
    if (isClosed && (place.vendorMac || speaks(place)))
        return Chip{
            HostText::tr("No sign-in"), Tone::Plain,
            HostText::tr("Port %1 accepts no connections: this program can't sign in there.").arg(port)};
    if (!speaks(place.webSocket.state))
        return portChip(place, place.webSocket.state, port);
    return Chip{HostText::tr("Sign-in %1").arg(port), Tone::Good,
                HostText::tr("The gateway's sign-in answers on port %1.").arg(port)};
}

Chip wasOnChip()
{
    return {HostText::tr("Was on when last seen"), Tone::Caution,
            HostText::tr("Its Modbus TCP server was on when it was last read.")};
}

Chip wasOffChip()
{
    return {HostText::tr("Was off when last seen"), Tone::Plain,
            HostText::tr("Its Modbus TCP server was off when it was last read.")};
}

Chip offChip(bool wasOn)
{
    return wasOn ? Chip{HostText::tr("Was on, is off now"), Tone::Bad,
                        HostText::tr("Its Modbus TCP server was on in an earlier session and is off now.")}
                 : Chip{HostText::tr("Modbus off"), Tone::Caution,
                        HostText::tr("Its Modbus TCP server is off, as read from the gateway.")};
}

/// The newest of what was read and what the port did; where both say the same, the plainer word.
std::optional<Chip> serverChip(const Gateway &gateway)
{
    const ServiceState state = gateway.modbus();
    const quint16 port = gateway.modbusPort();
    const std::optional<SettingEvidence> read = gateway.doubtful ? std::nullopt : gateway.setting;
    const bool isNewer = read && (state == ServiceState::NotTested || gateway.place().modbus.at <= read->at);
    if (speaks(state) && (!read || read->on || !isNewer))
        return Chip{HostText::tr("Modbus %1").arg(port), Tone::Good,
                    HostText::tr("A Sigenergy plant answers through Modbus on port %1.").arg(port)};
    if (read && !read->on && (isNewer || !accepts(state)))
        return offChip(gateway.before && gateway.before->on);
    if (read && read->on && isNewer)
        return Chip{HostText::tr("Modbus on"), Tone::Plain,
                    HostText::tr("Its Modbus TCP server is on, as read from the gateway.")};
    return portChip(gateway.place(), state, port);
}

/// Nothing was found when it was asked, or nobody has asked yet.
QList<Chip> unseenChips(const Gateway &gateway)
{
    const Place &place = gateway.place();
    if (gateway.isDisplaced())
        return {{HostText::tr("Another device"), Tone::Caution,
                 HostText::tr("Another device was seen at this address.")}};
    if (place.nameUnknown)
        return {{HostText::tr("Name not found"), Tone::Caution,
                 HostText::tr("No device on this network is known under this name.")}};
    QList<Chip> chips;
    for (const quint16 port : place.refusedPorts)
        chips += closedChip(port);
    if (chips.isEmpty() && place.typed)
        chips += {HostText::tr("No answer"), Tone::Caution, HostText::tr("Nothing answers at this address.")};
    return chips;
}

QStringList otherAddresses(const Gateway &gateway)
{
    QStringList addresses;
    for (const Place &place : gateway.places.sliced(1)) {
        if (place.seen)
            addresses += shown(place.address);
    }
    return addresses;
}

} // namespace

HostSection HostRow::section() const
{
    const Place &place = gateway.place();
    if (gateway.demo || gateway.saved)
        return HostSection::Gateways;
    if (!place.seen)
        return HostSection::Added;
    if (speaks(place))
        return HostSection::Gateways;
    return place.vendorMac ? HostSection::Likely : HostSection::Others;
}

QString gatewayTitle(const Gateway &gateway)
{
    const Place &place = gateway.place();
    if (gateway.demo)
        return HostText::tr("Demo gateway");
    if (!gateway.name.isEmpty())
        return shown(gateway.name);
    if (!gateway.model.isEmpty())
        return shown(gateway.model);
    const bool isGateway = place.seen && speaks(place);
    if (gateway.saved || gateway.setting || place.used || gateway.isConfirmed())
        return HostText::tr("Sigenergy gateway");
    if (isGateway)
        return HostText::tr("Possible gateway");
    return shown(gateway.host());
}

QString gatewayNamed(const Gateway &gateway)
{
    const QString title = gatewayTitle(gateway);
    const bool isName = gateway.demo || !gateway.name.isEmpty() || !gateway.model.isEmpty();
    const QString address = shown(gateway.host());
    return isName || title == address ? title
                                      : HostText::tr("%1 at %2", "title, address").arg(title, address);
}

QString HostRow::subtitle() const
{
    const Place &place = gateway.place();
    const QString address = shown(gateway.host());
    if (title() == address) {
        if (!place.seen && probing)
            return HostText::tr("Being asked…");
        if (!place.seen && place.nameUnknown)
            return HostText::tr("Name not found");
        if (!place.seen)
            return place.refusedPorts.isEmpty() ? HostText::tr("Does not answer")
                                                : HostText::tr("Refuses connections");
        if (place.webSocket.state == ServiceState::Open && place.settled)
            return HostText::tr("Answers on %1, not a gateway").arg(place.webSocket.port);
        if (place.modbus.state == ServiceState::NotSigenergy || place.modbus.state == ServiceState::Garbage)
            return HostText::tr("Port %1 is another device's").arg(place.modbus.port);
        if (place.modbus.state == ServiceState::Open)
            return HostText::tr("Port %1 is open; nothing says what it is").arg(place.modbus.port);
        return HostText::tr("Answers; nothing says what it is");
    }
    const QString second = gateway.serial.isEmpty() ? gateway.mac() : gateway.serial;
    return second.isEmpty()
        ? address
        : HostText::tr("%1 · %2", "address, serial number or MAC").arg(address, shown(second));
}

QString HostRow::timeText(const QDateTime &now, const QLocale &locale) const
{
    const Place &place = gateway.place();
    if (place.seen && place.rttMs)
        return *place.rttMs < 1 ? HostText::tr("< 1 ms")
                                : HostText::tr("%1 ms").arg(locale.toString(*place.rttMs, 'f', 0));
    constexpr qint64 slack = 60; // seconds: the model's clock ticks slowly
    if (!place.seen && gateway.lastSeen > now.addSecs(slack))
        return HostText::tr("seen before"); // the clock was set back: nobody knows when
    if (!place.seen && gateway.lastSeen.isValid())
        return HostText::tr("last seen %1", "3 d").arg(shortAge(gateway.lastSeen, now));
    return {};
}

QList<Chip> HostRow::chips() const
{
    QList<Chip> chips;
    const auto add = [&](const std::optional<Chip> &chip) {
        if (chip)
            chips.append(*chip);
    };
    const bool wasOn = gateway.before && gateway.before->on;
    if (gateway.isSeen()) {
        add(webSocketChip(gateway.place()));
        add(serverChip(gateway));
        if (gateway.doubtful)
            add(Chip{HostText::tr("State unknown"), Tone::Caution,
                     HostText::tr("A change was sent to it, and what it did could not be read back.")});
        if (!gateway.setting && wasOn && !provesPlant(gateway.modbus()))
            add(wasOnChip());
        if (const QStringList others = otherAddresses(gateway); !others.isEmpty())
            add(Chip{HostText::tr("%1 addresses").arg(others.size() + 1), Tone::Plain,
                     HostText::tr("It also answers at %1.").arg(others.mid(0, 3).join(u", "_s))});
    } else if (gateway.before) {
        add(wasOn ? wasOnChip() : wasOffChip());
    }
    if (keptOn)
        add(Chip{HostText::tr("Kept on"), Tone::Good,
                 HostText::tr("This computer keeps its Modbus TCP server on.")});
    if (gateway.demo)
        add(Chip{HostText::tr("Demo"), Tone::Plain,
                 HostText::tr("Simulated on this computer; nothing on the network is contacted.")});
    if (probing)
        add(Chip{HostText::tr("Asking…"), Tone::Busy, HostText::tr("It is being asked right now.")});
    else if (!gateway.isSeen())
        chips += unseenChips(gateway);
    return chips;
}

QString HostRow::toolTip() const
{
    QStringList lines{title(), HostText::tr("Address: %1").arg(displayText(gateway.host()))};
    const auto add = [&](const QString &pattern, const QString &value) {
        if (!value.isEmpty())
            lines += pattern.arg(displayText(value));
    };
    add(HostText::tr("Host name: %1"), gateway.place().hostname);
    add(HostText::tr("Model: %1"), gateway.model);
    add(HostText::tr("Firmware: %1"), gateway.firmware);
    add(HostText::tr("Serial number: %1"), gateway.serial);
    add(HostText::tr("MAC address: %1"), gateway.mac());
    const QList<Chip> all = chips();
    for (const Chip &chip : all)
        lines += chip.accessibleText;
    return lines.join(u'\n');
}

QString HostRow::accessibleText() const
{
    QStringList words;
    const QList<Chip> all = chips();
    for (const Chip &chip : all)
        words += chip.text;
    return HostText::tr("%1, %2. %3", "title, address, states").arg(title(), subtitle(), words.join(u", "_s));
}

QString sectionTitle(HostSection section)
{
    switch (section) {
    case HostSection::Gateways:
        return HostText::tr("Gateways");
    case HostSection::Added:
        return HostText::tr("Added by address");
    case HostSection::Likely:
        return HostText::tr("Likely");
    case HostSection::Others:
        return HostText::tr("Other devices");
    }
    return {};
}

QString shortAge(const QDateTime &then, const QDateTime &now)
{
    const qint64 minutes = std::max<qint64>(0, then.secsTo(now)) / 60;
    if (minutes < 1)
        return HostText::tr("just now");
    if (minutes < 60)
        return HostText::tr("%1 min").arg(minutes);
    if (minutes < 24 * 60)
        return HostText::tr("%1 h").arg(minutes / 60);
    return HostText::tr("%1 d").arg(minutes / (24 * 60));
}

} // namespace Sigen
