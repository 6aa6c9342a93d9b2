#include "network/portprobe.h"
#include "scriptedserver.h"
#include "support/loopback.h"

#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#ifdef Q_OS_LINUX
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Sigen;
using namespace Sigen::Test;
using namespace std::chrono_literals;

class TestPortProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOpenPortIsOpenWithItsLatency();
    void writesNothingToThePort();
    void theConnectionCanBeTakenOnce();
    void anUntakenConnectionEndsWithTheProbe();
    void aRefusalIsClosed();
    void noAnswerIsFiltered();
    void noRouteIsUnreachable();
    void cancelEndsTheAttempt();
    void leavesNoDescriptorBehind();
    void theStatesHaveTheirContractNames();
};

static std::unique_ptr<PortProbe> probeOf(quint16 port, std::chrono::milliseconds deadline = 2000ms)
{
    return std::make_unique<PortProbe>(QHostAddress(QHostAddress::LocalHost), port, deadline);
}

static bool runToEnd(Operation &operation)
{
    QSignalSpy finished(&operation, &Operation::finished);
    operation.start();
    return finished.wait(10000) && finished.count() == 1;
}

static constexpr quint16 deadPort = 9;

void TestPortProbe::anOpenPortIsOpenWithItsLatency()
{
    ScriptedServer server;
    const auto probe = probeOf(server.port());
    QVERIFY(runToEnd(*probe));
    QVERIFY(!probe->error());
    QCOMPARE(probe->portState(), PortState::Open);
    QVERIFY(probe->latencyMs() > 0);
    QVERIFY(probe->latencyMs() < 2000);
    QVERIFY(probe->detail().isEmpty());
}

void TestPortProbe::writesNothingToThePort()
{
    ScriptedServer server;
    qint64 written = 0;
    server.onConnected = [&written](QTcpSocket &peer) {
        connect(&peer, &QTcpSocket::readyRead, &peer, [&] { written += peer.bytesAvailable(); });
    };
    QVERIFY(runToEnd(*probeOf(server.port())));
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(written, 0);
}

void TestPortProbe::theConnectionCanBeTakenOnce()
{
    ScriptedServer server;
    auto probe = probeOf(server.port());
    QVERIFY(runToEnd(*probe));
    const std::unique_ptr<TcpConnection> connection = probe->takeConnection();
    QVERIFY(connection);
    QVERIFY(connection->isOpen());
    QVERIFY(!probe->takeConnection());
    probe.reset();
    QTRY_COMPARE(server.openConnections(), 1);
    QSignalSpy received(connection.get(), &TcpConnection::received);
    server.peer().write("still here");
    QVERIFY(received.wait());
}

void TestPortProbe::anUntakenConnectionEndsWithTheProbe()
{
    ScriptedServer server;
    auto probe = probeOf(server.port());
    QVERIFY(runToEnd(*probe));
    QTRY_COMPARE(server.openConnections(), 1);
    probe.reset();
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestPortProbe::aRefusalIsClosed()
{
    const auto probe = probeOf(deadPort);
    QVERIFY(runToEnd(*probe));
    QVERIFY(!probe->error());
    QCOMPARE(probe->portState(), PortState::Closed);
    QCOMPARE(probe->detail(), QStringLiteral("connection refused"));
    QVERIFY(probe->latencyMs() > 0);
    QVERIFY(!probe->takeConnection());
}

void TestPortProbe::noAnswerIsFiltered()
{
#ifdef Q_OS_LINUX
    // A listener whose queue is full drops what comes: as quiet as a firewall.
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QCOMPARE(::bind(listener, reinterpret_cast<sockaddr *>(&address), size), 0);
    QCOMPARE(::listen(listener, 0), 0);
    QCOMPARE(::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size), 0);
    const int filler = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QCOMPARE(::connect(filler, reinterpret_cast<sockaddr *>(&address), size), 0);

    const auto probe = probeOf(ntohs(address.sin_port), 300ms);
    QVERIFY(runToEnd(*probe));
    QVERIFY(!probe->error());
    QCOMPARE(probe->portState(), PortState::Filtered);
    QCOMPARE(probe->latencyMs(), 0.0);
    QVERIFY(!probe->takeConnection());
    QVERIFY(probe->elapsed() >= 300ms);
    QVERIFY(probe->elapsed() < 2000ms);
    ::close(filler);
    ::close(listener);
#else
    QSKIP("the full queue of a listener refuses here");
#endif
}

