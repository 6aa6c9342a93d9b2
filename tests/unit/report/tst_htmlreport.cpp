// Reports and the commissioning sheet in every form: nothing gets out that must not, and what is HTML is
// whole in itself.

#include "reporttesting.h"

#include "report/htmlreport.h"
#include "report/textreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QXmlStreamReader>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class HtmlReportTest : public QObject
{
    Q_OBJECT

    static Redactor redactor()
    {
        Redactor redactor;
        redactor.add(Secret(reportedSecret));
        return redactor;
    }

    static ReportDocument document(const Report &report = fullReport())
    {
        return reportDocument(report, redactor());
    }

    static QString sheet(const Report &report = fullReport())
    {
        return QString::fromUtf8(commissioningSheet(report, redactor(), u"en"_s));
    }

    /// Every start tag's name, in order; empty with a failure when it is not well-formed.
    static QStringList tags(const QByteArray &html)
    {
        QStringList tags;
        QXmlStreamReader reader(html);
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement)
                tags += reader.name().toString();
        }
        if (reader.hasError())
            qWarning("%s", qPrintable(reader.errorString()));
        return reader.hasError() ? QStringList() : tags;
    }

    /// Its warnings and errors.
    static QByteArray tidy(const QByteArray &html)
    {
        QProcess process;
        process.start(u"tidy"_s, {u"-errors"_s, u"-quiet"_s, u"-utf8"_s});
        process.write(html);
        process.closeWriteChannel();
        const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20000);
        return ended ? process.readAllStandardError() : QByteArrayLiteral("it does not end");
    }

#ifdef Q_OS_LINUX
    const bool m_hasTidy = !QStandardPaths::findExecutable(u"tidy"_s).isEmpty();
#else
    const bool m_hasTidy = false; // macOS has one from before HTML5
#endif

private Q_SLOTS:
    void nothingGetsOutInAnyForm_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << textReport(document()).toUtf8();
        QTest::newRow("JSON") << jsonReport(document());
        QTest::newRow("HTML") << htmlReport(document(), u"en"_s);
    }

    void nothingGetsOutInAnyForm()
    {
        QFETCH(const QByteArray, content);
        const QByteArray serialBytes = reportedSerial.toLatin1().toHex(' ').toUpper();
        for (const QByteArray &hidden : {reportedSecret.toUtf8(), reportedSerial.toUtf8(), serialBytes,
                                         reportedMac.toUtf8(), QByteArray("91:22:44")})
            QVERIFY2(!content.contains(hidden), hidden.constData());
        QVERIFY(content.contains("110A…7890"));
        QVERIFY(content.contains("0c:47:a9:9…"));
        QVERIFY(content.contains("address-conflict")); // the causes are there
        QVERIFY(content.contains("link-lossy"));
        QVERIFY(content.contains("83.6 %"));
    }

    void jsonHasTheSectionsWithTheirRows()
    {
        const QJsonObject report = QJsonDocument::fromJson(jsonReport(document())).object();
        QStringList ids;
        for (const QJsonValue &section : report.value("sections"_L1).toArray())
            ids += section.toObject().value("id"_L1).toString();
        QCOMPARE(ids, (QStringList{u"system"_s, u"diagnosis"_s, u"values"_s, u"frames"_s}));
        const QJsonArray layers =
            report.value("sections"_L1).toArray().at(1).toObject().value("rows"_L1).toArray();
        QCOMPARE(layers.at(0).toObject().value("id"_L1), u"name"_s);
        QCOMPARE(layers.at(0).toObject().value("state"_L1), u"ok"_s);
        QVERIFY(layers.at(0).toObject().value("elapsedMs"_L1).isNull());
    }

    void htmlIsWholeInItselfAndWellFormed_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("report") << htmlReport(document(), u"zh-CN"_s);
        QTest::newRow("sheet") << commissioningSheet(fullReport(), redactor(), u"zh-CN"_s);
        QTest::newRow("empty report") << htmlReport(document({}), u"zh-CN"_s);
        QTest::newRow("empty sheet") << commissioningSheet({}, redactor(), u"zh-CN"_s);
    }

    void htmlIsWholeInItselfAndWellFormed()
    {
        QFETCH(const QByteArray, html);
        const QStringList found = tags(html);
        QVERIFY(!found.isEmpty());
        for (const QString &loading : {u"script"_s, u"link"_s, u"img"_s, u"iframe"_s, u"b"_s})
            QVERIFY2(!found.contains(loading), qPrintable(loading));
        QVERIFY(html.startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
        // The only address in it is a name: that of SVG.
        QCOMPARE(QByteArray(html).replace("http://www.w3.org/2000/svg", "").count("://"), 0);
        QVERIFY(!html.contains("url("));
    }

    void aValidatorFindsNothingWrong_data() { htmlIsWholeInItselfAndWellFormed_data(); }

    /// HTML Tidy knows the elements and attributes of HTML5, and which may stand where.
    void aValidatorFindsNothingWrong()
    {
        QFETCH(const QByteArray, html);
        QVERIFY2(m_hasTidy || qEnvironmentVariable("CI") != "true"_L1, "tidy is not installed");
        if (!m_hasTidy)
            QSKIP("tidy is not installed");
        QCOMPARE(tidy(html), QByteArray());
        QVERIFY(!tidy(QByteArray(html).replace("</body>", "<center></p></body>")).isEmpty()); // it looks
    }

    void textsFromTheNetworkStayTexts()
    {
        const QByteArray html = htmlReport(document(), u"en"_s);
        QVERIFY(html.contains("SigenStor &lt;b&gt;EC&lt;/b&gt;"));
        QVERIFY(sheet().contains(u"SigenStor &lt;b&gt;EC&lt;/b&gt;"_s));
    }

    void eachReadOfTheLinkIsSeen()
    {
        const QStringList found = tags(htmlReport(document(), u"en"_s));
        QCOMPARE(found.count(u"rect"_s), 3);
        QCOMPARE(found.count(u"text"_s), 1); // the one that was lost
    }

    void theSheetIsTheOwners()
    {
        const QString page = sheet();
        for (const QString &there : {reportedSerial, reportedMac, u"192.168.1.150"_s, u"on, port 502"_s,
                                     u"2026-11-22 07:00 UTC"_s, u"247, 1"_s, u"Customer"_s, u"-1.250 kW"_s})
            QVERIFY2(page.contains(there), qPrintable(there));
        QVERIFY(!page.contains(reportedSecret));
    }

    void theSheetClaimsNothingThatWasNotSeen()
    {
        Report report = fullReport();
        report.diagnosis->evidence.setting.reset();
        report.diagnosis->evidence.identity.reset();
        report.diagnosis->evidence.link.reset();
        report.values.reset();
        const QString page = sheet(report);
        QVERIFY(page.contains(u"The setting was not read."_s));
        QVERIFY(page.contains(u"No plant has answered yet."_s));
        QVERIFY(!page.contains(reportedSerial));
        QVERIFY(!page.contains(u"247"_s));
    }

    void aSecretInThePlantsOwnTextsIsMasked()
    {
        Report report = fullReport();
        report.diagnosis->evidence.identity->devices[0].model = u"SigenStor "_s + reportedSecret;
        QVERIFY(!sheet(report).contains(reportedSecret));
        QVERIFY(!htmlReport(document(report), u"en"_s).contains(reportedSecret.toUtf8()));
    }
};

QTEST_GUILESS_MAIN(HtmlReportTest)
#include "tst_htmlreport.moc"
