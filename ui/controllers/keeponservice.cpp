// Keeping on by a background service: it takes over from the window, and the window from it.

#include "registry/registry.h"
#include "ui/controllers/backgroundservice.h"
#include "ui/controllers/gatewaycontroller.h"
#include "ui/controllers/keeponcontroller.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

bool KeepOnController::hasService(const QString &gateway) const
{
    return m_service.isInstalled(hostOf(gateway));
}

bool KeepOnController::canUseService(const QString &gateway) const
{
    const Gateway *const known = m_registry.find(gateway);
    return known && (keepOn(gateway).isPassive || isPasswordRemembered(*known));
}

ServiceFacts KeepOnController::serviceFacts(const QString &gateway) const
{
    return {m_service.obstacle(), m_service.system(),     m_service.stateOf(hostOf(gateway)),
            m_service.isBusy(),   canUseService(gateway), m_service.isPlain(),
            m_service.problem()};
}

QStringList KeepOnController::serviceOptions(const Gateway &gateway) const
{
    const KeepOn keepOn = this->keepOn(gateway.id);
    const Way &way = gateway.way;
    QStringList options{u"--interval"_s, QString::number(keepOn.interval), u"--modbus-port"_s,
                        QString::number(keepOn.port)};
    const auto add = [&options](const QString &name, const QString &value) {
        if (!value.isEmpty())
            options += {name, value};
    };
    if (keepOn.isPassive) {
        options += u"--passive"_s;
    } else {
        add(u"--username"_s, formFor(gateway).username);
        const quint16 port = way.webSocketPort ? way.webSocketPort : gateway.webSocketPort();
        add(u"--ws-port"_s, port ? QString::number(port) : QString());
        add(u"--ws-path"_s, way.path);
        add(u"--profile"_s, way.profile);
        if (way.tls)
            options += u"--tls"_s;
        add(u"--tls-fingerprint"_s, way.fingerprint);
        options += u"--keychain"_s;
    }
    return options + QStringList{u"--unless-turned-off"_s};
}

void KeepOnController::installService(const QString &gateway)
{
    const Gateway *const known = m_registry.find(gateway);
    if (!known || m_service.isBusy() || !canUseService(gateway))
        return;
    const QStringList options = serviceOptions(*known);
    keeperOf(gateway).waitElsewhere(); // one of both at a time; begins again where it can't be installed
    m_service.install(accountHost(*known), options);
}

void KeepOnController::removeService(const QString &gateway)
{
    m_service.remove(hostOf(gateway));
}

} // namespace Sigen
