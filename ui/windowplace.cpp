#include "ui/windowplace.h"

#include <QRegion>

#include <algorithm>

namespace Sigen {

/// What a user drags a window by: the upper edge, as high as a title bar.
static constexpr int titleHeight = 32;

QRect reachablePlace(const QRect &frame, const QList<QRect> &areas)
{
    if (areas.isEmpty())
        return frame;
    QRegion free;
    for (const QRect &area : areas)
        free += area;
    const QRect bounds = free.boundingRect();
    const QRect title(frame.topLeft(), QSize(frame.width(), titleHeight));
    const bool isSmallEnough = frame.width() <= bounds.width() && frame.height() <= bounds.height();
    if (isSmallEnough && QRegion(title).subtracted(free).isEmpty() && frame.bottom() <= bounds.bottom())
        return frame;

    const auto shown = [&frame](const QRect &area) {
        const QRect common = area.intersected(frame);
        return qint64(common.width()) * common.height();
    };
    // Where most of it is; off all screens, the first one, which is the primary.
    const QRect area =
        *std::max_element(areas.cbegin(), areas.cend(),
                          [&](const QRect &one, const QRect &other) { return shown(one) < shown(other); });
    QRect place(frame.topLeft(), frame.size().boundedTo(area.size()));
    place.moveLeft(std::clamp(place.left(), area.left(), area.right() + 1 - place.width()));
    place.moveTop(std::clamp(place.top(), area.top(), area.bottom() + 1 - place.height()));
    return place;
}

} // namespace Sigen
