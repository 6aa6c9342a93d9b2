// What a screen reader says when a page has changed: what somebody who sees it would notice. Pure.
#pragma once

#include "ui/controllers/pagestate.h"

#include <QString>

namespace Sigen {

/// In the order of the page; empty where nothing is worth a word.
QString spokenChange(const PageState &before, const PageState &now);

} // namespace Sigen
