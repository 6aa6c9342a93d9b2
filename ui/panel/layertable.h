// The layers between this computer and a gateway in columns: mark, what was looked at, what was seen, time.
#pragma once

#include "ui/models/layerrows.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace Sigen {

class PlainLabel;
class StepMark;

class LayerTable : public QWidget
{
    Q_OBJECT

public:
    explicit LayerTable(QWidget *parent = nullptr);

    void setRows(const QList<LayerRow> &rows);

private:
    struct Line
    {
        StepMark *mark = nullptr;
        PlainLabel *title = nullptr;
        PlainLabel *text = nullptr;
        PlainLabel *time = nullptr;
    };

    void addLine();
    void removeLine();

    QGridLayout *m_layout = nullptr;
    QList<LayerRow> m_rows;
    QList<Line> m_lines;
};

} // namespace Sigen
