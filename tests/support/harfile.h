// HAR files as browsers save them, made of the frames that a test writes down.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace Sigen::Test {

struct HarFrame
{
    bool isSent = false;
    QString text;
    int opcode = 1; ///< 2: binary
};

inline HarFrame sent(const QString &text)
{
    return {true, text, 1};
}
inline HarFrame received(const QString &text)
{
    return {false, text, 1};
}

/// A WebSocket with its frames, a second apart.
QJsonObject harSocket(const QString &url, const QList<HarFrame> &frames, double startsAt = 1'795'000'000);
/// An HTTP exchange.
QJsonObject harExchange(const QString &method, const QString &url, const QString &posted,
                        const QString &answer);
/// The file.
QByteArray harFile(const QList<QJsonObject> &entries);

/// Lines of {"direction","text"}.
QByteArray frameLines(const QList<HarFrame> &frames);

/// What a client and a gateway say that speak as the profile `documented` has it: sign-in, read, on, off.
QList<HarFrame> documentedFrames(const QString &password = QStringLiteral("hunter2secret"));
/// The same of a device as tests/support/relativegateway.h is one, with on and off as \a on and \a off.
QList<HarFrame> relativeFrames(const QString &on = QStringLiteral("170"),
                               const QString &off = QStringLiteral("85"));

} // namespace Sigen::Test
