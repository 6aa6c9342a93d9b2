#include "ui/panel/focuskeeper.h"

#include <utility>

namespace Sigen {

bool FocusKeeper::canHaveFocus(const QWidget &widget)
{
    return widget.isEnabled() && widget.isVisible() && widget.focusPolicy() != Qt::NoFocus;
}

void FocusKeeper::look()
{
    QWidget *const focused = m_page.window()->focusWidget();
    m_had = focused != nullptr && m_page.isVisible() && m_page.isAncestorOf(focused) ? focused : nullptr;
}

void FocusKeeper::settle(bool busy, QWidget &cancel, const std::function<void(QWidget *)> &giveBack)
{
    const QPointer<QWidget> startedFrom = m_startedFrom;
    if (!busy)
        m_startedFrom = nullptr;
    if (!m_had || canHaveFocus(*m_had))
        return; // on another part of the window, or where the user has moved it meanwhile
    if (busy) {
        m_startedFrom = m_had;
        cancel.setFocus(Qt::OtherFocusReason);
        return;
    }
    giveBack(m_had == &cancel ? startedFrom : m_had);
}

} // namespace Sigen
