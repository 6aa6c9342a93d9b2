// The monospace boxes: text to copy, frames. Property "code" for the style sheet.
#pragma once

#include <QApplication>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QtMath>

namespace Sigen {

/// The system's fixed font in the size of the window's text, so that it grows along with it.
inline QFont codeFont()
{
    constexpr qreal share = 0.94; // fixed fonts look larger than others of the same size
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont window = QApplication::font();
    if (window.pointSizeF() > 0)
        font.setPointSizeF(window.pointSizeF() * share);
    else
        font.setPixelSize(qRound(window.pixelSize() * share));
    return font;
}

/// Read-only; Tab leaves it. Code reads from the left in every language.
class CodeBox : public QPlainTextEdit
{
public:
    explicit CodeBox(QWidget *parent = nullptr)
        : QPlainTextEdit(parent)
    {
        setProperty("code", true);
        setReadOnly(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setTabChangesFocus(true);
        setFont(codeFont());
        setLayoutDirection(Qt::LeftToRight);
    }

    /// How tall it would be with \a lines and a horizontal scroll bar.
    int heightFor(int lines) const
    {
        constexpr int edges = 10; // frame and padding by the style sheet
        return fontMetrics().lineSpacing() * lines + qCeil(2 * document()->documentMargin()) + edges
            + horizontalScrollBar()->sizeHint().height();
    }

    /// Takes little room by itself, so that a page with a box in it need not scroll; grows where there is
    /// room.
    QSize sizeHint() const override { return {QPlainTextEdit::sizeHint().width(), heightFor(wantedLines)}; }
    QSize minimumSizeHint() const override
    {
        return {QPlainTextEdit::minimumSizeHint().width(), heightFor(leastLines)};
    }

    static constexpr int wantedLines = 6;
    static constexpr int leastLines = 3;
};

} // namespace Sigen
