// Host name to addresses: the only place that knows QHostInfo.
//
// An address literal needs no resolver and succeeds at once. Each resolved address is held against the
// address policy before anyone connects to it.
#pragma once

#include "core/operation.h"

#include <QHostAddress>
#include <QList>

class QHostInfo;

namespace Sigen {

/// The detail of a HostNotFound about a name that has addresses, but none of IPv4, where those are needed.
inline constexpr QLatin1StringView ipv6OnlyDetail{"the name has no IPv4 address"};

/// How the detail of a Usage begins where no permission would help.
inline constexpr QLatin1StringView nobodysAddressDetail{"no device has this address: "};

class HostLookup : public Operation
{
    Q_OBJECT

public:
    /// \a host as returned by normalizedHost().
    /// Errors: HostNotFound (unknown, or the deadline passed), Usage when only public addresses were found
    /// and \a allowPublic is false, or only such as no device has, for example 0.0.0.0, with which name
    /// servers block a name (detail names them, behind nobodysAddressDetail).
    HostLookup(QString host, bool allowPublic, std::chrono::milliseconds deadline, QObject *parent = nullptr);
    ~HostLookup() override;

    /// Never empty on success; IPv4 first (IPv4-mapped IPv6 is given as IPv4); permitted ones only; no
    /// address twice.
    const QList<QHostAddress> &addresses() const { return m_addresses; }

    /// True while the system's resolver still works on a look-up of this process, also one that was given up:
    /// the resolver can't be interrupted. Such a thread keeps the process alive for up to ten seconds after
    /// quit (Qt 6.4); the caller may flush and leave by std::_Exit instead.
    static bool hasPendingLookups();

protected:
    void run() override;
    void deadlinePassed() override;

private:
    void resolved(const QHostInfo &info);
    void take(const QList<QHostAddress> &found);

    QString m_host;
    bool m_allowPublic;
    std::chrono::milliseconds m_deadline;
    QList<QHostAddress> m_addresses;
};

} // namespace Sigen
