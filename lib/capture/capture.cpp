#include "capture/capture.h"

#include "core/jsonlines.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A setting's frames are short; what is longer is something else.
constexpr qsizetype longestFrame = 256 * 1024;
constexpr qsizetype mostFrames = 10000;
constexpr qsizetype mostSockets = 100;
constexpr qsizetype mostHttp = 50;

CapturedSocket *socketAt(Capture &capture, const QString &url, bool hadQuery)
{
    for (CapturedSocket &socket : capture.sockets) {
        if (socket.url == url)
            return &socket;
    }
    if (capture.sockets.size() == mostSockets)
        return nullptr;
    capture.sockets.append({url, hadQuery, {}});
    return &capture.sockets.last();
}

void take(Capture &capture, CapturedSocket *socket, CapturedFrame frame)
{
    frame.json =
        frame.text.size() > longestFrame ? QJsonObject() : QJsonDocument::fromJson(frame.text).object();
    if (!socket || frame.json.isEmpty() || socket->frames.size() >= mostFrames)
        ++capture.skipped;
    else
        socket->frames.append(std::move(frame));
}

void takeMessages(Capture &capture, const QJsonObject &entry, const QString &path, const JsonLines &lines,
                  int connection)
{
    constexpr int textOpcode = 1;
    QUrl url(entry["request"_L1]["url"_L1].toString());
    const bool hadQuery = url.hasQuery();
    url.setQuery(QString());
    url.setFragment(QString());
    url.setUserInfo(QString());
    CapturedSocket *const socket = socketAt(capture, url.toString(), hadQuery);
    const QJsonArray messages = entry["_webSocketMessages"_L1].toArray();
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QJsonObject message = messages.at(i).toObject();
        CapturedFrame frame;
        frame.isSent = message["type"_L1].toString() == "send"_L1;
        frame.seconds = message["time"_L1].toDouble();
        frame.line = lines.line(u"%1._webSocketMessages[%2]"_s.arg(path, QString::number(i)));
        frame.connection = connection;
        if (message["opcode"_L1].toInt(textOpcode) == textOpcode)
            frame.text = message["data"_L1].toString().toUtf8();
        take(capture, socket, std::move(frame));
    }
    if (socket && !socket->frames.isEmpty())
        socket->frames.last().isLast = true;
}

/// The program speaks no HTTP to a cloud; that others do is worth knowing.
void noteHttp(Capture &capture, const QJsonObject &entry, int line)
{
    const auto mentionsModbus = [](const QJsonValue &text) {
        return text.toString().contains("modbus"_L1, Qt::CaseInsensitive);
    };
    if (capture.http.size() == mostHttp
        || (!mentionsModbus(entry["request"_L1]["postData"_L1]["text"_L1])
            && !mentionsModbus(entry["response"_L1]["content"_L1]["text"_L1])))
        return;
    QUrl url(entry["request"_L1]["url"_L1].toString());
    url.setQuery(QString());
    url.setFragment(QString());
    url.setUserInfo(QString());
    capture.http.append(u"line %1: %2 %3"_s.arg(QString::number(line),
                                                entry["request"_L1]["method"_L1].toString().left(10),
                                                url.toString().left(200)));
}

Capture readHar(const QJsonObject &log, const JsonLines &lines)
{
    Capture capture;
    const QJsonArray entries = log["entries"_L1].toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString path = u"log.entries[%1]"_s.arg(i);
        const QJsonObject entry = entries.at(i).toObject();
        if (entry.contains("_webSocketMessages"_L1))
            takeMessages(capture, entry, path, lines, int(i));
        else
            noteHttp(capture, entry, lines.line(path));
    }
    return capture;
}

/// What a client sends can be told from what it gets; empty: it can't.
std::optional<bool> isSent(const QJsonObject &line)
{
    const QString direction = line["direction"_L1].toString(line["type"_L1].toString()).toLower();
    if (direction == "sent"_L1 || direction == "send"_L1 || direction == "out"_L1)
        return true;
    if (direction == "received"_L1 || direction == "receive"_L1 || direction == "in"_L1)
        return false;
    return std::nullopt;
}

std::variant<Capture, ProfileError> readLines(const QByteArray &file)
{
    Capture capture;
    int firstStrange = 0;
    CapturedSocket frames;
    const QList<QByteArray> lines = file.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray text = lines.at(i).trimmed();
        if (text.isEmpty())
            continue;
        const QJsonObject line = QJsonDocument::fromJson(text).object();
        const std::optional<bool> sent = isSent(line);
        if (line["channel"_L1].toString() == "modbus"_L1 || line.contains("cut"_L1))
            continue;
        if (!sent || !line["text"_L1].isString()) {
            firstStrange = firstStrange > 0 ? firstStrange : int(i) + 1;
            ++capture.skipped;
            continue;
        }
        CapturedFrame frame;
        frame.isSent = *sent;
        frame.text = line["text"_L1].toString().toUtf8();
        frame.line = int(i) + 1;
        const QDateTime at = QDateTime::fromString(line["at"_L1].toString(), Qt::ISODateWithMs);
        frame.seconds = at.isValid() ? double(at.toMSecsSinceEpoch()) / 1000 : 0;
        take(capture, &frames, std::move(frame));
    }
    if (frames.frames.isEmpty())
        return ProfileError{std::max(1, firstStrange),
                            u"This is neither a HAR file nor lines of {\"direction\", \"text\"}."_s};
    frames.frames.last().isLast = true;
    capture.sockets.append(frames);
    return capture;
}

} // namespace

std::variant<Capture, ProfileError> readCapture(const QByteArray &file)
{
    if (file.size() > maximumCaptureSize)
        return ProfileError{1, u"The file is longer than %1 bytes."_s.arg(maximumCaptureSize)};
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(file, &error).object();
    if (root.contains("log"_L1)) {
        Capture capture = readHar(root["log"_L1].toObject(), JsonLines(file));
        erase_if(capture.sockets, [](const CapturedSocket &socket) { return socket.frames.isEmpty(); });
        return capture;
    }
    // A HAR file is one object; one that breaks is no file of lines.
    if (error.error != QJsonParseError::NoError && file.left(2000).contains("\"log\""))
        return ProfileError{JsonLines::lineAt(file, error.offset),
                            u"This is not JSON: %1."_s.arg(error.errorString())};
    return readLines(file);
}

} // namespace Sigen
