#include "gateway/endpoint.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace Sigen;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsHostAndPort_data();
    void textIsHostAndPort();
};

void TestEndpoint::textIsHostAndPort_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("text");
    QTest::newRow("IPv4") << u"192.168.1.150"_s << u"192.168.1.150:8080"_s;
    QTest::newRow("IPv6") << u"fd00::1"_s << u"[fd00::1]:8080"_s;
    QTest::newRow("IPv6 with a zone") << u"fe80::1%eth0"_s << u"[fe80::1%eth0]:8080"_s;
}

void TestEndpoint::textIsHostAndPort()
{
    QFETCH(QString, address);
    GatewayEndpoint endpoint;
    endpoint.address = QHostAddress(address);
    endpoint.port = 8080;
    QTEST(endpoint.text(), "text");
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
