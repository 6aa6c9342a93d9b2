// What a person typed where only a host belongs: a URL, a host with a port. Pure.
#pragma once

#include <QString>

#include <optional>

namespace Sigen {

struct TypedEndpoint
{
    QString host; ///< as normalizedHost() gives it
    QString scheme; ///< "http", in lower case; empty: none
    std::optional<quint16> port;
    QString path; ///< "/ws"; empty for none, and for "/"

    bool isTls() const;
    bool operator==(const TypedEndpoint &) const = default;
};

/// Empty for what is a host already, and where no host can be made out.
std::optional<TypedEndpoint> typedEndpoint(const QString &typed);

/// \a typed without a user name and password in front of the host, for showing it.
QString withoutUserInfo(const QString &typed);

} // namespace Sigen
