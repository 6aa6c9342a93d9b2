#include "keeping/serviceplan.h"

#include <QDir>

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr QLatin1StringView namePrefix{"sigen-modbus-watch-"};
static constexpr QLatin1StringView labelPrefix{"io.github.sigen-modbus.watch-"};

std::optional<ServiceSystem> serviceSystem()
{
#if defined(Q_OS_MACOS)
    return ServiceSystem::Launchd;
#elif defined(Q_OS_WIN)
    return ServiceSystem::TaskScheduler;
#elif defined(Q_OS_LINUX)
    return ServiceSystem::Systemd;
#else
    return std::nullopt;
#endif
}

// --- names

/// Letters, digits, dots and hyphens stay; all else becomes _XX. A host is ASCII by now, or nearly.
static QString encoded(const QString &host)
{
    QString name;
    for (const char byte : host.toUtf8()) {
        const bool isPlain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
            || (byte >= '0' && byte <= '9') || byte == '.' || byte == '-';
        name +=
            isPlain ? QString(QLatin1Char(byte)) : u'_' + QString::fromLatin1(QByteArray(1, byte).toHex());
    }
    return name;
}

static QString decoded(QString name)
{
    name.replace(u'_', u'%');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(name.toLatin1()));
}

static QString fileEnding(ServiceSystem system)
{
    return system == ServiceSystem::Systemd ? u".service"_s
        : system == ServiceSystem::Launchd  ? u".plist"_s
                                            : u".xml"_s;
}

static QString nameOf(ServiceSystem system, const QString &host)
{
    return (system == ServiceSystem::Launchd ? labelPrefix : namePrefix) + encoded(host);
}

QString serviceHost(ServiceSystem system, const QString &fileName)
{
    const QLatin1StringView prefix = system == ServiceSystem::Launchd ? labelPrefix : namePrefix;
    const QString ending = fileEnding(system);
    if (!fileName.startsWith(prefix) || !fileName.endsWith(ending))
        return {};
    const QString host = decoded(fileName.sliced(prefix.size()).chopped(ending.size()));
    return nameOf(system, host) + ending == fileName ? host : QString();
}

QString serviceFolder(ServiceSystem system, const QString &home, const QString &configHome,
                      const QString &settingsFolder)
{
    switch (system) {
    case ServiceSystem::Systemd:
        return configHome + "/systemd/user"_L1;
    case ServiceSystem::Launchd:
        return home + "/Library/LaunchAgents"_L1;
    case ServiceSystem::TaskScheduler:
        break;
    }
    return settingsFolder + "/services"_L1;
}

static QStringList arguments(const ServiceSpec &spec)
{
    return QStringList{u"watch"_s, u"--host"_s, spec.host} + spec.options;
}

// --- systemd

/// As systemd.syntax(7) and systemd.unit(5) have it: % stands for itself when doubled.
static QString unitQuoted(const QString &text)
{
    QString quoted;
    for (const QChar character : text) {
        if (character < u' ' || character == u'\x7f')
            quoted += u"\\x%1"_s.arg(uint(character.unicode()), 2, 16, QChar(u'0'));
        else if (character == u'\\' || character == u'"')
            quoted += QString(u'\\') + character;
        else
            quoted += character == u'%' ? u"%%"_s : QString(character);
    }
    return u'"' + quoted + u'"';
}

/// In a command there are variables, too (systemd.service(5)).
static QString unitWord(const QString &text)
{
    return unitQuoted(text).replace(u'$', u"$$"_s);
}

/// What a user's own service manager may lack the right to: a name space of its own, and with it these.
static constexpr QLatin1StringView ownNamespace{R"(ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths=%1
PrivateTmp=yes
PrivateDevices=yes
PrivateMounts=yes
PrivateUsers=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
CapabilityBoundingSet=
)"};

