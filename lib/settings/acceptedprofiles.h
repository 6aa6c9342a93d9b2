// Which profiles of their own the user has accepted for changes of which gateways, in the settings file. A
// profile whose content has changed since is another one.
#pragma once

#include <QString>

namespace Sigen {

class SettingsFile;
struct ProtocolProfile;

class AcceptedProfiles
{
public:
    /// \a file must outlive this object.
    explicit AcceptedProfiles(SettingsFile &file);

    // \a host as it was typed, normalized; \a webSocketPort 0: the profile's.

    /// True for a built-in profile, which needs no acceptance.
    bool contains(const ProtocolProfile &profile, const QString &host, quint16 webSocketPort) const;
    void add(const ProtocolProfile &profile, const QString &host, quint16 webSocketPort);

private:
    SettingsFile &m_file;
};

} // namespace Sigen
