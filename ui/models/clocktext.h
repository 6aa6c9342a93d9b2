// The time of day with seconds, as the locale writes it and without the time zone: "14:02:31". Pure.
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

namespace Sigen {

/// Of a moment in any time zone, shown as local time.
QString clockText(const QDateTime &at, const QLocale &locale);

} // namespace Sigen
