// How far a scan is and how it has ended, and the sentences for that. Pure.
#pragma once

#include "discovery/networkscan.h"
#include "network/scanplan.h"

#include <QLocale>
#include <QString>

#include <chrono>

namespace Sigen {

struct ScanOutcome
{
    int done = 0; ///< addresses
    int total = 0;
    int gateways = 0;
    int likely = 0; ///< the vendor's network cards of which nothing more is known; told where no gateway is
    std::chrono::milliseconds duration{0};
    bool stopped = false; ///< by the user, before its end
    ScanCoverage coverage;
};

/// "Scanning 192.168.1.0/24 — 163 of 254, 2 gateways"
QString progressWords(const ScanPlan &plan, const ScanOutcome &scan, const QLocale &locale);
/// "192.168.1.0/24 — 254 addresses in 0.9 s, 1 gateway"
QString resultWords(const ScanPlan &plan, const ScanOutcome &scan, const QLocale &locale);
/// In the place of a list without rows.
QString emptyWords(bool isScanning, bool hasScanned, const ScanOutcome &last);

} // namespace Sigen
