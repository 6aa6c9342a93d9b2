#include "modbus/identity.h"

#include "modbus/identityrules.h"
#include "modbus/modbusreader.h"
#include "network/portprobe.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// A plant that takes more than this part of a device's time-out has devices that may take more than all of
/// it.
static constexpr int slowPart = 4;

IdentityCheck::IdentityCheck(std::unique_ptr<TcpConnection> connection, IdentityOptions options,
                             Timeouts timeouts, QObject *parent)
    : Operation(noDeadline, parent)
    , m_connection(std::move(connection))
    , m_address(m_connection->address())
    , m_port(m_connection->port())
    , m_options(std::move(options))
    , m_timeouts(timeouts)
{
    m_wait.setSingleShot(true);
    m_wait.setTimerType(Qt::PreciseTimer);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        const std::function<void()> next = std::exchange(m_afterWait, {});
        next();
    });
}

IdentityCheck::~IdentityCheck() = default;

std::unique_ptr<ModbusReader> IdentityCheck::takeReader()
{
    return isFinished() && m_reader && m_reader->isOpen() ? std::move(m_reader) : nullptr;
}

void IdentityCheck::run()
{
    useConnection(std::move(m_connection));
    planDevices();
    m_sinceAsked.start();
    ask(UnitId::plant(), IdentityRules::plantBlock,
        [this](const ReadRegisters &read) { takePlantBlock(read); });
}

void IdentityCheck::release()
{
    m_wait.stop();
    m_connection.reset();
    noteNotAsked();
    if (m_reader && !(m_options.keepOpen && m_identity.provesPlant()))
        m_reader->close();
}

void IdentityCheck::useConnection(std::unique_ptr<TcpConnection> connection)
{
    m_staleBefore = m_identity.staleReplies;
    m_reader = std::make_unique<ModbusReader>(std::move(connection), m_timeouts.pacing.modbusPause);
    connect(m_reader.get(), &ModbusReader::traced, this, &IdentityCheck::traced);
    connect(m_reader.get(), &ModbusReader::lateReply, this, [this](UnitId unit) {
        if (!unit.isPlant())
            takeInsteadOfSilence(ModbusVerdict::Odd, 0, u"unit %1 answers"_s.arg(unit.value()));
        noteLate(unit);
    });
    connect(m_reader.get(), &ModbusReader::lateException, this, [this](UnitId unit, quint8 code) {
        if (!unit.isPlant())
            takeInsteadOfSilence(
                ModbusVerdict::Exception, code,
                u"exception %1 from unit %2, late"_s.arg(code, 2, 16, QChar(u'0')).arg(unit.value()));
        if (IdentityRules::deniesQuestion(code)) // else a bridge says that nobody is there
            noteLate(unit);
    });
}

void IdentityCheck::ask(UnitId unit, RegisterRange range, Handler handler)
{
    ReadOptions options;
    options.function = m_function;
    options.replyTimeout = unit.isPlant()  ? m_timeouts.modbusReply
        : m_patient.contains(unit.value()) ? devicePatience()
                                           : m_timeouts.identityReply;
    options.retries = unit.isPlant() && !m_options.brief ? 1 : 0; // most device units don't exist
    options.awaitLate = unit.isPlant() && !m_options.brief;
    runStep(m_reader->read(unit, range, options),
            [this, unit, handler = std::move(handler)](const ReadRegisters &read) {
                m_identity.staleReplies = m_staleBefore + m_reader->staleReplies();
                const bool answered = !read.error();
                m_anyAnswer = m_anyAnswer || answered || read.exceptionCode() != 0;
                if (answered || read.exceptionCode() > 1)
                    m_function = read.function();
                if (answered && read.function() == ReadFunction::HoldingRegisters)
                    m_identity.usedHoldingRegisters = true;
                noteOddities(unit, read);
                if (!unit.isPlant())
                    weighAnswer(unit, read);
                handler(read);
            });
}

/// What comes in front of a device's answer may be another device's, which was asked before and is slow.
void IdentityCheck::noteOddities(UnitId unit, const ReadRegisters &read)
{
    static constexpr ReplyOddities late = ReplyOddity::StaleFrame | ReplyOddity::LateReply;
    m_identity.oddFrames |= unit.isPlant() ? read.oddities() : read.oddities() & ~late;
}

void IdentityCheck::takePlantBlock(const ReadRegisters &read)
{
    if (!read.error()) {
        judgePlant(read.registers(), read.registers().last());
        return;
    }
    // Illegal function is final. Illegal address or value may mean the length, or a gap in the block.
    if (read.exceptionCode() == 2 || read.exceptionCode() == 3)
        askPlantInPieces();
    else
        plantFailed(read);
}

void IdentityCheck::askPlantInPieces()
{
    ask(UnitId::plant(), IdentityRules::plantHead, [this](const ReadRegisters &headRead) {
        if (headRead.error())
            return plantFailed(headRead);
        ask(UnitId::plant(), IdentityRules::plantRunningState,
            [this, head = headRead.registers()](const ReadRegisters &stateRead) {
                if (stateRead.error())
                    return plantFailed(stateRead);
                judgePlant(head, stateRead.registers().first());
            });
    });
}

