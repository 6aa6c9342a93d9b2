#include "workflow/changeplan.h"

namespace Sigen {

ReportedSetting reported(const ModbusSetting &setting)
{
    return {setting.enabled, setting.port};
}

bool isUsable(const ModbusSetting &read, const ChangeRequest &request)
{
    return read.port || request.port;
}

static bool wishedState(const ModbusSetting &before, ChangeAction action)
{
    switch (action) {
    case ChangeAction::Enable:
        return true;
    case ChangeAction::Disable:
        return false;
    case ChangeAction::ReadOnly:
    case ChangeAction::SetPort:
        break;
    }
    return before.enabled;
}

ChangePlan planChange(const ModbusSetting &before, const ChangeRequest &request)
{
    ChangePlan plan;
    if (request.action == ChangeAction::ReadOnly)
        return plan;

    ModbusSetting wished = before;
    wished.enabled = wishedState(before, request.action);
    if (request.port)
        wished.port = request.port;

    // A port that the gateway did not report is not known to be the wished one: it is written.
    const bool portChanges = wished.port != before.port;
    const bool insists =
        request.insist == ChangeRequest::Insist::Send || request.insist == ChangeRequest::Insist::SendUnread;
    if (wished.enabled != before.enabled || portChanges || insists)
        plan.write = wished;

    if (wished.enabled)
        plan.expectation = PortExpectation::Open;
    else if (request.action == ChangeAction::Disable
             && (plan.write || request.insist != ChangeRequest::Insist::OnlyIfOn))
        plan.expectation = PortExpectation::Closed;

    if (request.action == ChangeAction::Disable)
        plan.outcome = plan.write ? Outcome::Disabled : Outcome::AlreadyDisabled;
    else if (request.action == ChangeAction::Enable && (!before.enabled || insists))
        plan.outcome = Outcome::Enabled;
    else if (plan.write)
        plan.outcome = Outcome::PortChanged;
    else
        plan.outcome = request.action == ChangeAction::Enable ? Outcome::AlreadyEnabled : Outcome::Unchanged;
    return plan;
}

bool isAsWished(const ModbusSetting &now, const ModbusSetting &before, const ChangeRequest &request)
{
    if (now.enabled != wishedState(before, request.action))
        return false;
    return !request.port || !now.port || now.port == request.port;
}

} // namespace Sigen
