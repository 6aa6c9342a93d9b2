#include "network/hostlookup.h"

#include "core/descriptors.h"
#include "core/logging.h"
#include "network/addresspolicy.h"

#include <QCoreApplication>
#include <QHostInfo>
#include <QPointer>
#include <QStringList>

#include <algorithm>
#include <atomic>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

// Process-wide like the resolver's thread pool that it tells about.
static std::atomic_int pendingLookups = 0;

// The resolver works in a thread, whose event loop ends the process when it gets no descriptor.
static constexpr int resolverDescriptors = 8;

static QHostAddress unmapped(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

HostLookup::HostLookup(QString host, bool allowPublic, std::chrono::milliseconds deadline, QObject *parent)
    : Operation(deadline, parent)
    , m_host(std::move(host))
    , m_allowPublic(allowPublic)
    , m_deadline(deadline)
{ }

HostLookup::~HostLookup() = default;

bool HostLookup::hasPendingLookups()
{
    return pendingLookups > 0;
}

void HostLookup::run()
{
    QHostAddress literal;
    if (literal.setAddress(m_host)) {
        take({literal});
        return;
    }
    // Not QHostInfo::abortHostLookup() when we lose interest: it would only mute the answer, and with it the
    // news that the resolver's thread is done.
    if (!canOpenDescriptors(resolverDescriptors)) {
        fail({ErrorCode::Io, m_host, u"no descriptor is left for the resolver"_s});
        return;
    }
    ++pendingLookups;
    QHostInfo::lookupHost(m_host, QCoreApplication::instance(),
                          [self = QPointer(this)](const QHostInfo &info) {
                              --pendingLookups;
                              if (self && !self->hasEnded())
                                  self->resolved(info);
                          });
}

void HostLookup::resolved(const QHostInfo &info)
{
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
        fail({ErrorCode::HostNotFound, m_host, info.errorString()});
    else
        take(info.addresses());
}

void HostLookup::take(const QList<QHostAddress> &found)
{
    QStringList refused;
    bool canBeAHost = false;
    for (const QHostAddress &each : found) {
        const QHostAddress address = unmapped(each);
        canBeAHost = canBeAHost || isHostAddress(address);
        if (!isHostAddress(address) || (!m_allowPublic && !isPrivateAddress(address)))
            refused.append(address.toString());
        else if (!m_addresses.contains(address))
            m_addresses.append(address);
    }
    qCDebug(logNetwork) << m_host << "permitted" << m_addresses << "refused" << refused;
    if (m_addresses.isEmpty()) {
        const QString why = canBeAHost ? u"address not permitted: "_s : QString(nobodysAddressDetail);
        fail({ErrorCode::Usage, m_host, why + refused.join(", "_L1)});
        return;
    }
    std::stable_partition(m_addresses.begin(), m_addresses.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    succeed();
}

void HostLookup::deadlinePassed()
{
    fail({ErrorCode::HostNotFound, m_host,
          u"no answer from the resolver within %1 ms"_s.arg(m_deadline.count())});
}

} // namespace Sigen
