#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString password = u"hunter22"_s;
const QString token = u"tok-0123456789"_s;
const QString awkward = u"pä\"ss/w\\d\n"_s; // every kind of character that JSON may escape

Redactor sessionRedactor()
{
    Redactor redactor({u"password"_s, u"token"_s});
    redactor.add(Secret(password));
    redactor.add(Secret(token));
    redactor.add(Secret(awkward));
    redactor.add(Secret(u"pin"_s));
    redactor.add(Secret(u"blank-ends  "_s));
    redactor.add(Secret(u"user name!"_s));
    return redactor;
}

QString json(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

class RedactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksWellFormedFrames_data();
    void masksWellFormedFrames();
    void masksBrokenFrames_data();
    void masksBrokenFrames();
    void masksSentences_data();
    void masksSentences();
    void leavesNoSecretWhereverAFrameIsBrokenOff();
    void survivesDeepNesting();
    void survivesAFloodOfEscapes();
    void looksNoFurtherThanItsBound();
    void masksFragments_data();
    void masksFragments();
    void knowsALongSecretByItsBeginning();
    void forgetsNothingWhenOneSecretIsPartOfAnother();
    void withoutSecretsEverythingStays();
    void leavesNoPartOfASecretInAFieldThatCutIt();
    void leavesFieldsWithoutASecretAlone();
    void leavesNoPartOfASecretInBytes_data();
    void leavesNoPartOfASecretInBytes();
    void shortensSerials_data();
    void shortensSerials();
    void shortensHardwareAddresses();
};

