// What the tests of the identity check share.
#pragma once

#include "modbus/identity.h"
#include "scriptedserver.h"
#include "support/loopback.h"
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Request = ScriptedServer::Request;

inline Timeouts quick()
{
    Timeouts timeouts;
    timeouts.modbusReply = 400ms;
    timeouts.identityReply = 300ms;
    return timeouts;
}

inline UnitId unit(int id)
{
    return *UnitId::fromInt(id);
}

/// Runs a check against \a server until it has finished.
inline std::unique_ptr<IdentityCheck> checked(const ScriptedServer &server, IdentityOptions options = {},
                                              Timeouts timeouts = quick())
{
    auto check = std::make_unique<IdentityCheck>(server.connectedConnection(), std::move(options), timeouts);
    QSignalSpy finished(check.get(), &Operation::finished);
    check->start();
    if (!finished.wait(30000) || finished.count() != 1)
        qFatal("the check does not finish");
    return check;
}
