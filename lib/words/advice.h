// The sentences for an Error: what happened, what it means, what to do next. The only place where they are
// made, for the window, the command line and reports alike.
#pragma once

#include "core/error.h"
#include "workflow/jobresult.h"

#include <QString>
#include <QStringList>

namespace Sigen {

/// One translated sentence: what happened. Safe to show (network text went through displayText()).
QString errorMessage(const Error &error);

/// The same about a job: what matters most comes first, that the server may be off now.
QString jobMessage(const JobResult &result);

/// Who reads advice: what can't be done there is left out, and the window names no commands.
enum class Reader { CommandLine, Window };

/// What to do next, most likely first; translated sentences. \a result gives the context (port, serial,
/// profile); \a ownAddress is this computer's on the gateway's network, where it is known.
QStringList errorAdvice(const Error &error, const JobResult &result, const QString &ownAddress = {},
                        Reader reader = Reader::CommandLine);

} // namespace Sigen
