#include "ui/theme/colors.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

Colors lightColors()
{
    return {
        .window = QColor(0xf4, 0xf5, 0xf7),
        .surface = QColor(0xff, 0xff, 0xff),
        .border = QColor(0xdf, 0xe3, 0xe8),
        .text = QColor(0x1d, 0x24, 0x30),
        .muted = QColor(0x5f, 0x69, 0x77),
        .accent = QColor(0x0b, 0x6b, 0xcb),
        .onAccent = QColor(0xff, 0xff, 0xff),
        .selection = QColor(0xe4, 0xef, 0xfb),
        .good = QColor(0x14, 0x73, 0x42),
        .goodFill = QColor(0xe3, 0xf4, 0xea),
        .caution = QColor(0x8a, 0x52, 0x00),
        .cautionFill = QColor(0xfd, 0xf0, 0xd8),
        .bad = QColor(0xb3, 0x26, 0x1e),
        .badFill = QColor(0xfb, 0xec, 0xeb),
    };
}

Colors darkColors()
{
    return {
        .window = QColor(0x1b, 0x1e, 0x23),
        .surface = QColor(0x24, 0x28, 0x2e),
        .border = QColor(0x36, 0x3c, 0x45),
        .text = QColor(0xe7, 0xea, 0xee),
        .muted = QColor(0x9a, 0xa4, 0xb1),
        .accent = QColor(0x58, 0xa6, 0xff),
        .onAccent = QColor(0x0d, 0x1a, 0x2b),
        .selection = QColor(0x21, 0x36, 0x4f),
        .good = QColor(0x56, 0xc9, 0x8a),
        .goodFill = QColor(0x17, 0x3a, 0x28),
        .caution = QColor(0xe6, 0xb3, 0x5a),
        .cautionFill = QColor(0x3b, 0x2f, 0x16),
        .bad = QColor(0xff, 0x8f, 0x87),
        .badFill = QColor(0x42, 0x22, 0x22),
    };
}

Colors colorsFor(const QPalette &palette)
{
    // A role that no style sheet touches: "background" and "color" change a widget's own palette.
    constexpr int middle = 128;
    return palette.color(QPalette::Midlight).lightness() < middle ? darkColors() : lightColors();
}

QPalette paletteFrom(const Colors &colors)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) {
        palette.setColor(QPalette::All, role, color);
    };
    set(QPalette::Window, colors.window);
    set(QPalette::WindowText, colors.text);
    set(QPalette::Base, colors.surface);
    set(QPalette::AlternateBase, colors.window);
    set(QPalette::Text, colors.text);
    set(QPalette::PlaceholderText, colors.muted);
    set(QPalette::Button, colors.surface);
    set(QPalette::ButtonText, colors.text);
    set(QPalette::BrightText, colors.bad);
    set(QPalette::ToolTipBase, colors.surface);
    set(QPalette::ToolTipText, colors.text);
    set(QPalette::Highlight, colors.accent);
    set(QPalette::HighlightedText, colors.onAccent);
    set(QPalette::Link, colors.accent);
    set(QPalette::LinkVisited, colors.accent);
    set(QPalette::Light, colors.surface);
    set(QPalette::Midlight, colors.border);
    set(QPalette::Mid, colors.border);
    set(QPalette::Dark, colors.border);
    set(QPalette::Shadow, colors.border);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colors.muted);
    return palette;
}

QColor toneText(const Colors &colors, Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return colors.good;
    case Tone::Caution:
        return colors.caution;
    case Tone::Bad:
        return colors.bad;
    case Tone::Busy:
        return colors.accent;
    case Tone::Plain:
        break;
    }
    return colors.muted;
}

QColor toneFill(const Colors &colors, Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return colors.goodFill;
    case Tone::Caution:
        return colors.cautionFill;
    case Tone::Bad:
        return colors.badFill;
    case Tone::Busy:
        return colors.selection;
    case Tone::Plain:
        break;
    }
    return {};
}

std::vector<ColorPair> textPairs(const Colors &colors)
{
    return {
        {u"text on window"_s, colors.text, colors.window},
        {u"text on surface"_s, colors.text, colors.surface},
        {u"text on selection"_s, colors.text, colors.selection},
        {u"text on caution"_s, colors.text, colors.cautionFill},
        {u"text on bad"_s, colors.text, colors.badFill},
        {u"muted on window"_s, colors.muted, colors.window},
        {u"muted on surface"_s, colors.muted, colors.surface},
        {u"muted on selection"_s, colors.muted, colors.selection},
        {u"muted on caution"_s, colors.muted, colors.cautionFill},
        {u"accent on window"_s, colors.accent, colors.window},
        {u"accent on surface"_s, colors.accent, colors.surface},
        {u"text on accent"_s, colors.onAccent, colors.accent},
        {u"good on surface"_s, colors.good, colors.surface},
        {u"good chip"_s, colors.good, colors.goodFill},
        {u"caution on surface"_s, colors.caution, colors.surface},
        {u"caution chip"_s, colors.caution, colors.cautionFill},
        {u"bad on surface"_s, colors.bad, colors.surface},
        {u"bad chip"_s, colors.bad, colors.badFill},
        {u"link on bad"_s, colors.accent, colors.badFill},
        {u"busy chip"_s, colors.accent, colors.selection},
    };
}

/// WCAG 2.1, "relative luminance".
static double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace Sigen
