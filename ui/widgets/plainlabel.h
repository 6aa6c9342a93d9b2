// A label that never interprets its text (texts from the network pass through it), in one of the window's few
// looks. Wraps at blanks, and inside a word that is longer than a line, so that no text makes a page wider;
// for one line that is cut with an ellipsis see ElidedLabel. QLabel can neither break words nor set the
// distance of its lines, so the text is laid out here.
#pragma once

#include <QLabel>

class QTextLayout;

namespace Sigen {

enum class TextLook {
    Body,
    Strong,
    Muted,
    Small, ///< muted and a little smaller
    Headline, ///< what is the case, in one sentence
    Title, ///< of a page
    Value, ///< a reading
    Section, ///< small capitals over a list
};

/// \a base in the size and weight of \a look.
QFont fontFor(TextLook look, const QFont &base);
/// Gives \a label that look: colour by the style sheet, size and weight by its font.
void setLook(QWidget *widget, TextLook look);

/// From one line of text in \a font to the next; logical pixels.
int linePitch(const QFont &font);

/// \a text as a tooltip that shows it as it is: Qt would take what looks like HTML for HTML. Empty stays
/// empty.
QString plainToolTip(const QString &text);

/// A style sheet looks at properties only when it is put on a widget.
void repolish(QWidget *widget);

class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(TextLook look = TextLook::Body, QWidget *parent = nullptr);

    /// Asks for the width of its whole text on one line, and wraps only where there is less; for rows of
    /// words in a FlowLayout. (QLabel asks for a shape of its own choice.)
    void setPrefersOneLine(bool prefers);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

    /// Its menu has "Copy".
    void setCopyable();
    /// Hides the label while there is nothing to say, so that it takes no room.
    void setTextOrHide(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSize sizeWithin(int width) const;

    bool m_prefersOneLine = false;
};

} // namespace Sigen
