// The window's named colours, a light and a dark value each. Widgets that paint themselves ask with their own
// palette, so nobody has to be told when the theme changes.
#pragma once

#include "ui/models/chip.h"

#include <QColor>
#include <QString>

#include <vector>

class QPalette;

namespace Sigen {

struct Colors
{
    QColor window; ///< behind everything
    QColor surface; ///< cards, menus, fields, status bar
    QColor border; ///< of cards and fields; tracks of bars
    QColor text;
    QColor muted; ///< second lines
    QColor accent; ///< the one thing to press, selection, focus, links
    QColor onAccent; ///< text on accent
    QColor selection; ///< background of what is chosen
    QColor good; ///< text, ticks
    QColor goodFill;
    QColor caution;
    QColor cautionFill;
    QColor bad;
    QColor badFill;
};

Colors lightColors();
Colors darkColors();
/// The set that \a palette was made from by paletteFrom(); any widget's own palette will do.
Colors colorsFor(const QPalette &palette);
QPalette paletteFrom(const Colors &colors);

QColor toneText(const Colors &colors, Tone tone);
/// Behind toneText(); invalid for Tone::Plain, which is outlined instead.
QColor toneFill(const Colors &colors, Tone tone);

/// Two colours of which the first is written on the second somewhere in the window.
struct ColorPair
{
    QString name; ///< for test output: "muted on window"
    QColor text;
    QColor background;
};
/// All of them; each must reach a contrast of 4.5:1 (WCAG 2.1, 1.4.3).
std::vector<ColorPair> textPairs(const Colors &colors);

/// WCAG 2.1 contrast ratio, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace Sigen
