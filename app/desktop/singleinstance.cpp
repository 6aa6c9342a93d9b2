#include "desktop/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

SingleInstance::SingleInstance(const QString &settingsFile, QObject *parent)
    : QObject(parent)
{
    const QByteArray place = (QDir::homePath() + u'\n' + settingsFile).toUtf8();
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
    connect(m_socket.get(), &QLocalSocket::connected, this, [this] {
        m_socket->write((m_message.join(u'\n') + u'\n').toUtf8());
        m_socket->disconnectFromServer(); // after the last byte
    });
    connect(m_socket.get(), &QLocalSocket::disconnected, this, [this] {
        if (m_concluded)
            return;
        m_concluded = true;
        m_timer.stop();
        Q_EMIT isSecond();
    });
    connect(m_socket.get(), &QLocalSocket::errorOccurred, this, [this](QLocalSocket::LocalSocketError error) {
        if (m_concluded || error == QLocalSocket::PeerClosedError)
            return;
        QTimer::singleShot(0, this, &SingleInstance::concludeFirst);
    });
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
        const auto finish = [this, socket] {
            const QByteArray bytes = socket->read(maximumMessage);
            socket->deleteLater();
            Q_EMIT secondStarted(QString::fromUtf8(bytes).split(u'\n', Qt::SkipEmptyParts));
        };
        if (socket->state() == QLocalSocket::UnconnectedState) {
            finish();
            continue;
        }
        connect(socket, &QLocalSocket::disconnected, this, finish);
        // Whoever connects and says nothing does not stay.
        QTimer::singleShot(answerTime, socket, &QLocalSocket::abort);
    }
}

} // namespace Sigen
