// Where a window may stand so that all of it can be reached. Pure.
#pragma once

#include <QList>
#include <QRect>

namespace Sigen {

/// The place of a window with its frame: \a frame itself when the screens show its title and no part of it is
/// too large for them, else the nearest place on one screen, made as small as that screen. \a areas are what
/// the screens leave free besides panels; without any, \a frame.
QRect reachablePlace(const QRect &frame, const QList<QRect> &areas);

} // namespace Sigen
