// Moments as the locale writes them, in local time and without the time zone. Pure.
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

namespace Sigen {

/// With seconds: "14:02:31".
QString clockText(const QDateTime &at, const QLocale &locale);
/// "24 Nov, 18:20", with the year unless it is that of \a reference.
QString dayText(const QDateTime &at, const QDateTime &reference, const QLocale &locale);

} // namespace Sigen
