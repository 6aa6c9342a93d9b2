#include "accounts/account.h"

#include "core/displaytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class AccountText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::Account)
};

QString keychainSentence(const AccountProblem &problem)
{
    const bool wouldKeep = problem.kind == AccountProblem::Kind::CannotKeep;
    switch (problem.keychain) {
    case SecretProblem::NoService:
        return wouldKeep ? AccountText::tr("No keychain service answers on this computer, so the password "
                                           "can't be remembered.")
                         : AccountText::tr("No keychain service answers on this computer.");
    case SecretProblem::Locked:
        return wouldKeep ? AccountText::tr("The keychain stayed locked, so the password can't be remembered.")
                         : AccountText::tr("The keychain has the password, but stayed locked.");
    case SecretProblem::Denied:
        return wouldKeep
            ? AccountText::tr("The keychain refused access, so the password can't be remembered.")
            : AccountText::tr("The keychain refused access.");
    case SecretProblem::NoAnswer:
        return wouldKeep ? AccountText::tr("The keychain did not answer in time, so the password can't be "
                                           "remembered.")
                         : AccountText::tr("The keychain did not answer in time.");
    case SecretProblem::None:
    case SecretProblem::Other:
        break;
    }
    return wouldKeep ? AccountText::tr("The keychain failed, so the password can't be remembered: %1")
                           .arg(displayText(problem.detail))
                     : AccountText::tr("The keychain failed: %1").arg(displayText(problem.detail));
}

QString shownKey(const AccountProblem &problem)
{
    return displayText(secretKey(problem.username, problem.host));
}

} // namespace

QString accountSentence(const AccountProblem &problem)
{
    switch (problem.kind) {
    case AccountProblem::Kind::NotHeld:
        return AccountText::tr("The keychain has no password for %1.").arg(shownKey(problem));
    case AccountProblem::Kind::Empty:
        return AccountText::tr("The password in the keychain for %1 is empty.").arg(shownKey(problem));
    case AccountProblem::Kind::RefusedBefore:
        return AccountText::tr("The gateway refused the remembered password.");
    case AccountProblem::Kind::CannotFetch:
    case AccountProblem::Kind::CannotKeep:
        break;
    case AccountProblem::Kind::CannotDelete:
        return AccountText::tr("The password for %1 could not be deleted from this computer's keychain. %2")
            .arg(displayText(problem.username, 40), keychainSentence(problem));
    }
    return keychainSentence(problem);
}

