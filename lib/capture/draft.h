// A profile out of a capture: complete where the frames tell everything, else a draft that says what is open.
// Pure.
#pragma once

#include "capture/capture.h"
#include "core/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Sigen {

/// What the user knows of the capture; empty: unknown.
struct ImportHints
{
    QString file; ///< its name, for the draft's own
    QString username;
    Secret password;
    QString serial;
    quint16 webSocketPort = 0; ///< for captures without an address
    QString path;
};

struct Draft
{
    QByteArray json; ///< a profile file; no secret is in it
    QStringList open; ///< what could not be told, with its lines; untranslated sentences
    QStringList notes; ///< what else is worth knowing
};

Draft makeDraft(const Capture &capture, const ImportHints &hints);

} // namespace Sigen
