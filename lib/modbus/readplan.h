// Which registers are read together. Pure.
#pragma once

#include "protocol/modbusframe.h"
#include "protocol/registertable.h"

#include <QList>

#include <utility>

namespace Sigen {

/// One read and the registers that are wanted out of it, ordered by address; never empty.
struct PlannedRead
{
    QList<RegisterDefinition> definitions;
    RegisterRange range() const;
};

/// Longest run of unwanted registers that is read along rather than starting another request. Small enough
/// that what every firmware has (30000 to 30051) is a read of its own: it must not fail because of something
/// that came later. Where a firmware has a hole, it refuses and the read is split.
inline constexpr int maximumGap = 30;

/// As few reads as that allows; \a definitions are ordered by address and don't overlap.
QList<PlannedRead> planReads(const QList<RegisterDefinition> &definitions);

/// Splits a refused read in two: where the registers of one document version end and another's begin, since
/// those are what a firmware lacks; otherwise at the widest gap. \a read has at least two definitions.
std::pair<PlannedRead, PlannedRead> splitRead(const PlannedRead &read);

} // namespace Sigen
