// The tools for which there is a snippet (resources/snippets/index.json).
#pragma once

#include "handover/snippetformat.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

struct SnippetDefinition
{
    QString id; ///< [a-z0-9-]+, for example "evcc"
    QString title; ///< English; snippetTitle() translates
    QString note; ///< English; snippetNote() translates
    SnippetFormat format = SnippetFormat::Form;
    QString text; ///< the template
    QString fileName; ///< to suggest when saving
    QString source; ///< where the format comes from
    QStringList registers; ///< keys of the register table that the template lists; may be empty
    std::optional<quint16> onlyPort; ///< the one Modbus port that the tool can use
};

/// The built-in tools, in the order in which they are shown.
const QList<SnippetDefinition> &snippetDefinitions();
/// Null when there is none.
const SnippetDefinition *findSnippetDefinition(const QString &id);

QString snippetTitle(const SnippetDefinition &definition);
/// One line: where it goes.
QString snippetNote(const SnippetDefinition &definition);

/// Titles and notes as the translations know them; a test holds the index against it.
QStringList translatableSnippetTexts();

} // namespace Sigen
