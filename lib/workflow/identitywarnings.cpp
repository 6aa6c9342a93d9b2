#include "workflow/identitywarnings.h"

#include "core/displaytext.h"
#include "protocol/modbusframe.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class IdentityText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::IdentityWarnings)
};

/// The device whose serial number the others repeat is among them.
QString alikeWarning(const ModbusIdentity &identity)
{
    if (identity.ignoresUnitIds)
        return IdentityText::tr(
                   "Each unit id is answered by the same device, with the same serial number: it is "
                   "listed once, and the unit ids from %1 on were not asked.")
            .arg(identity.notAsked.value(0));
    return IdentityText::tr(
               "These unit ids gave the serial number of one that was asked before: %1. It is one "
               "device, listed once.")
        .arg(unitListText(identity.sameDevice));
}

QString oddFramesText(ReplyOddities oddities)
{
    QStringList texts;
    const auto add = [&](ReplyOddity oddity, const QString &text) {
        if (oddities.testFlag(oddity))
            texts += text;
    };
    add(ReplyOddity::ForeignUnit, IdentityText::tr("they name another unit id"));
    add(ReplyOddity::MoreRegisters, IdentityText::tr("more registers than were asked for"));
    add(ReplyOddity::WrongLength, IdentityText::tr("a wrong length"));
    add(ReplyOddity::StrayBytes, IdentityText::tr("bytes that belong to no answer"));
    add(ReplyOddity::StaleFrame, IdentityText::tr("old answers in front"));
    add(ReplyOddity::LateReply, IdentityText::tr("the first answer came late"));
    return texts.join(", "_L1);
}

} // namespace

QString unitListText(const QList<int> &units)
{
    QStringList parts;
    for (qsizetype first = 0; first < units.size();) {
        qsizetype last = first;
        while (last + 1 < units.size() && units.at(last + 1) == units.at(last) + 1)
            ++last;
        if (last - first < 2)
            last = first;
        parts += last == first ? QString::number(units.at(first))
                               : IdentityText::tr("%1 to %2", "unit ids")
                                     .arg(QString::number(units.at(first)), QString::number(units.at(last)));
        first = last + 1;
    }
    return parts.join(", "_L1);
}

QStringList plantWarnings(const ModbusIdentity &identity)
{
    QStringList warnings;
    if (!identity.plantAnswered)
        warnings += IdentityText::tr("Unit id %1 did not answer as the plant: tools that need it will not "
                                     "work until it does.")
                        .arg(UnitId::plantValue);
    if (identity.oddFrames)
        warnings +=
            IdentityText::tr("Its Modbus answers are odd, but can be used (%1). A proxy in between, or the "
                             "link, may be the reason.")
                .arg(oddFramesText(identity.oddFrames));
    if (identity.plantAnswered && !identity.oddValues.isEmpty())
        warnings += IdentityText::tr("Some of the plant's values are unusual (%1).")
                        .arg(displayText(identity.oddValues.join("; "_L1)));
    return warnings;
}

QStringList identityWarnings(const ModbusIdentity &identity)
{
    QStringList warnings = plantWarnings(identity);
    if (identity.devices.isEmpty())
        warnings +=
            IdentityText::tr("No device answered under the unit ids that were asked: ids differ between "
                             "plants, a sweep finds them.");
    if (!identity.sameDevice.isEmpty())
        warnings += alikeWarning(identity);
    if (!identity.notAsked.isEmpty() && !identity.ignoresUnitIds)
        warnings +=
            IdentityText::tr("The connection was lost on the way: these unit ids were not asked, or not "
                             "to the end: %1.")
                .arg(unitListText(identity.notAsked));
    if (!identity.lostLate.isEmpty())
        warnings += IdentityText::tr("These unit ids answered late once and then not again: %1.")
                        .arg(unitListText(identity.lostLate));
    return warnings;
}

} // namespace Sigen
