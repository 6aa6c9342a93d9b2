// A password as it stands in a file or comes in on standard input. Pure.
#pragma once

#include "accounts/account.h"
#include "core/secret.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Sigen {

/// The first line of \a input without its end (LF or CR LF), UTF-8. Empty when it can't be a password; \a
/// problem then says why, as the end of a sentence about its source (not null).
std::optional<Secret> passwordFromInput(const QByteArray &input, QString *problem);

} // namespace Sigen
