// Address to host name, as the system's resolver knows it. Uses QHostInfo like HostLookup and shares its
// trap: the resolver can't be interrupted.
#pragma once

#include "core/operation.h"

#include <QHostAddress>
#include <QString>

class QHostInfo;

namespace Sigen {

class ReverseLookup : public Operation
{
    Q_OBJECT

public:
    /// Errors: HostNotFound (no name, or the deadline passed).
    ReverseLookup(const QHostAddress &address, std::chrono::milliseconds deadline, QObject *parent = nullptr);
    ~ReverseLookup() override;

    const QHostAddress &address() const { return m_address; }
    /// Valid after success, never empty. Untrusted text.
    const QString &name() const { return m_name; }

    /// True while the resolver still works on a look-up of this process, also one that was given up; see
    /// HostLookup::hasPendingLookups().
    static bool hasPendingLookups();

protected:
    void run() override;
    void deadlinePassed() override;

private:
    void resolved(const QHostInfo &info);

    QHostAddress m_address;
    std::chrono::milliseconds m_deadline;
    QString m_name;
};

} // namespace Sigen
