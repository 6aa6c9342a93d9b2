// What somebody recorded of a client and its gateway: the WebSocket frames of a browser's HAR file, or lines
// of JSON (our own --trace, or {"direction","text"}). Pure.
//
// Strangers' files: what is not understood is skipped and counted, sizes have bounds.
#pragma once

#include "protocol/profile.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace Sigen {

/// Longest capture that is read, in bytes.
inline constexpr qsizetype maximumCaptureSize = 64 * 1024 * 1024;

/// A text frame that is a JSON object.
struct CapturedFrame
{
    bool isSent = false; ///< by the client
    QByteArray text; ///< as it was captured
    QJsonObject json;
    int line = 0; ///< of the file, from 1
    double seconds = 0; ///< since 1970; 0: not known
    int connection = 0; ///< counts up with each new one
    bool isLast = false; ///< of its connection, as far as is known
};

/// All connections to one address.
struct CapturedSocket
{
    QString url; ///< without its query; empty: not known
    bool hadQuery = false;
    QList<CapturedFrame> frames;
};

struct Capture
{
    QList<CapturedSocket> sockets; ///< those with frames
    int skipped = 0; ///< frames: binary, no JSON object, too long, or too many
    QStringList http; ///< "line 7: POST http://…": exchanges that mention Modbus
};

/// \a file as a capture; an error has the line and a sentence.
std::variant<Capture, ProfileError> readCapture(const QByteArray &file);

} // namespace Sigen
