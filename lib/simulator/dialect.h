// A profile as a gateway uses it: requests are taken apart, replies put together. Pure.
//
// Only what stands in a place of its own is looked at; a placeholder inside a longer text is anything.
#pragma once

#include "protocol/profile.h"

#include <QJsonObject>

namespace Sigen {

struct DialectRequest
{
    enum class Kind { Unknown, SignIn, Read, Write, SignOut, KeepAlive };
    Kind kind = Kind::Unknown;
    qsizetype step = 0; ///< of the sign-in
    bool isWellFormed = false; ///< all that never changes is as it should be
    QJsonObject values; ///< by placeholder, without its transform
    QString passwordTransform;
    QJsonValue requestId;
};

class Dialect
{
public:
    explicit Dialect(const ProtocolProfile &profile)
        : m_profile(profile)
    { }

    DialectRequest request(const QJsonObject &frame) const;

    /// A reply that says success; what belongs to it stands in it as set() puts it there.
    QJsonObject success(const Exchange &exchange, const QJsonValue &requestId = {}) const;
    /// \a code is not taken where the profile means something by it, but the next one that is free.
    QJsonObject refusal(const Exchange &exchange, int code, const QString &text) const;
    /// With the first value for an expired session.
    QJsonObject sessionRefusal(const Exchange &exchange, const QString &text) const;
    /// That another client has the session now; empty: the profile has no words for it.
    QJsonObject taken() const;
    /// Unasked, or under a kind that the profile does not use, with \a data where a setting stands.
    QJsonObject push(const QJsonObject &data) const;

    QJsonValue onOff(bool enabled) const { return enabled ? m_profile.on : m_profile.off; }
    QJsonValue port(quint16 port) const;

    // The places of what faults change.
    JsonPointer kindAt(const Exchange &exchange) const { return firstPlace(exchange.is); }
    JsonPointer codeAt() const { return firstPlace(m_profile.meanings.success); }
    JsonPointer textAt() const { return m_profile.textAt; }
    JsonPointer dataAt() const { return m_profile.enabledAt.parent(); }
    JsonPointer tokenAt() const { return m_profile.signIn.constLast().tokenAt; }
    JsonPointer serialAt() const { return m_profile.signIn.constLast().serialAt; }
    /// Where a set request gives back \a key, which a read told.
    JsonPointer writtenRestAt(const QString &key) const;
    JsonPointer enabledAt() const { return m_profile.enabledAt; }
    JsonPointer portAt() const { return m_profile.portAt; }
    /// A kind of frame that the profile has no use for.
    QJsonValue unusedKind() const;
    /// A code that means the refusal of a session.
    QJsonValue expiredCode() const;

    static QJsonObject set(const QJsonObject &frame, const JsonPointer &at, const QJsonValue &value)
    {
        return at.set(frame, value).toObject();
    }

private:
    static JsonPointer firstPlace(const Conditions &conditions);
    static QJsonObject fulfilling(QJsonObject frame, const Conditions &conditions,
                                  const QJsonValue &requestId = {});
    bool meansSomething(const QJsonValue &code) const;

    const ProtocolProfile &m_profile;
};

} // namespace Sigen
