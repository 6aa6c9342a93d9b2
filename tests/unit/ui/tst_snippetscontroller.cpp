// "Connect your system": the right snippet for the right plant, and finding its units.

#include "uitesting.h"

#include "support/loopback.h"
#include "ui/controllers/snippetscontroller.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class SnippetsControllerTest : public QObject
{
    Q_OBJECT

    static ModbusIdentity identityOf(const QList<int> &units)
    {
        ModbusIdentity identity;
        identity.verdict = ModbusVerdict::Answers;
        identity.plantAnswered = true;
        for (const int unit : units) {
            DeviceIdentity device;
            device.unit = unit;
            device.model = u"SigenStor EC 10.0 TP"_s;
            device.serial = u"110A%1"_s.arg(unit);
            identity.devices += device;
        }
        return identity;
    }

private Q_SLOTS:
    void everyToolHasASnippetWithHostAndPort()
    {
        SnippetsController snippets;
        const QAbstractItemModelTester tester(snippets.tools(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        snippets.setEndpoint(u"192.168.1.150"_s, 502, {});
        QVERIFY(snippets.tools()->rowCount() >= 10);
        for (int row = 0; row < snippets.tools()->rowCount(); ++row) {
            const QString id = snippets.tools()->index(row).data(ToolListModel::IdRole).toString();
            snippets.setCurrentTool(id);
            QCOMPARE(snippets.currentTool(), id);
            QVERIFY2(snippets.snippet().contains(u"192.168.1.150"_s), qPrintable(id));
            QVERIFY2(!snippets.suggestedFileName().isEmpty(), qPrintable(id));
            QVERIFY2(!snippets.tools()->index(row).data().toString().isEmpty(), qPrintable(id));
        }
        snippets.setCurrentTool(u"no such tool"_s);
        QVERIFY(!snippets.snippet().isEmpty());
    }

    void aPlantThatAScanSawIsNotCalledUntested()
    {
        SnippetsController snippets;
        snippets.setEndpoint(u"192.168.1.150"_s, 502, {});
        QVERIFY(snippets.note().contains(u"was not tested"_s));
        snippets.setPlantSeen(true);
        QVERIFY2(!snippets.note().contains(u"was not tested"_s), qPrintable(snippets.note()));
        QVERIFY(snippets.headline().contains(u"assumed"_s)); // its units still are
        snippets.reset();
        QVERIFY(snippets.note().contains(u"was not tested"_s));
    }

    void unitsThatWereNotSeenAreCalledAssumed()
    {
        SnippetsController snippets;
        snippets.setEndpoint(u"192.168.1.150"_s, 502, {});
        QCOMPARE(snippets.headline(), u"192.168.1.150 · port 502 · plant unit 247 · inverter 1 (assumed)"_s);
        QVERIFY(!snippets.note().isEmpty());
        ModbusIdentity identity;
        identity.verdict = ModbusVerdict::Answers;
        identity.plantAnswered = true;
        DeviceIdentity inverter;
        inverter.unit = 3;
        inverter.model = u"SigenStor EC 10.0 TP"_s;
        inverter.serial = u"110A1"_s;
        identity.devices = {inverter};
        snippets.setIdentity(identity);
        QCOMPARE(snippets.headline(), u"192.168.1.150 · port 502 · plant unit 247 · inverter 3"_s);
        identity.plantAnswered = false;
        snippets.setIdentity(identity);
        QCOMPARE(snippets.headline(),
                 u"192.168.1.150 · port 502 · plant unit 247 (did not answer) · inverter 3"_s);
        QVERIFY(snippets.note().contains(u"247"_s));
    }

    void unitsStayFoundUntilAnotherDeviceIsThere()
    {
        SnippetsController snippets;
        snippets.setEndpoint(u"192.168.1.150"_s, 502, {});
        snippets.setUnits({{1, {}, {}, {}, false, false}, {3, {}, {}, {}, false, false}}); // by the registry
        QVERIFY2(snippets.headline().endsWith(u"inverter 1, 3"_s), qPrintable(snippets.headline()));
        QVERIFY(snippets.note().contains(u"was not tested"_s)); // in this run
        snippets.setIdentity(identityOf({1})); // as "Test port" sees it
        QVERIFY2(snippets.headline().endsWith(u"inverter 1, 3"_s), qPrintable(snippets.headline()));
        snippets.setEndpoint(u"192.168.1.150"_s, 1502, {}); // as a new sign-in reports it
        QVERIFY2(snippets.headline().endsWith(u"port 1502 · plant unit 247 · inverter 1, 3"_s),
                 qPrintable(snippets.headline()));
        snippets.reset();
        QVERIFY2(snippets.headline().endsWith(u"(assumed)"_s), qPrintable(snippets.headline()));
    }

    void aSweepFindsInverterAndCharger()
    {
        const auto gateway = startGateway(true);
        SnippetsController snippets;
        Timeouts timeouts = Timeouts::all(1s);
        snippets.setEndpoint(gateway->address().toString(), gateway->modbusPort(), timeouts);
        QSignalSpy progress(&snippets, &SnippetsController::progressChanged);
        snippets.findUnits();
        QVERIFY(snippets.isFindingUnits());
        QTRY_VERIFY_WITH_TIMEOUT(snippets.unitsAsked() >= 2, 20000);
        QCOMPARE(snippets.unitsTotal(), 246);
        snippets.cancel();
        QTRY_VERIFY(!snippets.isFindingUnits());
        QVERIFY(progress.size() >= 3);
        QVERIFY2(snippets.progressText().startsWith(u"Stopped after "_s),
                 qPrintable(snippets.progressText()));
        QVERIFY2(snippets.headline().contains(u"inverter 1"_s)
                     && snippets.headline().contains(u"AC charger 2"_s),
                 qPrintable(snippets.headline()));
    }

    void aSweepThatLosesItsConnectionIsNotToldAsComplete()
    {
        const auto gateway = startGateway(true);
        SnippetsController snippets;
        snippets.setEndpoint(gateway->address().toString(), gateway->modbusPort(), Timeouts::all(1s));
        snippets.findUnits();
        QTRY_VERIFY_WITH_TIMEOUT(snippets.unitsAsked() >= 2, 20000);
        gateway->stop();
        QTRY_VERIFY(!snippets.isFindingUnits());
        QVERIFY2(snippets.progressText().startsWith(u"Stopped after "_s),
                 qPrintable(snippets.progressText()));
        QVERIFY2(snippets.headline().contains(u"inverter 1"_s), qPrintable(snippets.headline()));
    }

    void anotherPlantEndsTheSweepAndSaysSo()
    {
        const auto gateway = startGateway(true);
        SnippetsController snippets;
        snippets.setEndpoint(gateway->address().toString(), gateway->modbusPort(), Timeouts::all(1s));
        snippets.findUnits();
        QTRY_VERIFY_WITH_TIMEOUT(snippets.unitsAsked() >= 2, 20000);
        QSignalSpy progress(&snippets, &SnippetsController::progressChanged);
        snippets.setEndpoint(u"192.168.1.151"_s, 502, Timeouts::all(1s));
        QVERIFY(!snippets.isFindingUnits());
        QCOMPARE(progress.size(), 1);
        QCOMPARE(snippets.unitsAsked(), 0);
        QVERIFY(snippets.progressText().isEmpty());
    }

    void aSweepOfNobodySaysWhy()
    {
        SnippetsController snippets;
        snippets.setEndpoint(uniqueLoopbackAddress().toString(), 502, Timeouts::all(1s));
        snippets.findUnits();
        QTRY_VERIFY(!snippets.isFindingUnits());
        QVERIFY(!snippets.progressText().isEmpty());
    }

    void savingWritesWhatIsShown()
    {
        const QTemporaryDir folder;
        SnippetsController snippets;
        snippets.setEndpoint(u"192.168.1.150"_s, 502, {});
        const QString path = folder.filePath(u"snippet.txt"_s);
        QVERIFY(snippets.save(path).isEmpty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), snippets.snippet());
        QVERIFY(!snippets.save(folder.filePath(u"no/such/folder/x"_s)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(SnippetsControllerTest)
#include "tst_snippetscontroller.moc"
