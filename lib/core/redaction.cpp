#include "core/redaction.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Shorter values occur inside ordinary words.
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

/// Without an escape at the end that was broken off: what is left of it would stand behind a secret's first
/// part.
static QString withoutCutEscape(const QString &text)
{
    constexpr qsizetype codeLength = 4;
    qsizetype at = text.lastIndexOf(u'\\');
    if (at < 0 || text.size() - at > codeLength + 1)
        return text;
    const QStringView rest = QStringView(text).sliced(at + 1);
    const auto isDigit = [](QChar c) { return c.isDigit() || QStringView(u"abcdefABCDEF").contains(c); };
    if (!rest.isEmpty() && (rest.first() != u'u' || !std::all_of(rest.begin() + 1, rest.end(), isDigit)))
        return text;
    constexpr qsizetype mostBackslashes = 1 << mostUnescapes; // each level of escapes doubles them
    for (qsizetype count = 1; count < mostBackslashes && at > 0 && text.at(at - 1) == u'\\'; ++count)
        --at;
    return text.first(at);
}

/// Browsers and servers differ in what they encode, so a secret's own encoded form does not find them all.
static QString percentDecoded(const QString &text)
{
    return text.contains(u'%') ? QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8())) : text;
}

static QString formDecoded(const QString &text)
{
    return text.contains(u'+') ? percentDecoded(QString(text).replace(u'+', u' ')) : text;
}

/// The characters that a web page's "&lt;" and "&#60;" stand for.
static QString entitiesDecoded(const QString &text)
{
    static const QHash<QString, char32_t> names{
        {u"amp"_s, U'&'}, {u"lt"_s, U'<'}, {u"gt"_s, U'>'}, {u"quot"_s, U'"'}, {u"apos"_s, U'\''}};
    constexpr qsizetype longestName = 10;
    QString plain;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 1)) {
        const qsizetype length = QStringView(text).mid(at + 1, longestName).indexOf(u';');
        if (length < 1)
            continue;
        QString name = text.mid(at + 1, length);
        bool isNumber = name.startsWith(u'#');
        char32_t character = names.value(name);
        if (isNumber) {
            const bool isHex = name.startsWith("#x"_L1, Qt::CaseInsensitive);
            character = name.mid(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
        }
        if (character == 0 || character > QChar::LastValidCodePoint)
            continue;
        plain += QStringView(text).mid(done, at - done);
        plain += QString::fromUcs4(&character, 1);
        done = at + length + 2;
    }
    return done == 0 ? text : plain + QStringView(text).mid(done);
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

/// How much deeper one value may lie: whoever sends the text decides on its depth, and each level is a call.
class Redactor::Budget
{
public:
    bool isSpent() const { return m_containers == 0 || m_texts == 0; }
    Budget inContainer() const { return {m_containers - 1, m_texts}; }
    /// JSON that travels as a string inside JSON.
    Budget inText() const { return {m_containers, m_texts - 1}; }

    static Budget whole() { return {64, mostUnescapes}; }

private:
    Budget(int containers, int texts)
        : m_containers(containers)
        , m_texts(texts)
    { }

    int m_containers;
    int m_texts;
};

void Redactor::addForm(const QString &form)
{
    const Secret added(form);
    if (m_forms.contains(added))
        return;
    // A secret that is part of another one must not be masked first: the rest of the longer would stay.
    const auto isLonger = [&form](const Secret &each) { return each.reveal().size() >= form.size(); };
    m_forms.insert(std::partition_point(m_forms.cbegin(), m_forms.cend(), isLonger), added);
}

void Redactor::addEncodings(const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    const QByteArray hex = bytes.toHex();
    const QByteArray percent = bytes.toPercentEncoding();
    const QByteArray base64 = bytes.toBase64(), base64Url = bytes.toBase64(QByteArray::Base64UrlEncoding);
    for (const QByteArray &form : {hex, hex.toUpper(), percent, percent.toLower(), base64, base64Url})
        addForm(QString::fromLatin1(form));
    // Inside of something longer ("user:password") three bytes may begin anywhere; what then depends on the
    // neighbours is left out at both ends.
    constexpr qsizetype shortestTelling = 5;
    for (qsizetype before = 0; before < 3; ++before) {
        const qsizetype bits = (before + bytes.size()) * 8;
        const qsizetype from = (before * 8 + 5) / 6;
        for (const auto option : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const QByteArray whole = QByteArray(before, '\0') + bytes;
            const QByteArray form = whole.toBase64(option).first(bits / 6).sliced(from);
            if (form.size() >= shortestTelling)
                addForm(QString::fromLatin1(form));
        }
    }
}

void Redactor::add(const Secret &secret)
{
    for (const QString &form : {secret.reveal(), secret.reveal().trimmed()}) {
        if (form.size() >= shortestMaskedValue) {
            addEncodings(form);
            addForm(form);
            addForm(jsonEscaped(form));
            addForm(QString::fromLatin1(form.toUtf8())); // as a Modbus register has it
        } else if (!form.isEmpty() && !m_words.contains(Secret(form))) {
            m_words.append(Secret(form));
        }
    }
}

/// Where \a needle stands in \a text, which is left as it is in between. Built anew: each replacement in
/// place would move all that follows, and whoever sends the text decides on their number.
template <typename LengthOfHit>
static QString replaced(const QString &text, const QString &needle, LengthOfHit lengthOfHit)
{
    QString clean;
    qsizetype kept = 0;
    for (qsizetype at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at)) {
        const qsizetype length = lengthOfHit(at);
        if (length == 0) {
            ++at;
            continue;
        }
        clean += QStringView(text).mid(kept, at - kept);
        clean += Redactor::mask();
        at += length;
        kept = at;
    }
    return kept == 0 ? text : clean + QStringView(text).mid(kept);
}

