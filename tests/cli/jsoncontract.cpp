#include "cli/jsoncontract.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>

#include <functional>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

namespace {

using Check = std::function<bool(const QJsonValue &)>;
using Shape = QHash<QString, Check>;

bool isText(const QJsonValue &value)
{
    return value.isString() && !value.toString().isEmpty();
}

bool isBool(const QJsonValue &value)
{
    return value.isBool();
}

Check orNull(Check check)
{
    return [check = std::move(check)](const QJsonValue &value) { return value.isNull() || check(value); };
}

Check number(int minimum, int maximum)
{
    return [=](const QJsonValue &value) {
        return value.isDouble() && value.toInt(minimum - 1) == value.toDouble() && value.toInt() >= minimum
            && value.toInt() <= maximum;
    };
}

Check word(const QStringList &words)
{
    return [=](const QJsonValue &value) { return value.isString() && words.contains(value.toString()); };
}

Check listOf(Check check)
{
    return [check = std::move(check)](const QJsonValue &value) {
        const QJsonArray array = value.toArray();
        return value.isArray() && std::all_of(array.begin(), array.end(), check);
    };
}

bool isUtcTime(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.endsWith(u'Z') && QDateTime::fromString(text, Qt::ISODate).isValid();
}

QString breach(const QJsonObject &object, const Shape &shape)
{
    for (auto field = shape.cbegin(); field != shape.cend(); ++field) {
        if (!object.contains(field.key()))
            return u"lacks "_s + field.key();
        if (!field.value()(object.value(field.key())))
            return u"has a bad "_s + field.key();
    }
    for (const QString &key : object.keys()) {
        if (!shape.contains(key))
            return u"has the unknown field "_s + key;
    }
    return {};
}

Check objectOf(const Shape &shape)
{
    return [=](const QJsonValue &value) {
        return value.isObject() && breach(value.toObject(), shape).isEmpty();
    };
}

const Check anyPort = number(1, 65535);

Shape stepShape()
{
    return {
        {u"event"_s, isText},
        {u"id"_s,
         word({u"reach"_s, u"handshake"_s, u"sign-in"_s, u"read"_s, u"write"_s, u"read-back"_s, u"port"_s,
               u"modbus"_s, u"wait"_s})},
        {u"state"_s, word({u"running"_s, u"ok"_s, u"warning"_s, u"failed"_s, u"skipped"_s})},
        {u"elapsedMs"_s, orNull(number(0, 600000))},
        {u"detail"_s, orNull(isText)},
    };
}

Shape resultShape()
{
    const Shape setting{{u"enabled"_s, isBool}, {u"modbusPort"_s, orNull(anyPort)}};
    const Shape error{
        {u"code"_s, isText},
        {u"message"_s, isText},
        {u"detail"_s, orNull(isText)},
        {u"advice"_s, listOf(isText)},
    };
    return {
        {u"event"_s, isText},
        {u"command"_s, isText},
        {u"outcome"_s,
         word({u"enabled"_s, u"already-enabled"_s, u"disabled"_s, u"already-disabled"_s, u"port-changed"_s,
               u"unchanged"_s, u"enabled-unverified"_s, u"refused"_s, u"no-effect"_s, u"unknown"_s,
               u"verified"_s, u"not-verified"_s, u"read"_s, u"failed"_s, u"cancelled"_s, u"dry-run"_s,
               u"repaired"_s, u"timed-out"_s, u"watched"_s})},
        {u"exitCode"_s, number(0, 130)},
        {u"host"_s, orNull(isText)},
        {u"serial"_s, orNull(isText)},
        {u"enabled"_s, orNull(isBool)},
        {u"modbusPort"_s, orNull(anyPort)},
        {u"testPort"_s, orNull(anyPort)},
        {u"before"_s, orNull(objectOf(setting))},
        {u"port"_s, orNull(word({u"open"_s, u"closed"_s, u"filtered"_s, u"unreachable"_s}))},
        {u"modbus"_s,
         orNull(word({u"answers"_s, u"silent"_s, u"late"_s, u"busy"_s, u"odd"_s, u"garbage"_s, u"closes"_s,
                      u"exception"_s, u"not-sigenergy"_s, u"not-tested"_s}))},
        {u"model"_s, orNull(isText)},
        {u"firmware"_s, orNull(isText)},
        {u"unitIds"_s, orNull(listOf(number(1, 247)))},
        {u"verifiedAt"_s, orNull(isUtcTime)},
        {u"error"_s, orNull(objectOf(error))},
    };
}

Shape hostShape()
{
    const QStringList states{u"closed"_s,  u"filtered"_s, u"open"_s,      u"handshake"_s,
                             u"answers"_s, u"silent"_s,   u"not-tested"_s};
    const QStringList verdicts{u"late"_s,   u"busy"_s,      u"odd"_s,          u"garbage"_s,
                               u"closes"_s, u"exception"_s, u"not-sigenergy"_s};
    return {
        {u"event"_s, isText},
        {u"address"_s, isText},
        {u"kind"_s, word({u"gateway"_s, u"modbus-only"_s, u"likely"_s, u"other"_s})},
        {u"wsPort"_s, orNull(anyPort)},
        {u"ws"_s, word(states)},
        {u"modbusPort"_s, anyPort},
        {u"modbus"_s, word(states + verdicts)},
        {u"mac"_s, orNull(isText)},
        {u"hostname"_s, orNull(isText)},
        {u"model"_s, orNull(isText)},
        {u"serial"_s, orNull(isText)},
        {u"firmware"_s, orNull(isText)},
        {u"rttMs"_s, orNull([](const QJsonValue &value) { return value.toDouble(-1) >= 0; })},
        {u"recommended"_s, isBool},
    };
}

QHash<QString, Shape> shapes()
{
    return {
        {u"step"_s, stepShape()},
        {u"progress"_s,
         {{u"event"_s, isText}, {u"done"_s, number(0, 1 << 24)}, {u"total"_s, number(1, 1 << 24)}}},
        {u"host"_s, hostShape()},
        {u"values"_s,
         {{u"event"_s, isText},
          {u"at"_s, isUtcTime},
          {u"unit"_s, number(1, 247)},
          {u"values"_s,
           [](const QJsonValue &value) { return value.isObject() && !value.toObject().isEmpty(); }}}},
        {u"watch"_s,
         {{u"event"_s, isText},
          {u"at"_s, isUtcTime},
          {u"state"_s, word({u"on"_s, u"off"_s, u"unreachable"_s, u"refused"_s, u"unknown"_s})},
          {u"action"_s, word({u"none"_s, u"enabled"_s, u"waiting"_s, u"stopped"_s})},
          {u"detail"_s, orNull(isText)}}},
        {u"listening"_s,
         {{u"event"_s, isText}, {u"address"_s, isText}, {u"wsPort"_s, anyPort}, {u"modbusPort"_s, anyPort}}},
        {u"fault"_s,
         {{u"event"_s, isText},
          {u"name"_s, isText},
          {u"face"_s, word({u"websocket"_s, u"modbus"_s, u"plant"_s})},
          {u"explanation"_s, isText}}},
        {u"tool"_s,
         {{u"event"_s, isText},
          {u"name"_s, isText},
          {u"title"_s, isText},
          {u"note"_s, isText},
          {u"fileName"_s, isText}}},
        {u"request"_s, {{u"event"_s, isText}, {u"name"_s, isText}, {u"text"_s, isText}}},
        {u"result"_s, resultShape()},
    };
}

Shape profileResultShape()
{
    Shape shape = resultShape();
    shape.insert(
        u"outcome"_s,
        word({u"read"_s, u"failed"_s, u"cancelled"_s, u"imported"_s, u"checked"_s, u"incomplete"_s}));
    for (const QString &more : {u"file"_s, u"profile"_s})
        shape.insert(more, orNull(isText));
    shape.insert(u"open"_s, orNull(listOf(isText)));
    shape.insert(u"notes"_s, listOf(isText));
    for (const QString &more : {u"requests"_s, u"replies"_s})
        shape.insert(more, orNull(number(0, 1'000'000)));
    return shape;
}

Shape handoverResultShape()
{
    Shape shape = resultShape();
    for (const QString &more : {u"tool"_s, u"snippet"_s, u"file"_s})
        shape.insert(more, orNull(isText));
    return shape;
}

/// Only `status` lists any.
Shape serviceResultShape(const QJsonObject &result)
{
    Shape shape = resultShape();
    shape.insert(u"outcome"_s, word({u"installed"_s, u"removed"_s, u"read"_s, u"failed"_s, u"cancelled"_s}));
    const Shape service{{u"host"_s, isText}, {u"state"_s, word({u"running"_s, u"stopped"_s, u"failed"_s})}};
    if (result.contains("services"_L1))
        shape.insert(u"services"_s, orNull(listOf(objectOf(service))));
    return shape;
}

Shape scanResultShape()
{
    Shape shape = resultShape();
    shape.insert(u"outcome"_s, word({u"scanned"_s, u"failed"_s, u"cancelled"_s}));
    for (const QString &count : {u"gateways"_s, u"hosts"_s})
        shape.insert(count, number(0, 1 << 24));
    return shape;
}

/// A search that could not ask everybody says whom.
Shape partialScanResultShape()
{
    Shape shape = scanResultShape();
    shape.insert(u"notAsked"_s,
                 [](const QJsonValue &value) { return !value.toArray().isEmpty() && listOf(isText)(value); });
    return shape;
}

Shape resultShapeOf(const QJsonObject &result)
{
    const QString command = result.value("command"_L1).toString();
    if (command == "handover"_L1)
        return handoverResultShape();
    if (command == "service"_L1)
        return serviceResultShape(result);
    if (command == "profile"_L1)
        return profileResultShape();
    if (command != "discover"_L1)
        return resultShape();
    const bool isPartial =
        result.value("outcome"_L1) == "scanned"_L1 && result.value("exitCode"_L1).toInt() != 0;
    return isPartial ? partialScanResultShape() : scanResultShape();
}

} // namespace

