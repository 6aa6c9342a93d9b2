// Saved gateways as a JSON file, to take to another computer. Never holds a secret. Pure.
//
// {"format": "sigen-modbus-gateways", "version": 1, "gateways": [{"address": "192.168.1.150", "name": "…",
// …}]}
#pragma once

#include "registry/gateway.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

namespace Sigen {

/// Why a file is refused; `line` counts from 1, 0 when it is not about a line.
struct GatewayFileError
{
    int line = 0;
    QString reason; ///< untranslated sentence
    bool operator==(const GatewayFileError &) const = default;
};

/// Longest file that is read, in bytes.
inline constexpr qsizetype maximumGatewayFileSize = 1024 * 1024;

QByteArray gatewayFile(const QList<Gateway> &gateways);

/// One to a thousand gateways, or what is wrong with the first that can't be taken. Unknown keys are ignored;
/// missing ones are empty, but for the address.
std::variant<QList<Gateway>, GatewayFileError> parseGatewayFile(const QByteArray &json);

} // namespace Sigen
