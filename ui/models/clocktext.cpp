#include "ui/models/clocktext.h"

namespace Sigen {

QString clockText(const QDateTime &at, const QLocale &locale)
{
    QString format = locale.timeFormat(QLocale::LongFormat);
    format.remove(u't');
    return locale.toString(at.toLocalTime().time(), format.simplified());
}

} // namespace Sigen
