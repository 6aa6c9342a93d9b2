#include "ui/printing/pdfpictures.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int objectType = QTextFormat::UserObject + 1;
constexpr int pictureProperty = QTextFormat::UserProperty + 1;

// On white paper; as in the HTML report.
const QColor goodColor(0x1b, 0x7f, 0x4b);
const QColor doubtColor(0x8a, 0x5a, 0x00);
const QColor badColor(0xb3, 0x26, 0x1e);
const QColor lineColor(0xa0, 0xa8, 0xb4);

// In 1/96 inch.
constexpr qreal linkHeight = 44;
constexpr qreal linkPitch = 12;
constexpr qreal powerPitch = 20;
constexpr qreal powerLabel = 170;
constexpr qreal powerHalf = 130;
constexpr qreal powerWidth = powerLabel + 2 * powerHalf + 90;

/// Of the paper the document is laid out for.
qreal unitOf(const QTextDocument &text)
{
    constexpr qreal perInch = 96;
    return text.documentLayout()->paintDevice()->logicalDpiY() / perInch;
}

} // namespace

PdfPictures::PdfPictures(const ReportDocument &document, QTextDocument *text)
    : m_document(document)
{
    text->documentLayout()->registerHandler(objectType, this);
}

void PdfPictures::insert(QTextCursor &cursor, Picture picture)
{
    const bool hasLink = m_document.link && !m_document.link->reads.isEmpty();
    if (picture == Picture::Link ? !hasLink : m_document.powers.isEmpty())
        return;
    QTextCharFormat format;
    format.setObjectType(objectType);
    format.setProperty(pictureProperty, static_cast<int>(picture));
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
    cursor.insertBlock();
}

QSizeF PdfPictures::intrinsicSize(QTextDocument *text, int, const QTextFormat &format)
{
    const bool isLink = format.intProperty(pictureProperty) == static_cast<int>(Picture::Link);
    const QSizeF size = isLink ? QSizeF(linkPitch * double(m_document.link->reads.size()), linkHeight)
                               : QSizeF(powerWidth, powerPitch * double(m_document.powers.size()));
    return size * unitOf(*text);
}

void PdfPictures::drawObject(QPainter *painter, const QRectF &place, QTextDocument *text, int,
                             const QTextFormat &format)
{
    painter->save();
    if (format.intProperty(pictureProperty) == static_cast<int>(Picture::Link))
        drawLink(*painter, place);
    else
        drawPowers(*painter, place, unitOf(*text));
    painter->restore();
}

void PdfPictures::drawLink(QPainter &painter, const QRectF &place) const
{
    constexpr double tallest = 3000; // ms; from 1 ms on, by the logarithm
    constexpr double shortest = 0.1;
    const QList<LinkRead> &reads = m_document.link->reads;
    const qreal pitch = place.width() / double(reads.size());
    const qreal gap = pitch / 6;
    qreal x = place.left();
    for (const LinkRead &read : reads) {
        const bool isLost = read.end == LinkRead::End::Lost;
        const double part = isLost ? 1 : std::log(std::clamp(read.ms, 1.0, tallest)) / std::log(tallest);
        const qreal height = std::max(part, shortest) * place.height();
        const QRectF bar(x, place.bottom() - height, pitch - gap, height);
        painter.fillRect(bar, isLost ? badColor : read.end == LinkRead::End::Late ? doubtColor : goodColor);
        if (isLost) {
            painter.setPen(QPen(Qt::white, gap / 2));
            const QRectF cross(bar.left() + gap, bar.top() + gap, bar.width() - 2 * gap,
                               bar.width() - 2 * gap);
            painter.drawLine(cross.topLeft(), cross.bottomRight());
            painter.drawLine(cross.topRight(), cross.bottomLeft());
        }
        x += pitch;
    }
}

void PdfPictures::drawPowers(QPainter &painter, const QRectF &place, qreal unit) const
{
    double largest = 0;
    for (const PowerBar &power : m_document.powers)
        largest = std::max(largest, std::abs(power.kilowatts));
    const qreal pitch = powerPitch * unit;
    const qreal middle = place.left() + (powerLabel + powerHalf) * unit;
    qreal y = place.top();
    for (const PowerBar &power : m_document.powers) {
        const double part = largest > 0 ? power.kilowatts / largest : 0;
        const qreal length = part * powerHalf * unit;
        painter.fillRect(QRectF(middle, y + pitch / 5, length, pitch * 3 / 5).normalized(), goodColor);
        painter.setPen(Qt::black);
        painter.drawText(QRectF(place.left(), y, powerLabel * unit, pitch), Qt::AlignLeft | Qt::AlignVCenter,
                         power.label);
        painter.drawText(QRectF(middle + (powerHalf + 8) * unit, y, 80 * unit, pitch),
                         Qt::AlignLeft | Qt::AlignVCenter, u"%1 kW"_s.arg(power.kilowatts, 0, 'f', 3));
        y += pitch;
    }
    painter.setPen(QPen(lineColor, unit));
    painter.drawLine(QPointF(middle, place.top()), QPointF(middle, y));
}

} // namespace Sigen
