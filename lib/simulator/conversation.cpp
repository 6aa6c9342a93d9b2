#include "simulator/conversation.h"

#include "core/displaytext.h"
#include "core/jsonvalue.h"
#include "simulator/tcptools.h"

#include <QJsonDocument>
#include <QRandomGenerator>

#include <optional>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

// What a gateway's refusals are numbered is not known; these are the simulator's own.
constexpr int wrongCredentials = 1001;
constexpr int wrongSerial = 1002;
constexpr int badRequest = 1003;
constexpr int notPermitted = 1004;
constexpr int userLimit = 1005;
constexpr std::chrono::seconds writeDelay{3};

/// In the read's "data" beyond on/off and port; a set request has to give it back unchanged.
QString extraKey()
{
    return u"modbusIp"_s;
}

QString randomToken()
{
    QString token;
    for (int i = 0; i < 4; ++i)
        token += u"%1"_s.arg(QRandomGenerator::system()->generate(), 8, 16, QChar(u'0'));
    return token;
}

quint16 otherPort(const QHostAddress &address, quint16 asked)
{
    for (int port = asked + 1; port <= 0xFFFF && port <= asked + 20; ++port) {
        if (canListen(address, static_cast<quint16>(port)))
            return static_cast<quint16>(port);
    }
    return freePort(address);
}

} // namespace

Conversation::Conversation(GatewayState &state, const QObject *client, QString peer)
    : m_state(state)
    , m_profile(state.options().profile)
    , m_dialect(m_profile)
    , m_client(client)
    , m_peer(std::move(peer))
{ }

Conversation::Answer Conversation::answer(const QString &text)
{
    const QJsonObject frame = QJsonDocument::fromJson(text.toUtf8()).object();
    const DialectRequest request = m_dialect.request(frame);
    m_requestId = request.requestId;
    switch (request.kind) {
    case DialectRequest::Kind::SignIn:
        return signIn(request);
    case DialectRequest::Kind::Read:
        return read(request);
    case DialectRequest::Kind::Write:
        return write(request, frame);
    case DialectRequest::Kind::SignOut:
        signOut();
        return {};
    case DialectRequest::Kind::KeepAlive:
        ++m_state.counters.keepAlives;
        return {};
    case DialectRequest::Kind::Unknown:
        break;
    }
    ++m_state.counters.forbiddenRequests;
    m_state.say(tr("A message from %1 was not understood.").arg(m_peer));
    return {};
}

void Conversation::hearLast(const QString &text)
{
    const QJsonObject frame = QJsonDocument::fromJson(text.toUtf8()).object();
    if (m_dialect.request(frame).kind == DialectRequest::Kind::SignOut)
        signOut();
}

void Conversation::signOut()
{
    ++m_state.counters.signOuts;
    endSession();
    m_state.endSession(m_client);
    m_state.say(tr("Signed out from %1.").arg(m_peer));
}

bool Conversation::credentialsFit(const DialectRequest &request) const
{
    const SimulatorOptions &options = m_state.options();
    const QString username = request.values.value(u"username"_s).toString();
    return (options.username.isEmpty() || username == options.username)
        && (options.password.isEmpty()
            || m_password == transformed(options.password.reveal(), request.passwordTransform));
}

Conversation::Answer Conversation::signIn(const DialectRequest &request)
{
    const Exchange &step = m_profile.signIn.at(request.step);
    const bool isLast = request.step == m_profile.signIn.size() - 1;
    const QString username = request.values.value(u"username"_s).toString();
    if (isLast)
        ++m_state.counters.signIns;
    m_password = request.values.value(u"password"_s).toString();
    const auto refused = [&](int code, const QString &text) {
        m_state.say(tr("A sign-in as “%1” from %2 was refused.").arg(displayText(username), m_peer));
        return Answer{FaultEvent::SignIn, m_dialect.refusal(step, code, text)};
    };

    if (!isLast || request.step > 0) {
        const bool isNext = request.step == 0 || request.step == m_nextStep;
        const bool hasToken = !step.send.uses("token"_L1) || request.values.value(u"token"_s) == m_token;
        if (!isNext || !hasToken)
            return refused(badRequest, u"the steps of the sign-in are out of order"_s);
        m_nextStep = request.step + 1;
    }
    if (!isLast) {
        m_token.clear();
        QJsonObject reply = m_dialect.success(step, m_requestId);
        if (!step.tokenAt.isEmpty()) {
            m_token = randomToken();
            m_state.issuedTokens.append(m_token);
            reply = Dialect::set(reply, step.tokenAt, m_token);
        }
        return {FaultEvent::Connect, reply};
    }
    if (m_state.has(Fault::SignInRefusedAsSession))
        return Answer{FaultEvent::SignIn, sessionRefusal(step)};
    if (m_state.has(Fault::SignInEchoesPassword))
        return refused(wrongCredentials, u"no user has the password "_s + m_password);
    if (m_state.has(Fault::SignInHostileText))
        return refused(wrongCredentials,
                       u"\x1b]0;title\x07\x1b[2J\x1b[31mdenied\r\n\u202e<script>alert(1)</script>\u2028"_s);
    if (!credentialsFit(request) || m_state.has(Fault::SignInRefused))
        return refused(wrongCredentials, u"user name or password is wrong"_s);
    if (!serialFits(request))
        return refused(wrongSerial, u"the serial number is another device's"_s);

    const bool servesOneSession =
        m_state.has(Fault::SessionSingle) || m_state.behaviour().sessions == Behaviour::Sessions::OldestWins;
    if (servesOneSession && m_state.hasSessionBeside(m_client))
        return refused(userLimit, u"another user is signed in"_s);
    return grant(username);
}

