#include "protocol/profile.h"

#include "protocol/profileparts.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype maximumPathLength = 256;
static constexpr int longestKeepAlive = 3600; // seconds
static constexpr int mostOpen = 100;

void readAbout(const CheckedJson::Object &root, ProtocolProfile &profile)
{
    static const QRegularExpression wellFormed(u"\\A[a-z0-9-]+\\z"_s);
    profile.name = root.text(u"name"_s, maximumNameLength);
    if (!wellFormed.match(profile.name).hasMatch())
        root.refuse(u"name"_s, u"may hold lower-case letters, digits and hyphens only."_s);
    profile.title = root.text(u"title"_s, maximumTextLength);
    profile.source = root.text(u"source"_s, maximumTextLength);
}

quint16 readPort(const CheckedJson::Object &object, const QString &key)
{
    return quint16(object.wholeNumber(key, 1, 65535));
}

QStringList readPaths(const CheckedJson::Object &object)
{
    const auto isUnfit = [](QChar c) { return c < u'!' || c > u'~' || c == u'?' || c == u'#'; };
    const QStringList paths = object.texts(u"paths"_s, maximumCount, maximumPathLength);
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString &path = paths.at(i);
        if (!path.startsWith(u'/') || std::any_of(path.begin(), path.end(), isUnfit))
            object.refuse(u"paths[%1]"_s.arg(i),
                          u"must begin with \"/\" and be a URL path of ASCII characters."_s);
    }
    return paths;
}

namespace {

/// Sections that are open are not missed.
class Reader
{
public:
    Reader(const CheckedJson::Object &root, ProtocolProfile &profile)
        : m_root(root)
        , m_profile(profile)
    { }

    void read()
    {
        if (m_root.contains(u"open"_s))
            m_profile.open = m_root.texts(u"open"_s, mostOpen, maximumTextLength);
        if (has(m_root, u"endpoints"_s))
            readEndpoints();
        if (has(m_root, u"signIn"_s))
            readSignIn();
        if (has(m_root, u"read"_s))
            readRead(m_root.object(u"read"_s));
        if (has(m_root, u"write"_s))
            m_profile.write = exchange(m_root.object(u"write"_s));
        if (m_root.contains(u"signOut"_s))
            m_profile.signOut = request(m_root.object(u"signOut"_s));
        if (m_root.contains(u"keepAlive"_s)) {
            const CheckedJson::Object keepAlive = m_root.object(u"keepAlive"_s);
            m_profile.keepAlive = request(keepAlive);
            m_profile.keepAliveSeconds = int(keepAlive.wholeNumber(u"seconds"_s, 1, longestKeepAlive));
        }
        readMeanings();
        readOnOff();
        m_profile.textAt = pointer(m_root, u"text"_s);
        m_profile.defaultModbusPort = readPort(m_root, u"defaultModbusPort"_s);
        refuseContradictions();
    }

private:
    bool has(const CheckedJson::Object &object, const QString &key) const
    {
        return m_profile.open.isEmpty() || object.contains(key);
    }

    /// An optional pointer; nowhere when there is none.
    static JsonPointer pointer(const CheckedJson::Object &object, const QString &key)
    {
        if (!object.contains(key))
            return {};
        const std::optional<JsonPointer> parsed = JsonPointer::parse(object.text(key, maximumTextLength));
        if (!parsed)
            object.refuse(key, u"must be a JSON pointer, which begins with \"/\"."_s);
        return parsed.value_or(JsonPointer());
    }

    RequestTemplate request(const CheckedJson::Object &object) const
    {
        if (!has(object, u"send"_s))
            return {};
        object.object(u"send"_s);
        QString reason;
        const auto made = RequestTemplate::parse(object.textFrom(u"send"_s), &reason);
        if (!made)
            object.refuse(u"send"_s, reason);
        return made.value_or(RequestTemplate());
    }

