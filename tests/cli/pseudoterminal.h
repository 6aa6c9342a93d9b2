// A terminal that a test sits in front of.
#pragma once

#include <QByteArray>

namespace Sigen::Test {

class PseudoTerminal
{
public:
    PseudoTerminal();
    ~PseudoTerminal();
    Q_DISABLE_COPY_MOVE(PseudoTerminal)

    bool isValid() const { return m_master >= 0; }
    QByteArray name() const; ///< the side that programs open

    void type(const QByteArray &keys) const;
    /// Everything that was shown so far.
    const QByteArray &screen();
    /// Whether what is typed is shown.
    bool echoes() const;
    /// Programs that write to it stand still, as after Ctrl-S.
    void holdOutput() const;
    void letOutputGo() const;

private:
    int m_master = -1;
    int m_slave = -1; ///< kept open, so that the terminal outlives its programs
    QByteArray m_screen;
};

} // namespace Sigen::Test
