#include "protocol/requesttemplate.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString restKey = u"{rest}"_s;

const QRegularExpression &placeholder()
{
    static const QRegularExpression pattern(u"\\{([A-Za-z]+)(?::([a-z0-9]+))?\\}"_s);
    return pattern;
}

const QRegularExpression &wholePlaceholder()
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(placeholder().pattern()));
    return pattern;
}

QByteArray jsonOf(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(jsonOf(value));
}

/// The next thing in a JSON text: a string with its quotes, or a single byte of anything else.
QByteArrayView nextToken(QByteArrayView json)
{
    if (json.front() != '"')
        return json.first(1);
    qsizetype end = 1;
    while (end < json.size() && json.at(end) != '"')
        end += json.at(end) == '\\' ? 2 : 1;
    return json.first(std::min(end + 1, json.size()));
}

QString stringOf(QByteArrayView token)
{
    return QJsonDocument::fromJson('[' + token.toByteArray() + ']').array().at(0).toString();
}

/// The first object in \a json, without the blanks between its parts.
QByteArray compactObject(QByteArrayView json)
{
    QByteArray compact;
    for (int depth = 0; !json.isEmpty();) {
        const QByteArrayView token = nextToken(json);
        json = json.sliced(token.size());
        if (token.size() == 1 && QByteArrayView(" \t\r\n").contains(token.front()))
            continue;
        compact += token;
        if (token == "{" || token == "[")
            ++depth;
        else if ((token == "}" || token == "]") && --depth == 0)
            break;
    }
    return compact;
}

bool isKnown(const QString &name, const QString &transform)
{
    static const QStringList names{u"username"_s, u"password"_s, u"token"_s,     u"serial"_s, u"enabled"_s,
                                   u"port"_s,     u"time"_s,     u"requestId"_s, u"brace"_s};
    return names.contains(name)
        && (!transformed({}, transform).isNull() || (name == "time"_L1 && transform == "ms"_L1));
}

QJsonValue plainValue(const QString &name, const QString &transform, const RequestValues &values)
{
    if (name == "username"_L1)
        return values.username;
    if (name == "password"_L1)
        return values.password.reveal();
    if (name == "token"_L1)
        return values.token.reveal();
    if (name == "serial"_L1)
        return values.serial;
    if (name == "enabled"_L1)
        return values.enabled;
    if (name == "port"_L1)
        return values.port ? QJsonValue(*values.port) : QJsonValue(QJsonValue::Undefined);
    if (name == "time"_L1)
        return transform == "ms"_L1 ? values.time.toMSecsSinceEpoch() : values.time.toSecsSinceEpoch();
    if (name == "requestId"_L1)
        return values.requestId;
    return u"{"_s;
}

/// Undefined: it has no value.
QJsonValue valueOf(const QRegularExpressionMatch &found, const RequestValues &values)
{
    const QString transform = found.captured(2);
    const QJsonValue plain = plainValue(found.captured(1), transform, values);
    if (plain.isUndefined() || transform.isEmpty() || transform == "ms"_L1)
        return plain;
    return transformed(textOf(plain), transform);
}

/// Undefined: a placeholder in it has no value.
QJsonValue filledString(const QString &text, const RequestValues &values)
{
    if (const auto whole = wholePlaceholder().match(text); whole.hasMatch())
        return valueOf(whole, values);
    QString filled;
    qsizetype at = 0;
    for (const QRegularExpressionMatch &found : placeholder().globalMatch(text)) {
        const QJsonValue value = valueOf(found, values);
        if (value.isUndefined())
            return value;
        filled += text.mid(at, found.capturedStart() - at) + textOf(value);
        at = found.capturedEnd();
    }
    return QString(filled + text.mid(at));
}

/// All other members that were read, as they stand inside of an object.
QByteArray restOf(const QJsonObject &rest, const QStringList &own)
{
    QByteArray members;
    for (auto entry = rest.begin(); entry != rest.end(); ++entry) {
        if (!own.contains(entry.key()))
            members += jsonOf(entry.key()) + ':' + jsonOf(entry.value()) + ',';
    }
    return members;
}

void collectLeaves(const QJsonValue &value, const QStringList &steps, QList<TemplateLeaf> &leaves)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            collectLeaves(entry.value(), steps + QStringList{entry.key()}, leaves);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            collectLeaves(array.at(i), steps + QStringList{QString::number(i)}, leaves);
    } else if (!steps.isEmpty() && steps.constLast() == restKey) {
        leaves.append({JsonPointer(steps), value, u"rest"_s, {}});
    } else {
        const auto whole = wholePlaceholder().match(value.toString());
        leaves.append({JsonPointer(steps), value, whole.captured(1), whole.captured(2)});
    }
}

} // namespace

