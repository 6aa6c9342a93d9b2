// Where something stands in a JSON text: "/data/token", "/list/0/value" (RFC 6901).
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

class JsonPointer
{
public:
    JsonPointer() = default; ///< points nowhere
    explicit JsonPointer(QStringList steps)
        : m_steps(std::move(steps))
    { }
    /// Empty unless \a text begins with "/".
    static std::optional<JsonPointer> parse(const QString &text);

    bool isEmpty() const { return m_steps.isEmpty(); }
    QString text() const;
    const QStringList &steps() const { return m_steps; }
    /// The last key, for texts; empty when it points nowhere.
    QString name() const { return m_steps.isEmpty() ? QString() : m_steps.constLast(); }
    JsonPointer parent() const { return JsonPointer(m_steps.mid(0, m_steps.size() - 1)); }

    /// What stands there in \a root; undefined: nothing, or it points nowhere.
    QJsonValue in(const QJsonValue &root) const;
    /// The first place on the way where \a root has something that is neither an object nor absent; points
    /// nowhere when there is none.
    JsonPointer obstacleIn(const QJsonValue &root) const;
    /// \a root with \a value there, and with the objects and arrays on the way to it. An undefined value
    /// removes what stands there.
    QJsonValue set(const QJsonValue &root, const QJsonValue &value) const;

    bool operator==(const JsonPointer &) const = default;

private:
    QStringList m_steps;
};

} // namespace Sigen
