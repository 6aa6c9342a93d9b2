// Fetches the password from where PasswordSource says: a line of standard input, asked for without echo on a
// terminal, or the keychain.
#pragma once

#include "accounts/account.h"
#include "cli/password.h"
#include "core/operation.h"

#include <memory>

namespace Sigen {

class EchoOff;
class Output;
class StreamInput;

/// Errors: Usage (there is none, or none that can be used: problem() says so), Io (the keychain does not
/// work, or was not unlocked in time), Cancelled. No deadline while a person types.
class PasswordRequest : public Operation
{
    Q_OBJECT

public:
    PasswordRequest(PasswordSource source, QString username, QString host, Output &output,
                    QObject *parent = nullptr);
    ~PasswordRequest() override;

    /// Valid after success.
    const Secret &password() const { return m_source.known; }
    /// After ErrorCode::Usage: one translated sentence.
    const QString &problem() const { return m_problem; }

protected:
    void run() override;
    void release() override;

private:
    void ask();
    void prompt();
    void lineRead(const QByteArray &line);
    void lookUp();
    void reject(const QString &problem);

    PasswordSource m_source;
    QString m_username;
    QString m_host;
    Output &m_output;
    std::unique_ptr<EchoOff> m_echoOff;
    std::unique_ptr<StreamInput> m_input;
    std::unique_ptr<SecretStore> m_store;
    std::unique_ptr<Account> m_account;
    QString m_problem;
};

} // namespace Sigen
