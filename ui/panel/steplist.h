// The rows of the verification card: mark, sentence, time.
#pragma once

#include "ui/models/stepmodel.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace Sigen {

class PlainLabel;
class StepMark;

class StepList : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    void setRows(const QList<StepRow> &rows) { m_steps.setRows(rows); }

private:
    struct Row
    {
        QWidget *widget = nullptr;
        StepMark *mark = nullptr;
        PlainLabel *sentence = nullptr;
        PlainLabel *time = nullptr;
    };

    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void rebuild();
    void render(int first, int last);

    StepModel m_steps;
    QVBoxLayout *m_layout = nullptr;
    QList<Row> m_rows;
};

} // namespace Sigen
