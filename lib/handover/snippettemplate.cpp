#include "handover/snippettemplate.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class TemplateFiller
{
public:
    TemplateFiller(const QString &text, SnippetFormat format, const QVariantMap &values)
        : m_lines(text.split(u'\n'))
        , m_format(format)
        , m_values(values)
    {
        if (m_lines.constLast().isEmpty()) // the last line's end begins no line
            m_lines.removeLast();
    }

    QString fill()
    {
        QString filled;
        for (m_at = 0; m_at < m_lines.size() && m_reason.isEmpty(); ++m_at) {
            const auto marker = openingMarker(m_lines.at(m_at));
            filled += marker ? filledBlock(marker->first, marker->second) : filledLine(m_at, m_values);
        }
        return filled;
    }

    const QString &reason() const { return m_reason; }

private:
    using Marker = std::pair<QString, QString>; ///< kind and name

    static std::optional<Marker> openingMarker(const QString &line)
    {
        static const QRegularExpression opening(u"\\A\\s*\\{\\{#(each|if) ([A-Za-z.]+)\\}\\}\\s*\\z"_s);
        const auto match = opening.match(line);
        return match.hasMatch() ? std::optional(Marker(match.captured(1), match.captured(2))) : std::nullopt;
    }

    void fail(qsizetype line, const QString &reason)
    {
        if (m_reason.isEmpty())
            m_reason = u"line %1: %2"_s.arg(line + 1).arg(reason);
    }

    QString filledBlock(const QString &kind, const QString &name)
    {
        const qsizetype begin = m_at + 1;
        const qsizetype end = m_lines.indexOf(u"{{/%1}}"_s.arg(kind), begin);
        if (end < 0) {
            fail(m_at, u"the block is never closed"_s);
            return {};
        }
        const QVariant value = valueOf(name, m_at, m_values);
        m_at = end;

        QString filled;
        const auto addLines = [&](const QVariantMap &values) {
            for (qsizetype line = begin; line < end; ++line)
                filled += filledLine(line, values);
        };
        if (kind == "if"_L1) {
            if (!value.toList().isEmpty() || !value.toString().isEmpty())
                addLines(m_values);
            return filled;
        }
        qlonglong number = 0;
        for (const QVariant &item : value.toList()) {
            QVariantMap values = m_values;
            values.insert(u"item"_s, item);
            values.insert(u"number"_s, ++number);
            addLines(values);
        }
        return filled;
    }

    QString filledLine(qsizetype at, const QVariantMap &values)
    {
        static const QRegularExpression placeholder(u"\\{\\{([A-Za-z0-9.]+)(?::([a-z]+))?\\}\\}"_s);
        const QString &line = m_lines.at(at);
        QString filled;
        qsizetype done = 0;
        auto matches = placeholder.globalMatch(line);
        const auto addLiteral = [&](qsizetype end) {
            const QString literal = line.mid(done, end - done);
            if (literal.contains("{{"_L1) || literal.contains("}}"_L1))
                fail(at, u"what stands in braces is neither a value nor a marker on a line of its own"_s);
            filled += literal;
        };
        while (matches.hasNext()) {
            const auto match = matches.next();
            addLiteral(match.capturedStart());
            filled += written(valueOf(match.captured(1), at, values), match.captured(2), at);
            done = match.capturedEnd();
        }
        addLiteral(line.size());
        return filled + u'\n';
    }

    QVariant valueOf(const QString &name, qsizetype line, const QVariantMap &values)
    {
        QVariant value = values;
        for (const QString &part : name.split(u'.'))
            value = value.toMap().value(part);
        if (!value.isValid())
            fail(line, u"there is no value \"%1\""_s.arg(name));
        return value;
    }

    QString written(const QVariant &value, const QString &manner, qsizetype line)
    {
        if (manner.isEmpty())
            return formattedValue(value, m_format);
        if (manner == "quoted"_L1)
            return formattedText(value, m_format);
        if (manner == "plain"_L1)
            return plainText(value);
        if (manner == "url"_L1)
            return QString::fromLatin1(QUrl::toPercentEncoding(plainText(value)));
        fail(line, u"\"%1\" is no manner of writing a value"_s.arg(manner));
        return {};
    }

    QStringList m_lines;
    SnippetFormat m_format;
    const QVariantMap &m_values;
    qsizetype m_at = 0;
    QString m_reason;
};

} // namespace

std::optional<QString> filledTemplate(const QString &text, SnippetFormat format, const QVariantMap &values,
                                      QString *reason)
{
    TemplateFiller filler(text, format, values);
    const QString filled = filler.fill();
    *reason = filler.reason();
    return reason->isEmpty() ? std::optional(filled) : std::nullopt;
}

} // namespace Sigen
