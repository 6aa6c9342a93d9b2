// MAC addresses, and the blocks that belong to the gateways' vendor. Pure.
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace Sigen {

/// "0C-47-A9-91-22-33", "0c47.a991.2233" and the like as "0c:47:a9:91:22:33"; empty for what is no MAC
/// address.
QString normalizedMac(QStringView text);

/// Six bytes as "0c:47:a9:91:22:33"; empty for any other number of bytes.
QString macText(QByteArrayView bytes);

/// True for an address in one of the 28-bit blocks of Shanghai Sigen New Energy Technology: 0C47A99, 34B5F38,
/// 501911A, BC3198D (IEEE registry, seen in two or more independent public sources). Any spelling that
/// normalizedMac() takes.
bool isVendorMac(QStringView mac);

} // namespace Sigen
