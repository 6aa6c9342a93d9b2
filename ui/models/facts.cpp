#include "ui/models/facts.h"

#include <QCoreApplication>

namespace Sigen {

namespace {

class FailureText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::FailureText)
};

} // namespace

QString failureActionText(FailureAction action)
{
    switch (action) {
    case FailureAction::TestAgain:
        return FailureText::tr("Test again");
    case FailureAction::TryAgain:
        return FailureText::tr("Try again");
    case FailureAction::ReadState:
        return FailureText::tr("Read the state");
    case FailureAction::SignIn:
        return FailureText::tr("Sign in…");
    case FailureAction::CopyDetails:
        return FailureText::tr("Copy details");
    case FailureAction::SaveReport:
        return FailureText::tr("Save report…");
    case FailureAction::WhereTheSwitchIs:
        return FailureText::tr("Where the switch is in the app…");
    case FailureAction::MessageToInstaller:
        return FailureText::tr("Message to my installer…");
    case FailureAction::TurnOnAgain:
        return FailureText::tr("Turn on again");
    case FailureAction::ConnectYourSystem:
        return FailureText::tr("Connect your system");
    case FailureAction::ScanNetwork:
        return FailureText::tr("Scan the network");
    case FailureAction::WatchNetwork:
        return FailureText::tr("Watch the network…");
    case FailureAction::ThisIsMyGateway:
        return FailureText::tr("This is my gateway");
    case FailureAction::ShowAppWay:
        return FailureText::tr("Show me how");
    }
    return {};
}

} // namespace Sigen
