// What the session's tests share: credentials, and waiting for a request.
#pragma once

#include "loopbackendpoint.h"

#include "gateway/requests.h"
#include "gateway/session.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace Sigen::Test {

inline Credentials testCredentials(const QString &serial = {})
{
    return {QStringLiteral("admin"), Secret(QStringLiteral("pass\"word")), serial};
}

/// Runs \a request to its end; false when it does not come to one.
inline bool finish(Operation &request)
{
    QSignalSpy finished(&request, &Operation::finished);
    request.start();
    return finished.wait(10'000) && finished.count() == 1 && request.isFinished();
}

inline bool openAndSignIn(GatewaySession &session)
{
    const auto open = session.open();
    if (!finish(*open) || open->error())
        return false;
    const auto signIn = session.signIn(testCredentials());
    return finish(*signIn) && !signIn->error();
}

} // namespace Sigen::Test
