// The first line that comes in on standard input.
#pragma once

#include <QByteArray>
#include <QObject>

class QSocketNotifier;

namespace Sigen {

class StandardInput : public QObject
{
    Q_OBJECT

public:
    /// Waits for a line, an end of input, or more than \a maximumSize bytes. On Windows, where a console
    /// can't be waited for in the event loop, the event loop stands still until the line is there.
    explicit StandardInput(qsizetype maximumSize, QObject *parent = nullptr);

Q_SIGNALS:
    /// Once: everything up to and with the line's end, or up to the end of input, or more than maximumSize
    /// bytes.
    void lineRead(const QByteArray &line);

private:
    void readMore();

    qsizetype m_maximumSize;
    QByteArray m_line;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace Sigen
