// Every error has a sentence, and what a person can act on has advice.

#include "network/hostlookup.h"
#include "words/advice.h"

#include <QSet>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class AdviceTest : public QObject
{
    Q_OBJECT

    static constexpr int codeCount = int(ErrorCode::Cancelled) + 1;

private Q_SLOTS:
    void everyErrorHasASentenceOfItsOwn()
    {
        QSet<QString> sentences;
        for (int code = 1; code < codeCount; ++code) {
            const QString sentence =
                errorMessage({ErrorCode(code), u"192.168.1.150:502"_s, u"detail %1"_s.arg(code)});
            QVERIFY2(!sentence.isEmpty(), errorName(ErrorCode(code)).data());
            sentences.insert(sentence);
        }
        QCOMPARE(sentences.size(), codeCount - 1);
    }

    void everyErrorButWrongUseHasAdvice()
    {
        for (int code = 1; code < codeCount; ++code) {
            const bool none = ErrorCode(code) == ErrorCode::Usage || ErrorCode(code) == ErrorCode::Io;
            const QStringList advice = errorAdvice({ErrorCode(code), u"h"_s, {}}, {});
            QVERIFY2(advice.isEmpty() == none, errorName(ErrorCode(code)).data());
        }
    }

    void aSentenceHasNoHoleWhereNothingIsNamed()
    {
        for (int code = 1; code < codeCount; ++code) {
            const QString sentence = errorMessage({ErrorCode(code), {}, u"detail"_s});
            QVERIFY2(!sentence.contains(u"  "_s) && !sentence.contains(u" ."_s) && !sentence.startsWith(u' ')
                         && !sentence.contains(u" :"_s) && !sentence.contains(u" ,"_s),
                     qPrintable(sentence));
        }
    }

    void aLinkLocalAddressWithoutAZoneGetsToldToAddIt()
    {
        for (const QString &where : {u"fe80::1"_s, u"[fe80::1]:8080"_s}) {
            const QStringList advice = errorAdvice({ErrorCode::Unreachable, where, {}}, {});
            QCOMPARE(advice.size(), 1);
            QVERIFY(advice.first().contains(u"fe80::1%eth0"_s));
        }
        for (const QString &where : {u"[fe80::1%eth0]:8080"_s, u"192.168.1.150:502"_s, u"gateway"_s})
            QVERIFY(
                !errorAdvice({ErrorCode::Unreachable, where, {}}, {}).first().contains(u"Add the zone"_s));
    }

    void aNameWithIpv6OnlyIsNotCalledUnknown()
    {
        const Error error{ErrorCode::HostNotFound, u"gateway.local"_s, QString(ipv6OnlyDetail)};
        QVERIFY(errorMessage(error).contains(u"IPv6"_s));
        QVERIFY(!errorMessage(error).contains(u"not found"_s));
        QVERIFY(errorAdvice(error, {}, Reader::CommandLine).join(u' ').contains(u"verify --host"_s));
    }

    void aModbusProxyIsNotCalledAGatewayThatStarts()
    {
        for (const int code : {4, 0x0A, 0x0B}) {
            const Error error{ErrorCode::ModbusException, u"192.168.1.150:502"_s,
                              u"exception %1 to function 04, unit 247"_s.arg(code, 2, 16, QChar(u'0'))};
            const QString advice = errorAdvice(error, {}).join(u' ');
            QCOMPARE(errorMessage(error).contains(u"proxy"_s), code != 4);
            QCOMPARE(advice.contains(u"proxy"_s), code != 4);
            QCOMPARE(advice.contains(u"starting"_s), code == 4);
        }
    }

    void whatOnlyDeniesADeviceMayBeAnotherDevice()
    {
        const Error error{ErrorCode::ModbusException, u"192.168.1.150:502"_s,
                          u"no reply to function 04, unit 247; exception 02 to function 04, unit 1"_s};
        JobResult result;
        QVERIFY(errorAdvice(error, result).first().contains(u"Check that the address is the gateway's"_s));
        result.signedIn = true;
        QVERIFY(!errorAdvice(error, result).join(u' ').contains(u"Check that the address"_s));
    }

    void textFromTheNetworkIsEscapedAndCut()
    {
        const QString hostile = u"\x1b[31m<img src=x>\u202e"_s + QString(5000, u'A');
        const QString sentence = errorMessage({ErrorCode::SignInRefused, {}, hostile});
        QVERIFY(!sentence.contains(QChar(0x1b)));
        QVERIFY(!sentence.contains(QChar(0x202e)));
        QVERIFY(sentence.size() < 400);
        QVERIFY(sentence.contains("<img src=x>"_L1)); // plain text, shown as it is
    }

    void afterAWriteNobodyIsToldThatNothingChanged()
    {
        JobResult result;
        const Error cancelled{ErrorCode::Cancelled, {}, {}};
        QVERIFY(errorAdvice(cancelled, result).first().contains("Nothing was changed"_L1));
        result.writeSent = true;
        QVERIFY(!errorAdvice(cancelled, result).first().contains("Nothing was changed"_L1));
    }
};

QTEST_APPLESS_MAIN(AdviceTest)
#include "tst_advice.moc"
