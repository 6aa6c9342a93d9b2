// Standard output and standard error as streams of text lines: encoded for the terminal, flushed line by
// line, with failures remembered.
#pragma once

#include "cli/outputstream.h"

#include <QByteArray>
#include <QString>

namespace Sigen {

class Console
{
public:
    /// \a utf8: as found by prepareTerminal(). Without it texts go out in ASCII, what has no equivalent as
    /// "?".
    explicit Console(bool utf8);

    bool isUtf8() const { return m_utf8; }

    void writeOutput(const QString &text);
    void writeOutput(const QByteArray &bytes); ///< as they are
    void writeError(const QString &text);

    /// True once standard output could not be written: a closed pipe, a full disk.
    bool outputFailed() const { return m_outputFailed; }
    /// What is left to say when it failed: one sentence, with the operating system's reason.
    QString outputProblem() const;

private:
    QByteArray encoded(QString text) const;

    bool m_utf8;
    OutputStream m_output{StandardStream::Output};
    OutputStream m_error{StandardStream::Error};
    bool m_outputFailed = false;
};

} // namespace Sigen
