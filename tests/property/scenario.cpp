#include "property/scenario.h"

#include "simulator/faults.h"

#include <QRandomGenerator>

#include <algorithm>
#include <initializer_list>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

QString jobName(JobKind kind)
{
    switch (kind) {
    case JobKind::Status:
        return u"status"_s;
    case JobKind::Enable:
        return u"enable"_s;
    case JobKind::EnableAtPort:
        return u"enable at a port"_s;
    case JobKind::Disable:
        return u"disable"_s;
    case JobKind::SetPort:
        return u"set-port"_s;
    case JobKind::Verify:
        return u"verify"_s;
    case JobKind::VerifyUnits:
        return u"verify with units"_s;
    case JobKind::Values:
        return u"values"_s;
    case JobKind::Probe:
        return u"probe"_s;
    }
    return {};
}

bool isChange(JobKind kind)
{
    return kind != JobKind::Verify && kind != JobKind::VerifyUnits && kind != JobKind::Values
        && kind != JobKind::Probe;
}

bool Scenario::isCalm() const
{
    return faults.isEmpty() && behaviour == Behaviour() && cancellation.when == Cancellation::When::Never;
}

Timeouts scaledTimeouts()
{
    Timeouts timeouts{500ms, 500ms, 400ms, 250ms, 120ms, {}};
    timeouts.pacing = {};
    timeouts.pacing.retry = 40ms;
    timeouts.pacing.effectWait = 500ms;
    timeouts.pacing.reconnectPause = 100ms;
    timeouts.pacing.reconnectWait = 800ms;
    timeouts.pacing.verifyWait = 900ms;
    timeouts.pacing.modbusPause = 50ms;
    return timeouts;
}

milliseconds longestJob(const Scenario &scenario)
{
    const Timeouts timeouts = scaledTimeouts();
    const Pacing &pacing = timeouts.pacing;
    constexpr int paths = 2;
    // One request and its retries: late answers are awaited three times as long, a busy server is asked
    // again.
    const milliseconds plantRequest = 6 * timeouts.modbusReply + 5 * pacing.modbusPause;
    const milliseconds unitRequest = 4 * timeouts.identityReply + 5 * pacing.modbusPause;
    const int units = std::max(2, static_cast<int>(scenario.units.size()));
    const milliseconds check = timeouts.connect + 4 * plantRequest + 2 * units * unitRequest;
    switch (scenario.job) {
    case JobKind::Verify:
    case JobKind::VerifyUnits:
        return check;
    case JobKind::Values:
        return timeouts.connect + 8 * plantRequest;
    case JobKind::Probe:
        return 2 * (timeouts.connect + paths * timeouts.handshake) + timeouts.connect + check;
    default:
        break;
    }
    const milliseconds open = timeouts.connect + paths * timeouts.handshake;
    const milliseconds before =
        2 * open + 4 * timeouts.reply; // once more for a slot, once more for a session
    const milliseconds after = pacing.reconnectWait + 3 * open + pacing.effectWait + 6 * timeouts.reply;
    return before + timeouts.reply + after + pacing.verifyWait + check;
}

namespace {

class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
        m_scenario.seed = seed;
    }

    Scenario scenario();
    Scenario probe();

