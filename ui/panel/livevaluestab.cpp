#include "ui/panel/livevaluestab.h"

#include "ui/controllers/livevaluescontroller.h"
#include "ui/panel/valuetile.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLayout>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int gap = 8; // logical pixels

/// Tiles of equal width in as many columns as there is room for: four, two or one.
class TileLayout : public QLayout
{
public:
    TileLayout() { setSpacing(gap); }
    ~TileLayout() override { qDeleteAll(m_items); }

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override
    {
        return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return layOut(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override
    {
        return {widthOf(count()), layOut(QRect(0, 0, widthOf(count()), 0), false)};
    }
    QSize minimumSize() const override
    {
        // As tall as the tiles are at the width that they have; in fewer columns heightForWidth() counts.
        const int width = std::max(widthOf(count()), geometry().width());
        return {widthOf(1), layOut(QRect(0, 0, width, 0), false)};
    }
    void setGeometry(const QRect &rect) override
    {
        QLayout::setGeometry(rect);
        layOut(rect, true);
    }

private:
    int widthOf(int columns) const
    {
        int tile = 0;
        for (QLayoutItem *item : m_items)
            tile = std::max(tile, static_cast<const ValueTile *>(item->widget())->leastWidth());
        return columns * tile + (columns - 1) * spacing();
    }

    int columnsFor(int width) const
    {
        int columns = count();
        while (columns > 1 && widthOf(columns) > width)
            columns = (columns + 1) / 2;
        return columns;
    }

    int layOut(const QRect &rect, bool place) const
    {
        if (m_items.isEmpty())
            return 0;
        const int columns = columnsFor(rect.width());
        const int width = (rect.width() - (columns - 1) * spacing()) / columns;
        const Qt::LayoutDirection direction =
            parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
        int top = rect.top();
        for (int first = 0; first < count(); first += columns) {
            const int end = std::min(first + columns, count());
            int height = 0;
            for (int i = first; i < end; ++i) {
                QLayoutItem *item = m_items.at(i);
                height = std::max(height,
                                  item->hasHeightForWidth() ? item->heightForWidth(width)
                                                            : item->sizeHint().height());
            }
            for (int i = first; place && i < end; ++i) {
                const QRect box(rect.left() + (i - first) * (width + spacing()), top, width, height);
                m_items.at(i)->setGeometry(QStyle::visualRect(direction, rect, box));
            }
            top += height + (end < count() ? spacing() : 0);
        }
        return top - rect.top();
    }

    QList<QLayoutItem *> m_items; ///< owned, as QLayout demands; ValueTiles only
};

} // namespace

LiveValuesTab::LiveValuesTab(LiveValuesController &live, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(makeIntroduction());
    layout->addWidget(makeValues());
    layout->addStretch(1);

    connect(&m_live, &LiveValuesController::updated, this, &LiveValuesTab::refresh);
    connect(&m_live, &LiveValuesController::runningChanged, this, &LiveValuesTab::refresh);
    retranslate();
}

QWidget *LiveValuesTab::makeIntroduction()
{
    m_introduction = new QWidget(this);
    m_explanation = new PlainLabel(TextLook::Muted, m_introduction);
    m_start = new QPushButton(m_introduction);
    m_start->setAutoDefault(false);
    setPrimary(m_start, true);
    connect(m_start, &QPushButton::clicked, &m_live, &LiveValuesController::start);

    auto *layout = new QVBoxLayout(m_introduction);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_explanation);
    layout->addWidget(m_start, 0, Qt::AlignLeading);
    return m_introduction;
}

QWidget *LiveValuesTab::makeValues()
{
    m_values = new QWidget(this);
    auto *tiles = new TileLayout;
    for (ValueTile **tile : {&m_battery, &m_solar, &m_grid, &m_plant}) {
        *tile = new ValueTile(m_values);
        tiles->addWidget(*tile);
    }
    m_battery->setObjectName(QLatin1StringView("battery"));
    m_problem = new PlainLabel(TextLook::Body, m_values);
    m_problem->setProperty("tone", u"caution"_s);
    m_status = new PlainLabel(TextLook::Muted, m_values);
    m_link = new PlainLabel(TextLook::Muted, m_values);
    m_toggle = new QPushButton(m_values);
    m_toggle->setAutoDefault(false);
    connect(m_toggle, &QPushButton::clicked, this, &LiveValuesTab::toggleReading);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(gap);
    foot->addWidget(m_status, 1);
    foot->addWidget(m_toggle);

    auto *layout = new QVBoxLayout(m_values);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(tiles);
    layout->addWidget(m_problem);
    layout->addLayout(foot);
    layout->addWidget(m_link);
    return m_values;
}

void LiveValuesTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_live.setVisible(true);
}

void LiveValuesTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_live.setVisible(false);
}

void LiveValuesTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LiveValuesTab::retranslate()
{
    m_explanation->setText(
        tr("Reads battery, solar, grid and plant state every 5 s through Modbus TCP. The "
           "connection is closed between two readings, so other programs get their turn."));
    m_start->setText(tr("Start &reading"));
    refresh();
}

void LiveValuesTab::refresh()
{
    const bool started = m_live.isRunning() || m_live.hasValues();
    const bool startHadFocus = m_start->hasFocus();
    m_introduction->setVisible(!started);
    m_values->setVisible(started);
    if (startHadFocus && started)
        m_toggle->setFocus();

    m_battery->setTile(m_live.battery(), Tone::Busy);
    m_solar->setTile(m_live.solar(), Tone::Good);
    m_grid->setTile(m_live.grid(), Tone::Caution);
    m_plant->setTile(m_live.plant());
    for (ValueTile *tile : {m_battery, m_solar, m_grid, m_plant})
        tile->setStale(m_live.isStale());
    m_problem->setTextOrHide(m_live.problem());
    m_status->setText(m_live.statusText());
    m_link->setTextOrHide(m_live.linkText());
    m_toggle->setText(m_live.isRunning() ? tr("Stop &reading") : tr("Start &reading"));
}

void LiveValuesTab::toggleReading()
{
    if (m_live.isRunning())
        m_live.stop();
    else
        m_live.start();
}

} // namespace Sigen
