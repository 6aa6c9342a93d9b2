#include "simulator/conversation.h"

#include "core/displaytext.h"
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
constexpr int defaultSessionCode = 401;
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

std::optional<int> wholeNumber(const QJsonValue &value)
{
    const int number = value.toInt(-1);
    return value.isDouble() && number == value.toInt(-2) ? std::optional(number) : std::nullopt;
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
    , m_client(client)
    , m_peer(std::move(peer))
{ }

Conversation::Answer Conversation::answer(const QString &text)
{
    const QJsonObject request = QJsonDocument::fromJson(text.toUtf8()).object();
    const std::optional<int> type = wholeNumber(request.value(m_profile.messageTypeKey));
    if (type == m_profile.signIn.request)
        return signIn(request);
    if (type == m_profile.read.request)
        return read(request);
    if (type == m_profile.write.request)
        return write(request);
    ++m_state.counters.forbiddenRequests;
    m_state.say(tr("A message from %1 was not understood.").arg(m_peer));
    return {};
}

Conversation::Answer Conversation::signIn(const QJsonObject &request)
{
    ++m_state.counters.signIns;
    const SimulatorOptions &options = m_state.options();
    const QJsonObject data = request.value(m_profile.dataKey).toObject();
    const QString username = data.value(m_profile.usernameKey).toString();
    const QString password = data.value(m_profile.passwordKey).toString();
    m_password = password;
    const auto refused = [&](int code, const QString &text) {
        m_state.say(tr("A sign-in as “%1” from %2 was refused.").arg(displayText(username), m_peer));
        return Answer{FaultEvent::SignIn, refusal(m_profile.signIn, code, text)};
    };

    if (m_state.has(Fault::SignInRefusedAsSession))
        return Answer{FaultEvent::SignIn, sessionRefusal(m_profile.signIn)};
    if (m_state.has(Fault::SignInEchoesPassword))
        return refused(wrongCredentials, u"no user has the password "_s + password);
    if (m_state.has(Fault::SignInHostileText))
        return refused(wrongCredentials,
                       u"\x1b]0;title\x07\x1b[2J\x1b[31mdenied\r\n\u202e<script>alert(1)</script>\u2028"_s);
    const bool credentialsFit = (options.username.isEmpty() || username == options.username)
        && (options.password.isEmpty() || password == options.password.reveal());
    if (!credentialsFit || m_state.has(Fault::SignInRefused))
        return refused(wrongCredentials, u"user name or password is wrong"_s);
    if (!serialFits(request))
        return refused(wrongSerial, u"the serial number is another device's"_s);

    const bool servesOneSession = m_state.has(Fault::SessionSingle)
        || m_state.behaviour().sessions == Behaviour::Sessions::OldestWins;
    if (servesOneSession && m_state.hasSessionBeside(m_client))
        return refused(userLimit, u"another user is signed in"_s);

    m_token = randomToken();
    m_state.issuedTokens.append(m_token);
    m_state.beginSession(m_client);
    m_state.say(tr("Signed in as “%1” from %2.").arg(displayText(username), m_peer));
    return {FaultEvent::SignIn,
            success(m_profile.signIn,
                    {{m_profile.tokenKey, m_token}, {m_profile.serialKey, m_state.announcedSerial()}})};
}

Conversation::Answer Conversation::read(const QJsonObject &request)
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
        m_token.clear();
    if (!isAuthorised(request)) {
        answer.envelope = sessionRefusal(m_profile.read);
        return answer;
    }
    const QString service =
        request.value(m_profile.dataKey).toObject().value(m_profile.serviceKey).toString();
    if (service != m_profile.service) {
        answer.envelope = refusal(m_profile.read, badRequest, u"there is no such service"_s);
        return answer;
    }
    if (m_state.has(isReadBack ? Fault::ReadBackRefused : Fault::ReadRefused)) {
        answer.envelope = refusal(m_profile.read, notPermitted, u"not permitted"_s);
        return answer;
    }

    answer.envelope = report(m_state.setting());
    if (isReadBack && !m_previousRead.isEmpty() && m_state.takeOnce(Fault::ReadBackLatePrevious))
        answer.lateEnvelope = m_previousRead;
    m_previousRead = answer.envelope;
    return answer;
}

