#include "ui/models/powertext.h"

#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class PowerTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPowerIsInWattsBelowOneKilowattAndIsNotBroken_data()
    {
        QTest::addColumn<double>("kilowatts");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0.0 << u"0\u00a0W"_s;
        QTest::newRow("no negative zero") << -0.0004 << u"0\u00a0W"_s;
        QTest::newRow("little") << 0.008 << u"8\u00a0W"_s;
        QTest::newRow("the other way") << -0.008 << u"−8\u00a0W"_s;
        QTest::newRow("below one kilowatt") << 0.9994 << u"999\u00a0W"_s;
        QTest::newRow("rounded to one kilowatt") << 0.9996 << u"1.00\u00a0kW"_s;
        QTest::newRow("more") << 2.114 << u"2.11\u00a0kW"_s;
    }
    void aPowerIsInWattsBelowOneKilowattAndIsNotBroken()
    {
        QFETCH(const double, kilowatts);
        QFETCH(const QString, text);
        QCOMPARE(powerText(kilowatts, QLocale::c()), text);
    }

    void anUnknownPowerIsADash() { QCOMPARE(powerText(std::nullopt, QLocale::c()), u"–"_s); }

    void theDecimalPointIsTheLanguages()
    {
        QCOMPARE(powerText(2.114, QLocale(QLocale::German)), u"2,11\u00a0kW"_s);
    }
};

QTEST_GUILESS_MAIN(PowerTextTest)
#include "tst_powertext.moc"
