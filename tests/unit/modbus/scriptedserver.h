// A TCP server on loopback whose every byte a test decides on, and register banks that answer Modbus
// requests.
#pragma once

#include "network/tcpconnection.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>

namespace Sigen::Test {

/// Ends the test program when a request is anything but a well-formed read (functions 03 and 04) of a unit in
/// 1–247.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray frame; ///< 12 bytes
        qint64 atMs = 0; ///< since the server was made
        int unit() const { return quint8(frame.at(6)); }
        int function() const { return quint8(frame.at(7)); }
        int address() const { return quint8(frame.at(8)) << 8 | quint8(frame.at(9)); }
        int count() const { return quint8(frame.at(10)) << 8 | quint8(frame.at(11)); }
        int transaction() const { return quint8(frame.at(0)) << 8 | quint8(frame.at(1)); }
    };
    using RequestHandler = std::function<void(QTcpSocket &peer, const Request &request)>;

    explicit ScriptedServer(RequestHandler onRequest = {});
    ~ScriptedServer() override;

    quint16 port() const { return m_server.serverPort(); }
    /// A connection to this server, open; null when that failed.
    std::unique_ptr<TcpConnection> connectedConnection() const;

    /// Refuses connections from now on.
    void stopListening() { m_server.close(); }

    const QList<Request> &requests() const { return m_requests; }
    /// "unit/function/address/count" of each request.
    QStringList questions() const;
    /// Accepted connections that are still open.
    int openConnections() const;
    /// The last accepted one; it must be open.
    QTcpSocket &peer() const { return *m_peers.last(); }

    RequestHandler onRequest;
    std::function<void(QTcpSocket &peer)> onConnected;

private:
    void take(QTcpSocket *peer);

    QTcpServer m_server;
    QList<QTcpSocket *> m_peers;
    QList<Request> m_requests;
    QMap<QTcpSocket *, QByteArray> m_buffers;
    QElapsedTimer m_clock;
};

/// Ends \a peer with a reset instead of an orderly close.
void resetConnection(QTcpSocket &peer);

/// True under Wine: a reset that arrives while Qt handles another event of the same socket stays untold
/// there. Qt lets go of the socket meanwhile and asks for its events again with WSAAsyncSelect, which by
/// Microsoft's description reports a closed connection then; Wine 8 does so after an orderly close only.
bool losesResets();

QByteArray replyTo(const ScriptedServer::Request &request, const QList<quint16> &words);
QByteArray exceptionTo(const ScriptedServer::Request &request, quint8 code);
/// The same frame with another transaction id.
QByteArray withTransaction(QByteArray frame, int transaction);

/// Registers by unit; what a unit lacks is refused with exception 02, and a unit that isn't there stays
/// silent.
struct RegisterBank
{
    QMap<int, QMap<int, quint16>> units;
    QMap<int, quint8> exceptions; ///< units that answer everything with this exception
    int defaultException = 0; ///< for units that aren't there; 0: silence
    bool holdingOnly = false; ///< function 04 is refused with exception 01
    int maximumCount = 125; ///< longer reads are refused with exception 03

    void set(int unit, int address, const QList<quint16> &words);
    void setText(int unit, int address, int count, const QByteArray &text);
    /// Fills a run of registers that were not set with \a word.
    void fill(int unit, int first, int last, quint16 word);
    QByteArray answer(const ScriptedServer::Request &request) const; ///< empty: silence
    ScriptedServer::RequestHandler handler() const;
};

/// A running plant at unit 247 (30000–30052) without devices.
RegisterBank plantBank();
/// An inverter's identity (30500–30539) at \a unit, with a serial number of its own (unit 1: 110A1234567890).
void addInverter(RegisterBank &bank, int unit, const QByteArray &model = "SigenStor EC 5.0 SP");

} // namespace Sigen::Test
