// No secret is left in what was redacted, and nothing unsafe in what is shown.
#include "core/displaytext.h"
#include "core/redaction.h"
#include "require.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static QString consumeText(FuzzedDataProvider &input, size_t maximum)
{
    return QString::fromStdString(input.ConsumeRandomLengthString(maximum));
}

static void requireNoSecret(const QString &text, const QStringList &secrets)
{
    for (const QString &secret : secrets)
        require(!text.contains(secret), "no secret is left");
}

static void requireShowable(const QString &text)
{
    const QString shown = displayText(text);
    require(shown.size() <= maximumDisplayLength, "what is shown has its limit");
    require(displayText(shown) == shown, "what is shown is safe to show");
    require(
        std::none_of(shown.begin(), shown.end(),
                     [](QChar c) { return c < u' ' || (c >= u'\x7f' && c < u'\u00a0') || c == u'\u202e'; }),
        "no control character is shown");
    require(shown.isValidUtf16(), "no surrogate is alone");
}

/// Whatever surrounds them: values under secret keys are masked, and known values wherever they are.
static void requireMaskedFrame(const Redactor &redactor, const QString &text, const QStringList &secrets)
{
    QJsonObject frame{{u"msg"_s, text}, {u"data"_s, QJsonObject{{u"Token"_s, text}}}};
    for (const QString &secret : secrets)
        frame.insert(text + secret, QString(text + secret + text));
    const QString json = QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact));
    const QString masked = redactor.frame(json);
    requireNoSecret(masked, secrets);
    const QJsonDocument again = QJsonDocument::fromJson(masked.toUtf8());
    for (const QJsonObject object = again.object(); const QJsonValue &value : object) {
        if (value.isString())
            requireNoSecret(value.toString(), secrets);
    }
    // Broken off somewhere in the second half: by value and by key all the same.
    requireNoSecret(redactor.frame(json.left(json.size() / 2 + text.size() % (json.size() / 2))), secrets);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider input(data, size);
    Redactor redactor({u"password"_s, u"token"_s});
    QStringList secrets;
    for (int i = 0; i < 2; ++i) {
        const QString secret = consumeText(input, 12);
        redactor.add(Secret(secret));
        // Shorter ones are masked under their keys and as words only; the mask itself cannot be kept out.
        if (secret.size() >= 4 && !secret.contains(u'*'))
            secrets.append(secret);
    }
    const QString text = QString::fromStdString(input.ConsumeRemainingBytesAsString());

    requireNoSecret(redactor.sentence(text), secrets);
    requireNoSecret(redactor.frame(text), secrets);
    requireMaskedFrame(redactor, text, secrets);
    requireShowable(text);
    requireShowable(redactor.frame(text));
    const QString utf16(
        reinterpret_cast<const QChar *>(QByteArray(text.toLatin1() + text.toLatin1()).constData()),
        text.size());
    requireShowable(utf16); // also text that is no valid UTF-16
    return 0;
}
