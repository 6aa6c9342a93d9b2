// A private message bus with a gnome-keyring of its own, unlocked and empty, in a temporary folder. The
// person's own keychain is never touched.
#pragma once

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

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
    /// Locks the keychain. Whoever needs it is asked for its password: the question is dismissed at once, or,
    /// with \a unanswered, stays open for ever.
    bool lock(bool unanswered = false);

private:
    bool startBus();
    bool startKeyring();
    bool openPrompter();

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
    std::unique_ptr<QObject> m_prompter;
    QString m_reason;
};

} // namespace Sigen::Test