static QByteArray systemdUnit(const ServiceSpec &spec, bool inOwnNamespace)
{
    QStringList words{unitWord(spec.program)};
    for (const QString &argument : arguments(spec))
        words += unitWord(argument);
    QStringList writable{unitQuoted(u'-' + spec.settingsFolder)};
    for (const QString &file : spec.writtenFiles)
        writable += unitQuoted(u'-' + QDir::cleanPath(file + "/.."_L1)); // a file is replaced whole
    QString host = spec.host;
    host.replace(u'%', u"%%"_s);
    const QString closedIn = QString(ownNamespace).arg(writable.join(u' '));
    const QString environment = spec.configHome.isEmpty()
        ? QString()
        : u"Environment="_s + unitQuoted(u"XDG_CONFIG_HOME="_s + spec.configHome) + u'\n';
    // 2, 4 and 7: wrong use, a refused sign-in, somebody who switches it off. Starting again changes none.
    const QString unit = uR"(# Written by sigen-modbus-cli; "service remove" deletes it.
[Unit]
Description=Keeps the Modbus TCP server of %1 on
Documentation=man:sigen-modbus-cli(1)
StartLimitIntervalSec=0

[Service]
Type=exec
ExecStart=%2
Restart=on-failure
RestartSec=60
RestartPreventExitStatus=2 4 7
TimeoutStopSec=60
UMask=0077
MemoryMax=256M
TasksMax=32

%3NoNewPrivileges=yes
%4LockPersonality=yes
KeyringMode=private
MemoryDenyWriteExecute=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM

[Install]
WantedBy=default.target
)"_s.arg(host, words.join(u' '), environment, inOwnNamespace ? closedIn : QString());
    return unit.toUtf8();
}

// --- launchd and the task scheduler

static QString element(const QString &name, const QString &text)
{
    return u'<' + name + u'>' + text.toHtmlEscaped() + u"</"_s + name + u'>';
}

static QByteArray launchdAgent(const ServiceSpec &spec)
{
    QStringList words{u"    "_s + element(u"string"_s, spec.program)};
    for (const QString &argument : arguments(spec))
        words += u"    "_s + element(u"string"_s, argument);
    // Restarted after a crash only: launchd knows no exit codes to spare, and a refused sign-in must not be
    // sent again.
    const QString agent = uR"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  %1
  <key>ProgramArguments</key>
  <array>
%2
  </array>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>Crashed</key>
    <true/>
  </dict>
  <key>ThrottleInterval</key>
  <integer>60</integer>
  <key>StandardOutPath</key>
  %3
  <key>StandardErrorPath</key>
  %3
  <key>ProcessType</key>
  <string>Background</string>
  <key>LowPriorityIO</key>
  <true/>
  <key>Umask</key>
  <integer>63</integer>
  <key>LimitLoadToSessionType</key>
  <string>Aqua</string>
</dict>
</plist>
)"_s.arg(element(u"string"_s, nameOf(ServiceSystem::Launchd, spec.host)), words.join(u'\n'),
         element(u"string"_s,
                 spec.home + "/Library/Logs/"_L1 + nameOf(ServiceSystem::Launchd, spec.host) + ".log"_L1));
    return agent.toUtf8();
}

/// As CommandLineToArgvW() takes it apart.
static QString windowsQuoted(const QString &text)
{
    QString quoted = u"\""_s;
    int backslashes = 0;
    for (const QChar character : text) {
        if (character == u'\\') {
            ++backslashes;
            continue;
        }
        quoted += QString(character == u'"' ? 2 * backslashes + 1 : backslashes, u'\\');
        backslashes = 0;
        quoted += character;
    }
    return quoted + QString(2 * backslashes, u'\\') + u'"';
}

