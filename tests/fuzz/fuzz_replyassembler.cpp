// Bytes from a Modbus port, in arbitrary pieces, and the values in what they carry.
#include "protocol/registertable.h"
#include "protocol/replyassembler.h"
#include "require.h"

#include <fuzzer/FuzzedDataProvider.h>

using namespace Sigen;
using Kind = ModbusReply::Kind;

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

static void requireConsistent(const ModbusReply &reply)
{
    require(reply.request.has_value() == (reply.kind != Kind::Foreign), "a foreign frame answers nothing");
    require((reply.exceptionCode != 0) == (reply.kind == Kind::Exception), "a code with an exception only");
    require(reply.reason.isEmpty() == (reply.kind != Kind::Unfit), "a reason where it does not fit only");
    if (reply.kind != Kind::Registers) {
        require(reply.registers.isEmpty(), "registers from an answer only");
        return;
    }
    require(reply.registers.size() == reply.request->range.count, "as many registers as were asked for");
    require(reply.transaction == reply.request->transaction, "the number that was asked with");
    require(reply.function == quint8(reply.request->function), "the function that was asked with");
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
    ReadRequest earlier = request; // has had no answer
    earlier.transaction = quint16(request.transaction - 1);

    const size_t piece = input.ConsumeIntegralInRange<size_t>(1, 300);
    const std::string text = input.ConsumeRemainingBytesAsString();
    const QByteArray bytes(text.data(), qsizetype(text.size()));

    ReplyAssembler whole;
    ReplyAssembler pieces;
    for (ReplyAssembler *each : {&whole, &pieces}) {
        each->expect(earlier);
        each->expect(request);
    }
    const QList<ModbusReply> replies = whole.feed(bytes);
    QList<ModbusReply> piecemeal;
    for (qsizetype at = 0; at < bytes.size(); at += qsizetype(piece)) {
        piecemeal += pieces.feed(bytes.mid(at, qsizetype(piece)));
        require(pieces.partialBytes() <= 264, "at most a frame is kept");
    }
    require(replies == piecemeal, "the same frames in pieces");
    require(whole.strayBytes() == pieces.strayBytes(), "the same stray bytes in pieces");
    require(whole.partialBytes() == pieces.partialBytes(), "the same rest in pieces");
    require(whole.partialTransaction() == pieces.partialTransaction(), "the same number of the rest");

    int answers = 0;
    qsizetype accounted = whole.strayBytes() + whole.partialBytes();
    for (const ModbusReply &reply : replies) {
        requireConsistent(reply);
        answers += reply.transaction == request.transaction && reply.request ? 1 : 0;
        accounted += 9;
        if (reply.kind != Kind::Registers)
            continue;
        const RegisterBlock block{request.range.address, reply.registers};
        for (const RegisterDefinition &each : RegisterTable::builtIn().definitions()) {
            const auto value = decodeRegister(each, block);
            require(!value || block.contains(each), "no value from outside the block");
            if (value && !each.bits.isEmpty())
                alarmTexts(each, quint16(value->toLongLong()));
        }
    }
    require(answers <= 1, "one answer to a question");
    require(accounted <= bytes.size(), "no byte is counted twice");
    require(whole.isExpected(request.transaction) == (answers == 0),
            "an answer is waited for until it is there");
    return 0;
}
