// What the operating system knows about the terminals at standard input, output and error.
#pragma once

#include <QByteArray>

#include <functional>
#include <memory>

namespace Sigen {

enum class StandardStream { Input, Output, Error };

bool isTerminal(StandardStream stream);

/// Call once, early in main(): readies the streams. The encoding in which texts go out, as the locale calls
/// it.
QByteArray prepareTerminal();

/// Longest line, in bytes with its end, that a terminal has certainly not cut: it drops without a word what
/// goes beyond its buffer (4096 bytes on Linux, 1024 on macOS).
#ifdef Q_OS_MACOS
inline constexpr qsizetype longestTerminalLine = 1023;
#else
inline constexpr qsizetype longestTerminalLine = 4095;
#endif

/// While it lives, what is typed at standard input is not shown. Does nothing when that is no terminal. One
/// at a time.
///
/// Ctrl-Z and Ctrl-\ do what they do in any program, but what is typed is shown again before. Once it is back
/// in the foreground it is not, and \a askAgain is called from the event loop.
class EchoOff
{
public:
    explicit EchoOff(std::function<void()> askAgain);
    ~EchoOff();
    Q_DISABLE_COPY_MOVE(EchoOff)

private:
    struct Saved;
    std::unique_ptr<Saved> m_saved; ///< null: nothing to restore
};

} // namespace Sigen
