// The parts of writeSafely() that differ between operating systems.
#pragma once

#include <QByteArray>
#include <QString>

namespace Sigen::SafeFile {

enum class Way {
    Replace, ///< a complete copy is renamed over it
    InPlace, ///< renaming would change more than the content
    Into, ///< no regular file
    Refuse, ///< it may not be written at all
};

struct Target
{
    Way way = Way::Replace;
    QString path; ///< behind all symbolic links
    QString reason; ///< of Refuse
    bool exists = false;
    unsigned owner = 0; ///< of the existing file
    unsigned group = 0;
};

Target inspect(const QString &path);
/// The copy gets the owner of the file that it replaces.
bool keepOwner(int descriptor, const Target &target);
QString lastSystemError();

// Empty, or why it failed.
QString overwrite(const QString &path, const QByteArray &content);
QString writeInto(const QString &path, const QByteArray &content);

} // namespace Sigen::SafeFile
