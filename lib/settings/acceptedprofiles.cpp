#include "settings/acceptedprofiles.h"

#include "protocol/ownprofile.h"
#include "settings/settingsfile.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// One key for each pair: two programs that write at once keep both.
static QString keyOf(const ProtocolProfile &profile, const QString &host, quint16 webSocketPort)
{
    const quint16 port = webSocketPort != 0 ? webSocketPort : profile.webSocketPort();
    return u"acceptedProfiles/%1/%2:%3"_s.arg(fingerprintOf(profile), host, QString::number(port));
}

AcceptedProfiles::AcceptedProfiles(SettingsFile &file)
    : m_file(file)
{ }

bool AcceptedProfiles::contains(const ProtocolProfile &profile, const QString &host,
                                quint16 webSocketPort) const
{
    return isBuiltIn(profile) || m_file.value(keyOf(profile, host, webSocketPort)).toString() == "true"_L1;
}

void AcceptedProfiles::add(const ProtocolProfile &profile, const QString &host, quint16 webSocketPort)
{
    if (!isBuiltIn(profile))
        m_file.setValue(keyOf(profile, host, webSocketPort), true);
}

} // namespace Sigen