    static QJsonArray scalars(const CheckedJson::Object &object, const QString &key)
    {
        const QJsonValue value = object.any(key);
        const QJsonArray values = value.isArray() ? value.toArray() : QJsonArray{value};
        const bool isFit = std::all_of(values.begin(), values.end(), [](const QJsonValue &each) {
            return !each.isArray() && !each.isObject() && !each.isUndefined();
        });
        if (!isFit || values.isEmpty() || values.size() > 4 * maximumCount)
            object.refuse(key, u"must be a text, a number, true, false, null or an array of them."_s);
        return values;
    }

    static Condition condition(const CheckedJson::Object &object)
    {
        Condition condition;
        for (const QString &key : object.keys()) {
            const std::optional<JsonPointer> at = JsonPointer::parse(key);
            if (!at || at->text().size() > maximumTextLength)
                object.refuse(key, u"is no JSON pointer, which begins with \"/\"."_s);
            condition.append({at.value_or(JsonPointer()), scalars(object, key)});
        }
        return condition;
    }

    /// An object, or an array of them of which any will do; empty where there is none.
    static Conditions conditions(const CheckedJson::Object &object, const QString &key)
    {
        if (!object.contains(key))
            return {};
        Conditions conditions;
        if (object.any(key).isArray()) {
            for (const CheckedJson::Object &each : object.objects(key))
                conditions.append(condition(each));
        } else {
            conditions.append(condition(object.object(key)));
        }
        if (conditions.size() > maximumCount || conditions.contains(Condition()))
            object.refuse(key, u"must say at least one place and what stands there, at most 16 times."_s);
        return conditions;
    }

    Exchange exchange(const CheckedJson::Object &object) const
    {
        Exchange exchange;
        exchange.send = request(object);
        if (!has(object, u"reply"_s))
            return exchange;
        const CheckedJson::Object reply = object.object(u"reply"_s);
        exchange.is = conditions(reply, u"is"_s);
        exchange.carries = pointer(reply, u"carries"_s);
        if (exchange.is.isEmpty() && m_profile.open.isEmpty())
            object.refuse(u"reply"_s, u"must have \"is\": what makes a frame this reply."_s);
        exchange.success = conditions(reply, u"success"_s);
        exchange.tokenAt = pointer(reply, u"token"_s);
        exchange.serialAt = pointer(reply, u"serial"_s);
        exchange.roleAt = pointer(reply, u"role"_s);
        return exchange;
    }

    void readEndpoints()
    {
        for (const CheckedJson::Object &endpoint : m_root.objects(u"endpoints"_s)) {
            const QString scheme = endpoint.text(u"scheme"_s, maximumNameLength);
            if (scheme != "ws"_L1 && scheme != "wss"_L1)
                endpoint.refuse(u"scheme"_s, u"must be \"ws\" or \"wss\"."_s);
            m_profile.endpoints.append(
                {scheme == "wss"_L1, readPort(endpoint, u"port"_s), readPaths(endpoint)});
        }
        if (m_profile.endpoints.size() > maximumCount)
            m_root.refuse(u"endpoints"_s, u"must be an array of 1 to 16 entries."_s);
    }

    void readSignIn()
    {
        bool hasToken = false;
        const QList<CheckedJson::Object> steps = m_root.objects(u"signIn"_s);
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const Exchange step = exchange(steps.at(i));
            if (step.send.uses("token"_L1) && !hasToken)
                steps.at(i).refuse(u"send"_s, u"sends {token} before a reply has brought one."_s);
            hasToken = hasToken || !step.tokenAt.isEmpty();
            m_profile.signIn.append(step);
        }
        if (m_profile.signIn.size() > maximumCount)
            m_root.refuse(u"signIn"_s, u"must be an array of 1 to 16 entries."_s);
    }

