// Standard output and standard error as streams of text lines: encoded for the terminal, flushed line by
// line, with failures remembered.
#pragma once

#include "cli/outputstream.h"

#include <QByteArray>
#include <QString>
#include <QStringConverter>

namespace Sigen {

class Console
{
public:
    /// \a encoding: as found by prepareTerminal(). Of a text goes out what it can hold, of the rest something
    /// similar in ASCII, else "?". One that is not known is taken for ASCII.
    explicit Console(const QByteArray &encoding);

    void writeOutput(const QString &text);
    void writeOutput(const QByteArray &bytes); ///< as they are
    void writeError(const QString &text);

    /// True once standard output could not be written: a closed pipe, a full disk.
    bool outputFailed() const { return m_outputFailed; }
    /// What is left to say when it failed: one sentence, with the operating system's reason.
    QString outputProblem() const;

private:
    QByteArray encoded(const QString &text);

    QStringEncoder m_encoder;
    /// Says whether the encoder could, which the encoder itself does not say for each character.
    QStringDecoder m_decoder;
    OutputStream m_output{StandardStream::Output};
    OutputStream m_error{StandardStream::Error};
    bool m_outputFailed = false;
};

} // namespace Sigen
