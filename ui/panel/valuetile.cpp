#include "ui/panel/valuetile.h"

#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sparkline.h"

#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int padding = 12; // logical pixels
static constexpr int gap = 2;

ValueTile::ValueTile(QWidget *parent)
    : QFrame(parent)
    , m_title(new PlainLabel(TextLook::Muted, this))
    , m_value(new PlainLabel(TextLook::Value, this))
    , m_note(new PlainLabel(TextLook::Muted, this))
    , m_line(new Sparkline(this))
    , m_alarms(new PlainLabel(TextLook::Body, this))
{
    setProperty("tile", true);
    m_alarms->setProperty("tone", u"bad"_s);
    m_note->hide();
    m_alarms->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding - 2 * gap, padding, padding - 2 * gap);
    layout->setSpacing(gap);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_value, m_line, m_note, m_alarms})
        layout->addWidget(part);
    layout->addStretch(1);
}

void ValueTile::setTile(const LiveTile &tile, Tone line)
{
    m_title->setText(tile.title);
    m_value->setText(tile.value);
    m_note->setTextOrHide(tile.note);
    m_alarms->setTextOrHide({});
    m_line->setVisible(true);
    m_line->setTone(line);
    m_line->setHistory(tile.history);
    m_line->setAccessibleName(tr("Last values of %1").arg(tile.title));
    setAccessibleName(tile.accessibleText);
}

void ValueTile::setTile(const PlantTile &tile)
{
    m_title->setText(tr("Plant"));
    m_value->setText(tile.state);
    m_note->setTextOrHide(tile.note);
    m_alarms->setTextOrHide(tile.alarms.join(u'\n'));
    m_line->setVisible(false);
    setAccessibleName(tile.accessibleText);
}

void ValueTile::setStale(bool stale)
{
    if (stale)
        m_line->setTone(Tone::Plain);
    if (m_isStale == stale)
        return;
    m_isStale = stale;
    for (PlainLabel *label : {m_value, m_alarms}) {
        label->setProperty("stale", stale);
        repolish(label);
    }
}

int ValueTile::leastWidth() const
{
    constexpr int characters = 17; // "discharging with", so that the usual note takes two lines
    static const QRegularExpression space(u"\\s"_s);
    int width = m_note->fontMetrics().averageCharWidth() * characters;
    for (const PlainLabel *label : {m_title, m_value, m_note, m_alarms}) {
        const QStringList words = label->text().split(space, Qt::SkipEmptyParts);
        for (const QString &word : words)
            width = std::max(width, label->fontMetrics().horizontalAdvance(word));
    }
    // A reading stays beside its unit.
    if (!m_line->isHidden())
        width = std::max(width, m_value->fontMetrics().horizontalAdvance(m_value->text()));
    return width + 2 * padding + 2;
}

} // namespace Sigen
