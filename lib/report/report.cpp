#include "report/report.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QString reportFileName(const QDateTime &now, QLatin1StringView suffix)
{
    return u"sigen-modbus-report-%1.%2"_s.arg(now.toLocalTime().toString(u"yyyy-MM-dd-HHmm"_s), suffix);
}

} // namespace Sigen
