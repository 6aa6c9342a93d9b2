// The settings for one tool, filled in for one plant.
#pragma once

#include "handover/handoverfacts.h"
#include "handover/snippetcatalog.h"

#include <QString>
#include <QStringList>

namespace Sigen {

struct Snippet
{
    QString text; ///< ends in a line feed; UTF-8 is the encoding to save it in
    QString fileName; ///< to suggest
    QStringList remarks; ///< what is assumed or was not tested; translated; the text says it, too
};

/// Pure. Whatever the facts hold is written so that it stays a value in the tool's format.
Snippet makeSnippet(const SnippetDefinition &definition, const HandoverFacts &facts);

} // namespace Sigen
