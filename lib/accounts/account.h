// A gateway's account: the password of this run, and what the system's keychain holds. One for a page of the
// window, a job of the command line and a watch alike.
//
// The keychain is asked for one thing at a time, in the order of the calls: that order decides what is stored
// in the end. What is kept here are values; accountSentence() puts them into words.
#pragma once

#include "accounts/secretstore.h"

#include <QObject>
#include <QStringList>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace Sigen {

class FetchPassword;

/// Longest input that is taken for a password, in bytes of UTF-8: what is longer is the wrong file, or text.
/// What a gateway takes is not known.
inline constexpr qsizetype maximumPasswordSize = 4096;

/// Why there is no password, or why one could not be kept or deleted.
struct AccountProblem
{
    enum class Kind {
        NotHeld, ///< the keychain works, and has none
        Empty, ///< the one that it holds
        RefusedBefore, ///< by the gateway in this run; a third try could lock the account
        CannotFetch, ///< `keychain` says why, as for the next two
        CannotKeep,
        CannotDelete,
    };
    Kind kind = Kind::NotHeld;
    QString username;
    QString host;
    SecretProblem keychain = SecretProblem::None;
    QString detail; ///< the keychain's own words
    bool operator==(const AccountProblem &) const = default;
};

/// One translated sentence.
QString accountSentence(const AccountProblem &problem);

class Account : public QObject
{
    Q_OBJECT

public:
    /// Somebody may have to find the keychain's own password first.
    static constexpr std::chrono::minutes keychainDeadline{2};

    /// \a store must outlive it; null: there is no keychain. \a host as normalizedHost() gives it.
    Account(SecretStore *store, QString host, QObject *parent = nullptr);
    ~Account() override;

    bool hasKeychain() const { return m_store != nullptr; }

    /// Who answers from now on has only claimed to be this gateway, or not even that: the password of this
    /// run goes, and none is said to be at hand. What the keychain was asked already ends as it was begun.
    void moveTo(const QString &host);

    /// For the demo: a password that is known without anybody having typed it.
    void offer(const QString &username, const Secret &password);
    /// True when one is at hand: offered, or as far as is known in the keychain. fetch() finds others too.
    bool hasPassword(const QString &username) const;
    /// Must not outlive the account.
    std::unique_ptr<FetchPassword> fetch(const QString &username);
    /// The gateway refused what fetch() gave: it is not given again before another one was kept.
    void noteRefused(const QString &username);

    /// In the keychain; problem() says whether it came to that.
    void keep(const QString &username, const Secret &password);
    /// From the keychain.
    void remove(const QString &username);
    /// All that is known to be there, also for other hosts, and whatever is there for \a usernames; emptied()
    /// follows.
    void removeAll(QStringList usernames);
    /// Whether there is a keychain at all; problem() says what speaks against it.
    void check();

    /// Why a password can't be kept, as found by the last check() or keep().
    const std::optional<AccountProblem> &problem() const { return m_problem; }

    /// "user@host" of all that was ever kept and not removed. Whoever remembers the gateway remembers them.
    const QStringList &entries() const { return m_entries; }
    void setEntries(const QStringList &entries);

Q_SIGNALS:
    void changed();
    void entriesChanged();
    void removalFailed(const Sigen::AccountProblem &problem);
    void emptied(); ///< as far as the keychain let it

private:
    friend class FetchPassword;
    using Ended = std::function<void(const SecretOperation &)>;
    struct Job
    {
        std::unique_ptr<SecretOperation> operation;
        Ended ended;
    };

    void run(std::unique_ptr<SecretOperation> operation, Ended ended);
    void runNext();
    void drop(const SecretOperation *operation); ///< its handler is not called
    void noteHeld(const QString &username, const QString &host);
    void removeKey(const QString &key, const std::function<void()> &done);
    void setProblem(const SecretOperation &operation, const QString &username);

    SecretStore *m_store;
    QString m_host;
    QString m_offeredFor;
    std::optional<Secret> m_offered;
    QStringList m_users; ///< whose passwords for this host the keychain has
    QString m_refusedFor;
    QStringList m_entries;
    std::optional<AccountProblem> m_problem;
    std::unique_ptr<SecretOperation> m_running;
    Ended m_ended; ///< of the running one
    std::deque<Job> m_queue;
};

/// Fails with ErrorCode::Usage where there is no password that could be used, with Io where the keychain does
/// not work; problem() says more. No deadline: the keychain's parts have theirs.
class FetchPassword : public Operation
{
    Q_OBJECT

public:
    FetchPassword(Account &account, QString username);
    ~FetchPassword() override;

    // Valid after finished().
    const Secret &password() const { return m_password; }
    bool isFromKeychain() const { return m_isFromKeychain; }
    const AccountProblem &problem() const { return m_problem; } ///< after a failure that is no cancel

Q_SIGNALS:
    void waiting(); ///< for the keychain, which may be asking a person to unlock it

protected:
    void run() override;
    void release() override;

private:
    void fetched(const ReadSecret &read);
    void giveUp(AccountProblem::Kind kind, Error error = {ErrorCode::Usage, {}, {}});

    Account &m_account;
    QString m_username;
    Secret m_password;
    bool m_isFromKeychain = false;
    AccountProblem m_problem;
    const ReadSecret *m_read = nullptr; ///< running or queued; the account owns it
};

} // namespace Sigen
