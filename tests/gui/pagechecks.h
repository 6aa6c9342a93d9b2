// What must be so on every page and in every dialog. Each check gives its findings, one a line; none: all is
// well.
#pragma once

#include <QStringList>
#include <QWidget>

namespace Sigen::Test {

/// Lets layouts and repaints come to rest.
void settle();

/// Controls that the keyboard can reach, in their order from the window's first.
QList<QWidget *> tabStops(QWidget *window);

QStringList unnamedControls(QWidget *window);
/// Presses Tab and Shift+Tab through the whole window.
QStringList tabOrderGaps(QWidget *window);
enum class Sideways {
    Fits, ///< a page is as wide as its place
    MayScroll, ///< what is wider has a horizontal scroll bar
};
/// Texts that do not fit their widget, and widgets that do not fit their parent, unless the parent scrolls.
QStringList cutTexts(QWidget *window, Sideways sideways = Sideways::Fits);
QStringList overlaps(QWidget *window);
/// Sentences that stand in two places at the same time.
QStringList repeatedSentences(QWidget *window);
/// Texts with letters outside of the brackets of PseudoTranslator; \a names are left out of that.
QStringList untranslatedTexts(QWidget *window, const QStringList &names);

} // namespace Sigen::Test
