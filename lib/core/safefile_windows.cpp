// Written by the documentation, never run on Windows.
#include "core/safefile_p.h"

#include <QFile>
#include <QFileInfo>

namespace Sigen::SafeFile {

QString lastSystemError()
{
    return qt_error_string(-1);
}

Target inspect(const QString &path)
{
    Target target;
    const QFileInfo info(path);
    target.exists = info.exists();
    target.path = info.isSymLink() ? info.symLinkTarget() : path;
    // NUL, CON and \\.\pipe\… are there, and are neither.
    if (target.exists && !info.isFile() && !info.isDir())
        target.way = Way::Into;
    return target;
}

/// ReplaceFile keeps the access list of the file that it replaces; QSaveFile gives the new one that of the
/// folder. Nothing to do here: a user's own documents have the folder's.
bool keepOwner(int, const Target &)
{
    return true;
}

QString overwrite(const QString &path, const QByteArray &content)
{
    return writeInto(path, content);
}

QString writeInto(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush())
        return {};
    return file.errorString();
}

} // namespace Sigen::SafeFile
