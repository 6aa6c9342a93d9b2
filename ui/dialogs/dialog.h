// What all dialogs have in common: the title bar has room for the whole title.
#pragma once

#include <QDialog>
#include <QEvent>
#include <QScreen>

#include <algorithm>

namespace Sigen {

class Dialog : public QDialog
{
public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::WindowTitleChange || event->type() == QEvent::Polish)
            makeRoomForTitle();
        return QDialog::event(event);
    }

private:
    void makeRoomForTitle()
    {
        constexpr int buttons = 180; // of the title bar, on both sides of a centred title; logical pixels
        QFont bold = font(); // as most desktops write titles
        bold.setBold(true);
        const int wanted = QFontMetrics(bold).horizontalAdvance(windowTitle()) + buttons;
        setMinimumWidth(std::min(wanted, screen()->availableGeometry().width()));
    }
};

} // namespace Sigen
