// Which of the registry's gateways have a row, and that the current row stays with its device.

#include "ui/controllers/hostrows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString here = u"10.0.0.1"_s;
const QString there = u"10.0.0.2"_s;

Sighting sighting(const QString &address, const QString &serial = {}, const QString &mac = {})
{
    Sighting seen;
    seen.place.address = address;
    seen.place.mac = mac;
    seen.place.settled = true;
    seen.place.webSocket = {8080, ServiceState::Handshake, {}};
    seen.place.modbus = {502, serial.isEmpty() ? ServiceState::Closed : ServiceState::Answers, {}};
    seen.serial = serial;
    return seen;
}

Gateway entry(const QString &host, const QString &serial)
{
    Gateway saved;
    saved.places = {placeAt(host)};
    saved.serial = serial;
    saved.serialFrom = SerialSource::Saved;
    return saved;
}

} // namespace

class HostRowsTest : public QObject
{
    Q_OBJECT

    Registry m_registry;
    std::unique_ptr<HostRows> m_rows;

    HostListModel &model() { return *m_rows->model(); }
    QString at(int row) { return model().at(row).gateway.host(); }

private Q_SLOTS:
    void init()
    {
        m_rows = std::make_unique<HostRows>(m_registry, [](const Gateway &) { return false; });
        new QAbstractItemModelTester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     &model());
    }

    void cleanup()
    {
        m_rows.reset();
        while (!m_registry.gateways().isEmpty())
            m_registry.remove(m_registry.gateways().constFirst().id);
    }

    void aHostThatIsGoneHasNoRowUnlessItIsSavedTypedOrOpen()
    {
        m_registry.absorb(sighting(here));
        m_registry.absorb(sighting(there));
        m_registry.absorb(sighting(u"10.0.0.3"_s));
        m_registry.absorb(entry(u"10.0.0.4"_s, u"D"_s));
        m_registry.absorb(Added{there, 8080, 502});
        m_rows->setCurrent(m_registry.idAt(here));
        QCOMPARE(model().rowCount(), 4);
        m_registry.absorb(ScanEnd{{here, there, u"10.0.0.3"_s}});
        QCOMPARE(model().rowCount(), 3);
        QCOMPARE(model().rowOf(m_registry.idAt(u"10.0.0.3"_s)), -1);
        m_rows->setCurrent(m_registry.idAt(there));
        QCOMPARE(model().rowOf(m_registry.idAt(here)), -1);
        m_registry.absorb(sighting(here));
        QCOMPARE(model().rowCount(), 3);
    }

    void aSavedGatewayThatIsFoundElsewhereKeepsItsRow()
    {
        m_registry.absorb(entry(here, u"A"_s));
        const QString id = m_registry.idAt(here);
        m_rows->setCurrent(id);
        QSignalSpy current(m_rows.get(), &HostRows::currentIndexChanged);
        m_registry.absorb(sighting(there, u"A"_s));
        QCOMPARE(model().rowCount(), 1);
        QCOMPARE(at(0), there);
        QCOMPARE(m_rows->currentId(), id);
        QVERIFY(current.isEmpty());
    }

    void theCurrentRowGoesWithItsDeviceIntoAnother()
    {
        m_registry.absorb(entry(u"gw.local"_s, u"A"_s));
        m_registry.absorb(sighting(here));
        m_rows->setCurrent(m_registry.idAt(here));
        m_registry.absorb(Resolved{u"gw.local"_s, here});
        QCOMPARE(model().rowCount(), 1);
        QCOMPARE(m_rows->currentId(), m_registry.idAt(u"gw.local"_s));
        QCOMPARE(m_rows->current().row(), 0);
    }

    void anotherDeviceAtTheAddressGetsARowOfItsOwn()
    {
        m_registry.absorb(entry(here, u"A"_s));
        const QString id = m_registry.idAt(here);
        m_rows->setCurrent(id);
        m_registry.absorb(sighting(here, u"B"_s));
        QCOMPARE(model().rowCount(), 2);
        QCOMPARE(m_rows->currentId(), id);
        QCOMPARE(model().at(model().rowOf(id)).chips().constFirst().text, u"Another device"_s);
    }

    void whatIsForgottenGoesEvenWhileItsPageIsOpen()
    {
        m_registry.absorb(entry(here, u"A"_s));
        m_registry.absorb(entry(there, u"B"_s));
        m_rows->setCurrent(m_registry.idAt(here));
        m_registry.forget(m_registry.idAt(here));
        QCOMPARE(model().rowCount(), 1);
        QVERIFY(m_rows->currentId().isEmpty());
        QVERIFY(!m_rows->current().isValid());
    }
};

QTEST_GUILESS_MAIN(HostRowsTest)
#include "tst_hostrows.moc"
