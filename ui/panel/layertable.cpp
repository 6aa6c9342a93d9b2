#include "ui/panel/layertable.h"

#include "ui/models/stepsentences.h"
#include "ui/panel/stepmark.h"
#include "ui/widgets/plainlabel.h"

#include <QGridLayout>

#include <initializer_list>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

LayerTable::LayerTable(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    setObjectName("layers"_L1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    constexpr int betweenColumns = 14;
    constexpr int betweenRows = 7; // 25 from one row to the next, as drawn
    m_layout->setHorizontalSpacing(betweenColumns);
    m_layout->setVerticalSpacing(betweenRows);
    constexpr int titles = 2; // parts of the width, as drawn
    constexpr int texts = 5;
    m_layout->setColumnStretch(1, titles);
    m_layout->setColumnStretch(2, texts);
}

void LayerTable::setRows(const QList<LayerRow> &rows)
{
    while (m_lines.size() < rows.size())
        addLine();
    while (m_lines.size() > rows.size())
        removeLine();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i < m_rows.size() && m_rows.at(i) == rows.at(i))
            continue;
        const LayerRow &row = rows.at(i);
        const Line &line = m_lines.at(i);
        const bool quiet = row.state == StepRow::State::Waiting || row.state == StepRow::State::Skipped;
        line.mark->setState(row.state);
        setLook(line.title, quiet ? TextLook::Muted : TextLook::Body);
        repolish(line.title);
        line.title->setText(row.title);
        line.title->setAccessibleName(stateInWords(row.state).arg(row.title));
        line.text->setText(row.text);
        line.time->setText(row.time);
    }
    m_rows = rows;
    setVisible(!rows.isEmpty());
}

void LayerTable::addLine()
{
    const Line line{new StepMark, new PlainLabel, new PlainLabel(TextLook::Muted),
                    new PlainLabel(TextLook::Muted)};
    const int row = static_cast<int>(m_lines.size());
    line.text->setCopyable();
    line.time->setWordWrap(false);
    int column = 0;
    for (QLabel *const label : std::initializer_list<QLabel *>{line.mark, line.title, line.text, line.time}) {
        label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        // Of these only the mark is lower than its row where a text takes several lines.
        m_layout->addWidget(label, row, column++, label == line.mark ? Qt::AlignTop : Qt::Alignment());
    }
    m_lines += line;
}

void LayerTable::removeLine()
{
    const Line line = m_lines.takeLast();
    for (QWidget *const widget :
         std::initializer_list<QWidget *>{line.mark, line.title, line.text, line.time})
        delete widget;
}

} // namespace Sigen
