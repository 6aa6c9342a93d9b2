// What counts as evidence that a port speaks TLS.

#include "support/rawserver.h"
#include "support/scriptedgateway.h"
#include "support/testcertificate.h"

#include "workflow/tlsprobe.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace std::chrono_literals;

class TlsProbeTest : public QObject
{
    Q_OBJECT

    static bool speaksTls(quint16 port, std::chrono::milliseconds deadline = 10s)
    {
        TlsProbe probe(QHostAddress(QHostAddress::LocalHost), port, deadline);
        QSignalSpy finished(&probe, &Operation::finished);
        probe.start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10000); }();
        return probe.speaksTls();
    }

private Q_SLOTS:
    void onlyAServerHelloOrAnAlertIsEvidence_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isTls");
        const auto row = [](const char *name, const char *hex, bool isTls) {
            QTest::newRow(name) << QByteArray::fromHex(hex) << isTls;
        };
        row("server hello", "160303007a020000760303aa", true);
        row("server hello of TLS 1.0", "160301004a020000460301aa", true);
        row("fatal alert", "15030300020228", true);
        row("warning", "15030100020170", true);
        row("nothing", "", false);
        row("half a record", "1603", false);
        row("another handshake message", "160303007a010000760303aa", false);
        row("an alert of another length", "15030300ff0228", false);
        row("an alert of no level", "15030300020928", false);
        row("another version", "160903007a020000760303aa", false);
        QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n") << false;
        QTest::newRow("an echo of the hello") << tlsClientHello() << false;
    }

    void onlyAServerHelloOrAnAlertIsEvidence()
    {
        QFETCH(const QByteArray, answer);
        QTEST(isTlsAnswer(answer), "isTls");
    }

    void aRealServerAnswers()
    {
        const auto certificate = makeTestCertificate(QHostAddress(QHostAddress::LocalHost));
        if (!certificate)
            QSKIP("there is no TLS or no openssl");
        const ScriptedGateway gateway(certificate->server);
        QVERIFY(speaksTls(gateway.port()));
    }

    void whoeverSpeaksOtherwiseDoesNot()
    {
        RawServer web([](QTcpSocket &client, const QByteArray &bytes) {
            if (!bytes.isEmpty())
                client.write("HTTP/1.1 400 Bad Request\r\n\r\n");
        });
        QVERIFY(!speaksTls(web.port()));
        RawServer silent([](QTcpSocket &, const QByteArray &) {});
        QVERIFY(!speaksTls(silent.port(), 200ms));
        quint16 closed = 0;
        {
            const RawServer gone([](QTcpSocket &, const QByteArray &) {});
            closed = gone.port();
        }
        QVERIFY(!speaksTls(closed));
    }

    void aConnectionThatIsTurnedAwayIsTriedOnceMore()
    {
        RawServer server([connections = 0](QTcpSocket &client, const QByteArray &bytes) mutable {
            if (bytes.isEmpty() && ++connections == 1)
                client.abort();
            else if (!bytes.isEmpty())
                client.write(QByteArray::fromHex("160303007a020000760303aa"));
        });
        QVERIFY(speaksTls(server.port()));
        QCOMPARE(server.connections(), 2);
    }

    void theAnswerMayComeInPieces()
    {
        RawServer server([](QTcpSocket &client, const QByteArray &bytes) {
            if (bytes.isEmpty())
                return;
            client.write(QByteArray::fromHex("160303"));
            QTimer::singleShot(20, &client,
                               [&client] { client.write(QByteArray::fromHex("007a020000760303aa")); });
        });
        QVERIFY(speaksTls(server.port()));
    }
};

QTEST_GUILESS_MAIN(TlsProbeTest)
#include "tst_tlsprobe.moc"
