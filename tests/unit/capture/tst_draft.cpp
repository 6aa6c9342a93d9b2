// Captures become profiles: complete ones where the frames tell everything, else drafts that say what is
// open.
#include "capture/draft.h"
#include "capture/profilecheck.h"
#include "support/harfile.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString url = u"ws://192.168.1.150:8080/ws"_s;

Capture captureOf(const QByteArray &file)
{
    const auto read = readCapture(file);
    return std::holds_alternative<Capture>(read) ? std::get<Capture>(read) : Capture();
}

Draft draftOf(const QByteArray &file, const ImportHints &hints = {})
{
    return makeDraft(captureOf(file), hints);
}

ProtocolProfile profileOf(const Draft &draft)
{
    const ProfileOrError parsed = parseProfile(draft.json);
    if (const auto *error = std::get_if<ProfileError>(&parsed))
        qWarning("line %d: %s", error->line, qPrintable(error->reason));
    return std::holds_alternative<ProtocolProfile>(parsed) ? std::get<ProtocolProfile>(parsed)
                                                           : ProtocolProfile();
}

void verifyHidden(const Draft &draft)
{
    const QByteArray all = draft.json + draft.open.join(u' ').toUtf8() + draft.notes.join(u' ').toUtf8();
    for (const char *secret : {"hunter2secret", "9f3c2ab1", "token-2-secret", "anonymous-1"})
        QVERIFY2(!all.contains(secret), secret);
}

} // namespace

class DraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDocumentedExchangeIsFoundWhole_data();
    void theDocumentedExchangeIsFoundWhole();
    void theRelativesExchangeIsFoundButForOnAndOff();
    void theRelativesExchangeIsFoundWhole();
    void noiseChangesNothing();
    void aDigestOfThePasswordIsFound_data();
    void aDigestOfThePasswordIsFound();
    void aPasswordLikeTheUserNameIsFound();
    void aRequestsNumberIsFound();
    void aReadWithOneSetIsEnough();
    void withoutASetItIsOpen();
    void withoutASignInItIsOpen();
    void theUserNameIsReplacedInEveryRequest();
    void anUnknownSecretIsLeftOut();
    void aRequestThatIsTooLongIsLeftOut();
    void aNoticeThatAnotherClientSignedInIsFound_data();
    void aNoticeThatAnotherClientSignedInIsFound();
    void bracesInFixedTextsStay();
    void aCompleteProfileIsHeldAgainstACapture();
    void aLongRecordingIsReadInTime();
    void survivesStrangeCaptures();
};

void DraftTest::theDocumentedExchangeIsFoundWhole_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("HAR") << harFile({harSocket(url, documentedFrames())});
    QTest::newRow("lines") << frameLines(documentedFrames());
    QByteArray masked = frameLines(documentedFrames());
    masked.replace("hunter2secret", "***").replace("9f3c2ab1-77aa-4f0e", "***");
    QTest::newRow("lines, redacted") << masked;
}

void DraftTest::theDocumentedExchangeIsFoundWhole()
{
    QFETCH(const QByteArray, file);
    const Draft draft = draftOf(file, {u"/home/me/My Gateway.har"_s, {}, {}, {}, 0, {}});
    QCOMPARE(draft.open, QStringList());
    verifyHidden(draft);
    const ProtocolProfile profile = profileOf(draft);
    const ProtocolProfile documented = builtInProfile(u"documented"_s);
    QCOMPARE(profile.name, u"my-gateway"_s);
    QVERIFY(profile.endpoints == documented.endpoints);
    QCOMPARE(profile.signIn.size(), 1);
    QCOMPARE(profile.signIn.first().send.json(), documented.signIn.first().send.json());
    QVERIFY(profile.signIn.first().is == documented.signIn.first().is);
    QCOMPARE(profile.signIn.first().tokenAt.text(), u"/data/token"_s);
    QCOMPARE(profile.signIn.first().serialAt.text(), u"/data/sn"_s);
    QCOMPARE(profile.read.send.json(), documented.read.send.json());
    QVERIFY(profile.read.is == documented.read.is);
    QCOMPARE(profile.write.send.json(), documented.write.send.json());
    QVERIFY(profile.write.is == documented.write.is);
    QCOMPARE(profile.enabledAt.text(), u"/data/modbusEnable"_s);
    QCOMPARE(profile.portAt.text(), u"/data/modbusPort"_s);
    QCOMPARE(profile.textAt.text(), u"/msg"_s);
    QCOMPARE(profile.on, QJsonValue(1));
    QCOMPARE(profile.off, QJsonValue(0));
    QVERIFY(profile.meanings.unasked == documented.meanings.unasked);
    QVERIFY(matches(profile.meanings.success, QJsonDocument::fromJson(R"({"code":0})").object()));
    QVERIFY(draft.json.contains("\"lines\""));
}