void TestPortProbe::noRouteIsUnreachable()
{
#ifdef Q_OS_LINUX
    // A network namespace of our own, without routes; this thread moves back at the end.
    const int home = ::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
    if (home < 0 || ::unshare(CLONE_NEWNET) != 0)
        QSKIP("needs the right to make a network namespace");
    const auto goHome = qScopeGuard([home] {
        if (::setns(home, CLONE_NEWNET) != 0)
            qFatal("lost in a network namespace");
        ::close(home);
    });

    PortProbe noRoute(QHostAddress(QStringLiteral("192.0.2.1")), 502, 2000ms);
    QVERIFY(runToEnd(noRoute));
    QVERIFY(!noRoute.error());
    QCOMPARE(noRoute.portState(), PortState::Unreachable);
    QCOMPARE(noRoute.detail(), QStringLiteral("network unreachable"));

    const struct
    {
        const char *type;
        const char *detail;
    } routes[] = {{"unreachable", "host unreachable"},
                  {"prohibit", "forbidden by a firewall or route of this computer"},
                  {"blackhole", "no usable route or zone for this address"}};
    if (QStandardPaths::findExecutable(QStringLiteral("ip")).isEmpty())
        QSKIP("needs the ip tool for the other kinds of route");
    for (const auto &route : routes) {
        QCOMPARE(QProcess::execute(QStringLiteral("ip"),
                                   {QStringLiteral("route"), QStringLiteral("replace"),
                                    QLatin1StringView(route.type), QStringLiteral("192.0.2.1/32")}),
                 0);
        PortProbe probe(QHostAddress(QStringLiteral("192.0.2.1")), 502, 2000ms);
        QVERIFY(runToEnd(probe));
        QVERIFY(!probe.error());
        QCOMPARE(probe.portState(), PortState::Unreachable);
        QCOMPARE(probe.detail(), QLatin1StringView(route.detail));
    }
#else
    QSKIP("needs network namespaces");
#endif
}

void TestPortProbe::cancelEndsTheAttempt()
{
    ScriptedServer server;
    const auto probe = probeOf(server.port());
    QSignalSpy finished(probe.get(), &Operation::finished);
    probe->start();
    probe->cancel();
    QVERIFY(finished.wait());
    QCOMPARE(probe->error().code, ErrorCode::Cancelled);
    QVERIFY(!probe->takeConnection());
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestPortProbe::leavesNoDescriptorBehind()
{
    if (openDescriptors() < 0)
        QSKIP("descriptors can't be counted here");
    ScriptedServer server;
    QVERIFY(runToEnd(*probeOf(server.port())));
    QTRY_COMPARE(server.openConnections(), 0);
    const int before = openDescriptors();
    for (int i = 0; i < 5; ++i) {
        QVERIFY(runToEnd(*probeOf(server.port())));
        const auto refused = probeOf(deadPort);
        QVERIFY(runToEnd(*refused));
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(openDescriptors(), before); // also while the finished probe still lives
    }
}

void TestPortProbe::theStatesHaveTheirContractNames()
{
    QCOMPARE(portStateName(PortState::Open), QLatin1StringView("open"));
    QCOMPARE(portStateName(PortState::Closed), QLatin1StringView("closed"));
    QCOMPARE(portStateName(PortState::Filtered), QLatin1StringView("filtered"));
    QCOMPARE(portStateName(PortState::Unreachable), QLatin1StringView("unreachable"));
}

QTEST_GUILESS_MAIN(TestPortProbe)
#include "tst_portprobe.moc"
