// The tab "Diagnosis" as somebody uses it: a healthy plant, one at fault, a run that is stopped; what it does
// not do by itself; and that nothing gets out in any form of a report.

#include "guitesting.h"
#include "pagechecks.h"
#include "pagetexts.h"
#include "pseudotranslator.h"

#include "support/loopback.h"
#include "ui/controllers/pagereport.h"
#include "ui/panel/gatewayview.h"
#include "ui/widgets/announcer.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenuBar>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static constexpr int patience = 60000; // ms
static const QString serial = u"110A1234567890"_s;
static const QString mac = u"0c:47:a9:91:22:33"_s;

class DiagnosisTabTest : public QObject
{
    Q_OBJECT

    PseudoTranslator m_longer;
    std::unique_ptr<GatewaySimulator> m_gateway;
    std::unique_ptr<WindowWorld> m_world;

    /// A page whose diagnosis leaves the link out.
    void open(bool enabled, const QStringList &faults = {}, bool signsIn = true)
    {
        m_gateway = startGateway(enabled, faults);
        QVERIFY(m_gateway);
        GatewayEnvironment environment = quickEnvironment();
        DiscoveryEnvironment around = discoveryAround(*m_gateway, {interfaceAround(m_gateway->address())});
        around.timeouts = environment.timeouts;
        around.timeouts.modbusReply = around.timeouts.identityReply = 300ms;
        m_world = std::make_unique<WindowWorld>(around, environment);
        m_world->window().resize(1120, 760);
        m_world->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_world->window()));
        m_world->open(*m_gateway);
        if (signsIn)
            m_world->signIn(rightPassword());
        diagnosis().setOptions({false, false}); // its link test takes 20 seconds
        m_world->book().retranslate();
    }

    GatewayPage &page() { return *m_world->book().current(); }
    DiagnosisController &diagnosis() { return page().diagnosis; }
    GatewayView &view() { return *m_world->window().findChild<GatewayView *>(); }

    void show() { view().showDiagnosis(); }
    void run()
    {
        show();
        m_world->click("runDiagnosis");
        QTRY_VERIFY_WITH_TIMEOUT(!diagnosis().isRunning(), patience);
        settle();
    }

    QStringList shown(const QString &name)
    {
        QStringList texts;
        const QList<QWidget *> widgets = visibleWidgets(&m_world->window());
        for (const QWidget *widget : widgets) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (label != nullptr && label->objectName() == name)
                texts += label->text();
        }
        return texts;
    }

    QString marks()
    {
        QString all;
        for (const LayerRow &row : diagnosis().state().rows)
            all += stateMark(row.state);
        return all;
    }
    static QChar stateMark(StepRow::State state)
    {
        static constexpr QStringView signs = u"o…✓!✗–";
        return signs.at(static_cast<qsizetype>(state));
    }

    QString fileName(const QString &name) const
    {
        // Where somebody wants to look at what was saved.
        const QString kept = qEnvironmentVariable("SIGEN_KEEP_REPORTS");
        return (kept.isEmpty() ? m_world->folder() : kept) + u'/' + name;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// What a reader of the PDF finds by searching; empty where nothing is installed that could tell.
    static QString textOfPdf(const QString &path)
    {
        const QString program = QStandardPaths::findExecutable(u"pdftotext"_s);
        if (program.isEmpty())
            return {};
        QProcess process;
        process.start(program, {u"-layout"_s, path, u"-"_s});
        return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
    }

    static int pagesOfPdf(const QByteArray &pdf) { return static_cast<int>(pdf.count("/Type /Page\n")); }

    /// The report in each form, with its text.
    QMap<QString, QString> reports()
    {
        const PageReport report(page());
        QMap<QString, QString> texts{{u"clipboard"_s, report.text()}};
        for (const QString &suffix : {u"txt"_s, u"json"_s, u"html"_s, u"pdf"_s}) {
            const QString path = fileName(u"report."_s + suffix);
            if (const QString problem = report.save(path); !problem.isEmpty())
                qFatal("%s", qPrintable(problem));
            texts.insert(suffix, suffix == "pdf"_L1 ? textOfPdf(path) : QString::fromUtf8(contentOf(path)));
        }
        return texts;
    }

    QStringList secrets() const
    {
        QStringList all{rightPassword(), QString::fromLatin1(rightPassword().toUtf8().toHex()),
                        QString::fromLatin1(rightPassword().toUtf8().toBase64())};
        return all + m_gateway->issuedTokens();
    }

    void nothingGotOut(const QMap<QString, QString> &texts)
    {
        QStringList hidden = secrets();
        const QByteArray bytes = serial.toLatin1();
        hidden += {serial, mac, QString::fromLatin1(bytes.toHex()), QString::fromLatin1(bytes.toHex(' '))};
        for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
            for (const QString &each : std::as_const(hidden))
                QVERIFY2(!text.value().contains(each, Qt::CaseInsensitive),
                         qPrintable(text.key() + u" holds "_s + each));
        }
    }

    void chooseFile(const QString &path)
    {
        QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
        auto *const dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        settle();
    }

