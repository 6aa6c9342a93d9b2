// A gateway that sends HTML, control characters, a million letters, right-to-left overrides or a flood harms
// nothing: its words are shown as the letters that they are, short, and the window stays quick.

#include "guitesting.h"
#include "pagechecks.h"
#include "pagetexts.h"

#include "support/scriptedgateway.h"
#include "ui/dialogs/letterdialog.h"
#include "ui/panel/gatewayview.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QStatusBar>

#include <algorithm>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

/// The window's promise is 50 ms; build machines that do other things at the same time get some slack.
static constexpr qint64 longestTurnMs = 250;
/// Of one label; our own longest paragraphs are shorter.
static constexpr qsizetype longestText = 1500;

class HostileTextsTest : public QObject
{
    Q_OBJECT

    /// What must not reach a widget: it moves, hides or draws over other letters.
    static bool isHarmful(QChar letter)
    {
        if (letter == u'\n')
            return false;
        const char16_t code = letter.unicode();
        const bool control = code < 0x20 || (code >= 0x7f && code < 0xa0);
        const bool line = code == 0x2028 || code == 0x2029;
        return control || line || letter.category() == QChar::Other_Format;
    }

    static QString harmIn(const PageText &text)
    {
        for (const QChar letter : text.text) {
            if (isHarmful(letter))
                return u"U+%1"_s.arg(static_cast<uint>(letter.unicode()), 4, 16, QLatin1Char('0'));
        }
        if (text.text.size() > longestText)
            return u"%1 characters"_s.arg(text.text.size());
        // Of Qt's own markup a tooltip has these; anything else came from the network.
        if (text.toolTip && Qt::mightBeRichText(text.text)) {
            QString rest = text.text;
            rest.remove("<span>"_L1).remove("</span>"_L1).remove("<br>"_L1);
            if (rest.contains(u'<'))
                return u"markup"_s;
        }
        return {};
    }

    static void verifyHarmless(QWidget *window)
    {
        const QList<QWidget *> widgets = visibleWidgets(window);
        for (const QWidget *widget : widgets) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (label != nullptr && label->pixmap().isNull())
                QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(describe(label)));
            // Plain text that Qt would take for rich text.
            if (Qt::mightBeRichText(widget->toolTip()))
                QVERIFY2(widget->toolTip().startsWith("<span>"_L1), qPrintable(widget->toolTip()));
        }
        const QList<PageText> texts = textsOf(window);
        for (const PageText &text : texts) {
            const QString harm = harmIn(text);
            QVERIFY2(
                harm.isEmpty(),
                qPrintable(u"%1 in %2: %3"_s.arg(harm, text.where, text.text.left(200).toHtmlEscaped())));
        }
        settle();
        const QStringList cut = cutTexts(window);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

    /// A tooltip is as wide as its longest word.
    static void verifyWordsBreak(QWidget *window)
    {
        constexpr qsizetype longestWord = 100;
        static const QRegularExpression parting(u"\\s|<br>"_s);
        const QList<PageText> texts = textsOf(window);
        for (const PageText &text : texts) {
            if (!text.toolTip)
                continue;
            const QStringList words = text.text.split(parting);
            for (const QString &word : words)
                QVERIFY2(word.size() <= longestWord, qPrintable(text.where));
        }
    }

    static QWidget *openDialog()
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (window->isVisible() && qobject_cast<QDialog *>(window) != nullptr)
                return window;
        }
        return nullptr;
    }

