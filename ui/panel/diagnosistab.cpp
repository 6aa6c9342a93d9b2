#include "ui/panel/diagnosistab.h"

#include "ui/controllers/diagnosiscontroller.h"
#include "ui/controllers/evidencecontroller.h"
#include "ui/dialogs/copybutton.h"
#include "ui/dialogs/filechoice.h"
#include "ui/panel/findinglist.h"
#include "ui/panel/layertable.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readbars.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int gap = 8; // logical pixels

DiagnosisTab::DiagnosisTab(DiagnosisController &diagnosis, EvidenceController &evidence,
                           std::function<QString()> report, QWidget *parent)
    : QWidget(parent)
    , m_diagnosis(diagnosis)
    , m_evidence(evidence)
    , m_introduction(new PlainLabel(TextLook::Muted, this))
    , m_layers(new LayerTable(this))
    , m_findings(new FindingList(this))
    , m_progress(new QProgressBar(this))
    , m_status(new PlainLabel(TextLook::Muted, this))
    , m_run(new QPushButton(this))
    , m_saveReport(new QPushButton(this))
    , m_link(new QCheckBox(this))
    , m_connections(new QCheckBox(this))
    , m_copy(new CopyButton(std::move(report), this))
    , m_saveSheet(new QPushButton(this))
    , m_saveEvidence(new QPushButton(this))
    , m_evidenceProgress(new QProgressBar(this))
    , m_saved(new PlainLabel(TextLook::Muted, this))
{
    m_run->setObjectName("runDiagnosis"_L1);
    m_saveReport->setObjectName("saveReport"_L1);
    m_link->setObjectName("linkTest"_L1);
    m_connections->setObjectName("moreConnections"_L1);
    m_copy->setObjectName("copyReport"_L1);
    m_saveSheet->setObjectName("saveSheet"_L1);
    m_saveEvidence->setObjectName("saveEvidence"_L1);
    m_status->setObjectName("diagnosisStatus"_L1);
    m_saved->setObjectName("diagnosisSaved"_L1);
    m_saved->hide();
    for (QProgressBar *bar : {m_progress, m_evidenceProgress})
        bar->setTextVisible(false);
    for (QPushButton *button : {m_run, m_saveReport, m_saveSheet, m_saveEvidence})
        button->setAutoDefault(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_introduction);
    layout->addWidget(m_layers);
    layout->addLayout(makeReads());
    layout->addWidget(m_findings);
    layout->addWidget(m_progress);
    layout->addLayout(makeFoot());
    layout->addLayout(makeOptions());
    layout->addLayout(makeKeeping());
    layout->addWidget(m_evidenceProgress);
    layout->addWidget(m_saved);
    layout->addStretch(1);

    connect(&m_diagnosis, &DiagnosisController::changed, this, &DiagnosisTab::refresh);
    connect(&m_diagnosis, &DiagnosisController::ended, this,
            [this] { Q_EMIT spoken(spokenDiagnosis(m_diagnosis.state())); });
    connect(&m_evidence, &EvidenceController::changed, this, &DiagnosisTab::refreshEvidence);
    retranslate();
}

QBoxLayout *DiagnosisTab::makeReads()
{
    m_reads = new QWidget(this);
    m_bars = new ReadBars(m_reads);
    m_bars->setObjectName("reads"_L1);
    m_readsText = new PlainLabel(TextLook::Muted, m_reads);
    auto *inside = new QHBoxLayout(m_reads);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(2 * gap);
    inside->addWidget(m_bars, 0, Qt::AlignBottom);
    inside->addWidget(m_readsText, 1, Qt::AlignBottom);
    auto *layout = new QHBoxLayout;
    constexpr int besideMarks = 28;
    layout->addSpacing(besideMarks);
    layout->addWidget(m_reads);
    return layout;
}

QBoxLayout *DiagnosisTab::makeFoot()
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(gap);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_run);
    layout->addWidget(m_saveReport);
    connect(m_run, &QPushButton::clicked, this, &DiagnosisTab::runOrStop);
    connect(m_saveReport, &QPushButton::clicked, this, &DiagnosisTab::reportWanted);
    return layout;
}

QLayout *DiagnosisTab::makeOptions()
{
    auto *layout = new FlowLayout;
    for (QCheckBox *box : {m_link, m_connections}) {
        layout->addWidget(box);
        connect(box, &QCheckBox::clicked, this, [this] {
            m_diagnosis.setOptions({m_link->isChecked(), m_connections->isChecked()});
        });
    }
    return layout;
}

