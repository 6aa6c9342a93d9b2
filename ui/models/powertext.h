// Powers as people read them: "640 W", "2.11 kW", never broken between number and unit. Pure.
#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace Sigen {

/// Watts below one kilowatt; "–" for none.
QString powerText(std::optional<double> kilowatts, const QLocale &locale);
/// False for what powerText() shows as zero.
bool isSomePower(double kilowatts);
/// \a text, which is not broken at its blanks.
QString unbroken(QString text);

} // namespace Sigen