static void verifyRelative(const ProtocolProfile &profile)
{
    QCOMPARE(profile.signIn.size(), 2);
    QCOMPARE(profile.signIn.first().send.json(),
             QByteArray(R"({"lang":"en_us","token":"","service":"connect"})"));
    QCOMPARE(profile.signIn.last().send.json(),
             QByteArray(R"({"lang":"en_us","token":"{token}","service":"login","username":"{username}",)"
                        R"("passwd":"{password}"})"));
    QCOMPARE(profile.signIn.first().tokenAt.text(), u"/result_data/token"_s);
    QCOMPARE(profile.signIn.last().tokenAt.text(), u"/result_data/token"_s);
    QCOMPARE(profile.signIn.last().serialAt.text(), u"/result_data/serial"_s);
    QCOMPARE(profile.signIn.last().roleAt.text(), u"/result_data/role"_s);
    QCOMPARE(profile.read.send.json(),
             QByteArray(R"({"lang":"en_us","token":"{token}","service":"modbus_get"})"));
    QCOMPARE(
        profile.write.send.json(),
        QByteArray(R"({"lang":"en_us","token":"{token}","service":"modbus_set","list":)"
                   R"({"service":"modbus_set","enable":"{enabled}","port":"{port:text}","{rest}":""}})"));
    QCOMPARE(profile.keepAlive.json(), QByteArray(R"({"lang":"en_us","token":"{token}","service":"ping"})"));
    QCOMPARE(profile.keepAliveSeconds, 6);
    const auto is = [](const Conditions &conditions, const char *frame) {
        return matches(conditions, QJsonDocument::fromJson(frame).object());
    };
    QVERIFY(is(profile.read.is, R"({"result_data":{"service":"modbus_get"}})"));
    QVERIFY(is(profile.write.is, R"({"result_data":{"service":"modbus_set"}})"));
    QVERIFY(is(profile.meanings.success, R"({"result_code":1})"));
    QVERIFY(is(profile.meanings.taken, R"({"result_code":100})"));
    QVERIFY(is(profile.meanings.unasked, R"({"result_data":{"service":"state"}})"));
    QVERIFY(!is(profile.meanings.unasked, R"({"result_data":{"service":"notice"}})"));
}

void DraftTest::theRelativesExchangeIsFoundButForOnAndOff()
{
    const Draft draft =
        draftOf(harFile({harSocket(u"wss://192.168.1.7/ws/home/overview"_s, relativeFrames())}));
    QCOMPARE(draft.open.size(), 1);
    QVERIFY2(draft.open.first().startsWith(u"on, off: which of \"85\" and \"170\" means on can't be told"_s)
                 || draft.open.first().startsWith(
                     u"on, off: which of \"170\" and \"85\" means on can't be told"_s),
             qPrintable(draft.open.first()));
    verifyHidden(draft);
    const ProtocolProfile profile = profileOf(draft);
    QCOMPARE(profile.open, draft.open);
    QVERIFY(profile.endpoints == (QList<ProfileEndpoint>{{true, 443, {u"/ws/home/overview"_s}}}));
    verifyRelative(profile);
}

void DraftTest::theRelativesExchangeIsFoundWhole()
{
    const Draft draft =
        draftOf(harFile({harSocket(u"ws://h:8082/ws/home/overview"_s, relativeFrames(u"on"_s, u"off"_s))}));
    QCOMPARE(draft.open, QStringList());
    verifyHidden(draft);
    verifyRelative(profileOf(draft));
}

