#include "support/faultexpectations.h"

#include "simulator/faults.h"

#include <QHash>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

namespace {

const Expectation enabled{u"enabled"_s, {}, {0}};
const Expectation disabled{u"disabled"_s, {}, {0}};
const Expectation verified{u"verified"_s, {}, {0}};

Expectation failed(const QStringList &errors, const QList<int> &exitCodes)
{
    return {u"failed"_s, errors, exitCodes};
}

/// Fails before anything is written, whatever the change.
FaultExpectation beforeWrite(const QStringList &errors, const QList<int> &exitCodes = {6})
{
    return {{}, failed(errors, exitCodes), failed(errors, exitCodes), verified};
}

FaultExpectation harmless()
{
    return {{}, enabled, disabled, verified};
}

/// The change ends the same way whether it is a turn-on or a turn-off; verifying is not touched.
FaultExpectation change(const QString &outcome, const QString &error, int exitCode)
{
    const Expectation expectation{outcome, {error}, {exitCode}};
    return {{}, expectation, expectation, verified};
}

/// The setting is fine, the proof is not.
FaultExpectation unproved(const QStringList &errors)
{
    return {{}, {u"enabled-unverified"_s, errors, {7}}, disabled, {u"not-verified"_s, errors, {7}}};
}

QHash<QString, FaultExpectation> exceptions()
{
    const QStringList lost{u"connection-lost"_s};
    const QStringList closedEarly{u"connection-lost"_s, u"not-a-gateway"_s};
    const QStringList notAGateway{u"not-a-gateway"_s};
    const QStringList malformed{u"malformed-reply"_s};
    const QStringList tlsOnly{u"tls-only"_s};
    const QStringList unexpected{u"unexpected-reply"_s};
    const QStringList noReply{u"no-reply"_s};
    const QStringList tooLarge{u"message-too-large"_s};
    const QStringList garbage{u"modbus-garbage"_s};
    const QStringList odd{u"modbus-odd"_s};
    const QStringList closes{u"modbus-closes"_s};
    const FaultExpectation unknown = change(u"unknown"_s, u"outcome-unknown"_s, 8);
    const FaultExpectation noEffect = change(u"no-effect"_s, u"no-effect"_s, 5);
    const FaultExpectation refused = change(u"refused"_s, u"refused"_s, 5);

    return {
        {u"connect-close"_s, beforeWrite(closedEarly)},
        {u"connect-reset"_s, beforeWrite(closedEarly)},
        {u"tls-only-close"_s, beforeWrite(tlsOnly)},
        {u"tls-only-reset"_s, beforeWrite(tlsOnly)},
        {u"tls-only-alert"_s, beforeWrite(tlsOnly)},
        {u"tls-only-http-400"_s, beforeWrite(tlsOnly)},
        {u"tls-only-redirect"_s, beforeWrite(tlsOnly)},
        {u"handshake-silent"_s, beforeWrite({u"handshake-timeout"_s})},
        {u"handshake-half"_s, beforeWrite({u"handshake-timeout"_s})},
        {u"handshake-404"_s, beforeWrite(notAGateway)},
        {u"handshake-401"_s, beforeWrite(notAGateway)},
        {u"handshake-web-page"_s, beforeWrite(notAGateway)},
        {u"handshake-garbage"_s, beforeWrite(notAGateway)},
        {u"handshake-wrong-accept"_s, beforeWrite(notAGateway)},
        {u"handshake-endless"_s, beforeWrite({u"not-a-gateway"_s, u"handshake-timeout"_s})},
        {u"handshake-close"_s, beforeWrite(closedEarly)},
        {u"handshake-reset"_s, beforeWrite(closedEarly)},

        {u"sign-in-refused"_s, beforeWrite({u"sign-in-refused"_s}, {4})},
        {u"sign-in-refused-session"_s, beforeWrite({u"sign-in-refused"_s}, {4})},
        {u"sign-in-hostile-text"_s, beforeWrite({u"sign-in-refused"_s}, {4})},
        {u"sign-in-echoes-password"_s, beforeWrite({u"sign-in-refused"_s}, {4})},
        {u"sign-in-no-reply"_s, beforeWrite(noReply)},
        {u"sign-in-malformed"_s, beforeWrite(malformed)},
        {u"sign-in-array"_s, beforeWrite(malformed)},
        {u"sign-in-type-string"_s, beforeWrite(malformed)},
        {u"sign-in-code-string"_s, beforeWrite(malformed)},
        {u"sign-in-missing-token"_s, beforeWrite({u"missing-token"_s})},
        {u"sign-in-null-token"_s, beforeWrite({u"missing-token"_s})},
        {u"sign-in-number-token"_s, beforeWrite({u"missing-token"_s})},
        {u"sign-in-half-frame"_s, beforeWrite(noReply)},
        {u"sign-in-close"_s, beforeWrite(lost)},
        {u"sign-in-reset"_s, beforeWrite(lost)},

        {u"read-no-reply"_s, beforeWrite(noReply)},
        {u"read-refused"_s, refused},
        {u"read-malformed"_s, beforeWrite(malformed)},
        {u"read-array"_s, beforeWrite(malformed)},
        {u"read-deep-nesting"_s, beforeWrite(malformed)},
        {u"read-type-string"_s, beforeWrite(malformed)},
        {u"read-code-string"_s, beforeWrite(malformed)},
        {u"read-missing-data"_s, beforeWrite(unexpected)},
        {u"read-missing-enable"_s, beforeWrite(unexpected)},
        {u"read-enable-string"_s, beforeWrite(unexpected)},
        {u"read-enable-true"_s, beforeWrite(unexpected)},
        {u"read-enable-two"_s, beforeWrite(unexpected)},
        {u"read-missing-port"_s, beforeWrite(unexpected)},
        {u"read-port-zero"_s, beforeWrite(unexpected)},
        {u"read-port-too-large"_s, beforeWrite(unexpected)},
        {u"read-port-string"_s, beforeWrite(unexpected)},
        {u"read-port-fraction"_s, beforeWrite(unexpected)},
        {u"read-too-large"_s, beforeWrite(tooLarge)},
        {u"read-fragment-bomb"_s, beforeWrite(tooLarge)},
        {u"read-huge-length"_s, beforeWrite(tooLarge)},
        {u"read-binary"_s, beforeWrite(malformed)},
        {u"read-invalid-opcode"_s, beforeWrite(malformed)},
        {u"read-invalid-utf8"_s, beforeWrite(malformed)},
        {u"read-half-frame"_s, beforeWrite(noReply)},
        {u"read-close"_s, beforeWrite(lost)},
        {u"read-reset"_s, beforeWrite(lost)},
        {u"session-always-expired"_s, beforeWrite({u"session-refused"_s}, {4})},

        {u"write-refused"_s, refused},
        {u"write-no-effect"_s, noEffect},
        {u"write-lost"_s, noEffect},
        {u"write-close"_s, noEffect},
        {u"write-reset"_s, noEffect},
        {u"session-expired-at-write"_s, beforeWrite({u"session-refused"_s}, {4})},

        {u"read-back-no-reply"_s, unknown},
        {u"read-back-refused"_s, unknown},
        {u"read-back-malformed"_s, unknown},
        {u"read-back-array"_s, unknown},
        {u"read-back-missing-enable"_s, unknown},
        {u"read-back-close"_s, unknown},
        {u"read-back-reset"_s, unknown},

        {u"port-never-opens"_s, unproved({u"port-closed"_s})},
        {u"port-filtered"_s, unproved({u"port-filtered"_s})},
        {u"port-stays-open"_s, {{}, enabled, {u"disabled"_s, {u"port-open"_s}, {7}}, verified}},

        {u"modbus-silent"_s, unproved({u"modbus-silent"_s})},
        {u"modbus-http"_s, unproved(garbage)},
        {u"modbus-noise"_s, unproved(garbage)},
        {u"modbus-closes-on-connect"_s, unproved(closes)},
        {u"modbus-closes-on-request"_s, unproved(closes)},
        {u"modbus-resets"_s, unproved(closes)},
        {u"modbus-half-frame"_s, unproved(odd)},
        {u"modbus-wrong-transaction"_s, unproved(odd)},
        {u"modbus-stale-only"_s, unproved(odd)},
        {u"modbus-wrong-function"_s, unproved(odd)},
        {u"modbus-short"_s, unproved(odd)},
        {u"modbus-late"_s, unproved({u"modbus-late"_s})},
        {u"modbus-busy"_s, unproved({u"modbus-busy"_s})},
        {u"modbus-0a"_s, unproved({u"modbus-exception"_s})},
        {u"modbus-wrong-protocol"_s, unproved(garbage)},
        {u"modbus-exception-02"_s, unproved({u"not-sigenergy"_s})},
        {u"modbus-exception-04"_s, unproved({u"modbus-exception"_s})},
        {u"modbus-exception-0b"_s, unproved({u"modbus-exception"_s})},
        {u"lookalike-huawei"_s, unproved({u"not-sigenergy"_s})},
        {u"lookalike-shelly"_s, unproved({u"not-sigenergy"_s})},
        {u"lookalike-foxess"_s, unproved({u"not-sigenergy"_s})},
        {u"lookalike-goodwe"_s, unproved({u"not-sigenergy"_s})},
        {u"plc-zeros"_s, unproved({u"not-sigenergy"_s})},
    };
}

/// Faults that a client must bear without any harm to the job. Named one by one, so that a new fault without
/// an entry in either list is noticed.
QStringList harmlessFaults()
{
    return {
        u"slot-one"_s,
        u"slot-refuses-briefly"_s,
        u"handshake-once"_s,
        u"handshake-slow"_s,
        u"sign-in-other-number"_s,
        u"sign-in-code-200"_s,
        u"session-single"_s,
        u"serial-missing"_s,
        u"serial-html"_s,
        u"serial-control-characters"_s,
        u"serial-bidi"_s,
        u"serial-huge"_s,
        u"read-other-number"_s,
        u"read-copy"_s,
        u"session-expired-at-read"_s,
        u"write-refused-but-done"_s,
        u"write-delayed"_s,
        u"write-other-port"_s,
        u"write-no-reply"_s,
        u"write-malformed"_s,
        u"write-array"_s,
        u"write-code-string"_s,
        u"write-other-number"_s,
        u"write-null-fields"_s,
        u"write-echo-late"_s,
        u"write-text-cut-in-character"_s,
        u"write-done-then-close"_s,
        u"write-done-then-reset"_s,
        u"write-done-then-restart"_s,
        u"session-expired-at-read-back"_s,
        u"read-back-late-previous"_s,
        u"read-back-close-once"_s,
        u"replies-slow"_s,
        u"replies-trickled"_s,
        u"replies-twice"_s,
        u"push-storm"_s,
        u"push-binary-flood"_s,
        u"push-opposite"_s,
        u"port-opens-late"_s,
        u"modbus-stale-first"_s,
        u"modbus-busy-once"_s,
        u"modbus-unit-zero"_s,
        u"modbus-unit-255"_s,
        u"modbus-extra-bytes"_s,
        u"modbus-trailing-bytes"_s,
        u"modbus-trailing-apart"_s,
        u"modbus-half-stale-first"_s,
        u"modbus-half-stale-behind"_s,
        u"optional-block-silent"_s,
        u"optional-block-exception"_s,
        u"signed-minus-one"_s,
        u"strings-ff"_s,
        u"firmware-empty"_s,
        u"modbus-wrong-unit"_s, // what can be used is used, with a warning
        u"modbus-wrong-byte-count"_s,
        u"modbus-zero-length"_s,
        u"modbus-holding-only"_s,
        u"modbus-trickled"_s,
        u"modbus-slow"_s,
        u"modbus-first-lost"_s,
        u"serial-differs"_s,
        u"units-differ"_s,
        u"units-none"_s,
        u"old-firmware"_s,
        u"plant-alarms"_s,
        u"no-grid-sensor"_s,
        u"off-grid"_s,
        u"read-masked"_s, // Qt unmasks what a server should not have masked
        u"charger-first"_s,
        u"charger-first-zeros"_s,
        u"units-alike"_s,
        u"unit-unknown-closes"_s,
        u"unit-unknown-resets"_s,
        u"unit-slow"_s,
        u"start-slow-exception-04"_s,
        u"start-slow-exception-06"_s,
        u"start-slow-zeros"_s,
        u"start-slow-closes"_s,
        u"start-slow-resets"_s,
        u"start-slow-silent"_s,
        u"start-first-hangs"_s,
        u"clock-1970"_s,
        u"sensor-unavailable"_s,
        u"grid-state-unavailable"_s,
        u"soc-over"_s,
        u"state-unknown"_s,
        u"implausible-values"_s, // the device unit's model settles whose plant it is
    };
}

} // namespace

const QList<FaultExpectation> &faultExpectations()
{
    static const QList<FaultExpectation> expectations = [] {
        QHash<QString, FaultExpectation> known = exceptions();
        for (const QString &name : harmlessFaults())
            known.insert(name, harmless());
        QList<FaultExpectation> list;
        for (const FaultDescription &fault : simulatorFaults()) {
            const QString name{fault.name};
            if (!known.contains(name))
                qFatal("no expectation for the fault %s", qPrintable(name));
            FaultExpectation expectation = known.take(name);
            expectation.fault = name;
            list.append(expectation);
        }
        if (!known.isEmpty())
            qFatal("an expectation for the unknown fault %s", qPrintable(known.begin().key()));
        return list;
    }();
    return expectations;
}

} // namespace Sigen::Test
