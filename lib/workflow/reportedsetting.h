#pragma once

#include <QtGlobal>

#include <optional>

namespace Sigen {

/// The gateway's own word about its server.
struct ReportedSetting
{
    bool enabled = false;
    std::optional<quint16> port;
    bool operator==(const ReportedSetting &) const = default;
};

} // namespace Sigen
