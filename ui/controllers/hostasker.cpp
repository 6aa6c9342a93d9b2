#include "ui/controllers/hostasker.h"

#include "discovery/sighting.h"
#include "network/hostlookup.h"
#include "network/route.h"

#include <algorithm>
#include <utility>

namespace Sigen {

HostAsker::HostAsker(Registry &registry, MakeScan makeScan, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_makeScan(std::move(makeScan))
{ }

HostAsker::~HostAsker() = default;

void HostAsker::ask(const QString &host, const QString &demo, const QList<LocalInterface> &interfaces,
                    const ScanOptions &options)
{
    const QString key = demo.isEmpty() ? host : demo;
    if (m_queries.contains(key))
        return;
    auto query = std::make_unique<HostQuery>(host, interfaces, options, m_makeScan);
    connect(query.get(), &HostQuery::hostFound, this, [this, host, demo](const DiscoveredHost &found) {
        const QString name = QHostAddress(host).isNull() ? host : QString();
        Sighting sighting = sightingOf(found, QDateTime::currentDateTimeUtc(), name);
        sighting.of = demo;
        m_registry.absorb(sighting);
    });
    connect(query.get(), &Operation::finished, this,
            [this, host, demo, interfaces] { asked(host, demo, interfaces); });
    query->start();
    m_queries.emplace(key, std::move(query));
    Q_EMIT changed();
}

void HostAsker::asked(const QString &host, const QString &demo, const QList<LocalInterface> &interfaces)
{
    const auto node = m_queries.extract(demo.isEmpty() ? host : demo);
    const HostQuery &query = *node.mapped();
    const Error error = query.error();
    const bool nameUnknown = error.code == ErrorCode::HostNotFound;
    if (query.hasFound())
        m_registry.absorb(ScanEnd());
    else if (!error || nameUnknown)
        m_registry.absorb(NoAnswer{demo, host, query.refusedPorts(), nameUnknown,
                                   hasNoDevice(QHostAddress(host), interfaces)});
    Q_EMIT changed();
    if (error && error.code != ErrorCode::Cancelled)
        Q_EMIT failed(error);
}

void HostAsker::stop(const Gateway &gateway)
{
    std::erase_if(m_queries, [&](const auto &query) {
        return query.first == gateway.id || (!gateway.demo && gateway.placeAt(query.first) != nullptr);
    });
}

bool HostAsker::isAsking(const Gateway &gateway) const
{
    return m_queries.contains(gateway.id)
        || (!gateway.demo && std::any_of(m_queries.cbegin(), m_queries.cend(), [&](const auto &query) {
               return gateway.placeAt(query.first) != nullptr;
           }));
}

void HostAsker::resolveNames(std::chrono::milliseconds deadline)
{
    for (const Gateway &gateway : m_registry.gateways()) {
        const QString name = gateway.saved ? gateway.place().name : QString();
        if (name.isEmpty() || m_lookups.contains(name))
            continue;
        auto lookup = std::make_unique<HostLookup>(name, false, deadline);
        connect(lookup.get(), &Operation::finished, this, [this, name] {
            const auto node = m_lookups.extract(name);
            if (!node.mapped()->error())
                m_registry.absorb(Resolved{name, node.mapped()->addresses().constFirst().toString()});
        });
        lookup->start();
        m_lookups.emplace(name, std::move(lookup));
    }
}

} // namespace Sigen
