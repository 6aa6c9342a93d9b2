#include "capture/profilecheck.h"

#include "protocol/envelope.h"

#include <QJsonDocument>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What \a frame would have been filled with, if it was made of \a request; empty: it was not.
std::optional<RequestValues> valuesIn(const RequestTemplate &request, const QJsonObject &frame)
{
    if (request.isEmpty())
        return std::nullopt;
    RequestValues values;
    RequestTemplate exact = request;
    for (const TemplateLeaf &leaf : request.leaves()) {
        const QJsonValue value = leaf.at.in(frame);
        const QString text = value.toString();
        if (leaf.placeholder == "rest"_L1) {
            const JsonPointer parent = leaf.at.parent();
            values.rest = parent.isEmpty() ? frame : parent.in(frame).toObject();
        } else if (value.isUndefined()) {
            return std::nullopt;
        } else if (leaf.placeholder.isEmpty() && leaf.value != value
                   && !leaf.value.toString().contains(u'{')) {
            return std::nullopt;
        } else if (leaf.placeholder == "username"_L1) {
            values.username = text;
        } else if (leaf.placeholder == "serial"_L1) {
            values.serial = text;
        } else if (leaf.placeholder == "token"_L1) {
            values.token = Secret(text);
        } else if (leaf.placeholder == "enabled"_L1) {
            values.enabled = value;
        } else if (leaf.placeholder == "port"_L1) {
            values.port = quint16(value.isString() ? text.toInt() : value.toInt());
        }
    }
    return values;
}

/// The frame and what the template makes of its values, but for what no capture can prove: digests and
/// clocks.
bool isSameFrame(const RequestTemplate &request, const RequestValues &values, const QJsonObject &frame)
{
    QJsonValue made = QJsonDocument::fromJson(request.filled(values)).object();
    for (const TemplateLeaf &leaf : request.leaves()) {
        const bool isFree = leaf.placeholder == "password"_L1 || leaf.placeholder == "time"_L1
            || leaf.placeholder == "requestId"_L1
            || (leaf.placeholder.isEmpty() && leaf.value.toString().contains(u'{'));
        if (isFree)
            made = leaf.at.set(made, leaf.at.in(frame));
    }
    return made.toObject() == frame;
}

qint64 numberIn(const RequestTemplate &request, const QJsonObject &frame)
{
    for (const TemplateLeaf &leaf : request.leaves()) {
        if (leaf.placeholder == "requestId"_L1) {
            const QJsonValue value = leaf.at.in(frame);
            return value.isString() ? value.toString().toLongLong() : value.toInteger();
        }
    }
    return 0;
}

class Checker
{
public:
    Checker(const ProtocolProfile &profile, const CapturedSocket &socket)
        : m_profile(profile)
        , m_frames(socket.frames)
    { }

    ProfileCheck check()
    {
        for (qsizetype step = 0; step < m_profile.signIn.size(); ++step)
            look(m_profile.signIn.at(step), u"signIn[%1]"_s.arg(step));
        look(m_profile.read, u"read"_s);
        look(m_profile.write, u"write"_s);
        return m_check;
    }

private:
    void look(const Exchange &exchange, const QString &name)
    {
        int found = 0;
        for (qsizetype i = 0; i < m_frames.size(); ++i) {
            const CapturedFrame &each = m_frames.at(i);
            const auto values = each.isSent ? valuesIn(exchange.send, each.json) : std::nullopt;
            if (!values || !isSameFrame(exchange.send, *values, each.json))
                continue;
            ++found;
            ++m_check.requests;
            lookAtReply(exchange, name, i);
        }
        if (found == 0 && !exchange.send.isEmpty())
            m_check.contradictions.append(u"%1: the capture has no request like it"_s.arg(name));
    }

    void lookAtReply(const Exchange &exchange, const QString &name, qsizetype sent)
    {
        constexpr qsizetype farthest = 50; // frames
        const CapturedFrame &request = m_frames.at(sent);
        const qint64 id = numberIn(exchange.send, request.json);
        for (qsizetype i = sent + 1; i < std::min(m_frames.size(), sent + farthest); ++i) {
            const CapturedFrame &each = m_frames.at(i);
            if (each.connection != request.connection)
                break;
            const ReplyVerdict verdict =
                each.isSent ? ReplyVerdict::Skip : classifyReply(m_profile, exchange, each.json, id);
            if (verdict == ReplyVerdict::Skip)
                continue;
            ++m_check.replies;
            if (verdict == ReplyVerdict::Accepted)
                lookAtParts(exchange, name, each);
            else if (verdict == ReplyVerdict::Malformed)
                m_check.contradictions.append(u"%1: line %2: %3"_s.arg(
                    name, QString::number(each.line), shapeProblem(m_profile, exchange, each.json)));
            return;
        }
        m_check.contradictions.append(
            u"%1: the request in line %2 has no reply that the profile knows"_s.arg(name).arg(request.line));
    }

    void lookAtParts(const Exchange &exchange, const QString &name, const CapturedFrame &reply)
    {
        QString problem;
        if (name == "read"_L1) {
            const auto setting = decodeSetting(m_profile, reply.json);
            if (const auto *error = std::get_if<Error>(&setting))
                problem = error->detail;
        } else if (name != "write"_L1) {
            const auto grant = decodeGrant(exchange, reply.json);
            if (const auto *error = std::get_if<Error>(&grant))
                problem = error->detail;
        }
        if (!problem.isEmpty())
            m_check.contradictions.append(
                u"%1: line %2: %3"_s.arg(name, QString::number(reply.line), problem));
    }

    const ProtocolProfile &m_profile;
    const QList<CapturedFrame> &m_frames;
    ProfileCheck m_check;
};

} // namespace

ProfileCheck checkProfile(const ProtocolProfile &profile, const Capture &capture)
{
    std::optional<ProfileCheck> best; // other sockets of the same page speak of other things
    for (const CapturedSocket &socket : capture.sockets) {
        const ProfileCheck check = Checker(profile, socket).check();
        if (!best || check.requests > best->requests)
            best = check;
    }
    return best.value_or(ProfileCheck{{u"the capture has no frames"_s}, 0, 0});
}

} // namespace Sigen
