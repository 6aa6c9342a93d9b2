#include "words/titles.h"

#include <QCoreApplication>

namespace Sigen {

namespace {

class Titles
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::Titles)
};

} // namespace

QString stepTitle(StepId id)
{
    switch (id) {
    case StepId::Reach:
        return Titles::tr("Reach the gateway");
    case StepId::Handshake:
        return Titles::tr("Open WebSocket");
    case StepId::SignIn:
        return Titles::tr("Sign in");
    case StepId::Read:
        return Titles::tr("Read the setting");
    case StepId::Write:
        return Titles::tr("Change it");
    case StepId::ReadBack:
        return Titles::tr("Read it back");
    case StepId::Port:
        return Titles::tr("Test the port");
    case StepId::Modbus:
        return Titles::tr("Read Modbus");
    case StepId::Wait:
        return Titles::tr("Wait for a server");
    }
    return {};
}

QString settingText(const ReportedSetting &setting)
{
    if (!setting.port)
        return setting.enabled ? Titles::tr("on") : Titles::tr("off");
    return (setting.enabled ? Titles::tr("on, port %1") : Titles::tr("off, port %1")).arg(*setting.port);
}

QString settingSentence(const ReportedSetting &setting)
{
    if (!setting.port)
        return setting.enabled ? Titles::tr("The server is on; no port is reported.")
                               : Titles::tr("The server is off; no port is reported.");
    return (setting.enabled ? Titles::tr("The server is on, port %1.")
                            : Titles::tr("The server is off, port %1."))
        .arg(*setting.port);
}

} // namespace Sigen
