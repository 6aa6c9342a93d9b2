// How a job ended, in one sentence.
#pragma once

#include "workflow/jobresult.h"

#include <QString>

#include <optional>

namespace Sigen {

/// What the outcome says by itself; empty where only the error says anything. \a port is the gateway's own,
/// where it is known.
QString outcomeSentence(const JobResult &result, std::optional<quint16> port);

} // namespace Sigen
