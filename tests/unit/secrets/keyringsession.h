// A private message bus with a gnome-keyring of its own, unlocked and empty, in a temporary folder. The
// person's own keychain is never touched.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace Sigen::Test {

class KeyringSession
{
public:
    KeyringSession() = default;
    ~KeyringSession();
    Q_DISABLE_COPY_MOVE(KeyringSession)

    /// Starts the bus and, unless \a withService is false, the keychain; points this process's environment to
    /// them. False when that is impossible here: reason() says why.
    bool start(bool withService = true);
    QString reason() const { return m_reason; }

private:
    bool startBus();
    bool startKeyring();

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
    QString m_reason;
};

} // namespace Sigen::Test