private:
    using Reply = ReplyBehaviour;
    using Modbus = ModbusBehaviour;

    int below(int bound) { return m_random.bounded(bound); }
    int between(int least, int most) { return m_random.bounded(least, most + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename Value>
    Value oneOf(std::initializer_list<Value> values)
    {
        return values.begin()[below(int(values.size()))];
    }

    milliseconds delay();
    QString password();
    Cancellation cancellation();
    Spelling spelling() { return Spelling(between(1, 5)); }

    /// One of the first events, or all of them.
    template <typename Value>
    Value &someOf(Script<Value> &script, int first)
    {
        if (chance(20))
            return script.then;
        while (script.first.size() <= first)
            script.first.append(script.then);
        return script.first[first];
    }
    Reply &someReply();
    Modbus &someModbus() { return someOf(m_scenario.behaviour.modbus, below(6)); }
    void oddModbus(Modbus &modbus);

    void disturb();
    void disturbReply();
    void disturbChange();
    void disturbService();
    void disturbModbus();
    void keepWithinTheSpace();

    QRandomGenerator m_random;
    Scenario m_scenario;
};

milliseconds Generator::delay()
{
    switch (below(4)) {
    case 0:
        return milliseconds(between(1, 30));
    case 1:
        return milliseconds(between(30, 150));
    case 2:
        return milliseconds(between(150, 450));
    default:
        return milliseconds(between(450, 1500));
    }
}

QString Generator::password()
{
    const auto letters = [this](int count, QStringView alphabet) {
        QString text;
        for (int i = 0; i < count; ++i)
            text += alphabet.at(below(int(alphabet.size())));
        return text;
    };
    constexpr QStringView plain = u"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    switch (below(4)) {
    case 0:
        return letters(42, plain);
    case 1:
        return letters(16, u"abcdefghijkmnpqrstuvwxyz\"\\/ %&<>+=\u00e4\u03a9\u4e2d") + u"xY9"_s;
    default:
        return letters(between(12, 20), plain);
    }
}

Cancellation Generator::cancellation()
{
    using When = Cancellation::When;
    const int dice = below(100);
    if (dice < 65)
        return {};
    if (dice < 75)
        return {When::AfterMilliseconds, between(0, 30)};
    if (dice < 85)
        return {When::AfterMilliseconds, between(30, 1500)};
    if (dice < 93)
        return {When::AtStep, between(1, 14)};
    return {When::AtFrame, between(1, 14)};
}

ReplyBehaviour &Generator::someReply()
{
    Behaviour &behaviour = m_scenario.behaviour;
    switch (below(5)) {
    case 0:
        return someOf(behaviour.signIns, below(3));
    case 1:
        return someOf(behaviour.reads, below(2));
    case 2:
        return someOf(behaviour.writes, 0);
    default:
        return someOf(behaviour.readBacks, below(3));
    }
}

void Generator::disturbReply()
{
    Reply &reply = someReply();
    switch (below(10)) {
    case 0:
    case 1:
        reply.delay = delay();
        return;
    case 2:
    case 3:
        reply.shape = Reply::Shape(between(1, int(Reply::Shape::SessionRefusal)));
        return;
    case 4:
        reply.copies = between(1, 3);
        reply.copyDelay = delay();
        return;
    case 5:
        reply.push = Reply::Push(between(1, int(Reply::Push::Refusal)));
        return;
    case 6:
        reply.fragment = between(1, 40);
        return;
    case 7:
        reply.segment = between(1, 40);
        return;
    case 8:
        reply.echo = spelling();
        if (chance(50))
            reply.shape = Reply::Shape::Refusal;
        return;
    default:
        reply.end = chance(50) ? ConnectionEnd::Close : ConnectionEnd::Reset;
        if (chance(50))
            reply.shape = Reply::Shape::None;
    }
}

void Generator::disturbChange()
{
    Behaviour &behaviour = m_scenario.behaviour;
    switch (below(6)) {
    case 0:
        behaviour.takesEffect = false;
        if (chance(50))
            behaviour.writes.then.shape = Reply::Shape::Refusal;
        return;
    case 1:
        behaviour.effectDelay = delay();
        return;
    case 2:
        behaviour.restart = delay();
        return;
    case 3:
        behaviour.echoesRequest = true;
        return;
    case 4: // what was asked for is said long before it is so
        behaviour.echoesRequest = true;
        behaviour.effectDelay = delay();
        behaviour.writes.then.copies = between(1, 3);
        behaviour.writes.then.copyDelay = delay();
        return;
    default:
        behaviour.writes.then.shape = oneOf<Reply::Shape>(
            {Reply::Shape::None, Reply::Shape::Refusal, Reply::Shape::SessionRefusal, Reply::Shape::CutOff});
        behaviour.takesEffect = chance(60);
        if (chance(30))
            behaviour.effectDelay = delay();
    }
}

