#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QRegularExpression>
#include <QStyle>
#include <QTextLayout>
#include <QVariant>

#include <algorithm>
#include <cmath>

namespace Sigen {

static constexpr int unlimited =
    1 << 20; // wider than any line, and far from the end of its fixed-point numbers

static const char *nameOf(TextLook look)
{
    switch (look) {
    case TextLook::Muted:
        return "muted";
    case TextLook::Small:
    case TextLook::Section:
        return "muted";
    case TextLook::Body:
    case TextLook::Strong:
    case TextLook::Headline:
    case TextLook::Title:
    case TextLook::Value:
        break;
    }
    return "body";
}

QFont fontFor(TextLook look, const QFont &base)
{
    constexpr qreal titleSize = 1.3;
    constexpr qreal headlineSize = 1.12;
    constexpr qreal smallSize = 0.88;
    QFont font = base;
    const auto scale = [&font, &base](qreal factor) {
        if (base.pointSizeF() > 0)
            font.setPointSizeF(base.pointSizeF() * factor);
        else
            font.setPixelSize(qRound(base.pixelSize() * factor));
    };
    switch (look) {
    case TextLook::Strong:
        font.setBold(true);
        break;
    case TextLook::Small:
        scale(smallSize);
        break;
    case TextLook::Headline:
        scale(headlineSize);
        font.setBold(true);
        break;
    case TextLook::Title:
    case TextLook::Value:
        scale(titleSize);
        font.setBold(true);
        break;
    case TextLook::Section:
        scale(smallSize);
        font.setCapitalization(QFont::AllUppercase);
        break;
    case TextLook::Body:
    case TextLook::Muted:
        break;
    }
    return font;
}

void setLook(QWidget *widget, TextLook look)
{
    widget->setProperty("look", QByteArray(nameOf(look)));
    widget->setFont(fontFor(look, QApplication::font()));
}

int linePitch(const QFont &font)
{
    constexpr double ratio = 18.0 / 13.0; // of lines to letters, as drawn
    const QFontMetrics metrics(font);
    const double letters = QFontInfo(font).pixelSize();
    // An even number, so that a line looks centred beside an icon or a field.
    return std::max(metrics.height(), 2 * static_cast<int>(std::ceil(letters * ratio / 2)));
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    // Such a label breaks lines at blanks only, and is as wide as its longest word.
    constexpr int longestWord = 60;
    static const QRegularExpression longWord(QStringLiteral("\\S{%1}(?=\\S)").arg(longestWord));
    QString broken = text;
    broken.replace(longWord, QStringLiteral("\\0\n"));
    return QLatin1StringView("<span>") + broken.toHtmlEscaped().replace(u'\n', QLatin1StringView("<br>"));
}

void repolish(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

PlainLabel::PlainLabel(TextLook look, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setLook(this, look);
}

void PlainLabel::setPrefersOneLine(bool prefers)
{
    m_prefersOneLine = prefers;
    updateGeometry();
}

/// In lines of at most \a width; the size of all of them.
static QSizeF layOut(QTextLayout &layout, const PlainLabel &label, int width)
{
    QTextOption option(Qt::AlignLeft);
    option.setTextDirection(label.layoutDirection());
    const auto horizontal = QStyle::visualAlignment(label.layoutDirection(), label.alignment());
    option.setAlignment(horizontal & Qt::AlignHorizontal_Mask);
    option.setWrapMode(label.wordWrap() ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    layout.setTextOption(option);
    const int pitch = linePitch(label.font());
    QSizeF size;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, size.height() + (pitch - line.height()) / 2));
        size = QSizeF(std::max(size.width(), line.naturalTextWidth()), size.height() + pitch);
    }
    layout.endLayout();
    return size;
}

static QString inLines(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

QSize PlainLabel::sizeWithin(int width) const
{
    QTextLayout layout(inLines(text()), font());
    const QSizeF size = layOut(layout, *this, width);
    return {static_cast<int>(std::ceil(size.width())), qRound(size.height())};
}

QSize PlainLabel::sizeHint() const
{
    constexpr int characters = 80; // lines that are longer are hard to read
    const bool wraps = wordWrap() && !m_prefersOneLine;
    const int width = wraps ? fontMetrics().averageCharWidth() * characters : unlimited;
    return sizeWithin(width).grownBy(contentsMargins());
}

QSize PlainLabel::minimumSizeHint() const
{
    if (!wordWrap())
        return sizeHint();
    constexpr int characters = 20; // a word that is longer may be broken
    const QStringList words = text().split(u' ');
    int width = 0;
    for (const QString &word : words)
        width = std::max(width, fontMetrics().horizontalAdvance(word) + 1);
    width = std::min(width, fontMetrics().averageCharWidth() * characters);
    return QSize(width, linePitch(font())).grownBy(contentsMargins());
}

int PlainLabel::heightForWidth(int width) const
{
    if (!wordWrap())
        return -1;
    const QMargins margins = contentsMargins();
    const int inside = std::max(1, width - margins.left() - margins.right());
    return sizeWithin(inside).height() + margins.top() + margins.bottom();
}

void PlainLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawFrame(&painter);
    QTextLayout layout(inLines(text()), font());
    const QRect room = contentsRect();
    const QSizeF size = layOut(layout, *this, room.width());
    const QRect place = QStyle::alignedRect(Qt::LeftToRight, alignment() & Qt::AlignVertical_Mask,
                                            QSize(room.width(), qRound(size.height())), room);
    painter.setPen(palette().color(foregroundRole()));
    layout.draw(&painter, place.topLeft());
}

void PlainLabel::setCopyable()
{
    auto *copy = new QAction(tr("Copy"), this);
    connect(copy, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(text()); });
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void PlainLabel::setTextOrHide(const QString &text)
{
    setText(text);
    setVisible(!text.isEmpty());
}

} // namespace Sigen
