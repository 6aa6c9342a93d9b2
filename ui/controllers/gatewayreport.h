// What a page gives to others as text: redacted, serial and MAC shortened.
#pragma once

#include "core/redaction.h"
#include "registry/gateway.h"
#include "ui/controllers/pagesession.h"
#include "ui/controllers/pagestate.h"

#include <QDateTime>
#include <QString>

namespace Sigen {

/// The last change and the last test, without what \a redactor knows.
QString reportText(const Gateway &gateway, const PageSession &session, const Redactor &redactor,
                   const QString &programVersion, const QDateTime &now);
/// What \a page says has happened, then \a report.
QString detailsText(const PageState &page, const QString &report);
QString suggestedReportName(const QDateTime &now);

} // namespace Sigen