static QByteArray scheduledTask(const ServiceSpec &spec)
{
    QStringList words;
    for (const QString &argument : arguments(spec))
        words += windowsQuoted(argument);
    QString task = uR"(<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    %1
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Enabled>true</Enabled>
      %2
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      %2
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Hidden>true</Hidden>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="Author">
    <Exec>
      %3
      %4
    </Exec>
  </Actions>
</Task>
)"_s.arg(element(u"Description"_s, u"Keeps the Modbus TCP server of %1 on"_s.arg(spec.host)),
         element(u"UserId"_s, spec.user), element(u"Command"_s, QDir::toNativeSeparators(spec.program)),
         element(u"Arguments"_s, words.join(u' ')));
    // schtasks wants what the declaration says, with its mark.
    QByteArray bytes("\xFF\xFE");
    task.replace(u'\n', u"\r\n"_s);
    for (const QChar character : std::as_const(task)) {
        bytes += char(character.unicode() & 0xFF);
        bytes += char(character.unicode() >> 8);
    }
    return bytes;
}

// --- the plan

ServicePlan planService(ServiceSystem system, const ServiceSpec &spec, const QString &folder)
{
    ServicePlan plan;
    plan.name = nameOf(system, spec.host);
    plan.path = folder + u'/' + plan.name + fileEnding(system);
    switch (system) {
    case ServiceSystem::Systemd: {
        const QString unit = plan.name + u".service"_s;
        const QStringList user{u"systemctl"_s, u"--user"_s};
        plan.content = systemdUnit(spec, true);
        plan.plainContent = systemdUnit(spec, false);
        // Restarted, since it may have run with other options.
        plan.install = {user + QStringList{u"daemon-reload"_s}, user + QStringList{u"enable"_s, unit},
                        user + QStringList{u"restart"_s, unit}};
        plan.remove = {user + QStringList{u"disable"_s, u"--now"_s, unit}};
        plan.afterRemoval = {user + QStringList{u"daemon-reload"_s},
                             user + QStringList{u"reset-failed"_s, unit}};
        plan.status = user + QStringList{u"is-active"_s, unit};
        break;
    }
    case ServiceSystem::Launchd: {
        const QString domain = u"gui/"_s + spec.userId;
        plan.content = launchdAgent(spec);
        plan.prepare = {{u"launchctl"_s, u"bootout"_s, domain + u'/' + plan.name}};
        plan.install = {{u"launchctl"_s, u"bootstrap"_s, domain, plan.path}};
        plan.remove = {{u"launchctl"_s, u"bootout"_s, domain + u'/' + plan.name}};
        plan.status = {u"launchctl"_s, u"print"_s, domain + u'/' + plan.name};
        break;
    }
    case ServiceSystem::TaskScheduler:
        plan.content = scheduledTask(spec);
        plan.prepare = {{u"schtasks"_s, u"/End"_s, u"/TN"_s, plan.name}};
        plan.install = {{u"schtasks"_s, u"/Create"_s, u"/F"_s, u"/TN"_s, plan.name, u"/XML"_s,
                         QDir::toNativeSeparators(plan.path)},
                        {u"schtasks"_s, u"/Run"_s, u"/TN"_s, plan.name}};
        plan.remove = {{u"schtasks"_s, u"/End"_s, u"/TN"_s, plan.name},
                       {u"schtasks"_s, u"/Delete"_s, u"/F"_s, u"/TN"_s, plan.name}};
        // Its own words are in the system's language.
        plan.status = {
            u"powershell"_s, u"-NoProfile"_s, u"-NonInteractive"_s, u"-Command"_s,
            u"[string](Get-ScheduledTask -TaskName '%1' -ErrorAction Stop).State"_s.arg(plan.name)};
        break;
    }
    return plan;
}

QString serviceState(ServiceSystem system, const QByteArray &output, int exitCode)
{
    const QByteArray text = output.trimmed();
    switch (system) {
    case ServiceSystem::Systemd:
        if (text == "active" || text == "activating" || text == "reloading")
            return u"running"_s;
        return text == "failed" ? u"failed"_s : u"stopped"_s;
    case ServiceSystem::Launchd:
        return exitCode == 0 && text.contains("state = running") ? u"running"_s : u"stopped"_s;
    case ServiceSystem::TaskScheduler:
        return text == "Running" ? u"running"_s : u"stopped"_s;
    }
    return {};
}

} // namespace Sigen
