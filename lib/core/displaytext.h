// Text that came from the network, made safe to show: on a terminal, in a label, in a report.
#pragma once

#include <QString>

namespace Sigen {

/// Longest text from the network that is shown, in UTF-16 units.
inline constexpr qsizetype maximumDisplayLength = 256;

/// Control characters (C0, C1, DEL), line and paragraph separators, bidirectional controls, other invisible
/// format characters and unpaired surrogates become \xNN or \u{NNNN}; a text longer than \a maximumLength is
/// cut and ends in an ellipsis. Never longer than \a maximumLength; never splits an escape or a surrogate
/// pair.
QString displayText(const QString &fromNetwork, qsizetype maximumLength = maximumDisplayLength);

} // namespace Sigen
