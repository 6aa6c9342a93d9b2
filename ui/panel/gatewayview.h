// The page of one gateway: header, sign-in or server card, verification, tabs.
#pragma once

#include "ui/controllers/pagestate.h"
#include "ui/models/facts.h"
#include "ui/panel/focuskeeper.h"

#include <QPointer>
#include <QScrollArea>

#include <functional>

class QDialog;
class QPushButton;
class QTabWidget;

namespace Sigen {

class AppWayCard;
class Announcer;
class Card;
class DiagnosisTab;
class GatewayHeader;
class KeepOnController;
class KeepOnOffer;
class KeepOnTab;
class LayersCard;
class ServerCardView;
class PlainLabel;
class SignInCard;
class SituationBox;
class WatchBox;
class WatchController;
class VerificationCardView;
struct GatewayPage;

class GatewayView : public QScrollArea
{
    Q_OBJECT

public:
    /// \a page must outlive it.
    GatewayView(GatewayPage &page, WatchController &watch, KeepOnController &keepOn,
                QWidget *parent = nullptr);

    GatewayPage &page() { return m_page; }

    void focusSignIn(); ///< and shows the form, where it does not show by itself
    void focusNextThing(); ///< the form or the button that the page leads with, if there is one
    void setInstaller(bool isInstaller); ///< for the way through the app
    void showLog(); ///< opens the protocol log's tab, also where the tabs do not show by themselves
    void showDiagnosis(); ///< the same for the diagnosis, which waits for its button
    void showKeepOn(); ///< opens its tab, also where the tabs do not show by themselves
    void keepOn(bool on); ///< asks first, where a question is due
    void saveReport();

Q_SIGNALS:
    void guidanceWanted(); ///< where the switch is in the app
    void roleChosen(bool isInstaller); ///< by the user
    void askWanted(); ///< the host, once more
    void scanWanted();
    void installerMessageWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void retranslate();
    void buildOtherWay();
    void startAfresh();
    void render();
    void showTab(int tab);
    void followDiagnosis();
    void ask(const Question &question);
    void askThen(const Question &question, const std::function<void()> &accepted);
    void wireKeepOn(const KeepOnTab &tab);
    void followKeepOn(const QString &gateway);
    void useService(bool on);
    void act(PageAction action);
    void showWatch();
    void giveFocusBack(QWidget *startedFrom);

    GatewayPage &m_page;
    PageState m_shown; ///< as last rendered
    Announcer *m_announcer = nullptr;
    FocusKeeper m_focus{*this};
    GatewayHeader *m_header = nullptr;
    SituationBox *m_situation = nullptr;
    LayersCard *m_layers = nullptr;
    SignInCard *m_signIn = nullptr;
    Card *m_otherWay = nullptr; ///< below a sign-in that was refused
    PlainLabel *m_otherWayText = nullptr;
    QPushButton *m_showAppWay = nullptr;
    AppWayCard *m_appWay = nullptr;
    WatchController &m_watch;
    WatchBox *m_watchBox = nullptr;
    ServerCardView *m_server = nullptr;
    VerificationCardView *m_verification = nullptr;
    Card *m_tabsCard = nullptr;
    QTabWidget *m_tabs = nullptr;
    QPointer<QDialog> m_question;
    DiagnosisTab *m_diagnosis = nullptr;
    bool m_tabsWanted = false; ///< though the page would not show them by itself
    KeepOnController &m_keepOn;
    KeepOnOffer *m_offer = nullptr; ///< beneath a server that was found off
    bool m_hadTabs = false;
};

} // namespace Sigen
