#include "ui/models/powertext.h"

#include <QCoreApplication>

#include <cmath>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class PowerText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::PowerText)
};

constexpr double kilo = 1000;

} // namespace

QString unbroken(QString text)
{
    return text.replace(u' ', QChar::Nbsp);
}

bool isSomePower(double kilowatts)
{
    return std::lround(kilowatts * kilo) != 0;
}

QString powerText(std::optional<double> kilowatts, const QLocale &locale)
{
    if (!kilowatts)
        return u"–"_s;
    const bool negative = *kilowatts < 0 && isSomePower(*kilowatts);
    const long watts = std::lround(std::abs(*kilowatts) * kilo);
    const QString text = watts < static_cast<long>(kilo)
        ? PowerText::tr("%1 W").arg(locale.toString(static_cast<qlonglong>(watts)))
        : PowerText::tr("%1 kW").arg(locale.toString(std::abs(*kilowatts), 'f', 2));
    return unbroken(negative ? u'−' + text : text);
}

} // namespace Sigen
