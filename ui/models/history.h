// The last so many values of one quantity, oldest first; a gap (a poll that failed) is an empty point. Pure.
#pragma once

#include <QList>

#include <optional>

namespace Sigen {

class History
{
public:
    static constexpr qsizetype maximumPoints = 120;

    void append(std::optional<double> value);
    void clear() { m_points.clear(); }
    const QList<std::optional<double>> &points() const { return m_points; }
    bool operator==(const History &) const = default;

private:
    QList<std::optional<double>> m_points;
};

} // namespace Sigen
