#include "discovery/hostnames.h"

#include "network/reverselookup.h"

#include <QPointer>

#include <utility>

namespace Sigen {

static constexpr std::chrono::milliseconds deadline{2000};

HostNames::HostNames(QObject *parent)
    : QObject(parent)
{ }

HostNames::~HostNames() = default;

void HostNames::ask(quint32 address)
{
    m_waiting.append(address);
    startNext();
}

void HostNames::stop()
{
    m_waiting.clear();
    // Kept rather than destroyed: we may stand inside a signal of one of them.
    for (const auto &[address, lookup] : m_running) {
        lookup->disconnect(this);
        lookup->cancel();
    }
}

void HostNames::startNext()
{
    while (m_running.size() < m_mostAtATime && !m_waiting.isEmpty()) {
        const quint32 address = m_waiting.takeFirst();
        auto lookup = std::make_unique<ReverseLookup>(QHostAddress(address), deadline);
        connect(lookup.get(), &Operation::finished, this, [=, this] { ended(address); });
        lookup->start();
        m_running.emplace(address, std::move(lookup));
    }
}

void HostNames::ended(quint32 address)
{
    const std::unique_ptr<ReverseLookup> lookup = std::move(m_running.extract(address).mapped());
    const QPointer<HostNames> self(this);
    if (!lookup->error())
        Q_EMIT found(address, lookup->name());
    if (self)
        startNext();
}

} // namespace Sigen
