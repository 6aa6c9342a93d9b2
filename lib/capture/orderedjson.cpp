#include "capture/orderedjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray jsonOf(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

OrderedJson::OrderedJson(const QJsonValue &scalar)
    : m_scalar(jsonOf(scalar))
{ }

OrderedJson OrderedJson::object()
{
    OrderedJson made;
    made.m_kind = Kind::Object;
    return made;
}

OrderedJson OrderedJson::parse(const QByteArray &json)
{
    OrderedJson root;
    QList<OrderedJson *> open{&root};
    QString key;
    bool hasKey = false;
    const auto put = [&](OrderedJson value) -> OrderedJson * {
        OrderedJson &top = *open.constLast();
        if (open.size() == 1) {
            top = std::move(value);
            return &top;
        }
        hasKey = false;
        const qsizetype before = top.m_kind == Kind::Object ? top.m_keys.indexOf(key) : -1;
        if (before >= 0) { // of a key that occurs twice the last counts, as for QJsonDocument
            top.m_values[before] = std::move(value);
            return &top.m_values[before];
        }
        if (top.m_kind == Kind::Object)
            top.m_keys.append(key);
        top.m_values.append(std::move(value));
        return &top.m_values.last();
    };
    for (qsizetype at = 0; at < json.size();) {
        const char each = json.at(at);
        const qsizetype begin = at++;
        if (each == '{' || each == '[') {
            OrderedJson container;
            container.m_kind = each == '{' ? Kind::Object : Kind::List;
            open.append(put(container));
        } else if ((each == '}' || each == ']') && open.size() > 1) {
            open.removeLast();
        } else if (each == '"') {
            while (at < json.size() && json.at(at) != '"')
                at += json.at(at) == '\\' ? 2 : 1;
            at = std::min(at + 1, json.size());
            const QByteArray token = json.mid(begin, at - begin);
            const bool isKey = open.size() > 1 && open.constLast()->m_kind == Kind::Object && !hasKey;
            const QString text = QJsonDocument::fromJson('[' + token + ']').array().at(0).toString();
            if (isKey) {
                key = text;
                hasKey = true;
            } else {
                put(OrderedJson(QJsonValue(text)));
            }
        } else if (!QByteArrayView(" \t\r\n,:").contains(each)) {
            while (at < json.size() && !QByteArrayView(" \t\r\n,}]").contains(json.at(at)))
                ++at;
            OrderedJson literal;
            literal.m_scalar = json.mid(begin, at - begin);
            put(literal);
        }
    }
    return root;
}

OrderedJson &OrderedJson::add(const QString &key, OrderedJson value)
{
    m_keys.append(key);
    m_values.append(std::move(value));
    return *this;
}

OrderedJson &OrderedJson::add(const QString &key, const QJsonValue &value)
{
    return add(key, value.isObject() || value.isArray() ? parse(jsonOf(value)) : OrderedJson(value));
}

OrderedJson *OrderedJson::find(const JsonPointer &at)
{
    OrderedJson *found = this;
    for (const QString &step : at.steps()) {
        const qsizetype index = found->m_kind == Kind::Object ? found->m_keys.indexOf(step)
            : found->m_kind == Kind::List                     ? step.toInt()
                                                              : -1;
        if (index < 0 || index >= found->m_values.size())
            return nullptr;
        found = &found->m_values[index];
    }
    return found;
}

void OrderedJson::replace(const JsonPointer &at, const QJsonValue &value)
{
    if (OrderedJson *const found = find(at))
        *found = OrderedJson(value);
}

void OrderedJson::remove(const JsonPointer &at)
{
    OrderedJson *const parent = find(at.parent());
    const qsizetype index = parent ? parent->m_keys.indexOf(at.name()) : -1;
    if (index < 0)
        return;
    parent->m_keys.removeAt(index);
    parent->m_values.removeAt(index);
}

QByteArray OrderedJson::compact() const
{
    return written(0, 0);
}

QByteArray OrderedJson::written(int depth, int indent) const
{
    if (m_kind == Kind::Scalar)
        return m_scalar;
    const bool isObject = m_kind == Kind::Object;
    const bool isWide = depth > 0 && !m_values.isEmpty();
    const QByteArray lineBreak = isWide ? '\n' + QByteArray(indent + 4, ' ') : QByteArray();
    QByteArray text(1, isObject ? '{' : '[');
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        text += (i > 0 ? "," : "") + lineBreak;
        if (isObject)
            text += jsonOf(m_keys.at(i)) + (isWide ? ": " : ":");
        text += m_values.at(i).written(depth - 1, indent + 4);
    }
    if (isWide)
        text += '\n' + QByteArray(indent, ' ');
    return text + (isObject ? '}' : ']');
}

} // namespace Sigen
