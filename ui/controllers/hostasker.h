// Asks single hosts: those that the user named, the demo, and the resolver for the names of saved gateways.
// Tells the registry what comes of it.
#pragma once

#include "discovery/hostquery.h"
#include "registry/registry.h"

#include <QObject>

#include <map>
#include <memory>

namespace Sigen {

class HostLookup;

class HostAsker : public QObject
{
    Q_OBJECT

public:
    /// \a registry must outlive it.
    HostAsker(Registry &registry, MakeScan makeScan, QObject *parent = nullptr);
    ~HostAsker() override;

    /// \a host as normalizedHost() gives it; one that is being asked already is not asked twice. \a demo: its
    /// gateway's id; empty: a host of the network.
    void ask(const QString &host, const QString &demo, const QList<LocalInterface> &interfaces,
             const ScanOptions &options);
    void stop(const Gateway &gateway);
    bool isAsking(const Gateway &gateway) const;
    /// Of saved gateways that are known by a name: whoever is found at its address is them.
    void resolveNames(std::chrono::milliseconds deadline);

Q_SIGNALS:
    void changed(); ///< who is being asked
    void failed(const Sigen::Error &error);

private:
    void asked(const QString &host, const QString &demo, const QList<LocalInterface> &interfaces);

    Registry &m_registry;
    MakeScan m_makeScan;
    std::map<QString, std::unique_ptr<HostQuery>> m_queries; ///< by host, the demo's by its id
    std::map<QString, std::unique_ptr<HostLookup>> m_lookups; ///< by name
};

} // namespace Sigen
