// The file of --trace: every frame, redacted before it gets here, one JSON object a line. Only its owner may
// read it.
#pragma once

#include "core/trace.h"

#include <QFile>
#include <QString>

namespace Sigen {

class TraceFile
{
public:
    /// Creates or empties the file, mode 0600. False when that is impossible; reason() then says why.
    bool open(const QString &path);
    QString reason() const { return m_file.errorString(); }

    /// False once a line could not be written.
    bool write(const TraceEntry &entry);

private:
    QFile m_file;
};

} // namespace Sigen
