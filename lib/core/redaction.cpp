#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Shorter values occur in ordinary words; they are masked under their keys only.
static constexpr qsizetype shortestMaskedValue = 4;

/// How often escapes are undone in a frame that is no JSON. JSON inside JSON inside JSON is as far as anyone
/// goes; a text that is not plain by then is masked whole, since each turn costs a pass over up to 1 MiB.
static constexpr int mostUnescapes = 4;

static QString jsonEscaped(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(2, array.size() - 4)); // without [" and "]
}

/// One level of JSON escapes undone, as far as they are well-formed.
static QString unescaped(const QString &text)
{
    static const QString letters = u"bfnrt"_s, meanings = u"\b\f\n\r\t"_s;
    constexpr qsizetype codeLength = 4;
    QString plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) != u'\\' || at + 1 == text.size()) {
            plain += text.at(at);
            continue;
        }
        const QChar escape = text.at(++at);
        bool isCode = false;
        ushort code = 0;
        if (escape == u'u' && at + codeLength < text.size())
            code = QStringView(text).mid(at + 1, codeLength).toUShort(&isCode, 16);
        if (isCode) {
            plain += QChar(code);
            at += codeLength;
        } else {
            const qsizetype letter = letters.indexOf(escape);
            plain += letter < 0 ? escape : meanings.at(letter);
        }
    }
    return plain;
}

/// Loose, because what only looks like it is treated with more suspicion, not less.
static bool looksLikeJson(const QString &text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    return (trimmed.startsWith(u'{') || trimmed.startsWith(u'[')) && trimmed.contains(u'"');
}

Redactor::Redactor(QStringList secretKeys)
    : m_keys(std::move(secretKeys))
{
    m_keys.removeAll(QString());
}

QString Redactor::mask()
{
    return u"***"_s;
}

void Redactor::add(const Secret &secret)
{
    if (secret.reveal().size() < shortestMaskedValue || m_secrets.contains(secret))
        return;
    // A secret that is part of another one must not be masked first: the rest of the longer would stay.
    const auto isLonger = [&secret](const Secret &each) {
        return each.reveal().size() >= secret.reveal().size();
    };
    m_secrets.insert(std::partition_point(m_secrets.cbegin(), m_secrets.cend(), isLonger), secret);
}

QString Redactor::sentence(QString text) const
{
    for (const Secret &secret : m_secrets) {
        text.replace(jsonEscaped(secret.reveal()), mask());
        text.replace(secret.reveal(), mask());
    }
    return text;
}

QJsonValue Redactor::masked(const QJsonValue &value) const
{
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array[i] = masked(array.at(i));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            if (!m_keys.contains(entry.key(), Qt::CaseInsensitive))
                entry.value() = masked(entry.value());
            else if (!entry.value().isNull())
                entry.value() = mask();
        }
        return object;
    }
    if (value.isString()) {
        const QString text = value.toString();
        return looksLikeJson(text) ? frame(text) : sentence(text);
    }
    return value;
}

/// Empty: \a text is no JSON object or array.
std::optional<QString> Redactor::maskedJson(const QString &text) const
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    QJsonDocument clean;
    if (document.isObject())
        clean.setObject(masked(document.object()).toObject());
    else if (document.isArray())
        clean.setArray(masked(document.array()).toArray());
    else
        return std::nullopt;
    // Once more over the whole: a secret may be a number, or an object's key.
    return sentence(QString::fromUtf8(clean.toJson(QJsonDocument::Compact)));
}

QString Redactor::frame(const QString &text) const
{
    const std::optional<QString> json = maskedJson(text);
    return json ? *json : brokenFrame(text);
}

QString Redactor::brokenFrame(const QString &text) const
{
    QString kept = sentence(text);
    for (const Secret &secret : m_secrets) {
        for (const QString &form : {secret.reveal(), jsonEscaped(secret.reveal())}) {
            qsizetype length = form.size() - 1;
            while (length >= shortestMaskedValue && !kept.endsWith(QStringView(form).left(length)))
                --length;
            if (length >= shortestMaskedValue)
                kept = kept.chopped(length) + mask();
        }
    }

    qsizetype keyEnd = kept.size();
    const qsizetype key = firstKey(kept, &keyEnd);
    if (hidesSecret(kept.left(key)))
        return mask();
    return keyEnd < kept.size() ? QString(kept.left(keyEnd) + mask()) : kept;
}

/// Where the first secret key begins, and in \a keyEnd where it ends; the text's end when there is none.
qsizetype Redactor::firstKey(const QString &text, qsizetype *keyEnd) const
{
    qsizetype first = text.size();
    *keyEnd = text.size();
    for (const QString &key : m_keys) {
        const qsizetype at = text.indexOf(key, 0, Qt::CaseInsensitive);
        if (at >= 0 && at < first) {
            first = at;
            *keyEnd = at + key.size();
        }
    }
    return first;
}

/// Would undoing escapes bring a secret or the key of one to light?
bool Redactor::hidesSecret(QString text) const
{
    for (int turn = 0; turn < mostUnescapes; ++turn) {
        const QString plain = unescaped(text);
        if (plain == text)
            return false;
        text = plain;
        qsizetype ignored = 0;
        if (firstKey(text, &ignored) < text.size() || sentence(text) != text)
            return true;
    }
    return unescaped(text) != text;
}

QString shortenedSerial(const QString &serial)
{
    if (serial.size() < 10)
        return serial.isEmpty() ? QString() : u"…"_s;
    return serial.left(4) + u"…"_s + serial.right(4);
}

QString shortenedMac(const QString &mac)
{
    constexpr qsizetype vendorBlock = 10; // seven hex digits and three colons
    return mac.size() <= vendorBlock ? mac : QString(mac.left(vendorBlock) + u"…"_s);
}

} // namespace Sigen
