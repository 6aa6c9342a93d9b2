#include "ui/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QPixmap rendered(const QByteArray &svg, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

static QByteArray source(const QString &name)
{
    QFile file(u":/sigen/icons/%1.svg"_s.arg(name));
    const bool known = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(known, "iconPixmap", qPrintable(name));
    return known ? file.readAll() : QByteArray();
}

QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio)
{
    const QString key = u"sigen/%1/%2/%3/%4"_s.arg(name, color.name()).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = rendered(source(name).replace("currentColor", color.name().toLatin1()), size, devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon applicationIcon()
{
    QIcon icon;
    const QByteArray svg = source(u"sigen-modbus"_s);
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(rendered(svg, size, 1.0));
    return icon;
}

} // namespace Sigen
