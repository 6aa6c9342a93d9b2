// Every simulated fault × enable, disable, verify, by the real program: the outcome, error and exit code of
// the table, the contract's JSON, at most one write, no secret, nothing left open.
//
// Many faults are about waiting, so some programs run side by side; each row then looks at its own.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "support/faultexpectations.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <list>
#include <map>
#include <memory>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Job
{
    QString fault;
    QString action;
    std::unique_ptr<Gateway> gateway;
    std::unique_ptr<CliProcess> process;
    QString traceFile;
    QDeadlineTimer patience{QDeadlineTimer::Forever}; ///< for connections, once the program has ended

    CliResult result;
    QByteArray trace;
    int writes = 0;
    int leftConnections = 0;

    void start()
    {
        gateway = std::make_unique<Gateway>(action != "enable"_L1, QStringList{fault});
        // Less than the 5 s after which Qt itself gives up on a frame that does not go on.
        const QStringList more{u"--json"_s,        u"--verbose"_s, u"--timeout"_s, u"4000"_s,
                               u"--verify-wait"_s, u"3"_s,         u"--trace"_s,   traceFile};
        const bool verify = action == "verify"_L1;
        process = std::make_unique<CliProcess>(verify ? gateway->modbusCommand(action, more)
                                                      : gateway->command(action, more));
        if (!verify)
            process->setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
        process->start();
    }

    /// True once the program has ended and what can be known about it has been noted.
    bool hasEnded()
    {
        if (process->isRunning())
            return false;
        if (patience.isForever())
            patience = QDeadlineTimer(std::chrono::seconds(2));
        leftConnections = gateway->simulator.openConnections();
        if (leftConnections > 0 && !patience.hasExpired())
            return false;
        result = process->wait();
        if (QFile file(traceFile); file.open(QIODevice::ReadOnly))
            trace = file.readAll();
        writes = gateway->counters().writes;
        process.reset();
        gateway.reset();
        return true;
    }
};

} // namespace

class CliFaultsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::map<std::pair<QString, QString>, Job> m_jobs;

    /// Neither the password nor a token; frames are JSON, in the trace JSON inside JSON.
    static void verifyRedacted(const QByteArray &text)
    {
        QVERIFY(!text.contains("geheim"));
        for (const QByteArray &key : {QByteArray("\"token\":\""), QByteArray("\\\"token\\\":\\\"")}) {
            for (qsizetype at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1))
                QVERIFY2(text.mid(at + key.size()).startsWith("***"), text.mid(at, 60).constData());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        constexpr std::size_t sideBySide = 16;
        std::list<Job *> running;
        // Not qWaitFor(), which sleeps 10 ms after each turn: the simulators live in this event loop.
        QTimer look;
        look.start(10ms);
        const auto hasRoom = [&](std::size_t most) {
            const QDeadlineTimer patience(120s);
            while (running.size() > most && !patience.hasExpired()) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
                running.remove_if([](Job *job) { return job->hasEnded(); });
            }
            return running.size() <= most;
        };
        for (const FaultExpectation &row : faultExpectations()) {
            for (const QString &action : {u"enable"_s, u"disable"_s, u"verify"_s}) {
                QVERIFY(hasRoom(sideBySide - 1));
                Job &job = m_jobs[{row.fault, action}];
                job.fault = row.fault;
                job.action = action;
                job.traceFile = m_folder.filePath(row.fault + u'.' + action);
                job.start();
                running.push_back(&job);
            }
        }
        QVERIFY(hasRoom(0));
    }

    void endsAsTheTableSays_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("action");
        QTest::addColumn<Expectation>("expected");
        for (const FaultExpectation &row : faultExpectations()) {
            QTest::addRow("%s, enable", qPrintable(row.fault)) << row.fault << u"enable"_s << row.enable;
            QTest::addRow("%s, disable", qPrintable(row.fault)) << row.fault << u"disable"_s << row.disable;
            QTest::addRow("%s, verify", qPrintable(row.fault)) << row.fault << u"verify"_s << row.verify;
        }
    }

    void endsAsTheTableSays()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, action);
        QFETCH(const Expectation, expected);
        const Job &job = m_jobs[{fault, action}];
        const QJsonObject end = job.result.result();
        QCOMPARE(contractBreach(job.result), QString());
        QCOMPARE(end.value("command"_L1).toString(), action);
        QVERIFY2(end.value("outcome"_L1).toString() == expected.outcome, job.result.output.constData());
        QVERIFY2(expected.exitCodes.contains(job.result.exitCode), job.result.output.constData());
        const QString code = end.value("error"_L1).toObject().value("code"_L1).toString();
        QVERIFY2(expected.errors.isEmpty() ? end.value("error"_L1).isNull() : expected.errors.contains(code),
                 job.result.output.constData());
        QVERIFY(job.writes <= (action == "verify"_L1 ? 0 : 1));
        verifyRedacted(job.result.output);
        verifyRedacted(job.result.error);
        verifyRedacted(job.trace);
        QVERIFY(!job.trace.isEmpty() || end.value("error"_L1).isObject());
        QCOMPARE(job.leftConnections, 0);
    }
};

QTEST_GUILESS_MAIN(CliFaultsTest)
#include "tst_clifaults.moc"
