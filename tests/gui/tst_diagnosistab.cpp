// The tab "Diagnosis" as somebody uses it: a healthy plant, one at fault, a run that is stopped, and what it
// does not do by itself.

#include "diagnosispage.h"
#include "pagechecks.h"
#include "pseudotranslator.h"

#include "support/loopback.h"
#include "ui/widgets/announcer.h"

#include <QCheckBox>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>

#include <algorithm>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class DiagnosisTabTest : public DiagnosisPage
{
    Q_OBJECT

    PseudoTranslator m_longer;

private Q_SLOTS:
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_longer);
        close();
    }

    void nothingRunsByItself()
    {
        open(true);
        show();
        QVERIFY(m_world->find<QPushButton>("runDiagnosis")->hasFocus());
        QCOMPARE(m_world->find<QPushButton>("runDiagnosis")->text(), u"&Run the diagnosis"_s);
        const SimulatorCounters before = m_gateway->counters();
        QTest::qWait(200);
        QCOMPARE(m_gateway->counters().signIns, before.signIns);
        QCOMPARE(m_gateway->counters().modbusConnections, before.modbusConnections);
        QVERIFY(!diagnosis().hasRun());
    }

    void aHealthyPlantIsFineWithWhatWorked()
    {
        open(true);
        run();
        QCOMPARE(marks(), u"✓✓–✓✓✓✓✓✓✓✓–"_s);
        QVERIFY(shown(u"findingTitle"_s).value(0).startsWith(u"The gateway is fine from here"_s));
        QVERIFY(shown(u"findingLine"_s).join(u'\n').contains(u"Unit ids: 247, 1, 2."_s));
        QVERIFY(m_world->text("diagnosisStatus").contains(u"Nothing was changed"_s));
        QCOMPARE(m_gateway->counters().writes, 0);
        QVERIFY(page().controller.isSignedIn());
        QVERIFY(m_world->find("runDiagnosis")->hasFocus()); // where it was
        QVERIFY(!m_world->has("testPort")); // the diagnosis says the same and more
        m_world->find<QTabWidget>("tabs")->setCurrentIndex(0);
        QVERIFY(m_world->has("testPort"));
    }

    void whatIsWrongLeadsWithWhatToDo()
    {
        open(false, {}, false);
        run();
        QVERIFY(marks().contains(u'✗'));
        QCOMPARE(shown(u"findingTitle"_s).size(), 1);
        QVERIFY(shown(u"findingTitle"_s).value(0).contains(u"probably switched off"_s));
        const qsizetype steps = shown(u"findingLine"_s).size();
        QVERIFY(steps >= 1 && steps <= 3);
        QCOMPARE(m_gateway->counters().signIns, 0); // nobody gave a password
    }

    void aDiagnosisCountsAsATest()
    {
        open(true, {u"lookalike-huawei"_s}, false);
        run();
        QVERIFY(shown(u"findingTitle"_s).value(0).contains(u"Modbus"_s));
        QCOMPARE(page().controller.gateway().modbus(), ServiceState::NotSigenergy);
        QVERIFY(page().controller.session().test.has_value());
        QVERIFY(!m_world->has("failure"));
        m_world->find<QTabWidget>("tabs")->setCurrentIndex(0);
        QVERIFY(m_world->has("failure")); // where the tab does not say it, the page does
    }

    void aLaterTestIsShownAgain()
    {
        open(true);
        run();
        QVERIFY(!m_world->has("testPort"));
        page().controller.testPort();
        m_world->wait();
        QVERIFY(m_world->has("testPort"));
        QVERIFY(m_world->has("finding")); // what was found stays, with its time
    }

    void thatAnotherPlantIsThereStays()
    {
        open(true);
        const QString mine = page().controller.gateway().id;
        Gateway known = page().controller.gateway();
        known.serial = known.modbusSerial = u"110A0000000099"_s;
        known.serialFrom = SerialSource::Saved;
        page().controller.setGateway(known);
        run();
        QVERIFY(diagnosis().hasRun());
        QVERIFY(!shown(u"findingTitle"_s).isEmpty());
        QCOMPARE(page().controller.gateway().id, mine);
    }

    void whatItReadOfTheSettingCounts()
    {
        open(true);
        m_gateway->setEnabled(false);
        run();
        QVERIFY(shown(u"findingTitle"_s).value(0).contains(u"switched off"_s));
        QVERIFY(page().controller.session().setting);
        QVERIFY(!page().controller.session().setting->enabled);
        QVERIFY(!page().controller.page().server.isOn);
    }

    void theSamePlantAtAnotherAddressIsFound()
    {
        open(true);
        SimulatorOptions options;
        options.address = uniqueLoopbackAddress();
        options.webSocketPort = m_gateway->webSocketPort();
        options.modbusPort = m_gateway->modbusPort();
        options.profile = builtInProfile(u"documented"_s);
        options.initiallyEnabled = true;
        GatewaySimulator twin(options);
        QString reason;
        QVERIFY2(twin.start(&reason), qPrintable(reason));
        Gateway seen;
        seen.places = {placeAt(options.address.toString())};
        seen.serial = seen.modbusSerial = serial;
        seen.serialFrom = SerialSource::Saved;
        m_world->registry().absorb(seen);
        run();
        QVERIFY(shown(u"findingTitle"_s).join(u'\n').contains(options.address.toString()));
    }

    void theLinkAndMoreConnectionsAreTestedAsAsked()
    {
        open(true);
        show();
        QCOMPARE(DiagnosisOptions(), (DiagnosisOptions{true, false}));
        QVERIFY(!m_world->find<QCheckBox>("moreConnections")->isChecked());
        m_world->click("moreConnections");
        run();
        QVERIFY(!m_world->has("reads"));
        QVERIFY(shown(u"findingLine"_s).join(u'\n').contains(u"3 connection"_s));
    }

    void whatIsKnownStaysWhenItIsStopped()
    {
        open(true);
        show();
        m_world->click("linkTest");
        m_world->click("runDiagnosis");
        QCOMPARE(m_world->find<QPushButton>("runDiagnosis")->text(), u"St&op"_s);
        QTRY_VERIFY_WITH_TIMEOUT(diagnosis().state().done > 1, patience); // of the link
        QVERIFY(!m_world->find<QPushButton>("saveReport")->isEnabled());
        m_world->click("runDiagnosis");
        QTRY_VERIFY(!diagnosis().isRunning());
        QVERIFY(m_world->text("diagnosisStatus").startsWith(u"Stopped"_s));
        QVERIFY(marks().startsWith(u"✓✓–✓✓✓✓✓✓✓"_s));
        QVERIFY(m_world->find("reads")->width() > 0);
        QVERIFY(m_world->find("reads")->accessibleName().contains(u"answered"_s));
        nothingGotOut(reports());
    }

    void itStopsAtOnceWhenThePageHasAJob()
    {
        open(true);
        show();
        m_world->click("linkTest");
        m_world->click("runDiagnosis");
        QTRY_VERIFY_WITH_TIMEOUT(diagnosis().state().done > 0, patience);
        page().controller.refresh();
        QTRY_VERIFY(!diagnosis().isRunning());
        QVERIFY(!diagnosis().canStart());
        m_world->wait();
        QVERIFY(diagnosis().canStart());
        QVERIFY(page().controller.isSignedIn());
    }

    void aRefusedPasswordIsNotTriedAgain()
    {
        open(true);
        m_gateway.reset();
        QVERIFY(page().controller.isSignedIn());
        // The same address, another password.
        const QString address = page().controller.gateway().host();
        SimulatorOptions options;
        options.address = QHostAddress(address);
        options.webSocketPort = page().controller.target().webSocketPort;
        options.profile = builtInProfile(u"documented"_s);
        options.initiallyEnabled = true;
        options.username = u"admin"_s;
        options.password = Secret(u"another one"_s);
        m_gateway = std::make_unique<GatewaySimulator>(options);
        QString reason;
        QVERIFY2(m_gateway->start(&reason), qPrintable(reason));
        run();
        QCOMPARE(m_gateway->counters().signIns, 1);
        QVERIFY(!page().controller.isSignedIn());
        m_world->click("runDiagnosis");
        QTRY_VERIFY_WITH_TIMEOUT(!diagnosis().isRunning(), patience);
        QCOMPARE(m_gateway->counters().signIns, 1);
    }

    void aPasswordAtHandIsUsed()
    {
        open(true, {}, false);
        run();
        QCOMPARE(m_gateway->counters().signIns, 0);
        page().controller.account().keep(u"admin"_s, Secret(rightPassword()));
        QTRY_VERIFY(page().controller.account().hasPassword(u"admin"_s));
        m_world->click("runDiagnosis");
        QTRY_VERIFY_WITH_TIMEOUT(!diagnosis().isRunning(), patience);
        QCOMPARE(m_gateway->counters().signIns, 1);
        QVERIFY(!page().controller.isSignedIn());
        nothingGotOut(reports());
    }

    void anotherDeviceTakesItAlong()
    {
        open(true);
        run();
        Gateway other = page().controller.gateway();
        other.places.first().mac = mac;
        page().controller.setGateway(other);
        other.places.first().mac = u"0c:47:a9:00:00:01"_s;
        page().controller.setGateway(other);
        QVERIFY(!diagnosis().hasRun());
    }

    void theMenuAndFailuresLeadHere()
    {
        open(false, {}, false);
        const QList<QAction *> menus = m_world->window().menuBar()->actions();
        const QList<QAction *> help = menus.constLast()->menu()->actions();
        const auto found = std::find_if(help.cbegin(), help.cend(), [](const QAction *action) {
            return action->text() == "&Diagnosis"_L1;
        });
        QVERIFY(found != help.cend() && (*found)->isEnabled());
        (*found)->trigger();
        QVERIFY(m_world->has("runDiagnosis"));
        QVERIFY(m_world->find("runDiagnosis")->hasFocus());
        QVERIFY(!diagnosis().hasRun());
    }

    void theKeyboardAndAScreenReaderReachAll()
    {
        open(true);
        run();
        QCOMPARE(unnamedControls(&m_world->window()), QStringList());
        QCOMPARE(tabOrderGaps(&m_world->window()).join(u"\n"_s), QString());
        m_world->find("runDiagnosis")->setFocus();
        QTest::keyClick(m_world->find("runDiagnosis"), Qt::Key_Space);
        QVERIFY(diagnosis().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!diagnosis().isRunning(), patience);
        const auto *const announcer = view().findChild<Announcer *>();
        QTRY_VERIFY(announcer->accessibleName().contains(u"The gateway is fine from here"_s));
    }

    void anotherLanguageReachesWhatWasFound()
    {
        open(true);
        run();
        const QString before = m_world->text("findingTitle");
        QCoreApplication::installTranslator(&m_longer);
        m_world->book().retranslate();
        QCoreApplication::sendPostedEvents();
        settle();
        QVERIFY(m_world->text("findingTitle").startsWith(u'['));
        QVERIFY(m_world->text("findingTitle") != before);
        QVERIFY(m_world->text("diagnosisStatus").startsWith(u'['));
        for (const LayerRow &row : diagnosis().state().rows)
            QVERIFY(row.title.startsWith(u'['));
    }
};

QTEST_MAIN(DiagnosisTabTest)
#include "tst_diagnosistab.moc"
