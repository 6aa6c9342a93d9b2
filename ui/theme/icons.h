// The window's icons: one stroke style, drawn as SVG in resources/icons, in whatever colour is asked for.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace Sigen {

/// \a name without folder and extension: "check". \a size in logical pixels. Never null for a known name.
QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio);

/// The application's own, with the sizes that window managers ask for.
QIcon applicationIcon();

} // namespace Sigen
