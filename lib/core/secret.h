// A password or token: a string that cannot be printed, logged, compared in text or converted by accident.
// The only way to the characters is reveal(), which is easy to search for.
#pragma once

#include <QDebug>
#include <QString>

namespace Sigen {

class Secret
{
public:
    Secret() = default;
    explicit Secret(QString text);
    ~Secret();
    Secret(const Secret &) = default;
    Secret(Secret &&) = default;
    Secret &operator=(const Secret &) = default;
    Secret &operator=(Secret &&) = default;

    bool isEmpty() const { return m_text.isEmpty(); }
    const QString &reveal() const { return m_text; }
    bool operator==(const Secret &) const = default;

private:
    QString m_text; ///< overwritten on destruction when nobody shares it (best effort: Qt copies on write)
};

QDebug operator<<(QDebug, const Secret &) = delete;

} // namespace Sigen
