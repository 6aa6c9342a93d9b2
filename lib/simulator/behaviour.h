// What one simulated gateway does, event by event and beyond the named faults, as a value.
//
// A named fault says what is wrong for good. A behaviour says what becomes of the first, second, third …
// answer, when a change takes effect, whom the gateway serves, and when its Modbus port opens and answers.
// The default is a gateway without a flaw. Behaviours and named faults may be combined.
//
// Nothing here makes the gateway lie: a state that it sends is the one that it had when it was asked, though
// it may come late, twice, in pieces or under another number. So whatever a client claims can be held against
// the truth.
#pragma once

#include "simulator/modbuswire.h"
#include "simulator/replyplan.h"

#include <QList>
#include <QString>

#include <chrono>

namespace Sigen {

/// What becomes of the first events of a kind, and of all later ones.
template <typename Value>
struct Script
{
    QList<Value> first;
    Value then{};

    const Value &at(qsizetype index) const { return index < first.size() ? first.at(index) : then; }
    bool operator==(const Script &) const = default;
};

struct HandshakeBehaviour
{
    enum class Shape { Right, None, NotFound, Garbage, Close, Reset };
    Shape shape = Shape::Right;
    std::chrono::milliseconds delay{0};
    bool operator==(const HandshakeBehaviour &) const = default;
};

struct ModbusBehaviour
{
    enum class Shape {
        Right,
        None,
        Exception,
        Zeros, ///< the right frame, all its registers zero
        OtherUnit, ///< the right registers under the unit id in `number`
        OtherTransaction, ///< the right registers under another transaction id
        Fewer, ///< the first half of the registers
        More, ///< twelve registers more than were asked for
        Trailing, ///< two more bytes behind the frame
        StaleInFront, ///< an older reply of other registers in front, in the same segment
        HalfStaleBehind, ///< half of an older reply behind
        Half, ///< half of the reply and nothing more
        Garbage,
        Close,
        Reset,
    };
    Shape shape = Shape::Right;
    quint8 number = 0; ///< of the exception, or the unit id
    std::chrono::milliseconds delay{0};
    int copies = 0; ///< at once
    int segment = 0; ///< bytes that leave together; 0: all
    bool operator==(const ModbusBehaviour &) const = default;
};

struct Behaviour
{
    Script<HandshakeBehaviour> handshakes;
    Script<ReplyBehaviour> signIns;
    Script<ReplyBehaviour> reads; ///< before the first set request
    Script<ReplyBehaviour> writes;
    Script<ReplyBehaviour> readBacks;
    Spelling serialEcho = Spelling::None; ///< the serial number is the password

    // A set request; what is answered to it is in `writes`, whether it is obeyed is here.
    bool takesEffect = true;
    bool echoesRequest = false; ///< the acknowledgement carries the setting that was asked for
    std::chrono::milliseconds effectDelay{0};
    std::chrono::milliseconds restart{
        0}; ///< after a set request both ports are closed so long; 0: no restart

    enum class Sessions { Many, NewestWins, OldestWins };
    Sessions sessions = Sessions::Many;
    std::chrono::milliseconds longestSilence{0}; ///< of a client, else its connection is closed; 0: any
    int clients = 0; ///< WebSocket connections at a time, others are closed at once; 0: no bound
    std::chrono::milliseconds clientRest{0}; ///< until the place of one that has gone is free
    std::chrono::milliseconds pushInterval{0}; ///< unasked messages that say the present setting; 0: none
    bool pushesLookLikeReplies = false; ///< they have the number of a reply

    std::chrono::milliseconds portOpens{0};
    std::chrono::milliseconds portCloses{0};
    std::chrono::milliseconds warmUp{0}; ///< after its port has opened Modbus answers as `cold` so long
    ModbusBehaviour cold;
    Script<ModbusBehaviour> modbus;
    Spelling modelEcho = Spelling::None; ///< the model is the password, as far as it fits

    bool operator==(const Behaviour &) const = default;
};

/// The bytes that \a behaviour makes of a right reply; empty: none. Close and Reset are the caller's.
QByteArray modbusBytes(const ModbusBehaviour &behaviour, const ModbusAdu &request, QByteArray pdu);

} // namespace Sigen