Account::Account(SecretStore *store, QString host, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_host(std::move(host))
{ }

Account::~Account() = default;

void Account::moveTo(const QString &host)
{
    m_host = host;
    m_offered.reset();
    m_users.clear();
    m_refusedFor.clear();
    Q_EMIT changed();
}

void Account::offer(const QString &username, const Secret &password)
{
    m_offeredFor = username;
    m_offered = password;
    Q_EMIT changed();
}

bool Account::hasPassword(const QString &username) const
{
    return username != m_refusedFor
        && (m_users.contains(username) || (m_offered && m_offeredFor == username));
}

std::unique_ptr<FetchPassword> Account::fetch(const QString &username)
{
    return std::make_unique<FetchPassword>(*this, username);
}

void Account::noteRefused(const QString &username)
{
    m_refusedFor = username;
    Q_EMIT changed();
}

void Account::setEntries(const QStringList &entries)
{
    m_entries = entries;
    for (const QString &entry : entries) {
        const QString username = entry.left(std::max<qsizetype>(0, entry.size() - m_host.size() - 1));
        if (!username.isEmpty() && entry == secretKey(username, m_host))
            m_users += username;
    }
    m_users.removeDuplicates();
    Q_EMIT changed();
}

void Account::noteHeld(const QString &username, const QString &host)
{
    const QString key = secretKey(username, host);
    if (!m_entries.contains(key)) {
        m_entries += key;
        Q_EMIT entriesChanged();
    }
    if (host != m_host)
        return;
    if (!m_users.contains(username))
        m_users += username;
    m_refusedFor.clear();
    Q_EMIT changed();
}

void Account::setProblem(const SecretOperation &operation, const QString &username)
{
    m_problem.reset();
    if (operation.error() && operation.error().code != ErrorCode::Cancelled)
        m_problem = AccountProblem{AccountProblem::Kind::CannotKeep, username, m_host, operation.problem(),
                                   operation.error().detail};
    Q_EMIT changed();
}

void Account::keep(const QString &username, const Secret &password)
{
    if (password.isEmpty() || !m_store)
        return;
    run(m_store->write(secretKey(username, m_host), password, keychainDeadline),
        [this, username, host = m_host](const SecretOperation &ended) {
            if (!ended.error())
                noteHeld(username, host);
            setProblem(ended, username);
        });
}

void Account::check()
{
    if (!m_store) {
        m_problem =
            AccountProblem{AccountProblem::Kind::CannotKeep, {}, m_host, SecretProblem::NoService, {}};
        Q_EMIT changed();
    } else if (!m_running) {
        // An entry that is never written: whether the keychain answers is all that counts.
        run(m_store->read(secretKey(u"keychain-check"_s, m_host), keychainDeadline),
            [this](const SecretOperation &ended) { setProblem(ended, {}); });
    }
}

void Account::remove(const QString &username)
{
    if (m_store)
        removeKey(secretKey(username, m_host), [] {});
}

void Account::removeAll(QStringList usernames)
{
    usernames.removeAll(QString());
    QStringList keys = m_entries;
    for (const QString &username : std::as_const(usernames))
        keys += secretKey(username, m_host);
    for (const QString &username : std::as_const(m_users))
        keys += secretKey(username, m_host);
    keys.removeDuplicates();
    if (!m_store || keys.isEmpty()) {
        Q_EMIT emptied();
        return;
    }
    const QString last = keys.takeLast();
    for (const QString &key : std::as_const(keys))
        removeKey(key, [] {});
    removeKey(last, [this] { Q_EMIT emptied(); });
}

void Account::removeKey(const QString &key, const std::function<void()> &done)
{
    const qsizetype at = key.lastIndexOf(u'@');
    const QString username = key.left(at);
    const QString host = key.sliced(at + 1);
    const auto ended = [this, key, username, host, done](const SecretOperation &operation) {
        const bool known = m_entries.contains(key);
        if (!operation.error()) {
            if (host == m_host)
                m_users.removeAll(username);
            if (m_entries.removeAll(key) > 0)
                Q_EMIT entriesChanged();
        } else if (known || operation.problem() != SecretProblem::NoService) {
            // Where there is no keychain there is nothing in it.
            Q_EMIT removalFailed({AccountProblem::Kind::CannotDelete, username, host, operation.problem(),
                                  operation.error().detail});
        }
        Q_EMIT changed();
        done();
    };
    // Read first: a locked keychain asks to be unlocked for that, but says of a deletion that there is
    // nothing to delete.
    auto reading = m_store->read(key, keychainDeadline);
    const ReadSecret *const read = reading.get();
    run(std::move(reading), [this, read, key, ended](const SecretOperation &asked) {
        if (asked.error() || !read->secret())
            return ended(asked);
        // Before what was asked for meanwhile.
        m_queue.push_front({m_store->remove(key, keychainDeadline), ended});
    });
}

void Account::run(std::unique_ptr<SecretOperation> operation, Ended ended)
{
    m_queue.push_back({std::move(operation), std::move(ended)});
    if (!m_running)
        runNext();
}

void Account::runNext()
{
    if (m_queue.empty())
        return;
    Job job = std::move(m_queue.front());
    m_queue.pop_front();
    m_running = std::move(job.operation);
    m_ended = std::move(job.ended);
    connect(m_running.get(), &Operation::finished, this, [this] {
        const std::unique_ptr<SecretOperation> done = std::move(m_running);
        const Ended handler = std::exchange(m_ended, {});
        if (handler)
            handler(*done);
        if (!m_running)
            runNext();
    });
    m_running->start();
}

void Account::drop(const SecretOperation *operation)
{
    if (m_running.get() == operation) {
        m_ended = {};
        m_running->cancel();
    } else {
        std::erase_if(m_queue, [operation](const Job &job) { return job.operation.get() == operation; });
    }
}

// --- fetching
// -------------------------------------------------------------------------------------------------------

FetchPassword::FetchPassword(Account &account, QString username)
    : Operation(noDeadline)
    , m_account(account)
    , m_username(std::move(username))
{ }

FetchPassword::~FetchPassword()
{
    release();
}

void FetchPassword::run()
{
    if (m_username == m_account.m_refusedFor)
        return giveUp(AccountProblem::Kind::RefusedBefore);
    if (m_account.m_offered && m_account.m_offeredFor == m_username) {
        m_password = *m_account.m_offered;
        return succeed();
    }
    if (!m_account.m_store)
        return giveUp(AccountProblem::Kind::NotHeld);
    auto reading =
        m_account.m_store->read(secretKey(m_username, m_account.m_host), Account::keychainDeadline);
    m_read = reading.get();
    connect(m_read, &SecretOperation::waiting, this, &FetchPassword::waiting);
    m_account.run(std::move(reading), [this](const SecretOperation &) {
        const ReadSecret *const read = std::exchange(m_read, nullptr);
        if (!hasEnded())
            fetched(*read);
    });
}

void FetchPassword::release()
{
    if (m_read)
        m_account.drop(std::exchange(m_read, nullptr));
}

void FetchPassword::fetched(const ReadSecret &read)
{
    m_problem.keychain = read.problem();
    m_problem.detail = read.error().detail;
    if (read.error())
        return giveUp(AccountProblem::Kind::CannotFetch, read.error());
    if (!read.secret()) {
        m_account.m_users.removeAll(m_username);
        return giveUp(AccountProblem::Kind::NotHeld);
    }
    m_account.noteHeld(m_username, m_account.m_host);
    if (read.secret()->isEmpty())
        return giveUp(AccountProblem::Kind::Empty);
    m_password = *read.secret();
    m_isFromKeychain = true;
    succeed();
}

void FetchPassword::giveUp(AccountProblem::Kind kind, Error error)
{
    m_problem.kind = kind;
    m_problem.username = m_username;
    m_problem.host = m_account.m_host;
    if (error.code == ErrorCode::Usage)
        error.detail = accountSentence(m_problem);
    fail(std::move(error));
}

} // namespace Sigen
