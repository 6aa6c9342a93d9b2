#include "ui/panel/keepontab.h"

#include "core/displaytext.h"
#include "ui/controllers/gatewaycontroller.h"
#include "ui/controllers/keeponcontroller.h"
#include "ui/controllers/servicebox.h"
#include "ui/dialogs/filechoice.h"
#include "ui/panel/eventtable.h"
#include "ui/widgets/card.h"
#include "ui/widgets/historystrip.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/toggleswitch.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int gap = 8; // logical pixels
static constexpr int intervals[] = {10, 30, 60, 300, 900, 3600}; // seconds
static constexpr int ranges[] = {24, 7 * 24, 30 * 24}; // hours

KeepOnTab::KeepOnTab(KeepOnController &keepOn, const GatewayController &gateway, QWidget *parent)
    : QWidget(parent)
    , m_keepOn(keepOn)
    , m_gateway(gateway)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(makeHead());
    layout->addLayout(makeHistory(), 1);
    layout->addLayout(makeFoot());

    constexpr std::chrono::seconds second{1};
    m_ticker.setInterval(second);
    connect(&m_ticker, &QTimer::timeout, this, &KeepOnTab::tick);
    const auto isOurs = [this](const QString &id) { return id == this->gateway() && isVisible(); };
    connect(&m_keepOn, &KeepOnController::changed, this, [this, isOurs](const QString &id) {
        if (isOurs(id))
            render();
    });
    connect(&m_keepOn, &KeepOnController::historyChanged, this, [this, isOurs](const QString &id) {
        if (isOurs(id))
            renderHistory();
    });
    connect(&m_gateway, &GatewayController::changed, this, [this] {
        if (isVisible())
            render();
    });
    retranslate();
}

QString KeepOnTab::gateway() const
{
    return m_gateway.gateway().id;
}

QBoxLayout *KeepOnTab::makeHead()
{
    m_switch = new ToggleSwitch(this);
    m_switch->setObjectName("keepOnSwitch"_L1);
    m_title = new PlainLabel(TextLook::Strong, this);
    m_text = new PlainLabel(TextLook::Muted, this);
    m_text->setObjectName("keepOnText"_L1);
    m_note = new PlainLabel(TextLook::Muted, this);
    m_note->setObjectName("keepOnNote"_L1);
    m_signIn = new QPushButton(this);
    m_signIn->setObjectName("keepOnSignIn"_L1);
    m_signIn->setAutoDefault(false);
    setPrimary(m_signIn, true);
    m_intervalLabel = new QLabel(this);
    m_intervalLabel->setTextFormat(Qt::PlainText);
    setLook(m_intervalLabel, TextLook::Muted);
    m_interval = new QComboBox(this);
    m_interval->setObjectName("keepOnInterval"_L1);
    m_intervalLabel->setBuddy(m_interval);
    for (const int seconds : intervals)
        m_interval->addItem(QString(), seconds);
    connect(m_switch, &ToggleSwitch::flipRequested, this, &KeepOnTab::switchRequested);
    connect(m_signIn, &QPushButton::clicked, this, &KeepOnTab::signInRequested);
    connect(m_interval, &QComboBox::activated, this,
            [this](int index) { m_keepOn.setInterval(gateway(), m_interval->itemData(index).toInt()); });

    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    texts->addWidget(m_note);
    texts->addWidget(m_signIn, 0, Qt::AlignLeading);
    auto *left = new QHBoxLayout;
    left->setSpacing(gap + 4);
    left->addWidget(m_switch, 0, Qt::AlignVCenter);
    left->addLayout(texts, 1);
    auto *right = new QHBoxLayout;
    right->setSpacing(gap);
    right->addWidget(m_intervalLabel);
    right->addWidget(m_interval);
    right->addStretch();
    m_head = new QHBoxLayout;
    m_head->setSpacing(2 * gap);
    m_head->addLayout(left, 1);
    m_head->addLayout(right);
    return m_head;
}