QString Redactor::withoutForms(QString text) const
{
    // A long one is known by its beginning, as far as it goes: searching for the whole could take its length
    // for every character of the text.
    constexpr qsizetype telling = 64;
    for (const Secret &secret : m_forms) {
        const QString &form = secret.reveal();
        text = replaced(text, form.left(telling), [&](qsizetype at) {
            const QStringView rest = QStringView(text).mid(at);
            const auto [end, ignored] = std::mismatch(rest.begin(), rest.end(), form.begin(), form.end());
            return qsizetype(end - rest.begin());
        });
    }
    return text;
}

QString Redactor::withoutKnown(const QString &text) const
{
    QString kept = withoutForms(text);
    for (const Secret &word : m_words) {
        const qsizetype length = word.reveal().size();
        const auto isPartOfWord = [&kept](qsizetype at) {
            return at >= 0 && at < kept.size() && kept.at(at).isLetterOrNumber();
        };
        kept = replaced(kept, word.reveal(), [&](qsizetype at) {
            return isPartOfWord(at - 1) || isPartOfWord(at + length) ? 0 : length;
        });
    }
    return kept;
}

QString Redactor::withoutTail(QString text) const
{
    for (const Secret &form : m_forms) {
        qsizetype length = std::min(form.reveal().size() - 1, text.size());
        while (length >= shortestMaskedValue && !text.endsWith(QStringView(form.reveal()).left(length)))
            --length;
        if (length >= shortestMaskedValue)
            text = text.chopped(length) + mask();
    }
    return text;
}

QString Redactor::withoutHead(QString text) const
{
    for (const Secret &form : m_forms) {
        qsizetype length = std::min(form.reveal().size() - 1, text.size());
        while (length >= shortestMaskedValue && !text.startsWith(QStringView(form.reveal()).right(length)))
            --length;
        if (length >= shortestMaskedValue)
            text = mask() + text.sliced(length);
    }
    return text;
}

QString Redactor::sentence(const QString &text) const
{
    if (text.size() > longestSentence)
        return fragment(text.left(longestSentence));
    const QString kept = withoutKnown(text);
    return hides(Hidden::Values, kept) ? mask() : kept;
}

QString Redactor::fragment(const QString &text) const
{
    const QString kept = withoutTail(withoutKnown(text.left(longestSentence)));
    return hides(Hidden::Values, kept) ? mask() : kept;
}

QString Redactor::piece(const QString &text) const
{
    const bool isMiddle = std::any_of(m_forms.cbegin(), m_forms.cend(), [&text](const Secret &form) {
        return text.size() >= shortestMaskedValue && form.reveal().contains(text);
    });
    return isMiddle ? mask() : withoutHead(fragment(text));
}

/// The longest run of bytes from \a at on that stands anywhere in \a secret.
static qsizetype sharedRun(const QByteArray &bytes, qsizetype at, const QByteArray &secret)
{
    qsizetype longest = 0;
    for (qsizetype start = 0; start < secret.size() - longest; ++start) {
        const QByteArrayView here = QByteArrayView(bytes).sliced(at);
        const QByteArrayView there = QByteArrayView(secret).sliced(start);
        const auto [end, ignored] = std::mismatch(here.begin(), here.end(), there.begin(), there.end());
        longest = std::max(longest, qsizetype(end - here.begin()));
    }
    return longest;
}

