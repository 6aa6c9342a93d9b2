// How replies are known, what they mean, and what all other frames are.

#include "capture/draftanalysis.h"

#include "capture/framewords.h"
#include "core/jsonvalue.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype mostValues = 16; // of one meaning

static void addValue(QJsonArray &values, const QJsonValue &value)
{
    if (!isAbsent(value) && !value.isObject() && !value.isArray() && !values.contains(value)
        && values.size() < mostValues)
        values.append(value);
}

// --- replies ---

/// A place that says in every reply what it replies to.
JsonPointer DraftAnalysis::kindCandidate() const
{
    if (signIn.isEmpty() || signIn.constLast().reply < 0 || read.reply < 0)
        return {};
    const QJsonObject told = m_frames.at(read.reply).json;
    JsonPointer named;
    for (const FrameLeaf &leaf : leaves(signIn.constLast().reply)) {
        const QJsonValue other = leaf.at.in(told);
        if (isAbsent(other) || other == leaf.value || leaf.at == enabledAt
            || FrameWords::isResult(leaf.at.name()) || FrameWords::isText(leaf.at.name())
            || FrameWords::isToken(leaf.at.name()))
            continue;
        const auto says = [this](qsizetype request, const QJsonValue &value) {
            return std::any_of(leaves(request).begin(), leaves(request).end(),
                               [&value](const FrameLeaf &each) { return each.value == value; });
        };
        const bool isEcho =
            leaf.value.isString() && says(signIn.constLast().sent, leaf.value) && says(read.sent, other);
        if (isEcho)
            return leaf.at;
        if (named.isEmpty() && FrameWords::isKind(leaf.at.name()))
            named = leaf.at;
    }
    return named;
}

/// The first frame behind the request that has, in the place for it, what no push has there.
qsizetype DraftAnalysis::replyOf(const FoundExchange &exchange) const
{
    if (exchange.sent < 0)
        return -1;
    const QList<FrameLeaf> asked = leaves(exchange.sent);
    const QJsonValue readKind = read.reply < 0 ? QJsonValue() : kindAt.in(m_frames.at(read.reply).json);
    for (const qsizetype index : windowOf(exchange.sent)) {
        const QJsonValue kind = kindAt.in(m_frames.at(index).json);
        const bool isEcho = std::any_of(asked.begin(), asked.end(),
                                        [&kind](const FrameLeaf &leaf) { return leaf.value == kind; });
        if (kindIsEcho ? isEcho && kind.isString() : kind == readKind)
            return index;
    }
    return kindIsEcho ? -1 : windowOf(exchange.sent).value(0, -1);
}

/// What the request counts; undefined: nothing.
QJsonValue DraftAnalysis::numberOf(qsizetype sent) const
{
    for (const FrameLeaf &leaf : leaves(sent)) {
        if (m_counters.value(signature(sent) + leaf.at.text()).startsWith("{requestId"_L1))
            return leaf.value;
    }
    return QJsonValue::Undefined;
}

/// Where replies repeat it.
JsonPointer DraftAnalysis::idCandidate() const
{
    if (read.reply < 0 || numberOf(read.sent).isUndefined())
        return {};
    const QString asked = numberOf(read.sent).toVariant().toString();
    for (const FrameLeaf &leaf : leaves(read.reply)) {
        if (FrameWords::isCounter(leaf.at.name()) && leaf.value.toVariant().toString() == asked)
            return leaf.at;
    }
    return {};
}

void DraftAnalysis::findReplies()
{
    kindAt = kindCandidate();
    idAt = idCandidate();
    if (kindAt.isEmpty()) {
        open.append(u"reply: what tells replies apart was not found"_s);
        return;
    }
    const QJsonValue told = kindAt.in(m_frames.at(read.reply).json);
    for (const FrameLeaf &leaf : leaves(read.sent))
        kindIsEcho = kindIsEcho || (told.isString() && leaf.value == told);
    write.reply = replyOf(write);
    if (write.sent >= 0 && write.reply < 0)
        open.append(u"write.reply: no reply to the set request in %1 was found"_s.arg(lineOf(write.sent)));
}

void DraftAnalysis::findMeanings()
{
    QList<qsizetype> replies;
    for (const FoundExchange &step : std::as_const(signIn))
        replies.append(step.reply);
    replies += {read.reply, write.reply};
    replies.removeAll(-1);
    if (replies.isEmpty())
        return;
    for (const FrameLeaf &leaf : leaves(replies.constLast())) {
        const bool isEverywhere = std::all_of(replies.begin(), replies.end(), [&](qsizetype index) {
            return !isAbsent(leaf.at.in(m_frames.at(index).json));
        });
        if (isEverywhere && resultAt.isEmpty() && FrameWords::isResult(leaf.at.name()))
            resultAt = leaf.at;
        if (isEverywhere && textAt.isEmpty() && leaf.value.isString() && FrameWords::isText(leaf.at.name()))
            textAt = leaf.at;
    }
    if (resultAt.isEmpty()) {
        open.append(u"meanings.success: nothing in the replies says whether they refuse (%1)"_s.arg(
            lineOf(replies.constLast())));
        return;
    }
    for (const qsizetype index : std::as_const(replies))
        addValue(meanings[u"success"_s], resultAt.in(m_frames.at(index).json));
}

