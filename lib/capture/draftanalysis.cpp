#include "capture/draftanalysis.h"

#include "capture/framewords.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostLeaves = 200;
constexpr int windowRequests = 4;
constexpr qsizetype fewestCounts = 3; ///< requests whose numbers all differ

void collect(const QJsonValue &value, const QStringList &steps, QList<FrameLeaf> &leaves)
{
    if (leaves.size() >= mostLeaves)
        return;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            collect(entry.value(), steps + QStringList{entry.key()}, leaves);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            collect(array.at(i), steps + QStringList{QString::number(i)}, leaves);
    } else {
        leaves.append({JsonPointer(steps), value});
    }
}

} // namespace

QList<FrameLeaf> leavesOf(const QJsonObject &frame)
{
    QList<FrameLeaf> leaves;
    collect(frame, {}, leaves);
    return leaves;
}

DraftAnalysis::DraftAnalysis(const CapturedSocket &socket, const ImportHints &hints)
    : m_socket(socket)
    , m_hints(hints)
    , m_frames(socket.frames)
{
    for (const CapturedFrame &each : m_frames) {
        m_leaves.append(leavesOf(each.json));
        QString signature;
        for (const FrameLeaf &leaf : std::as_const(m_leaves.last())) {
            signature += leaf.at.text() + u' ';
            if (FrameWords::isKind(leaf.at.name()))
                signature += leaf.value.toVariant().toString() + u' ';
        }
        m_signatures.append(signature + u'\n');
    }
    if (!hints.password.isEmpty())
        secrets.append(hints.password);
    if (!hints.serial.isEmpty())
        m_serials.insert(hints.serial);
    findSignIn();
    notePasswordForms();
    findHandedOn();
    findCounters();
    findSetting();
    findReplies();
    findMeanings();
    findOthers();
    makeRequests();
    noteNamed();
}

/// What a frame calls a token or a serial number is one, whatever part that frame plays.
void DraftAnalysis::noteNamed()
{
    static const QRegularExpression digit(u"[0-9]"_s);
    QSet<QString> named = m_serials;
    for (const QList<FrameLeaf> &frame : std::as_const(m_leaves)) {
        for (const FrameLeaf &leaf : frame) {
            const QString value = leaf.value.toString();
            if (named.size() < mostTokens && value.size() >= shortestToken && value.contains(digit)
                && (FrameWords::isSerial(leaf.at.name()) || FrameWords::isToken(leaf.at.name())))
                named.insert(value);
        }
    }
    for (const QString &each : std::as_const(named))
        secrets.append(Secret(each));
    secrets.removeAll(Secret());
}

QString DraftAnalysis::lineOf(qsizetype index) const
{
    return u"line %1"_s.arg(m_frames.at(index).line);
}

QList<qsizetype> DraftAnalysis::sentFrames() const
{
    QList<qsizetype> sent;
    for (qsizetype i = 0; i < m_frames.size(); ++i) {
        if (m_frames.at(i).isSent)
            sent.append(i);
    }
    return sent;
}

QList<qsizetype> DraftAnalysis::windowOf(qsizetype sent) const
{
    QList<qsizetype> window;
    int requests = 0;
    for (qsizetype i = sent + 1; i < m_frames.size() && requests < windowRequests; ++i) {
        if (m_frames.at(i).connection != m_frames.at(sent).connection)
            break;
        if (m_frames.at(i).isSent)
            ++requests;
        else
            window.append(i);
    }
    return window;
}

// --- what changes with every request ---

bool DraftAnalysis::signsIn(qsizetype index) const
{
    return std::any_of(signIn.begin(), signIn.end(),
                       [index](const FoundExchange &step) { return step.sent == index; });
}

QString DraftAnalysis::placeholderAt(qsizetype index, const FrameLeaf &leaf) const
{
    const QString place = leaf.at.text();
    const QString counter = m_counters.value(signature(index) + place);
    if (!counter.isEmpty())
        return counter;
    if (m_passwordAt.contains(place) && (signsIn(index) || FrameWords::isPassword(leaf.at.name())))
        return m_passwordAt.value(place);
    const QString value = leaf.value.toString();
    const bool isToken = leaf.value.isString() && m_tokens.contains(value);
    if (isToken && (!FrameWords::isMask(leaf.value) || FrameWords::isToken(leaf.at.name())))
        return u"{token}"_s;
    if (m_serials.contains(value)
        || (value.isEmpty() && leaf.value.isString() && m_serialPlaces.contains(place)))
        return u"{serial}"_s;
    if (m_usernames.contains(value) && (signsIn(index) || FrameWords::isUser(leaf.at.name())))
        return u"{username}"_s;
    return {};
}