void DraftTest::noiseChangesNothing()
{
    QList<HarFrame> frames = documentedFrames();
    HarFrame binary = received(u"AAECAw=="_s);
    binary.opcode = 2;
    frames.insert(1, binary);
    frames.insert(4, received(u"{\"msgType\":4,\"data\":"_s));
    frames.append(received(u"{\"x\":\""_s + u"y"_s.repeated(2'000'000) + u"\"}"_s));
    QList<HarFrame> chat;
    for (int i = 0; i < 300; ++i)
        chat += {sent(u"{\"type\":\"say\",\"token\":\"c-%1-abcdefgh\",\"id\":%1}"_s.arg(i)),
                 received(u"{\"type\":\"said\",\"enable\":%1}"_s.arg(i % 2))};
    const Draft draft = draftOf(harFile({harSocket(u"wss://chat.example/a"_s, chat),
                                         harExchange(u"POST"_s, u"https://cloud.example/m"_s,
                                                     u"{\"modbusEnable\":1}"_s, u"x"_s.repeated(3'000'000)),
                                         harSocket(url, frames)}));
    QCOMPARE(draft.open, QStringList());
    const ProtocolProfile profile = profileOf(draft);
    QCOMPARE(profile.write.send.json(), builtInProfile(u"documented"_s).write.send.json());
    QCOMPARE(draft.notes.size(), 2);
    QVERIFY(draft.json.contains("https://cloud.example/m"));
}

void DraftTest::aDigestOfThePasswordIsFound_data()
{
    QTest::addColumn<QString>("transform");
    for (const char *transform : {"md5", "sha256", "base64", "hex"})
        QTest::newRow(transform) << QString::fromLatin1(transform);
}

void DraftTest::aDigestOfThePasswordIsFound()
{
    QFETCH(const QString, transform);
    const QByteArray file =
        harFile({harSocket(url, documentedFrames(transformed(u"hunter2secret"_s, transform)))});
    const Draft known = draftOf(file, {{}, {}, Secret(u"hunter2secret"_s), {}, 0, {}});
    QCOMPARE(known.open, QStringList());
    const QByteArray placeholder = "{password:" + transform.toLatin1() + '}';
    QVERIFY(profileOf(known).signIn.first().send.json().contains(placeholder));
    verifyHidden(known);
    QVERIFY(!known.json.contains(transformed(u"hunter2secret"_s, transform).toLatin1()));

    const Draft unknown = draftOf(file);
    const bool looksLikeADigest = transform.startsWith(u"md5"_s) || transform.startsWith(u"sha"_s);
    QCOMPARE(unknown.open.size(), looksLikeADigest ? 1 : 0);
    QVERIFY(!unknown.json.contains(transformed(u"hunter2secret"_s, transform).toLatin1()));

    const Draft wrong = draftOf(file, {{}, {}, Secret(u"not-the-one"_s), {}, 0, {}});
    QCOMPARE(wrong.open.size(), 1);
}

void DraftTest::aPasswordLikeTheUserNameIsFound()
{
    const Draft draft = draftOf(harFile({harSocket(url, documentedFrames(u"admin"_s))}),
                                {{}, {}, Secret(u"admin"_s), {}, 0, {}});
    QCOMPARE(draft.open, QStringList());
    QCOMPARE(profileOf(draft).signIn.first().send.json(),
             builtInProfile(u"documented"_s).signIn.first().send.json());
}

