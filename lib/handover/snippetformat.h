// How a value is written in the formats of the snippets, so that it arrives as it is and nothing in it can
// end its own place: quotes, line ends and markers in a host name or serial stay part of the value. Pure.
#pragma once

#include <QString>
#include <QVariant>

#include <optional>

namespace Sigen {

enum class SnippetFormat {
    Yaml, ///< YAML 1.1 and 1.2
    Json,
    Env, ///< lines NAME=value, for a shell and for containers
    Things, ///< openHAB's text configuration
    Form, ///< fields that a person copies
};

/// The word of resources/snippets/index.json: "yaml", "json", "env", "things", "form".
std::optional<SnippetFormat> snippetFormat(const QString &name);

/// A text, a number, true or false, or a list of such (in Form an empty list is a dash). Yaml and Json give
/// every text back unchanged, lone surrogates excepted; the others, which are read line by line, with control
/// characters escaped.
QString formattedValue(const QVariant &value, SnippetFormat format);

/// As formattedValue(), with numbers as text: 502 → "502".
QString formattedText(const QVariant &value, SnippetFormat format);

/// One harmless line without quotes, for comments.
QString plainText(const QVariant &value);

} // namespace Sigen
