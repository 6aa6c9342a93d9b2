// Saved gateways as the window sees them.

#include "settings/savedgateways.h"
#include "settings/settings.h"
#include "settings/settingsfile.h"
#include "settings/settings.h"
#include "ui/controllers/savedgatewayscontroller.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class SavedGatewaysControllerTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString newFile() { return m_folder.filePath(u"settings%1.ini"_s.arg(++m_files)); }

private Q_SLOTS:
    void aFileTravelsToAnotherComputer()
    {
        SettingsFile file(newFile());
        Registry registry;
        SavedGateways gateways(file, registry);
        SavedGatewaysController saved(registry, gateways);
        const QString host = u"192.168.1.150"_s;
        registry.absorb(Added{host, 8080, 502});
        QVERIFY(saved.isEmpty());
        const QString id = registry.idAt(host);
        registry.absorb(
            SettingRead{id, host, true, quint16(502), u"110A1"_s, QDateTime::currentDateTimeUtc()});
        saved.rename(id, u"  Roof  "_s);
        const QString path = m_folder.filePath(SavedGatewaysController::suggestedFileName());
        QVERIFY(saved.exportTo(path).ok);

        SettingsFile otherFile(newFile());
        Registry otherRegistry;
        SavedGateways otherGateways(otherFile, otherRegistry);
        SavedGatewaysController other(otherRegistry, otherGateways);
        const auto outcome = other.importFrom(path);
        QVERIFY2(outcome.ok, qPrintable(outcome.sentence));
        QCOMPARE(otherGateways.count(), 1);
        const Gateway gateway = otherGateways.all().constFirst();
        QCOMPARE(gateway.serial, u"110A1"_s);
        QCOMPARE(gateway.name, u"Roof"_s);
        QVERIFY(gateway.before && gateway.before->on);
        const QString nothing = m_folder.filePath(u"nothing.json"_s);
        const auto notImported = other.importFrom(nothing);
        QVERIFY(!notImported.ok);
        QVERIFY2(notImported.sentence.contains(nothing), qPrintable(notImported.sentence));
        const QString nowhere = m_folder.filePath(u"no/such/folder/x.json"_s);
        const auto notExported = other.exportTo(nowhere);
        QVERIFY(!notExported.ok);
        QVERIFY2(notExported.sentence.contains(nowhere), qPrintable(notExported.sentence));
    }
};

QTEST_GUILESS_MAIN(SavedGatewaysControllerTest)
#include "tst_savedgatewayscontroller.moc"