void DraftTest::aRequestsNumberIsFound()
{
    QList<HarFrame> frames = documentedFrames();
    int id = 100;
    for (HarFrame &frame : frames) {
        if (frame.isSent)
            ++id;
        if (!frame.text.contains(u"systemStatus"_s))
            frame.text.insert(1, u"\"id\":%1,"_s.arg(id));
    }
    frames += {frames.at(2), frames.at(3)};
    frames[frames.size() - 2].text.replace(u"\"id\":102"_s, u"\"id\":105"_s);
    frames.last().text.replace(u"\"id\":102"_s, u"\"id\":105"_s);
    const ProtocolProfile profile = profileOf(draftOf(harFile({harSocket(url, frames)})));
    QVERIFY2(profile.read.send.json().startsWith(R"({"id":"{requestId}","msgType":2)"),
             profile.read.send.json().constData());
    QVERIFY(matches(profile.read.is, QJsonDocument::fromJson(R"({"id":7,"msgType":4})").object(), 7));
    QVERIFY(!matches(profile.read.is, QJsonDocument::fromJson(R"({"id":8,"msgType":4})").object(), 7));
}

void DraftTest::aReadWithOneSetIsEnough()
{
    const Draft draft = draftOf(harFile({harSocket(url, documentedFrames().mid(0, 7))}));
    QCOMPARE(draft.open, QStringList());
    QCOMPARE(profileOf(draft).write.send.json(), builtInProfile(u"documented"_s).write.send.json());
}

void DraftTest::withoutASetItIsOpen()
{
    const Draft draft = draftOf(harFile({harSocket(url, documentedFrames().mid(0, 5))}));
    QVERIFY(draft.open.join(u' ').contains(u"write: no set request was found"_s));
    verifyHidden(draft);
    const ProtocolProfile profile = profileOf(draft);
    QCOMPARE(profile.open, draft.open);
    QVERIFY(profile.write.send.isEmpty());
}

void DraftTest::withoutASignInItIsOpen()
{
    const Draft draft = draftOf(harFile({harSocket(url, documentedFrames().mid(2))}));
    QVERIFY(draft.open.join(u' ').contains(u"signIn: no frame with a password was found"_s));
    // It came from a sign-in that was not captured.
    verifyHidden(draft);
}

void DraftTest::theUserNameIsReplacedInEveryRequest()
{
    QList<HarFrame> frames = documentedFrames();
    for (HarFrame &frame : frames)
        frame.text.replace(u"\"service\":\"modbusTcpServer\""_s,
                           u"\"service\":\"modbusTcpServer\",\"userName\":\"admin\",\"mode\":\"admin\""_s);
    const Draft draft = draftOf(harFile({harSocket(url, frames)}));
    QCOMPARE(draft.open, QStringList());
    const QByteArray read = profileOf(draft).read.send.json();
    QVERIFY2(read.contains(R"("userName":"{username}","mode":"admin")"), read.constData());
}

void DraftTest::anUnknownSecretIsLeftOut()
{
    QList<HarFrame> frames = documentedFrames();
    for (HarFrame &frame : frames) {
        if (frame.isSent)
            frame.text.insert(1, u"\"apiSecret\":\"from-somewhere-else\","_s);
    }
    const Draft draft = draftOf(harFile({harSocket(url, frames)}));
    QVERIFY(draft.open.join(u' ').contains(u"/apiSecret"_s));
    QVERIFY(!draft.json.contains("from-somewhere-else"));
}

void DraftTest::aRequestThatIsTooLongIsLeftOut()
{
    QList<HarFrame> frames = documentedFrames();
    QString many;
    for (int i = 0; i < 300; ++i)
        many += u"\"a%1\":1,"_s.arg(i);
    for (HarFrame &frame : frames) {
        if (frame.text.contains(u"\"msgType\":3"_s))
            frame.text.insert(1, many);
    }
    const Draft draft = draftOf(harFile({harSocket(url, frames)}));
    QVERIFY(!draft.open.isEmpty());
    QVERIFY(profileOf(draft).write.send.isEmpty());
    verifyHidden(draft);
}

void DraftTest::aNoticeThatAnotherClientSignedInIsFound_data()
{
    QTest::addColumn<QList<HarFrame>>("notice");
    QTest::addColumn<bool>("isFound");
    const HarFrame says = received(uR"({"msgType":9,"data":{"reason":"Another client signed in"}})"_s);
    const HarFrame silent = received(uR"({"msgType":9,"data":{}})"_s);
    const QList<HarFrame> refused{documentedFrames().at(2),
                                  received(uR"({"msgType":4,"code":401,"msg":"session expired"})"_s)};
    QTest::newRow("by its text") << QList<HarFrame>{says} << true;
    QTest::newRow("by what follows") << QList<HarFrame>{silent} + refused << true;
    QTest::newRow("not by being the last frame") << QList<HarFrame>{silent} << false;
}

