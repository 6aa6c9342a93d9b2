// The card with the switch, as a value: a part of the page's state. Pure.
#pragma once

#include "accounts/account.h"
#include "network/route.h"
#include "ui/controllers/pagesession.h"

#include <QLocale>

#include <chrono>
#include <optional>

namespace Sigen {

/// The server's switch as it may be shown.
enum class ServerState {
    Unknown, ///< not read in this run; what is known of the port stands in the detail
    Off, ///< read back
    On, ///< read back
    TurningOn,
    TurningOff,
    ChangingPort,
    Repairing,
    Doubtful, ///< a change was sent and could not be read back
};

struct ServerCard
{
    ServerState state = ServerState::Unknown;
    QString headline; ///< "Modbus TCP server is on"
    QString qualifier; ///< ", not verified": follows the headline in plain weight; may be empty
    QString detail; ///< "Listening on port 502 · read back 2 s ago"
    bool isOn = false; ///< the switch's position: the state last read
    bool canSwitch = false;
    bool canSetPort = false;
    bool canRepair = false; ///< GatewayController::repair()
    bool canRead = false; ///< GatewayController::refresh()
    bool isKeptOn = false; ///< it is looked at all the time
    bool emphasizeRead = false; ///< the next thing to press: nothing is known for certain
    quint16 port = 0; ///< of the server, as last read or tested; 0: not known
    bool operator==(const ServerCard &) const = default;
};

struct PageContext
{
    std::chrono::milliseconds uptime{0}; ///< as in PageSession
    QLocale locale;
    std::optional<AccountProblem> keychain; ///< why a password can't be kept
    std::optional<Route> route = {}; ///< this computer's to the gateway, where both are in one network
    bool isKeptOn = false; ///< by this window
};

ServerCard serverCard(const Gateway &gateway, const PageSession &session, const PageContext &context);

} // namespace Sigen