QBoxLayout *KeepOnTab::makeHistory()
{
    m_strip = new HistoryStrip(this);
    m_captions = new QWidget(this);
    m_from = new PlainLabel(TextLook::Small, m_captions);
    m_summary = new PlainLabel(TextLook::Small, m_captions);
    m_summary->setObjectName("keepOnSummary"_L1);
    m_summary->setAlignment(Qt::AlignCenter);
    m_now = new PlainLabel(TextLook::Small, m_captions);
    m_now->setAlignment(Qt::AlignTrailing);
    auto *captions = new QHBoxLayout(m_captions);
    captions->setContentsMargins(0, 0, 0, 0);
    captions->setSpacing(gap);
    captions->addWidget(m_from, 1);
    captions->addWidget(m_summary, 2);
    captions->addWidget(m_now, 1);
    m_captions->setLayoutDirection(Qt::LeftToRight); // as the strip

    m_empty = new PlainLabel(TextLook::Muted, this);
    m_empty->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_table = new EventTable(m_events, this);
    m_table->setObjectName("keepOnEvents"_L1);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(gap / 2);
    layout->addWidget(m_strip);
    layout->addWidget(m_captions);
    layout->addSpacing(gap / 2);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    return layout;
}

QBoxLayout *KeepOnTab::makeFoot()
{
    m_service = new QCheckBox(this);
    m_service->setObjectName("keepOnService"_L1);
    m_serviceNote = new PlainLabel(TextLook::Muted, this);
    m_serviceNote->setObjectName("keepOnServiceNote"_L1);
    m_range = new QComboBox(this);
    m_range->setObjectName("keepOnRange"_L1);
    for (const int hours : ranges)
        m_range->addItem(QString(), hours);
    m_save = new QPushButton(this);
    m_save->setObjectName("saveHistory"_L1);
    m_save->setAutoDefault(false);
    m_saved = new PlainLabel(TextLook::Muted, this);
    m_saved->hide();
    connect(m_service, &QCheckBox::clicked, this, [this](bool on) {
        renderService(); // the tick follows what there is, not what is wished for
        Q_EMIT serviceRequested(on);
    });
    connect(m_range, &QComboBox::activated, this, &KeepOnTab::renderHistory);
    connect(m_save, &QPushButton::clicked, this, &KeepOnTab::save);

    auto *service = new QVBoxLayout;
    service->setSpacing(2);
    service->addWidget(m_service, 0, Qt::AlignLeading);
    service->addWidget(m_serviceNote);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addWidget(m_range);
    buttons->addWidget(m_save);
    buttons->addStretch();
    m_foot = new QHBoxLayout;
    m_foot->setSpacing(gap);
    m_foot->addLayout(service, 1);
    m_foot->addLayout(buttons);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(gap);
    layout->addLayout(m_foot);
    layout->addWidget(m_saved);
    return layout;
}

// --- what it shows ---------------------------------------------------------------------------------------

void KeepOnTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void KeepOnTab::retranslate()
{
    m_switch->setAccessibleName(tr("Keep the Modbus TCP server on"));
    m_title->setText(tr("Keep it on"));
    m_signIn->setText(actionText(PageAction::SignIn));
    m_intervalLabel->setText(tr("Look e&very"));
    m_interval->setAccessibleName(tr("How often it is looked at"));
    for (int i = 0; i < m_interval->count(); ++i)
        m_interval->setItemText(i, intervalText(m_interval->itemData(i).toInt()));
    m_strip->setAccessibleName(tr("When it was on"));
    m_now->setText(tr("now"));
    m_empty->setText(
        tr("Nothing was seen yet. What happens from the first look on stands here: when it was on, "
           "off or not reachable, and when it was switched on again."));
    m_table->setAccessibleName(tr("What happened, the newest first"));
    m_service->setText(tr("Also when this &window is closed"));
    m_range->setAccessibleName(tr("Time that is shown"));
    m_range->setItemText(0, tr("24 hours"));
    m_range->setItemText(1, tr("7 days"));
    m_range->setItemText(2, tr("30 days"));
    m_save->setText(tr("Save &history…"));
    m_saved->setTextOrHide({});
    render();
    renderHistory();
}

