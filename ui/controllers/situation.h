// What is the case on a gateway's page, and the one next thing to do: a pure function of what was seen. The
// page leads with it; a page never opens with a form where the program already knows better.
#pragma once

#include "registry/gateway.h"
#include "ui/controllers/pagesession.h"

namespace Sigen {

/// In this order: the first that fits.
enum class Situation {
    UnderWay, ///< a change or a test runs, and can be cancelled
    OutcomeUnknown, ///< a change was sent, and what it did could not be read back
    WasOn, ///< on when last seen, read as off now
    Proved, ///< on, and Modbus answered this computer in this run
    AlreadyOn, ///< Modbus answers; nobody is signed in
    NotProved, ///< on by the gateway's word, or the port accepts, and no plant answered
    Off, ///< read from the gateway
    Unread, ///< signed in, and the setting could not be read
    Refused, ///< the sign-in or what came after it, by the gateway
    SignIn, ///< a sign-in is possible, or nothing speaks against trying
    AppOnly, ///< a gateway without a sign-in for this program: the way through the vendor's app
    NoGateway, ///< somebody answers, and nothing says that it is a gateway
    NoAnswer,
    NameUnknown,
};

Situation situationOf(const Gateway &gateway, const PageSession &session);
/// The one beneath what is under way: its card, form or way stays meanwhile, so that nothing jumps.
Situation restingSituation(const Gateway &gateway, const PageSession &session);

/// Of the Modbus port: the newest of what the page itself saw and what a scan saw.
ServiceState modbusOf(const Gateway &gateway, const PageSession &session);
/// The sign-in's port was looked at, and is none that this program can sign in at.
bool hasNoSignIn(const Place &place);
/// By the gateway: the sign-in, the session or what was asked for. For lack of rights, or because another
/// client has the session.
bool isRefused(const PageSession &session);

} // namespace Sigen
