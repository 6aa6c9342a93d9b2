// Every simulated fault × enable, disable, verify, by the real program: the outcome, error and exit code of
// the table, the contract's JSON, at most one write, no secret, nothing left open.

#include "cli/cliprocess.h"
#include "cli/gateway.h"
#include "cli/jsoncontract.h"
#include "support/faultexpectations.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliFaultsTest : public QObject
{
    Q_OBJECT

    static constexpr int batch = 12; ///< faults side by side, three programs each

    struct Job
    {
        QString fault;
        QString action;
        Expectation expected;
        std::unique_ptr<Gateway> gateway;
        std::unique_ptr<CliProcess> process;
        QString trace; ///< file

        void start()
        {
            gateway = std::make_unique<Gateway>(action != "enable"_L1, QStringList{fault});
            // Less than the 5 s after which Qt itself gives up on a frame that does not go on.
            const QStringList more{u"--json"_s, u"--verbose"_s,     u"--timeout"_s,
                                   u"4000"_s,   u"--verify-wait"_s, u"3"_s};
            const bool verify = action == "verify"_L1;
            process = std::make_unique<CliProcess>(verify ? gateway->modbusCommand(action, more)
                                                          : gateway->command(action, more));
            if (!verify)
                process->setEnvironment(u"SIGEN_MODBUS_PASSWORD"_s, gatewayPassword);
            process->start();
        }
    };

    static void check(Job &job)
    {
        const CliResult result = job.process->wait();
        const QString name = job.fault + u' ' + job.action + ": "_L1;
        const QJsonObject end = result.result();
        const QString breach = contractBreach(result);
        QVERIFY2(breach.isEmpty(), qPrintable(name + breach));
        QVERIFY2(end.value("outcome"_L1).toString() == job.expected.outcome,
                 qPrintable(name + QString::fromUtf8(result.output)));
        QVERIFY2(job.expected.exitCodes.contains(result.exitCode),
                 qPrintable(name + QString::number(result.exitCode)));
        const QString code = end.value("error"_L1).toObject().value("code"_L1).toString();
        const bool expectedCode = job.expected.errors.isEmpty() ? end.value("error"_L1).isNull()
                                                                : job.expected.errors.contains(code);
        QVERIFY2(expectedCode, qPrintable(name + code));
        QVERIFY2(job.gateway->counters().writes <= 1, qPrintable(name));
        QFile trace(job.trace);
        QVERIFY2(trace.open(QIODevice::ReadOnly), qPrintable(name));
        for (const QByteArray &text : {result.output, result.error, trace.readAll()})
            verifyRedacted(name, text);
        QTRY_COMPARE(job.gateway->simulator.openConnections(), 0);
    }

    /// Neither the password nor a token; frames are JSON, in the trace JSON inside JSON.
    static void verifyRedacted(const QString &name, const QByteArray &text)
    {
        QVERIFY2(!text.contains("geheim"), qPrintable(name));
        for (const QByteArray &key : {QByteArray("\"token\":\""), QByteArray("\\\"token\\\":\\\"")}) {
            for (qsizetype at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1))
                QVERIFY2(text.mid(at + key.size()).startsWith("***"),
                         qPrintable(name + QString::fromUtf8(text.mid(at, 60))));
        }
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void endAsTheTableSays_data()
    {
        QTest::addColumn<int>("first");
        for (int first = 0; first < faultExpectations().size(); first += batch)
            QTest::addRow("%s…", qPrintable(faultExpectations().at(first).fault)) << first;
    }

    /// Many faults are about waiting, so a batch runs side by side.
    void endAsTheTableSays()
    {
        QFETCH(const int, first);
        std::vector<std::unique_ptr<Job>> jobs;
        for (const FaultExpectation &row : faultExpectations().mid(first, batch)) {
            for (const auto &[action, expected] :
                 {std::pair{u"enable"_s, row.enable}, std::pair{u"disable"_s, row.disable},
                  std::pair{u"verify"_s, row.verify}}) {
                jobs.push_back(std::make_unique<Job>(Job{row.fault, action, expected, nullptr, nullptr,
                                                         m_folder.filePath(row.fault + u'.' + action)}));
                jobs.back()->start();
                // The gateways of those that run already live in this event loop.
                QCoreApplication::processEvents();
            }
        }
        for (const auto &job : jobs) {
            check(*job);
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(CliFaultsTest)
#include "tst_clifaults.moc"
