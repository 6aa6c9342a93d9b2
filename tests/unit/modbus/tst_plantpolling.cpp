// Polling for the window and the command line alike: when it reads, when it rests, what ends it.

#include "modbus/plantpolling.h"
#include "scriptedserver.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class PlantPollingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_server;
    QList<PlantPoll> m_polls;

    PollRequest request() const
    {
        PollRequest request;
        request.host = u"127.0.0.1"_s;
        request.port = m_server->port();
        request.interval = 20ms;
        request.timeouts = Timeouts::all(500ms);
        return request;
    }

    std::unique_ptr<PlantPolling> polling(const PollRequest &request)
    {
        auto polling = std::make_unique<PlantPolling>(request);
        connect(polling.get(), &PlantPolling::polled, this,
                [this](const PlantPoll &poll) { m_polls += poll; });
        return polling;
    }

private Q_SLOTS:
    void init()
    {
        m_polls.clear();
        m_server = std::make_unique<ScriptedServer>(plantBank().handler());
    }

    void theConnectionIsClosedBetweenPolls()
    {
        PollRequest slow = request();
        slow.interval = 10min;
        const auto polling = this->polling(slow);
        polling->start();
        QTRY_COMPARE(m_polls.size(), 1);
        QTRY_COMPARE(m_server->openConnections(), 0);
        QVERIFY(!m_polls.first().values.isEmpty());
        QVERIFY(!polling->isFinished());
    }

    void itEndsAfterSoManyPolls()
    {
        PollRequest three = request();
        three.count = 3;
        const auto polling = this->polling(three);
        polling->start();
        QTRY_VERIFY(polling->isFinished());
        QCOMPARE(polling->error(), Error());
        QCOMPARE(m_polls.size(), 3);
        QVERIFY(m_polls.last().isLast && !m_polls.first().isLast);
        // Who answers is asked once.
        QVERIFY(m_polls.first().identity && m_polls.first().identity->provesPlant());
        QVERIFY(!m_polls.last().identity);
    }

    void whatNeverWorkedIsNotTriedAgain()
    {
        m_server->stopListening();
        const auto polling = this->polling(request());
        polling->start();
        QTRY_VERIFY(polling->isFinished());
        QCOMPARE(polling->error().code, ErrorCode::PortClosed);
        QCOMPARE(m_polls.size(), 1);
    }

    void thePatientOneGoesOnUntilSomebodyAnswers()
    {
        PollRequest patient = request();
        ScriptedServer gone;
        patient.port = gone.port();
        gone.stopListening();
        patient.isPatient = true;
        const auto polling = this->polling(patient);
        polling->start();
        QTRY_VERIFY(m_polls.size() >= 2);
        patient.port = m_server->port();
        polling->setRequest(patient);
        QTRY_VERIFY(!m_polls.last().error);
        const auto isFirst = [](const PlantPoll &poll) { return !poll.error && poll.identity; };
        QCOMPARE(std::count_if(m_polls.cbegin(), m_polls.cend(), isFirst), 1);
    }

    void afterAFailureItGoesOnAndAsksAgainWhoAnswers()
    {
        const auto polling = this->polling(request());
        polling->start();
        QTRY_VERIFY(m_polls.size() >= 2);
        m_server->onConnected = [](QTcpSocket &peer) { peer.abort(); };
        QTRY_VERIFY(m_polls.last().error);
        m_server->onConnected = {};
        QTRY_VERIFY(!m_polls.last().error);
        const auto isAgain = [](const PlantPoll &poll) { return !poll.error && poll.identity; };
        QCOMPARE(std::count_if(m_polls.cbegin(), m_polls.cend(), isAgain), 2);
    }

    void pausedItEndsItsPollAndBeginsNone()
    {
        const auto polling = this->polling(request());
        connect(polling.get(), &PlantPolling::traced, this, [&polling] { polling->setPaused(true); });
        polling->start();
        QTRY_COMPARE(m_polls.size(), 1); // which was under way
        QTest::qWait(100);
        QCOMPARE(m_polls.size(), 1);
        polling->setPaused(false);
        QTRY_COMPARE(m_polls.size(), 2);
    }

    void whoHearsAPollMayEndIt()
    {
        auto cancelled = polling(request());
        connect(cancelled.get(), &PlantPolling::polled, this, [&cancelled] { cancelled->cancel(); });
        cancelled->start();
        QTRY_VERIFY(cancelled->isFinished());
        QCOMPARE(cancelled->error().code, ErrorCode::Cancelled);
        auto deleted = polling(request());
        connect(deleted.get(), &PlantPolling::polled, this, [&deleted] { deleted.reset(); });
        deleted->start();
        QTRY_VERIFY(!deleted);
        QCOMPARE(m_polls.size(), 2);
    }

    void theTraceHoldsNoSecret()
    {
        PollRequest once = request();
        once.count = 1;
        once.redactor.add(Secret(QString::fromLatin1("SigenStor")));
        RegisterBank bank;
        addInverter(bank, 1, "SigenStor EC 5.0 SP");
        m_server->onRequest = bank.handler();
        once.unit = *UnitId::fromInt(1);
        const auto polling = this->polling(once);
        QStringList frames;
        connect(polling.get(), &PlantPolling::traced, this,
                [&frames](const TraceEntry &entry) { frames += entry.text; });
        polling->start();
        QTRY_VERIFY(polling->isFinished());
        QVERIFY(!frames.isEmpty());
        QVERIFY(!frames.join(u' ').remove(u' ').contains(QString::fromLatin1(QByteArray("SigenStor").toHex()),
                                                         Qt::CaseInsensitive));
    }
};

QTEST_GUILESS_MAIN(PlantPollingTest)
#include "tst_plantpolling.moc"
