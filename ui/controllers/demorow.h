// The demo gateway and its row: a simulator on loopback, known to the registry while it runs.
#pragma once

#include "core/secret.h"

#include <QString>

#include <memory>

namespace Sigen {

class DemoGateway;
class Registry;
struct Added;
struct ProtocolProfile;

class DemoRow
{
public:
    /// \a registry must outlive it.
    explicit DemoRow(Registry &registry);
    ~DemoRow();

    bool isRunning() const { return m_demo != nullptr; }
    const QString &id() const { return m_id; } ///< in the registry; of the last one
    static QString username();
    Secret password() const; ///< made anew for each demo; empty when none is running

    /// Not while it runs. False when it can't; \a reason then says why.
    bool start(const ProtocolProfile &profile, QString *reason);
    Added added() const; ///< as the registry was told
    void stop();

private:
    Registry &m_registry;
    std::unique_ptr<DemoGateway> m_demo;
    QString m_id;
};

} // namespace Sigen
