// The text of what the engine says, in the language of the moment: make it when it is shown, keep the value.
#pragma once

#include "workflow/message.h"

#include <QString>
#include <QStringList>

namespace Sigen {

/// One sentence or two; safe to show.
QString messageText(const Message &message);
/// All of them in a row; empty for none.
QString messageText(const Messages &messages);
QStringList messageTexts(const Messages &messages);

/// "1, 3, 5 to 246" out of ascending numbers.
QString unitListText(const QList<int> &units);

} // namespace Sigen