Conversation::Answer Conversation::grant(const QString &username)
{
    m_token = randomToken();
    m_isSignedIn = true;
    m_state.issuedTokens.append(m_token);
    m_state.beginSession(m_client);
    m_state.say(tr("Signed in as “%1” from %2.").arg(displayText(username), m_peer));
    QJsonObject reply = m_dialect.success(m_profile.signIn.constLast(), m_requestId);
    reply = Dialect::set(reply, m_dialect.tokenAt(), m_token);
    return {FaultEvent::SignIn, Dialect::set(reply, m_dialect.serialAt(), m_state.announcedSerial())};
}

Conversation::Answer Conversation::read(const DialectRequest &request)
{
    ++m_state.counters.reads;
    Answer answer;
    answer.event = m_state.wasWritten() ? FaultEvent::ReadBack : FaultEvent::Read;
    const bool isReadBack = answer.event == FaultEvent::ReadBack;
    if (isReadBack && m_state.takeOnce(Fault::ReadBackCloseOnce)) {
        answer.end = ConnectionEnd::Close;
        return answer;
    }
    const bool expired = m_state.has(Fault::SessionAlwaysExpired)
        || m_state.takeOnce(isReadBack ? Fault::ReadBackSessionExpired : Fault::ReadSessionExpired);
    if (expired)
        endSession();
    if (!isAuthorised(request, m_profile.read)) {
        answer.envelope = sessionRefusal(m_profile.read);
        return answer;
    }
    if (!request.isWellFormed) {
        answer.envelope = m_dialect.refusal(m_profile.read, badRequest, u"there is no such service"_s);
        return answer;
    }
    if (m_state.has(isReadBack ? Fault::ReadBackRefused : Fault::ReadRefused)) {
        answer.envelope = m_dialect.refusal(m_profile.read, notPermitted, u"not permitted"_s);
        return answer;
    }

    answer.envelope = report(m_state.setting());
    if (isReadBack && !m_previousRead.isEmpty() && m_state.takeOnce(Fault::ReadBackLatePrevious))
        answer.lateEnvelope = m_previousRead;
    m_previousRead = answer.envelope;
    return answer;
}

Conversation::Answer Conversation::write(const DialectRequest &request, const QJsonObject &frame)
{
    ++m_state.counters.writes;
    Answer answer;
    answer.event = FaultEvent::Write;
    if (m_state.has(Fault::WriteClose) || m_state.has(Fault::WriteReset)) {
        answer.end = m_state.has(Fault::WriteReset) ? ConnectionEnd::Reset : ConnectionEnd::Close;
        return answer;
    }
    if (m_state.takeOnce(Fault::WriteSessionExpired))
        endSession();
    if (!isAuthorised(request, m_profile.write)) {
        answer.envelope = sessionRefusal(m_profile.write);
        return answer;
    }
    const QJsonValue enable = request.values.value(u"enabled"_s);
    const std::optional<quint16> port = portIn(request);
    if (!request.isWellFormed || (enable != m_profile.on && enable != m_profile.off) || !port) {
        answer.envelope = m_dialect.refusal(m_profile.write, badRequest, u"the parameters are wrong"_s);
        m_state.say(tr("A set request from %1 had wrong parameters.").arg(m_peer));
        return answer;
    }
    if (m_state.has(Fault::WriteRefused)) {
        answer.envelope = m_dialect.refusal(m_profile.write, notPermitted, u"installer rights are needed"_s);
        return answer;
    }
    noteExtraKey(frame);
    GatewayState::Setting wished = m_state.setting();
    wished.enabled = enable == m_profile.on;
    wished.port = *port;
    wished.clientAddress = m_clientAddress.value_or(wished.clientAddress);
    QJsonObject success = m_dialect.success(m_profile.write, m_requestId);
    if (m_state.behaviour().echoesRequest)
        success = withSetting(success, wished);
    else if (m_dialect.dataAt().in(success).isUndefined())
        success = Dialect::set(success, m_dialect.dataAt(), QJsonObject());
    answer = applied(wished, success);
    if (m_state.has(Fault::WriteEchoLate))
        answer.echo = report(wished);
    return answer;
}

