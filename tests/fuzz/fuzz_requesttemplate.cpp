// The filler: a template that somebody wrote, a line feed, and what it is filled with. Whatever both are,
// what comes out is one JSON object of the template's shape.
#include "protocol/requesttemplate.h"
#include "require.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Sigen;

static RequestValues valuesOf(const QByteArray &bytes)
{
    RequestValues values;
    const QString text = QString::fromUtf8(bytes);
    values.username = text;
    values.password = Secret(text);
    values.token = Secret(text);
    values.serial = text;
    values.enabled = text;
    values.port = quint16(bytes.size() % 65535 + 1);
    values.rest = QJsonDocument::fromJson(bytes).object();
    values.requestId = bytes.size();
    values.time = QDateTime::fromMSecsSinceEpoch(bytes.size(), Qt::UTC);
    return values;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = input.indexOf('\n');
    QString reason;
    const auto request = RequestTemplate::parse(input.left(end), &reason);
    require(request.has_value() == reason.isEmpty(), "a refused template says why");
    if (!request)
        return 0;
    const auto again = RequestTemplate::parse(request->json(), &reason);
    require(again && *again == *request, "a template is what it is written as");

    const RequestValues values = valuesOf(end < 0 ? QByteArray() : input.sliced(end + 1));
    const QByteArray frame = request->filled(values);
    QJsonParseError error;
    const QJsonObject filled = QJsonDocument::fromJson(frame, &error).object();
    require(error.error == QJsonParseError::NoError || error.error == QJsonParseError::DeepNesting,
            "what is sent is JSON");
    if (error.error != QJsonParseError::NoError)
        return 0;
    for (const TemplateLeaf &leaf : request->leaves()) {
        if (leaf.placeholder == QLatin1StringView("rest"))
            continue;
        const QJsonValue value = leaf.at.in(filled);
        require(!value.isUndefined(), "everything of the template is in the frame");
        if (!leaf.value.isString())
            require(value == leaf.value, "what is no text stays");
    }
    request->secretKeys();
    request->digests(values);
    return 0;
}
