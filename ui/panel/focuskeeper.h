// Keeps the keyboard where the user is. A button that starts a job is disabled by it, and Qt would give the
// focus to whatever comes next, perhaps in another part of the window: instead it waits on "Cancel" and goes
// back when the job has ended.
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>

namespace Sigen {

class FocusKeeper
{
public:
    /// \a page must outlive it.
    explicit FocusKeeper(QWidget &page)
        : m_page(page)
    { }

    /// Before the page's widgets are enabled, disabled, shown and hidden.
    void look();
    /// After that. \a giveBack gets the widget from which the job was started, null when it is gone, and
    /// focuses it or what fits better by now.
    void settle(bool busy, QWidget &cancel, const std::function<void(QWidget *)> &giveBack);

    static bool canHaveFocus(const QWidget &widget);

private:
    QWidget &m_page;
    QPointer<QWidget> m_had;
    QPointer<QWidget> m_startedFrom;
};

} // namespace Sigen
