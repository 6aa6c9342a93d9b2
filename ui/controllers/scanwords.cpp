#include "ui/controllers/scanwords.h"

#include "ui/controllers/networkchoices.h"

#include <QCoreApplication>

namespace Sigen {

namespace {

class ScanText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::DiscoveryController)
};

QString gatewayCount(const ScanOutcome &scan)
{
    if (scan.gateways == 0 && scan.likely == 1)
        return ScanText::tr("1 likely gateway");
    if (scan.gateways == 0 && scan.likely > 1)
        return ScanText::tr("%n likely gateways", nullptr, scan.likely);
    if (scan.gateways == 0)
        return ScanText::tr("no gateway");
    return scan.gateways == 1 ? ScanText::tr("1 gateway")
                              : ScanText::tr("%n gateways", nullptr, scan.gateways);
}

} // namespace

QString progressWords(const ScanPlan &plan, const ScanOutcome &scan, const QLocale &locale)
{
    const QString name = planName(plan);
    const QString done = locale.toString(scan.done);
    const QString total = locale.toString(scan.total);
    return scan.gateways == 0
        ? ScanText::tr("Scanning %1 — %2 of %3").arg(name, done, total)
        : ScanText::tr("Scanning %1 — %2 of %3, %4").arg(name, done, total, gatewayCount(scan));
}

QString resultWords(const ScanPlan &plan, const ScanOutcome &scan, const QLocale &locale)
{
    const QString name = planName(plan);
    const QString addresses =
        scan.done == 1 ? ScanText::tr("1 address") : ScanText::tr("%n addresses", nullptr, scan.done);
    const double duration = static_cast<double>(scan.duration.count()) / 1000.0;
    const QString seconds = ScanText::tr("%1 s").arg(locale.toString(duration, 'f', 1));
    if (scan.stopped)
        return ScanText::tr("%1 — stopped after %2, %3").arg(name, addresses, gatewayCount(scan));
    if (!scan.coverage.isComplete())
        return ScanText::tr("%1 — incomplete, %2. %3", "networks, gateways, what is missing and why")
            .arg(name, gatewayCount(scan), scan.coverage.text());
    return ScanText::tr("%1 — %2 in %3, %4").arg(name, addresses, seconds, gatewayCount(scan));
}

QString emptyWords(bool isScanning, bool hasScanned, const ScanOutcome &last)
{
    if (isScanning)
        return ScanText::tr(
            "Scanning this computer's networks. Nothing is changed and no password is sent while "
            "scanning.");
    if (!hasScanned)
        return ScanText::tr("Nothing was scanned yet.");
    if (!last.coverage.isComplete())
        return last.coverage.text();
    return ScanText::tr(
        "No gateway was found. It may be on another network, or answer to its address only: the "
        "router's list of devices has it.");
}

} // namespace Sigen