    void readRead(const CheckedJson::Object &read)
    {
        m_profile.read = exchange(read);
        if (!has(read, u"reply"_s))
            return;
        const CheckedJson::Object reply = read.object(u"reply"_s);
        m_profile.enabledAt = pointer(reply, u"enabled"_s);
        m_profile.portAt = pointer(reply, u"port"_s);
        if (m_profile.enabledAt.isEmpty() && m_profile.open.isEmpty())
            read.refuse(u"reply"_s, u"must have \"enabled\": where on and off stand."_s);
        if (m_profile.enabledAt == m_profile.portAt && !m_profile.portAt.isEmpty())
            reply.refuse(u"port"_s, u"must differ from \"enabled\"."_s);
    }

    void readMeanings()
    {
        if (!has(m_root, u"meanings"_s))
            return;
        const CheckedJson::Object meanings = m_root.object(u"meanings"_s);
        m_profile.meanings = {conditions(meanings, u"unasked"_s), conditions(meanings, u"taken"_s),
                              conditions(meanings, u"success"_s), conditions(meanings, u"expired"_s),
                              conditions(meanings, u"busy"_s),    conditions(meanings, u"noRights"_s)};
        if (m_profile.meanings.success.isEmpty() && m_profile.open.isEmpty())
            m_root.refuse(u"meanings"_s, u"must have \"success\": what a reply says that does not refuse."_s);
    }

    void readOnOff()
    {
        for (const auto &[key, place] : {std::pair(u"on"_s, &m_profile.on), {u"off"_s, &m_profile.off}}) {
            if (!has(m_root, key))
                continue;
            *place = m_root.any(key);
            if (place->isArray() || place->isObject() || place->isNull())
                m_root.refuse(key, u"must be a text, a number, true or false."_s);
        }
        if (m_profile.on == m_profile.off && m_profile.open.isEmpty())
            m_root.refuse(u"off"_s, u"must differ from \"on\"."_s);
    }

    /// Whether a frame could be both for one and the same value in one place.
    static bool overlap(const Conditions &first, const Conditions &second)
    {
        const auto isShared = [](const ExpectedValue &one, const ExpectedValue &other) {
            return one.at == other.at
                && std::any_of(one.values.begin(), one.values.end(),
                               [&other](const QJsonValue &value) { return other.values.contains(value); });
        };
        return std::any_of(first.begin(), first.end(), [&](const Condition &one) {
            return std::any_of(second.begin(), second.end(), [&](const Condition &other) {
                return one.size() == 1 && other.size() == 1 && isShared(one.constFirst(), other.constFirst());
            });
        });
    }

    void refuseOverlaps() const
    {
        const FrameMeanings &meanings = m_profile.meanings;
        for (const auto &[key, refusal] : {std::pair(u"meanings.expired"_s, meanings.expired),
                                           {u"meanings.busy"_s, meanings.busy},
                                           {u"meanings.noRights"_s, meanings.noRights},
                                           {u"meanings.taken"_s, meanings.taken}}) {
            if (overlap(meanings.success, refusal))
                m_root.refuse(key, u"has a value that means success."_s);
        }
        QList<Exchange> exchanges = m_profile.signIn;
        exchanges += {m_profile.read, m_profile.write};
        for (const Exchange &exchange : std::as_const(exchanges)) {
            if (overlap(meanings.unasked, exchange.is))
                m_root.refuse(u"meanings.unasked"_s, u"has a value that makes a frame a reply."_s);
        }
    }