void DraftTest::aNoticeThatAnotherClientSignedInIsFound()
{
    QFETCH(const QList<HarFrame>, notice);
    QFETCH(const bool, isFound);
    const Draft draft = draftOf(harFile({harSocket(url, documentedFrames() + notice)}));
    QCOMPARE(draft.open, QStringList());
    const ProtocolProfile profile = profileOf(draft);
    const auto frame = QJsonDocument::fromJson(R"({"msgType":9})").object();
    QCOMPARE(matches(profile.meanings.taken, frame), isFound);
    QCOMPARE(matches(profile.meanings.unasked, frame), !isFound);
    const auto push = QJsonDocument::fromJson(R"({"msgType":5})").object();
    QVERIFY(matches(profile.meanings.unasked, push) && !matches(profile.meanings.taken, push));
}

void DraftTest::bracesInFixedTextsStay()
{
    QList<HarFrame> frames = documentedFrames();
    for (HarFrame &frame : frames) {
        if (frame.isSent)
            frame.text.insert(1, u"\"client\":\"{token} {\","_s);
    }
    const Draft draft = draftOf(harFile({harSocket(url, frames)}));
    QCOMPARE(draft.open, QStringList());
    RequestValues values;
    values.token = Secret(u"T"_s);
    const QByteArray filled = profileOf(draft).read.send.filled(values);
    QVERIFY2(filled.startsWith(R"({"client":"{token} {",)"), filled.constData());
}

void DraftTest::aCompleteProfileIsHeldAgainstACapture()
{
    const Capture capture = captureOf(harFile({harSocket(url, documentedFrames())}));
    const ProfileCheck right = checkProfile(builtInProfile(u"documented"_s), capture);
    QCOMPARE(right.contradictions, QStringList());
    QCOMPARE(right.requests, 4);
    QCOMPARE(right.replies, 4);
    const ProfileCheck wrong = checkProfile(builtInProfile(u"early-draft"_s), capture);
    QVERIFY(!wrong.contradictions.isEmpty());
}

/// Each push has what is called a token, and none is followed by a reply: neither may be looked for
/// everywhere.
void DraftTest::aLongRecordingIsReadInTime()
{
    QList<HarFrame> frames = documentedFrames();
    for (int i = 0; i < 9900; ++i)
        frames += received(uR"({"msgType":5,"data":{"token":"push-%1-abcdef"}})"_s.arg(i));
    QElapsedTimer clock;
    clock.start();
    const Draft draft = draftOf(frameLines(frames));
    QVERIFY2(clock.elapsed() < 15'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(draft.open, QStringList());
}

void DraftTest::survivesStrangeCaptures()
{
    const QList<QList<HarFrame>> strange{
        {received(u"{\"a\":1}"_s)},
        {sent(u"{\"password\":\"x\"}"_s)},
        {sent(u"{\"password\":\"\"}"_s), received(u"{}"_s), received(u"{\"token\":\"abcdefgh\"}"_s)},
        {sent(u"{\"\":{\"\":[[[1]]]}}"_s), sent(u"{\"\":{\"\":[[[2]]]}}"_s)},
        {sent(u"{\"modbus\":true,\"enable\":1}"_s), sent(u"{\"modbus\":true,\"enable\":0}"_s)},
        {received(u"{\"enable\":1,\"modbus\":1}"_s), sent(u"{\"enable\":0,\"modbus\":1}"_s)},
    };
    for (const QList<HarFrame> &frames : strange) {
        const Draft draft = draftOf(frameLines(frames));
        QVERIFY(!draft.open.isEmpty());
        QVERIFY(!profileOf(draft).open.isEmpty());
    }
    QVERIFY(!makeDraft(Capture(), {}).open.isEmpty());
}

QTEST_GUILESS_MAIN(DraftTest)
#include "tst_draft.moc"
