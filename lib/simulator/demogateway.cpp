#include "simulator/demogateway.h"

#include "simulator/gatewaysimulator.h"

#include <QRandomGenerator>

#include <array>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static Secret randomPassword()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    QString text;
    for (const quint32 word : words)
        text += QString::number(word, 36);
    return Secret(text);
}

DemoGateway::DemoGateway(const ProtocolProfile &profile)
    : m_password(randomPassword())
{
    SimulatorOptions options;
    options.profile = profile;
    options.username = username();
    options.password = m_password;
    options.sun = PlantModel::Sun::Always;
    m_simulator = std::make_unique<GatewaySimulator>(options);
}

DemoGateway::~DemoGateway() = default;

bool DemoGateway::start(QString *reason)
{
    return m_simulator->start(reason);
}

QString DemoGateway::username()
{
    return u"admin"_s;
}

QString DemoGateway::host() const
{
    return m_simulator->address().toString();
}

quint16 DemoGateway::webSocketPort() const
{
    return m_simulator->webSocketPort();
}

quint16 DemoGateway::modbusPort() const
{
    return m_simulator->modbusPort();
}

} // namespace Sigen
