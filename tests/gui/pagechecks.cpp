#include "pagechecks.h"

#include "pagetexts.h"
#include "ui/widgets/chiplabel.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSpinBox>
#include <QSplitter>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

void settle()
{
    constexpr int rounds = 4; // a layout that asks another one to lay out
    for (int i = 0; i < rounds; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

static bool isTabStop(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0
        && widget->focusProxy() == nullptr;
}

QList<QWidget *> tabStops(QWidget *window)
{
    QList<QWidget *> stops;
    for (QWidget *widget = window->nextInFocusChain(); widget != window;
         widget = widget->nextInFocusChain()) {
        if (widget->window() == window && isTabStop(widget))
            stops += widget;
    }
    return stops;
}

QStringList unnamedControls(QWidget *window)
{
    QStringList found;
    const QList<QWidget *> widgets = visibleWidgets(window);
    for (QWidget *widget : widgets) {
        if (widget == window || !isTabStop(widget))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (spoken == nullptr || spoken->text(QAccessible::Name).trimmed().isEmpty())
            found += u"has no accessible name: "_s + describe(widget);
    }
    return found;
}

static QString walk(QWidget *window, const QList<QWidget *> &stops, Qt::Key key)
{
    const qsizetype count = stops.size();
    const qsizetype step = key == Qt::Key_Tab ? 1 : count - 1;
    stops.first()->setFocus(Qt::TabFocusReason);
    for (qsizetype pressed = 1; pressed <= count; ++pressed) {
        QWidget *from = window->focusWidget();
        QTest::keyClick(from, key, key == Qt::Key_Tab ? Qt::NoModifier : Qt::ShiftModifier);
        QWidget *wanted = stops.at(pressed * step % count);
        if (window->focusWidget() != wanted)
            return u"from %1 to %2 instead of %3"_s.arg(
                describe(from),
                window->focusWidget() != nullptr ? describe(window->focusWidget()) : u"nowhere"_s,
                describe(wanted));
    }
    return {};
}

QStringList tabOrderGaps(QWidget *window)
{
    window->activateWindow();
    const QList<QWidget *> stops = tabStops(window);
    if (stops.isEmpty())
        return {u"nothing can be reached by the keyboard"_s};
    QStringList found;
    QWidget *before = window->focusWidget();
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        const QString gap = walk(window, stops, key);
        if (gap.isEmpty())
            continue;
        found += (key == Qt::Key_Tab ? u"Tab goes "_s : u"Shift+Tab goes "_s) + gap;
        for (const QWidget *stop : stops)
            found += u"    "_s + describe(stop);
    }
    if (before != nullptr)
        before->setFocus();
    // The order is that of reading: nothing goes back up to a card that was left.
    for (qsizetype i = 1; i < stops.size(); ++i) {
        const auto top = [window](const QWidget *widget) { return widget->mapTo(window, QPoint()).y(); };
        const QWidget *last = stops.at(i - 1);
        const QWidget *next = stops.at(i);
        if (last->parentWidget() == next->parentWidget() && top(next) + next->height() <= top(last))
            found += u"%1 comes after %2, which is below it"_s.arg(describe(next), describe(last));
    }
    return found;
}

// --- What fits -------------------------------------------------------------------------------------------

/// Fractions of pixels that fonts and style sheets round differently.
static constexpr int slack = 1;

static bool isQtsOwn(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return widget->objectName().startsWith("qt_"_L1) || qobject_cast<const QScrollBar *>(widget) != nullptr
        || qobject_cast<const QSplitterHandle *>(widget) != nullptr
        || qobject_cast<const QTabBar *>(parent) != nullptr
        || qobject_cast<const QMenuBar *>(parent) != nullptr
        || qobject_cast<const QComboBox *>(parent) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(parent) != nullptr
        || qobject_cast<const QTabWidget *>(parent) != nullptr;
}

static QString cutAgainst(const QSize &need, const QSize &has)
{
    if (need.width() <= has.width() + slack && need.height() <= has.height() + slack)
        return {};
    return u"needs %1×%2, has %3×%4"_s.arg(need.width())
        .arg(need.height())
        .arg(has.width())
        .arg(has.height());
}

static QString cutLabel(const QLabel *label)
{
    if (label->text().isEmpty())
        return {};
    if (label->wordWrap()) // PlainLabel, which breaks long words
        return cutAgainst(QSize(0, label->heightForWidth(label->width())), label->size());
    const int margins = 2 * label->margin() + std::max(label->indent(), 0);
    const QRect room = label->contentsRect().adjusted(0, 0, -margins, -margins);
    return cutAgainst(label->fontMetrics().size(Qt::TextShowMnemonic, label->text()), room.size());
}

static QString cutComboBox(const QComboBox *box)
{
    QStyleOptionComboBox option;
    option.initFrom(box);
    option.editable = box->isEditable();
    const QRect room =
        box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
    const int need = box->fontMetrics().horizontalAdvance(box->currentText());
    if (need <= room.width() + slack || !box->toolTip().isEmpty())
        return {};
    return u"needs %1, has %2, and has no tooltip"_s.arg(need).arg(room.width());
}

static QString cutField(const QLineEdit *field)
{
    constexpr int frame = 2 * 8; // of the style sheet, and the cursor's own
    const int room = field->width() - frame - field->textMargins().left() - field->textMargins().right();
    const int need = field->fontMetrics().horizontalAdvance(field->placeholderText());
    if (!field->text().isEmpty() || need <= room + 2 * slack || !field->toolTip().isEmpty())
        return {};
    return u"needs %1, has %2, for its placeholder"_s.arg(need).arg(room);
}

static QString cutTabs(const QTabBar *bar)
{
    for (int i = 0; i < bar->count(); ++i) {
        const int need = bar->fontMetrics().size(Qt::TextShowMnemonic, bar->tabText(i)).width();
        if (need > bar->tabRect(i).width() + slack)
            return u"tab “%1” needs %2, has %3"_s.arg(bar->tabText(i)).arg(need).arg(bar->tabRect(i).width());
    }
    return {};
}

static QString cutItself(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return cutLabel(label);
    if (const auto *label = qobject_cast<const ElidedLabel *>(widget))
        return label->isWhole() || !label->toolTip().isEmpty() ? QString() : u"is elided without tooltip"_s;
    if (const auto *chip = qobject_cast<const ChipLabel *>(widget))
        return cutAgainst(chip->sizeHint(), chip->size());
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text().isEmpty() ? QString() : cutAgainst(button->sizeHint(), button->size());
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return cutComboBox(box);
    if (const auto *number = qobject_cast<const QSpinBox *>(widget))
        return cutAgainst(QSize(number->minimumSizeHint().width(), number->minimumSizeHint().height()),
                          number->size());
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        return cutField(field);
    if (const auto *bar = qobject_cast<const QTabBar *>(widget))
        return cutTabs(bar);
    return {};
}

static QString outsideOfParent(const QWidget *widget, Sideways sideways)
{
    const QWidget *parent = widget->parentWidget();
    const QRect place = widget->geometry();
    QRect room = parent->rect();
    if (const auto *area = qobject_cast<const QAbstractScrollArea *>(parent->parentWidget());
        area != nullptr && area->viewport() == parent) {
        // What is above or below can be scrolled to.
        room.setTop(place.top());
        room.setBottom(place.bottom());
        if (sideways == Sideways::MayScroll && area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            return {};
    }
    if (room.adjusted(-slack, -slack, slack, slack).contains(place))
        return {};
    return u"stands at %1,%2 %3×%4 in %5×%6"_s.arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height())
        .arg(room.width())
        .arg(room.height());
}

QStringList cutTexts(QWidget *window, Sideways sideways)
{
    QStringList found;
    const QList<QWidget *> widgets = visibleWidgets(window);
    for (const QWidget *widget : widgets) {
        if (widget == window || isQtsOwn(widget))
            continue;
        const QString cut = cutItself(widget);
        if (!cut.isEmpty())
            found += u"is cut: %1: %2"_s.arg(describe(widget), cut);
        const QString outside = outsideOfParent(widget, sideways);
        if (!outside.isEmpty())
            found += u"is outside of %1: %2: %3"_s.arg(describe(widget->parentWidget()), describe(widget),
                                                       outside);
    }
    return found;
}

QStringList overlaps(QWidget *window)
{
    QStringList found;
    const QList<QWidget *> widgets = visibleWidgets(window);
    for (const QWidget *parent : widgets) {
        QList<const QWidget *> siblings;
        const QObjectList children = parent->children();
        for (const QObject *child : children) {
            const auto *widget = qobject_cast<const QWidget *>(child);
            if (widget != nullptr && widget->isVisible() && !widget->isWindow() && !isQtsOwn(widget))
                siblings += widget;
        }
        for (qsizetype i = 0; i < siblings.size(); ++i) {
            for (qsizetype j = i + 1; j < siblings.size(); ++j) {
                const QRect both = siblings.at(i)->geometry() & siblings.at(j)->geometry();
                if (both.width() > slack && both.height() > slack)
                    found += u"overlap: %1 and %2"_s.arg(describe(siblings.at(i)), describe(siblings.at(j)));
            }
        }
    }
    return found;
}

QStringList repeatedSentences(QWidget *window)
{
    constexpr qsizetype shortest = 20; // "SigenStor EC 10.0 TP" is a name, no sentence
    QStringList texts;
    const QList<QWidget *> widgets = visibleWidgets(window);
    for (const QWidget *widget : widgets) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        QString text = label != nullptr ? label->text() : QString();
        if (text.endsWith(u'.'))
            text.chop(1);
        if (text.size() > shortest && widget->objectName() != "failureDetails"_L1)
            texts += text;
    }
    QStringList found;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype j = 0; j < texts.size(); ++j) {
            if (i != j && texts.at(j).contains(texts.at(i)))
                found += u"stands twice: “%1”"_s.arg(texts.at(i));
        }
    }
    return found;
}

