#include "pagetexts.h"

#include "ui/models/hostlistmodel.h"
#include "ui/widgets/chiplabel.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabBar>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

QList<QWidget *> visibleWidgets(QWidget *window)
{
    QList<QWidget *> all{window};
    const QList<QWidget *> inside = window->findChildren<QWidget *>();
    for (QWidget *widget : inside) {
        if (widget->isVisible() && widget->window() == window)
            all += widget;
    }
    return all;
}

/// What stands in the widget, in one line.
static QString shownText(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *label = qobject_cast<const ElidedLabel *>(widget))
        return label->text();
    if (const auto *chip = qobject_cast<const ChipLabel *>(widget))
        return chip->chip().text;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    return {};
}

QString describe(const QWidget *widget)
{
    QString text = QString::fromLatin1(widget->metaObject()->className());
    if (!widget->objectName().isEmpty())
        text += u' ' + widget->objectName();
    constexpr int longest = 60;
    const QString shown = shownText(widget);
    if (!shown.isEmpty())
        text += u" “%1”"_s.arg(shown.left(longest));
    else if (!widget->accessibleName().isEmpty())
        text += u" (%1)"_s.arg(widget->accessibleName().left(longest));
    return text;
}

static void addActions(const QList<QAction *> &actions, const QString &where, QList<PageText> &texts)
{
    for (const QAction *action : actions) {
        texts += {where, action->text()};
        if (const QMenu *menu = action->menu())
            addActions(menu->actions(), where, texts);
    }
}

static void addRows(const QListView *view, const QString &where, QList<PageText> &texts)
{
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        texts += {where, index.data(Qt::DisplayRole).toString()};
        texts += {where, index.data(Qt::ToolTipRole).toString()};
        texts += {where, index.data(Qt::AccessibleTextRole).toString()};
        if (qobject_cast<const HostListModel *>(model) == nullptr)
            continue;
        for (const HostListModel::Role role : {HostListModel::TitleRole, HostListModel::SubtitleRole,
                                               HostListModel::TimeRole, HostListModel::SectionTitleRole})
            texts += {where, index.data(role).toString()};
        const auto chips = index.data(HostListModel::ChipsRole).value<QList<Chip>>();
        for (const Chip &chip : chips)
            texts += {where, chip.text + u'\n' + chip.accessibleText};
    }
}

static bool isNoLanguage(const QWidget *widget)
{
    return widget->property("code").toBool() || widget->objectName() == "log"_L1
        || widget->objectName() == "failureDetails"_L1;
}

QList<PageText> textsOf(QWidget *window)
{
    QList<PageText> texts{{u"window title"_s, window->windowTitle()}};
    const QList<QWidget *> widgets = visibleWidgets(window);
    for (const QWidget *widget : widgets) {
        const QString where = describe(widget);
        texts += {where, widget->accessibleName()};
        texts += {where, widget->accessibleDescription()};
        texts += {where, widget->toolTip(), true};
        if (isNoLanguage(widget))
            continue;
        texts += {where, shownText(widget)};
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i)
                texts += {where, box->itemText(i)};
        } else if (const auto *field = qobject_cast<const QLineEdit *>(widget)) {
            texts += {where, field->placeholderText()};
        } else if (const auto *number = qobject_cast<const QSpinBox *>(widget)) {
            texts += {where, number->specialValueText()};
        } else if (const auto *bar = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < bar->count(); ++i)
                texts += {where, bar->tabText(i)};
        } else if (const auto *menus = qobject_cast<const QMenuBar *>(widget)) {
            addActions(menus->actions(), where, texts);
        } else if (const auto *list = qobject_cast<const QListView *>(widget)) {
            addRows(list, where, texts);
        } else if (const auto *body = qobject_cast<const QPlainTextEdit *>(widget)) {
            texts += {where, body->toPlainText()};
        }
    }
    texts.removeIf([](const PageText &text) { return text.text.trimmed().isEmpty(); });
    return texts;
}

} // namespace Sigen::Test
