#include "ui/theme/quietstyle.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStyleFactory>
#include <QWidget>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QuietStyle::QuietStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
    qApp->installEventFilter(this);
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returned) const
{
    if (hint == SH_UnderlineShortcut)
        return m_underlines ? 1 : 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

bool QuietStyle::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (key && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
        showUnderlines(event->type() == QEvent::KeyPress);
    else if (event->type() == QEvent::ApplicationDeactivate)
        showUnderlines(false);
    return QProxyStyle::eventFilter(watched, event);
}

void QuietStyle::showUnderlines(bool shown)
{
    if (m_underlines == shown)
        return;
    m_underlines = shown;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        const QList<QWidget *> inside = window->findChildren<QWidget *>();
        for (QWidget *widget : inside)
            widget->update();
    }
}

} // namespace Sigen
