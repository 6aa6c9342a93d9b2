// Ctrl-C, and being asked to end or losing the terminal. From listen() on nothing of that ends the process,
// however often and at whatever moment it comes: the job is told once, stops, and its result is printed.
#pragma once

#include <QObject>

namespace Sigen {

/// One at a time in a process.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    /// At the very beginning of main(): from now on until the process has ended it is noted. What the caller
    /// of the program has it ignore (nohup, a shell's background job) stays ignored.
    static void listen();

    /// It came, perhaps before the event loop began.
    static bool came() noexcept;

#ifdef Q_OS_UNIX
    /// Can be read once it came, for waiting with poll(); leave it unread. −1: it can't be waited for.
    static int descriptor() noexcept;
#else
    /// While one of these lives in the main thread, an interruption ends a read from standard input.
    class Reading
    {
    public:
        Reading();
        ~Reading();
        Q_DISABLE_COPY_MOVE(Reading)
    };
#endif

    explicit Interrupt(QObject *parent = nullptr);

Q_SIGNALS:
    /// Once, from the event loop; also if it came before that.
    void triggered();
};

} // namespace Sigen