void Generator::disturbService()
{
    Behaviour &behaviour = m_scenario.behaviour;
    switch (below(5)) {
    case 0:
        behaviour.sessions = chance(50) ? Behaviour::Sessions::NewestWins : Behaviour::Sessions::OldestWins;
        return;
    case 1:
        behaviour.clients = chance(80) ? 1 : 2;
        behaviour.clientRest = milliseconds(chance(50) ? 0 : between(1, 60));
        return;
    case 2:
        behaviour.pushInterval = milliseconds(between(5, 120));
        behaviour.pushesLookLikeReplies = chance(50);
        return;
    case 3: {
        HandshakeBehaviour &handshake = someOf(behaviour.handshakes, below(4));
        handshake.delay = delay();
        handshake.shape = HandshakeBehaviour::Shape(below(int(HandshakeBehaviour::Shape::Reset) + 1));
        return;
    }
    default:
        behaviour.serialEcho = spelling();
    }
}

void Generator::oddModbus(Modbus &modbus)
{
    modbus.shape = Modbus::Shape(between(1, int(Modbus::Shape::Reset)));
    if (modbus.shape == Modbus::Shape::Exception)
        modbus.number = oneOf<quint8>({1, 2, 3, 4, 5, 6, 10, 11});
    else if (modbus.shape == Modbus::Shape::OtherUnit)
        modbus.number = oneOf<quint8>({0, 255, 9});
}

void Generator::disturbModbus()
{
    Behaviour &behaviour = m_scenario.behaviour;
    switch (below(8)) {
    case 0:
        behaviour.portOpens = delay();
        return;
    case 1:
        behaviour.portCloses = delay();
        return;
    case 2:
        behaviour.warmUp = delay();
        oddModbus(behaviour.cold);
        return;
    case 3:
        someModbus().delay = delay();
        return;
    case 4:
        someModbus().segment = between(1, 40);
        return;
    case 5:
        someModbus().copies = between(1, 2);
        return;
    case 6:
        behaviour.modelEcho = spelling();
        return;
    default:
        oddModbus(someModbus());
    }
}

void Generator::disturb()
{
    const int dice = below(100);
    if (dice < 35)
        return disturbReply();
    if (dice < 50)
        return disturbChange();
    if (dice < 63)
        return disturbService();
    if (dice < 87)
        return disturbModbus();
    const QList<FaultDescription> &faults = simulatorFaults();
    m_scenario.faults.append(faults.at(below(int(faults.size()))).name.toString());
}

void Generator::keepWithinTheSpace()
{
    Behaviour &behaviour = m_scenario.behaviour;
    // Where the state has to be read back on the connection of the write, what comes later than its silence
    // can't be told from an answer, whatever a client does.
    for (Script<Reply> *script :
         {&behaviour.signIns, &behaviour.reads, &behaviour.writes, &behaviour.readBacks}) {
        const bool newConnectionMayFail = behaviour.clients > 0
            || behaviour.sessions != Behaviour::Sessions::Many
            || behaviour.handshakes != Script<HandshakeBehaviour>() || behaviour.signIns != Script<Reply>()
            || behaviour.restart.count() > 0 || !m_scenario.faults.isEmpty();
        if (!newConnectionMayFail)
            continue;
        const auto hasten = [](Reply &reply) { reply.copyDelay = std::min(reply.copyDelay, 8ms); };
        hasten(script->then);
        std::for_each(script->first.begin(), script->first.end(), hasten);
    }
    // Who has no password can't keep it secret.
    if (!isChange(m_scenario.job))
        behaviour.modelEcho = Spelling::None;
}

