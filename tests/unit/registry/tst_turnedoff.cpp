// "Was on when last seen, read as off now", and what it is not.

#include "registry/registry.h"
#include "registry/turnedoff.h"

#include <QTest>
#include <QTimeZone>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString here = u"10.0.0.1"_s;

QDateTime minute(int minute)
{
    return QDateTime(QDate(2026, 11, 22), QTime(7, minute), QTimeZone::utc());
}

} // namespace

class TurnedOffTest : public QObject
{
    Q_OBJECT

    static Gateway known(bool on)
    {
        Gateway saved;
        saved.places = {placeAt(here)};
        saved.firmware = u"SPC114"_s;
        saved.before = SettingEvidence{on, quint16(502), u"SPC114"_s, minute(0)};
        return saved;
    }

    static void read(Registry &registry, bool on, int at)
    {
        SettingRead read;
        read.of = registry.idAt(here);
        read.host = here;
        read.on = on;
        read.port = 502;
        read.at = minute(at);
        registry.absorb(read);
    }

    static std::optional<TurnedOff> seen(const Registry &registry)
    {
        return turnedOff(*registry.find(registry.idAt(here)));
    }

private Q_SLOTS:
    void onBeforeAndOffNowIsTurnedOffSinceThen()
    {
        Registry registry;
        registry.absorb(known(true));
        QVERIFY(!seen(registry));
        read(registry, false, 5);
        QVERIFY(seen(registry));
        QCOMPARE(seen(registry)->lastOn, minute(0));
        QCOMPARE(seen(registry)->readOff, minute(5));
        QCOMPARE(seen(registry)->firmwareThen, u"SPC114"_s);
        QVERIFY(!seen(registry)->hasOtherFirmware());
    }

    void offBeforeIsNot()
    {
        Registry registry;
        registry.absorb(known(false));
        read(registry, false, 5);
        QVERIFY(!seen(registry));
    }

    void switchedOffInThisRunIsNot()
    {
        Registry registry;
        registry.absorb(known(true));
        read(registry, true, 5);
        read(registry, false, 6);
        QVERIFY(!seen(registry));
    }

    void aChangeInDoubtSaysNothing()
    {
        Registry registry;
        registry.absorb(known(true));
        read(registry, false, 5);
        registry.absorb(SettingDoubt{registry.idAt(here)});
        QVERIFY(!seen(registry));
    }

    void anotherFirmwareIsSaidWhereBothAreKnown()
    {
        Gateway gateway = known(true);
        gateway.setting = SettingEvidence{false, quint16(502), u"SPC115"_s, minute(5)};
        gateway.firmware = u"SPC115"_s;
        QVERIFY(turnedOff(gateway)->hasOtherFirmware());
        gateway.firmware.clear();
        QVERIFY(!turnedOff(gateway)->hasOtherFirmware());
    }
};

QTEST_GUILESS_MAIN(TurnedOffTest)
#include "tst_turnedoff.moc"
