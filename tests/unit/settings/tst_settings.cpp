#include "settings/settings.h"
#include "settings/settingsfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFreshProgramHasTheDefaults()
    {
        SettingsFile file(path());
        const Settings settings(file);
        QVERIFY(settings.windowGeometry().isEmpty());
        QVERIFY(settings.windowState().isEmpty());
        QCOMPARE(settings.theme(), Theme::System);
        QCOMPARE(settings.language(), QString());
        QCOMPARE(settings.scanOnStart(), true);
        QCOMPARE(settings.networks(), QStringList());
        QCOMPARE(settings.lastGateway(), QString());
        QCOMPARE(settings.rememberedAnswer(u"tray"_s), std::nullopt);
    }

    void whatCountsForThisRunIsNotStored()
    {
        {
            SettingsFile file(path());
            Settings settings(file);
            QSignalSpy themes(&settings, &Settings::themeChanged);
            QSignalSpy languages(&settings, &Settings::languageChanged);
            settings.setTheme(Theme::Dark);
            settings.setThemeOfRun(Theme::Light);
            settings.setLanguage(u"de"_s);
            settings.setLanguageOfRun(u"zh_CN"_s);
            QCOMPARE(themes.size(), 2);
            QCOMPARE(languages.size(), 2);
            QCOMPARE(settings.theme(), Theme::Light);
            QCOMPARE(settings.locale().language(), QLocale::Chinese);
        }
        SettingsFile file(path());
        const Settings settings(file);
        QCOMPARE(settings.theme(), Theme::Dark);
        QCOMPARE(settings.language(), u"de"_s);
    }

    void onlyATranslationCanRunFromRightToLeft_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("translations");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        const QStringList none{u"de"_s};
        QTest::newRow("Arabic, not translated") << u"ar"_s << none << Qt::LeftToRight;
        QTest::newRow("Hebrew, not translated") << u"he"_s << none << Qt::LeftToRight;
        QTest::newRow("Arabic") << u"ar"_s << QStringList{u"ar"_s, u"de"_s} << Qt::RightToLeft;
        QTest::newRow("German") << u"de"_s << none << Qt::LeftToRight;
    }

    void onlyATranslationCanRunFromRightToLeft()
    {
        QFETCH(const QString, language);
        QFETCH(const QStringList, translations);
        QFETCH(const Qt::LayoutDirection, direction);
        SettingsFile file(path());
        Settings settings(file);
        settings.setTranslations(translations);
        settings.setLanguageOfRun(language);
        QCOMPARE(settings.textDirection(), direction);
    }

    void everySettingIsThereInTheNextRun()
    {
        const QByteArray geometry("\0\1\xff,@\"", 6);
        const QStringList networks{u"192.168.1.0/24"_s, u"10.0.0.1-10.0.0.9"_s};
        {
            SettingsFile file(path());
            Settings settings(file);
            settings.setWindowGeometry(geometry);
            settings.setWindowState("state");
            settings.setTheme(Theme::Dark);
            settings.setLanguage(u"zh_CN"_s);
            settings.setScanOnStart(false);
            settings.setNetworks(networks);
            settings.setLastGateway(u"fd00::1"_s);
            settings.rememberAnswer(u"tray"_s, false);
            settings.rememberAnswer(u"large-networks"_s, true);
        }
        SettingsFile file(path());
        Settings settings(file);
        QCOMPARE(settings.windowGeometry(), geometry);
        QCOMPARE(settings.windowState(), QByteArray("state"));
        QCOMPARE(settings.theme(), Theme::Dark);
        QCOMPARE(settings.language(), u"zh_CN"_s);
        QCOMPARE(settings.scanOnStart(), false);
        QCOMPARE(settings.networks(), networks);
        QCOMPARE(settings.lastGateway(), u"fd00::1"_s);
        QCOMPARE(settings.rememberedAnswer(u"tray"_s), false);
        QCOMPARE(settings.rememberedAnswer(u"large-networks"_s), true);

        settings.forgetAnswers();
        settings.setNetworks({});
        QCOMPARE(settings.rememberedAnswer(u"tray"_s), std::nullopt);
        QCOMPARE(settings.networks(), QStringList());
    }

    void oneNetworkStaysAList()
    {
        SettingsFile(path()).sync();
        {
            SettingsFile file(path());
            Settings(file).setNetworks({u"192.168.1.0/24"_s});
        }
        SettingsFile file(path());
        QCOMPARE(Settings(file).networks(), QStringList{u"192.168.1.0/24"_s});
    }

    void whatIsKeptOnIsRemembered()
    {
        const QList<KeptOn> kept{{u"{one}"_s, 30, false}, {u"{two}"_s, 600, true}};
        {
            SettingsFile file(path());
            Settings(file).setKeptOn(kept);
        }
        SettingsFile file(path());
        Settings settings(file);
        QCOMPARE(settings.keptOn(), kept);
        settings.setKeptOn({kept.constLast()});
        QCOMPARE(settings.keptOn(), QList<KeptOn>{kept.constLast()});
        settings.setKeptOn({});
        QCOMPARE(settings.keptOn(), QList<KeptOn>());
    }

    void whatIsKeptOnInAnotherShapeIsPassedOver()
    {
        SettingsFile file(path());
        file.setValue(u"keepOn/gateways"_s,
                      QStringList{u"9 active a"_s, u"3601 active b"_s, u"c"_s, u""_s, u"30 active "_s,
                                  u"x active d"_s, u"30 loud e"_s, u"10 passive f g"_s, u"20 active f g"_s});
        QCOMPARE(Settings(file).keptOn(), (QList<KeptOn>{{u"f g"_s, 10, true}}));
    }

    void aChangeIsToldOnce()
    {
        SettingsFile file(path());
        Settings settings(file);
        QSignalSpy theme(&settings, &Settings::themeChanged);
        QSignalSpy language(&settings, &Settings::languageChanged);
        QSignalSpy scan(&settings, &Settings::scanOnStartChanged);
        QSignalSpy networks(&settings, &Settings::networksChanged);
        for (int turn = 0; turn < 2; ++turn) {
            settings.setTheme(Theme::Light);
            settings.setLanguage(u"de"_s);
            settings.setScanOnStart(false);
            settings.setNetworks({u"10.0.0.0/24"_s});
        }
        QCOMPARE(theme.size(), 1);
        QCOMPARE(language.size(), 1);
        QCOMPARE(scan.size(), 1);
        QCOMPARE(networks.size(), 1);
    }

    void nonsenseCountsAsNotSet()
    {
        QFile nonsense(path());
        QVERIFY(nonsense.open(QIODevice::WriteOnly));
        nonsense.write("[window]\ngeometry=!!!\ntheme=pink\nlanguage=../../etc\nlastGateway="
                       + QByteArray(999, 'x') + "\n[scan]\nonStart=perhaps\nnetworks=" + QByteArray(999, 'x')
                       + "\n[answers]\ntray=2\n");
        nonsense.close();
        SettingsFile file(path());
        QCOMPARE(file.notice(), QString());
        const Settings settings(file);
        QVERIFY(settings.windowGeometry().isEmpty());
        QCOMPARE(settings.theme(), Theme::System);
        QCOMPARE(settings.language(), QString());
        QCOMPARE(settings.lastGateway(), QString());
        QCOMPARE(settings.scanOnStart(), true);
        QCOMPARE(settings.networks(), QStringList());
        QCOMPARE(settings.rememberedAnswer(u"tray"_s), std::nullopt);
    }

    void themesHaveNames()
    {
        for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark})
            QCOMPARE(themeFromName(themeName(theme)), theme);
        QCOMPARE(themeFromName(u"pink"_s), std::nullopt);
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    QString path() const { return m_folder->filePath(u"settings.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
