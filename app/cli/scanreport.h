// What discover has to say: each host for people and for programs, and a summary. Pure; all texts are
// translated and safe to show.
#pragma once

#include "cli/jsonline.h"
#include "core/error.h"
#include "discovery/discoveredhost.h"
#include "discovery/scancoverage.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace Sigen {

/// How a search ended.
struct ScanReport
{
    /// It came to its end, with or without a part that could not be asked.
    bool isScanned() const
    {
        return !cancelled && (!error || !(coverage.isComplete() || coverage.askedNothing));
    }

    bool cancelled = false;
    Error error; ///< also of a search that ended, but could not ask everybody
    QString problem; ///< what went wrong in words, where `error` alone does not say it
    ScanCoverage coverage;
    QList<DiscoveredHost> hosts; ///< in the order found
    bool allModbus = false; ///< every open Modbus port was asked who it is
    int gateways = 0; ///< those of them that are gateways or answer as plants
    int done = 0; ///< addresses
    std::chrono::milliseconds elapsed{0};
};

QString hostTableHead();
QString hostTableRow(const DiscoveredHost &host);
JsonLine hostEvent(const DiscoveredHost &host);

/// How many were found, which address to use where a plant has several, what to try when there is no gateway.
QStringList scanSummary(const ScanReport &report);

} // namespace Sigen
