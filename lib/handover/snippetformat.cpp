#include "handover/snippetformat.h"

#include "core/displaytext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class FormatText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::Snippets)
};

} // namespace

/// Longest text in a format that is read line by line: room for the longest sentence of ours.
static constexpr qsizetype longestLine = 1000;

std::optional<SnippetFormat> snippetFormat(const QString &name)
{
    if (name == "yaml"_L1)
        return SnippetFormat::Yaml;
    if (name == "json"_L1)
        return SnippetFormat::Json;
    if (name == "env"_L1)
        return SnippetFormat::Env;
    if (name == "things"_L1)
        return SnippetFormat::Things;
    if (name == "form"_L1)
        return SnippetFormat::Form;
    return std::nullopt;
}

static QString hex(char32_t code, int digits)
{
    return QString::number(uint(code), 16).rightJustified(digits, u'0');
}

/// In double quotes, everything but printable ASCII as \u: valid in all three formats, and what is pasted
/// stays the same in whatever encoding.
static QString quoted(const QString &text, SnippetFormat format)
{
    constexpr char32_t replacement = 0xFFFD; // a lone surrogate is no character
    QString result(u'"');
    for (char32_t code : text.toUcs4()) {
        if (code >= 0xD800 && code <= 0xDFFF)
            code = replacement;
        if (code == U'\n') {
            result += "\\n"_L1;
        } else if (code == U'"' || code == U'\\') {
            result += u'\\';
            result += QChar(char16_t(code));
        } else if (code >= 0x20 && code < 0x7F) {
            result += QChar(char16_t(code));
        } else if (code < 0x10000) {
            result += "\\u"_L1 + hex(code, 4);
        } else if (format == SnippetFormat::Yaml) {
            result += "\\U"_L1 + hex(code, 8); // YAML does not join surrogates
        } else {
            result +=
                "\\u"_L1 + hex(QChar::highSurrogate(code), 4) + "\\u"_L1 + hex(QChar::lowSurrogate(code), 4);
        }
    }
    return result + u'"';
}

/// Unquoted where no reader of YAML can take it for anything but a text: words and dotted quads. (A name may
/// look like a number, a time or a truth value, so names with digits in front and the reserved words are
/// quoted.)
static QString yamlText(const QString &text)
{
    static const QRegularExpression plain(
        u"\\A(?:[A-Za-z][A-Za-z0-9_.-]*|[0-9]{1,3}(?:\\.[0-9]{1,3}){3})\\z"_s);
    static const QRegularExpression reserved(u"\\A(?:y|n|yes|no|true|false|on|off|null|nan|inf)\\z"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    if (plain.match(text).hasMatch() && !reserved.match(text).hasMatch())
        return text;
    return quoted(text, SnippetFormat::Yaml);
}

/// Unquoted where a shell and a container's plain list of variables read the same; else in the shell's strong
/// quotes.
static QString envText(const QString &text)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_.,:%@/+-]+\\z"_s);
    if (plain.match(text).hasMatch())
        return text;
    QString inside = displayText(text, longestLine);
    inside.replace(u'\'', "'\\''"_L1);
    return u'\'' + inside + u'\'';
}

static QString textIn(const QString &text, SnippetFormat format)
{
    switch (format) {
    case SnippetFormat::Yaml:
        return yamlText(text);
    case SnippetFormat::Json:
        return quoted(text, format);
    case SnippetFormat::Env:
        return envText(text);
    case SnippetFormat::Things:
        return quoted(displayText(text, longestLine), format);
    case SnippetFormat::Form:
        return displayText(text, longestLine);
    }
    return {};
}

static bool isText(const QVariant &value)
{
    return value.typeId() == QMetaType::QString;
}

static QString listIn(const QVariantList &list, SnippetFormat format)
{
    QStringList entries;
    for (const QVariant &entry : list)
        entries += formattedValue(entry, format);
    switch (format) {
    case SnippetFormat::Yaml:
    case SnippetFormat::Json:
        return u'[' + entries.join(", "_L1) + u']';
    case SnippetFormat::Env:
        return entries.join(u',');
    case SnippetFormat::Things:
    case SnippetFormat::Form:
        break;
    }
    return entries.isEmpty() ? FormatText::tr("(leave empty)", "a field of a form") : entries.join(", "_L1);
}

QString formattedValue(const QVariant &value, SnippetFormat format)
{
    if (value.typeId() == QMetaType::QVariantList)
        return listIn(value.toList(), format);
    if (isText(value))
        return textIn(value.toString(), format);
    if (value.typeId() == QMetaType::Bool)
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.typeId() == QMetaType::Double) {
        constexpr int digits = 10; // no trace of the binary fraction
        return QString::number(value.toDouble(), 'g', digits);
    }
    return QString::number(value.toLongLong());
}

QString formattedText(const QVariant &value, SnippetFormat format)
{
    const QString text = isText(value) ? value.toString() : formattedValue(value, SnippetFormat::Form);
    // Always in quotes: the point is that it must not be read as a number.
    const bool hasQuotes = format == SnippetFormat::Yaml || format == SnippetFormat::Json;
    return hasQuotes ? quoted(text, format) : textIn(text, format);
}

QString plainText(const QVariant &value)
{
    return displayText(isText(value) ? value.toString() : formattedValue(value, SnippetFormat::Form),
                       longestLine);
}

} // namespace Sigen
