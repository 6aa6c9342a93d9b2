#include "cli/jsonline.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QString serialized(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

static bool steersTerminals(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

static QString withoutSteering(const QString &json, QStringView kept = {})
{
    QString shown;
    shown.reserve(json.size());
    for (const QChar character : json) {
        if (steersTerminals(character) && !kept.contains(character))
            shown += u"\\u%1"_s.arg(uint(character.unicode()), 4, 16, QChar(u'0'));
        else
            shown += character;
    }
    return shown;
}

JsonLine &JsonLine::add(const JsonLine &fields)
{
    if (!m_fields.isEmpty() && !fields.m_fields.isEmpty())
        m_fields += u',';
    m_fields += fields.m_fields;
    return *this;
}

void JsonLine::append(const QString &key, const QString &value)
{
    if (!m_fields.isEmpty())
        m_fields += u',';
    m_fields += serialized(key) + u':' + value;
}

JsonLine &JsonLine::add(QLatin1StringView key, const QJsonValue &value)
{
    append(key, serialized(value));
    return *this;
}

JsonLine &JsonLine::add(QLatin1StringView key, const JsonLine &object)
{
    append(key, u'{' + object.m_fields + u'}');
    return *this;
}

JsonLine &JsonLine::add(const QString &key, const QJsonValue &value)
{
    append(key, serialized(value));
    return *this;
}

QByteArray JsonLine::toUtf8() const
{
    return u"{%1}"_s.arg(withoutSteering(m_fields)).toUtf8();
}

QString shownJson(const QString &json)
{
    return withoutSteering(QString(json).replace("\r\n"_L1, "\n"_L1), u"\n\t");
}

QJsonValue jsonText(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace Sigen