Conversation::Answer Conversation::applied(const GatewayState::Setting &setting, const QJsonObject &success)
{
    Answer answer;
    answer.event = FaultEvent::Write;
    if (m_state.has(Fault::WriteLost))
        return answer;

    GatewayState::Setting stored = setting;
    if (m_state.has(Fault::WriteOtherPort))
        stored.port = otherPort(m_state.options().address, setting.port);
    const Behaviour &behaviour = m_state.behaviour();
    if (m_state.has(Fault::WriteDelayed))
        m_state.applyLater(stored, writeDelay);
    else if (m_state.has(Fault::WriteNoEffect) || !behaviour.takesEffect)
        m_state.forgetLater();
    else if (behaviour.effectDelay.count() > 0)
        m_state.applyLater(stored, behaviour.effectDelay);
    else
        m_state.apply(stored);

    if (m_state.has(Fault::WriteDoneThenRestart) || behaviour.restart.count() > 0) {
        m_state.restart();
        return answer;
    }
    if (m_state.has(Fault::WriteDoneThenReset))
        answer.end = ConnectionEnd::Reset;
    else if (m_state.has(Fault::WriteDoneThenClose))
        answer.end = ConnectionEnd::Close;
    else if (m_state.has(Fault::WriteRefusedButDone))
        answer.envelope = m_dialect.refusal(m_profile.write, notPermitted, u"installer rights are needed"_s);
    else
        answer.envelope = success;
    return answer;
}

/// What else a read tells, and a set request has to give back.
JsonPointer Conversation::extraAt() const
{
    return JsonPointer(m_dialect.dataAt().steps() + QStringList{extraKey()});
}

void Conversation::noteExtraKey(const QJsonObject &request)
{
    m_clientAddress.reset();
    if (!m_profile.write.send.uses("rest"_L1))
        return;
    const QJsonValue given = m_dialect.writtenRestAt(extraKey()).in(request);
    if (given.isString())
        m_clientAddress = given.toString();
    if (m_clientAddress == m_state.setting().clientAddress)
        return;
    ++m_state.counters.changedExtraKeys;
    m_state.say(
        tr("The set request from %1 lost or changed the key %2, which it had read.").arg(m_peer, extraKey()));
}

QString Conversation::echo(Spelling spelling, bool withToken) const
{
    const QString password = spelled(m_password, spelling);
    return withToken ? QString(password + u' ' + spelled(m_token, spelling)) : password;
}

bool Conversation::serialFits(const DialectRequest &request) const
{
    const QString serial = request.values.value(u"serial"_s).toString();
    return serial.isEmpty() || serial == m_state.options().serial || serial == m_state.announcedSerial();
}

bool Conversation::isAuthorised(const DialectRequest &request, const Exchange &exchange) const
{
    const bool hasToken =
        !exchange.send.uses("token"_L1) || request.values.value(u"token"_s).toString() == m_token;
    return isSignedIn() && hasToken && serialFits(request);
}

std::optional<quint16> Conversation::portIn(const DialectRequest &request) const
{
    if (!m_profile.write.send.uses("port"_L1)) // one port, and no other
        return m_state.setting().port;
    const QJsonValue value = request.values.value(u"port"_s);
    const QJsonValue number = value.isString() ? QJsonValue(value.toString().toInt()) : value;
    const std::optional<qint64> port = wholeNumber(number, 1, 0xFFFF);
    return port ? std::optional(quint16(*port)) : std::nullopt;
}

QJsonObject Conversation::withSetting(QJsonObject frame, const GatewayState::Setting &setting) const
{
    frame = Dialect::set(frame, m_dialect.enabledAt(), m_dialect.onOff(setting.enabled));
    frame = Dialect::set(frame, m_dialect.portAt(), m_dialect.port(setting.port));
    return m_profile.write.send.uses("rest"_L1) ? Dialect::set(frame, extraAt(), setting.clientAddress)
                                                : frame;
}

QJsonObject Conversation::report(const GatewayState::Setting &setting) const
{
    return withSetting(m_dialect.success(m_profile.read, m_requestId), setting);
}

QJsonObject Conversation::sessionRefusal(const Exchange &exchange) const
{
    return m_dialect.sessionRefusal(exchange, u"the session is not valid"_s);
}

} // namespace Sigen
