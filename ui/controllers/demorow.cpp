#include "ui/controllers/demorow.h"

#include "registry/registry.h"
#include "simulator/demogateway.h"

#include <utility>

namespace Sigen {

DemoRow::DemoRow(Registry &registry)
    : m_registry(registry)
{ }

DemoRow::~DemoRow() = default;

QString DemoRow::username()
{
    return DemoGateway::username();
}

Secret DemoRow::password() const
{
    return m_demo ? m_demo->password() : Secret();
}

Added DemoRow::added() const
{
    return {m_demo->host(), m_demo->webSocketPort(), m_demo->modbusPort(), true};
}

bool DemoRow::start(const ProtocolProfile &profile, QString *reason)
{
    auto demo = std::make_unique<DemoGateway>(profile);
    if (!demo->start(reason))
        return false;
    m_demo = std::move(demo);
    m_id = m_registry.absorb(added()).added.constFirst();
    return true;
}

void DemoRow::stop()
{
    m_registry.remove(m_id);
    m_demo.reset();
}

} // namespace Sigen
