// The pages of the window: one for each gateway that was chosen in this run, made when it is first needed and
// kept, so that a sign-in or a change survives a look at another gateway. A page hangs on its gateway: it
// follows the registry and goes with it, and what it sees the registry is told.
#pragma once

#include "ui/controllers/diagnosiscontroller.h"
#include "ui/controllers/evidencecontroller.h"
#include "ui/controllers/gatewaycontroller.h"
#include "ui/controllers/livevaluescontroller.h"
#include "ui/controllers/snippetscontroller.h"
#include "ui/models/protocollogmodel.h"

#include <QObject>

#include <map>
#include <memory>

namespace Sigen {

class DiscoveryController;
class Registry;
struct Changes;

struct GatewayPage
{
    /// All must outlive it.
    GatewayPage(const Gateway &gateway, const Registry &registry, const GatewayEnvironment &environment)
        : controller(gateway, environment)
        , diagnosis(controller, registry, environment)
        , evidence(controller, environment)
    { }

    GatewayController controller;
    LiveValuesController live;
    SnippetsController snippets;
    DiagnosisController diagnosis;
    EvidenceController evidence;
    ProtocolLogModel log;
};

class GatewayBook : public QObject
{
    Q_OBJECT

public:
    /// \a registry and \a discovery must outlive it.
    GatewayBook(Registry &registry, DiscoveryController &discovery, GatewayEnvironment environment,
                QObject *parent = nullptr);
    ~GatewayBook() override;

    /// The page of discovery's current row; null: none is chosen. Pages live until pageRemoved().
    GatewayPage *current() const { return m_current; }

    /// Of the gateway \a id, if it was opened before; else null.
    GatewayPage *page(const QString &id) const;
    /// The same, opened now if need be; null: no such gateway is known. It does not become the current one.
    GatewayPage *open(const QString &id);

    /// Of a saved gateway: ends its session, deletes its password from the keychain, then takes it off the
    /// list.
    void forget(const QString &id);

    bool isChangeUnderWay() const; ///< on any page
    /// For the window's close event: of the first page with a change under way.
    Question closeQuestion() const;
    /// "Last change verified 14:02:31", "Changed 14:02:31, not verified"; empty: none in this run. Of all
    /// pages.
    QString lastChangeText() const;

    void setLocale(const QLocale &locale);
    void retranslate();

Q_SIGNALS:
    void currentChanged(Sigen::GatewayPage *page); ///< may be null
    void pageOpened(Sigen::GatewayPage *page); ///< there was none of its gateway
    void pageRemoved(Sigen::GatewayPage *page); ///< the last moment at which it may be used
    void lastChangeTextChanged();
    void keychainFailed(const QString &sentence); ///< of any page

private:
    void showCurrent();
    GatewayPage &pageFor(const Gateway &gateway);
    void wire(GatewayPage &page);
    void takeSweep(const GatewayPage &page, const ModbusIdentity &identity);
    void takeSignIn(const SignIn &signIn);
    void follow(const Changes &changes);
    void movePage(const QString &from, const QString &into);
    void removePage(const QString &id);
    void dropOrphans();

    Registry &m_registry;
    DiscoveryController &m_discovery;
    GatewayEnvironment m_environment;
    std::map<QString, std::unique_ptr<GatewayPage>> m_pages; ///< by the gateway's id
    GatewayPage *m_current = nullptr;
    QLocale m_locale;
};

} // namespace Sigen
