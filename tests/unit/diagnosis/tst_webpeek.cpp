// One HTTP request, plain or over TLS, and what is made of the answer.

#include "network/webpeek.h"
#include "support/rawserver.h"
#include "support/scriptedgateway.h"
#include "support/testcertificate.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class WebPeekTest : public QObject
{
    Q_OBJECT

    static WebFace peek(quint16 port, bool tls, const QString &path = u"/"_s, bool upgrade = false)
    {
        WebPeek peek({QHostAddress(QHostAddress::LocalHost), port, tls, path, upgrade}, 2s);
        QSignalSpy finished(&peek, &Operation::finished);
        peek.start();
        if (!finished.wait(10000))
            qFatal("the peek does not end");
        return peek.face();
    }

    static RawServer::Script answering(const QByteArray &answer)
    {
        return [answer](QTcpSocket &client, const QByteArray &bytes) {
            if (!bytes.isEmpty())
                client.write(answer);
        };
    }

private Q_SLOTS:
    void anAnswerIsReadByItsHead_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("server");
        QTest::newRow("a page") << "HTTP/1.1 200 OK\r\nServer: nginx/1.2\r\n\r\n<html>"_ba << 200
                                << u"nginx/1.2"_s;
        QTest::newRow("names in any case") << "HTTP/1.0 401 No\r\nSERVER:  x \r\n\r\n"_ba << 401 << u"x"_s;
        QTest::newRow("no headers") << "HTTP/1.1 400\r\n\r\n"_ba << 400 << QString();
        QTest::newRow("headers behind the head")
            << "HTTP/1.1 200 OK\r\n\r\nServer: y\r\n"_ba << 200 << QString();
        QTest::newRow("no number") << "HTTP/1.1 two\r\n\r\n"_ba << 0 << QString();
        QTest::newRow("not HTTP") << "SSH-2.0-OpenSSH\r\n"_ba << 0 << QString();
        QTest::newRow("a number out of range") << "HTTP/1.1 2000000000 OK\r\n\r\n"_ba << 0 << QString();
    }

    void anAnswerIsReadByItsHead()
    {
        QFETCH(const QByteArray, answer);
        const WebFace face = readWebAnswer(answer, "key");
        QTEST(face.status, "status");
        QTEST(face.server, "server");
        QCOMPARE(face.beginning.isEmpty(), face.status > 0);
        QVERIFY(face.beginning.size() <= WebFace::beginningSize);
    }

    void aRequestNamesNobodyAndNoCredentials()
    {
        const WebRequest request{QHostAddress(u"fe80::1%eth0"_s), 8080, false, u"/ws"_s, true};
        const QByteArray text = webRequestText(request, "dGhlIHNhbXBsZSBub25jZQ==");
        QVERIFY(text.startsWith("GET /ws HTTP/1.1\r\nHost: [fe80::1]:8080\r\n"));
        QVERIFY(text.endsWith("\r\n\r\n"));
        QVERIFY(!text.contains("Authorization") && !text.contains("Cookie"));
    }

    void aHandshakeCountsWithItsProofOnly()
    {
        const QByteArray key = "dGhlIHNhbXBsZSBub25jZQ=="; // RFC 6455, 1.3
        const QByteArray head = "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: ";
        QVERIFY(readWebAnswer(head + "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n", key).isUpgraded);
        QVERIFY(!readWebAnswer(head + "s3pPLMBiTxaQ9kYGzzhZRbK+xOx=\r\n\r\n", key).isUpgraded);
        QVERIFY(!readWebAnswer("HTTP/1.1 200 OK\r\n\r\n", key).isUpgraded);
    }

    void aWebSocketServerIsRecognised()
    {
        const ScriptedGateway gateway;
        const WebFace face = peek(gateway.port(), false, u"/ws"_s, true);
        QVERIFY(face.isUpgraded);
        QVERIFY(gateway.received().isEmpty());
    }

    void aRedirectIsNotFollowed()
    {
        const RawServer server(answering("HTTP/1.1 301 Moved\r\nLocation: /elsewhere\r\n\r\n"));
        const WebFace face = peek(server.port(), false);
        QCOMPARE(face.status, 301);
        QCOMPARE(face.location, u"/elsewhere"_s);
        QCOMPARE(server.connections(), 1);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void whatNeverEndsIsCut_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("endless head") << "HTTP/1.1 200 OK\r\n"_ba + QByteArray(100000, 'x');
        QTest::newRow("noise") << QByteArray(100000, '\x01');
    }

    void whatNeverEndsIsCut()
    {
        QFETCH(const QByteArray, answer);
        const RawServer server(answering(answer));
        QVERIFY(peek(server.port(), false).hasAnswered());
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void silenceAndAClosedDoorAreSaid()
    {
        const RawServer silent([](QTcpSocket &, const QByteArray &) {});
        QVERIFY(!peek(silent.port(), false).hasAnswered());
        const RawServer closing([](QTcpSocket &client, const QByteArray &bytes) {
            if (!bytes.isEmpty())
                client.close();
        });
        const WebFace closed = peek(closing.port(), false);
        QVERIFY(!closed.hasAnswered());
        QVERIFY(!closed.detail.isEmpty());
    }

    void aCertificateIsShownAndNotTrusted()
    {
        const auto certificate = makeTestCertificate(QHostAddress(QHostAddress::LocalHost));
        if (!certificate)
            QSKIP("no TLS, or no openssl command");
        const ScriptedGateway gateway(certificate->server);
        const WebFace face = peek(gateway.port(), true, u"/ws"_s, true);
        QVERIFY(face.tlsProtocol.startsWith(u"TLS"_s));
        QVERIFY(face.isUpgraded);
        QCOMPARE(face.certificate->fingerprint, QString::fromLatin1(certificate->fingerprint.toHex()));
        QVERIFY(face.certificate->expires.isValid());
        // The same in plain, and TLS where there is none.
        QVERIFY(!peek(gateway.port(), false).isUpgraded);
        const ScriptedGateway plain;
        QCOMPARE(peek(plain.port(), true).tlsProtocol, QString());
    }
};

QTEST_GUILESS_MAIN(WebPeekTest)
#include "tst_webpeek.moc"
