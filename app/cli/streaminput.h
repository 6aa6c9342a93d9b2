// What comes in from where it may have to be waited for: standard input, a device, a named pipe.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

class QSocketNotifier;

namespace Sigen {

class StreamInput : public QObject
{
    Q_OBJECT

public:
    enum class Until { Line, End };

    /// Waits for a line of standard input, its end, or more than \a maximumSize bytes. On Windows, where a
    /// console can't be waited for in the event loop, the event loop stands still until the line is there.
    explicit StreamInput(qsizetype maximumSize, QObject *parent = nullptr);
    ~StreamInput() override;

    /// The same for the device or named pipe \a path, which is opened without waiting for who writes into it.
    /// Null: it is something else, or can't be opened; reading it does not wait.
    static std::unique_ptr<StreamInput> open(const QString &path, Until until, qsizetype maximumSize);

Q_SIGNALS:
    /// Once: everything up to and with the line's end, or up to the end of input, or more than maximumSize
    /// bytes. Not after an interruption on Windows: Interrupt tells of that.
    void ended(const QByteArray &bytes);

private:
#ifdef Q_OS_UNIX
    StreamInput(int descriptor, Until until, qsizetype maximumSize, QObject *parent = nullptr);

    int m_descriptor;
    Until m_until;
    QSocketNotifier *m_notifier;
#endif
    void readMore();

    qsizetype m_maximumSize;
    QByteArray m_bytes;
};

} // namespace Sigen