Scenario Generator::scenario()
{
    m_scenario.job = oneOf<JobKind>({JobKind::Status, JobKind::Enable, JobKind::Enable, JobKind::EnableAtPort,
                                     JobKind::Disable, JobKind::Disable, JobKind::SetPort, JobKind::SetPort,
                                     JobKind::Verify, JobKind::VerifyUnits, JobKind::Values});
    m_scenario.profile = chance(80) ? u"documented"_s : u"early-draft"_s;
    const int on = m_scenario.job == JobKind::Enable ? 25 : isChange(m_scenario.job) ? 65 : 95;
    m_scenario.initiallyEnabled = chance(on);
    m_scenario.port = quint16(between(1100, 15000));
    m_scenario.wishedPort = chance(90) ? quint16(between(15001, 32000)) : m_scenario.port;
    if (m_scenario.job == JobKind::VerifyUnits) {
        for (int count = between(1, 3); count > 0; --count)
            m_scenario.units.append(between(1, 4));
    } else if (m_scenario.job == JobKind::Values) {
        m_scenario.units = {chance(70) ? 247 : 1};
    }
    m_scenario.password = password();
    m_scenario.cancellation = cancellation();
    const int dice = below(100);
    const int disturbances = dice < 15 ? 0 : dice < 70 ? 1 : dice < 90 ? between(2, 4) : between(5, 12);
    for (int i = 0; i < disturbances; ++i)
        disturb();
    keepWithinTheSpace();
    return m_scenario;
}

Scenario Generator::probe()
{
    scenario();
    m_scenario.job = JobKind::Probe;
    m_scenario.units.clear();
    m_scenario.behaviour.modelEcho = Spelling::None;
    return m_scenario;
}

// --- as text ---

QString named(int index, QStringView names)
{
    return names.split(u' ').value(index).toString();
}

QString text(const ReplyBehaviour &reply)
{
    QStringList parts;
    if (reply.shape != ReplyBehaviour::Shape::Right)
        parts +=
            named(int(reply.shape),
                  u"right none cut-off array not-json other-number code-string no-data half-frame binary "
                  u"refusal session-refusal");
    if (reply.delay.count() > 0)
        parts += u"after %1 ms"_s.arg(reply.delay.count());
    if (reply.push != ReplyBehaviour::Push::None)
        parts += u"behind a push: "_s + named(int(reply.push), u"none opposite empty-reply refusal");
    if (reply.copies > 0)
        parts += u"%1 copies, each %2 ms later"_s.arg(reply.copies).arg(reply.copyDelay.count());
    if (reply.fragment > 0)
        parts += u"fragments of %1 bytes"_s.arg(reply.fragment);
    if (reply.segment > 0)
        parts += u"segments of %1 bytes"_s.arg(reply.segment);
    if (reply.echo != Spelling::None)
        parts += u"echoes secrets "_s + named(int(reply.echo), u"not plain json-escaped hex base64 percent");
    if (reply.end != ConnectionEnd::Keep)
        parts += reply.end == ConnectionEnd::Close ? u"then close"_s : u"then reset"_s;
    return parts.isEmpty() ? u"right"_s : parts.join(u", "_s);
}

QString text(const HandshakeBehaviour &handshake)
{
    return named(int(handshake.shape), u"right none 404 garbage close reset")
        + u" after %1 ms"_s.arg(handshake.delay.count());
}

QString text(const ModbusBehaviour &modbus)
{
    QStringList parts{named(int(modbus.shape),
                            u"right none exception zeros other-unit other-transaction fewer more trailing "
                            u"stale-in-front half-stale-behind half garbage close reset")};
    if (modbus.number != 0)
        parts.last() += u' ' + QString::number(modbus.number);
    if (modbus.delay.count() > 0)
        parts += u"after %1 ms"_s.arg(modbus.delay.count());
    if (modbus.copies > 0)
        parts += u"%1 copies"_s.arg(modbus.copies);
    if (modbus.segment > 0)
        parts += u"segments of %1 bytes"_s.arg(modbus.segment);
    return parts.join(u", "_s);
}

