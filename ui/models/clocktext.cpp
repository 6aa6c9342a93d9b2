#include "ui/models/clocktext.h"

#include <QCoreApplication>

namespace Sigen {

QString clockText(const QDateTime &at, const QLocale &locale)
{
    QString format = locale.timeFormat(QLocale::LongFormat);
    format.remove(u't');
    return locale.toString(at.toLocalTime().time(), format.simplified());
}

QString dayText(const QDateTime &at, const QDateTime &reference, const QLocale &locale)
{
    const QDateTime local = at.toLocalTime();
    const bool sameYear = local.date().year() == reference.toLocalTime().date().year();
    const QString day =
        locale.toString(local.date(),
                        sameYear ? QCoreApplication::translate("Sigen::Moment", "d MMM",
                                                               "a date's format, of QDate::toString()")
                                 : QCoreApplication::translate("Sigen::Moment", "d MMM yyyy",
                                                               "a date's format, of QDate::toString()"));
    return QCoreApplication::translate("Sigen::Moment", "%1, %2", "day, time")
        .arg(day, locale.toString(local.time(), QLocale::ShortFormat));
}

} // namespace Sigen
