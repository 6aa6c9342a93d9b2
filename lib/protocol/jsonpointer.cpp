#include "protocol/jsonpointer.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Longest array that set() makes on its way.
static constexpr int mostElements = 1000;

/// A step as an index: digits without leading zeros; else -1.
static int indexOf(const QString &step)
{
    bool ok = false;
    const int index = step.toInt(&ok);
    return ok && index >= 0 && QString::number(index) == step ? index : -1;
}

std::optional<JsonPointer> JsonPointer::parse(const QString &text)
{
    if (!text.startsWith(u'/'))
        return std::nullopt;
    QStringList steps = text.sliced(1).split(u'/');
    for (QString &step : steps)
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    return JsonPointer(steps);
}

QString JsonPointer::text() const
{
    QString text;
    for (QString step : m_steps)
        text += u'/' + step.replace("~"_L1, "~0"_L1).replace("/"_L1, "~1"_L1);
    return text;
}

QJsonValue JsonPointer::in(const QJsonValue &root) const
{
    if (m_steps.isEmpty())
        return QJsonValue::Undefined;
    QJsonValue value = root;
    for (const QString &step : m_steps) {
        if (value.isObject())
            value = value.toObject().value(step);
        else if (const int index = indexOf(step); value.isArray() && index >= 0)
            value = value.toArray().at(index);
        else
            return QJsonValue::Undefined;
    }
    return value;
}

JsonPointer JsonPointer::obstacleIn(const QJsonValue &root) const
{
    for (qsizetype length = 1; length < m_steps.size(); ++length) {
        const JsonPointer part(m_steps.mid(0, length));
        const QJsonValue value = part.in(root);
        const bool isIndexed = value.isArray() && indexOf(m_steps.at(length)) >= 0;
        if (!value.isObject() && !isIndexed && !value.isUndefined() && !value.isNull())
            return part;
    }
    return {};
}

static QJsonValue setAt(const QJsonValue &root, const QStringList &steps, const QJsonValue &value)
{
    if (steps.isEmpty())
        return value;
    const QString &step = steps.constFirst();
    const QStringList rest = steps.mid(1);
    const int index = indexOf(step);
    if (index >= 0 && index < mostElements && !root.isObject()) {
        QJsonArray array = root.toArray();
        while (array.size() <= index)
            array.append(QJsonValue::Null);
        array.replace(index, setAt(array.at(index), rest, value));
        return array;
    }
    QJsonObject object = root.toObject();
    if (value.isUndefined() && !object.contains(step))
        return object;
    object.insert(step, setAt(object.value(step), rest, value)); // an undefined one removes it
    return object;
}

QJsonValue JsonPointer::set(const QJsonValue &root, const QJsonValue &value) const
{
    return m_steps.isEmpty() ? root : setAt(root, m_steps, value);
}

} // namespace Sigen
