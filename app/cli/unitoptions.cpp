#include "cli/unitoptions.h"

#include "cli/clitext.h"
#include "core/displaytext.h"
#include "protocol/modbusframe.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// "1,2,5-7": device units in the order given, each once. Empty when it is no such list.
static QList<UnitId> unitList(const QString &text)
{
    constexpr int lastDevice = UnitId::plantValue - 1;
    QList<UnitId> units;
    for (const QString &part : text.split(u',')) {
        const QString from = part.section(u'-', 0, 0);
        const QString to = part.contains(u'-') ? part.section(u'-', 1) : from;
        const auto first = wholeNumber(from, 1, lastDevice);
        const auto last = wholeNumber(to, 1, lastDevice);
        if (!first || !last || *last < *first)
            return {};
        for (int unit = *first; unit <= *last; ++unit) {
            if (const UnitId id = *UnitId::fromInt(unit); !units.contains(id))
                units.append(id);
        }
    }
    return units;
}

IdentityOptions readUnits(Options &options)
{
    IdentityOptions identity;
    const std::optional<int> unit = options.number(u"unit"_s, 1, UnitId::plantValue);
    const std::optional<QString> units = options.text(u"units"_s);
    if (unit && units)
        options.reject(CliText::tr("Give only one of --unit and --units."));
    if (unit && *unit != UnitId::plantValue) // the plant is asked in any case
        identity.units = {*UnitId::fromInt(*unit)};
    if (units == u"sweep"_s) {
        identity.sweep = true;
    } else if (units) {
        identity.units = unitList(*units);
        if (identity.units.isEmpty())
            options.reject(CliText::tr("The option --units takes device units from 1 to 246, as in 1,2,5-7, "
                                       "or the word sweep, not “%1”.")
                               .arg(displayText(*units, 40)));
    }
    return identity;
}

QList<QCommandLineOption> unitOptions()
{
    return {
        {u"unit"_s, CliText::tr("Device unit to read besides the plant, 1 to 247; by default 1, else 2."),
         u"N"_s},
        {u"units"_s,
         CliText::tr("Device units to scan, as in 1,2,5-7, or sweep for all from 1 to 246; each missing unit "
                     "costs a time-out."),
         u"LIST|sweep"_s},
    };
}

QString unitsAsked(int done, int total)
{
    return CliText::tr("%1 of %2 units asked").arg(done).arg(total);
}

} // namespace Sigen