// --- What is translated ----------------------------------------------------------------------------------

/// Without what stands in brackets, which may be nested; what is no letter becomes a blank.
static QString outsideOfBrackets(const QString &text)
{
    QString rest;
    int depth = 0;
    for (const QChar letter : text) {
        if (letter == u'[')
            ++depth;
        else if (letter == u']')
            depth = std::max(depth - 1, 0);
        else if (depth == 0)
            rest += letter;
    }
    return rest;
}

QStringList untranslatedTexts(QWidget *window, const QStringList &names)
{
    // Units, times of day, host names of a test.
    static const QRegularExpression noWords(u"\\b(k?Wh?|ms|s|AM|PM|kB|MB)\\b|<[a-z]+>|&[a-z]+;"_s);
    static const QRegularExpression word(u"\\p{L}{2,}"_s);
    // Longer ones first where one contains another.
    QStringList sorted = names;
    std::sort(sorted.begin(), sorted.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QStringList found;
    const QList<PageText> texts = textsOf(window);
    for (const PageText &text : texts) {
        QString rest = outsideOfBrackets(text.text);
        for (const QString &name : std::as_const(sorted))
            rest.remove(name, Qt::CaseInsensitive);
        rest.remove(noWords);
        if (rest.contains(word))
            found += u"is not translated: %1: %2"_s.arg(text.where, rest.simplified().left(100));
    }
    found.removeDuplicates();
    return found;
}

} // namespace Sigen::Test