void IdentityCheck::judgePlant(const QList<quint16> &words, quint16 runningState)
{
    m_plantReadable = true;
    m_linkIsSlow = m_sinceAsked.elapsed() * slowPart > m_timeouts.identityReply.count();
    const IdentityRules::PlantJudgement judgement = IdentityRules::judgePlant(words, runningState);
    m_identity.oddValues = judgement.oddities;
    m_identity.foreign = !judgement.isPlant && !judgement.isEmpty;
    const QString oddities = judgement.oddities.join(", "_L1);
    if (!judgement.isPlant) {
        m_identity.verdict = ModbusVerdict::NotSigenergy;
        note((judgement.isEmpty ? u"unit 247 has the registers, but nothing in them: "_s
                                : u"unit 247 has the registers, but not a plant's values: "_s)
             + oddities);
        return askDevices();
    }
    m_identity.verdict = ModbusVerdict::Answers;
    m_identity.plantAnswered = true;
    note(u"unit 247 answers as a plant, running state %1"_s.arg(runningState));
    if (!oddities.isEmpty())
        note(u"odd values: "_s + oddities);
    if (m_options.judgeOnly)
        conclude();
    else if (m_options.documentVersion)
        askVersion(0);
    else
        askDevices();
}

void IdentityCheck::plantFailed(const ReadRegisters &read)
{
    note(read.error().detail);
    switch (read.error().code) {
    case ErrorCode::ModbusSilent:
        m_identity.verdict = ModbusVerdict::Silent;
        m_identity.plantSilent = true;
        break;
    case ErrorCode::ModbusLate:
        m_identity.verdict = ModbusVerdict::Late;
        break;
    case ErrorCode::ModbusBusy:
        m_identity.verdict = ModbusVerdict::Busy;
        m_identity.exceptionCode = read.exceptionCode();
        break;
    case ErrorCode::ModbusOdd:
        m_identity.verdict = ModbusVerdict::Odd;
        break;
    case ErrorCode::ModbusCloses:
        m_identity.verdict = ModbusVerdict::Closes;
        ++m_breaks;
        break;
    case ErrorCode::ModbusException:
        if (IdentityRules::deniesQuestion(read.exceptionCode())) {
            m_identity.verdict = ModbusVerdict::NotSigenergy;
        } else {
            m_identity.verdict = ModbusVerdict::Exception;
            m_identity.exceptionCode = read.exceptionCode();
        }
        break;
    default:
        m_identity.verdict = ModbusVerdict::Garbage;
        return conclude();
    }
    askDevices();
}

/// What a device unit sent, where the plant unit was silent.
void IdentityCheck::weighAnswer(UnitId unit, const ReadRegisters &read)
{
    const QString &detail = read.error().detail;
    switch (read.error().code) {
    case ErrorCode::None:
        return takeInsteadOfSilence(ModbusVerdict::Odd, 0, u"unit %1 answers"_s.arg(unit.value()));
    case ErrorCode::ModbusLate:
    case ErrorCode::ModbusOdd:
        return takeInsteadOfSilence(ModbusVerdict::Odd, 0, detail);
    case ErrorCode::ModbusException:
        return takeInsteadOfSilence(ModbusVerdict::Exception, read.exceptionCode(), detail);
    case ErrorCode::ModbusBusy:
        return takeInsteadOfSilence(ModbusVerdict::Busy, read.exceptionCode(), detail);
    case ErrorCode::ModbusGarbage:
        return takeInsteadOfSilence(ModbusVerdict::Garbage, 0, detail);
    default:
        return;
    }
}

/// The more an answer shows, the more it counts; of equals the first.
void IdentityCheck::takeInsteadOfSilence(ModbusVerdict verdict, quint8 exceptionCode, const QString &detail)
{
    static constexpr ModbusVerdict ranks[] = {ModbusVerdict::Silent, ModbusVerdict::Garbage,
                                              ModbusVerdict::Busy, ModbusVerdict::Exception,
                                              ModbusVerdict::Odd};
    const auto rank = [](ModbusVerdict each) { return std::find(std::begin(ranks), std::end(ranks), each); };
    if (!m_identity.plantSilent || hasEnded() || rank(verdict) <= rank(m_identity.verdict))
        return; // a verdict that has no rank is settled already
    m_identity.verdict = verdict;
    m_identity.exceptionCode = exceptionCode;
    note(detail);
}

void IdentityCheck::askVersion(qsizetype mark)
{
    const QList<IdentityRules::VersionMark> &marks = IdentityRules::versionMarks();
    if (mark == marks.size()) {
        m_identity.documentVersion = IdentityRules::oldestVersion.toString();
        return askDevices();
    }
    ask(UnitId::plant(), marks.at(mark).range, [this, mark](const ReadRegisters &read) {
        if (read.error() && !IdentityRules::deniesQuestion(read.exceptionCode())) {
            note(u"document version: "_s + read.error().detail);
            return askDevices();
        }
        if (read.error() || !IdentityRules::isAvailable(read.registers()))
            return askVersion(mark + 1);
        m_identity.documentVersion = IdentityRules::versionMarks().at(mark).version;
        askDevices();
    });
}

void IdentityCheck::conclude()
{
    if (hasEnded())
        return;
    noteNotAsked();
    dropBareChargers();
    if (m_identity.verdict == ModbusVerdict::Answers && m_identity.oddFrames) {
        m_identity.verdict = ModbusVerdict::Odd;
        m_identity.usable = true;
    }
    m_identity.allAsked = m_options.sweep && m_identity.notAsked.isEmpty() && m_identity.lostLate.isEmpty();
    if (m_identity.devices.isEmpty() && m_identity.notAsked.isEmpty() && !m_done.isEmpty())
        note(u"no device unit gave its identity"_s);
    succeed();
}

void IdentityCheck::note(const QString &detail)
{
    if (!m_identity.detail.isEmpty())
        m_identity.detail += u"; "_s;
    m_identity.detail += detail;
}

void IdentityCheck::pause(std::chrono::milliseconds time, std::function<void()> next)
{
    m_afterWait = std::move(next);
    m_wait.start(time);
}

} // namespace Sigen
