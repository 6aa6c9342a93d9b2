#include "ui/panel/protocollogtab.h"

#include "core/displaytext.h"
#include "ui/dialogs/copybutton.h"
#include "ui/dialogs/filechoice.h"
#include "ui/panel/codebox.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int gap = 8; // logical pixels

namespace {

/// Takes little room by itself, so that a page with a log in it need not scroll; grows where there is room.
class LogView : public QListView
{
public:
    using QListView::QListView;

    QSize sizeHint() const override { return {QListView::sizeHint().width(), minimumSizeHint().height()}; }
    QSize minimumSizeHint() const override
    {
        constexpr int lines = 6;
        return {QListView::minimumSizeHint().width(), fontMetrics().lineSpacing() * lines};
    }
};

} // namespace

ProtocolLogTab::ProtocolLogTab(ProtocolLogModel &log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
{
    m_filter.setLog(&m_log);
    makeFilter();
    makeList();
    m_chosen = new CodeBox(this);
    m_chosen->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_chosen->setWordWrapMode(QTextOption::WrapAnywhere);
    m_chosen->setMaximumHeight(m_chosen->heightFor(CodeBox::leastLines));
    m_saved = new PlainLabel(TextLook::Muted, this);
    m_saved->hide();
    m_cut = new PlainLabel(TextLook::Muted, this);
    m_cut->hide();
    makeButtons();

    auto *filters = new QHBoxLayout;
    filters->setSpacing(gap);
    filters->addWidget(m_text, 1);
    filters->addWidget(m_channel);
    m_pages = new QStackedLayout;
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    auto *buttons = new FlowLayout;
    for (QWidget *button : std::initializer_list<QWidget *>{m_copy, m_save, m_clear})
        buttons->addWidget(button);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(filters);
    layout->addWidget(m_cut);
    layout->addLayout(m_pages, 1);
    layout->addWidget(m_chosen);
    layout->addWidget(m_saved);
    layout->addLayout(buttons);

    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_filter, change, this, &ProtocolLogTab::refresh);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &ProtocolLogTab::refresh);
    retranslate();
}

void ProtocolLogTab::makeFilter()
{
    m_text = new QLineEdit(this);
    m_text->setClearButtonEnabled(true);
    m_channel = new QComboBox(this);
    m_channel->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_channel->addItems({QString(), QString(), QString()});
    m_channel->setItemData(1, static_cast<int>(TraceEntry::Channel::WebSocket));
    m_channel->setItemData(2, static_cast<int>(TraceEntry::Channel::Modbus));

    constexpr std::chrono::milliseconds pause{200};
    m_typing.setSingleShot(true);
    m_typing.setInterval(pause);
    connect(&m_typing, &QTimer::timeout, this, &ProtocolLogTab::applyFilter);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_channel, &QComboBox::currentIndexChanged, this, &ProtocolLogTab::applyFilter);
}

void ProtocolLogTab::makeList()
{
    m_list = new LogView(this);
    m_list->setObjectName("log"_L1);
    m_list->setProperty("framed", true);
    m_list->setModel(&m_filter);
    m_list->setFont(codeFont());
    m_list->setLayoutDirection(Qt::LeftToRight);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_empty = new PlainLabel(TextLook::Muted, this);
    m_empty->setAlignment(Qt::AlignLeading | Qt::AlignTop);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProtocolLogTab::showChosen);
    QScrollBar *const bar = m_list->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_follows = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int maximum) {
        if (m_follows)
            bar->setValue(maximum);
    });
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { keepPlace(first, last); });
    // The view's own Copy knows only the current line, cut to what is shown.
    auto *copy = new QShortcut(QKeySequence::Copy, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, [this] { m_copy->copy(); });
}

void ProtocolLogTab::makeButtons()
{
    m_copy = new CopyButton([this] { return chosenText(); }, this);
    m_save = new QPushButton(this);
    m_save->setAutoDefault(false);
    connect(m_save, &QPushButton::clicked, this, &ProtocolLogTab::save);
    m_clear = new QPushButton(this);
    m_clear->setAutoDefault(false);
    connect(m_clear, &QPushButton::clicked, &m_log, &ProtocolLogModel::clear);
}

void ProtocolLogTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProtocolLogTab::retranslate()
{
    m_text->setPlaceholderText(tr("Show only lines with this text"));
    m_text->setToolTip(m_text->placeholderText()); // large letters leave no room for it
    m_text->setAccessibleName(tr("Show only lines with this text"));
    m_channel->setAccessibleName(tr("Channel"));
    m_channel->setItemText(0, tr("All channels"));
    m_channel->setItemText(1, tr("WebSocket"));
    m_channel->setItemText(2, tr("Modbus"));
    m_list->setAccessibleName(tr("Protocol log"));
    m_chosen->setAccessibleName(tr("The chosen line in full"));
    m_copy->setCopyText(tr("&Copy"));
    m_copy->setToolTip(tr("Copies the selected lines, or all that are shown."));
    m_save->setText(tr("&Save…"));
    m_clear->setText(tr("C&lear"));
    m_saved->setTextOrHide({});
    refresh();
    showChosen();
}

void ProtocolLogTab::applyFilter()
{
    m_typing.stop();
    const QVariant channel = m_channel->currentData();
    // Without a source the filter forgets its rows; it looks at each line once then, instead of telling the
    // view of thousands of single rows that come and go.
    m_filter.setLog(nullptr);
    m_filter.setText(m_text->text().trimmed());
    m_filter.setChannel(channel.isValid() ? std::optional(static_cast<TraceEntry::Channel>(channel.toInt()))
                                          : std::nullopt);
    m_follows = true;
    m_filter.setLog(&m_log);
    showChosen();
}

void ProtocolLogTab::refresh()
{
    const bool shown = m_filter.rowCount() > 0;
    m_empty->setText(m_log.rowCount() == 0 ? tr("Nothing was sent or received yet.")
                                           : tr("No line has this text and channel."));
    m_cut->setTextOrHide(m_log.cutText());
    m_pages->setCurrentWidget(shown ? static_cast<QWidget *>(m_list) : m_empty);
    m_copy->setEnabled(shown);
    m_save->setEnabled(shown);
    m_clear->setEnabled(m_log.rowCount() > 0);
}

void ProtocolLogTab::showChosen()
{
    const QModelIndex current = m_list->currentIndex();
    m_chosen->setVisible(current.isValid());
    m_chosen->setPlainText(current.data(ProtocolLogModel::WholeTextRole).toString());
}

/// Lines that leave at the top do not move those that the user is reading.
void ProtocolLogTab::keepPlace(int first, int last)
{
    if (m_follows)
        return;
    QScrollBar *const bar = m_list->verticalScrollBar();
    const int above = std::min(last + 1, bar->value()) - first;
    if (above > 0)
        bar->setValue(bar->value() - above);
    m_follows = false;
}

QString ProtocolLogTab::chosenText() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return m_filter.plainText();
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex &row : std::as_const(rows)) {
        text += m_log.line(m_filter.mapToSource(row).row());
        text += u'\n';
    }
    return text;
}

void ProtocolLogTab::save()
{
    // What was shown when the button was pressed, whatever comes in meanwhile.
    chooseSaveFile(
        this, tr("Save the protocol log"), u"sigen-modbus-log.txt"_s, tr("Text files (*.txt);;All files (*)"),
        [this, text = m_filter.plainText()](const QString &path) {
            const QString problem = writeTextFile(path, text);
            m_saved->setTextOrHide(problem.isEmpty() ? tr("Saved as %1").arg(displayText(path)) : problem);
        });
}

} // namespace Sigen