QString transformed(const QString &text, const QString &transform)
{
    const QByteArray bytes = text.toUtf8();
    const auto latin = [](const QByteArray &made) {
        return made.isNull() ? u""_s : QString::fromLatin1(made);
    };
    if (transform.isEmpty() || transform == "text"_L1)
        return text.isNull() ? u""_s : text;
    if (transform == "hex"_L1)
        return latin(bytes.toHex());
    if (transform == "base64"_L1)
        return latin(bytes.toBase64());
    if (transform == "md5"_L1)
        return latin(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
    if (transform == "sha256"_L1)
        return latin(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    return {};
}

std::optional<RequestTemplate> RequestTemplate::parse(const QByteArray &json, QString *reason)
{
    RequestTemplate made;
    made.m_json = compactObject(json);
    if (!QJsonDocument::fromJson(made.m_json).isObject()) {
        *reason = u"must be an object."_s;
        return std::nullopt;
    }
    for (QByteArrayView left = made.m_json; !left.isEmpty();) {
        const QByteArrayView token = nextToken(left);
        left = left.sliced(token.size());
        if (token.front() != '"')
            continue;
        const QString text = stringOf(token);
        const bool isKey = left.front() == ':';
        if (isKey && text == restKey) {
            // Only what stands in front of it is known to be the template's own.
            if (!left.startsWith(":\"\"}") || made.m_names.contains("rest"_L1)) {
                *reason = u"may have \"{rest}\": \"\" once, as the last member of an object."_s;
                return std::nullopt;
            }
            made.m_names.append(u"rest"_s);
            continue;
        }
        for (const QRegularExpressionMatch &found : placeholder().globalMatch(text)) {
            if (isKey || !isKnown(found.captured(1), found.captured(2))) {
                *reason =
                    u"has \"%1\", which is no placeholder that can stand there."_s.arg(found.captured());
                return std::nullopt;
            }
            made.m_names.append(found.captured(1));
        }
    }
    return made;
}

QByteArray RequestTemplate::filled(const RequestValues &values) const
{
    QByteArray frame;
    QList<QStringList> own; // the keys so far of each object that is open
    for (QByteArrayView left = m_json; !left.isEmpty();) {
        const QByteArrayView token = nextToken(left);
        left = left.sliced(token.size());
        if (token == "{")
            own.append(QStringList());
        else if (token == "}")
            own.removeLast();
        if (token.front() != '"') {
            frame += token;
            continue;
        }
        const QString text = stringOf(token);
        if (left.front() == ':' && text == restKey) {
            frame += restOf(values.rest, own.constLast());
            if (frame.endsWith(','))
                frame.chop(1);
            left = left.sliced(3); // :""
            continue;
        }
        if (left.front() == ':')
            own.last().append(text);
        if (!text.contains(u'{')) {
            frame += token;
            continue;
        }
        const QJsonValue value = filledString(text, values);
        if (value.isUndefined())
            return {};
        frame += jsonOf(value);
    }
    return frame;
}

QList<TemplateLeaf> RequestTemplate::leaves() const
{
    QList<TemplateLeaf> leaves;
    if (!isEmpty())
        collectLeaves(QJsonDocument::fromJson(m_json).object(), {}, leaves);
    return leaves;
}

QStringList RequestTemplate::secretKeys() const
{
    static const QRegularExpression secret(u"\\{(?:password|token)[:}]"_s);
    static const QRegularExpression index(u"\\A[0-9]+\\z"_s);
    QStringList keys;
    for (const TemplateLeaf &leaf : leaves()) {
        QStringList steps = leaf.at.steps();
        while (steps.size() > 1 && index.match(steps.constLast()).hasMatch())
            steps.removeLast(); // in a list: what holds the list
        if (secret.match(leaf.value.toString()).hasMatch())
            keys.append(steps.constLast());
    }
    return keys;
}

QList<Secret> RequestTemplate::digests(const RequestValues &values) const
{
    QList<Secret> digests;
    static const QRegularExpression digest(u"\\{(password|token):(md5|sha256)\\}"_s);
    for (const QRegularExpressionMatch &found : digest.globalMatch(QString::fromUtf8(m_json)))
        digests.append(Secret(valueOf(found, values).toString()));
    return digests;
}

} // namespace Sigen
