// Bytes from a Modbus port, in arbitrary pieces, and the values in what they carry.
#include "protocol/registertable.h"
#include "require.h"

#include <fuzzer/FuzzedDataProvider.h>

using namespace Sigen;
using State = ReplyAssembler::State;

static void requireConsistent(const ReplyAssembler &assembler, const ReadRequest &request)
{
    const State state = assembler.state();
    require(assembler.registers().size() == (state == State::Registers ? request.range.count : 0),
            "as many registers as were asked for, and only then");
    require((assembler.exceptionCode() != 0) == (state == State::Exception), "a code with an exception only");
    require(assembler.garbageReason().isEmpty() == (state != State::Garbage), "a reason with garbage only");
    require(state == State::Incomplete || !assembler.hasPartialFrame(), "nothing is kept after a verdict");
}

static void requireSame(const ReplyAssembler &a, const ReplyAssembler &b)
{
    require(a.state() == b.state(), "the same state in pieces");
    require(a.registers() == b.registers(), "the same registers in pieces");
    require(a.exceptionCode() == b.exceptionCode(), "the same exception in pieces");
    require(a.garbageReason() == b.garbageReason(), "the same reason in pieces");
    require(a.skippedFrames() == b.skippedFrames(), "the same skipped frames in pieces");
    require(a.hasPartialFrame() == b.hasPartialFrame(), "the same rest in pieces");
}

static void requireHarmless(const QByteArray &frame, const ReadRequest &request)
{
    const int last = request.range.address + request.range.count - 1;
    const bool possible =
        request.range.count >= 1 && request.range.count <= RegisterRange::maximumCount && last <= 0xFFFF;
    require(frame.size() == (possible ? 12 : 0), "a request has 12 bytes, an impossible one none");
    if (frame.isEmpty())
        return;
    require(frame.at(6) != 0, "never a broadcast");
    require(frame.at(7) == 3 || frame.at(7) == 4, "nothing but reads");
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider input(data, size);
    ReadRequest request;
    request.transaction = input.ConsumeIntegral<quint16>();
    request.unit = UnitId::fromInt(input.ConsumeIntegralInRange(1, 247)).value_or(UnitId::plant());
    request.function = input.ConsumeBool() ? ReadFunction::InputRegisters : ReadFunction::HoldingRegisters;
    request.range.address = input.ConsumeIntegral<quint16>();
    request.range.count = input.ConsumeIntegral<qint8>();
    requireHarmless(encodeReadRequest(request), request);
    if (encodeReadRequest(request).isEmpty())
        return 0;

    const size_t piece = input.ConsumeIntegralInRange<size_t>(1, 300);
    const std::string text = input.ConsumeRemainingBytesAsString();
    const QByteArray bytes(text.data(), qsizetype(text.size()));

    ReplyAssembler whole(request);
    whole.feed(bytes);
    requireConsistent(whole, request);
    ReplyAssembler pieces(request);
    for (qsizetype at = 0; at < bytes.size(); at += qsizetype(piece)) {
        const State before = pieces.state();
        pieces.feed(bytes.mid(at, qsizetype(piece)));
        requireConsistent(pieces, request);
        require(before == State::Incomplete || pieces.state() == before, "a verdict is final");
    }
    requireSame(whole, pieces);

    const RegisterBlock block{request.range.address, whole.registers()};
    for (const RegisterDefinition &each : RegisterTable::builtIn().definitions()) {
        const auto value = decodeRegister(each, block);
        require(!value || block.contains(each), "no value from outside the block");
        if (value && !each.bits.isEmpty())
            alarmTexts(each, quint16(value->toLongLong()));
    }
    return 0;
}
