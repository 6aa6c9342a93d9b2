// What the tests of the Modbus reader share.
#pragma once

#include "modbus/modbusreader.h"
#include "scriptedserver.h"
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <algorithm>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Request = ScriptedServer::Request;

inline constexpr RegisterRange head{30000, 2};
inline const UnitId plant = UnitId::plant();

inline ReadOptions quick(int retries = 0, std::chrono::milliseconds replyTimeout = 400ms)
{
    ReadOptions options;
    options.replyTimeout = replyTimeout;
    options.retries = retries;
    return options;
}

inline bool runToEnd(Operation &operation)
{
    QSignalSpy finished(&operation, &Operation::finished);
    operation.start();
    return finished.wait(10000) && finished.count() == 1;
}

inline QByteArray goodReply(const Request &request)
{
    return replyTo(request, QList<quint16>(request.count(), 0x1234));
}

/// What a reader told by lateReply().
struct LateReplies
{
    explicit LateReplies(ModbusReader &reader)
    {
        QObject::connect(&reader, &ModbusReader::lateReply, &reader,
                         [this](UnitId unit, RegisterRange range, const QList<quint16> &registers) {
                             units.append(unit.value());
                             ranges.append(range);
                             words = registers;
                         });
    }
    QList<int> units;
    QList<RegisterRange> ranges;
    QList<quint16> words; ///< of the last one
};

inline void answerWell(QTcpSocket &peer, const Request &request)
{
    peer.write(goodReply(request));
}
