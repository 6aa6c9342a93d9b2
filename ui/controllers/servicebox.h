// The check box for the background service, and the question before it is installed: words only. Pure.
#pragma once

#include "core/error.h"
#include "ui/controllers/backgroundservice.h"
#include "ui/controllers/keepon.h"
#include "ui/models/facts.h"

namespace Sigen {

struct ServiceFacts
{
    ServiceEnvironment::Obstacle obstacle = ServiceEnvironment::Obstacle::None;
    ServiceSystem system = ServiceSystem::Systemd;
    QString state; ///< as BackgroundService::stateOf()
    bool isBusy = false;
    bool hasPassword = true; ///< the keychain has it, or none is needed
    bool isPlain = false;
    Error problem;
    bool operator==(const ServiceFacts &) const = default;
};

struct ServiceBox
{
    bool isChecked = false;
    bool canToggle = false;
    QString note; ///< why it is off, or what else is to be known of it; may be empty
    bool operator==(const ServiceBox &) const = default;
};

ServiceBox serviceBox(const KeepOn &keepOn, const ServiceFacts &facts);
/// \a title: of the gateway.
Question serviceQuestion(const QString &title, const KeepOn &keepOn, ServiceSystem system);

} // namespace Sigen
