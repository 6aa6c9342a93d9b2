#include "discovery/scancoverage.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class CoverageText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::ScanCoverage)
};

/// Enough to know what is meant; the list itself is complete.
QString shortList(const QStringList &networks)
{
    constexpr qsizetype mostNamed = 4;
    if (networks.size() <= mostNamed)
        return networks.join(", "_L1);
    return CoverageText::tr("%1 and %n more", nullptr, static_cast<int>(networks.size() - mostNamed))
        .arg(networks.first(mostNamed).join(", "_L1));
}

} // namespace

Error ScanCoverage::error() const
{
    if (isComplete())
        return {};
    return {ErrorCode::Unreachable, notAsked.join(", "_L1),
            obstacle == Obstacle::NoSockets ? u"no descriptor was left for a connection"_s
                                            : u"no route, or the interface is gone"_s};
}

QString ScanCoverage::text() const
{
    if (isComplete())
        return {};
    const QString networks = shortList(notAsked);
    if (obstacle == Obstacle::NoSockets)
        return askedNothing ? CoverageText::tr("Nothing was scanned: the system allows this program no "
                                               "connections to scan %1 (too many open files).")
                                  .arg(networks)
                            : CoverageText::tr("%1 was not scanned: the system allows this program no more "
                                               "connections (too many open files).")
                                  .arg(networks);
    return askedNothing
        ? CoverageText::tr("Nothing was scanned: this computer has no route to %1.").arg(networks)
        : CoverageText::tr(
              "%1 was not scanned: this computer has no route to it, or lost its connection to that network.")
              .arg(networks);
}

} // namespace Sigen