QLayout *DiagnosisTab::makeKeeping()
{
    auto *layout = new FlowLayout;
    for (QWidget *button : std::initializer_list<QWidget *>{m_copy, m_saveSheet, m_saveEvidence})
        layout->addWidget(button);
    connect(m_saveSheet, &QPushButton::clicked, this, &DiagnosisTab::sheetWanted);
    connect(m_saveEvidence, &QPushButton::clicked, this, &DiagnosisTab::saveEvidence);
    return layout;
}

void DiagnosisTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DiagnosisTab::retranslate()
{
    m_introduction->setText(
        tr("Is it the gateway, the network, or the other program? Looks at every layer between this computer "
           "and the plant and says what is wrong and what to do. Nothing is changed, and a password is used "
           "only if it is at hand."));
    m_saveReport->setText(tr("&Save report…"));
    m_link->setText(tr("Test the &link for 20 seconds"));
    m_connections->setText(tr("Try a secon&d and a third connection at once"));
    m_copy->setCopyText(tr("&Copy the report"));
    m_copy->setToolTip(tr("Without passwords; serial numbers and MAC addresses are shortened."));
    m_saveSheet->setText(tr("Shee&t for the owner…"));
    m_saveSheet->setToolTip(tr("One page for the owner's records, with the whole serial number."));
    m_saveEvidence->setToolTip(
        tr("Looks at what the gateway offers without signing in, for those who write a profile."));
    m_progress->setAccessibleName(tr("Progress of the diagnosis"));
    m_evidenceProgress->setAccessibleName(tr("Ports looked at so far"));
    m_saved->setTextOrHide({});
    refresh();
    refreshEvidence();
}

void DiagnosisTab::refresh()
{
    const DiagnosisState state = m_diagnosis.state();
    const bool hasRun = !state.rows.isEmpty();
    m_introduction->setVisible(!hasRun);
    m_layers->setRows(state.rows);
    m_layers->setVisible(hasRun);
    m_reads->setVisible(!state.reads.isEmpty());
    m_bars->setBars(state.reads);
    m_bars->setAccessibleName(state.readsAccessibleText);
    m_readsText->setText(state.readsText);
    m_findings->setFindings(state.findings);
    m_findings->setVisible(!state.findings.isEmpty());
    m_progress->setVisible(state.isRunning);
    m_progress->setRange(0, state.total);
    m_progress->setValue(state.done);
    m_status->setText(state.status);
    m_run->setText(state.isRunning ? tr("St&op") : hasRun ? tr("Chec&k again") : tr("&Run the diagnosis"));
    m_run->setEnabled(state.isRunning || m_diagnosis.canStart());
    setPrimary(m_run, !hasRun || state.isRunning);
    setPrimary(m_saveReport, hasRun && !state.isRunning);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_saveReport, m_copy, m_saveSheet})
        widget->setEnabled(!state.isRunning);
    const DiagnosisOptions options = m_diagnosis.options();
    m_link->setChecked(options.testsLink);
    m_connections->setChecked(options.triesConnections);
    for (QWidget *option : std::initializer_list<QWidget *>{m_link, m_connections})
        option->setEnabled(!state.isRunning);
}

void DiagnosisTab::refreshEvidence()
{
    const bool isRunning = m_evidence.isRunning();
    m_saveEvidence->setText(isRunning ? tr("Stop saving &evidence") : tr("Save &evidence…"));
    m_saveEvidence->setEnabled(isRunning || m_evidence.canStart());
    m_evidenceProgress->setVisible(isRunning);
    m_evidenceProgress->setRange(0, m_evidence.total());
    m_evidenceProgress->setValue(m_evidence.done());
    if (const QString text = m_evidence.text(); !text.isEmpty())
        m_saved->setTextOrHide(text);
}

void DiagnosisTab::runOrStop()
{
    m_saved->setTextOrHide({});
    if (m_diagnosis.isRunning())
        m_diagnosis.stop();
    else
        m_diagnosis.start();
}

void DiagnosisTab::focusRun()
{
    m_run->setFocus(Qt::OtherFocusReason);
}

QWidget *DiagnosisTab::nextToSee() const
{
    return m_diagnosis.isRunning() || m_findings->isHidden() ? static_cast<QWidget *>(m_run) : m_findings;
}

void DiagnosisTab::tellSaved(const QString &sentence)
{
    m_saved->setTextOrHide(sentence);
}

void DiagnosisTab::saveEvidence()
{
    if (m_evidence.isRunning())
        m_evidence.stop();
    else
        chooseSaveFile(this, tr("Save evidence"), EvidenceController::suggestedFileName(),
                       tr("Evidence (*.json)"), [this](const QString &path) { m_evidence.start(path); });
}

} // namespace Sigen
