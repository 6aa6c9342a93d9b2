#include "capture/draft.h"

#include "capture/draftanalysis.h"
#include "capture/profilecheck.h"
#include "core/redaction.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint16 usualWebSocketPort = 8080;
constexpr qsizetype mostOpen = 100;
constexpr qsizetype longestSentence = 1000;

QString profileName(const QString &file)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    QString name = file.section(u'/', -1).section(u'.', 0, 0).toLower().replace(other, u"-"_s);
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    name = name.left(48);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? u"draft"_s : name;
}

QJsonValue scalarOrList(const QJsonArray &values)
{
    return values.size() == 1 ? values.at(0) : QJsonValue(values);
}

OrderedJson condition(const JsonPointer &at, const QJsonArray &values)
{
    OrderedJson made = OrderedJson::object();
    made.add(at.text(), scalarOrList(values));
    return made;
}

OrderedJson list(const QList<OrderedJson> &items)
{
    QByteArray text;
    for (const OrderedJson &item : items)
        text += (text.isEmpty() ? "" : ",") + item.compact();
    return OrderedJson::parse('[' + text + ']');
}

/// One socket's findings as a profile file.
class DraftWriter
{
public:
    DraftWriter(const CapturedSocket &socket, const ImportHints &hints)
        : m_socket(socket)
        , m_hints(hints)
        , m_found(socket, hints)
        , m_open(m_found.open)
        , m_name(profileName(hints.file))
    {
        for (const Secret &secret : std::as_const(m_found.secrets)) {
            if (isWord(secret.reveal()))
                continue;
            m_redactor.add(secret);
            if (m_name.contains(secret.reveal(), Qt::CaseInsensitive))
                m_name = profileName({});
        }
    }

    Draft made(const Capture &capture)
    {
        Draft draft;
        const OrderedJson endpoint = endpointOf(draft.notes);
        draft.json = written(capture, endpoint);
        if (open().isEmpty()) {
            const ProfileOrError parsed = parseProfile(draft.json);
            if (const auto *error = std::get_if<ProfileError>(&parsed))
                m_open.append(u"the draft contradicts itself: "_s + error->reason);
            else
                m_open += checkProfile(std::get<ProtocolProfile>(parsed), capture).contradictions;
        }
        draft.json = written(capture, endpoint);
        draft.open = open();
        for (const QString &each : capture.http)
            draft.notes.append(u"Over HTTP, which this program does not speak: "_s + each);
        for (QString &note : draft.notes)
            note = m_redactor.fragment(note);
        return draft;
    }

private:
    /// Too short or too common to tell anything where it stands by itself: a password may be "password",
    /// which is a key.
    bool isWord(const QString &secret) const
    {
        constexpr qsizetype telling = 4;
        const auto isLetter = [](QChar each) { return each.isLetter(); };
        if (secret.size() < telling)
            return true;
        if (!std::all_of(secret.begin(), secret.end(), isLetter))
            return false;
        if (u"username password token serial enabled requestId"_s.contains(secret))
            return true;
        const auto hasKey = [&secret](const CapturedFrame &frame) {
            const QList<FrameLeaf> leaves = leavesOf(frame.json);
            return std::any_of(leaves.begin(), leaves.end(),
                               [&secret](const FrameLeaf &leaf) { return leaf.at.text().contains(secret); });
        };
        return std::any_of(m_socket.frames.begin(), m_socket.frames.end(), hasKey);
    }

    OrderedJson endpointOf(QStringList &notes)
    {
        const QUrl url(m_socket.url);
        const bool isTls = url.scheme() == "wss"_L1;
        QString path = url.path();
        quint16 port = quint16(url.port(isTls ? 443 : 80));
        if (m_socket.url.isEmpty()) {
            port = m_hints.webSocketPort ? m_hints.webSocketPort : usualWebSocketPort;
            path = m_hints.path.isEmpty() ? u"/ws"_s : m_hints.path;
            notes.append(u"The capture has no address: port %1 and path %2 stand in the draft."_s.arg(
                QString::number(port), path));
        }
        if (m_socket.hadQuery)
            m_open.append(u"endpoints: the address had a query, which a profile can't say"_s);
        return OrderedJson::object()
            .add(u"scheme"_s, QJsonValue(isTls ? u"wss"_s : u"ws"_s))
            .add(u"port"_s, QJsonValue(port))
            .add(u"paths"_s, QJsonArray{path.isEmpty() ? u"/"_s : path});
    }

