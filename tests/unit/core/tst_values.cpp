// The small values of the core: error names, time-outs, logging categories.
#include "core/error.h"
#include "core/logging.h"
#include "core/timeouts.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorCodeHasItsOwnStableName()
    {
        const QRegularExpression kebabCase(u"\\A[a-z]+(-[a-z]+)*\\z"_s);
        QSet<QString> names;
        for (int code = int(ErrorCode::None) + 1; code <= int(ErrorCode::Cancelled); ++code) {
            const QString name = errorName(ErrorCode(code));
            QVERIFY2(kebabCase.match(name).hasMatch(), qPrintable(name));
            names.insert(name);
        }
        QCOMPARE(names.size(), int(ErrorCode::Cancelled));
        QVERIFY(errorName(ErrorCode::None).isEmpty());
    }

    void errorNamesAreThoseOfTheCommandLine()
    {
        const QString all =
            u"internal io usage host-not-found unreachable connection-refused connect-timeout "
            "sign-in-refused session-refused session-taken no-rights refused no-effect not-a-gateway handshake-timeout "
            "no-reply malformed-reply unexpected-reply missing-token message-too-large "
            "certificate-not-trusted tls-only profile-incomplete wrong-gateway connection-lost port-closed port-filtered port-open "
            "modbus-silent modbus-late modbus-busy modbus-odd modbus-garbage modbus-closes modbus-exception not-sigenergy "
            "outcome-unknown cancelled"_s;
        QStringList names;
        for (int code = int(ErrorCode::None) + 1; code <= int(ErrorCode::Cancelled); ++code)
            names.append(errorName(ErrorCode(code)));
        QCOMPARE(names.join(u' '), all);
    }

    void anErrorIsTrueWhenItHasACode()
    {
        QVERIFY(!Error());
        QVERIFY(!Error({ErrorCode::None, u"somewhere"_s, u"something"_s}));
        QVERIFY(bool(Error{ErrorCode::Io, {}, {}}));
    }

    void oneTimeoutCanBoundEveryStep()
    {
        const Timeouts timeouts = Timeouts::all(250ms);
        QCOMPARE(timeouts.connect, 250ms);
        QCOMPARE(timeouts.handshake, 250ms);
        QCOMPARE(timeouts.reply, 250ms);
        QCOMPARE(timeouts.modbusReply, 250ms);
        QCOMPARE(timeouts.identityReply, 250ms);
        QVERIFY(timeouts != Timeouts());
    }

    void loggingIsQuietBelowWarnings()
    {
        for (const QLoggingCategory *category :
             {&logGateway(), &logModbus(), &logNetwork(), &logWorkflow(), &logSimulator()}) {
            QVERIFY(!category->isDebugEnabled());
            QVERIFY(!category->isInfoEnabled());
            QVERIFY(category->isWarningEnabled());
        }
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "tst_values.moc"