private Q_SLOTS:
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_longer);
        m_world.reset();
        m_gateway.reset();
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

    void nothingGetsOutInAnyForm_data()
    {
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<QString>("fault");
        QTest::newRow("healthy") << true << QString();
        QTest::newRow("off") << false << QString();
        for (const char *fault : {"modbus-unit-255", "modbus-short", "serial-differs", "serial-html",
                                  "sign-in-echoes-password", "session-always-expired", "clock-1970"})
            QTest::newRow(fault) << true << QString::fromLatin1(fault);
    }
    void nothingGetsOutInAnyForm()
    {
        QFETCH(const bool, enabled);
        QFETCH(const QString, fault);
        open(enabled, fault.isEmpty() ? QStringList() : QStringList{fault});
        Gateway known = page().controller.gateway();
        known.places.first().mac = mac;
        page().controller.setGateway(known);
        run();
        const QMap<QString, QString> texts = reports();
        QVERIFY(texts.value(u"txt"_s).contains(u"Diagnosis"_s));
        QCOMPARE(texts.value(u"txt"_s), texts.value(u"clipboard"_s));
        QVERIFY(QJsonDocument::fromJson(texts.value(u"json"_s).toUtf8()).isObject());
        nothingGotOut(texts);
    }

    void thePdfCanBeSearched()
    {
        open(true);
        run();
        const QString text = reports().value(u"pdf"_s);
        const QByteArray file = contentOf(fileName(u"report.pdf"_s));
        QVERIFY(file.startsWith("%PDF-"));
        if (text.isEmpty())
            QSKIP("pdftotext is not installed.");
        for (const QString &there :
             {u"The gateway is fine from here"_s, u"110A…7890"_s, u"Signed in as admin"_s, u"Last frames"_s})
            QVERIFY2(text.contains(there), qPrintable(there));
    }

    void theSheetIsTheOwnersAndOnePage()
    {
        open(true);
        run();
        const PageReport report(page());
        QCOMPARE(report.saveSheet(fileName(u"sheet.pdf"_s)), QString());
        QCOMPARE(report.saveSheet(fileName(u"sheet.html"_s)), QString());
        const QString html = QString::fromUtf8(contentOf(fileName(u"sheet.html"_s)));
        QVERIFY(html.contains(serial));
        QCOMPARE(pagesOfPdf(contentOf(fileName(u"sheet.pdf"_s))), 1);
        const QString pdf = textOfPdf(fileName(u"sheet.pdf"_s));
        QVERIFY(pdf.isEmpty() || (pdf.contains(serial) && pdf.contains(u"Customer"_s)));
        for (const QString &secret : secrets())
            QVERIFY2(!html.contains(secret) && !pdf.contains(secret), qPrintable(secret));
    }

    void aFormThatIsUnknownIsSaid()
    {
        open(true);
        const PageReport report(page());
        QVERIFY(!report.save(fileName(u"report.doc"_s)).isEmpty());
        QVERIFY(!report.saveSheet(fileName(u"sheet.txt"_s)).isEmpty());
        QVERIFY(!QFile::exists(fileName(u"report.doc"_s)));
        QVERIFY(!report.save(m_world->folder() + u"/missing/report.pdf"_s).isEmpty());
    }

    void theButtonsSaveAndCopy()
    {
        open(true);
        run();
        m_world->click("saveReport");
        chooseFile(fileName(u"by-button.html"_s));
        QVERIFY(contentOf(fileName(u"by-button.html"_s)).contains("The gateway is fine"));
        QVERIFY(m_world->text("diagnosisSaved").contains(u"by-button.html"_s));
        m_world->click("saveSheet");
        chooseFile(fileName(u"by-button.pdf"_s));
        QVERIFY(contentOf(fileName(u"by-button.pdf"_s)).startsWith("%PDF-"));
        m_world->click("copyReport");
        QCOMPARE(QGuiApplication::clipboard()->text(), PageReport(page()).text());
    }

    void evidenceIsSavedWithoutSigningIn()
    {
        open(true, {}, false);
        show();
        const QString path = fileName(u"evidence.json"_s);
        m_world->click("saveEvidence");
        chooseFile(path);
        QVERIFY(page().evidence.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!page().evidence.isRunning(), patience);
        QVERIFY2(m_world->text("diagnosisSaved").contains(path), qPrintable(page().evidence.text()));
        const QJsonObject evidence = QJsonDocument::fromJson(contentOf(path)).object();
        QVERIFY(evidence.contains("ports"_L1));
        QVERIFY(contentOf(path).contains(QByteArray::number(m_gateway->modbusPort())));
        QCOMPARE(m_gateway->counters().signIns, 0);
        QCOMPARE(m_gateway->counters().forbiddenRequests, 0);
        nothingGotOut({{u"evidence"_s, QString::fromUtf8(contentOf(path))}});
    }

    void evidenceThatIsStoppedSavesNothing()
    {
        open(true, {u"modbus-silent"_s}, false);
        show();
        const QString path = fileName(u"evidence.json"_s);
        page().evidence.start(path);
        QTRY_VERIFY(page().evidence.done() > 0);
        m_world->click("saveEvidence");
        QTRY_VERIFY(!page().evidence.isRunning());
        QVERIFY(!QFile::exists(path));
        QVERIFY(m_world->text("diagnosisSaved").contains(u"no evidence was saved"_s));
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
