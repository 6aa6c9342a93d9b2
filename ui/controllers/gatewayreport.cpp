#include "ui/controllers/gatewayreport.h"

#include <QSysInfo>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QString reportText(const Gateway &gateway, const PageSession &session, const Redactor &redactor,
                   const QString &programVersion, const QDateTime &now)
{
    ReportContents contents;
    contents.programVersion = programVersion;
    contents.system = QSysInfo::prettyProductName();
    contents.createdAt = now;
    contents.host = gateway.host();
    contents.mac = gateway.mac();
    contents.change = session.change;
    contents.test = session.test;
    return textReport(contents, redactor);
}

QString detailsText(const PageState &page, const QString &report)
{
    const std::optional<Failure> &failure =
        page.verification.failure ? page.verification.failure : page.signIn.failure;
    return failure ? failure->title + u"\n\n"_s + report : report;
}

QString suggestedReportName(const QDateTime &now)
{
    return u"sigen-modbus-report-%1.txt"_s.arg(now.toLocalTime().toString(u"yyyy-MM-dd-HHmm"_s));
}

} // namespace Sigen
