// The rows of the verification card: mark, sentence, time.
#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Sigen {

class PlainLabel;
class StepModel;

class StepList : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(StepModel &steps, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QWidget *widget = nullptr;
        QLabel *mark = nullptr;
        PlainLabel *sentence = nullptr;
        PlainLabel *time = nullptr;
    };

    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void rebuild();
    void render(int first, int last);

    StepModel &m_steps;
    QVBoxLayout *m_layout = nullptr;
    QList<Row> m_rows;
};

} // namespace Sigen
