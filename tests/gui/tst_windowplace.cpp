// A window opens where all of it can be reached, whatever the screen and the place of the last time.
#include "ui/windowplace.h"

#include <QTest>

using namespace Sigen;

class WindowPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeWindowCanBeReached_data()
    {
        QTest::addColumn<QRect>("frame");
        QTest::addColumn<QList<QRect>>("areas");
        QTest::addColumn<QRect>("place");
        const QRect desk(0, 0, 1920, 1040);
        const QRect usual(100, 60, 1122, 790);
        QTest::newRow("fits") << usual << QList{desk} << usual;
        QTest::newRow("no screen") << usual << QList<QRect>() << usual;
        QTest::newRow("small screen")
            << QRect(0, 0, 1122, 790) << QList{QRect(0, 24, 1024, 576)} << QRect(0, 24, 1024, 576);
        QTest::newRow("1366x768 at 125 %")
            << QRect(0, 0, 1122, 790) << QList{QRect(0, 0, 1092, 574)} << QRect(0, 0, 1092, 574);
        QTest::newRow("nearly off the right edge")
            << QRect(1900, 60, 1122, 790) << QList{desk} << QRect(1920 - 1122, 60, 1122, 790);
        QTest::newRow("nearly off the bottom")
            << QRect(100, 1030, 1122, 790) << QList{desk} << QRect(100, 1040 - 790, 1122, 790);
        QTest::newRow("title above the screen")
            << QRect(100, -20, 1122, 790) << QList{desk} << QRect(100, 0, 1122, 790);
        QTest::newRow("a screen that is gone")
            << QRect(3000, 2000, 1122, 790) << QList{desk} << QRect(1920 - 1122, 1040 - 790, 1122, 790);
        const QRect right(1920, 0, 1280, 1024);
        QTest::newRow("over two screens")
            << QRect(1500, 60, 1122, 790) << QList{desk, right} << QRect(1500, 60, 1122, 790);
        QTest::newRow("on the second screen")
            << QRect(1930, 60, 1122, 790) << QList{desk, right} << QRect(1930, 60, 1122, 790);
        QTest::newRow("left of the first screen")
            << QRect(-1200, 100, 1122, 790) << QList{desk, QRect(-1280, 0, 1280, 1024)}
            << QRect(-1200, 100, 1122, 790);
    }

    void theWholeWindowCanBeReached()
    {
        QFETCH(const QRect, frame);
        QFETCH(const QList<QRect>, areas);
        QFETCH(const QRect, place);
        QCOMPARE(reachablePlace(frame, areas), place);
        QCOMPARE(reachablePlace(place, areas), place);
    }
};

QTEST_GUILESS_MAIN(WindowPlaceTest)
#include "tst_windowplace.moc"
