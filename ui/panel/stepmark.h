// The mark in front of a row: a tick, a cross, … in the colour of the state.
#pragma once

#include "ui/models/steprun.h"

#include <QLabel>

namespace Sigen {

class StepMark : public QLabel
{
    Q_OBJECT

public:
    explicit StepMark(QWidget *parent = nullptr);

    void setState(StepRow::State state);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    StepRow::State m_state = StepRow::State::Waiting;
};

} // namespace Sigen
