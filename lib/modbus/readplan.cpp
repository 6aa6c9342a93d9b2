#include "modbus/readplan.h"

#include <tuple>

namespace Sigen {

static int endOf(const RegisterDefinition &definition)
{
    return definition.address + definition.count;
}

RegisterRange PlannedRead::range() const
{
    Q_ASSERT(!definitions.isEmpty());
    const int first = definitions.first().address;
    return {definitions.first().address, endOf(definitions.last()) - first};
}

QList<PlannedRead> planReads(const QList<RegisterDefinition> &definitions)
{
    QList<PlannedRead> reads;
    for (const RegisterDefinition &definition : definitions) {
        const bool joins = !reads.isEmpty()
            && definition.address - endOf(reads.constLast().definitions.constLast()) <= maximumGap
            && endOf(definition) - reads.constLast().definitions.constFirst().address
                <= RegisterRange::maximumCount;
        if (!joins)
            reads.append(PlannedRead());
        reads.last().definitions.append(definition);
    }
    return reads;
}

std::pair<PlannedRead, PlannedRead> splitRead(const PlannedRead &read)
{
    const QList<RegisterDefinition> &definitions = read.definitions;
    Q_ASSERT(definitions.size() > 1);
    std::tuple<bool, int> best{false, -1};
    qsizetype at = 1;
    for (qsizetype i = 1; i < definitions.size(); ++i) {
        const RegisterDefinition &before = definitions.at(i - 1);
        const std::tuple<bool, int> here{before.since != definitions.at(i).since,
                                         definitions.at(i).address - endOf(before)};
        if (here > best) {
            best = here;
            at = i;
        }
    }
    return {PlannedRead{definitions.first(at)}, PlannedRead{definitions.sliced(at)}};
}

} // namespace Sigen
