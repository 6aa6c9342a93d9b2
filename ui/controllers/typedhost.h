// A host as the user typed it: what to contact, or why it can't be. Pure.
#pragma once

#include <QString>

namespace Sigen {

struct TypedHost
{
    QString host; ///< as normalizedHost() gives it
    QString problem; ///< a sentence; empty: it can be contacted
};

/// A name, or an address of a private network.
TypedHost typedHost(const QString &typed);

} // namespace Sigen
