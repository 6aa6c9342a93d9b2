#include "core/displaytext.h"
#include "report/textreport.h"
#include "words/advice.h"

#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static const QString plantSerial = u"110A1234567890"_s;

class TextReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastChangeIsTold()
    {
        Report contents = empty();
        contents.change = change();
        const QString report = textReport(contents, Redactor());
        for (const QString &expected :
             {u"Sigen Modbus 1.2.3, report of 2026-11-22T07:00:05Z\n"_s, u"System: Debian GNU/Linux 12\n"_s,
              u"Gateway: 192.168.1.150\n"_s, u"MAC address: 0c:47:a9:9…\n"_s,
              u"Last change: enable, 2026-11-22T07:00:00Z\n"_s,
              u"  [ok] Sign in 38 ms: Signed in as admin.\n"_s, u"  [skipped] Read Modbus\n"_s,
              u"Result: enabled-unverified\n"_s, u"Before: off, port 502\n"_s, u"Now: on, port 502\n"_s,
              u"Port: closed\n"_s, u"Serial number: 110A…7890\n"_s,
              u"Detail: port-closed 192.168.1.150:502 refused\n"_s, u"Advice: "_s})
            QVERIFY2(report.contains(expected), qPrintable(expected + report));
        for (const QString &advice : errorAdvice(contents.change->result.error, contents.change->result))
            QVERIFY2(report.contains(u"Advice: %1\n"_s.arg(advice)), qPrintable(advice + report));
        QVERIFY(!report.contains(u"Last test"_s));
    }

    void theLastTestIsTold()
    {
        Report contents = empty();
        ReportedJob test;
        test.at = QDateTime(QDate(2026, 11, 22), QTime(7, 1), QTimeZone::utc());
        test.action = u"verify"_s;
        test.testedPort = 1502;
        test.result.outcome = Outcome::Verified;
        test.result.verifiedAt = test.at;
        test.result.modbus = ModbusIdentity();
        test.result.modbus->verdict = ModbusVerdict::Answers;
        test.result.modbus->plantAnswered = true;
        test.result.modbus->devices = {{1, u"SigenStor EC"_s, plantSerial, u"V100"_s, false, false}};
        contents.test = test;
        const QString report = textReport(contents, Redactor());
        for (const QString &expected :
             {u"Last test: verify, 2026-11-22T07:01:00Z\n"_s, u"Tested port: 1502\n"_s,
              u"Modbus: answers\n"_s, u"Model: SigenStor EC\n"_s, u"Unit ids: 247, 1\n"_s,
              u"Verified: 2026-11-22T07:01:00Z\n"_s})
            QVERIFY2(report.contains(expected), qPrintable(expected + report));
        QVERIFY(!report.contains(u"Problem"_s));
    }

    void nothingDoneIsSaid()
    {
        QVERIFY(textReport(empty(), Redactor()).contains(u"Nothing was changed or tested yet."_s));
    }

    void secretsSerialsAndMacsStayHome()
    {
        Report contents = empty();
        contents.host = u"fe80::e47:a9ff:fe91:2233"_s;
        contents.change = change();
        ReportedJob &job = *contents.change;
        job.steps.append({StepId::Modbus,
                          StepState::Warning,
                          {},
                          {{Sentence::SerialsDiffer, QStringList{plantSerial, u"token hunter22"_s}}}});
        job.result.warnings = {{Sentence::OddValues, QStringList{u"0C-47-A9-91-22-33, 0c:47:a9:91:22:33"_s}}};
        job.result.error.detail = u"password \"correct horse\" for %1"_s.arg(plantSerial);
        Redactor redactor;
        redactor.add(Secret(u"correct horse"_s));
        redactor.add(Secret(u"hunter22"_s));
        const QString report = textReport(contents, redactor);
        for (const QString &hidden :
             {plantSerial, u"correct horse"_s, u"hunter22"_s, u"91:22:33"_s, u"91-22-33"_s, u"fe91:2233"_s})
            QVERIFY2(!report.contains(hidden, Qt::CaseInsensitive), qPrintable(hidden + report));
        QVERIFY(report.contains(u"(110A…7890 here, "_s));
    }

    void whatNobodyKnowsAsASerialNumberIsShortenedInFrames()
    {
        // The sign-in failed, so the gateway has told no serial number that counts.
        Report contents = empty();
        contents.frames = {
            {contents.createdAt, TraceEntry::Direction::Received, TraceEntry::Channel::WebSocket,
             uR"({"code":3,"sn":"220B7654321098","at":1795345345345,"mac":"34B5F38CDEFA"})"_s}};
        const QString report = textReport(contents, Redactor());
        QVERIFY2(report.contains(uR"({"code":3,"sn":"220B…1098","at":1795345345345,"mac":"34B5…DEFA"})"_s),
                 qPrintable(report));
    }

    void aHostThatIsNamedAfterItsSerialNumberIsShortenedToo()
    {
        Report contents = empty();
        contents.host = u"sigen-220b7654321098.local"_s;
        contents.change = change();
        contents.change->result.serial = plantSerial;
        contents.change->result.error.context = contents.host + u":8080"_s;
        contents.change->result.error.detail = u"no answer from gw-%1"_s.arg(plantSerial.toLower());
        const QString report = textReport(contents, Redactor());
        QVERIFY2(report.contains(u"Gateway: sigen-220b…1098.local\n"_s), qPrintable(report));
        QVERIFY2(!report.contains(u"7654321"_s), qPrintable(report));
        QVERIFY2(!report.contains(plantSerial, Qt::CaseInsensitive), qPrintable(report));
    }

    void anAddressForMailStaysHome()
    {
        Report contents = empty();
        contents.change = change();
        contents.change->steps = {
            {StepId::SignIn,
             StepState::Ok,
             {},
             {{Sentence::SignedInAs, QStringList{u"anna.b+sigen@mail.example.org"_s}}}}};
        contents.frames = {{contents.createdAt, TraceEntry::Direction::Sent, TraceEntry::Channel::WebSocket,
                            uR"({"username":"anna.b+sigen@mail.example.org"})"_s}};
        const QString report = textReport(contents, Redactor());
        QVERIFY2(!report.contains(u"anna"_s) && !report.contains(u"example"_s), qPrintable(report));
        QVERIFY2(report.contains(u"Signed in as …@…."_s), qPrintable(report));
    }

    void nothingIsCutInHalf()
    {
        Redactor redactor;
        redactor.add(Secret(u"correct horse"_s));
        for (const QString &hidden : {plantSerial, u"correct horse"_s, u"0c:47:a9:91:22:33"_s}) {
            for (int before = 200; before < 260; ++before) {
                Report contents = empty();
                contents.mac.clear();
                contents.change = change();
                contents.change->result.error.detail = QString(before, u'x') + u' ' + hidden;
                const QString report = textReport(contents, redactor);
                const QString part = hidden.left(12);
                QVERIFY2(!report.contains(part), qPrintable(report));
            }
        }
    }

    void aShortOrCutSerialIsHiddenToo_data()
    {
        QTest::addColumn<QString>("serial");
        QTest::newRow("short") << u"SN12345"_s;
        QTest::newRow("longer than what sentences quote") << QString(60, u'7') + u"8"_s;
        QTest::newRow("with control characters") << u"110A\u202E1234567890\n"_s;
    }

    void aShortOrCutSerialIsHiddenToo()
    {
        QFETCH(QString, serial);
        Report contents = empty();
        contents.change = change();
        contents.change->result.serial = serial;
        contents.change->steps.append({StepId::Modbus,
                                       StepState::Ok,
                                       {},
                                       {{Sentence::AnswersAs, QStringList{displayText(serial, 40)}}}});
        const QString report = textReport(contents, Redactor());
        QVERIFY2(!report.contains(displayText(serial)), qPrintable(report));
        QVERIFY2(!report.contains(displayText(serial, 40)), qPrintable(report));
    }

    void hostileTextsStayOnTheirLine()
    {
        Report contents = empty();
        contents.host = u"a\nResult: enabled"_s;
        contents.mac = u"\u202Eaa\n"_s;
        contents.change = change();
        contents.change->result.error.detail = u"<b>\x1b[31m\u2028"_s;
        contents.change->result.modbus = ModbusIdentity();
        contents.change->result.modbus->devices = {
            {1, u"\r\nModel: x"_s, u"\0"_s, QString(5000, u'x'), false, false}};
        const QString report = textReport(contents, Redactor());
        const bool plain = std::all_of(report.begin(), report.end(), [](QChar each) {
            return each == u'\n' || (each.isPrint() && each.category() != QChar::Other_Format);
        });
        QVERIFY2(plain, qPrintable(report));
        QCOMPARE(report.count(u"\nResult: "_s), 1);
        QVERIFY(report.size() < 5000);
    }

