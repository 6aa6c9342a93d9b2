#include "ui/widgets/sparkline.h"

#include "ui/theme/colors.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace Sigen {

namespace {

constexpr int lineHeight = 28; // logical pixels
constexpr int leastWidth = 40;
constexpr double lineWidth = 1.5;
constexpr double dotRadius = 2;
/// The first few values take only a part of the width, so that the line does not shrink at every value.
constexpr qsizetype leastPoints = 12;
/// Of the largest magnitude: a quantity that hardly moves is not drawn as a mountain.
constexpr double leastSpan = 0.02;

struct Range
{
    double low = 0;
    double span = 0;
};

Range rangeOf(const QList<std::optional<double>> &points)
{
    std::optional<double> low;
    std::optional<double> high;
    for (const std::optional<double> &point : points) {
        if (!point)
            continue;
        low = std::min(low.value_or(*point), *point);
        high = std::max(high.value_or(*point), *point);
    }
    if (!low)
        return {};
    const double span = std::max(*high - *low, leastSpan * std::max(std::abs(*low), std::abs(*high)));
    return {(*low + *high - span) / 2, span};
}

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setHistory(const History &history)
{
    if (m_history == history)
        return;
    m_history = history;
    update();
}

void Sparkline::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {2 * leastWidth, lineHeight};
}

QSize Sparkline::minimumSizeHint() const
{
    return {leastWidth, lineHeight};
}

double Sparkline::xOf(qsizetype index, const QRectF &area) const
{
    const qsizetype count = m_history.points().size();
    const double step = area.width() / static_cast<double>(std::max(count, leastPoints) - 1);
    return area.right() - step * static_cast<double>(count - 1 - index);
}

void Sparkline::paintEvent(QPaintEvent *)
{
    const QList<std::optional<double>> &points = m_history.points();
    const QRectF area = QRectF(rect()).adjusted(dotRadius, dotRadius, -dotRadius, -dotRadius);
    const Range range = rangeOf(points);
    const auto place = [&](qsizetype index) {
        const double part = range.span > 0 ? (*points.at(index) - range.low) / range.span : 0.5;
        return QPointF(xOf(index, area), area.bottom() - part * area.height());
    };

    QPainterPath lines;
    QPainterPath dots;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (!points.at(i))
            continue;
        const bool begins = i == 0 || !points.at(i - 1);
        const bool ends = i == points.size() - 1 || !points.at(i + 1);
        if (begins && ends)
            dots.addEllipse(place(i), dotRadius, dotRadius);
        else if (begins)
            lines.moveTo(place(i));
        else
            lines.lineTo(place(i));
    }

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = toneText(colorsFor(palette()), m_tone);
    painter.strokePath(lines, QPen(color, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(dots, color);
}

} // namespace Sigen