template <typename Value>
void describe(QStringList &lines, const QString &name, const Script<Value> &script)
{
    if (script == Script<Value>())
        return;
    QStringList parts;
    for (const Value &value : script.first)
        parts += text(value);
    lines += name + u": "_s + (parts + QStringList{u"later ones "_s + text(script.then)}).join(u"; "_s);
}

} // namespace

Scenario scenarioOf(quint32 seed)
{
    return Generator(seed).scenario();
}

Scenario probeOf(quint32 seed)
{
    return Generator(seed).probe();
}

QString description(const Scenario &scenario)
{
    const Behaviour &behaviour = scenario.behaviour;
    QStringList lines{u"job: %1, profile %2, server %3 at port %4"_s.arg(
        jobName(scenario.job), scenario.profile, scenario.initiallyEnabled ? u"on"_s : u"off"_s,
        QString::number(scenario.port))};
    if (scenario.job == JobKind::SetPort || scenario.job == JobKind::EnableAtPort)
        lines.last() += u", wished %1"_s.arg(scenario.wishedPort);
    for (const int unit : scenario.units)
        lines.last() += u", unit %1"_s.arg(unit);
    if (scenario.cancellation.when != Cancellation::When::Never)
        lines += u"cancelled: "_s + named(int(scenario.cancellation.when), u"never after-ms at-step at-frame")
            + u" %1"_s.arg(scenario.cancellation.count);
    if (!scenario.faults.isEmpty())
        lines += u"faults: "_s + scenario.faults.join(u", "_s);
    describe(lines, u"handshakes"_s, behaviour.handshakes);
    describe(lines, u"sign-ins"_s, behaviour.signIns);
    describe(lines, u"reads"_s, behaviour.reads);
    describe(lines, u"writes"_s, behaviour.writes);
    describe(lines, u"read-backs"_s, behaviour.readBacks);
    describe(lines, u"modbus"_s, behaviour.modbus);
    const auto add = [&lines](const QString &name, const QString &value, bool isUsual) {
        if (!isUsual)
            lines += name + u": "_s + value;
    };
    const auto addTime = [&add](const QString &name, milliseconds time) {
        add(name, u"%1 ms"_s.arg(time.count()), time.count() == 0);
    };
    constexpr QStringView spellings = u"no plain json-escaped hex base64 percent";
    add(u"write"_s, u"without effect"_s, behaviour.takesEffect);
    add(u"acknowledgement"_s, u"carries what was asked for"_s, !behaviour.echoesRequest);
    addTime(u"effect after"_s, behaviour.effectDelay);
    addTime(u"restart at the write"_s, behaviour.restart);
    add(u"sessions"_s, named(int(behaviour.sessions), u"many newest-wins oldest-wins"),
        behaviour.sessions == Behaviour::Sessions::Many);
    add(u"clients at a time"_s,
        u"%1, place free after %2 ms"_s.arg(behaviour.clients).arg(behaviour.clientRest.count()),
        behaviour.clients == 0);
    add(u"pushes of the present state every"_s,
        u"%1 ms%2"_s.arg(behaviour.pushInterval.count())
            .arg(behaviour.pushesLookLikeReplies ? u", numbered as replies"_s : QString()),
        behaviour.pushInterval.count() == 0);
    add(u"serial number is the password"_s, named(int(behaviour.serialEcho), spellings),
        behaviour.serialEcho == Spelling::None);
    add(u"model is the password"_s, named(int(behaviour.modelEcho), spellings),
        behaviour.modelEcho == Spelling::None);
    addTime(u"port opens after"_s, behaviour.portOpens);
    addTime(u"port closes after"_s, behaviour.portCloses);
    add(u"cold Modbus"_s, u"for %1 ms: %2"_s.arg(behaviour.warmUp.count()).arg(text(behaviour.cold)),
        behaviour.warmUp.count() == 0);
    return lines.join(u'\n');
}

} // namespace Sigen::Test
