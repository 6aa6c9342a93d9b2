// The part of GatewayController that puts what is known into words.
#include "ui/controllers/gatewaycontroller.h"

#include "core/displaytext.h"
#include "core/redaction.h"
#include "ui/controllers/gatewaytexts.h"
#include "ui/models/clocktext.h"
#include "workflow/reach.h"
#include "workflow/settingchange.h"
#include "workflow/verification.h"

#include <QSysInfo>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype shownLength = 60; // of a name, model or serial in a heading

QString GatewayController::title() const
{
    if (m_gateway.demo)
        return tr("Demo gateway");
    if (!m_gateway.name.isEmpty())
        return displayText(m_gateway.name, shownLength);
    if (!m_gateway.model.isEmpty())
        return displayText(m_gateway.model, shownLength);
    if (m_gateway.confirmed || isSignedIn())
        return tr("Sigenergy gateway");
    if (m_gateway.webSocket == ServiceState::Handshake)
        return tr("Possible gateway");
    return displayText(m_gateway.host, shownLength);
}

QString GatewayController::shownSerial() const
{
    return displayText(m_serial.isEmpty() ? m_gateway.serial : m_serial, shownLength);
}

QString GatewayController::subtitle() const
{
    QStringList parts{displayText(m_gateway.host, shownLength)};
    const QString serial = shownSerial();
    if (!serial.isEmpty())
        parts += tr("serial %1").arg(serial);
    else if (m_gateway.confirmed && m_gateway.webSocket == ServiceState::Handshake
             && !m_gateway.mac.isEmpty())
        parts += tr("found by its hardware address and port %1").arg(webSocketPort());
    if (isSignedIn())
        parts += tr("signed in as %1").arg(displayText(m_form.username, 40));
    else
        parts += m_signIn == SignInState::SigningIn ? tr("signing in…") : tr("not signed in");
    return parts.join(u" · "_s);
}

std::optional<Chip> GatewayController::signInChip() const
{
    switch (m_signIn) {
    case SignInState::SignedIn:
        return Chip{tr("Signed in"), Tone::Good,
                    tr("Signed in as %1.").arg(displayText(m_form.username, 40))};
    case SignInState::SigningIn:
        return Chip{tr("Signing in…"), Tone::Busy, tr("The sign-in is under way.")};
    case SignInState::Refused:
        return Chip{tr("Sign-in refused"), Tone::Bad, tr("The gateway refused the sign-in.")};
    case SignInState::SignedOut:
        break;
    }
    return std::nullopt;
}

QString GatewayController::keychainProblem() const
{
    return m_account.problem() ? accountSentence(*m_account.problem()) : QString();
}

QString GatewayController::readAgeText() const
{
    if (!m_readAt.isValid())
        return {};
    const qint64 seconds = std::max<qint64>(0, m_readAt.secsTo(m_environment.now()));
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    if (seconds < minute)
        return (m_wasReadBack ? tr("read back %1 s ago") : tr("read %1 s ago"))
            .arg(m_locale.toString(seconds));
    if (seconds < hour)
        return (m_wasReadBack ? tr("read back %1 min ago") : tr("read %1 min ago"))
            .arg(m_locale.toString(seconds / minute));
    return (m_wasReadBack ? tr("read back at %1") : tr("read at %1"))
        .arg(m_locale.toString(m_readAt.toLocalTime().time(), QLocale::ShortFormat));
}

ServerCard GatewayController::server() const
{
    ServerCard card;
    card.isOn = m_setting && m_setting->enabled;
    card.port = m_setting ? m_setting->port.value_or(0) : quint16(0);
    card.canSetPort = isSignedIn() && !isBusy() && m_setting && !m_doubtful;
    card.canSwitch = card.canSetPort;
    card.canRead = isSignedIn() && !isBusy();
    card.emphasizeRead = card.canRead && (m_doubtful || !m_setting);
    switch (m_activity) {
    case Activity::TurningOn:
        card.state = ServerState::TurningOn;
        card.headline = tr("Turning on…");
        card.detail = runningSentence();
        return card;
    case Activity::TurningOff:
        card.state = ServerState::TurningOff;
        card.headline = tr("Turning off…");
        card.detail = runningSentence();
        return card;
    case Activity::ChangingPort:
        card.state = ServerState::ChangingPort;
        card.headline = tr("Changing the port…");
        card.detail = runningSentence();
        return card;
    case Activity::None:
    case Activity::SigningIn:
    case Activity::Reading:
    case Activity::Testing:
        break;
    }
    card.detail = serverDetail();
    if (m_doubtful) {
        card.state = ServerState::Doubtful;
        card.headline = tr("It is not known whether the Modbus TCP server is on");
    } else if (!m_setting) {
        card.state = ServerState::Unknown;
        card.headline = tr("Modbus TCP server: not read yet");
    } else if (m_setting->enabled) {
        card.state = ServerState::On;
        card.headline = tr("Modbus TCP server is on");
        if (!isVerified())
            card.qualifier = m_activity == Activity::Testing ? tr(", being tested…") : tr(", not verified");
        else if (m_otherDevice)
            card.qualifier = tr(", another device may answer");
    } else {
        card.state = ServerState::Off;
        card.headline = tr("Modbus TCP server is off");
    }
    return card;
}

