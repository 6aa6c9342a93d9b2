#include "unit/accounts/keyringsession.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#ifdef Q_OS_LINUX
#    include <QDBusConnection>
#    include <QDBusMessage>
#    include <QDBusVirtualObject>
#endif

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

static constexpr int patience = 10000; // ms

static void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished(patience);
    }
}

KeyringSession::~KeyringSession()
{
    end(m_keyring);
    end(m_bus);
}

bool KeyringSession::start(bool withService)
{
    if (!m_folder.isValid()) {
        m_reason = m_folder.errorString();
        return false;
    }
    const QString data = m_folder.filePath(u"data"_s);
    const QString runtime = m_folder.filePath(u"run"_s);
    QDir().mkpath(data);
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    qputenv("HOME", QFile::encodeName(m_folder.path()));
    qputenv("XDG_DATA_HOME", QFile::encodeName(data));
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime));
    qunsetenv("XDG_CURRENT_DESKTOP");
    return startBus() && (!withService || startKeyring());
}

bool KeyringSession::startBus()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
        m_reason = u"dbus-daemon is not installed"_s;
        return false;
    }
    // Of its own make: the system's would start whatever keychain is installed.
    QFile configuration(m_folder.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly)) {
        m_reason = configuration.errorString();
        return false;
    }
    configuration.write(R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)");
    configuration.close();
    m_bus.setStandardErrorFile(QProcess::nullDevice());
    m_bus.start(u"dbus-daemon"_s,
                {u"--nofork"_s, u"--print-address"_s, u"--config-file="_s + configuration.fileName()});
    QByteArray address;
    while (!address.contains('\n') && m_bus.waitForReadyRead(patience))
        address += m_bus.readAllStandardOutput();
    if (!address.contains('\n')) {
        m_reason = u"the message bus does not start"_s;
        return false;
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", address.trimmed());
    return true;
}

static bool ownsItsName()
{
    QProcess send;
    send.start(u"dbus-send"_s,
               {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
    send.waitForFinished(patience);
    return send.readAllStandardOutput().contains("boolean true");
}

bool KeyringSession::startKeyring()
{
    if (QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty()) {
        m_reason = u"gnome-keyring is not installed"_s;
        return false;
    }
    QFile password(m_folder.filePath(u"keyring-password"_s));
    if (!password.open(QIODevice::WriteOnly) || password.write("keyring of a test\n") < 0) {
        m_reason = password.errorString();
        return false;
    }
    password.close();
    m_keyring.setStandardInputFile(password.fileName());
    m_keyring.setStandardOutputFile(QProcess::nullDevice());
    m_keyring.setStandardErrorFile(QProcess::nullDevice());
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    // In the foreground it does not say when it is ready; the bus does.
    for (QDeadlineTimer deadline(patience); !ownsItsName();) {
        if (deadline.hasExpired() || m_keyring.state() == QProcess::NotRunning) {
            m_reason = u"gnome-keyring does not start"_s;
            return false;
        }
    }
    return true;
}

bool KeyringSession::lock(bool unanswered)
{
    if (unanswered && !openPrompter())
        return false;
    QProcess send;
    send.start(u"dbus-send"_s,
               {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                u"array:objpath:/org/freedesktop/secrets/collection/login"_s});
    return send.waitForFinished(patience) && send.exitCode() == 0;
}

#ifdef Q_OS_LINUX
namespace {

/// Takes every call and answers none, like a question that nobody looks at.
class SilentPrompter : public QDBusVirtualObject
{
public:
    using QDBusVirtualObject::QDBusVirtualObject;
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        return true;
    }
};

} // namespace

bool KeyringSession::openPrompter()
{
    auto prompter = std::make_unique<SilentPrompter>();
    QDBusConnection bus = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"),
                                                        u"prompter of a test"_s);
    const bool there = bus.registerVirtualObject(u"/org/gnome/keyring/Prompter"_s, prompter.get())
        && bus.registerService(u"org.gnome.keyring.SystemPrompter"_s);
    m_prompter = std::move(prompter);
    return there;
}
#else
bool KeyringSession::openPrompter()
{
    return false;
}
#endif

} // namespace Sigen::Test
