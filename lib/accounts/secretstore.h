// Where passwords are kept between runs: an interface, since the keychain of the operating system is not to
// be had everywhere (servers, tests).
//
// Every access is an Operation: the keychain may ask a person to unlock it first. A store must outlive none
// of the operations it made.
#pragma once

#include "core/operation.h"
#include "core/secret.h"

#include <QString>

#include <memory>
#include <optional>

namespace Sigen {

/// Why a store did not do what it was asked for.
enum class SecretProblem {
    None,
    NoService, ///< no keychain service answers on this computer
    Locked, ///< it holds what was asked for, or would take it, but was not unlocked
    Denied, ///< the keychain, or the person in front of it, refused
    NoAnswer, ///< the deadline has passed; perhaps nobody was there to unlock it
    Other, ///< the error's detail tells
};

/// Fails with ErrorCode::Io; the detail says which problem, and has the keychain's own text.
class SecretOperation : public Operation
{
    Q_OBJECT

public:
    /// Valid after finished(); None on success and when cancelled.
    SecretProblem problem() const { return m_problem; }

Q_SIGNALS:
    /// Once, after a second without an answer: the keychain may be asking a person to unlock it.
    void waiting();

protected:
    using Operation::Operation;
    void failAs(SecretProblem problem, const QString &detail);
    void expectToWait(); ///< from now on; for stores that may ask a person
    void deadlinePassed() override;

private:
    SecretProblem m_problem = SecretProblem::None;
};

class ReadSecret : public SecretOperation
{
    Q_OBJECT

public:
    /// Valid after finished(). Succeeds with nothing when the store works but holds no such entry.
    const std::optional<Secret> &secret() const { return m_secret; }

protected:
    using SecretOperation::SecretOperation;
    void succeedWith(std::optional<Secret> secret);

private:
    std::optional<Secret> m_secret;
};

/// Overwrites what was there.
using WriteSecret = SecretOperation;
/// Succeeds also when there was nothing to delete.
using DeleteSecret = SecretOperation;

class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore();
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    /// \a deadline should leave a person the time to unlock the keychain; Operation::noDeadline: wait for
    /// ever.
    virtual std::unique_ptr<ReadSecret> read(const QString &key, std::chrono::milliseconds deadline) = 0;
    virtual std::unique_ptr<WriteSecret> write(const QString &key, const Secret &secret,
                                               std::chrono::milliseconds deadline) = 0;
    virtual std::unique_ptr<DeleteSecret> remove(const QString &key, std::chrono::milliseconds deadline) = 0;
};

/// The name of a gateway's entry: "user@host".
QString secretKey(const QString &username, const QString &host);

} // namespace Sigen