void DraftAnalysis::noteCounter(const JsonPointer &at, const QList<qsizetype> &frames)
{
    constexpr double secondsOff = 86400;
    bool isTime = true, isMilliseconds = true, grows = true;
    double before = -1;
    for (const qsizetype index : frames) {
        const QJsonValue value = at.in(m_frames.at(index).json);
        const double number = value.isString() ? value.toString().toDouble() : value.toDouble(-1);
        const double seconds = m_frames.at(index).seconds;
        isTime = isTime && seconds > 0 && std::abs(number - seconds) < secondsOff;
        isMilliseconds = isMilliseconds && seconds > 0 && std::abs(number / 1000 - seconds) < secondsOff;
        grows = grows && number > before && number < 1e9;
        before = number;
    }
    const bool isText = at.in(m_frames.at(frames.constFirst()).json).isString();
    QString placeholder;
    if (isTime || isMilliseconds)
        placeholder = isMilliseconds ? u"{time:ms}"_s : u"{time}"_s;
    else if (grows)
        placeholder = isText ? u"{requestId:text}"_s : u"{requestId}"_s;
    if (!placeholder.isEmpty())
        m_counters.insert(signature(frames.constFirst()) + at.text(), placeholder);
}

void DraftAnalysis::findCounters()
{
    QHash<QString, QList<qsizetype>> kinds;
    for (const qsizetype index : sentFrames())
        kinds[signature(index)].append(index);
    for (const QList<qsizetype> &frames : std::as_const(kinds)) {
        if (frames.size() < 2)
            continue;
        for (const FrameLeaf &leaf : leaves(frames.constFirst())) {
            QSet<QString> different;
            for (const qsizetype index : frames)
                different.insert(leaf.at.in(m_frames.at(index).json).toVariant().toString());
            // A setting has two values; what never repeats counts, or tells the time.
            const bool isNumber = leaf.value.isDouble() || !leaf.value.toString().isEmpty();
            const bool isTelling = frames.size() >= fewestCounts || FrameWords::isCounter(leaf.at.name());
            if (different.size() == frames.size() && isNumber && isTelling
                && !FrameWords::isSwitch(leaf.at.name()) && !FrameWords::isPort(leaf.at.name())
                && placeholderAt(frames.constFirst(), leaf).isEmpty())
                noteCounter(leaf.at, frames);
        }
    }
}

// --- requests ---

void DraftAnalysis::makeRequests()
{
    for (FoundExchange &step : signIn)
        step.send = requestOf(step.sent, false);
    if (read.sent >= 0)
        read.send = requestOf(read.sent, false);
    if (write.sent >= 0)
        write.send = requestOf(write.sent, true);
}

RequestTemplate DraftAnalysis::requestOf(qsizetype index, bool isSet)
{
    const CapturedFrame &each = m_frames.at(index);
    if (leaves(index).size() >= mostLeaves) { // what was not looked at may be a secret
        open.append(u"request: %1 is too long"_s.arg(lineOf(index)));
        return {};
    }
    OrderedJson request = OrderedJson::parse(each.text);
    for (const FrameLeaf &leaf : leaves(index)) {
        QString placeholder = placeholderAt(index, leaf);
        if (isSet && leaf.at == m_setEnabledAt)
            placeholder = u"{enabled}"_s;
        if (isSet && leaf.at == m_setPortAt)
            placeholder = m_portIsText ? u"{port:text}"_s : u"{port}"_s;
        const QString value = leaf.value.toString();
        if (!placeholder.isEmpty()) {
            request.replace(leaf.at, placeholder);
        } else if (FrameWords::isMask(leaf.value)
                   || (!value.isEmpty()
                       && (FrameWords::isToken(leaf.at.name()) || FrameWords::isPassword(leaf.at.name())))) {
            open.append(
                u"request: %1 has at %2 what looks like a secret and is nothing known; it was left out"_s.arg(
                    lineOf(index), leaf.at.text()));
            secrets.append(Secret(value));
            request.replace(leaf.at, QString());
        } else if (value.contains(u'{')) { // no placeholder of ours
            request.replace(leaf.at, QString(value).replace(u'{', "{brace}"_L1));
        }
    }
    if (isSet)
        addRest(request, index);
    QString reason;
    const std::optional<RequestTemplate> made = RequestTemplate::parse(request.compact(), &reason);
    if (!made)
        open.append(u"request: %1 %2"_s.arg(lineOf(index), reason));
    return made.value_or(RequestTemplate());
}

/// A client that sends back all that it read does so with what this gateway has not told yet, too.
void DraftAnalysis::addRest(OrderedJson &request, qsizetype index)
{
    if (read.reply < 0)
        return;
    const JsonPointer parent = enabledAt.parent();
    const QJsonObject told =
        parent.isEmpty() ? m_frames.at(read.reply).json : parent.in(m_frames.at(read.reply).json).toObject();
    const JsonPointer setParent = m_setEnabledAt.parent();
    const QJsonObject set =
        setParent.isEmpty() ? m_frames.at(index).json : setParent.in(m_frames.at(index).json).toObject();
    QStringList rest;
    for (const QString &key : told.keys()) {
        if (!set.contains(key) && !FrameWords::isKind(key))
            return;
        if (key != enabledAt.name() && key != portAt.name() && !FrameWords::isKind(key))
            rest.append(key);
    }
    OrderedJson *const object = setParent.isEmpty() ? &request : request.find(setParent);
    if (!object)
        return;
    for (const QString &key : std::as_const(rest)) {
        if (told.value(key) == set.value(key))
            object->remove(JsonPointer(QStringList{key}));
    }
    object->add(u"{rest}"_s, QJsonValue(QString()));
}

} // namespace Sigen
