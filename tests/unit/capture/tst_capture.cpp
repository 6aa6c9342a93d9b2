#include "capture/capture.h"
#include "support/harfile.h"

#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

static Capture captureOf(const QByteArray &file)
{
    const auto read = readCapture(file);
    return std::holds_alternative<Capture>(read) ? std::get<Capture>(read) : Capture();
}

class CaptureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSocketsOfAHarFile();
    void skipsWhatIsNoJsonObject();
    void namesHttpThatMentionsModbus();
    void readsLinesOfFrames();
    void refusesWhatIsNoCapture_data();
    void refusesWhatIsNoCapture();
};

void CaptureTest::readsTheSocketsOfAHarFile()
{
    const QString url = u"ws://192.168.1.150:8080/ws"_s;
    const QByteArray file =
        harFile({harSocket(url, documentedFrames()),
                 harSocket(u"wss://chat.example/x?token=abc"_s, {received(u"{\"a\":1}"_s)}),
                 harSocket(url, {sent(u"{\"b\":2}"_s)})});
    const Capture capture = captureOf(file);
    QCOMPARE(capture.sockets.size(), 2);
    QCOMPARE(capture.skipped, 0);
    const CapturedSocket &socket = capture.sockets.first();
    QCOMPARE(socket.url, url);
    QVERIFY(!socket.hadQuery);
    QCOMPARE(socket.frames.size(), documentedFrames().size() + 1);
    QVERIFY(socket.frames.first().isSent);
    QCOMPARE(socket.frames.first().json.value(u"msgType"_s), QJsonValue(0));
    QVERIFY(socket.frames.first().seconds > 0);
    QCOMPARE(file.split('\n').at(socket.frames.first().line - 1).trimmed(), QByteArray("{"));
    QVERIFY(socket.frames.at(socket.frames.size() - 2).isLast);
    QVERIFY(socket.frames.last().connection != socket.frames.first().connection);
    QCOMPARE(capture.sockets.last().url, u"wss://chat.example/x"_s);
    QVERIFY(capture.sockets.last().hadQuery);
}

void CaptureTest::skipsWhatIsNoJsonObject()
{
    HarFrame binary = received(u"AAECAw=="_s);
    binary.opcode = 2;
    const Capture capture = captureOf(harFile({harSocket(
        u"ws://h/ws"_s,
        {binary, received(u"hello"_s), received(u"[1]"_s), received(u"{\"a\":"_s),
         received(u"{\"x\":\""_s + u"y"_s.repeated(300'000) + u"\"}"_s), received(u"{\"a\":1}"_s)})}));
    QCOMPARE(capture.skipped, 5);
    QCOMPARE(capture.sockets.first().frames.size(), 1);
}

void CaptureTest::namesHttpThatMentionsModbus()
{
    const Capture capture =
        captureOf(harFile({harExchange(u"POST"_s, u"https://api.example/device/set?key=1"_s,
                                       u"{\"modbusEnable\":1}"_s, u"{}"_s),
                           harExchange(u"GET"_s, u"https://api.example/other"_s, {}, u"{}"_s)}));
    QVERIFY(capture.sockets.isEmpty());
    QCOMPARE(capture.http.size(), 1);
    QVERIFY(capture.http.first().endsWith(u"POST https://api.example/device/set"_s));
}

void CaptureTest::readsLinesOfFrames()
{
    QByteArray lines = frameLines(documentedFrames());
    lines +=
        R"({"at":"2026-11-28T08:00:00.000Z","direction":"sent","channel":"modbus","text":"00 01"})"
        "\n\nnoise\n"
        R"({"at":"2026-11-28T08:00:00.500Z","direction":"received","channel":"websocket","text":"{\"a\":1}"})";
    const Capture capture = captureOf(lines);
    QCOMPARE(capture.sockets.size(), 1);
    QVERIFY(capture.sockets.first().url.isEmpty());
    QCOMPARE(capture.sockets.first().frames.size(), documentedFrames().size() + 1);
    QCOMPARE(capture.sockets.first().frames.last().line, 14);
    QCOMPARE(capture.sockets.first().frames.last().seconds, 1795852800.5);
    QCOMPARE(capture.skipped, 1);
}

void CaptureTest::refusesWhatIsNoCapture_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("line");
    QTest::newRow("empty") << QByteArray() << 1;
    QTest::newRow("text") << QByteArray("\n\nhello\nworld") << 3;
    QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << 1;
    QTest::newRow("a HAR file that breaks off")
        << QByteArray("{\n\"log\": {\n\"entries\": [\n{\"request\":") << 4;
}

void CaptureTest::refusesWhatIsNoCapture()
{
    QFETCH(const QByteArray, file);
    QFETCH(const int, line);
    const auto read = readCapture(file);
    QVERIFY(std::holds_alternative<ProfileError>(read));
    QCOMPARE(std::get<ProfileError>(read).line, line);
    QVERIFY(!std::get<ProfileError>(read).reason.isEmpty());
}

QTEST_GUILESS_MAIN(CaptureTest)
#include "tst_capture.moc"
