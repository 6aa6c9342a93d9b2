// What a diagnosis takes from what is known of a gateway already. Pure.
#pragma once

#include "diagnosis/diagnosis.h"
#include "registry/gateway.h"

#include <QList>

namespace Sigen {

/// The MAC address, the port and the units of \a gateway at the request's host, and where \a all others, or
/// itself, are reached as well. What the request names already stays.
void takeKnown(DiagnosisRequest &request, const Gateway &gateway, const QList<Gateway> &all);

} // namespace Sigen
