#include "diagnosis/evidence.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static int countOf(const QList<LinkRead> &reads, LinkRead::End end)
{
    return int(
        std::count_if(reads.cbegin(), reads.cend(), [end](const LinkRead &read) { return read.end == end; }));
}

/// Ascending, of those that were answered.
static QList<double> times(const QList<LinkRead> &reads)
{
    QList<double> times;
    for (const LinkRead &read : reads) {
        if (read.end != LinkRead::End::Lost)
            times.append(read.ms);
    }
    std::sort(times.begin(), times.end());
    return times;
}

int LinkFinding::lost() const
{
    return countOf(reads, LinkRead::End::Lost);
}

int LinkFinding::late() const
{
    return countOf(reads, LinkRead::End::Late);
}

double LinkFinding::minimum() const
{
    return times(reads).value(0);
}

double LinkFinding::median() const
{
    const QList<double> all = times(reads);
    const qsizetype half = all.size() / 2;
    return all.size() % 2 ? all.at(half) : (all.value(half - 1) + all.value(half)) / 2;
}

double LinkFinding::maximum() const
{
    const QList<double> all = times(reads);
    return all.isEmpty() ? 0 : all.last();
}

bool DiagnosisEvidence::webSocketAnswers() const
{
    return webSocket && (webSocket->state == PortState::Open || webSocket->state == PortState::Closed);
}

QString DiagnosisEvidence::endpoint(quint16 port) const
{
    const QString where = address.isNull() ? host : address.toString();
    return (where.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(where, QString::number(port));
}

static bool isSilent(const std::optional<PortFinding> &port)
{
    return port && (port->state == PortState::Filtered || port->state == PortState::Unreachable);
}

bool isNobodyThere(const DiagnosisEvidence &evidence)
{
    return evidence.route && evidence.route->way == Route::Way::OwnNetwork && evidence.neighbour
        && evidence.neighbour->told && evidence.neighbour->macs.isEmpty() && isSilent(evidence.webSocket);
}

bool isHostSilent(const DiagnosisEvidence &evidence)
{
    return isSilent(evidence.webSocket) && isSilent(evidence.modbus) && !isNobodyThere(evidence);
}

} // namespace Sigen
