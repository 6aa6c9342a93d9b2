// What readers of profile files of either format share. Private to this room.
#pragma once

#include "core/checkedjson.h"
#include "protocol/profile.h"

namespace Sigen {

inline constexpr qsizetype maximumCount = 16;
inline constexpr qsizetype maximumNameLength = 64;
inline constexpr qsizetype maximumTextLength = 1000;

void readAbout(const CheckedJson::Object &root, ProtocolProfile &profile);
quint16 readPort(const CheckedJson::Object &object, const QString &key);
QStringList readPaths(const CheckedJson::Object &object);

/// Format 1: a file without "format", which knew one shape of frames only.
void readFormat1(const CheckedJson::Object &root, ProtocolProfile &profile);

} // namespace Sigen