// --- all other frames ---

/// An unasked frame that says so, or after which the next request is refused. That it is the last one proves
/// nothing: a recording ends somewhere.
bool DraftAnalysis::tellsTaken(qsizetype index, const QJsonArray &replyKinds) const
{
    const bool says = std::any_of(leaves(index).begin(), leaves(index).end(), [](const FrameLeaf &leaf) {
        return FrameWords::tellsTaken(leaf.value.toString());
    });
    if (says)
        return true;
    constexpr qsizetype farthest = 50; // frames
    for (qsizetype i = index + 1; i < std::min(m_frames.size(), index + farthest); ++i) {
        const CapturedFrame &each = m_frames.at(i);
        if (each.connection != m_frames.at(index).connection)
            break;
        if (each.isSent || !replyKinds.contains(kindAt.in(each.json)))
            continue;
        return !meanings.value(u"success"_s).contains(resultAt.in(each.json))
            && FrameWords::tellsExpired(textAt.in(each.json).toString());
    }
    return false;
}

void DraftAnalysis::findOthers()
{
    QJsonArray replyKinds;
    for (const FoundExchange &step : std::as_const(signIn)) {
        if (step.reply >= 0)
            addValue(replyKinds, kindAt.in(m_frames.at(step.reply).json));
    }
    for (const FoundExchange &exchange : {read, write}) {
        if (exchange.reply >= 0)
            addValue(replyKinds, kindAt.in(m_frames.at(exchange.reply).json));
    }
    for (qsizetype i = 0; i < m_frames.size(); ++i) {
        const CapturedFrame &each = m_frames.at(i);
        if (each.isSent)
            continue;
        const QJsonValue kind = kindAt.in(each.json);
        const QJsonValue result = resultAt.in(each.json);
        const QString text = textAt.in(each.json).toString();
        const bool isReply = replyKinds.contains(kind);
        const bool isSuccess = isAbsent(result) || meanings.value(u"success"_s).contains(result);
        const bool ends = each.isLast && !isReply;
        const bool isNotice =
            !isReply && !replyKinds.isEmpty() && i > signIn.value(0).sent && tellsTaken(i, replyKinds);
        if (!isSuccess && !isReply && (ends || isNotice))
            addValue(meanings[u"taken"_s], result);
        else if (isNotice)
            addValue(takenKinds, kind);
        else if (!isSuccess && isReply && FrameWords::tellsBusy(text))
            addValue(meanings[u"busy"_s], result);
        else if (!isSuccess && isReply && FrameWords::tellsNoRights(text))
            addValue(meanings[u"noRights"_s], result);
        else if (!isSuccess && isReply && FrameWords::tellsExpired(text) && i > signIn.value(0).sent
                 && i != signIn.value(0).reply)
            addValue(meanings[u"expired"_s], result);
        else if (!isReply && !replyKinds.isEmpty())
            addValue(unasked, kind);
    }
    // The same kind of frame as an ordinary push: then it is not the kind that tells.
    for (const QJsonValue &kind : std::as_const(unasked)) {
        for (qsizetype at = takenKinds.size() - 1; at >= 0; --at) {
            if (takenKinds.at(at) == kind)
                takenKinds.removeAt(at);
        }
    }
    QHash<QString, QList<qsizetype>> kinds;
    for (const qsizetype index : sentFrames())
        kinds[signature(index)].append(index);
    constexpr qsizetype fewestKeepAlives = 3;
    for (const QList<qsizetype> &frames : std::as_const(kinds)) {
        const bool isUsed = frames.contains(read.sent) || frames.contains(write.sent)
            || std::any_of(signIn.begin(), signIn.end(),
                           [&frames](const FoundExchange &step) { return frames.contains(step.sent); });
        if (isUsed)
            continue;
        const CapturedFrame &last = m_frames.at(frames.constLast());
        if (FrameWords::isSignOut(QString::fromUtf8(last.text)))
            signOut = requestOf(frames.constLast(), false);
        const double span = last.seconds - m_frames.at(frames.constFirst()).seconds;
        const bool isRegular = frames.size() >= fewestKeepAlives && span > 0;
        if (isRegular && QString::fromUtf8(last.text).contains(QRegularExpression(u"ping|alive|heart"_s))) {
            keepAlive = requestOf(frames.constLast(), false);
            keepAliveSeconds = std::clamp(int(std::lround(span / double(frames.size() - 1))), 1, 3600);
        }
    }
}

} // namespace Sigen
