// A page whose gateway is spoken to with a profile that is not built in: its requests are accepted before
// the first change, once.

#include "uitesting.h"

#include "settings/acceptedprofiles.h"
#include "settings/settingsfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class PageProfileTest : public PageFixture
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsFile> m_settings;
    std::unique_ptr<AcceptedProfiles> m_accepted;
    std::unique_ptr<QSignalSpy> m_asked;

    QString path() const { return m_folder->filePath(u"own.json"_s); }

    void saveOwn(const QByteArray &from = {}, const QByteArray &to = {})
    {
        QFile documented(u":/sigen/profiles/documented.json"_s);
        QVERIFY(documented.open(QIODevice::ReadOnly));
        QByteArray json = documented.readAll().replace("\"documented\"", "\"own\"");
        if (!from.isEmpty())
            json.replace(from, to);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
    }

    /// As in a new run of the program, when there was one before.
    void signInWithOwn()
    {
        m_controller.reset();
        m_settings.reset();
        m_settings = std::make_unique<SettingsFile>(m_folder->filePath(u"settings.ini"_s));
        m_accepted = std::make_unique<AcceptedProfiles>(*m_settings);
        GatewayEnvironment environment = quickEnvironment();
        environment.acceptedProfiles = m_accepted.get();
        m_controller = std::make_unique<GatewayController>(refTo(*m_gateway), environment);
        m_asked = std::make_unique<QSignalSpy>(m_controller.get(), &GatewayController::questionAsked);
        SignInForm form = formWith(rightPassword());
        form.profile = path();
        m_controller->signIn(form);
        waitUntilIdle();
        QVERIFY(m_controller->isSignedIn());
    }

    Question question() const { return m_asked->last().at(0).value<Question>(); }
    bool asksForTheProfile() const { return question().text.contains(u"“own”"_s); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        saveOwn();
        start(false);
    }
    void cleanup()
    {
        end();
        m_settings.reset();
    }

    void theFirstChangeShowsTheRequestsAndLaterOnesDoNot()
    {
        signInWithOwn();
        m_controller->turnOn();
        QVERIFY(asksForTheProfile());
        const QString text = question().text.remove(u'\u200b');
        for (const QString &each :
             {u"sign-in 1: {\"msgType\":0,"_s, u"\"password\":\"{password}\""_s, u"\nread: {\"msgType\":2,"_s,
              u"\nwrite: {\"msgType\":3,"_s, u"sends 1 for on and 0 for off"_s})
            QVERIFY2(text.contains(each), qPrintable(text));
        QVERIFY(!text.contains(rightPassword()));
        QCOMPARE(m_gateway->counters().writes, 0);
        m_controller->acceptQuestion();
        waitUntilIdle();
        QVERIFY(m_gateway->isEnabled());

        m_controller->turnOff();
        QVERIFY(!asksForTheProfile());
        m_controller->acceptQuestion();
        waitUntilIdle();
        QVERIFY(!m_gateway->isEnabled());

        signInWithOwn();
        m_controller->turnOn();
        QCOMPARE(m_asked->size(), 1); // of its own, as the first change of any session
        QVERIFY(!asksForTheProfile());
    }

    void aNoAcceptsNothing()
    {
        signInWithOwn();
        m_controller->turnOn();
        m_controller->rejectQuestion();
        QCOMPARE(m_gateway->counters().writes, 0);
        m_controller->turnOn();
        QVERIFY(asksForTheProfile());
        signInWithOwn();
        m_controller->turnOn();
        QVERIFY(asksForTheProfile());
    }

    void aChangedProfileIsAcceptedAgain()
    {
        signInWithOwn();
        m_controller->turnOn();
        m_controller->acceptQuestion();
        waitUntilIdle();
        m_controller->signOut();

        saveOwn("\"off\": 0", "\"off\": 2");
        SignInForm form = formWith(rightPassword());
        form.profile = path();
        m_controller->signIn(form);
        waitUntilIdle();
        m_controller->turnOff();
        QVERIFY(asksForTheProfile());
        QVERIFY(question().text.contains(u"2 for off"_s));
    }

    void nothingIsSentWithAnOpenDraft()
    {
        saveOwn("\"format\": 2,", "\"format\": 2, \"open\": [\"what off is\"],");
        m_controller.reset();
        m_controller = std::make_unique<GatewayController>(refTo(*m_gateway), quickEnvironment());
        SignInForm form = formWith(rightPassword());
        form.profile = path();
        m_controller->signIn(form);
        waitUntilIdle();
        QVERIFY(!m_controller->isSignedIn());
        QCOMPARE(m_gateway->counters().webSocketConnections, 0);
    }
};

QTEST_GUILESS_MAIN(PageProfileTest)
#include "tst_pageprofile.moc"
