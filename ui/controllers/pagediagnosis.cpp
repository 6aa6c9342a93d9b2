#include "ui/controllers/pagediagnosis.h"

#include "ui/controllers/pagejobs.h"

namespace Sigen {

DiagnosisRequest diagnosisRequest(const Gateway &gateway, const PageSession &session, const SignInForm &form,
                                  const Timeouts &timeouts)
{
    DiagnosisRequest request;
    request.signIn = session.isSignedIn() && session.way;
    request.target = request.signIn ? *session.way : targetBy(form, gateway);
    request.target.timeouts = timeouts;
    if (request.signIn)
        request.target.expectedSerial = session.serial;
    request.identity.units = {*UnitId::fromInt(1), *UnitId::fromInt(2)};
    request.identity.documentVersion = true;
    return request;
}

static Error reachErrorOf(const DiagnosisEvidence &seen)
{
    const QString endpoint = seen.endpoint(seen.webSocketPort);
    switch (seen.webSocket->state) {
    case PortState::Open:
        return {};
    case PortState::Closed:
        return {ErrorCode::ConnectionRefused, endpoint, seen.webSocket->detail};
    case PortState::Filtered:
        return {ErrorCode::ConnectTimeout, endpoint, seen.webSocket->detail};
    case PortState::Unreachable:
        break;
    }
    return {ErrorCode::Unreachable, endpoint, seen.webSocket->detail};
}

void PageJobs::takeDiagnosis(const Diagnosis &diagnosis)
{
    const DiagnosisEvidence &seen = diagnosis.evidence();
    takeSignIn(seen);
    const std::optional<JobResult> &test = diagnosis.portTest();
    if (isNobodyThere(seen)) {
        m_session.proof.isGone = true;
        Q_EMIT notAnswering({m_gateway.id, m_gateway.host(), {}, false, true});
    }
    if (!test || !seen.webSocket) {
        Q_EMIT changed();
        return;
    }
    m_session.modbusHost.clear(); // it was the gateway's own address
    m_session.begin(Kind::Test, seen.webSocketPort, seen.modbusPort);
    noteReach(reachErrorOf(seen), seen.elapsed.value(LayerId::WebSocketPort));
    for (const Step &step : diagnosis.portSteps())
        take(step);
    tested(*test, seen.modbusPort);
}

void PageJobs::takeSignIn(const DiagnosisEvidence &seen)
{
    if (!m_session.isSignedIn() || !seen.signIn)
        return;
    JobResult result;
    result.host = m_gateway.host();
    result.error = *seen.signIn;
    if (seen.signIn->code == ErrorCode::SignInRefused) {
        m_session.refuse(result); // a third wrong try could lock the account
    } else if (seen.signIn->code == ErrorCode::WrongGateway) {
        m_session.signOut(); // it has the password, and must get it no more
    } else if (seen.setting && !m_session.isDoubtful) {
        // Where a change is in doubt, one read does not tell what it did.
        m_session.setting = seen.setting;
        m_session.readAt = m_environment.now();
        m_session.readUptime = m_environment.uptime();
        m_session.wasReadBack = false;
        result.current = seen.setting;
        tellSetting(result);
    }
}

} // namespace Sigen
