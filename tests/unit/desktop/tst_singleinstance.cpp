// A second start finds the first one and tells it; a socket that a crash left behind is no first one.

#include "desktop/singleinstance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString settings(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void theSecondTellsTheFirstWhatItWasStartedFor()
    {
        SingleInstance first(settings(u"a.ini"_s));
        QSignalSpy isFirst(&first, &SingleInstance::isFirst);
        QSignalSpy started(&first, &SingleInstance::secondStarted);
        first.claim({u"show"_s});
        QCOMPARE(isFirst.size(), 0); // nothing from inside claim()
        QTRY_COMPARE(isFirst.size(), 1);

        SingleInstance second(settings(u"a.ini"_s));
        QSignalSpy isSecond(&second, &SingleInstance::isSecond);
        QSignalSpy secondIsFirst(&second, &SingleInstance::isFirst);
        second.claim({u"show"_s, u"host 192.168.1.150"_s});
        QTRY_COMPARE(isSecond.size(), 1);
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(started.at(0).at(0).toStringList(), QStringList({u"show"_s, u"host 192.168.1.150"_s}));
        QCOMPARE(secondIsFirst.size(), 0);
    }

    void otherSettingsAreAnotherInstance()
    {
        SingleInstance one(settings(u"b.ini"_s));
        SingleInstance other(settings(u"c.ini"_s));
        QSignalSpy oneIsFirst(&one, &SingleInstance::isFirst);
        QSignalSpy otherIsFirst(&other, &SingleInstance::isFirst);
        one.claim({});
        other.claim({});
        QTRY_COMPARE(oneIsFirst.size(), 1);
        QTRY_COMPARE(otherIsFirst.size(), 1);
    }

    void afterTheFirstHasGoneTheNextIsFirst()
    {
        {
            SingleInstance first(settings(u"d.ini"_s));
            QSignalSpy isFirst(&first, &SingleInstance::isFirst);
            first.claim({});
            QTRY_COMPARE(isFirst.size(), 1);
        }
        SingleInstance next(settings(u"d.ini"_s));
        QSignalSpy isFirst(&next, &SingleInstance::isFirst);
        next.claim({});
        QTRY_COMPARE(isFirst.size(), 1);
    }

    void whatACrashLeftBehindDoesNotStopAnybody()
    {
#ifndef Q_OS_UNIX
        QSKIP("only Unix leaves the name of a local socket behind");
#else
        SingleInstance next(settings(u"e.ini"_s));
        // A file where the socket would be, on which nobody listens.
        QLocalServer left;
        QVERIFY(left.listen(next.name()));
        const QString path = left.fullServerName();
        left.close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QSignalSpy isFirst(&next, &SingleInstance::isFirst);
        next.claim({});
        QTRY_COMPARE(isFirst.size(), 1);
        QSignalSpy started(&next, &SingleInstance::secondStarted);
        SingleInstance second(settings(u"e.ini"_s));
        second.claim({u"show"_s});
        QTRY_COMPARE(started.size(), 1);
#endif
    }

    void besideAFirstThatHangsAWindowOpens()
    {
        SingleInstance second(settings(u"f.ini"_s));
        // Listens, but its event loop does nothing with it, and its backlog takes the message.
        QLocalServer silent;
        silent.setMaxPendingConnections(0);
        QVERIFY(silent.listen(second.name()));
        QSignalSpy isFirst(&second, &SingleInstance::isFirst);
        QSignalSpy isSecond(&second, &SingleInstance::isSecond);
        second.claim({u"show"_s});
        QTRY_COMPARE_WITH_TIMEOUT(isFirst.size(), 1, 10000);
        QCOMPARE(isSecond.size(), 0);
    }

    void anotherDisplayIsAnotherInstance()
    {
        const QByteArray display = qgetenv("DISPLAY");
        qputenv("DISPLAY", ":1.0");
        const SingleInstance one(settings(u"g.ini"_s));
        qputenv("DISPLAY", ":1");
        const SingleInstance same(settings(u"g.ini"_s));
        qputenv("DISPLAY", ":2");
        const SingleInstance other(settings(u"g.ini"_s));
        if (display.isNull())
            qunsetenv("DISPLAY");
        else
            qputenv("DISPLAY", display);
        QCOMPARE(one.name(), same.name());
        QVERIFY(one.name() != other.name());
    }
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"
