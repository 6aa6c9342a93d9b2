#include "protocol/condition.h"

#include "core/jsonvalue.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static bool isContainer(const QJsonValue &value)
{
    return value.isObject() || value.isArray();
}

static bool fits(const QJsonValue &expected, const QJsonValue &value, qint64 requestId)
{
    if (expected.isNull())
        return isAbsent(value);
    if (isAbsent(value) || isContainer(value))
        return false;
    if (!expected.isString())
        return expected == value;
    const QString text = expected.toString();
    if (text == "*"_L1)
        return true;
    if (text == "{requestId}"_L1)
        return value == QJsonValue(requestId) || value == QJsonValue(QString::number(requestId));
    return value.isString() && text.compare(value.toString(), Qt::CaseInsensitive) == 0;
}

bool matches(const Condition &condition, const QJsonObject &frame, qint64 requestId)
{
    return std::all_of(condition.begin(), condition.end(), [&](const ExpectedValue &expected) {
        const QJsonValue value = expected.at.in(frame);
        return std::any_of(expected.values.begin(), expected.values.end(),
                           [&](const QJsonValue &one) { return fits(one, value, requestId); });
    });
}

bool matches(const Conditions &conditions, const QJsonObject &frame, qint64 requestId)
{
    return std::any_of(conditions.begin(), conditions.end(),
                       [&](const Condition &condition) { return matches(condition, frame, requestId); });
}

static bool hasTypeOf(const QJsonArray &values, const QJsonValue &value)
{
    return std::any_of(values.begin(), values.end(), [&](const QJsonValue &expected) {
        const bool isAny = expected == QJsonValue(u"*"_s) || expected == QJsonValue(u"{requestId}"_s);
        return isAny ? !isContainer(value) : expected.type() == value.type();
    });
}

const ExpectedValue *wrongType(const Conditions &conditions, const QJsonObject &frame)
{
    for (const Condition &condition : conditions) {
        for (const ExpectedValue &expected : condition) {
            const QJsonValue value = expected.at.in(frame);
            if (!isAbsent(value) && !hasTypeOf(expected.values, value))
                return &expected;
        }
    }
    return nullptr;
}

Condition likeIn(const Conditions &conditions, const QJsonObject &frame)
{
    Condition like = conditions.value(0);
    for (ExpectedValue &expected : like) {
        const QJsonValue value = expected.at.in(frame);
        expected.values = {isAbsent(value) ? QJsonValue(QJsonValue::Null) : value};
    }
    return like;
}

} // namespace Sigen
