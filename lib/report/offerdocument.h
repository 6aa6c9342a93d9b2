// What a host offers, as JSON: evidence to hand to those who write a profile. Pure.
#pragma once

#include "diagnosis/hostoffer.h"
#include "report/reportdocument.h"

#include <QJsonObject>

namespace Sigen {

/// For others serial numbers and MAC addresses are shortened wherever they stand, and so is what looks like a
/// serial number in a certificate. What is not known is null.
QJsonObject offerObject(const HostOffer &offer, const Redactor &redactor, Readership readership);

/// {"program", "at", "host", …}, indented, for others.
QByteArray offerFile(const HostOffer &offer, const Redactor &redactor, const QString &programVersion);

} // namespace Sigen
