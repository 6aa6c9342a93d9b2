#include "simulator/faults.h"
#include "simulatorfixture.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class TestFaultCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreUniqueAndInKebabCase();
    void everyFaultIsExplainedInOneSentence();
    void rowsStandInTheOrderOfTheEnumeration();
    void everyNameIsFound();
    void unknownNameIsNotFound();
    void everyFaultIsAcceptedByStart();
    void allFaultsTogetherAreAcceptedByStart();
    void unknownFaultIsRefusedByStart();
};

void TestFaultCatalogue::namesAreUniqueAndInKebabCase()
{
    static const QRegularExpression kebab(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    QSet<QString> names;
    for (const FaultDescription &fault : simulatorFaults()) {
        const QString name(fault.name);
        QVERIFY2(kebab.match(name).hasMatch(), fault.name.data());
        QVERIFY2(!names.contains(name), fault.name.data());
        names.insert(name);
    }
    QVERIFY(names.size() >= 45);
}

void TestFaultCatalogue::everyFaultIsExplainedInOneSentence()
{
    QSet<QString> explanations;
    for (const FaultDescription &fault : simulatorFaults()) {
        const QString text(fault.explanation);
        QVERIFY2(text.size() > 20 && text.front().isUpper() && text.endsWith(u'.'), fault.name.data());
        QVERIFY2(!text.contains(u". "_s), fault.name.data());
        explanations.insert(text);
    }
    QCOMPARE(explanations.size(), simulatorFaults().size());
}

void TestFaultCatalogue::rowsStandInTheOrderOfTheEnumeration()
{
    for (qsizetype row = 0; row < simulatorFaults().size(); ++row) {
        const FaultDescription &fault = simulatorFaults().at(row);
        QCOMPARE(static_cast<qsizetype>(fault.fault), row);
        QCOMPARE(faultDescription(fault.fault).name, fault.name);
    }
    QCOMPARE(simulatorFaults().last().fault, Fault::StateUnknown);
}

void TestFaultCatalogue::everyNameIsFound()
{
    for (const FaultDescription &fault : simulatorFaults())
        QCOMPARE(faultByName(QString(fault.name)), std::optional(fault.fault));
}

void TestFaultCatalogue::unknownNameIsNotFound()
{
    QVERIFY(!faultByName(u"no-such-fault"));
    QVERIFY(!faultByName(u""));
    QVERIFY(!faultByName(u"Sign-In-Refused"));
}

void TestFaultCatalogue::everyFaultIsAcceptedByStart()
{
    for (const FaultDescription &fault : simulatorFaults()) {
        SimulatorFixture fixture({QString(fault.name)}, true);
        QVERIFY2(fixture.start(), fault.name.data());
    }
}

void TestFaultCatalogue::allFaultsTogetherAreAcceptedByStart()
{
    QStringList names;
    for (const FaultDescription &fault : simulatorFaults())
        names.append(QString(fault.name));
    SimulatorFixture fixture(names + names, true);
    QVERIFY(fixture.start());
}

void TestFaultCatalogue::unknownFaultIsRefusedByStart()
{
    SimulatorFixture fixture({u"sign-in-refused"_s, u"no-such-fault"_s});
    QVERIFY(!fixture.start());
    QVERIFY(fixture.reason.contains(u"no-such-fault"_s));
    QCOMPARE(fixture.simulator->webSocketPort(), quint16(0));
}

QTEST_GUILESS_MAIN(TestFaultCatalogue)
#include "tst_faultcatalogue.moc"
