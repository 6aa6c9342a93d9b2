// Small values that controllers hand to the view: questions and failures with all their words. The view lays
// them out and decides nothing.
#pragma once

#include "ui/models/chip.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

/// Asked before something is done; plain text throughout. The default button is always the harmless one.
struct Question
{
    QString title; ///< "Turn off the Modbus TCP server?"
    QString text; ///< names the gateway, and what it means
    QString sent; ///< what will be sent, in one sentence; empty: nothing is
    QString acceptText; ///< the button's words: "Turn off", with a mnemonic
    QString otherText; ///< a second way to say yes; empty: there is none
    QString rejectText;
    bool grave = false; ///< cuts something off, or leaves something unknown
    bool operator==(const Question &) const = default;
};

/// What a button or link of a page's card does. The window maps each to one of its actions.
enum class PageAction {
    TestAgain, ///< GatewayController::testPort()
    TryAgain, ///< GatewayController::repeat()
    ReadState, ///< GatewayController::refresh()
    SignIn, ///< leads to the sign-in form
    CopyDetails, ///< GatewayController::detailsText() to the clipboard, by the button itself
    SaveReport, ///< PageReport::save()
    WhereTheSwitchIs, ///< opens the guidance dialog
    MessageToInstaller, ///< opens the message dialog
    Repair, ///< GatewayController::repair(), with its question
    LookElsewhere, ///< GatewayController::searchElsewhere()
    TurnOnAgain, ///< GatewayController::turnOn(), with its question
    ConnectYourSystem, ///< opens the snippets
    AskAgain, ///< the host, as when it was added
    ScanNetwork,
    WatchNetwork, ///< for a Modbus server that appears
    ThisIsMyGateway, ///< GatewayController::confirmMine()
    Diagnose, ///< opens the diagnosis, which waits for its button
    ShowAppWay, ///< GatewayController::wantAppWay()
};

struct Failure
{
    Tone tone = Tone::Bad; ///< Caution: nothing was asked for that failed
    QString title; ///< what happened
    QString text; ///< what it means; may be empty
    QStringList causes; ///< what to do next, most likely first; the first two are shown, the rest folds out
    QString details; ///< technical, redacted; folds out; may be empty
    std::optional<PageAction> button; ///< the one next thing to press here
    QList<PageAction> more; ///< what else can be done; folds out
    bool operator==(const Failure &) const = default;
};

/// The words of a button or link.
QString actionText(PageAction action);

} // namespace Sigen

Q_DECLARE_METATYPE(Sigen::Question)
