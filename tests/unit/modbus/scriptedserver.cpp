#include "scriptedserver.h"

#include <QSignalSpy>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#else
#include <winsock2.h>

#include <windows.h>
#endif

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype requestSize = 12;

ScriptedServer::ScriptedServer(RequestHandler handler)
    : onRequest(std::move(handler))
{
    m_clock.start();
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no loopback listener");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *peer = m_server.nextPendingConnection()) {
            m_peers.append(peer);
            connect(peer, &QTcpSocket::readyRead, this, [this, peer] { take(peer); });
            if (onConnected)
                onConnected(*peer);
        }
    });
}

ScriptedServer::~ScriptedServer()
{
    for (QTcpSocket *peer : std::as_const(m_peers))
        peer->disconnect(this);
}

std::unique_ptr<TcpConnection> ScriptedServer::connectedConnection() const
{
    auto connection = std::make_unique<TcpConnection>(QHostAddress(QHostAddress::LocalHost), port());
    QSignalSpy connected(connection.get(), &TcpConnection::connected);
    connection->open();
    return connected.wait() ? std::move(connection) : nullptr;
}

QStringList ScriptedServer::questions() const
{
    QStringList list;
    for (const Request &request : m_requests)
        list.append(u"%1/%2/%3/%4"_s.arg(request.unit())
                        .arg(request.function())
                        .arg(request.address())
                        .arg(request.count()));
    return list;
}

int ScriptedServer::openConnections() const
{
    return int(std::count_if(m_peers.cbegin(), m_peers.cend(), [](const QTcpSocket *peer) {
        return peer->state() == QAbstractSocket::ConnectedState;
    }));
}

void ScriptedServer::take(QTcpSocket *peer)
{
    QByteArray &buffer = m_buffers[peer];
    buffer += peer->readAll();
    while (buffer.size() >= requestSize) {
        const Request request{buffer.first(requestSize), m_clock.elapsed()};
        buffer.remove(0, requestSize);
        const bool isRead = request.function() == 3 || request.function() == 4;
        if (request.frame.mid(2, 4) != QByteArray("\0\0\0\6", 4) || !isRead || request.unit() < 1
            || request.unit() > 247 || request.count() < 1 || request.count() > 124)
            qFatal("forbidden request: %s", request.frame.toHex(' ').constData());
        m_requests.append(request);
        if (onRequest)
            onRequest(*peer, request);
    }
}

void resetConnection(QTcpSocket &peer)
{
    const linger atOnce{1, 0};
#ifdef Q_OS_UNIX
    ::setsockopt(int(peer.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
#else
    ::setsockopt(SOCKET(peer.socketDescriptor()), SOL_SOCKET, SO_LINGER,
                 reinterpret_cast<const char *>(&atOnce), sizeof atOnce);
#endif
    peer.abort();
}

bool losesResets()
{
#ifdef Q_OS_WIN
    return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
#else
    return false;
#endif
}

static void appendWord(QByteArray &bytes, int word)
{
    bytes.append(char(word >> 8)).append(char(word & 0xFF));
}

static QByteArray frame(const ScriptedServer::Request &request, const QByteArray &body)
{
    QByteArray bytes = request.frame.first(4);
    appendWord(bytes, int(body.size()) + 1);
    return bytes.append(char(request.unit())).append(body);
}

QByteArray replyTo(const ScriptedServer::Request &request, const QList<quint16> &words)
{
    QByteArray body;
    body.append(char(request.function())).append(char(2 * words.size()));
    for (const quint16 word : words)
        appendWord(body, word);
    return frame(request, body);
}

QByteArray exceptionTo(const ScriptedServer::Request &request, quint8 code)
{
    QByteArray body;
    body.append(char(request.function() | 0x80)).append(char(code));
    return frame(request, body);
}

QByteArray withTransaction(QByteArray frame, int transaction)
{
    QByteArray id;
    appendWord(id, transaction);
    return frame.replace(0, 2, id);
}

void RegisterBank::set(int unit, int address, const QList<quint16> &words)
{
    for (const quint16 word : words)
        units[unit][address++] = word;
}

void RegisterBank::setText(int unit, int address, int count, const QByteArray &text)
{
    const QByteArray padded = text.leftJustified(2 * count, '\0', true);
    for (int i = 0; i < count; ++i)
        units[unit][address + i] = quint16(quint8(padded.at(2 * i)) << 8 | quint8(padded.at(2 * i + 1)));
}

void RegisterBank::fill(int unit, int first, int last, quint16 word)
{
    QMap<int, quint16> &registers = units[unit];
    for (int address = first; address <= last; ++address) {
        if (!registers.contains(address))
            registers.insert(address, word);
    }
}

QByteArray RegisterBank::answer(const ScriptedServer::Request &request) const
{
    if (exceptions.contains(request.unit()))
        return exceptionTo(request, exceptions.value(request.unit()));
    if (!units.contains(request.unit()))
        return defaultException == 0 ? QByteArray() : exceptionTo(request, quint8(defaultException));
    if (holdingOnly && request.function() == 4)
        return exceptionTo(request, 1);
    if (request.count() > maximumCount)
        return exceptionTo(request, 3);
    const QMap<int, quint16> &registers = units[request.unit()];
    QList<quint16> words;
    for (int address = request.address(); address < request.address() + request.count(); ++address) {
        if (!registers.contains(address))
            return exceptionTo(request, 2);
        words.append(registers.value(address));
    }
    return replyTo(request, words);
}

ScriptedServer::RequestHandler RegisterBank::handler() const
{
    return [bank = *this](QTcpSocket &peer, const ScriptedServer::Request &request) {
        peer.write(bank.answer(request));
    };
}

RegisterBank plantBank()
{
    RegisterBank bank;
    bank.set(247, 30000, {0x6921, 0x5B80, 60, 0, 1}); // 2025-11-22, UTC+1, self-consumption, sensor connected
    bank.set(247, 30005, {0xFFFF, 0xFB2E}); // -1.234 kW
    bank.set(247, 30009, {0});
    bank.set(247, 30014, {836});
    bank.set(247, 30051, {1});
    bank.fill(247, 30000, 30052, 0);
    return bank;
}

void addInverter(RegisterBank &bank, int unit, const QByteArray &model)
{
    bank.setText(unit, 30500, 15, model);
    constexpr int firstSerial = 89; // two inverters are never one
    bank.setText(unit, 30515, 10, "110A12345678" + QByteArray::number(firstSerial + unit));
    bank.setText(unit, 30525, 15, "V100R001C00SPC115");
}

} // namespace Sigen::Test
