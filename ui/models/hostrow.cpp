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

QString firstOf(const QString &one, const QString &other)
{
    return one.isEmpty() ? other : one;
}

bool looksLikeOurs(const DiscoveredHost &host)
{
    return host.kind != HostKind::Other;
}

Chip closedChip(quint16 port)
{
    return {HostText::tr("%1 closed", "a port").arg(port), Tone::Caution,
            HostText::tr("Port %1 refuses connections.").arg(port)};
}

/// Of a port that does not show whose it is.
std::optional<Chip> portChip(const DiscoveredHost &host, ServiceState state, quint16 number)
{
    if ((state == ServiceState::Closed || state == ServiceState::Filtered) && !looksLikeOurs(host))
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
    case ServiceState::Answers:
    case ServiceState::Handshake:
    case ServiceState::NotTested:
        break;
    }
    return std::nullopt;
}

bool speaks(ServiceState state)
{
    return state == ServiceState::Handshake || state == ServiceState::Answers;
}

std::optional<Chip> webSocketChip(const DiscoveredHost &host)
{
    if (host.webSocketPort == 0) // only a page has seen it, under a port of the user's
        return std::nullopt;
    if (!speaks(host.webSocket))
        return portChip(host, host.webSocket, host.webSocketPort);
    return Chip{HostText::tr("Sign-in %1").arg(host.webSocketPort), Tone::Good,
                HostText::tr("The gateway's sign-in answers on port %1.").arg(host.webSocketPort)};
}

std::optional<Chip> modbusChip(const DiscoveredHost &host)
{
    if (!speaks(host.modbus))
        return portChip(host, host.modbus, host.modbusPort);
    return Chip{HostText::tr("Modbus %1").arg(host.modbusPort), Tone::Good,
                HostText::tr("A Sigenergy plant answers through Modbus on port %1.").arg(host.modbusPort)};
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

} // namespace

HostSection HostRow::section() const
{
    if (demo || remembered)
        return HostSection::Gateways;
    if (!seen)
        return HostSection::Added;
    switch (seen->kind) {
    case HostKind::Gateway:
    case HostKind::ModbusOnly:
        return HostSection::Gateways;
    case HostKind::Likely:
        return HostSection::Likely;
    case HostKind::Other:
        break;
    }
    return HostSection::Others;
}

bool HostRow::isConfirmed() const
{
    return demo || readOn || (seen && seen->isConfirmed());
}

QString HostRow::host() const
{
    if (seen && !seen->address.isNull())
        return seen->address.toString();
    if (remembered)
        return remembered->host;
    return addedAs;
}

QString HostRow::title() const
{
    if (demo)
        return HostText::tr("Demo gateway");
    if (remembered && !remembered->name.isEmpty())
        return shown(remembered->name);
    const QString model = firstOf(seen ? seen->model : QString(), remembered ? remembered->model : QString());
    if (!model.isEmpty())
        return shown(model);
    const bool isGateway = seen && (seen->kind == HostKind::Gateway || seen->kind == HostKind::ModbusOnly);
    if (remembered || readOn || (isGateway && isConfirmed()))
        return HostText::tr("Sigenergy gateway");
    if (isGateway)
        return HostText::tr("Possible gateway");
    if (seen && seen->kind == HostKind::Likely)
        return HostText::tr("Sigenergy device");
    return shown(host());
}

QString HostRow::subtitle() const
{
    const QString address = shown(host());
    if (title() == address) {
        if (!seen && probing)
            return HostText::tr("Being asked…");
        if (!seen && nameNotFound)
            return HostText::tr("Name not found");
        if (!seen)
            return refusedPorts.isEmpty() ? HostText::tr("Does not answer")
                                          : HostText::tr("Refuses connections");
        if (seen->webSocket == ServiceState::Open && seen->settled)
            return HostText::tr("Answers on %1, not a gateway").arg(seen->webSocketPort);
        if (seen->modbus == ServiceState::Open)
            return HostText::tr("Port %1 is open; nothing says what it is").arg(seen->modbusPort);
        return HostText::tr("Answers; nothing says what it is");
    }
    const QString serial =
        firstOf(seen ? seen->serial : QString(), remembered ? remembered->serial : QString());
    const QString mac = firstOf(seen ? seen->mac : QString(), remembered ? remembered->mac : QString());
    const QString second = firstOf(serial, mac);
    return second.isEmpty()
        ? address
        : HostText::tr("%1 · %2", "address, serial number or MAC").arg(address, shown(second));
}

