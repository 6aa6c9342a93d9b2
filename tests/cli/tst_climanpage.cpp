// The manual page says what the program's own help says: every command, every option, every exit code.

#include "cli/cliprocess.h"
#include "cli/exitcode.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CliManPageTest : public QObject
{
    Q_OBJECT

    QString m_page;

    static QStringList matches(const QString &text, const QString &pattern)
    {
        QStringList found;
        auto match = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
        while (match.hasNext())
            found += match.next().captured(1);
        found.removeDuplicates();
        found.sort();
        return found;
    }

    static QStringList commands()
    {
        QString help = QString::fromUtf8(runCli({u"--help"_s}).output);
        help = help.section(u"Commands:\n"_s, 1).section(u"\n\n"_s, 0, 0);
        return matches(help, u"^  ([a-z-]+) "_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(SIGEN_MAN_PAGE));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        m_page = QString::fromUtf8(file.readAll());
    }

    void hasEveryCommandAndNoOther()
    {
        QVERIFY(commands().size() >= 8);
        const QString section = m_page.section(u".Sh COMMANDS"_s, 1).section(u".Ss "_s, 0, 0);
        QCOMPARE(matches(section, u"^\\.It Cm ([a-z-]+)$"_s), commands());
    }

    void hasEveryOptionAndNoOther()
    {
        QStringList offered{u"version"_s};
        for (const QString &command : commands())
            offered += matches(QString::fromUtf8(runCli({command, u"--help"_s}).output),
                               u"^  (?:-h, )?--([a-z-]+)"_s);
        offered.removeDuplicates();
        offered.sort();
        QVERIFY(offered.size() > 25);
        QCOMPARE(matches(m_page, u"^\\.It Fl (?:h , )?-([a-z-]+)"_s), offered);
    }

    void hasEveryExitCode()
    {
        const QString section = m_page.section(u".Sh EXIT STATUS"_s, 1).section(u".Sh "_s, 0, 0);
        QStringList codes;
        for (const int code :
             {ExitCode::done, ExitCode::internalError, ExitCode::wrongUse, ExitCode::notReachable,
              ExitCode::signInRefused, ExitCode::refused, ExitCode::notUnderstood, ExitCode::notVerified,
              ExitCode::outcomeUnknown, ExitCode::interrupted})
            codes += QString::number(code);
        codes.sort();
        QCOMPARE(matches(section, u"^\\.It (\\d+)$"_s), codes);
    }

    void isFormattedWithoutWarnings()
    {
#ifndef Q_OS_LINUX
        QSKIP("only man-db tells what is wrong with a page");
#endif
        if (QStandardPaths::findExecutable(u"man"_s).isEmpty())
            QSKIP("man is not installed");
        QProcess man;
        man.start(u"man"_s, {u"--warnings"_s, u"-l"_s, QStringLiteral(SIGEN_MAN_PAGE)});
        man.closeWriteChannel();
        QVERIFY(QTest::qWaitFor([&] { return man.state() == QProcess::NotRunning; }, 20000));
        QCOMPARE(man.exitCode(), 0);
        QCOMPARE(man.readAllStandardError(), QByteArray());
        QVERIFY(man.readAllStandardOutput().contains("sigen-modbus-cli"));
    }
};

QTEST_GUILESS_MAIN(CliManPageTest)
#include "tst_climanpage.moc"
