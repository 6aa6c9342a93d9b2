// The gateways that are remembered between runs: kept up to date with what is seen, imported and exported as
// files. Passwords are never among them.
#pragma once

#include "settings/savedgateway.h"
#include "ui/controllers/gatewayref.h"
#include "ui/controllers/signinform.h"
#include "ui/models/hostrow.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

class SavedGateways;

class SavedGatewaysController : public QObject
{
    Q_OBJECT

public:
    /// \a saved must outlive it.
    explicit SavedGatewaysController(SavedGateways &saved, QObject *parent = nullptr);
    ~SavedGatewaysController() override;

    QList<RememberedHost> hosts() const;
    bool isEmpty() const { return hosts().isEmpty(); }

    /// Remembers it, or what is new of it, with "last seen" now. The demo and gateways that nothing confirms
    /// are not remembered.
    void noteSeen(const GatewayRef &gateway);
    void noteRead(const GatewayRef &gateway, bool on, std::optional<quint16> port, const QString &serial);
    /// It is not remembered again in this run until somebody signs in to it, or imports it.
    void forget(const QString &id);
    void rename(const QString &id, const QString &name); ///< empty: by its model again

    /// How it was spoken to last time, for the sign-in form; without a password.
    SignInForm signInForm(const QString &id) const;
    void setSignIn(const GatewayRef &gateway, const SignInForm &form);

    struct FileOutcome
    {
        bool ok = false;
        QString sentence; ///< "3 gateways were imported.", or why not
    };
    FileOutcome importFrom(const QString &path);
    FileOutcome exportTo(const QString &path) const;
    static QString suggestedFileName();

Q_SIGNALS:
    void changed();

private:
    void tell();
    bool isForgotten(const SavedGateway &gateway) const;
    std::optional<int> indexOf(const QString &id) const;

    SavedGateways &m_saved;
    QStringList
        m_ids; ///< of this run, in the order of the saved gateways: an id outlives a new address or serial
    int m_nextId = 1;
    QList<SavedGateway> m_forgotten; ///< in this run
};

} // namespace Sigen
