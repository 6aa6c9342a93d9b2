// Every error has a sentence, and what a person can act on has advice.

#include "workflow/advice.h"

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
            const QString sentence = errorMessage({ErrorCode(code), u"192.168.1.150:502"_s, u"detail"_s});
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