Conversation::Answer Conversation::write(const QJsonObject &request)
{
    ++m_state.counters.writes;
    Answer answer;
    answer.event = FaultEvent::Write;
    if (m_state.has(Fault::WriteClose) || m_state.has(Fault::WriteReset)) {
        answer.end = m_state.has(Fault::WriteReset) ? ConnectionEnd::Reset : ConnectionEnd::Close;
        return answer;
    }
    if (m_state.takeOnce(Fault::WriteSessionExpired))
        m_token.clear();
    if (!isAuthorised(request)) {
        answer.envelope = sessionRefusal(m_profile.write);
        return answer;
    }
    const QJsonObject data = request.value(m_profile.dataKey).toObject();
    const std::optional<int> enable = wholeNumber(data.value(m_profile.enabledKey));
    const std::optional<int> port = wholeNumber(data.value(m_profile.portKey));
    if (data.value(m_profile.serviceKey).toString() != m_profile.service
        || (enable != m_profile.enabledValue && enable != m_profile.disabledValue) || !port || *port < 1
        || *port > 0xFFFF) {
        answer.envelope = refusal(m_profile.write, badRequest, u"the parameters are wrong"_s);
        m_state.say(tr("A set request from %1 had wrong parameters.").arg(m_peer));
        return answer;
    }
    if (m_state.has(Fault::WriteRefused)) {
        answer.envelope = refusal(m_profile.write, notPermitted, u"installer rights are needed"_s);
        return answer;
    }
    noteExtraKey(data);
    GatewayState::Setting wished = m_state.setting();
    wished.enabled = enable == m_profile.enabledValue;
    wished.port = static_cast<quint16>(*port);
    wished.clientAddress = data.value(extraKey()).toString(wished.clientAddress);
    answer = applied(wished,
                     success(m_profile.write, m_state.behaviour().echoesRequest ? data : QJsonObject()));
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
        answer.envelope = refusal(m_profile.write, notPermitted, u"installer rights are needed"_s);
    else
        answer.envelope = success;
    return answer;
}

void Conversation::noteExtraKey(const QJsonObject &data)
{
    if (data.value(extraKey()) == QJsonValue(m_state.setting().clientAddress))
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

bool Conversation::serialFits(const QJsonObject &request) const
{
    const QString serial = request.value(m_profile.serialKey).toString();
    return serial.isEmpty() || serial == m_state.options().serial || serial == m_state.announcedSerial();
}

bool Conversation::isAuthorised(const QJsonObject &request) const
{
    return isSignedIn() && request.value(m_profile.tokenKey).toString() == m_token && serialFits(request);
}

QJsonObject Conversation::report(const GatewayState::Setting &setting) const
{
    return success(
        m_profile.read,
        {{m_profile.enabledKey, setting.enabled ? m_profile.enabledValue : m_profile.disabledValue},
         {m_profile.portKey, setting.port},
         {extraKey(), setting.clientAddress}});
}

QJsonObject Conversation::success(const MessageTypes &types, const QJsonObject &data) const
{
    return {{m_profile.messageTypeKey, types.replies.first()},
            {m_profile.codeKey, m_profile.successCode},
            {m_profile.messageKey, u"ok"_s},
            {m_profile.dataKey, data}};
}

QJsonObject Conversation::refusal(const MessageTypes &types, int code, const QString &text) const
{
    while (code == m_profile.successCode || m_profile.sessionRefusedCodes.contains(code))
        ++code;
    return {{m_profile.messageTypeKey, types.replies.first()},
            {m_profile.codeKey, code},
            {m_profile.messageKey, text}};
}

QJsonObject Conversation::sessionRefusal(const MessageTypes &types) const
{
    const int code =
        m_profile.sessionRefusedCodes.isEmpty() ? defaultSessionCode : m_profile.sessionRefusedCodes.first();
    return {{m_profile.messageTypeKey, types.replies.first()},
            {m_profile.codeKey, code},
            {m_profile.messageKey, u"the session is not valid"_s}};
}

} // namespace Sigen
