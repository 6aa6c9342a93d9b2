// A JSON object whose members stay in the order in which they were written; QJsonObject sorts them. Pure.
#pragma once

#include "protocol/jsonpointer.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace Sigen {

class OrderedJson
{
public:
    /// \a json has been read by QJsonDocument as an object or a list.
    static OrderedJson parse(const QByteArray &json);
    explicit OrderedJson(const QJsonValue &scalar = {});
    static OrderedJson object();

    OrderedJson &add(const QString &key, OrderedJson value);
    OrderedJson &add(const QString &key, const QJsonValue &value);
    /// Puts \a value where there is something already.
    void replace(const JsonPointer &at, const QJsonValue &value);
    void remove(const JsonPointer &at);
    /// The object or list at \a at; null: there is none.
    OrderedJson *find(const JsonPointer &at);

    QByteArray compact() const;
    /// A file's text: one member a line down to \a depth, the rest compact.
    QByteArray text(int depth) const { return written(depth, 0); }

private:
    enum class Kind { Scalar, Object, List };
    QByteArray written(int depth, int indent) const;

    Kind m_kind = Kind::Scalar;
    QByteArray m_scalar; ///< as JSON
    QList<QString> m_keys; ///< of an object
    QList<OrderedJson> m_values;
};

} // namespace Sigen
