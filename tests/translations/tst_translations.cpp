// The translations are inside the program and speak.

#include "languages/languages.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class TranslationsTest : public QObject
{
    Q_OBJECT

    Languages m_languages;

    static QString fileMenu() { return QCoreApplication::translate("Sigen::MainMenu", "&File"); }
    static QString gateways(int count)
    {
        return QCoreApplication::translate("Sigen::DiscoveryController", "%n gateways", nullptr, count);
    }

private Q_SLOTS:
    void cleanupTestCase() { m_languages.use(QLocale(u"en"_s)); }

    void thereAreGermanAndChinese()
    {
        QCOMPARE(Languages::available(), QStringList({u"de"_s, u"zh_CN"_s}));
        QVERIFY(QFile::exists(u":/i18n/sigen-modbus_en.qm"_s));
    }

    void eachSpeaks_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("three");
        QTest::newRow("English") << u"en"_s << u"&File"_s << u"1 gateway"_s << u"3 gateways"_s;
        QTest::newRow("German") << u"de"_s << u"&Datei"_s << u"1 Gateway"_s << u"3 Gateways"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s << u"文件(&F)"_s << u"1 个网关"_s << u"3 个网关"_s;
        QTest::newRow("English for whom there is none")
            << u"fr"_s << u"&File"_s << u"1 gateway"_s << u"3 gateways"_s;
    }
    void eachSpeaks()
    {
        QFETCH(const QString, language);
        m_languages.use(QLocale(language));
        QTEST(fileMenu(), "file");
        QTEST(gateways(1), "one");
        QTEST(gateways(3), "three");
        QCOMPARE(QLocale(), QLocale(language));
    }

    void soDoesQtItself()
    {
        const QString file = u"qtbase_de.qm"_s;
#ifdef Q_OS_LINUX
        if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u'/' + file))
            QSKIP("Qt's translations are not installed");
#else
        QVERIFY(QFile::exists(u":/i18n/"_s + file));
#endif
        m_languages.use(QLocale(u"de"_s));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s);
        m_languages.use(QLocale(u"en"_s));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
