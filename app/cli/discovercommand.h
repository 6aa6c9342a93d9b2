// discover: plans which networks to search, searches them, reports each host the moment it is known.
#pragma once

#include "cli/commandline.h"
#include "cli/jsonline.h"
#include "core/redaction.h"
#include "discovery/networkscan.h"
#include "network/hostlookup.h"
#include "network/scanplan.h"

#include <QHash>
#include <QHostAddress>
#include <QSet>
#include <QStringList>

#include <memory>

namespace Sigen {

struct DiscoverRequest
{
    ScanPlanOptions plan; ///< networks in numbers
    QStringList names; ///< networks that are names of hosts, as returned by normalizedHost()
    ScanOptions scan;
    Redactor redactor; ///< of what devices say of themselves
};

class DiscoverCommand final : public Command
{
    Q_OBJECT

public:
    DiscoverCommand(DiscoverRequest request, Output &output, QObject *parent = nullptr);
    ~DiscoverCommand() override;

    void start() override;
    void cancel() override;

private:
    void resolveNext();
    void resolved();
    void scan();
    DiscoveredHost redacted(DiscoveredHost host) const;
    void report(const DiscoveredHost &host);
    void end(const Error &error);
    /// Wrong use has no result, only a sentence.
    void refuse(const QString &sentence);

    DiscoverRequest m_request;
    Output &m_output;
    QString m_name; ///< being looked up
    std::unique_ptr<HostLookup> m_lookup;
    std::unique_ptr<NetworkScan> m_scan;
    QString m_problem; ///< why there was nothing to search, in words
    QHash<QHostAddress, JsonLine> m_reported; ///< by its last event, which says more each time
    QSet<QHostAddress> m_shown; ///< in the table, once for all
    bool m_cancelled = false;
};

CommandDescription describeDiscover();

} // namespace Sigen
