// The file of --trace: every frame, redacted before it gets here, one JSON object a line. Only its owner may
// read it. Its size has a bound (core/tracedigest.h), and so has what its writing may delay.
#pragma once

#include "cli/outputstream.h"
#include "core/tracedigest.h"

#include <QString>

namespace Sigen {

class TraceFile
{
public:
    /// As OutputStream::open().
    OutputStream::Opened open(const QString &path) { return m_stream.open(path); }
    QString reason() const { return m_stream.reason(); }

    /// False once a line could not be written.
    bool write(const TraceRecord &record);

private:
    OutputStream m_stream;
};

} // namespace Sigen
