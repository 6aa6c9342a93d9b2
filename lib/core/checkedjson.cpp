#include "core/checkedjson.h"

#include "core/jsonvalue.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

CheckedJson::CheckedJson(const QByteArray &text, qsizetype maximumSize)
{
    if (text.size() > maximumSize) {
        fail(1, u"The file is longer than %1 bytes."_s.arg(maximumSize));
        return;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        fail(JsonLines::lineAt(text, error.offset), u"This is not JSON: %1."_s.arg(error.errorString()));
        return;
    }
    if (!document.isObject()) {
        fail(1, u"The file must be a JSON object."_s);
        return;
    }
    m_text = text;
    m_root = document.object();
    m_lines = JsonLines(text);
    if (m_lines.duplicateLine() > 0)
        fail(m_lines.duplicateLine(), u"The key \"%1\" occurs twice."_s.arg(m_lines.duplicate()));
}

void CheckedJson::fail(int line, const QString &reason)
{
    if (failed())
        return;
    m_failedLine = line;
    m_reason = reason;
}

CheckedJson::Object::Object(CheckedJson *file, QString path, QJsonObject object)
    : m_file(file)
    , m_path(std::move(path))
    , m_object(std::move(object))
{ }

QString CheckedJson::Object::pathOf(const QString &key) const
{
    return m_path.isEmpty() ? key : QString(m_path + u'.' + key);
}

QJsonValue CheckedJson::Object::value(const QString &key) const
{
    QJsonValue found = m_object.value(key);
    if (found.isUndefined())
        m_file->fail(m_file->m_lines.line(m_path), u"The key \"%1\" is missing."_s.arg(pathOf(key)));
    return found;
}

void CheckedJson::Object::refuse(const QString &key, const QString &reason) const
{
    const QString path = pathOf(key);
    m_file->fail(m_file->m_lines.line(path), u"\"%1\" %2"_s.arg(path, reason));
}

qint64 CheckedJson::Object::wholeNumber(const QString &key, qint64 minimum, qint64 maximum) const
{
    const std::optional<qint64> number = Sigen::wholeNumber(value(key), minimum, maximum);
    if (!number)
        refuse(key, u"must be a whole number from %1 to %2."_s.arg(minimum).arg(maximum));
    return number.value_or(minimum);
}

QString CheckedJson::Object::checkedText(const QJsonValue &value, const QString &key, qsizetype minimum,
                                         qsizetype maximum) const
{
    QString text = value.toString();
    if (value.isString() && text.size() >= minimum && text.size() <= maximum)
        return text;
    refuse(key, u"must be a text of %1 to %2 characters."_s.arg(minimum).arg(maximum));
    return {};
}

QString CheckedJson::Object::text(const QString &key, qsizetype maximumLength) const
{
    return checkedText(value(key), key, 1, maximumLength);
}

QString CheckedJson::Object::textOrEmpty(const QString &key, qsizetype maximumLength) const
{
    return checkedText(value(key), key, 0, maximumLength);
}

CheckedJson::Object CheckedJson::Object::object(const QString &key) const
{
    const QJsonValue found = value(key);
    if (!found.isObject())
        refuse(key, u"must be an object."_s);
    return {m_file, pathOf(key), found.toObject()};
}

QByteArray CheckedJson::Object::textFrom(const QString &key) const
{
    const qsizetype begin = m_file->m_lines.begin(pathOf(key));
    return begin < 0 ? QByteArray() : m_file->m_text.sliced(begin);
}

QJsonArray CheckedJson::Object::array(const QString &key, qsizetype minimumCount,
                                      qsizetype maximumCount) const
{
    const QJsonValue found = value(key);
    QJsonArray items = found.toArray();
    if (found.isArray() && items.size() >= minimumCount && items.size() <= maximumCount)
        return items;
    refuse(key, u"must be an array of %1 to %2 entries."_s.arg(minimumCount).arg(maximumCount));
    return {};
}

QList<int> CheckedJson::Object::wholeNumbers(const QString &key, qsizetype minimumCount,
                                             qsizetype maximumCount) const
{
    QList<int> numbers;
    const QJsonArray items = array(key, minimumCount, maximumCount);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto number =
            Sigen::wholeNumber(items.at(i), std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
        if (!number)
            refuse(u"%1[%2]"_s.arg(key, QString::number(i)), u"must be a whole number of 32 bits."_s);
        numbers.append(int(number.value_or(0)));
    }
    return numbers;
}

QStringList CheckedJson::Object::texts(const QString &key, qsizetype maximumCount,
                                       qsizetype maximumLength) const
{
    QStringList texts;
    const QJsonArray items = array(key, 1, maximumCount);
    for (qsizetype i = 0; i < items.size(); ++i)
        texts.append(checkedText(items.at(i), u"%1[%2]"_s.arg(key, QString::number(i)), 1, maximumLength));
    return texts;
}

QList<CheckedJson::Object> CheckedJson::Object::objects(const QString &key) const
{
    QList<Object> objects;
    const QJsonArray items = array(key, 1, 1000);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString item = u"%1[%2]"_s.arg(key, QString::number(i));
        if (!items.at(i).isObject())
            refuse(item, u"must be an object."_s);
        objects.append(Object(m_file, pathOf(item), items.at(i).toObject()));
    }
    return objects;
}

QMap<int, QString> CheckedJson::Object::numberedTexts(const QString &key, int maximum,
                                                      qsizetype maximumLength) const
{
    QMap<int, QString> texts;
    if (!contains(key))
        return texts;
    const Object numbered = object(key);
    for (auto entry = numbered.m_object.begin(); entry != numbered.m_object.end(); ++entry) {
        bool ok = false;
        const int number = entry.key().toInt(&ok);
        // Only the one canonical spelling: "01" would be the same number as "1".
        if (!ok || number < 0 || number > maximum || QString::number(number) != entry.key())
            numbered.refuse(entry.key(), u"must be a whole number from 0 to %1."_s.arg(maximum));
        texts.insert(number, numbered.checkedText(entry.value(), entry.key(), 1, maximumLength));
    }
    return texts;
}

} // namespace Sigen
