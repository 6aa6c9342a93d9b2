#include "core/safefile.h"

#include "core/safefile_p.h"

#include <QSaveFile>

#include <cerrno>

namespace Sigen {

/// Empty on success, else the reason. \a mayTryInPlace: the old file is untouched, and it is the renaming
/// that does not work here.
static QString replace(const SafeFile::Target &target, const QByteArray &content, bool *mayTryInPlace)
{
    QSaveFile file(target.path);
    *mayTryInPlace = true;
    errno = 0;
    if (file.open(QIODevice::WriteOnly)) {
        // In this order: commit() alone replaces the old file even when the last bytes found no room.
        const bool written = file.write(content) == content.size() && file.flush()
            && SafeFile::keepOwner(file.handle(), target);
        if (written && file.commit())
            return {};
        *mayTryInPlace = written;
    }
    // To QSaveFile a failed flush is an "unknown error".
    const QString reason = errno != 0 ? SafeFile::lastSystemError() : file.errorString();
    file.cancelWriting();
    return reason;
}

Error writeSafely(const QString &path, const QByteArray &content)
{
    const SafeFile::Target target = SafeFile::inspect(path);
    QString reason;
    bool mayTryInPlace = false;
    switch (target.way) {
    case SafeFile::Way::Refuse:
        reason = target.reason;
        break;
    case SafeFile::Way::Replace:
        reason = replace(target, content, &mayTryInPlace);
        if (!reason.isEmpty() && target.exists && mayTryInPlace)
            reason = SafeFile::overwrite(target.path, content);
        break;
    case SafeFile::Way::InPlace:
        reason = SafeFile::overwrite(target.path, content);
        break;
    case SafeFile::Way::Into:
        reason = SafeFile::writeInto(target.path, content);
        break;
    }
    return reason.isEmpty() ? Error() : Error{ErrorCode::Io, path, reason};
}

} // namespace Sigen
