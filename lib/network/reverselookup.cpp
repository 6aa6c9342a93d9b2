#include "network/reverselookup.h"

#include "core/descriptors.h"

#include <QCoreApplication>
#include <QHostInfo>
#include <QPointer>

#include <atomic>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

// Process-wide like the resolver's thread pool that it tells about.
static std::atomic_int pendingLookups = 0;

// The resolver works in a thread, whose event loop ends the process when it gets no descriptor.
static constexpr int resolverDescriptors = 8;

ReverseLookup::ReverseLookup(const QHostAddress &address, std::chrono::milliseconds deadline, QObject *parent)
    : Operation(deadline, parent)
    , m_address(address)
    , m_deadline(deadline)
{ }

ReverseLookup::~ReverseLookup() = default;

bool ReverseLookup::hasPendingLookups()
{
    return pendingLookups > 0;
}

void ReverseLookup::run()
{
    // Not aborted when we lose interest: that would also mute the news that the resolver's thread is done.
    if (!canOpenDescriptors(resolverDescriptors)) {
        fail({ErrorCode::Io, m_address.toString(), u"no descriptor is left for the resolver"_s});
        return;
    }
    ++pendingLookups;
    QHostInfo::lookupHost(m_address.toString(), QCoreApplication::instance(),
                          [self = QPointer(this)](const QHostInfo &info) {
                              --pendingLookups;
                              if (self && !self->hasEnded())
                                  self->resolved(info);
                          });
}

void ReverseLookup::resolved(const QHostInfo &info)
{
    // Without a name the resolver gives the address back.
    if (info.error() != QHostInfo::NoError || info.hostName().isEmpty()
        || info.hostName() == m_address.toString()) {
        fail({ErrorCode::HostNotFound, m_address.toString(), u"no name: %1"_s.arg(info.errorString())});
        return;
    }
    m_name = info.hostName();
    succeed();
}

void ReverseLookup::deadlinePassed()
{
    fail({ErrorCode::HostNotFound, m_address.toString(),
          u"no answer from the resolver within %1 ms"_s.arg(m_deadline.count())});
}

} // namespace Sigen
