#include "desktop/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// An empty line ends what a second start says; one character answers it.
static constexpr char endOfMessage[] = "\n\n";
static constexpr char heard = '+';

/// A window on another display is none that this start could bring to the front.
static QString display()
{
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    return wayland.isEmpty() ? qEnvironmentVariable("DISPLAY").section(u'.', 0, 0) : wayland;
}

SingleInstance::SingleInstance(const QString &settingsFile, QObject *parent)
    : QObject(parent)
{
    const QByteArray place = (QDir::homePath() + u'\n' + settingsFile + u'\n' + display()).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(16);
    m_name = u"sigen-modbus-"_s + QString::fromLatin1(hash);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SingleInstance::concludeFirst);
}

SingleInstance::~SingleInstance() = default;

void SingleInstance::claim(const QStringList &message)
{
    m_message = message;
    QTimer::singleShot(0, this, &SingleInstance::tell);
}

void SingleInstance::tell()
{
    // Asked first, listened later: a name that is in use does not stop listen() on every system.
    m_socket = std::make_unique<QLocalSocket>();
    connect(m_socket.get(), &QLocalSocket::connected, this,
            [this] { m_socket->write(m_message.join(u'\n').toUtf8() + endOfMessage); });
    // The operating system accepts for a process that hangs; only its answer says that it has heard.
    connect(m_socket.get(), &QLocalSocket::readyRead, this, [this] {
        if (m_concluded)
            return;
        m_concluded = true;
        m_timer.stop();
        Q_EMIT isSecond();
    });
    connect(m_socket.get(), &QLocalSocket::errorOccurred, this,
            [this] { QTimer::singleShot(0, this, &SingleInstance::concludeFirst); });
    m_timer.start(answerTime);
    m_socket->connectToServer(m_name);
}

void SingleInstance::concludeFirst()
{
    if (m_concluded)
        return;
    m_concluded = true;
    m_timer.stop();
    m_socket.reset();
    if (!m_server.listen(m_name)) { // what a crash has left behind
        QLocalServer::removeServer(m_name);
        m_server.listen(m_name);
    }
    Q_EMIT isFirst();
}

void SingleInstance::accept()
{
    while (QLocalSocket *const socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(maximumMessage);
        const auto hear = [this, socket] {
            const qsizetype end = socket->peek(maximumMessage).indexOf(endOfMessage);
            if (end < 0)
                return;
            const QStringList message =
                QString::fromUtf8(socket->read(maximumMessage).first(end)).split(u'\n', Qt::SkipEmptyParts);
            socket->disconnect(this);
            socket->write(&heard, 1);
            socket->disconnectFromServer(); // after that byte
            Q_EMIT secondStarted(message);
        };
        connect(socket, &QLocalSocket::readyRead, this, hear);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        // Whoever connects and says nothing does not stay.
        QTimer::singleShot(answerTime, socket, &QLocalSocket::abort);
        hear();
    }
}

} // namespace Sigen