    OrderedJson replyConditions(const FoundExchange &exchange) const
    {
        OrderedJson is = OrderedJson::object();
        if (!m_found.kindAt.isEmpty())
            is.add(m_found.kindAt.text(), m_found.kindAt.in(m_found.frame(exchange.reply).json));
        if (!m_found.idAt.isEmpty())
            is.add(m_found.idAt.text(), QJsonValue(u"{requestId}"_s));
        return OrderedJson::object().add(u"is"_s, is);
    }

    bool canTellReply(const FoundExchange &exchange) const
    {
        return exchange.reply >= 0 && (!m_found.kindAt.isEmpty() || !m_found.idAt.isEmpty());
    }

    OrderedJson exchange(const FoundExchange &found, bool isRead) const
    {
        OrderedJson made = OrderedJson::object();
        made.add(u"send"_s, OrderedJson::parse(found.send.json()));
        if (!canTellReply(found))
            return made;
        OrderedJson reply = replyConditions(found);
        const auto addPlace = [&reply](const QString &key, const JsonPointer &at) {
            if (!at.isEmpty())
                reply.add(key, QJsonValue(at.text()));
        };
        addPlace(u"token"_s, found.tokenAt);
        addPlace(u"serial"_s, found.serialAt);
        addPlace(u"role"_s, found.roleAt);
        if (isRead) {
            addPlace(u"enabled"_s, m_found.enabledAt);
            addPlace(u"port"_s, m_found.portAt);
        }
        return made.add(u"reply"_s, reply);
    }

    OrderedJson meanings() const
    {
        OrderedJson made = OrderedJson::object();
        if (!m_found.unasked.isEmpty())
            made.add(u"unasked"_s, condition(m_found.kindAt, m_found.unasked));
        for (const QString &word : {u"taken"_s, u"success"_s, u"expired"_s, u"busy"_s, u"noRights"_s}) {
            const QJsonArray values = m_found.meanings.value(word);
            const bool hasKinds = word == "taken"_L1 && !m_found.takenKinds.isEmpty();
            if (hasKinds && !values.isEmpty())
                made.add(word,
                         list({condition(m_found.resultAt, values),
                               condition(m_found.kindAt, m_found.takenKinds)}));
            else if (hasKinds)
                made.add(word, condition(m_found.kindAt, m_found.takenKinds));
            else if (!values.isEmpty())
                made.add(word, condition(m_found.resultAt, values));
        }
        return made;
    }

    QStringList http(const Capture &capture) const
    {
        QStringList exchanges = capture.http;
        for (QString &each : exchanges)
            each = m_redactor.fragment(each); // it may have been cut
        return exchanges;
    }

    QJsonObject evidence(const Capture &capture) const
    {
        QJsonObject evidence;
        const auto note = [&](const QString &key, const FoundExchange &exchange) {
            QJsonArray lines;
            for (const qsizetype index : {exchange.sent, exchange.reply}) {
                if (index >= 0)
                    lines.append(m_found.frame(index).line);
            }
            if (!lines.isEmpty())
                evidence.insert(key, QJsonObject{{u"lines"_s, lines}});
        };
        for (qsizetype i = 0; i < m_found.signIn.size(); ++i)
            note(u"signIn[%1]"_s.arg(i), m_found.signIn.at(i));
        note(u"read"_s, m_found.read);
        note(u"write"_s, m_found.write);
        if (const QStringList exchanges = http(capture); !exchanges.isEmpty())
            evidence.insert(u"http"_s, QJsonArray::fromStringList(exchanges));
        return evidence;
    }

