#include "ui/panel/stepmark.h"

#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Mark
{
    QString icon;
    QColor color;
};

Mark markFor(StepRow::State state, const Colors &colors)
{
    switch (state) {
    case StepRow::State::Ok:
        return {u"check"_s, colors.good};
    case StepRow::State::Warning:
        return {u"caution"_s, colors.caution};
    case StepRow::State::Failed:
        return {u"cross"_s, colors.bad};
    case StepRow::State::Running:
        return {u"busy"_s, colors.accent};
    case StepRow::State::Waiting:
        return {u"circle"_s, colors.muted};
    case StepRow::State::Skipped:
        break;
    }
    return {u"dash"_s, colors.muted};
}

} // namespace

StepMark::StepMark(QWidget *parent)
    : QLabel(parent)
{
    render();
}

void StepMark::setState(StepRow::State state)
{
    m_state = state;
    render();
}

void StepMark::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

void StepMark::render()
{
    constexpr int size = 14;
    const Mark mark = markFor(m_state, colorsFor(palette()));
    setPixmap(iconPixmap(mark.icon, size, mark.color, devicePixelRatioF()));
    setFixedHeight(linePitch(fontFor(TextLook::Body, font()))); // that of the text beside it
}

} // namespace Sigen
