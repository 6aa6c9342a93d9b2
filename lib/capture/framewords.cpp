#include "capture/framewords.h"

#include "core/redaction.h"

#include <QRegularExpression>
#include <QStringList>

namespace Sigen::FrameWords {

using namespace Qt::Literals::StringLiterals;

/// Compiled once for each place that asks: whole captures are asked about.
static QRegularExpression words(const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption);
}

bool isPassword(const QString &key)
{
    static const QRegularExpression known = words("pass|pwd");
    return known.match(key).hasMatch();
}

bool isUser(const QString &key)
{
    static const QRegularExpression known = words("user|account|login|name");
    return known.match(key).hasMatch();
}

bool isToken(const QString &key)
{
    static const QRegularExpression known = words("token|session|ticket|auth|secret|^sid$");
    return known.match(key).hasMatch();
}

bool isSerial(const QString &key)
{
    static const QRegularExpression known = words("^(sn|.*_sn|.*[a-z]Sn|.*serial.*)$");
    return known.match(key).hasMatch();
}

bool isPort(const QString &key)
{
    static const QRegularExpression known = words("port");
    return known.match(key).hasMatch();
}

bool isSwitch(const QString &key)
{
    static const QRegularExpression known = words("enable|switch|state|active|on_?off|status");
    return known.match(key).hasMatch();
}

bool isKind(const QString &key)
{
    static const QRegularExpression known =
        words("^(msg|message|frame)?_?(type|kind|cmd|command|service|action|method|op|event|func|function)$");
    return known.match(key).hasMatch();
}

bool isCounter(const QString &key)
{
    static const QRegularExpression known = words("(^|_|[a-z])(id|seq|no|num|nonce|ts)$|time");
    return known.match(key).hasMatch();
}

bool isResult(const QString &key)
{
    static const QRegularExpression known =
        words("^(result|ret|err|error|status)?_?(code|no|status|result|success|ok|errno|ret)$");
    return known.match(key).hasMatch();
}

bool isText(const QString &key)
{
    static const QRegularExpression known =
        words("^(result|err|error)?_?(msg|message|text|desc|description|reason|info)$");
    return known.match(key).hasMatch();
}

bool isSignOut(const QString &value)
{
    static const QRegularExpression known = words("log_?-?out|sign_?-?out|log_?-?off");
    return known.match(value).hasMatch();
}

bool isMask(const QJsonValue &value)
{
    return value == QJsonValue(Redactor::mask());
}

bool tellsTaken(const QString &text)
{
    static const QRegularExpression known =
        words("user limit|(other|another) (user|client)|elsewhere|kicked|taken over");
    return known.match(text).hasMatch();
}

bool tellsExpired(const QString &text)
{
    static const QRegularExpression known = words("expire|token|session|(log|sign) ?in|unauthor");
    return known.match(text).hasMatch();
}

bool tellsBusy(const QString &text)
{
    static const QRegularExpression known = words("busy");
    return known.match(text).hasMatch();
}

bool tellsNoRights(const QString &text)
{
    static const QRegularExpression known = words("permi(t|ss)|rights?\\b|denied|forbid|privilege");
    return known.match(text).hasMatch();
}

std::optional<bool> onOrOff(const QJsonValue &value)
{
    static const QStringList on{u"on"_s, u"enable"_s, u"enabled"_s, u"true"_s, u"1"_s, u"yes"_s};
    static const QStringList off{u"off"_s, u"disable"_s, u"disabled"_s, u"false"_s, u"0"_s, u"no"_s};
    const QString word = value.toVariant().toString().toLower();
    if (on.contains(word))
        return true;
    if (off.contains(word))
        return false;
    return std::nullopt;
}

} // namespace Sigen::FrameWords
