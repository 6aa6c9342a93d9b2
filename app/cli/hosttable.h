// What discover has to say to people: a table row a host, and a summary. Pure; all texts are translated and
// safe to show.
#pragma once

#include "cli/output.h"

#include <QString>
#include <QStringList>

namespace Sigen {

QString hostTableHead();
QString hostTableRow(const DiscoveredHost &host);

/// How many were found, which address to use where a plant has several, what to try when there is no gateway.
QStringList scanSummary(const ScanReport &report);

} // namespace Sigen