void RedactionTest::masksWellFormedFrames_data()
{
    QTest::addColumn<QString>("frame");
    QTest::addColumn<QString>("masked");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };

    same("nothing secret", uR"({"code":0,"data":{"modbusEnable":1,"modbusPort":502},"msgType":4})"_s);
    QTest::newRow("sign-in")
        << uR"({"msgType":0,"sn":"","data":{"username":"admin","password":"hunter22"}})"_s
        << uR"({"data":{"password":"***","username":"admin"},"msgType":0,"sn":""})"_s;
    QTest::newRow("an unknown token under its key")
        << uR"({"data":{"token":"fresh"}})"_s << uR"({"data":{"token":"***"}})"_s;
    QTest::newRow("keys without regard to case")
        << uR"({"PassWord":"x","TOKEN":"y"})"_s << uR"({"PassWord":"***","TOKEN":"***"})"_s;
    QTest::newRow("an escaped key") << uR"({"t\u006fken":"fresh"})"_s << uR"({"token":"***"})"_s;
    QTest::newRow("any type under a secret key")
        << uR"({"a":{"token":12},"b":{"token":true},"c":{"token":["x"]},"d":{"token":{"e":1}}})"_s
        << uR"({"a":{"token":"***"},"b":{"token":"***"},"c":{"token":"***"},"d":{"token":"***"}})"_s;
    same("null under a secret key", uR"({"token":null})"_s);
    QTest::newRow("nested in objects and arrays")
        << uR"({"a":[{"b":[{"token":"fresh"}]}]})"_s << uR"({"a":[{"b":[{"token":"***"}]}]})"_s;
    QTest::newRow("an array at the top")
        << uR"([{"token":"fresh"},"hunter22"])"_s << uR"([{"token":"***"},"***"])"_s;
    QTest::newRow("a known value under any key")
        << uR"({"msg":"no user admin/hunter22"})"_s << uR"({"msg":"no user admin/***"})"_s;
    QTest::newRow("a known value as a key") << uR"({"hunter22":1})"_s << uR"({"***":1})"_s;
    QTest::newRow("a known value, escaped letter by letter")
        << uR"({"msg":"\u0068\u0075nter22"})"_s << uR"({"msg":"***"})"_s;
    QTest::newRow("an awkward value")
        << json({{u"msg"_s, QString(u"got "_s + awkward + u"!"_s)}}) << uR"({"msg":"got ***!"})"_s;
    QTest::newRow("an awkward value, escaped otherwise")
        << uR"({"msg":"p\u00e4\u0022ss\/w\u005cd\u000a"})"_s << uR"({"msg":"***"})"_s;
    QTest::newRow("an awkward value as a key") << json({{awkward, 1}}) << uR"({"***":1})"_s;
    QTest::newRow("escapes inside a string")
        << json({{u"x"_s, uR"(\u0068unter22)"_s}}) << uR"({"x":"***"})"_s;
    QTest::newRow("JSON inside a string")
        << json({{u"body"_s, json({{u"token"_s, u"fresh"_s}, {u"x"_s, awkward}})}})
        << uR"({"body":"{\"token\":\"***\",\"x\":\"***\"}"})"_s;
    QTest::newRow("JSON inside JSON inside a string")
        << json({{u"body"_s, json({{u"body"_s, json({{u"token"_s, u"fresh"_s}})}})}})
        << json({{u"body"_s, json({{u"body"_s, uR"({"token":"***"})"_s}})}});
    QTest::newRow("broken JSON inside a string")
        << json({{u"body"_s, uR"({"sn":"S","token":"fre)"_s}}) << uR"({"body":"{\"sn\":\"S\",\"token***"})"_s;
    same("a sentence that names a key", uR"({"msg":"wrong password"})"_s);
    same("a short secret outside its key", uR"({"msg":"spinning"})"_s);
    QTest::newRow("a short secret under its key") << uR"({"password":"pin"})"_s << uR"({"password":"***"})"_s;
    QTest::newRow("the key twice") << uR"({"token":"one","token":"two"})"_s << uR"({"token":"***"})"_s;
}

void RedactionTest::masksWellFormedFrames()
{
    QFETCH(const QString, frame);
    QFETCH(const QString, masked);
    QCOMPARE(sessionRedactor().frame(frame), masked);
}

void RedactionTest::masksBrokenFrames_data()
{
    QTest::addColumn<QString>("frame");
    QTest::addColumn<QString>("masked");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("no JSON, no secret") << u"HTTP/1.1 404 Not Found"_s << u"HTTP/1.1 404 Not Found"_s;
    QTest::newRow("a known value") << u"hello hunter22!"_s << u"hello ***!"_s;
    QTest::newRow("a lone JSON string") << uR"("hunter22")"_s << uR"("***")"_s;
    QTest::newRow("cut at a key") << uR"({"msgType":1,"data":{"token":"fre)"_s
                                  << uR"({"msgType":1,"data":{"token***)"_s;
    QTest::newRow("cut at the first of two keys")
        << uR"({"password":"a","token":"b")"_s << uR"({"password***)"_s;
    QTest::newRow("a key in capitals") << uR"({"TOKEN":"fresh)"_s << uR"({"TOKEN***)"_s;
    QTest::newRow("a key at the very end") << uR"({"token)"_s << uR"({"token)"_s;
    QTest::newRow("something after the object")
        << uR"({"data":{"token":"fresh"}} trailing)"_s << uR"({"data":{"token***)"_s;
    QTest::newRow("broken off inside a secret") << uR"({"msg":"hunter2)"_s << uR"({"msg":"***)"_s;
    QTest::newRow("broken off after three characters of a secret")
        << uR"({"msg":"hun)"_s << uR"({"msg":"hun)"_s;
    QTest::newRow("an awkward value, escaped as usual")
        << uR"({"msg":"pä\"ss/w\\d\n)"_s << uR"({"msg":"***)"_s;
    QTest::newRow("an awkward value, escaped otherwise") << uR"({"msg":"p\u00e4\"ss\/w\\d\n)"_s << u"***"_s;
    QTest::newRow("an escaped key") << uR"({"t\u006fken":"fresh)"_s << u"***"_s;
    QTest::newRow("a key inside escaped JSON")
        << uR"({"body":"{\"token\":\"fresh\"})"_s << uR"({"body":"{\"token***)"_s;
    QTest::newRow("broken off inside an escaped secret") << uR"({"x":"\u0068unter2)"_s << u"***"_s;
    for (const char *rest : {"\\", "\\u", "\\u0", "\\u003", "\\\\u00"})
        QTest::addRow("broken off inside an escape: %s", rest)
            << uR"({"x":"\u0068\u0075\u006e\u0074)"_s + QLatin1StringView(rest) << u"***"_s;
    QTest::newRow("broken off inside an escape of an escape")
        << uR"({"x":"\\u0068\\u0075\\u006e\\u0074\\u00)"_s << u"***"_s;
    QTest::newRow("a harmless escape is broken off") << uR"({"msg":"a\u00)"_s << uR"({"msg":"a\u00)"_s;
    QTest::newRow("harmless escapes") << uR"({"msg":"a\tb\u00e9\/")"_s << uR"({"msg":"a\tb\u00e9\/")"_s;
    QTest::newRow("escapes that lead nowhere") << uR"(\u12 \uzzzz \q \)"_s << uR"(\u12 \uzzzz \q \)"_s;
}

void RedactionTest::masksBrokenFrames()
{
    QFETCH(const QString, frame);
    QFETCH(const QString, masked);
    QCOMPARE(sessionRedactor().frame(frame), masked);
}

void RedactionTest::masksSentences_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("masked");
    QTest::newRow("harmless") << u"The token has expired."_s << u"The token has expired."_s;
    QTest::newRow("once") << u"bad password hunter22"_s << u"bad password ***"_s;
    QTest::newRow("twice") << u"hunter22hunter22"_s << u"******"_s;
    QTest::newRow("as a browser encodes it") << u"got p%C3%A4%22ss/w%5Cd%0A here"_s << u"***"_s;
    QTest::newRow("as a form") << u"got user+name%21 here"_s << u"***"_s;
    QTest::newRow("as a web page") << u"got p\u00E4&quot;ss/w\\d\n here"_s << u"***"_s;
    QTest::newRow("as numbers of a web page") << u"got &#104;unte&#x72;&#x32;2 here"_s << u"***"_s;
    QTest::newRow("harmless encodings") << u"50 %, 100%zz, R&D &amp; more &#; &#x110000; &nothing; a+b"_s
                                        << u"50 %, 100%zz, R&D &amp; more &#; &#x110000; &nothing; a+b"_s;
    QTest::newRow("another case is another word") << u"HUNTER22"_s << u"HUNTER22"_s;
    QTest::newRow("in hex") << u"got 68756E7465723232 and 68756e7465723232"_s << u"got *** and ***"_s;
    QTest::newRow("in base64") << u"got aHVudGVyMjI= here"_s << u"got *** here"_s;
    QTest::newRow("in base64 behind one byte") << u"got Omh1bnRlcjIy"_s << u"got Om***"_s;
    QTest::newRow("percent-encoded") << u"got p%C3%A4%22ss%2Fw%5Cd%0A"_s << u"got ***"_s;
    QTest::newRow("escaped") << uR"(got "pä\"ss/w\\d\n")"_s << uR"(got "***")"_s;
    QTest::newRow("plain") << QString(u"got "_s + awkward) << u"got ***"_s;
    QTest::newRow("a short secret as a word") << u"the pin: pin!"_s << u"the ***: ***!"_s;
    QTest::newRow("a short secret inside words") << u"spinning pins"_s << u"spinning pins"_s;
    QTest::newRow("a short secret, one after the other") << u"pin,pin pin"_s << u"***,*** ***"_s;
    QTest::newRow("hidden behind escapes") << uR"(got hunte\u0072\u0032\u0032)"_s << u"***"_s;
    QTest::newRow("with another serialiser's escapes") << uR"(got p\u00e4\"ss\/w\\d\n)"_s << u"***"_s;
    QTest::newRow("harmless escapes")
        << uR"(say \"password\" \/ \u00e9)"_s << uR"(say \"password\" \/ \u00e9)"_s;
    QTest::newRow("without its blanks") << u"wrong: blank-ends"_s << u"wrong: ***"_s;
}

void RedactionTest::masksSentences()
{
    QFETCH(const QString, sentence);
    QFETCH(const QString, masked);
    QCOMPARE(sessionRedactor().sentence(sentence), masked);
}

void RedactionTest::leavesNoSecretWhereverAFrameIsBrokenOff()
{
    const Redactor redactor = sessionRedactor();
    const QString whole = json({{u"data"_s, QJsonObject{{u"password"_s, password}, {u"token"_s, token}}},
                                {u"msg"_s, QString(u"echo "_s + password + u' ' + awkward + u' ' + token)}});
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        const QString masked = redactor.frame(whole.left(length));
        for (const QString &secret : {password, token}) {
            // Less than four characters say nothing.
            QVERIFY2(!masked.contains(secret.left(4)), qPrintable(masked));
            QVERIFY2(!masked.contains(secret.right(4)), qPrintable(masked));
        }
        QVERIFY2(!masked.contains(u"ss/w"_s), qPrintable(masked));
    }
}

void RedactionTest::survivesDeepNesting()
{
    const Redactor redactor = sessionRedactor();
    for (const int depth : {500, 100000}) {
        const QString deep = u"["_s.repeated(depth) + u"\"hunter22\""_s + u"]"_s.repeated(depth);
        QVERIFY(!redactor.frame(deep).contains(password));
    }
    // Neither may add up: levels of JSON inside strings, each of them deep.
    QString bomb = json({{u"token"_s, token}});
    for (int i = 0; i < 6; ++i)
        bomb = u"["_s.repeated(900) + json({{u"body"_s, bomb}}) + u"]"_s.repeated(900);
    QVERIFY(!redactor.frame(bomb.left(Redactor::longestFrame)).contains(token));
    QString wrapped = json({{u"token"_s, token}});
    for (int i = 0; i < 12; ++i)
        wrapped = json({{u"body"_s, wrapped}});
    const QString masked = redactor.frame(wrapped);
    QVERIFY(!masked.contains(token));
    QVERIFY(masked.contains(Redactor::mask()));
}

void RedactionTest::survivesAFloodOfEscapes()
{
    const Redactor redactor = sessionRedactor();
    QCOMPARE(redactor.frame(u"\\"_s + u"u005c"_s.repeated(100000)), Redactor::mask());
    QCOMPARE(redactor.frame(u"\\"_s.repeated(1000000)), Redactor::mask());
}

void RedactionTest::looksNoFurtherThanItsBound()
{
    const Redactor redactor = sessionRedactor();
    const qsizetype bound = Redactor::longestFrame;
    const QString start = uR"({"msg":")"_s;
    // Broken off inside the password, at each of its places.
    for (qsizetype overlap = 1; overlap < password.size(); ++overlap) {
        const QString filler(bound - start.size() - overlap, u'x');
        const QString masked = redactor.frame(start + filler + password + uR"("})"_s);
        QVERIFY(masked.size() <= bound);
        QVERIFY(masked.startsWith(start));
        QVERIFY(!masked.contains(password.left(4)));
    }
}

void RedactionTest::masksFragments_data()
{
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<QString>("masked");
    QTest::newRow("whole") << u"hello hunter22, bye"_s << u"hello ***, bye"_s;
    QTest::newRow("broken off") << u"bad session for hunter2"_s << u"bad session for ***"_s;
    QTest::newRow("names a key") << u"no token for admin"_s << u"no token for admin"_s;
    QTest::newRow("shorter than the secret") << u"hunter"_s << u"***"_s;
    QTest::newRow("empty") << QString() << QString();
}

void RedactionTest::masksFragments()
{
    QFETCH(const QString, fragment);
    QFETCH(const QString, masked);
    QCOMPARE(sessionRedactor().fragment(fragment), masked);
}

void RedactionTest::knowsALongSecretByItsBeginning()
{
    const QString longToken = u"eyJhbGciOiJIUzI1NiJ9."_s + QString(300, u'q') + u".end"_s;
    Redactor redactor;
    redactor.add(Secret(longToken));
    QCOMPARE(redactor.sentence(u"1 "_s + longToken + u" 2"_s), u"1 *** 2"_s);
    QCOMPARE(redactor.sentence(u"1 "_s + longToken.left(100) + u" 2"_s), u"1 *** 2"_s);
    QCOMPARE(redactor.fragment(u"1 "_s + longToken.left(10)), u"1 ***"_s);
}

void RedactionTest::forgetsNothingWhenOneSecretIsPartOfAnother()
{
    for (const QStringList &order :
         {QStringList{u"abcd"_s, u"xabcdy-long"_s}, {u"xabcdy-long"_s, u"abcd"_s}}) {
        Redactor redactor;
        for (const QString &each : order)
            redactor.add(Secret(each));
        QCOMPARE(redactor.sentence(u"1 xabcdy-long 2 abcd 3"_s), u"1 *** 2 *** 3"_s);
    }
    // A key's name inside a known value must not be what the frame is cut at.
    Redactor redactor({u"password"_s});
    redactor.add(Secret(u"mypassword1"_s));
    QCOMPARE(redactor.frame(u"broken: mypassword1 and more"_s), u"broken: *** and more"_s);
}

void RedactionTest::withoutSecretsEverythingStays()
{
    Redactor redactor({QString()});
    redactor.add(Secret());
    QCOMPARE(redactor.sentence(u"any text"_s), u"any text"_s);
    QCOMPARE(redactor.frame(u"any text"_s), u"any text"_s);
    QCOMPARE(redactor.frame(uR"({"":"x"})"_s), uR"({"":"x"})"_s);
}

/// Longest part of \a secret that stands in \a text.
static qsizetype longestLeak(const QString &text, const QString &secret)
{
    qsizetype longest = 0;
    for (qsizetype start = 0; start < secret.size(); ++start) {
        while (start + longest < secret.size() && text.contains(secret.mid(start, longest + 1)))
            ++longest;
    }
    return longest;
}

void RedactionTest::leavesNoPartOfASecretInAFieldThatCutIt()
{
    const QString secret = u"correct-horse-battery-staple-0123456789-ZZ"_s; // 42 characters
    Redactor redactor;
    redactor.add(Secret(secret));
    // As it would lie across the fields of a device: 30, 20 and 30 characters, from each place on.
    for (qsizetype offset = 0; offset < 60; ++offset) {
        const QString memory = QString(QString(offset, u'.') + secret).leftJustified(120, u'.');
        for (const auto &[at, size] : {std::pair(0, 30), {30, 20}, {50, 30}}) {
            const QString shown = redactor.piece(memory.mid(at, size));
            QVERIFY2(longestLeak(shown, secret) < 4, qPrintable(shown));
        }
    }
}

void RedactionTest::leavesFieldsWithoutASecretAlone()
{
    for (const QString &field :
         {u"SigenStor EC 10.0 TP"_s, u"110A1234567890"_s, u"V100R001C00SPC115"_s, QString(), u"ab"_s})
        QCOMPARE(sessionRedactor().piece(field), field);
}

void RedactionTest::leavesNoPartOfASecretInBytes_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("as long as a field") << u"correct-horse-battery-staple12"_s;
    QTest::newRow("longer") << u"correct-horse-battery-staple-abcdefghij-ZZ"_s;
    QTest::newRow("short") << u"pw12"_s;
    QTest::newRow("beyond ASCII") << u"Zt7-geheim \"Ω\" \\pass%20"_s;
}

void RedactionTest::leavesNoPartOfASecretInBytes()
{
    QFETCH(const QString, secret);
    Redactor redactor;
    redactor.add(Secret(secret));
    const QByteArray head = QByteArray::fromHex("00010000004B0104"
                                                "48");
    const QByteArray told = secret.toUtf8().left(30).leftJustified(30, 0) + "110A1234567890";
    const QString dump = QString::fromLatin1(QByteArray(head + told).toHex(' ').toUpper());
    const QString shown = redactor.hexDump(dump + u" … (300 bytes)"_s);
    QCOMPARE(shown.size(), dump.size() + 14);
    QVERIFY(shown.startsWith(u"00 01 00 00 00 4B 01 04 48 ** ** ** **"_s));
    QVERIFY(shown.endsWith(u"31 31 30 41 31 32 33 34 35 36 37 38 39 30 … (300 bytes)"_s));
    for (const QString &part : shown.split(u"**"_s))
        QVERIFY(longestLeak(QString::fromLatin1(QByteArray::fromHex(part.toLatin1())), secret) < 4);
    QCOMPARE(Redactor().hexDump(dump), dump);
}

void RedactionTest::shortensSerials_data()
{
    QTest::addColumn<QString>("serial");
    QTest::addColumn<QString>("shortened");
    QTest::newRow("usual") << u"110A1234567890"_s << u"110A…7890"_s;
    QTest::newRow("ten characters") << u"1234567890"_s << u"1234…7890"_s;
    QTest::newRow("too short to show any") << u"123456789"_s << u"…"_s;
    QTest::newRow("none") << QString() << QString();
}

void RedactionTest::shortensSerials()
{
    QFETCH(const QString, serial);
    QFETCH(const QString, shortened);
    QCOMPARE(shortenedSerial(serial), shortened);
}

void RedactionTest::shortensHardwareAddresses()
{
    QCOMPARE(shortenedMac(u"0c:47:a9:91:22:33"_s), u"0c:47:a9:9…"_s);
    QCOMPARE(shortenedMac(QString()), QString());
}

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
