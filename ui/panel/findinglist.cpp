#include "ui/panel/findinglist.h"

#include "ui/widgets/plainlabel.h"

#include <QFrame>
#include <QGridLayout>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

FindingList::FindingList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    constexpr int gap = 8;
    m_layout->setSpacing(gap);
}

void FindingList::setFindings(const QList<DiagnosisFinding> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    qDeleteAll(m_boxes);
    m_boxes.clear();
    for (const DiagnosisFinding &finding : findings) {
        m_boxes.append(boxFor(finding));
        m_layout->addWidget(m_boxes.constLast());
    }
    setVisible(!findings.isEmpty());
}

static PlainLabel *label(TextLook look, const QString &text)
{
    auto *const made = new PlainLabel(look);
    made->setText(text);
    made->setCopyable();
    return made;
}

QWidget *FindingList::boxFor(const DiagnosisFinding &finding)
{
    const QString tone = finding.tone == Tone::Bad ? u"bad"_s
        : finding.tone == Tone::Good               ? u"good"_s
        : finding.tone == Tone::Plain              ? u"plain"_s
                                                   : u"caution"_s;
    auto *const box = new QFrame;
    box->setObjectName("finding"_L1);
    box->setProperty("box", tone);
    box->setAccessibleName(finding.sentence);
    PlainLabel *const title = label(TextLook::Strong, finding.sentence);
    title->setObjectName("findingTitle"_L1);
    title->setProperty("tone", tone);

    auto *const lines = new QGridLayout;
    constexpr int betweenLines = 2;
    constexpr int betweenColumns = 6;
    lines->setVerticalSpacing(betweenLines);
    lines->setHorizontalSpacing(betweenColumns);
    lines->setColumnStretch(1, 1);
    const bool isAdvice = finding.tone == Tone::Bad || finding.tone == Tone::Caution;
    const bool isNumbered = isAdvice && finding.lines.size() > 1;
    for (qsizetype i = 0; i < finding.lines.size(); ++i) {
        const int row = static_cast<int>(i);
        PlainLabel *const text = label(TextLook::Body, finding.lines.at(i));
        text->setObjectName("findingLine"_L1);
        if (!isNumbered) {
            lines->addWidget(text, row, 0, 1, 2);
            continue;
        }
        PlainLabel *const number = label(TextLook::Body, u"%1."_s.arg(i + 1));
        number->setWordWrap(false);
        lines->addWidget(number, row, 0, Qt::AlignTop);
        lines->addWidget(text, row, 1);
    }

    auto *const layout = new QVBoxLayout(box);
    constexpr int side = 14;
    constexpr int edge = 11;
    layout->setContentsMargins(side, edge, side, edge);
    layout->setSpacing(betweenColumns);
    layout->addWidget(title);
    layout->addLayout(lines);
    return box;
}

} // namespace Sigen
