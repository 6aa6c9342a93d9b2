#include "workflow/tlsprobe.h"

#include "network/tcpconnection.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Sigen {

using namespace std::chrono_literals;

namespace {

constexpr auto slotPause = 250ms;
constexpr int mostConnections = 2;
/// Record header, message type, message length, version: enough of an answer to tell.
constexpr qsizetype tellingSize = 11;

QByteArray number16(qsizetype value)
{
    return QByteArray(1, char(value >> 8)) + QByteArray(1, char(value & 0xFF));
}

QByteArray withLength16(const QByteArray &bytes)
{
    return number16(bytes.size()) + bytes;
}

QByteArray extension(qsizetype type, const QByteArray &body)
{
    return number16(type) + withLength16(body);
}

} // namespace

QByteArray tlsClientHello()
{
    QByteArray random(32, Qt::Uninitialized);
    std::generate(random.begin(), random.end(),
                  [] { return char(QRandomGenerator::global()->bounded(256)); });
    const QByteArray suites = QByteArray::fromHex("130113021303" // TLS 1.3
                                                  "c02bc02fc02cc030cca9cca8" // 1.2, ECDHE
                                                  "009e009fc009c013c00ac014" // older ones
                                                  "009c009d002f0035000a");
    const QByteArray extensions = extension(10,
                                            withLength16(QByteArray::fromHex("001d00170018001900"
                                                                             "1e"))) // groups
        + extension(11, QByteArray::fromHex("0100")) // point formats
        + extension(13,
                    withLength16(QByteArray::fromHex("0403050306030807080808090804080508060401"
                                                     "0501060102030201"))) // signatures
        + extension(43, QByteArray::fromHex("080304030303020301")) // versions, newest first
        + extension(51, withLength16({})); // no key: the server would have to ask for one
    const QByteArray hello = QByteArray::fromHex("0303") + random + QByteArray(1, '\0') // no session
        + withLength16(suites) + QByteArray::fromHex("0100") // no compression
        + withLength16(extensions);
    const QByteArray message = QByteArray::fromHex("0100") + withLength16(hello);
    return QByteArray::fromHex("160301") + withLength16(message);
}

bool isTlsAnswer(const QByteArray &answer)
{
    if (answer.size() < 7)
        return false;
    const auto at = [&answer](qsizetype index) { return quint8(answer.at(index)); };
    const int length = at(3) * 256 + at(4);
    if (at(1) != 3 || at(2) > 4)
        return false;
    const bool isAlert = at(0) == 21 && length == 2 && (at(5) == 1 || at(5) == 2);
    const bool isServerHello =
        at(0) == 22 && at(5) == 2 && length >= 4 && answer.size() >= tellingSize && at(9) == 3;
    return isAlert || isServerHello;
}

TlsProbe::TlsProbe(const QHostAddress &address, quint16 port, std::chrono::milliseconds deadline,
                   QObject *parent)
    : Operation(std::min(deadline, longest), parent)
    , m_address(address)
    , m_port(port)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &TlsProbe::connectOnce);
}

TlsProbe::~TlsProbe() = default;

void TlsProbe::run()
{
    connectOnce();
}

void TlsProbe::release()
{
    m_pause.stop();
    if (m_connection)
        m_connection->close();
}

void TlsProbe::deadlinePassed()
{
    succeed();
}

void TlsProbe::connectOnce()
{
    ++m_connections;
    m_answer.clear();
    m_connection = std::make_unique<TcpConnection>(m_address, m_port);
    connect(m_connection.get(), &TcpConnection::connected, this,
            [this] { m_connection->write(tlsClientHello()); });
    connect(m_connection.get(), &TcpConnection::received, this, &TlsProbe::take);
    connect(m_connection.get(), &TcpConnection::closed, this, &TlsProbe::turnedAway);
    connect(m_connection.get(), &TcpConnection::failed, this, &TlsProbe::turnedAway);
    m_connection->open();
}

void TlsProbe::turnedAway()
{
    if (hasEnded())
        return;
    if (m_answer.isEmpty() && m_connections < mostConnections)
        m_pause.start(slotPause);
    else
        succeed();
}

void TlsProbe::take(const QByteArray &bytes)
{
    m_answer += bytes.left(tellingSize - m_answer.size());
    m_speaksTls = isTlsAnswer(m_answer);
    if (m_speaksTls || m_answer.size() >= tellingSize)
        succeed();
}

} // namespace Sigen
