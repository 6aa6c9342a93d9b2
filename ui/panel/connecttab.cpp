#include "ui/panel/connecttab.h"

#include "core/displaytext.h"
#include "ui/controllers/snippetscontroller.h"
#include "ui/dialogs/copybutton.h"
#include "ui/dialogs/filechoice.h"
#include "ui/panel/codebox.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QProgressBar>

#include <algorithm>

namespace Sigen {

static constexpr int gap = 8; // logical pixels

namespace {

/// As tall as the snippet beside it, scrolling when there are more tools.
class ToolList : public QListView
{
public:
    using QListView::QListView;

    QSize sizeHint() const override { return {QListView::sizeHint().width(), minimumSizeHint().height()}; }
    QSize minimumSizeHint() const override
    {
        constexpr int lines = 8;
        return {QListView::minimumSizeHint().width(), fontMetrics().lineSpacing() * lines};
    }
};

} // namespace

ConnectTab::ConnectTab(SnippetsController &snippets, QWidget *parent)
    : QWidget(parent)
    , m_snippets(snippets)
{
    makeTools();
    auto *right = new QVBoxLayout;
    right->setSpacing(gap);
    makeSnippet(right);
    right->addLayout(makeUnits());
    // What the code box does not need stays empty.
    right->addStretch(1);

    constexpr int listShare = 3;
    constexpr int snippetShare = 8;
    m_columns = new QHBoxLayout(this);
    m_columns->setContentsMargins(0, gap, 0, 0);
    m_columns->setSpacing(2 * gap);
    m_columns->addWidget(m_tools, listShare);
    m_columns->addLayout(right, snippetShare);

    connect(&m_snippets, &SnippetsController::changed, this, &ConnectTab::refresh);
    connect(&m_snippets, &SnippetsController::progressChanged, this, &ConnectTab::refreshProgress);
    retranslate();
}

void ConnectTab::makeTools()
{
    m_tools = new ToolList(this);
    m_tools->setObjectName(QLatin1StringView("tools"));
    m_tools->setFrameShape(QFrame::NoFrame);
    m_tools->setModel(m_snippets.tools());
    m_tools->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tools->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tools->setResizeMode(QListView::Adjust);
    m_tools->setWordWrap(true);
    connect(m_tools->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_snippets.setCurrentTool(current.data(ToolListModel::IdRole).toString());
            });
}

void ConnectTab::makeSnippet(QVBoxLayout *column)
{
    m_headline = new PlainLabel(TextLook::Muted, this);
    m_save = new QPushButton(this);
    m_save->setAutoDefault(false);
    connect(m_save, &QPushButton::clicked, this, &ConnectTab::save);
    m_copy = new CopyButton([this] { return m_snippets.snippet(); }, this);
    setPrimary(m_copy, true);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addWidget(m_save);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    m_head = new QHBoxLayout;
    m_head->setSpacing(gap);
    m_head->addWidget(m_headline, 1);
    m_head->addLayout(buttons);

    m_hint = new PlainLabel(TextLook::Muted, this);
    m_note = new PlainLabel(TextLook::Body, this);
    m_code = new CodeBox(this);
    m_code->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_saved = new PlainLabel(TextLook::Muted, this);
    m_saved->hide();

    constexpr int codeFirst = 1000; // against the empty space below
    column->addLayout(m_head);
    column->addWidget(m_hint);
    column->addWidget(m_note);
    column->addWidget(m_code, codeFirst);
    column->addWidget(m_saved);
}

QBoxLayout *ConnectTab::makeUnits()
{
    m_findUnits = new QPushButton(this);
    m_findUnits->setAutoDefault(false);
    connect(m_findUnits, &QPushButton::clicked, this, [this] {
        if (m_snippets.isFindingUnits())
            m_snippets.cancel();
        else
            m_snippets.findUnits();
    });
    m_progressText = new PlainLabel(TextLook::Muted, this);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);

    auto *told = new QVBoxLayout;
    told->setSpacing(gap / 2);
    told->addWidget(m_progressText);
    told->addWidget(m_progress);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(gap);
    layout->addWidget(m_findUnits, 0, Qt::AlignVCenter);
    layout->addLayout(told, 1);
    return layout;
}

