#include "transporttesting.h"

#include "support/rawserver.h"
#include "support/scriptedgateway.h"
#include "support/testcertificate.h"

using namespace Qt::Literals::StringLiterals;
using namespace Sigen;
using namespace Sigen::Test;
using namespace std::chrono_literals;

class TestWebSocketTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thePinnedCertificateIsTrustedWhateverElseIsWrongWithIt();
    void anyOtherCertificateIsNot_data();
    void anyOtherCertificateIsNot();
    void anAuthoritysWordIsNotEnough();
    void aServerWithoutTlsIsNotAGateway();
    void aSilentTlsHandshakeTimesOut();

private:
    GatewayEndpoint endpoint(quint16 port, const QByteArray &fingerprint) const
    {
        return {QHostAddress(QHostAddress::LocalHost), port, {}, true, fingerprint};
    }

    std::optional<TestCertificate> m_certificate;
};

void TestWebSocketTls::initTestCase()
{
    m_certificate = makeTestCertificate(QHostAddress(u"127.0.0.77"_s)); // not the test server's address
    if (!m_certificate)
        QSKIP("no TLS backend or no openssl command");
}

void TestWebSocketTls::thePinnedCertificateIsTrustedWhateverElseIsWrongWithIt()
{
    ScriptedGateway gateway(m_certificate->server); // self-signed, for another name
    gateway.answer(-1, {u"hello"_s, QString(1024 * 1024, u'x')});
    WebSocketTransport transport(endpoint(gateway.port(), m_certificate->fingerprint), u"/ws"_s,
                                 testLimits());
    QSignalSpy opened(&transport, &WebSocketTransport::opened);
    QSignalSpy texts(&transport, &WebSocketTransport::textReceived);
    transport.open();
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(transport.send(u"x"_s));
    QTRY_COMPARE(texts.count(), 2);
    QCOMPARE(texts.at(0).at(0).toString(), u"hello"_s);
    QCOMPARE(texts.at(1).at(0).toString().size(), 1024 * 1024);
}

void TestWebSocketTls::anyOtherCertificateIsNot_data()
{
    QTest::addColumn<QByteArray>("fingerprint");
    QTest::newRow("none pinned") << QByteArray();
    QTest::newRow("another pinned") << QByteArray(32, 'x');
    QTest::newRow("cut short") << (m_certificate ? m_certificate->fingerprint.left(31) : QByteArray());
}

void TestWebSocketTls::anyOtherCertificateIsNot()
{
    QFETCH(QByteArray, fingerprint);
    ScriptedGateway gateway(m_certificate->server);
    WebSocketTransport transport(endpoint(gateway.port(), fingerprint), u"/ws"_s, testLimits());
    QSignalSpy opened(&transport, &WebSocketTransport::opened);
    QSignalSpy ended(&transport, &WebSocketTransport::ended);
    transport.open();
    QTRY_COMPARE(ended.count(), 1);
    const auto error = ended.at(0).at(0).value<Error>();
    QCOMPARE(error.code, ErrorCode::CertificateNotTrusted);
    QVERIFY(error.detail.contains(QString::fromLatin1(m_certificate->fingerprint.toHex(':').toUpper())));
    QCOMPARE(opened.count(), 0);
    QCOMPARE(gateway.connections(), 0); // TLS never came up, so nothing was asked
}

void TestWebSocketTls::anAuthoritysWordIsNotEnough()
{
    const auto valid = makeTestCertificate(QHostAddress(QHostAddress::LocalHost));
    QVERIFY(valid);
    const QSslConfiguration untouched = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = untouched;
    trusting.setCaCertificates({valid->server.localCertificate()});
    QSslConfiguration::setDefaultConfiguration(trusting);
    ScriptedGateway gateway(valid->server);
    WebSocketTransport transport(endpoint(gateway.port(), m_certificate->fingerprint), u"/ws"_s,
                                 testLimits());
    QSignalSpy ended(&transport, &WebSocketTransport::ended);
    transport.open();
    QSslConfiguration::setDefaultConfiguration(untouched);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.at(0).at(0).value<Error>().code, ErrorCode::CertificateNotTrusted);
    QCOMPARE(gateway.connections(), 0);
}

void TestWebSocketTls::aServerWithoutTlsIsNotAGateway()
{
    RawServer server([](QTcpSocket &client, const QByteArray &bytes) {
        if (!bytes.isEmpty())
            client.write("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    WebSocketTransport transport(endpoint(server.port(), m_certificate->fingerprint), u"/ws"_s, testLimits());
    QSignalSpy ended(&transport, &WebSocketTransport::ended);
    transport.open();
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.at(0).at(0).value<Error>().code, ErrorCode::NotAGateway);
}

void TestWebSocketTls::aSilentTlsHandshakeTimesOut()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {});
    WebSocketLimits hasty = testLimits();
    hasty.handshake = 80ms;
    WebSocketTransport transport(endpoint(server.port(), m_certificate->fingerprint), u"/ws"_s, hasty);
    QSignalSpy ended(&transport, &WebSocketTransport::ended);
    transport.open();
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.at(0).at(0).value<Error>().code, ErrorCode::HandshakeTimeout);
    QTRY_COMPARE(server.openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestWebSocketTls)
#include "tst_websockettls.moc"
