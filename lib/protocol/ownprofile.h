// What a user accepts before a profile that is not built in changes anything: its requests, and nothing but
// the profile as it is now. Pure.
#pragma once

#include "protocol/profile.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Sigen {

struct NamedRequest
{
    QString name; ///< "sign-in 1", "sign-in 2", …, "read", "write", "keep-alive", "sign-out"
    QString text; ///< with its placeholders, which stand for all that is secret
    bool operator==(const NamedRequest &) const = default;
};

/// Everything that is sent with \a profile, in this order.
QList<NamedRequest> requestsOf(const ProtocolProfile &profile);

/// What the placeholder {enabled} becomes, as JSON.
QString enabledText(const ProtocolProfile &profile, bool on);

/// SHA-256, in hexadecimal digits, of all that \a profile says: whatever is changed in it, this is another
/// one. How its file is laid out does not matter.
QString fingerprintOf(const ProtocolProfile &profile);

} // namespace Sigen