void KeepOnTab::render()
{
    const KeepOn keepOn = m_keepOn.keepOn(gateway());
    const KeepOnCard card = keepOnCard(keepOn, locale());
    m_switch->setUndecided(card.isUndecided);
    m_switch->setOn(card.isOn);
    m_switch->setEnabled(card.canSwitch);
    m_switch->setAccessibleDescription(card.text);
    m_text->setText(card.text);
    const QString tone = card.tone == Tone::Bad ? u"bad"_s
        : card.tone == Tone::Caution            ? u"caution"_s
                                                : QString();
    if (m_text->property("tone").toString() != tone) {
        m_text->setProperty("tone", tone);
        repolish(m_text);
    }
    m_note->setTextOrHide(card.note);
    m_signIn->setVisible(card.offersSignIn && !m_gateway.isSignedIn());
    const int index = m_interval->findData(keepOn.interval);
    if (index < 0) { // by an earlier run or another program
        m_interval->addItem(intervalText(keepOn.interval), keepOn.interval);
        m_interval->setCurrentIndex(m_interval->count() - 1);
    } else if (!m_interval->view()->isVisible()) {
        m_interval->setCurrentIndex(index);
    }
    m_interval->setEnabled(card.canSwitch && keepOn.state != KeepOn::State::Elsewhere);
    renderService();
}

void KeepOnTab::renderService()
{
    const ServiceBox box = serviceBox(m_keepOn.keepOn(gateway()), m_keepOn.serviceFacts(gateway()));
    m_service->setChecked(box.isChecked);
    m_service->setEnabled(box.canToggle);
    m_service->setAccessibleDescription(box.note);
    m_serviceNote->setTextOrHide(box.note);
}

void KeepOnTab::renderHistory()
{
    const KeepOnStrip strip = m_keepOn.strip(gateway(), m_range->currentData().toInt(), locale());
    const bool isKnown = !strip.parts.isEmpty();
    m_strip->setParts(strip.parts);
    m_strip->setAccessibleDescription(strip.summary);
    m_from->setText(strip.from);
    m_summary->setText(strip.summary);
    for (QWidget *const part : {static_cast<QWidget *>(m_strip), m_captions, static_cast<QWidget *>(m_table)})
        part->setVisible(isKnown);
    m_empty->setVisible(!isKnown);
    m_events.setRows(m_keepOn.rows(gateway(), locale()));
    m_range->setVisible(isKnown);
    m_save->setEnabled(isKnown);
    arrange();
}

// --- its time and room -----------------------------------------------------------------------------------

void KeepOnTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_keepOn.service().ask();
    m_keepOn.refresh(gateway());
    render();
    renderHistory();
    m_ticker.start();
}

void KeepOnTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_ticker.stop();
}

void KeepOnTab::tick()
{
    constexpr int ticksPerRefresh = 10;
    if (++m_ticks % ticksPerRefresh == 0) {
        m_keepOn.refresh(gateway());
        renderHistory(); // it has grown older
    }
    render();
}

void KeepOnTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QSize KeepOnTab::minimumSizeHint() const
{
    const int interval = m_intervalLabel->sizeHint().width() + gap + m_interval->sizeHint().width();
    const int head = m_switch->sizeHint().width() + 2 * gap + m_text->minimumSizeHint().width();
    const int foot = std::max(m_save->sizeHint().width() + gap + m_range->sizeHint().width(),
                              m_service->sizeHint().width());
    return {std::max({interval, head, foot}), QWidget::minimumSizeHint().height()};
}

void KeepOnTab::arrange()
{
    constexpr int sentence = 52; // characters of the text that should stand in one line
    const int character = m_text->fontMetrics().averageCharWidth();
    const int interval = m_intervalLabel->sizeHint().width() + gap + m_interval->sizeHint().width();
    const bool stacked = width() < sentence * character + interval + 6 * gap;
    m_head->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int buttons = m_range->sizeHint().width() + gap + m_save->sizeHint().width();
    m_foot->setDirection(width() < sentence * character + buttons ? QBoxLayout::TopToBottom
                                                                  : QBoxLayout::LeftToRight);
    m_table->arrange();
}

void KeepOnTab::save()
{
    chooseSaveFile(this, tr("Save the history"), m_keepOn.suggestedHistoryName(),
                   tr("Tables (*.csv);;Lines of JSON (*.jsonl)"), [this](const QString &path) {
                       const QString problem = m_keepOn.saveHistory(gateway(), path);
                       m_saved->setTextOrHide(problem.isEmpty() ? tr("Saved as %1").arg(displayText(path))
                                                                : problem);
                   });
}

} // namespace Sigen