int ConnectTab::leastToolWidth() const
{
    constexpr int characters = 16; // most names in two lines
    return m_tools->fontMetrics().averageCharWidth() * characters + 4 * gap;
}

int ConnectTab::leastSnippetWidth() const
{
    return m_save->sizeHint().width() + gap + m_copy->sizeHint().width();
}

QSize ConnectTab::minimumSizeHint() const
{
    return {std::max(leastToolWidth(), leastSnippetWidth()), QWidget::minimumSizeHint().height()};
}

void ConnectTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ConnectTab::arrange()
{
    constexpr int headline = 24; // characters that should stand in one line
    constexpr int code = 26;
    const int character = m_headline->fontMetrics().averageCharWidth();
    const int snippetWidth = std::max(leastSnippetWidth(), character * code);
    const bool stacked = width() < leastToolWidth() + 2 * gap + snippetWidth;
    m_columns->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // Room for the longest name, when there is some; names wrap in a narrow window.
    const int widest = std::max(leastToolWidth(), m_tools->sizeHintForColumn(0) + 4 * gap);
    m_tools->setMinimumWidth(leastToolWidth());
    m_tools->setMaximumWidth(stacked ? QWIDGETSIZE_MAX : widest);

    const int available = stacked ? width() : width() - 2 * gap - m_tools->width();
    m_head->setDirection(available < character * headline + gap + leastSnippetWidth()
                             ? QBoxLayout::TopToBottom
                             : QBoxLayout::LeftToRight);
}

void ConnectTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConnectTab::retranslate()
{
    m_tools->setAccessibleName(tr("Programs to connect"));
    m_save->setText(tr("&Save…"));
    m_copy->setCopyText(tr("&Copy"));
    m_code->setAccessibleName(tr("What to enter in the chosen program"));
    m_progress->setAccessibleName(tr("Units asked so far"));
    m_saved->setTextOrHide({});
    refresh();
    refreshProgress();
}

void ConnectTab::refresh()
{
    updateTool();
    m_headline->setText(m_snippets.headline());
    m_hint->setTextOrHide(m_snippets.hint());
    m_note->setTextOrHide(m_snippets.note());
    const QString snippet = m_snippets.snippet();
    if (m_code->toPlainText() != snippet) {
        m_code->setPlainText(snippet);
        m_saved->setTextOrHide({});
        // Not taller than its text: the rest of the page stays empty instead of becoming a grey field.
        m_code->setMaximumHeight(m_code->heightFor(std::max(m_code->blockCount(), CodeBox::leastLines)));
    }
    m_save->setEnabled(!snippet.isEmpty());
    m_copy->setEnabled(!snippet.isEmpty());
}

void ConnectTab::updateTool()
{
    const ToolListModel &model = *m_snippets.tools();
    const auto isCurrent = [this](const ToolListModel::Tool &tool) {
        return tool.id == m_snippets.currentTool();
    };
    const auto found = std::find_if(model.tools().cbegin(), model.tools().cend(), isCurrent);
    if (found == model.tools().cend())
        return;
    const QModelIndex index = model.index(static_cast<int>(found - model.tools().cbegin()));
    if (m_tools->currentIndex() != index)
        m_tools->setCurrentIndex(index);
    arrange();
}

void ConnectTab::refreshProgress()
{
    const bool running = m_snippets.isFindingUnits();
    m_findUnits->setText(running ? tr("Ca&ncel") : tr("Find u&nits"));
    const QString told = m_snippets.progressText();
    m_progressText->setText(!told.isEmpty() ? told
                                            : tr("Asks every unit id what it is; this can take minutes."));
    m_progress->setVisible(running);
    // Without a total yet the bar only shows that something is going on.
    m_progress->setRange(0, m_snippets.unitsTotal());
    m_progress->setValue(m_snippets.unitsAsked());
}

void ConnectTab::save()
{
    chooseSaveFile(this, tr("Save the snippet"), m_snippets.suggestedFileName(), tr("All files (*)"),
                   [this](const QString &path) {
                       const QString problem = m_snippets.save(path);
                       m_saved->setTextOrHide(problem.isEmpty() ? tr("Saved as %1").arg(displayText(path))
                                                                : problem);
                   });
}

} // namespace Sigen