private:
    static Report empty()
    {
        Report contents;
        contents.programVersion = u"1.2.3"_s;
        contents.system = u"Debian GNU/Linux 12"_s;
        contents.createdAt = QDateTime(QDate(2026, 11, 22), QTime(7, 0, 5), QTimeZone::utc());
        contents.host = u"192.168.1.150"_s;
        contents.mac = u"0c:47:a9:91:22:33"_s;
        return contents;
    }

    static ReportedJob change()
    {
        ReportedJob job;
        job.at = QDateTime(QDate(2026, 11, 22), QTime(7, 0), QTimeZone::utc());
        job.action = u"enable"_s;
        job.steps = {{StepId::SignIn,
                      StepState::Ok,
                      std::chrono::milliseconds(38),
                      {{Sentence::SignedInAs, QStringList{u"admin"_s}}}},
                     {StepId::Modbus, StepState::Skipped, {}, {}}};
        job.result.outcome = Outcome::EnabledUnverified;
        job.result.error = {ErrorCode::PortClosed, u"192.168.1.150:502"_s, u"refused"_s};
        job.result.host = u"192.168.1.150"_s;
        job.result.serial = plantSerial;
        job.result.before = ReportedSetting{false, 502};
        job.result.current = ReportedSetting{true, 502};
        job.result.port = PortState::Closed;
        return job;
    }
};

QTEST_APPLESS_MAIN(TextReportTest)
#include "tst_textreport.moc"
