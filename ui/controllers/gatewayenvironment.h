// The world around the pages; one value shared by all of them.
#pragma once

#include "accounts/secretstore.h"
#include "core/timeouts.h"
#include "core/uptime.h"
#include "network/interfaces.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>

namespace Sigen {

class AcceptedProfiles;

struct GatewayEnvironment
{
    SecretStore *secrets = nullptr; ///< null: passwords can't be remembered. Outlives the pages
    /// Of the user's own, for changes; null: each change asks. Outlives the pages
    AcceptedProfiles *acceptedProfiles = nullptr;
    std::function<QList<LocalInterface>()> interfaces = localInterfaces; ///< to name this computer's address
    Timeouts timeouts;
    /// How long the port may take to open after a change; empty: the engine's 30 s.
    std::optional<std::chrono::milliseconds> verifyWait;
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    std::function<std::chrono::milliseconds()> uptime = Sigen::uptime; ///< for ages: now() may be set
    QString programVersion; ///< for reports
    /// As gatewayLockFolder() gives it, where watches of other programs see what is changed here; empty:
    /// there are none.
    QString lockFolder;
};

} // namespace Sigen