bool GatewayController::isVerified() const
{
    return m_portVerified && m_testedPort == modbusPort();
}

QString GatewayController::serverDetail() const
{
    const QString port = QString::number(modbusPort());
    if (m_doubtful)
        return tr("Read the state before anything is changed again.");
    if (!m_setting) {
        switch (m_gateway.modbus) {
        case ServiceState::Closed:
            return tr("Port %1 is closed").arg(port);
        case ServiceState::Answers:
            return tr("Modbus answers on port %1").arg(port);
        case ServiceState::Filtered:
            return tr("Port %1 does not answer").arg(port);
        case ServiceState::Open:
        case ServiceState::Silent:
        case ServiceState::Handshake:
            return tr("Port %1 accepts connections").arg(port);
        case ServiceState::NotTested:
            break;
        }
        return {};
    }
    const QString age = readAgeText();
    if (!m_setting->port)
        return tr("The gateway reports no port · %1").arg(age);
    if (!m_setting->enabled)
        return tr("Port %1 · %2", "port of a server that is off, age").arg(port, age);
    if (isVerified() && !m_otherDevice)
        return tr("Listening on port %1 · %2").arg(port, age);
    return tr("The gateway says: on, port %1 · %2").arg(port, age);
}

QString GatewayController::runningSentence() const
{
    for (const StepModel::RowData &row : m_steps.rows()) {
        if (row.state == StepModel::RowState::Running)
            return row.sentence;
    }
    return {};
}

VerificationCard GatewayController::verification() const
{
    VerificationCard card;
    card.testedPort = modbusPort();
    card.testText = tr("Test port %1").arg(card.testedPort);
    card.canTest = !isBusy() && !m_gateway.host.isEmpty();
    if (m_testedAt.isValid())
        card.when = tr("from this computer, %1").arg(clockText(m_testedAt, m_locale));
    card.emphasizeTest = card.canTest && m_setting && m_setting->enabled && !m_portVerified;
    return card;
}

QString GatewayController::activityText() const
{
    switch (m_activity) {
    case Activity::None:
        return {};
    case Activity::SigningIn:
        return m_change ? tr("Signing in…") : tr("Asking the keychain…");
    case Activity::Reading:
        return tr("Reading the setting…");
    case Activity::TurningOn:
        return tr("Turning on…");
    case Activity::TurningOff:
        return tr("Turning off…");
    case Activity::ChangingPort:
        return tr("Changing the port…");
    case Activity::Testing:
        return tr("Testing port %1…").arg(modbusPort());
    }
    return {};
}

QString GatewayController::ownAddress() const
{
    bool isIpv4 = false;
    const quint32 there = QHostAddress(m_gateway.host).toIPv4Address(&isIpv4);
    if (!isIpv4 || m_gateway.demo)
        return {};
    const QList<LocalInterface> all = m_environment.interfaces();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const LocalInterface &local) {
        return local.kind != InterfaceKind::Loopback && local.network.contains(there);
    });
    return found == all.cend() ? QString() : ipv4Text(found->network.address);
}

GatewayFacts GatewayController::facts() const
{
    GatewayFacts about;
    about.title = title();
    about.host = displayText(m_gateway.host, shownLength);
    about.serial = shownSerial();
    about.ownAddress = ownAddress();
    about.signedIn = isSignedIn();
    about.reachable = m_reached;
    if (!m_doubtful)
        about.setting = m_setting;
    return about;
}

Question GatewayController::closeQuestion() const
{
    return closeDuringChangeQuestion(facts());
}

ReportedJob GatewayController::reportedJob(const QString &action, std::optional<quint16> testedPort,
                                           const JobResult &result) const
{
    ReportedJob job;
    job.at = m_environment.now();
    job.action = action;
    job.testedPort = testedPort;
    job.steps = m_jobSteps;
    job.result = result;
    return job;
}

QString GatewayController::reportText() const
{
    ReportContents contents;
    contents.programVersion = m_environment.programVersion;
    contents.system = QSysInfo::prettyProductName();
    contents.createdAt = m_environment.now();
    contents.host = m_gateway.host;
    contents.mac = m_gateway.mac;
    contents.change = m_reportedChange;
    contents.test = m_reportedTest;
    return textReport(contents, m_redactor);
}

QString GatewayController::detailsText() const
{
    const std::optional<Failure> failure = said(m_failure ? m_failure : m_signInFailure);
    QString text;
    if (failure)
        text = failure->title + u"\n\n"_s;
    return text + reportText();
}

QString GatewayController::suggestedReportName() const
{
    return u"sigen-modbus-report-%1.txt"_s.arg(
        m_environment.now().toLocalTime().toString(u"yyyy-MM-dd-HHmm"_s));
}

} // namespace Sigen
