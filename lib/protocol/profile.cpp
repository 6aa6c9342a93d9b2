#include "protocol/profile.h"

#include "core/checkedjson.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype maximumCount = 16;
static constexpr qsizetype maximumNameLength = 64;
static constexpr qsizetype maximumTextLength = 1000;
static constexpr qsizetype maximumPathLength = 256;

static int number(const CheckedJson::Object &object, const QString &key)
{
    return int(object.wholeNumber(key, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

static quint16 port(const CheckedJson::Object &object, const QString &key)
{
    return quint16(object.wholeNumber(key, 1, 65535));
}

static MessageTypes messageTypes(const CheckedJson::Object &object)
{
    return {number(object, u"request"_s), object.wholeNumbers(u"replies"_s, 1, maximumCount)};
}

static void readAbout(const CheckedJson::Object &root, ProtocolProfile &profile)
{
    static const QRegularExpression wellFormed(u"\\A[a-z0-9-]+\\z"_s);
    profile.name = root.text(u"name"_s, maximumNameLength);
    if (!wellFormed.match(profile.name).hasMatch())
        root.refuse(u"name"_s, u"may hold lower-case letters, digits and hyphens only."_s);
    profile.title = root.text(u"title"_s, maximumTextLength);
    profile.source = root.text(u"source"_s, maximumTextLength);
}

static void readAddress(const CheckedJson::Object &root, ProtocolProfile &profile)
{
    const auto isUnfit = [](QChar c) { return c < u'!' || c > u'~' || c == u'?' || c == u'#'; };
    profile.webSocketPort = port(root, u"webSocketPort"_s);
    profile.paths = root.texts(u"paths"_s, maximumCount, maximumPathLength);
    for (qsizetype i = 0; i < profile.paths.size(); ++i) {
        const QString &path = profile.paths.at(i);
        if (!path.startsWith(u'/') || std::any_of(path.begin(), path.end(), isUnfit))
            root.refuse(u"paths[%1]"_s.arg(i),
                        u"must begin with \"/\" and be a URL path of ASCII characters."_s);
    }
}

static void readMessageTypes(const CheckedJson::Object &types, ProtocolProfile &profile)
{
    profile.signIn = messageTypes(types.object(u"signIn"_s));
    profile.read = messageTypes(types.object(u"read"_s));
    profile.write = messageTypes(types.object(u"write"_s));
    profile.pushes = types.wholeNumbers(u"pushes"_s, 0, maximumCount);
    for (qsizetype i = 0; i < profile.pushes.size(); ++i) {
        const int push = profile.pushes.at(i);
        if (profile.signIn.replies.contains(push) || profile.read.replies.contains(push)
            || profile.write.replies.contains(push))
            types.refuse(u"pushes[%1]"_s.arg(i), u"is the number of a reply."_s);
    }
}

static void refuseTwins(const CheckedJson::Object &keys, const QStringList &names)
{
    QStringList seen;
    for (const QString &name : names) {
        const QString key = keys.text(name, maximumNameLength);
        if (seen.contains(key))
            keys.refuse(name, u"is the same as another key of the same object."_s);
        seen.append(key);
    }
}

static void readKeys(const CheckedJson::Object &keys, ProtocolProfile &profile)
{
    const auto key = [&keys](const QString &name) { return keys.text(name, maximumNameLength); };
    profile.messageTypeKey = key(u"messageType"_s);
    profile.serialKey = key(u"serial"_s);
    profile.tokenKey = key(u"token"_s);
    profile.dataKey = key(u"data"_s);
    profile.codeKey = key(u"code"_s);
    profile.messageKey = key(u"message"_s);
    profile.usernameKey = key(u"username"_s);
    profile.passwordKey = key(u"password"_s);
    profile.serviceKey = key(u"service"_s);
    profile.enabledKey = key(u"enabled"_s);
    profile.portKey = key(u"port"_s);
    refuseTwins(keys, {u"messageType"_s, u"serial"_s, u"token"_s, u"data"_s, u"code"_s, u"message"_s});
    refuseTwins(keys, {u"username"_s, u"password"_s});
    refuseTwins(keys, {u"service"_s, u"enabled"_s, u"port"_s});
}

static void readValues(const CheckedJson::Object &root, ProtocolProfile &profile)
{
    profile.service = root.text(u"service"_s, maximumTextLength);
    profile.enabledValue = number(root, u"enabledValue"_s);
    profile.disabledValue = number(root, u"disabledValue"_s);
    if (profile.enabledValue == profile.disabledValue)
        root.refuse(u"disabledValue"_s, u"must differ from \"enabledValue\"."_s);
    profile.successCode = number(root, u"successCode"_s);
    profile.sessionRefusedCodes = root.wholeNumbers(u"sessionRefusedCodes"_s, 0, maximumCount);
    if (profile.sessionRefusedCodes.contains(profile.successCode))
        root.refuse(u"sessionRefusedCodes"_s, u"must not hold \"successCode\"."_s);
    profile.defaultModbusPort = port(root, u"defaultModbusPort"_s);
}

ProfileOrError parseProfile(const QByteArray &json)
{
    CheckedJson file(json, maximumProfileSize);
    const CheckedJson::Object root = file.root();
    ProtocolProfile profile;
    readAbout(root, profile);
    readAddress(root, profile);
    readMessageTypes(root.object(u"messageTypes"_s), profile);
    readKeys(root.object(u"keys"_s), profile);
    readValues(root, profile);
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
