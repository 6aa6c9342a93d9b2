// What a diagnosis leaves in the hands of others: reports in every form, the owner's sheet, evidence. Nothing
// gets out that must not.

#include "diagnosispage.h"
#include "pagechecks.h"

#include "ui/controllers/pagereport.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class DiagnosisReportsTest : public DiagnosisPage
{
    Q_OBJECT

    static int pagesOfPdf(const QByteArray &pdf) { return static_cast<int>(pdf.count("/Type /Page\n")); }

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
    void cleanup() { close(); }

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
};

QTEST_MAIN(DiagnosisReportsTest)
#include "tst_diagnosisreports.moc"