QString HostRow::timeText(const QDateTime &now, const QLocale &locale) const
{
    if (seen && seen->rttMs)
        return *seen->rttMs < 1 ? HostText::tr("< 1 ms")
                                : HostText::tr("%1 ms").arg(locale.toString(*seen->rttMs, 'f', 0));
    if (!seen && remembered && remembered->lastSeen.isValid())
        return HostText::tr("last seen %1", "3 d").arg(shortAge(remembered->lastSeen, now));
    return {};
}

QList<Chip> HostRow::chips() const
{
    QList<Chip> chips;
    const auto add = [&](const std::optional<Chip> &chip) {
        if (chip)
            chips.append(*chip);
    };
    const bool isKnown = remembered && remembered->wasOn;
    const bool wasOn = isKnown && *remembered->wasOn;
    if (seen) {
        add(webSocketChip(*seen));
        const bool plainlyOff = readOn == false && !doubtful && seen->modbus != ServiceState::Answers;
        if (plainlyOff && wasOn)
            add(Chip{HostText::tr("Was on, is off now"), Tone::Bad,
                     HostText::tr("Its Modbus TCP server was on in an earlier session and is off now.")});
        else if (plainlyOff)
            add(Chip{HostText::tr("Modbus off"), Tone::Caution,
                     HostText::tr("Its Modbus TCP server is off, as read from the gateway.")});
        else
            add(modbusChip(*seen));
        if (doubtful)
            add(Chip{HostText::tr("State unknown"), Tone::Caution,
                     HostText::tr("A change was sent to it, and what it did could not be read back.")});
        if (!readOn && wasOn && seen->modbus != ServiceState::Answers)
            add(wasOnChip());
        if (sharesPlant && seen->recommended)
            add(Chip{HostText::tr("Use this address"), Tone::Good,
                     HostText::tr("Of several addresses of the same plant this is the one to use.")});
        else if (sharesPlant)
            add(Chip{HostText::tr("Same plant"), Tone::Plain,
                     HostText::tr("Another address of a plant that is in this list as well.")});
    } else if (isKnown) {
        add(wasOn ? wasOnChip() : wasOffChip());
    }
    if (demo)
        add(Chip{HostText::tr("Demo"), Tone::Plain,
                 HostText::tr("Simulated on this computer; nothing on the network is contacted.")});
    if (probing)
        add(Chip{HostText::tr("Asking…"), Tone::Busy, HostText::tr("It is being asked right now.")});
    else if (!seen && displaced)
        add(Chip{HostText::tr("Another device"), Tone::Caution,
                 HostText::tr("Another device was seen at this address.")});
    else if (!seen && nameNotFound)
        add(Chip{HostText::tr("Name not found"), Tone::Caution,
                 HostText::tr("No device on this network is known under this name.")});
    else if (!seen && !refusedPorts.isEmpty())
        for (const quint16 port : refusedPorts)
            add(closedChip(port));
    else if (!seen && !addedAs.isEmpty())
        add(Chip{HostText::tr("No answer"), Tone::Caution, HostText::tr("Nothing answers at this address.")});
    return chips;
}

QString HostRow::toolTip() const
{
    QStringList lines{title(), HostText::tr("Address: %1").arg(displayText(host()))};
    const auto add = [&](const QString &pattern, const QString &value) {
        if (!value.isEmpty())
            lines += pattern.arg(displayText(value));
    };
    if (seen) {
        add(HostText::tr("Host name: %1"), seen->hostname);
        add(HostText::tr("Model: %1"), seen->model);
        add(HostText::tr("Firmware: %1"), seen->firmware);
    } else if (remembered) {
        add(HostText::tr("Model: %1"), remembered->model);
    }
    add(HostText::tr("Serial number: %1"),
        firstOf(seen ? seen->serial : QString(), remembered ? remembered->serial : QString()));
    add(HostText::tr("MAC address: %1"),
        firstOf(seen ? seen->mac : QString(), remembered ? remembered->mac : QString()));
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
