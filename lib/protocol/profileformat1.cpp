// Profiles as they were before requests became templates: numbers and keys of one fixed shape of frames.

#include "protocol/profileparts.h"

#include <QJsonDocument>

#include <limits>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The numbers under which one kind of request and its replies travel ("msgType").
struct MessageTypes
{
    int request = 0;
    QList<int> replies; ///< never empty
};

int number(const CheckedJson::Object &object, const QString &key)
{
    return int(object.wholeNumber(key, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

MessageTypes messageTypes(const CheckedJson::Object &object)
{
    return {number(object, u"request"_s), object.wholeNumbers(u"replies"_s, 1, maximumCount)};
}

void refuseTwins(const CheckedJson::Object &keys, const QStringList &names)
{
    QStringList seen;
    for (const QString &name : names) {
        const QString key = keys.text(name, maximumNameLength);
        if (key.contains(u'{')) // a template's key never is a placeholder
            keys.refuse(name, u"must not have a brace."_s);
        if (seen.contains(key))
            keys.refuse(name, u"is the same as another key of the same object."_s);
        seen.append(key);
    }
}

QJsonArray values(const QList<int> &numbers)
{
    QJsonArray values;
    for (const int each : numbers)
        values.append(each);
    return values;
}

/// An object's text out of its members, in their order.
class ObjectText
{
public:
    ObjectText &add(const QString &key, const QJsonValue &value)
    {
        const QByteArray object = QJsonDocument(QJsonObject{{key, value}}).toJson(QJsonDocument::Compact);
        return addText(object.sliced(1, object.size() - 2));
    }
    ObjectText &add(const QString &key, const ObjectText &value)
    {
        const QByteArray object = QJsonDocument(QJsonObject{{key, 0}}).toJson(QJsonDocument::Compact);
        return addText(object.sliced(1, object.size() - 3) + value.json());
    }
    QByteArray json() const { return '{' + m_members + '}'; }
    RequestTemplate made() const
    {
        QString reason;
        return RequestTemplate::parse(json(), &reason).value_or(RequestTemplate());
    }

private:
    ObjectText &addText(const QByteArray &member)
    {
        m_members += (m_members.isEmpty() ? QByteArray() : QByteArray(",")) + member;
        return *this;
    }

    QByteArray m_members;
};

class Reader
{
public:
    Reader(const CheckedJson::Object &root, ProtocolProfile &profile)
        : m_root(root)
        , m_keys(root.object(u"keys"_s))
        , m_profile(profile)
    { }

    void read()
    {
        m_profile.endpoints = {{false, readPort(m_root, u"webSocketPort"_s), readPaths(m_root)}};
        readKeys();
        m_profile.on = number(m_root, u"enabledValue"_s);
        m_profile.off = number(m_root, u"disabledValue"_s);
        if (m_profile.on == m_profile.off)
            m_root.refuse(u"disabledValue"_s, u"must differ from \"enabledValue\"."_s);
        readExchanges(m_root.object(u"messageTypes"_s));
        readMeanings();
        m_profile.defaultModbusPort = readPort(m_root, u"defaultModbusPort"_s);
    }

private:
    QString key(const QString &name) const { return m_keys.text(name, maximumNameLength); }
    JsonPointer top(const QString &name) const { return JsonPointer(QStringList{key(name)}); }
    JsonPointer inData(const QString &name) const
    {
        return JsonPointer(QStringList{key(u"data"_s), key(name)});
    }

    void readKeys()
    {
        refuseTwins(m_keys, {u"messageType"_s, u"serial"_s, u"token"_s, u"data"_s, u"code"_s, u"message"_s});
        refuseTwins(m_keys, {u"username"_s, u"password"_s});
        refuseTwins(m_keys, {u"service"_s, u"enabled"_s, u"port"_s});
        m_profile.enabledAt = inData(u"enabled"_s);
        m_profile.portAt = inData(u"port"_s);
        m_profile.textAt = top(u"message"_s);
    }

    void readExchanges(const CheckedJson::Object &types)
    {
        const MessageTypes signIn = messageTypes(types.object(u"signIn"_s));
        const MessageTypes read = messageTypes(types.object(u"read"_s));
        const MessageTypes write = messageTypes(types.object(u"write"_s));
        const QList<int> pushes = types.wholeNumbers(u"pushes"_s, 0, maximumCount);
        for (qsizetype i = 0; i < pushes.size(); ++i) {
            const int push = pushes.at(i);
            if (signIn.replies.contains(push) || read.replies.contains(push) || write.replies.contains(push))
                types.refuse(u"pushes[%1]"_s.arg(i), u"is the number of a reply."_s);
        }
        if (!pushes.isEmpty())
            m_profile.meanings.unasked = {{{top(u"messageType"_s), values(pushes)}}};
        readSignIn(signIn);
        // No placeholder stands in it.
        const QString service = m_root.text(u"service"_s, maximumTextLength).replace(u'{', "{brace}"_L1);
        ObjectText readData, writeData;
        readData.add(key(u"service"_s), service);
        writeData.add(key(u"service"_s), service)
            .add(key(u"enabled"_s), u"{enabled}"_s)
            .add(key(u"port"_s), u"{port}"_s)
            .add(u"{rest}"_s, QString());
        m_profile.read = exchange(read, readData, true);
        m_profile.read.carries = m_profile.enabledAt;
        m_profile.write = exchange(write, writeData, true);
    }

    void readSignIn(const MessageTypes &types)
    {
        ObjectText data;
        data.add(key(u"username"_s), u"{username}"_s).add(key(u"password"_s), u"{password}"_s);
        Exchange signIn = exchange(types, data, false);
        signIn.tokenAt = inData(u"token"_s);
        signIn.serialAt = inData(u"serial"_s);
        signIn.carries = signIn.tokenAt;
        // A refusal says what is wrong; who hands out a token with a word of success does not refuse.
        signIn.success = {{{signIn.tokenAt, {u"*"_s}},
                           {m_profile.textAt, {u"ok"_s, u"success"_s, u"successful"_s, u"succeeded"_s}}}};
        m_profile.signIn = {signIn};
    }

    Exchange exchange(const MessageTypes &types, const ObjectText &data, bool hasToken) const
    {
        ObjectText frame;
        frame.add(key(u"messageType"_s), types.request).add(key(u"serial"_s), u"{serial}"_s);
        if (hasToken)
            frame.add(key(u"token"_s), u"{token}"_s);
        frame.add(key(u"data"_s), data);
        Exchange exchange;
        exchange.send = frame.made();
        exchange.is = {{{top(u"messageType"_s), values(types.replies)}}};
        return exchange;
    }

    void readMeanings()
    {
        const int success = number(m_root, u"successCode"_s);
        const QList<int> expired = m_root.wholeNumbers(u"sessionRefusedCodes"_s, 0, maximumCount);
        if (expired.contains(success))
            m_root.refuse(u"sessionRefusedCodes"_s, u"must not hold \"successCode\"."_s);
        // How devices number success is not known; what HTTP numbers so is no refusal, unless listed as one.
        QJsonArray successes{QJsonValue::Null, success};
        for (const int code : {200, 201, 202, 204}) {
            if (!expired.contains(code))
                successes.append(code);
        }
        m_profile.meanings.success = {{{top(u"code"_s), successes}}};
        if (!expired.isEmpty())
            m_profile.meanings.expired = {{{top(u"code"_s), values(expired)}}};
    }

    const CheckedJson::Object m_root;
    const CheckedJson::Object m_keys;
    ProtocolProfile &m_profile;
};

} // namespace

void readFormat1(const CheckedJson::Object &root, ProtocolProfile &profile)
{
    Reader(root, profile).read();
}

} // namespace Sigen
