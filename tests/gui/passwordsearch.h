// Looks for a secret wherever a window leaves something: on the screen, in files, reports and logs, on the
// clipboard, in what the program printed.
#pragma once

#include <QString>
#include <QStringList>

namespace Sigen::Test {

class WindowWorld;

/// Everything that Qt's logging has printed since the first call, all categories included.
const QStringList &printedLines();

/// Where \a secret stands, as it is or encoded; the password field and the keychain may hold it.
QStringList placesOf(const QString &secret, WindowWorld &world);

} // namespace Sigen::Test
