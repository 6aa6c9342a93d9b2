#include "simulator/gatewaystate.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

GatewayState::GatewayState(SimulatorOptions options, ActiveFaults faults, quint16 modbusPort)
    : m_options(std::move(options))
    , m_faults(std::move(faults))
{
    m_setting.enabled = m_options.initiallyEnabled;
    m_setting.port = modbusPort;
    m_laterTimer.setSingleShot(true);
    m_laterTimer.setTimerType(Qt::PreciseTimer); // a coarse one may be five percent early
    connect(&m_laterTimer, &QTimer::timeout, this, [this] { apply(m_laterSetting); });
}

const ReplyBehaviour &GatewayState::nextReply(FaultEvent event)
{
    const qsizetype index = m_replies[event]++;
    switch (event) {
    case FaultEvent::SignIn:
        return behaviour().signIns.at(index);
    case FaultEvent::Write:
        return behaviour().writes.at(index);
    case FaultEvent::ReadBack:
        return behaviour().readBacks.at(index);
    default:
        return behaviour().reads.at(index);
    }
}

const ModbusBehaviour &GatewayState::nextModbus()
{
    if (modbusOpened.isValid() && modbusOpened.elapsed() < behaviour().warmUp.count())
        return behaviour().cold;
    return behaviour().modbus.at(m_modbusReplies++);
}

void GatewayState::beginSession(const QObject *client)
{
    if (!m_sessions.contains(client))
        m_sessions.append(client);
    if (behaviour().sessions == Behaviour::Sessions::NewestWins)
        Q_EMIT sessionTaken(client);
}

bool GatewayState::hasSessionBeside(const QObject *client) const
{
    return m_sessions.size() > (m_sessions.contains(client) ? 1 : 0);
}

bool GatewayState::takeOnce(Fault fault)
{
    const int key = static_cast<int>(fault);
    if (!has(fault) || m_taken.contains(key))
        return false;
    m_taken.insert(key);
    return true;
}

void GatewayState::apply(const Setting &setting)
{
    m_laterTimer.stop();
    if (setting == m_setting)
        return;
    m_setting = setting;
    Q_EMIT settingChanged();
}

void GatewayState::applyLater(const Setting &setting, std::chrono::milliseconds delay)
{
    m_laterSetting = setting;
    m_laterTimer.start(delay);
}

QString GatewayState::announcedSerial() const
{
    if (has(Fault::SerialHtml))
        return u"<img src=x onerror=alert(1)><b>110A</b>&amp;"_s;
    if (has(Fault::SerialControlCharacters))
        return u"110A\x1b[2J\x1b[31m\r\n\x07\x08\t\x7f\u009b31m7890"_s;
    if (has(Fault::SerialBidirectional))
        return u"110A\u202e0987\u2066\u200b\u200f\ufeff\u2028"_s;
    if (has(Fault::SerialHuge))
        return QString(1000000, u'A');
    if (behaviour().serialEcho != Spelling::None)
        return spelled(m_options.password.reveal(), behaviour().serialEcho);
    return m_options.serial;
}

} // namespace Sigen
