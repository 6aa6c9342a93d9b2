// Writes a file whole or not at all: on a full disk the old content is as it was.
//
// A regular file is replaced by renaming a complete, flushed copy over it, which keeps its mode and owner and
// goes through symbolic links. Where renaming can't keep what the file is (other hard links, an owner or an
// access list that can't be given away, a folder that may not be written, a mount point) it is written in
// place: the space is reserved first, and the old content is put back when writing fails all the same.
// A device, pipe or socket is written into and never replaced; so is a name that stands for a descriptor of
// this process (/dev/stdout, /dev/fd/3).
//
// QSaveFile does the renaming. By itself it does not see a failed flush and replaces a good file by an empty
// one (measured, Qt 6.4.2), nor does it know the other cases.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace Sigen {

/// None on success, else ErrorCode::Io with \a path as context and the reason, in the system's words, as
/// detail. A pipe or socket that takes nothing for five seconds, or that nobody reads, is a failure.
Error writeSafely(const QString &path, const QByteArray &content);

} // namespace Sigen
