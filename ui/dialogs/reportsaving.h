// Asks where a page's report, or the sheet for the owner, is to be saved, and saves it there. A notice tells
// why it could not be.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Sigen {

struct GatewayPage;

/// \a saved gets a sentence. Nothing is called when the user cancels or \a parent, which must not outlive
/// \a page, goes away first.
void saveReport(const GatewayPage &page, QWidget *parent,
                const std::function<void(const QString &sentence)> &saved);
void saveSheet(const GatewayPage &page, QWidget *parent,
               const std::function<void(const QString &sentence)> &saved);

} // namespace Sigen
