// A profile out of a capture, for the window: what to save, and what to say about it.
#pragma once

#include <QString>

namespace Sigen {

struct CaptureImport
{
    QString problem; ///< why there is none, as a sentence; empty: there is one
    QString profile; ///< the file's text
    QString suggestedName; ///< "gateway.json"
    bool isComplete = false;
    QString sentence; ///< once it is saved: that it is complete, or what is open
};

CaptureImport importCapture(const QString &path);

} // namespace Sigen
