#include "capture/framewords.h"

#include <QRegularExpression>
#include <QStringList>

namespace Sigen::FrameWords {

using namespace Qt::Literals::StringLiterals;

static bool has(const QString &text, const char *pattern)
{
    const QRegularExpression expression(QString::fromLatin1(pattern),
                                        QRegularExpression::CaseInsensitiveOption);
    return expression.match(text).hasMatch();
}

bool isPassword(const QString &key)
{
    return has(key, "pass|pwd");
}

bool isUser(const QString &key)
{
    return has(key, "user|account|login|name");
}

bool isToken(const QString &key)
{
    return has(key, "token|session|ticket|auth|secret|^sid$");
}

bool isSerial(const QString &key)
{
    return has(key, "^(sn|.*_sn|.*[a-z]Sn|.*serial.*)$");
}

bool isPort(const QString &key)
{
    return has(key, "port");
}

bool isSwitch(const QString &key)
{
    return has(key, "enable|switch|state|active|on_?off|status");
}

bool isKind(const QString &key)
{
    return has(
        key, "^(msg|message|frame)?_?(type|kind|cmd|command|service|action|method|op|event|func|function)$");
}

bool isCounter(const QString &key)
{
    return has(key, "(^|_|[a-z])(id|seq|no|num|nonce|ts)$|time");
}

bool isResult(const QString &key)
{
    return has(key, "^(result|ret|err|error|status)?_?(code|no|status|result|success|ok|errno|ret)$");
}

bool isText(const QString &key)
{
    return has(key, "^(result|err|error)?_?(msg|message|text|desc|description|reason|info)$");
}

bool isSignOut(const QString &value)
{
    return has(value, "log_?-?out|sign_?-?out|log_?-?off");
}

bool tellsTaken(const QString &text)
{
    return has(text, "user limit|(other|another) (user|client)|elsewhere|kicked|taken over");
}

bool tellsExpired(const QString &text)
{
    return has(text, "expire|token|session|(log|sign) ?in|unauthor");
}

bool tellsBusy(const QString &text)
{
    return has(text, "busy");
}

bool tellsNoRights(const QString &text)
{
    return has(text, "permi(t|ss)|rights?\\b|denied|forbid|privilege");
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
