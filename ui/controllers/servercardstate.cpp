#include "ui/controllers/servercardstate.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class PageText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::GatewayController)
};

using Kind = PageJob::Kind;

struct Maker
{
    const Gateway &gateway;
    const PageSession &session;
    const PageContext &context;
    const quint16 port = modbusPort(gateway, session);

    bool isVerified() const { return session.isVerified(port); }

    QString age() const
    {
        if (!session.readAt.isValid())
            return {};
        const qint64 seconds =
            std::chrono::duration_cast<std::chrono::seconds>(context.uptime - session.readUptime).count();
        constexpr qint64 minute = 60;
        constexpr qint64 hour = 60 * minute;
        const bool back = session.wasReadBack;
        if (seconds < minute)
            return (back ? PageText::tr("read back %1 s ago") : PageText::tr("read %1 s ago"))
                .arg(context.locale.toString(seconds));
        if (seconds < hour)
            return (back ? PageText::tr("read back %1 min ago") : PageText::tr("read %1 min ago"))
                .arg(context.locale.toString(seconds / minute));
        return (back ? PageText::tr("read back at %1") : PageText::tr("read at %1"))
            .arg(context.locale.toString(session.readAt.toLocalTime().time(), QLocale::ShortFormat));
    }

    QString unreadDetail() const
    {
        switch (gateway.modbus()) {
        case ServiceState::Closed:
            return PageText::tr("Port %1 is closed").arg(port);
        case ServiceState::Answers:
        case ServiceState::OddPlant:
            return PageText::tr("Modbus answers on port %1").arg(port);
        case ServiceState::Filtered:
            return PageText::tr("Port %1 does not answer").arg(port);
        case ServiceState::Open:
        case ServiceState::Silent:
        case ServiceState::Late:
        case ServiceState::Busy:
        case ServiceState::Odd:
        case ServiceState::Garbage:
        case ServiceState::Closes:
        case ServiceState::Exception:
        case ServiceState::NotSigenergy:
        case ServiceState::Handshake:
            return PageText::tr("Port %1 accepts connections").arg(port);
        case ServiceState::NotTested:
            break;
        }
        return {};
    }

    QString detail() const
    {
        const QString number = QString::number(port);
        if (session.isDoubtful)
            return doubtfulDetail();
        if (!session.setting)
            return unreadDetail();
        const bool verified = isVerified() && !session.proof.otherDevice;
        if (session.setting->enabled && verified && context.isKeptOn)
            return PageText::tr("Listening on port %1 · kept on by this computer").arg(number);
        if (session.setting->enabled && verified)
            return PageText::tr("Listening on port %1 · %2").arg(number, age());
        if (!session.setting->port)
            return PageText::tr("The gateway reports no port · %1").arg(age());
        if (!session.setting->enabled)
            return PageText::tr("Port %1 · %2", "port of a server that is off, age").arg(number, age());
        return PageText::tr("The gateway says: on, port %1 · %2").arg(number, age());
    }

    /// What was sent.
    QString doubtfulDetail() const
    {
        const QString action = session.change ? session.change->action : QString();
        if (action == u"enable"_s)
            return PageText::tr("“Turn on” was sent, and could not be read back. Read the state before "
                                "anything is changed again.");
        if (action == u"disable"_s)
            return PageText::tr("“Turn off” was sent, and could not be read back. Read the state before "
                                "anything is changed again.");
        if (action == u"set-port"_s)
            return PageText::tr("Another port was sent, and could not be read back. Read the state before "
                                "anything is changed again.");
        return PageText::tr("Read the state before anything is changed again.");
    }

    QString qualifier() const
    {
        if (isVerified())
            return session.proof.otherDevice ? PageText::tr(", another device may answer") : QString();
        if (session.job.kind == Kind::Test || session.job.isSettled)
            return PageText::tr(", being tested…");
        return session.proof.isGone ? PageText::tr(" when it last answered") : PageText::tr(", not verified");
    }

    /// Of a change that is under way.
    bool describeChange(ServerCard &card) const
    {
        switch (session.job.kind) {
        case Kind::TurnOn:
            card.state = ServerState::TurningOn;
            card.headline = PageText::tr("Turning on…");
            break;
        case Kind::TurnOff:
            card.state = ServerState::TurningOff;
            card.headline = PageText::tr("Turning off…");
            break;
        case Kind::SetPort:
            card.state = ServerState::ChangingPort;
            card.headline = PageText::tr("Changing the port…");
            break;
        case Kind::Repair:
            card.state = ServerState::Repairing;
            card.headline = PageText::tr("Switching off and on again…");
            break;
        default:
            return false;
        }
        card.detail = session.steps.runningSentence();
        return true;
    }

    ServerCard card() const
    {
        const std::optional<ReportedSetting> &setting = session.setting;
        ServerCard card;
        card.isOn = setting && setting->enabled;
        card.port = setting ? setting->port.value_or(port) : quint16(0);
        card.canRead = session.isSignedIn() && !session.isBusy();
        card.canSetPort = card.canRead && setting && !session.isDoubtful;
        card.canSwitch = card.canSetPort;
        card.canRepair = card.canSwitch && setting->enabled;
        card.emphasizeRead = card.canRead && (session.isDoubtful || !setting);
        if (describeChange(card))
            return card;
        card.detail = detail();
        if (session.isDoubtful) {
            card.state = ServerState::Doubtful;
            card.headline = PageText::tr("It is not known whether the Modbus TCP server is on");
        } else if (!setting) {
            card.headline = PageText::tr("Modbus TCP server: not read yet");
        } else if (setting->enabled) {
            card.state = ServerState::On;
            card.headline = PageText::tr("Modbus TCP server is on");
            card.qualifier = qualifier();
            card.isKeptOn = context.isKeptOn && isVerified();
        } else {
            card.state = ServerState::Off;
            card.headline = PageText::tr("Modbus TCP server is off");
        }
        return card;
    }
};

} // namespace

ServerCard serverCard(const Gateway &gateway, const PageSession &session, const PageContext &context)
{
    return Maker{gateway, session, context}.card();
}

} // namespace Sigen
