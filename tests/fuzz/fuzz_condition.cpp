// The matcher: conditions that somebody wrote, a line feed, and a frame. It must agree with a plain reading
// of what conditions mean.
#include "protocol/condition.h"
#include "require.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static Condition conditionOf(const QJsonObject &object)
{
    Condition condition;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonArray values =
            entry.value().isArray() ? entry.value().toArray() : QJsonArray{entry.value()};
        if (const std::optional<JsonPointer> at = JsonPointer::parse(entry.key()))
            condition.append({*at, values});
    }
    return condition;
}

static Conditions conditionsOf(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    Conditions conditions;
    if (document.isObject())
        conditions.append(conditionOf(document.object()));
    const QJsonArray array = document.array();
    for (const QJsonValue &each : array)
        conditions.append(conditionOf(each.toObject()));
    return conditions;
}

static bool isScalar(const QJsonValue &value)
{
    return value.isString() || value.isDouble() || value.isBool();
}

static bool isMeant(const QJsonValue &expected, const QJsonValue &value, qint64 requestId)
{
    if (expected.isNull())
        return value.isNull() || value.isUndefined();
    if (!isScalar(value))
        return false;
    if (expected == QJsonValue(u"*"_s))
        return true;
    if (expected == QJsonValue(u"{requestId}"_s))
        return value.toVariant().toString() == QString::number(requestId) && !value.isBool();
    if (expected.isString() && value.isString())
        return expected.toString().toCaseFolded() == value.toString().toCaseFolded();
    return expected == value;
}

static bool isMeant(const Condition &condition, const QJsonObject &frame, qint64 requestId)
{
    bool holds = true;
    for (const ExpectedValue &expected : condition) {
        bool any = false;
        for (const QJsonValue &one : expected.values)
            any = any || isMeant(one, expected.at.in(frame), requestId);
        holds = holds && any;
    }
    return holds;
}

/// What likeIn() makes of a frame is a condition that this frame meets, where its values can stand in one.
static void requireLike(const Conditions &conditions, const QJsonObject &frame)
{
    const Condition like = likeIn(conditions, frame);
    const bool canStand = std::all_of(like.begin(), like.end(), [](const ExpectedValue &expected) {
        const QJsonValue value = expected.values.at(0);
        return (isScalar(value) || value.isNull()) && value != QJsonValue(u"{requestId}"_s);
    });
    require(!canStand || matches(like, frame), "a frame is like itself");
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qint64 requestId = 7;
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = input.indexOf('\n');
    const Conditions conditions = conditionsOf(input.left(end));
    const QJsonObject frame =
        end < 0 ? QJsonObject() : QJsonDocument::fromJson(input.sliced(end + 1)).object();
    bool any = false;
    for (const Condition &condition : conditions) {
        const bool holds = matches(condition, frame, requestId);
        any = any || holds;
        require(holds == isMeant(condition, frame, requestId), "a condition means what it says");
        require(!holds || !wrongType({condition}, frame), "what matches has the right types");
    }
    require(any == matches(conditions, frame, requestId), "one of several is enough");
    requireLike(conditions, frame);
    return 0;
}
