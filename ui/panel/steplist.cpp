#include "ui/panel/steplist.h"

#include "ui/panel/stepmark.h"
#include "ui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

StepList::StepList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName("steps"_L1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    constexpr int betweenRows = 7; // 25 from one row to the next, as drawn
    m_layout->setSpacing(betweenRows);
    connect(&m_steps, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(&m_steps, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&m_steps, &QAbstractItemModel::modelReset, this, &StepList::rebuild);
    connect(&m_steps, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) { render(from.row(), to.row()); });
    rebuild();
}

void StepList::rebuild()
{
    removeRows(0, static_cast<int>(m_rows.size()) - 1);
    insertRows(0, m_steps.rowCount() - 1);
}

void StepList::insertRows(int first, int last)
{
    for (int i = first; i <= last; ++i) {
        Row row{new QWidget, new StepMark, new PlainLabel, new PlainLabel(TextLook::Muted)};
        row.sentence->setCopyable();
        row.sentence->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        row.time->setWordWrap(false);
        auto *layout = new QHBoxLayout(row.widget);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(14);
        layout->addWidget(row.mark, 0, Qt::AlignTop);
        layout->addWidget(row.sentence, 1);
        layout->addWidget(row.time, 0, Qt::AlignTop);
        m_layout->insertWidget(i, row.widget);
        m_rows.insert(i, row);
    }
    render(first, last);
    setVisible(!m_rows.isEmpty());
}

void StepList::removeRows(int first, int last)
{
    for (int i = last; i >= first; --i)
        delete m_rows.takeAt(i).widget;
    setVisible(!m_rows.isEmpty());
}

void StepList::render(int first, int last)
{
    for (int i = first; i <= last && i < m_rows.size(); ++i) {
        const QModelIndex index = m_steps.index(i);
        const auto state = static_cast<StepRow::State>(index.data(StepModel::StateRole).toInt());
        const Row &row = m_rows.at(i);
        row.mark->setState(state);
        const bool quiet = state == StepRow::State::Waiting || state == StepRow::State::Skipped;
        if (row.sentence->property("look").toByteArray() != (quiet ? "muted" : "body")) {
            setLook(row.sentence, quiet ? TextLook::Muted : TextLook::Body);
            repolish(row.sentence);
        }
        row.sentence->setText(index.data(Qt::DisplayRole).toString());
        row.sentence->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
        row.time->setText(index.data(StepModel::TimeRole).toString());
    }
}

} // namespace Sigen
