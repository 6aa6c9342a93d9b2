#include "simulator/dialect.h"

#include <QRegularExpression>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// 401 is a guess; what gateways say is not known.
constexpr int defaultSessionCode = 401;
constexpr int farFromUsed = 70;

/// What a frame has that \a request would have sent; empty: another kind of request. What tells them apart
/// stands at the top of a frame.
std::optional<DialectRequest> takenApart(const RequestTemplate &request, const QJsonObject &frame)
{
    static const QRegularExpression placeholder(u"\\{[A-Za-z]+(:[a-z0-9]+)?\\}"_s);
    if (request.isEmpty())
        return std::nullopt;
    DialectRequest found;
    found.isWellFormed = true;
    for (const TemplateLeaf &leaf : request.leaves()) {
        const QJsonValue value = leaf.at.in(frame);
        if (!leaf.placeholder.isEmpty()) {
            if (leaf.placeholder == "password"_L1)
                found.passwordTransform = leaf.transform;
            if (leaf.placeholder == "requestId"_L1)
                found.requestId = value;
            if (!value.isUndefined())
                found.values.insert(leaf.placeholder, value);
        } else if (value != leaf.value && !leaf.value.toString().contains(placeholder)) {
            if (leaf.at.steps().size() == 1)
                return std::nullopt;
            found.isWellFormed = false;
        }
    }
    return found;
}

} // namespace

DialectRequest Dialect::request(const QJsonObject &frame) const
{
    using Kind = DialectRequest::Kind;
    std::optional<DialectRequest> best;
    const auto consider = [&](Kind kind, const RequestTemplate &request, qsizetype step = 0) {
        std::optional<DialectRequest> found = takenApart(request, frame);
        if (!found || (best && (best->isWellFormed || !found->isWellFormed)))
            return;
        found->kind = kind;
        found->step = step;
        best = found;
    };
    for (qsizetype step = 0; step < m_profile.signIn.size(); ++step)
        consider(Kind::SignIn, m_profile.signIn.at(step).send, step);
    consider(Kind::Read, m_profile.read.send);
    consider(Kind::Write, m_profile.write.send);
    consider(Kind::SignOut, m_profile.signOut);
    consider(Kind::KeepAlive, m_profile.keepAlive);
    return best.value_or(DialectRequest());
}

JsonPointer Dialect::firstPlace(const Conditions &conditions)
{
    return conditions.value(0).value(0).at;
}

/// \a frame as the first of \a conditions wants it.
QJsonObject Dialect::fulfilling(QJsonObject frame, const Conditions &conditions, const QJsonValue &requestId)
{
    for (const ExpectedValue &expectation : conditions.value(0)) {
        QJsonValue wanted;
        for (const QJsonValue &value : expectation.values) {
            if (wanted.isNull())
                wanted = value;
        }
        if (wanted == QJsonValue(u"{requestId}"_s))
            wanted = requestId;
        if (!wanted.isNull())
            frame = set(frame, expectation.at, wanted);
    }
    return frame;
}

QJsonObject Dialect::success(const Exchange &exchange, const QJsonValue &requestId) const
{
    QJsonObject frame = fulfilling({}, exchange.is, requestId);
    frame = fulfilling(frame, m_profile.meanings.success);
    return set(frame, m_profile.textAt, u"ok"_s);
}

bool Dialect::meansSomething(const QJsonValue &code) const
{
    const QJsonObject frame = set({}, codeAt(), code);
    const FrameMeanings &meanings = m_profile.meanings;
    const QList<Conditions> all{meanings.unasked, meanings.taken, meanings.success,
                                meanings.expired, meanings.busy,  meanings.noRights};
    return std::any_of(all.begin(), all.end(),
                       [&frame](const Conditions &conditions) { return matches(conditions, frame); });
}

QJsonObject Dialect::refusal(const Exchange &exchange, int code, const QString &text) const
{
    while (meansSomething(code))
        ++code;
    return set(set(fulfilling({}, exchange.is), codeAt(), code), m_profile.textAt, text);
}

QJsonValue Dialect::expiredCode() const
{
    const QJsonArray values = m_profile.meanings.expired.value(0).value(0).values;
    return values.isEmpty() ? QJsonValue(defaultSessionCode) : values.at(0);
}

QJsonObject Dialect::sessionRefusal(const Exchange &exchange, const QString &text) const
{
    const QJsonObject frame = set(fulfilling({}, exchange.is), codeAt(), expiredCode());
    return set(fulfilling(frame, m_profile.meanings.expired), m_profile.textAt, text);
}

QJsonObject Dialect::taken() const
{
    if (m_profile.meanings.taken.isEmpty())
        return {};
    return set(fulfilling({}, m_profile.meanings.taken), m_profile.textAt, u"user limit"_s);
}

QJsonObject Dialect::push(const QJsonObject &data) const
{
    const QJsonObject frame = m_profile.meanings.unasked.isEmpty()
        ? set({}, kindAt(m_profile.read), unusedKind())
        : fulfilling({}, m_profile.meanings.unasked);
    return set(frame, dataAt(), data);
}

JsonPointer Dialect::writtenRestAt(const QString &key) const
{
    JsonPointer parent;
    for (const TemplateLeaf &leaf : m_profile.write.send.leaves()) {
        if (leaf.placeholder == "rest"_L1)
            parent = leaf.at.parent();
    }
    return JsonPointer(parent.steps() + QStringList{key});
}

QJsonValue Dialect::port(quint16 port) const
{
    return m_profile.portIsText() ? QJsonValue(QString::number(port)) : QJsonValue(port);
}

QJsonValue Dialect::unusedKind() const
{
    QList<Conditions> all{m_profile.read.is, m_profile.write.is, m_profile.meanings.unasked};
    QList<RequestTemplate> requests{m_profile.read.send, m_profile.write.send};
    for (const Exchange &step : m_profile.signIn) {
        all.append(step.is);
        requests.append(step.send);
    }
    const JsonPointer at = kindAt(m_profile.read);
    int highest = 0;
    for (const Conditions &conditions : std::as_const(all)) {
        for (const QJsonValue &value : conditions.value(0).value(0).values) {
            if (value.isString())
                return u"somethingElse"_s;
            highest = std::max(highest, value.toInt());
        }
    }
    for (const RequestTemplate &request : std::as_const(requests)) {
        for (const TemplateLeaf &leaf : request.leaves()) {
            if (leaf.at == at)
                highest = std::max(highest, leaf.value.toInt());
        }
    }
    return highest + farFromUsed;
}

} // namespace Sigen