    void refuseContradictions() const
    {
        if (!m_profile.open.isEmpty())
            return;
        refuseOverlaps();
        for (const Exchange &step : m_profile.signIn) {
            if (step.send.uses("enabled"_L1) || step.send.uses("port"_L1) || step.send.uses("rest"_L1))
                m_root.refuse(u"signIn"_s, u"has a placeholder that only a set request can have."_s);
        }
        if (!m_profile.write.send.uses("enabled"_L1))
            m_root.refuse(u"write.send"_s, u"must have {enabled}: else it could not switch anything."_s);
        const bool hasToken = std::any_of(m_profile.signIn.begin(), m_profile.signIn.end(),
                                          [](const Exchange &step) { return !step.tokenAt.isEmpty(); });
        for (const auto &[key, send] : {std::pair(u"read.send"_s, m_profile.read.send),
                                        {u"write.send"_s, m_profile.write.send},
                                        {u"signOut.send"_s, m_profile.signOut},
                                        {u"keepAlive.send"_s, m_profile.keepAlive}}) {
            if (send.uses("token"_L1) && !hasToken)
                m_root.refuse(key, u"sends {token}, which no sign-in's reply brings."_s);
            if (key != "write.send"_L1
                && (send.uses("enabled"_L1) || send.uses("port"_L1) || send.uses("rest"_L1)))
                m_root.refuse(key, u"has a placeholder that only a set request can have."_s);
            if (send.uses("password"_L1))
                m_root.refuse(key, u"must not have {password}, which only a sign-in sends."_s);
        }
    }

    const CheckedJson::Object m_root;
    ProtocolProfile &m_profile;
};

} // namespace

QStringList ProtocolProfile::paths(quint16 port) const
{
    const auto found = std::find_if(endpoints.begin(), endpoints.end(),
                                    [port](const ProfileEndpoint &each) { return each.port == port; });
    return found != endpoints.end() ? found->paths : endpoints.value(0).paths;
}

bool ProtocolProfile::tls(quint16 port) const
{
    return std::any_of(endpoints.begin(), endpoints.end(),
                       [port](const ProfileEndpoint &each) { return each.port == port && each.tls; });
}

ProfileOrError parseProfile(const QByteArray &json)
{
    CheckedJson file(json, maximumProfileSize);
    const CheckedJson::Object root = file.root();
    ProtocolProfile profile;
    if (!file.failed()) {
        const int format = root.contains(u"format"_s) ? int(root.wholeNumber(u"format"_s, 1, 2)) : 1;
        readAbout(root, profile);
        if (format == 1)
            readFormat1(root, profile);
        else
            Reader(root, profile).read();
    }
    if (file.failed())
        return ProfileError{file.failedLine(), file.reason()};
    return profile;
}

QStringList builtInProfileNames()
{
    return {u"documented"_s, u"early-draft"_s};
}

ProtocolProfile builtInProfile(const QString &name)
{
    Q_ASSERT(builtInProfileNames().contains(name));
    QFile file(u":/sigen/profiles/%1.json"_s.arg(name));
    QByteArray json;
    if (file.open(QIODevice::ReadOnly))
        json = file.readAll();
    const ProfileOrError profile = parseProfile(json);
    if (const auto *error = std::get_if<ProfileError>(&profile))
        qFatal("Built-in profile %ls, line %d: %ls", qUtf16Printable(name), error->line,
               qUtf16Printable(error->reason));
    return *std::get_if<ProtocolProfile>(&profile);
}

bool isBuiltIn(const ProtocolProfile &profile)
{
    return builtInProfileNames().contains(profile.name) && profile == builtInProfile(profile.name);
}

std::variant<ProtocolProfile, Error> loadProfile(const QString &nameOrPath)
{
    if (builtInProfileNames().contains(nameOrPath))
        return builtInProfile(nameOrPath);

    QFile file(nameOrPath);
    if (nameOrPath.isEmpty() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Usage, nameOrPath,
                     u"Neither a built-in profile (%1) nor a file that can be read: %2"_s.arg(
                         builtInProfileNames().join(u", "_s), file.errorString())};
    // One byte more than allowed, so that a longer file is refused and an endless one does not hang.
    return profileFrom(nameOrPath, file.read(maximumProfileSize + 1));
}

std::variant<ProtocolProfile, Error> profileFrom(const QString &path, const QByteArray &json)
{
    const ProfileOrError profile = parseProfile(json);
    if (const auto *error = std::get_if<ProfileError>(&profile))
        return Error{ErrorCode::Usage, path,
                     u"line %1: %2"_s.arg(QString::number(error->line), error->reason)};
    return *std::get_if<ProtocolProfile>(&profile);
}

} // namespace Sigen
