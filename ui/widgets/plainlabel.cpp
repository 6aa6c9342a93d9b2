#include "ui/widgets/plainlabel.h"

#include <QApplication>
#include <QStyle>
#include <QVariant>

namespace Sigen {

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
    case TextLook::Title:
    case TextLook::Value:
        break;
    }
    return "body";
}

QFont fontFor(TextLook look, const QFont &base)
{
    constexpr qreal titleSize = 1.3;
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

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QLatin1StringView("<span>") + text.toHtmlEscaped().replace(u'\n', QLatin1StringView("<br>"));
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

QSize PlainLabel::sizeHint() const
{
    if (!m_prefersOneLine)
        return QLabel::sizeHint();
    return fontMetrics().size(0, text()).grownBy(contentsMargins()) + QSize(1, 0);
}

void PlainLabel::setTextOrHide(const QString &text)
{
    setText(text);
    setVisible(!text.isEmpty());
}

} // namespace Sigen
