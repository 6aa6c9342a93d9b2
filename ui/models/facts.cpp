#include "ui/models/facts.h"

#include <QCoreApplication>

namespace Sigen {

namespace {

class PageActionText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::PageActionText)
};

} // namespace

QString actionText(PageAction action)
{
    switch (action) {
    case PageAction::TestAgain:
        return PageActionText::tr("Test again");
    case PageAction::TryAgain:
        return PageActionText::tr("Try again");
    case PageAction::ReadState:
        return PageActionText::tr("Read the state");
    case PageAction::SignIn:
        return PageActionText::tr("Sign in…");
    case PageAction::CopyDetails:
        return PageActionText::tr("Copy details");
    case PageAction::SaveReport:
        return PageActionText::tr("Save report…");
    case PageAction::WhereTheSwitchIs:
        return PageActionText::tr("Where the switch is in the app…");
    case PageAction::MessageToInstaller:
        return PageActionText::tr("Message to my installer…");
    case PageAction::Repair:
        return PageActionText::tr("Switch off and on again…");
    case PageAction::LookElsewhere:
        return PageActionText::tr("Look at the other addresses");
    case PageAction::TurnOnAgain:
        return PageActionText::tr("Turn on again");
    case PageAction::ConnectYourSystem:
        return PageActionText::tr("Connect your system");
    case PageAction::AskAgain:
        return PageActionText::tr("Try again", "to reach it");
    case PageAction::ScanNetwork:
        return PageActionText::tr("Scan the network");
    case PageAction::WatchNetwork:
        return PageActionText::tr("Watch the network…");
    case PageAction::ThisIsMyGateway:
        return PageActionText::tr("This is my gateway");
    case PageAction::Diagnose:
        return PageActionText::tr("Diagnose…");
    case PageAction::ShowAppWay:
        return PageActionText::tr("Show me how");
    }
    return {};
}

} // namespace Sigen
