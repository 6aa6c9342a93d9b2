// Fills a snippet's template in. The language is described in resources/snippets/README.md: placeholders,
// lines that are repeated for a list, lines that are kept on a condition; nothing else. Pure.
#pragma once

#include "handover/snippetformat.h"

#include <QString>
#include <QVariantMap>

#include <optional>

namespace Sigen {

/// The filled template, or nothing and in \a reason (not null) what is wrong with it, with its line. Values
/// are inserted as \a format has them and never read as template text.
std::optional<QString> filledTemplate(const QString &text, SnippetFormat format, const QVariantMap &values,
                                      QString *reason);

} // namespace Sigen
