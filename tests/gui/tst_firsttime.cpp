// The first time with the program, counted: what has to be pressed until the user has the answer, and how
// long it takes. Moving the focus is no activation; each activation goes by Enter and by Space too.

#include "guitesting.h"

#include "support/loopback.h"
#include "ui/widgets/toggleswitch.h"

#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Generous: a loaded machine, and a /24 of which most addresses are dark.
constexpr qint64 longestScan = 10000; // ms

enum class How { Mouse, Enter, Space };

/// Counts what a person presses.
class Hand
{
public:
    explicit Hand(How how)
        : m_how(how)
    { }

    void activate(QWidget *widget)
    {
        ++m_activations;
        if (m_how == How::Mouse)
            QTest::mouseClick(widget, Qt::LeftButton);
        else
            QTest::keyClick(widget, m_how == How::Enter ? Qt::Key_Return : Qt::Key_Space);
    }
    int activations() const { return m_activations; }

private:
    How m_how;
    int m_activations = 0;
};

QDialog *question()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *const dialog = qobject_cast<QDialog *>(window); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

Q_DECLARE_METATYPE(How)

class FirstTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alreadyOnIsSaidWithoutAPress()
    {
        const auto gateway = startGateway(true);
        WindowWorld world(*gateway);
        QElapsedTimer clock;
        clock.start();
        world.discovery().scan(); // as the program does when it starts
        QTRY_VERIFY_WITH_TIMEOUT(world.has("situationHeadline"), longestScan);
        QVERIFY(clock.elapsed() < longestScan);
        QCOMPARE(world.text("situationHeadline"), u"Modbus TCP is already on."_s);
        QVERIFY(!world.has("password"));
        QCOMPARE(world.window().focusWidget()->objectName(),
                 u"situation%1"_s.arg(static_cast<int>(PageAction::ConnectYourSystem)));
        QCOMPARE(gateway->counters().signIns, 0);

        QTest::keyClick(world.window().focusWidget(), Qt::Key_Return); // and one more to what is next
        QVERIFY(world.has("tools"));
    }

    void offWithASignInTakesThreePressesAndOnePassword_data()
    {
        QTest::addColumn<How>("how");
        QTest::newRow("by mouse") << How::Mouse;
        QTest::newRow("by Enter") << How::Enter;
        QTest::newRow("by Space") << How::Space;
    }
    void offWithASignInTakesThreePressesAndOnePassword()
    {
        QFETCH(const How, how);
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        Hand hand(how);
        QElapsedTimer clock;
        clock.start();
        world.discovery().scan();
        QTRY_VERIFY_WITH_TIMEOUT(world.has("password"), longestScan);

        // The only gateway is chosen, and the password has the focus: nothing but that is typed.
        QTRY_COMPARE(world.window().focusWidget()->objectName(), u"password"_s);
        QTest::keyClicks(world.window().focusWidget(), rightPassword());
        hand.activate(world.find("signIn"));
        world.wait();
        QCOMPARE(world.window().focusWidget()->objectName(), u"serverSwitch"_s);
        hand.activate(world.window().focusWidget());
        QDialog *const asked = question();
        QVERIFY(asked != nullptr);
        const QList<QPushButton *> buttons = asked->findChildren<QPushButton *>();
        const auto accept = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) {
            return button->text() == u"&Turn on"_s;
        });
        QVERIFY(accept != buttons.cend());
        (*accept)->setFocus(Qt::TabFocusReason);
        hand.activate(*accept);
        world.wait();
        QTRY_VERIFY(gateway->isEnabled());
        QCOMPARE(Test::marks(world.gateway().page()), u"✓✓✓✓✓"_s);
        QCOMPARE(hand.activations(), 3);
        QCOMPARE(gateway->counters().writes, 1);
        QVERIFY(clock.elapsed() < 2 * longestScan);
        QVERIFY(world.has("connectNext")); // what comes next
    }

    void enterInThePasswordSignsInToo()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.discovery().scan();
        QTRY_VERIFY_WITH_TIMEOUT(world.has("password"), longestScan);
        QTRY_COMPARE(world.window().focusWidget()->objectName(), u"password"_s);
        QTest::keyClicks(world.window().focusWidget(), rightPassword());
        QTest::keyClick(world.window().focusWidget(), Qt::Key_Return);
        world.wait();
        QVERIFY(world.gateway().isSignedIn());
    }

    void theQuestionsEnterIsHarmlessUntilTheFocusIsMoved()
    {
        const auto gateway = startGateway(false);
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        QTest::keyClick(world.find("serverSwitch"), Qt::Key_Return);
        QVERIFY(question() != nullptr);
        QTest::keyClick(question(), Qt::Key_Return);
        QTRY_VERIFY(question() == nullptr);
        QVERIFY(!world.gateway().isBusy());
        QCOMPARE(gateway->counters().writes, 0);
    }

    void withoutAWebSocketTheWayThroughTheAppShowsWithoutAPress()
    {
        auto other = startGateway(false); // only for its ports
        const QHostAddress address = uniqueLoopbackAddress();
        DiscoveryEnvironment environment = discoveryAround(*other, {interfaceAround(address)});
        other.reset();
        environment.neighbours = [address] {
            return QList<Neighbour>{{address.toIPv4Address(), u"0c:47:a9:90:12:41"_s}};
        };
        WindowWorld world(environment);
        world.window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&world.window()));
        QElapsedTimer clock;
        clock.start();
        world.discovery().scan();
        QTRY_VERIFY_WITH_TIMEOUT(world.has("appPath"), longestScan);
        QVERIFY(clock.elapsed() < longestScan);
        QVERIFY(!world.has("password"));
        QCOMPARE(world.text("gatewayTitle"), u"Sigenergy gateway"_s);
        QVERIFY(world.gateway().page().appWay->why.contains(u"so there is no local sign-in"_s));

        // The way is the owner's until somebody says otherwise, and then in the next run too.
        QVERIFY(world.text("appPath").contains(u"System Settings"_s));
        QVERIFY(world.has("messageToInstaller"));
        world.click("installer");
        QVERIFY(world.text("appPath").startsWith(u"Device"_s));
        QVERIFY(!world.has("messageToInstaller"));
        world.sync();
        SettingsFile file(QDir(world.folder()).filePath(u"settings.ini"_s));
        QCOMPARE(Settings(file).rememberedAnswer(u"i-am-the-installer"_s), std::optional(true));
    }
};

QTEST_MAIN(FirstTimeTest)
#include "tst_firsttime.moc"
