// What a diagnosis came to: a box for each cause, with what to do about it, or one that says what worked.
#pragma once

#include "ui/controllers/diagnosisstate.h"

#include <QWidget>

class QVBoxLayout;

namespace Sigen {

class FindingList : public QWidget
{
    Q_OBJECT

public:
    explicit FindingList(QWidget *parent = nullptr);

    void setFindings(const QList<DiagnosisFinding> &findings);

private:
    static QWidget *boxFor(const DiagnosisFinding &finding);

    QVBoxLayout *m_layout = nullptr;
    QList<DiagnosisFinding> m_findings;
    QList<QWidget *> m_boxes;
};

} // namespace Sigen
