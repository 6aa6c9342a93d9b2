#include "accounts/keychainstore.h"

#include <QFile>

#include <qt6keychain/keychain.h>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#    define SIGEN_SECRET_SERVICE
#    include <QDBusConnection>
#    include <QDBusMessage>
#    include <QDBusMetaType>
#    include <QDBusObjectPath>
#    include <QDBusPendingCallWatcher>
#    include <QDBusPendingReply>
#    include <QDBusVariant>
#endif

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static SecretProblem problemOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return SecretProblem::None;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return SecretProblem::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return SecretProblem::NoService;
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    // The message bus has no error number for us when nobody offers the service; its message, which is not
    // translated, has the service's name.
    return job.errorString().contains("org.freedesktop.secrets"_L1) ? SecretProblem::NoService
                                                                    : SecretProblem::Other;
}

/// Without a session bus the Secret Service cannot be there, and its library may try for long to start one.
static bool hasNoSessionBus()
{
#ifdef SIGEN_SECRET_SERVICE
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return false;
    const QString runtimeFolder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return runtimeFolder.isEmpty() || !QFile::exists(runtimeFolder + "/bus"_L1);
#else
    return false;
#endif
}

#ifdef SIGEN_SECRET_SERVICE
using SecretItems = QList<QDBusObjectPath>;

static QDBusMessage secretServiceCall(const QString &path, const QString &interface, const QString &method)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
    call.setAutoStartService(false);
    return call;
}

template <typename... Types, typename Handler>
static void onReply(const QDBusMessage &call, QObject *context, Handler handler)
{
    constexpr int longest = 5000; // ms; it asks nobody for these
    auto *const watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, longest), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, handler] {
        watcher->deleteLater();
        handler(QDBusPendingReply<Types...>(*watcher));
    });
}
#endif

/// Calls \a handler(bool): there is an entry of this name, and it is locked. QtKeychain tells of such an entry
/// that it was not found (https://specifications.freedesktop.org/secret-service, SearchItems).
template <typename Handler>
static void whenKnownIfLocked(const QString &key, QObject *context, Handler handler)
{
#ifdef SIGEN_SECRET_SERVICE
    QDBusMessage call = secretServiceCall(u"/org/freedesktop/secrets"_s,
                                          u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    const QMap<QString, QString> attributes{{u"user"_s, key}, {u"server"_s, KeychainStore::serviceName()}};
    call << QVariant::fromValue(attributes);
    qDBusRegisterMetaType<QMap<QString, QString>>();
    onReply<SecretItems, SecretItems>(call, context, [handler](const auto &reply) {
        handler(!reply.isError() && !reply.template argumentAt<1>().isEmpty());
    });
#else
    Q_UNUSED(key)
    Q_UNUSED(context)
    handler(false);
#endif
}

/// Calls \a handler(bool): the keychain to which new entries go is locked.
template <typename Handler>
static void whenKnownIfClosed(QObject *context, Handler handler)
{
#ifdef SIGEN_SECRET_SERVICE
    QDBusMessage call = secretServiceCall(u"/org/freedesktop/secrets/aliases/default"_s,
                                          u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    onReply<QDBusVariant>(call, context, [handler](const auto &reply) {
        handler(!reply.isError() && reply.value().variant().toBool());
    });
#else
    Q_UNUSED(context)
    handler(false);
#endif
}

namespace {

/// Runs one job of QtKeychain. The job is nobody's child and deletes itself: the Secret Service library calls
/// back into a running job, so one that is given up must be left to end by itself.
template <typename Base, typename KeychainJob>
class KeychainOperation : public Base
{
public:
    KeychainOperation(const QString &key, std::chrono::milliseconds deadline)
        : Base(deadline)
        , m_key(key)
    { }

protected:
    void run() final
    {
        if (hasNoSessionBus())
            return this->failAs(SecretProblem::NoService, u"no session bus"_s);
        auto *const job = new KeychainJob(KeychainStore::serviceName());
        job->setKey(m_key);
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, this, [this, job] {
            if (!this->hasEnded())
                conclude(*job);
        });
        job->start();
        this->expectToWait();
    }

    virtual void prepare(KeychainJob &) { }
    virtual void conclude(const KeychainJob &job) = 0;

    const QString &key() const { return m_key; }
    void failAs(const QKeychain::Job &job) { Base::failAs(problemOf(job), job.errorString()); }
    using Base::failAs;

private:
    QString m_key;
};

class Reading final : public KeychainOperation<ReadSecret, QKeychain::ReadPasswordJob>
{
public:
    using KeychainOperation::KeychainOperation;

protected:
    void conclude(const QKeychain::ReadPasswordJob &job) override
    {
        if (job.error() == QKeychain::EntryNotFound)
            whenKnownIfLocked(key(), this, [this](bool locked) {
                locked ? failAs(SecretProblem::Locked, {}) : succeedWith(std::nullopt);
            });
        else if (job.error() != QKeychain::NoError)
            failAs(job);
        else
            succeedWith(Secret(job.textData()));
    }
};

class Writing final : public KeychainOperation<WriteSecret, QKeychain::WritePasswordJob>
{
public:
    Writing(const QString &key, const Secret &secret, std::chrono::milliseconds deadline)
        : KeychainOperation(key, deadline)
        , m_secret(secret)
    { }

protected:
    void prepare(QKeychain::WritePasswordJob &job) override { job.setTextData(m_secret.reveal()); }
    void conclude(const QKeychain::WritePasswordJob &job) override
    {
        if (job.error() == QKeychain::NoError)
            return succeed();
        whenKnownIfClosed(
            this, [this, problem = problemOf(job), detail = job.errorString()](bool closed) {
                closed ? failAs(SecretProblem::Locked, {}) : failAs(problem, detail);
            });
    }

private:
    Secret m_secret;
};

class Deleting final : public KeychainOperation<DeleteSecret, QKeychain::DeletePasswordJob>
{
public:
    using KeychainOperation::KeychainOperation;

protected:
    void conclude(const QKeychain::DeletePasswordJob &job) override
    {
        const bool gone = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
        gone ? succeed() : failAs(job);
    }
};

} // namespace

QString KeychainStore::serviceName()
{
    return u"sigen-modbus"_s;
}

std::unique_ptr<ReadSecret> KeychainStore::read(const QString &key, std::chrono::milliseconds deadline)
{
    return std::make_unique<Reading>(key, deadline);
}

std::unique_ptr<WriteSecret> KeychainStore::write(const QString &key, const Secret &secret,
                                                  std::chrono::milliseconds deadline)
{
    return std::make_unique<Writing>(key, secret, deadline);
}

std::unique_ptr<DeleteSecret> KeychainStore::remove(const QString &key, std::chrono::milliseconds deadline)
{
    return std::make_unique<Deleting>(key, deadline);
}

} // namespace Sigen
