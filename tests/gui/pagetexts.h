// All words of a window: what its widgets, menus and lists show, say in tooltips and tell screen readers.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace Sigen::Test {

/// The visible widgets that belong to \a window, without those of its dialogs; the window first.
QList<QWidget *> visibleWidgets(QWidget *window);

/// "QPushButton testPort “Test port 502”", for messages.
QString describe(const QWidget *widget);

struct PageText
{
    QString where;
    QString text;
    bool toolTip = false; ///< which may hold our own rich text
};

/// Without what is no language: snippets, the protocol log, licence texts, technical details.
QList<PageText> textsOf(QWidget *window);

} // namespace Sigen::Test
