// What the operating system knows about the terminals at standard input, output and error.
#pragma once

#include <QtGlobal>

#include <memory>

namespace Sigen {

enum class StandardStream { Input, Output, Error };

bool isTerminal(StandardStream stream);

/// Call once, early in main(): readies the streams. True when texts may go out as UTF-8, false when the
/// locale has another encoding and only ASCII is safe.
bool prepareTerminal();

/// While it lives, what is typed at standard input is not shown. Does nothing when that is no terminal.
class EchoOff
{
public:
    EchoOff();
    ~EchoOff();
    Q_DISABLE_COPY_MOVE(EchoOff)

private:
    struct Saved;
    std::unique_ptr<Saved> m_saved; ///< null: nothing to restore
};

} // namespace Sigen