private Q_SLOTS:
    void theCheckSeesHarm()
    {
        QVERIFY(!harmIn({{}, u"a\u202eb"_s, false}).isEmpty());
        QVERIFY(!harmIn({{}, u"a\x1b[2J"_s, false}).isEmpty());
        QVERIFY(!harmIn({{}, u"a\u2028"_s, false}).isEmpty());
        QVERIFY(!harmIn({{}, u"a\u200bb"_s, false}).isEmpty());
        QVERIFY(!harmIn({{}, QString(longestText + 1, u'a'), false}).isEmpty());
        QVERIFY(!harmIn({{}, u"<span><img src=x></span>"_s, true}).isEmpty());
        QVERIFY(harmIn({{}, u"<span>&lt;img src=x&gt;</span>"_s, true}).isEmpty());
        QVERIFY(harmIn({{}, u"one line\nand “another” – 1 °C…"_s, false}).isEmpty());
    }

    void theWindowShowsHostileTextAsLetters_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("signsIn");
        QTest::addColumn<QString>("seen"); ///< a part of it that has to be readable somewhere
        QTest::newRow("HTML in the serial") << u"serial-html"_s << true << u"<img src=x"_s;
        QTest::newRow("bidirectional serial") << u"serial-bidi"_s << true << u"\\u{202E}"_s;
        QTest::newRow("control characters in the serial")
            << u"serial-control-characters"_s << true << u"\\x1B"_s;
        QTest::newRow("a million letters as serial") << u"serial-huge"_s << true << u"…"_s;
        QTest::newRow("hostile refusal") << u"sign-in-hostile-text"_s << false << u"denied"_s;
    }
    void theWindowShowsHostileTextAsLetters()
    {
        QFETCH(const QString, fault);
        QFETCH(const bool, signsIn);
        QFETCH(const QString, seen);
        const auto gateway = startGateway(false, {fault});
        WindowWorld world(*gateway);
        world.window().resize(900, 600);
        world.open(*gateway);
        EventLoopWatch watch;
        world.signIn(rightPassword());
        QCOMPARE(world.has("serverSwitch"), signsIn);
        QVERIFY2(watch.longestMs() < longestTurnMs, qPrintable(QString::number(watch.longestMs())));
        verifyHarmless(&world.window());
        if (QTest::currentTestFailed())
            return;

        if (world.has("failureMore"))
            world.click("failureMore");
        QString all;
        const QList<PageText> texts = textsOf(&world.window());
        for (const PageText &text : texts)
            all += text.text + u'\n';
        if (world.has("failureDetails"))
            all += world.text("failureDetails");
        QVERIFY2(all.contains(seen, Qt::CaseInsensitive), qPrintable(all));
        verifyHarmless(&world.window());
        if (QTest::currentTestFailed() || !signsIn)
            return;

        // The question names the gateway; the report, the log and the message to the installer have it too.
        world.click("serverSwitch");
        QWidget *question = openDialog();
        QVERIFY(question != nullptr);
        verifyHarmless(question);
        QVERIFY(world.reject());
        const Gateway &known = world.gateway().gateway();
        LetterDialog message(Recipient::Installer, {known.model, known.serial, known.host(), 502},
                             &world.window());
        message.show();
        QVERIFY(QTest::qWaitForWindowExposed(&message));
        verifyHarmless(&message);
        message.close();
        for (const QString &text : {world.gateway().detailsText(), world.gateway().reportText()}) {
            QVERIFY(std::none_of(text.cbegin(), text.cend(), isHarmful));
            QVERIFY(text.size() < 100000);
        }
    }

    void aWordOfFourThousandLettersPushesNothingOut_data()
    {
        QTest::addColumn<int>("request");
        QTest::addColumn<QString>("reply");
        const QString word(4000, u'W');
        QTest::newRow("sign-in refused") << 0 << uR"({"msgType":1,"code":1,"msg":"%1"})"_s.arg(word);
        QTest::newRow("serial number")
            << 0 << uR"({"msgType":1,"code":0,"msg":"ok","data":{"token":"T","sn":"%1"}})"_s.arg(word);
        QTest::newRow("read refused") << 2 << uR"({"msgType":4,"code":1,"msg":"%1"})"_s.arg(word);
        QTest::newRow("change refused") << 3 << uR"({"msgType":4,"code":1,"msg":"%1"})"_s.arg(word);
        QTest::newRow("nothing understood") << 2 << word;
    }
    void aWordOfFourThousandLettersPushesNothingOut()
    {
        QFETCH(const int, request);
        QFETCH(const QString, reply);
        ScriptedGateway gateway;
        gateway.answer(request, {reply});
        DiscoveryEnvironment environment;
        environment.interfaces = [] { return QList<LocalInterface>(); };
        environment.neighbours = [] { return QList<Neighbour>(); };
        environment.profile = builtInProfile(u"documented"_s);
        environment.webSocketPort = gateway.port();
        WindowWorld world(environment);
        world.window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&world.window()));
        world.type("address", u"127.0.0.1"_s);
        world.click("add");
        QTRY_VERIFY(world.has("signIn"));
        QTRY_VERIFY(world.book().current() != nullptr && !world.gateway().isBusy());
        world.signIn(rightPassword());
        if (request == 3) {
            world.click("serverSwitch");
            QVERIFY(world.accept());
            world.wait();
        }
        const auto verify = [](QWidget *window) {
            verifyHarmless(window);
            verifyWordsBreak(window);
        };
        for (const QSize &size : {QSize(1120, 760), QSize(900, 600)}) {
            world.window().resize(size);
            settle();
            QCOMPARE(world.window().size(), size);
            verify(&world.window());
            auto *const view = world.window().findChild<GatewayView *>();
            QCOMPARE(view->horizontalScrollBar()->maximum(), 0);
            if (world.has("failureMore")) {
                world.click("failureMore");
                settle();
                verify(&world.window());
            }
            if (QTest::currentTestFailed())
                return;
        }
        if (!world.has("serverSwitch"))
            return;
        world.window().findChild<GatewayView *>()->showLog();
        settle();
        verify(&world.window());
        if (request == 3 || !world.find("serverSwitch")->isEnabled()) // it asks once only
            return;
        world.click("serverSwitch");
        QWidget *question = openDialog();
        QVERIFY(question != nullptr);
        QVERIFY(question->width() <= world.window().width());
        verify(question);
        QVERIFY(world.reject());
    }

    void theLogShowsHostileFramesAsLetters_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"serial-html", "serial-bidi", "serial-control-characters", "serial-huge"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void theLogShowsHostileFramesAsLetters()
    {
        QFETCH(const QString, fault);
        const auto gateway = startGateway(true, {fault});
        WindowWorld world(*gateway);
        world.open(*gateway);
        world.signIn(rightPassword());
        auto *const view = world.window().findChild<GatewayView *>();
        QVERIFY(view != nullptr);
        view->showLog();
        QTRY_VERIFY(world.has("log"));
        auto *const log = world.find<QListView>("log");
        QVERIFY(log->model()->rowCount() > 2);
        for (int row = 0; row < log->model()->rowCount(); ++row) {
            const QModelIndex index = log->model()->index(row, 0);
            const QString line = index.data().toString();
            QVERIFY(std::none_of(line.cbegin(), line.cend(), isHarmful));
            QVERIFY(line.size() < longestText);
            const QString tip = index.data(Qt::ToolTipRole).toString();
            QVERIFY(!Qt::mightBeRichText(tip) || tip.startsWith("<span>"_L1));
            EventLoopWatch watch;
            log->setCurrentIndex(index);
            QTest::qWait(5);
            QVERIFY2(watch.longestMs() < longestTurnMs, qPrintable(QString::number(watch.longestMs())));
        }
    }

    void aFloodOfMessagesLeavesTheWindowQuick()
    {
        const auto gateway = startGateway(false, {u"push-storm"_s});
        WindowWorld world(*gateway);
        world.open(*gateway);
        EventLoopWatch watch;
        world.type("username", u"admin"_s);
        world.type("password", rightPassword());
        world.click("signIn");
        auto *const address = world.find<QLineEdit>("address");
        QString typed;
        // Somebody types elsewhere meanwhile, and each letter arrives.
        for (int i = 0; i < 60 || world.gateway().isBusy(); ++i) {
            QVERIFY2(i < 3000, "it never ends");
            QTest::keyClick(address, i % 2 == 0 ? 'a' : 'b');
            typed += QLatin1Char(i % 2 == 0 ? 'a' : 'b');
            if (typed.size() > 100) {
                address->clear();
                typed.clear();
            }
            QCOMPARE(address->text(), typed);
            QTest::qWait(10);
        }
        QVERIFY2(watch.longestMs() < longestTurnMs, qPrintable(QString::number(watch.longestMs())));
        qInfo("longest turn of the event loop: %lld ms", static_cast<long long>(watch.longestMs()));
        verifyHarmless(&world.window());
    }
};

QTEST_MAIN(HostileTextsTest)
#include "tst_hostiletexts.moc"
