// What keys and texts in strangers' frames usually mean. Only ever used to propose; what rests on nothing
// else is said to be open. Pure.
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace Sigen::FrameWords {

bool isPassword(const QString &key);
bool isUser(const QString &key);
bool isToken(const QString &key);
bool isSerial(const QString &key);
bool isPort(const QString &key);
bool isSwitch(const QString &key); ///< "modbusEnable", "state", …
bool isKind(const QString &key); ///< of a frame: "msgType", "service", …
bool isCounter(const QString &key); ///< "id", "seq", "timestamp", …
bool isResult(const QString &key); ///< "code", "status", …
bool isText(const QString &key); ///< "msg", "message", …
bool isSignOut(const QString &value); ///< "logout", …

/// What stands in a recording where its program has hidden something.
bool isMask(const QJsonValue &value);

// Texts of refusals and notices.
bool tellsTaken(const QString &text);
bool tellsExpired(const QString &text);
bool tellsBusy(const QString &text);
bool tellsNoRights(const QString &text);

/// Whether \a value usually means on, or off; empty: it may be either.
std::optional<bool> onOrOff(const QJsonValue &value);

} // namespace Sigen::FrameWords
