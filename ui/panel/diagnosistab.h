// "Diagnosis": every layer between this computer and the plant, what is wrong and what to do, and what can be
// saved of it. Nothing runs before the user presses the button.
#pragma once

#include <QWidget>

#include <functional>

class QBoxLayout;
class QCheckBox;
class QProgressBar;
class QPushButton;

namespace Sigen {

class CopyButton;
class DiagnosisController;
class EvidenceController;
class FindingList;
class LayerTable;
class PlainLabel;
class ReadBars;

class DiagnosisTab : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it. \a report: what "Copy the report" copies; asked when it is pressed.
    DiagnosisTab(DiagnosisController &diagnosis, EvidenceController &evidence,
                 std::function<QString()> report, QWidget *parent = nullptr);

    void focusRun();
    QWidget *nextToSee() const; ///< the button that stops it, or what it came to
    void tellSaved(const QString &sentence); ///< how saving went

Q_SIGNALS:
    void reportWanted(); ///< as a file
    void sheetWanted();
    void spoken(const QString &sentence); ///< for a screen reader: how it ended

protected:
    void changeEvent(QEvent *event) override;

private:
    QBoxLayout *makeReads();
    QBoxLayout *makeFoot();
    QLayout *makeOptions();
    QLayout *makeKeeping();
    void retranslate();
    void refresh();
    void refreshEvidence();
    void runOrStop();
    void saveEvidence();

    DiagnosisController &m_diagnosis;
    EvidenceController &m_evidence;
    PlainLabel *m_introduction = nullptr; ///< before the first run
    LayerTable *m_layers = nullptr;
    QWidget *m_reads = nullptr;
    ReadBars *m_bars = nullptr;
    PlainLabel *m_readsText = nullptr;
    FindingList *m_findings = nullptr;
    QProgressBar *m_progress = nullptr;
    PlainLabel *m_status = nullptr;
    QPushButton *m_run = nullptr; ///< stops while it runs
    QPushButton *m_saveReport = nullptr;
    QCheckBox *m_link = nullptr;
    QCheckBox *m_connections = nullptr;
    CopyButton *m_copy = nullptr;
    QPushButton *m_saveSheet = nullptr;
    QPushButton *m_saveEvidence = nullptr; ///< stops while it looks
    QProgressBar *m_evidenceProgress = nullptr;
    PlainLabel *m_saved = nullptr;
};

} // namespace Sigen
