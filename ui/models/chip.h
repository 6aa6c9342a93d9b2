// A small coloured label: a state in one or two words. Colour is never the only carrier: the text says it as
// well.
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace Sigen {

/// What a state means to the user; the theme gives each a named colour for light and dark.
enum class Tone {
    Plain, ///< says nothing good or bad (outlined)
    Good,
    Caution,
    Bad,
    Busy, ///< under way
};

struct Chip
{
    QString text; ///< translated, short, safe to show as plain text
    Tone tone = Tone::Plain;
    QString accessibleText; ///< a whole sentence for screen readers, also fit for a tooltip; never empty
    bool operator==(const Chip &) const = default;
};

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::Chip)
