#include "network/vendorblocks.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype macDigits = 12;

/// The twelve hexadecimal digits in lower case; empty when it is no MAC address.
static QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar each : text.trimmed()) {
        if (each == u':' || each == u'-' || each == u'.')
            continue;
        const QChar lower = each.toLower();
        if (!(lower >= u'0' && lower <= u'9') && !(lower >= u'a' && lower <= u'f'))
            return {};
        digits += lower;
    }
    return digits.size() == macDigits ? digits : QString();
}

QString normalizedMac(QStringView text)
{
    return macText(QByteArray::fromHex(digitsOf(text).toLatin1()));
}

QString macText(QByteArrayView bytes)
{
    return bytes.size() == macDigits / 2 ? QString::fromLatin1(bytes.toByteArray().toHex(':')) : QString();
}

bool isVendorMac(QStringView mac)
{
    static constexpr std::array blocks{"0c47a99"_L1, "34b5f38"_L1, "501911a"_L1, "bc3198d"_L1};
    const QString digits = digitsOf(mac);
    return std::any_of(blocks.begin(), blocks.end(),
                       [&digits](QLatin1StringView block) { return digits.startsWith(block); });
}

} // namespace Sigen
