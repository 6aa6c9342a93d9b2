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

static GatewayRef confirmedGateway(const QString &host, const QString &serial)
{
    GatewayRef gateway;
    gateway.key = host;
    gateway.host = host;
    gateway.serial = serial;
    gateway.confirmed = true;
    return gateway;
}

class SavedGatewaysControllerTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString newFile() { return m_folder.filePath(u"settings%1.ini"_s.arg(++m_files)); }

private Q_SLOTS:
    void onlyConfirmedGatewaysAreRemembered()
    {
        SettingsFile file(newFile());
        SavedGateways gateways(file);
        SavedGatewaysController saved(gateways);
        QSignalSpy changed(&saved, &SavedGatewaysController::changed);
        GatewayRef gateway = confirmedGateway(u"192.168.1.150"_s, u"110A1"_s);
        gateway.confirmed = false;
        saved.noteSeen(gateway);
        QVERIFY(saved.isEmpty());
        gateway.confirmed = true;
        gateway.demo = true;
        saved.noteSeen(gateway);
        QVERIFY(saved.isEmpty());
        gateway.demo = false;
        saved.noteSeen(gateway);
        QCOMPARE(saved.hosts().size(), 1);
        QVERIFY(!changed.isEmpty());
    }

    void anIdOutlivesANewAddress()
    {
        SettingsFile file(newFile());
        SavedGateways gateways(file);
        SavedGatewaysController saved(gateways);
        saved.noteSeen(confirmedGateway(u"192.168.1.150"_s, u"110A1"_s));
        saved.noteSeen(confirmedGateway(u"192.168.1.160"_s, u"110A2"_s));
        const QString id = saved.hosts().at(1).id;
        saved.noteSeen(confirmedGateway(u"192.168.1.161"_s, u"110A2"_s));
        QCOMPARE(saved.hosts().size(), 2);
        QCOMPARE(saved.hosts().at(1).id, id);
        QCOMPARE(saved.hosts().at(1).host, u"192.168.1.161"_s);
        saved.forget(saved.hosts().at(0).id);
        QCOMPARE(saved.hosts().size(), 1);
        QCOMPARE(saved.hosts().at(0).id, id);
        saved.rename(id, u"  Roof  "_s);
        QCOMPARE(saved.hosts().at(0).name, u"Roof"_s);
    }

    void whatIsForgottenComesBackOnlyWithASignIn()
    {
        SettingsFile file(newFile());
        SavedGateways gateways(file);
        SavedGatewaysController saved(gateways);
        const GatewayRef gateway = confirmedGateway(u"192.168.1.150"_s, u"110A1"_s);
        saved.noteSeen(gateway);
        saved.forget(saved.hosts().at(0).id);
        saved.noteSeen(gateway);
        GatewayRef moved = gateway;
        moved.host = u"192.168.1.151"_s;
        saved.noteSeen(moved);
        saved.noteRead(gateway, true, quint16(502), {});
        QVERIFY(saved.isEmpty());
        saved.noteSeen(confirmedGateway(u"192.168.1.160"_s, u"110A2"_s));
        QCOMPARE(saved.hosts().size(), 1);
        saved.setSignIn(gateway, {});
        QCOMPARE(saved.hosts().size(), 2);
        saved.noteSeen(moved);
        QCOMPARE(saved.hosts().at(1).host, moved.host);
    }

    void aFileTravelsToAnotherComputer()
    {
        SettingsFile file(newFile());
        SavedGateways gateways(file);
        SavedGatewaysController saved(gateways);
        saved.noteRead(confirmedGateway(u"192.168.1.150"_s, {}), true, quint16(502), u"110A1"_s);
        const QString path = m_folder.filePath(SavedGatewaysController::suggestedFileName());
        QVERIFY(saved.exportTo(path).ok);

        SettingsFile otherFile(newFile());
        SavedGateways otherGateways(otherFile);
        SavedGatewaysController other(otherGateways);
        const auto outcome = other.importFrom(path);
        QVERIFY2(outcome.ok, qPrintable(outcome.sentence));
        QCOMPARE(other.hosts().size(), 1);
        QCOMPARE(other.hosts().at(0).serial, u"110A1"_s);
        QCOMPARE(other.hosts().at(0).wasOn, std::optional(true));
        QVERIFY(!other.importFrom(m_folder.filePath(u"nothing.json"_s)).ok);
        QVERIFY(!other.exportTo(m_folder.filePath(u"no/such/folder/x.json"_s)).ok);
    }
};

QTEST_GUILESS_MAIN(SavedGatewaysControllerTest)
#include "tst_savedgatewayscontroller.moc"