    /// Whatever the analysis took for a secret leaves in no spelling: a part that has one is left out.
    void addClean(OrderedJson &root, const QString &key, const OrderedJson &value)
    {
        QString text = QString::fromUtf8(OrderedJson::object().add(key, value).compact());
        text.replace("{brace}"_L1, "{"_L1);
        const bool isClean =
            text.size() <= Redactor::longestFrame && m_redactor.frame(text) == Redactor().frame(text);
        if (isClean)
            root.add(key, value);
        else if (!m_leftOut.contains(key))
            m_leftOut.append(key);
    }

    QByteArray written(const Capture &capture, const OrderedJson &endpoint)
    {
        OrderedJson root = OrderedJson::object();
        root.add(u"format"_s, QJsonValue(2))
            .add(u"name"_s, QJsonValue(m_name))
            .add(u"title"_s, QJsonValue(u"Made from a capture"_s))
            .add(u"source"_s,
                 QJsonValue(u"A capture of one gateway with %1 frames. Seen once, not confirmed."_s.arg(
                     m_socket.frames.size())));
        if (const QStringList open = this->open(); !open.isEmpty())
            root.add(u"open"_s, QJsonArray::fromStringList(open));
        addClean(root, u"endpoints"_s, list({endpoint}));
        QList<OrderedJson> steps;
        for (const FoundExchange &step : m_found.signIn)
            steps.append(exchange(step, false));
        if (!steps.isEmpty())
            addClean(root, u"signIn"_s, list(steps));
        if (!m_found.read.send.isEmpty())
            addClean(root, u"read"_s, exchange(m_found.read, true));
        if (!m_found.write.send.isEmpty())
            addClean(root, u"write"_s, exchange(m_found.write, false));
        if (!m_found.keepAlive.isEmpty())
            addClean(root, u"keepAlive"_s,
                     OrderedJson::object()
                         .add(u"send"_s, OrderedJson::parse(m_found.keepAlive.json()))
                         .add(u"seconds"_s, QJsonValue(m_found.keepAliveSeconds)));
        if (!m_found.signOut.isEmpty())
            addClean(root, u"signOut"_s,
                     OrderedJson::object().add(u"send"_s, OrderedJson::parse(m_found.signOut.json())));
        if (!m_found.on.isNull()) {
            addClean(root, u"on"_s, OrderedJson(m_found.on));
            addClean(root, u"off"_s, OrderedJson(m_found.off));
        }
        if (!m_found.textAt.isEmpty())
            addClean(root, u"text"_s, OrderedJson(QJsonValue(m_found.textAt.text())));
        addClean(root, u"meanings"_s, meanings());
        root.add(u"defaultModbusPort"_s, QJsonValue(502));
        root.add(u"evidence"_s, QJsonValue(evidence(capture)));

        return root.text(4) + '\n';
    }

    /// What could not be told, as it may leave. What is left out is known once the draft was written.
    QStringList open() const
    {
        QStringList open;
        for (const QString &part : m_leftOut)
            open.append(u"%1: something that looks like a secret stands in it; it was left out"_s.arg(part));
        open += m_open;
        open = open.mid(0, mostOpen);
        for (QString &each : open)
            each = m_redactor.sentence(each).left(longestSentence);
        return open;
    }

    const CapturedSocket &m_socket;
    const ImportHints &m_hints;
    const DraftAnalysis m_found;
    QStringList m_open;
    QString m_name;
    QStringList m_leftOut;
    Redactor m_redactor;
};

} // namespace

Draft makeDraft(const Capture &capture, const ImportHints &hints)
{
    std::optional<Draft> best;
    for (const CapturedSocket &socket : capture.sockets) {
        Draft draft = DraftWriter(socket, hints).made(capture);
        if (!best || draft.open.size() < best->open.size())
            best = std::move(draft);
    }
    if (!best)
        best = DraftWriter(CapturedSocket(), hints).made(capture);
    if (capture.skipped > 0)
        best->notes.append(u"Frames that are no JSON objects, too long or too many were skipped: %1."_s.arg(
            capture.skipped));
    return *best;
}

} // namespace Sigen
