// The options that say which gateway is meant and how it is spoken to.
#pragma once

#include "cli/hosthint.h"
#include "cli/options.h"
#include "protocol/profile.h"
#include "workflow/gatewaytarget.h"

namespace Sigen {

struct CommonOptions;
struct OptionGroup;

/// --host and --allow-public: for commands that do not sign in.
OptionGroup hostOptions();
/// All connection options.
OptionGroup connectionOptions();

/// --test-port: where this computer reaches the Modbus port behind a router.
QCommandLineOption testPortOption();

/// The host, normalized; \a allowPublic is set from --allow-public. A literal public address without it is
/// refused here, a name that resolves to one only when it is looked up. \a port is the one that the command
/// connects to.
QString readHost(Options &options, bool *allowPublic, HostPort port = HostPort::Modbus);

/// Everything but the password.
GatewayTarget readTarget(Options &options, const CommonOptions &common);

/// --profile, by default the first of the built-in ones.
ProtocolProfile readProfile(Options &options);

/// --username and --serial are texts that travel in JSON: anything but an empty user name will do.
QString readUsername(Options &options);

} // namespace Sigen
