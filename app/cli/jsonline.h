// One JSON object on one line, with its fields in the order they were added (QJsonObject sorts them; people
// read these lines too). Pure.
#pragma once

#include <QJsonValue>
#include <QLatin1StringView>
#include <QString>

namespace Sigen {

class JsonLine
{
public:
    JsonLine() = default;
    /// An object that begins with "event".
    explicit JsonLine(QLatin1StringView event) { add(QLatin1StringView("event"), QString(event)); }

    JsonLine &add(QLatin1StringView key, const QJsonValue &value);
    JsonLine &add(QLatin1StringView key, const JsonLine &object);
    JsonLine &add(const QString &key, const QJsonValue &value);
    /// All of its fields.
    JsonLine &add(const JsonLine &fields);

    bool operator==(const JsonLine &) const = default;

    /// Without a line's end. Characters that could steer a terminal are written as \uXXXX, which is the same
    /// JSON.
    QByteArray toUtf8() const;

private:
    void append(const QString &key, const QString &value);

    QString m_fields;
};

/// The same for JSON of several lines.
QString shownJson(const QString &json);

/// null for an empty text.
QJsonValue jsonText(const QString &text);

} // namespace Sigen
