// What bench_window.py measures with: one figure a run, printed as "name value" lines.
//
//     window_probe paint START_NS     the program's own composition, from START_NS (CLOCK_MONOTONIC) to its
//                                     first painted window; then what it holds in memory
//     window_probe empty START_NS     a plain window with the same libraries
//     window_probe scan               longest turn of the event loop while 1,022 addresses are scanned, all
//     of
//                                     which answer
//     window_probe storm              the same while a gateway pushes without end and its page is open

#include "guitesting.h"

#include "desktop/application.h"
#include "support/residentmemory.h"

#include <QApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

static qint64 nanoseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

namespace {

/// Tells when a top-level window was painted and its picture handed on.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(qint64 start)
        : m_start(start)
    {
        qApp->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<const QWidget *>(watched);
        if (event->type() == QEvent::Paint && widget != nullptr && widget->isWindow() && !m_seen) {
            m_seen = true;
            // The turn of the event loop after the painting.
            QTimer::singleShot(0, this, [this] {
                std::printf("first-paint-ms %.1f\n", double(nanoseconds(CLOCK_MONOTONIC) - m_start) / 1e6);
                constexpr int untilItIsQuiet = 700;
                QTimer::singleShot(untilItIsQuiet, this, [] {
                    std::printf("resident-kB %d\n", residentMemory());
                    QApplication::quit();
                });
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    qint64 m_start;
    bool m_seen = false;
};

/// A timer of 1 ms; remembers the longest time between two ticks, by the clock and by the processor time of
/// this thread (which other programs on a busy computer don't lengthen).
class TurnWatch : public QObject
{
public:
    TurnWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &TurnWatch::tick);
        m_timer.start(std::chrono::milliseconds(1));
    }

    void report(const char *name) const
    {
        std::printf("%s-longest-gap-ms %.1f\n%s-longest-processor-ms %.1f\n%s-turns %d\n", name,
                    double(m_gap) / 1e6, name, double(m_processor) / 1e6, name, m_ticks);
    }

private:
    void tick()
    {
        const qint64 now = nanoseconds(CLOCK_MONOTONIC);
        const qint64 processor = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
        if (m_ticks++ > 0) {
            m_gap = std::max(m_gap, now - m_lastTick);
            m_processor = std::max(m_processor, processor - m_lastProcessor);
        }
        m_lastTick = now;
        m_lastProcessor = processor;
    }

    QTimer m_timer;
    qint64 m_lastTick = 0;
    qint64 m_lastProcessor = 0;
    qint64 m_gap = 0;
    qint64 m_processor = 0;
    int m_ticks = 0;
};

int paint(bool empty, qint64 start)
{
    const FirstPaint watch(start);
    const QTemporaryDir folder;
    std::unique_ptr<Sigen::Application> ours;
    std::unique_ptr<QWidget> plain;
    if (empty) {
        plain = std::make_unique<QWidget>();
        plain->resize(1120, 760);
        plain->show();
    } else {
        StartOptions options;
        options.scan = false;
        options.settingsFile = folder.filePath(u"settings.ini"_s);
        ours = std::make_unique<Sigen::Application>(options);
        ours->show();
    }
    return QApplication::exec();
}

int scan()
{
    const auto gateway = startGateway(true);
    // Accepts on every address of the network, and says nothing.
    QTcpServer all;
    if (!all.listen(QHostAddress::AnyIPv4))
        return 1;
    QObject::connect(&all, &QTcpServer::newConnection, &all,
                     [&all] { all.nextPendingConnection()->setParent(&all); });
    LocalInterface large = interfaceAround(gateway->address());
    large.network.prefix = 22;
    DiscoveryEnvironment environment = discoveryAround(*gateway, {large});
    environment.modbusPort = all.serverPort();
    WindowWorld world(environment);
    world.window().show();
    if (!QTest::qWaitForWindowExposed(&world.window()))
        return 1;
    QTest::qWait(300);
    const TurnWatch watch;
    world.discovery().scan();
    constexpr int longest = 60000;
    const bool ended = QTest::qWaitFor([&] { return !world.discovery().isScanning(); }, longest);
    QTest::qWait(200);
    std::printf("scan-rows %d\n", world.discovery().hosts()->rowCount());
    watch.report("scan");
    return ended ? 0 : 1;
}

int storm()
{
    const auto gateway = startGateway(false, {u"push-storm"_s});
    WindowWorld world(*gateway);
    world.open(*gateway);
    const TurnWatch watch;
    world.signIn(rightPassword());
    if (world.gateway().server().canSwitch) {
        world.click("serverSwitch");
        world.accept();
        world.wait();
    }
    std::printf("storm-lines %d\n", world.book().current()->log.rowCount());
    watch.report("storm");
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString what = arguments.value(1);
    if (what == "paint"_L1 || what == "empty"_L1)
        return paint(what == "empty"_L1, arguments.value(2).toLongLong());
    if (what == "scan"_L1)
        return scan();
    if (what == "storm"_L1)
        return storm();
    std::fprintf(stderr, "Usage: window_probe paint|empty START_NS, or scan, or storm\n");
    return 2;
}