QString Redactor::hexDump(const QString &dump) const
{
    // Four bytes that a number and a password share by chance are not worth hiding a register for.
    constexpr qsizetype longerPart = 6;
    constexpr qsizetype width = 3; // two digits and a blank
    QList<QByteArray> secrets;
    for (const Secret &form : m_forms)
        secrets.append(form.reveal().toUtf8());
    QByteArray bytes;
    for (qsizetype at = 0; at + 2 <= dump.size(); at += width) {
        bool isHex = false;
        const ushort byte = QStringView(dump).sliced(at, 2).toUShort(&isHex, 16);
        if (!isHex)
            break;
        bytes.append(static_cast<char>(byte));
    }
    QString clean = dump;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        qsizetype hidden = 0;
        for (const QByteArray &secret : std::as_const(secrets)) {
            const qsizetype run = sharedRun(bytes, at, secret);
            if (run >= std::min(longerPart, secret.size()))
                hidden = std::max(hidden, run);
        }
        for (qsizetype each = at; each < at + hidden; ++each)
            clean.replace(each * width, 2, "**"_L1);
        at += std::max<qsizetype>(0, hidden - 1);
    }
    return clean;
}

QJsonValue Redactor::masked(const QJsonValue &value, const Budget &budget) const
{
    if (value.isString()) {
        const QString text = value.toString();
        if (looksLikeJson(text))
            return innerFrame(text, budget.inText());
        const QString kept = withoutKnown(text);
        return hides(Hidden::Values, kept) ? mask() : kept;
    }
    if (!value.isArray() && !value.isObject())
        return value;
    if (budget.isSpent())
        return mask();
    // Built anew: a string that is assigned into its container copies the whole of it each time.
    if (value.isArray()) {
        QJsonArray clean;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            clean.append(masked(element, budget.inContainer()));
        return clean;
    }
    QJsonObject clean;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const bool isSecret = m_keys.contains(entry.key(), Qt::CaseInsensitive);
        if (isSecret && !entry.value().isNull())
            clean.insert(entry.key(), mask());
        else
            clean.insert(entry.key(), masked(entry.value(), budget.inContainer()));
    }
    return clean;
}

/// Empty: \a text is no JSON object or array.
std::optional<QString> Redactor::maskedJson(const QString &text, const Budget &budget) const
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    QJsonDocument clean;
    if (document.isObject())
        clean.setObject(masked(document.object(), budget).toObject());
    else if (document.isArray())
        clean.setArray(masked(document.array(), budget).toArray());
    else
        return std::nullopt;
    // Once more over the whole: a secret may be a number, or an object's key.
    return withoutForms(QString::fromUtf8(clean.toJson(QJsonDocument::Compact)));
}

QString Redactor::innerFrame(const QString &text, const Budget &budget) const
{
    if (budget.isSpent())
        return mask();
    const std::optional<QString> json = maskedJson(text, budget);
    return json ? *json : brokenFrame(text);
}

QString Redactor::frame(const QString &text) const
{
    return text.size() > longestFrame ? brokenFrame(text.left(longestFrame))
                                      : innerFrame(text, Budget::whole());
}

QString Redactor::brokenFrame(const QString &text) const
{
    const QString kept = withoutTail(withoutKnown(text));
    qsizetype keyEnd = kept.size();
    const qsizetype key = firstKey(kept, &keyEnd);
    if (hides(Hidden::ValuesAndKeys, kept.left(key)))
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

/// Would undoing escapes, or the encoding of a URL, a form or a web page, bring a secret or the key of one to
/// light?
bool Redactor::hides(Hidden what, QString text) const
{
    const auto shows = [&](const QString &plain) {
        qsizetype ignored = 0;
        return (what == Hidden::ValuesAndKeys && firstKey(plain, &ignored) < plain.size())
            || withoutTail(withoutKnown(plain)) != plain;
    };
    text = withoutCutEscape(text);
    for (int turn = 0; turn < mostUnescapes; ++turn) {
        for (const auto &decoded : {percentDecoded(text), formDecoded(text), entitiesDecoded(text)}) {
            if (decoded != text && shows(decoded))
                return true;
        }
        const QString plain = unescaped(text);
        if (plain == text)
            return false;
        text = plain;
        if (shows(text))
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
