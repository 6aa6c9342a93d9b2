// The window's command line.

#include "desktop/startoptions.h"

#include <QDir>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class StartOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutOptionsEverythingIsTheDefault()
    {
        const auto options = readStartOptions({});
        QVERIFY(std::holds_alternative<StartOptions>(options));
        static const StartOptions
            defaults; // not a temporary: g++ 12 wrongly sees one that was not initialised
        QCOMPARE(std::get<StartOptions>(options), defaults);
    }

    void everyOptionIsUnderstood()
    {
        const auto read =
            readStartOptions({u"--demo"_s, u"--host"_s, u" 192.168.1.150 "_s, u"--theme=dark"_s, u"--lang"_s,
                              u"de"_s, u"--settings"_s, u"here.ini"_s, u"--no-scan"_s});
        QVERIFY(std::holds_alternative<StartOptions>(read));
        const auto &options = std::get<StartOptions>(read);
        QVERIFY(options.demo);
        QCOMPARE(options.host, u"192.168.1.150"_s);
        QCOMPARE(options.theme, std::optional(Theme::Dark));
        QCOMPARE(options.language, std::optional(u"de"_s));
        QCOMPARE(options.settingsFile, QDir::current().absoluteFilePath(u"here.ini"_s));
        QVERIFY(!options.scan);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--fast"_s};
        QTest::newRow("no value") << QStringList{u"--host"_s};
        QTest::newRow("host") << QStringList{u"--host"_s, u"http://x/"_s};
        QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s};
        QTest::newRow("language") << QStringList{u"--lang"_s, u"qq-nonsense"_s};
        QTest::newRow("settings") << QStringList{u"--settings="_s};
        QTest::newRow("argument") << QStringList{u"192.168.1.150"_s};
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(QStringList, arguments);
        const auto options = readStartOptions(arguments);
        QVERIFY(std::holds_alternative<StartProblem>(options));
        QVERIFY(!std::get<StartProblem>(options).sentence.isEmpty());
    }

    void theHelpNamesEachOption()
    {
        const QString help = startHelp();
        for (const QString &option : {u"--demo"_s, u"--host"_s, u"--theme"_s, u"--lang"_s, u"--settings"_s,
                                      u"--no-scan"_s, u"--version"_s})
            QVERIFY2(help.contains(option), qPrintable(option));
    }
};

QTEST_GUILESS_MAIN(StartOptionsTest)
#include "tst_startoptions.moc"