QString contractBreach(const CliResult &result)
{
    static const QHash<QString, Shape> known = shapes();
    if (!result.output.endsWith('\n'))
        return u"standard output does not end in a line"_s;
    for (const QChar character : QString::fromUtf8(result.output)) {
        const bool steers =
            character.category() == QChar::Other_Control || character.category() == QChar::Other_Format;
        if (steers && character != u'\n')
            return u"standard output holds a raw control character"_s;
    }
    const QList<QJsonObject> objects = result.objects();
    for (const QJsonObject &object : objects) {
        const QString event = object.value("event"_L1).toString();
        if (!known.contains(event))
            return u"unknown event “%1”: %2"_s.arg(event, object.value("not-json"_L1).toString());
        const QString problem =
            breach(object, event == "result"_L1 ? resultShapeOf(object) : known.value(event));
        if (!problem.isEmpty())
            return event + u' ' + problem;
    }
    if (result.objects(u"result"_s).size() != 1)
        return u"not exactly one result"_s;
    const QJsonObject last = objects.last();
    if (last.value("event"_L1) != "result"_L1)
        return u"the result is not last"_s;
    if (last.value("exitCode"_L1).toInt(-1) != result.exitCode)
        return u"the process ended with exit code %1"_s.arg(result.exitCode);
    return {};
}

} // namespace Sigen::Test
