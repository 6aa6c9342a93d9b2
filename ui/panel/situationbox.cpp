#include "ui/panel/situationbox.h"

#include "ui/theme/colors.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int markSize = 40; // logical pixels

SituationBox::SituationBox(QWidget *parent)
    : QFrame(parent)
    , m_mark(new QLabel)
    , m_headline(new PlainLabel(TextLook::Headline))
    , m_text(new PlainLabel)
    , m_belowBox(new QWidget)
    , m_below(new FlowLayout)
    , m_beside(new QHBoxLayout)
{
    setObjectName("situation"_L1);
    m_headline->setObjectName("situationHeadline"_L1);
    m_text->setObjectName("situationText"_L1);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_mark->setFixedSize(markSize, markSize);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_headline);
    texts->addWidget(m_text);
    m_below->setContentsMargins(0, 4, 0, 0);
    m_belowBox->setLayout(m_below);
    texts->addWidget(m_belowBox);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Card::padding, Card::padding - 2, Card::padding, Card::padding - 2);
    layout->setSpacing(Card::padding);
    layout->addWidget(m_mark, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addLayout(m_beside);
    hide();
}

void SituationBox::setCard(const std::optional<SituationCard> &card, bool busy, bool isSecondary)
{
    if (card != m_card) {
        m_card = card;
        render();
    }
    for (QPushButton *const button : std::as_const(m_buttons)) {
        button->setEnabled(!busy);
        setPrimary(button, button == m_buttons.constFirst() && !isSecondary);
    }
}

QPushButton *SituationBox::primaryButton() const
{
    return m_card && !m_buttons.isEmpty() ? m_buttons.constFirst() : nullptr;
}

void SituationBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        render();
    else if (event->type() == QEvent::PaletteChange)
        paintMark();
}

static QString boxOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return u"good"_s;
    case Tone::Bad:
        return u"bad"_s;
    case Tone::Caution:
        return u"caution"_s;
    case Tone::Plain:
    case Tone::Busy:
        break;
    }
    return u"card"_s;
}

void SituationBox::render()
{
    setVisible(m_card.has_value());
    if (!m_card)
        return;
    setProperty("box", boxOf(m_card->tone));
    repolish(this);
    m_headline->setText(m_card->headline);
    m_text->setTextOrHide(m_card->text);
    if (m_actions != m_card->buttons) // they keep the focus while only the words change
        makeButtons();
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setText(actionText(m_actions.at(i)));
    paintMark();
}

void SituationBox::makeButtons()
{
    for (QPushButton *const button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater(); // its own click may have led here
    }
    m_buttons.clear();
    m_actions = m_card->buttons;
    const bool isSingle = m_actions.size() == 1;
    m_belowBox->setVisible(!isSingle);
    layout()->setAlignment(m_mark, isSingle ? Qt::AlignVCenter : Qt::AlignTop);
    for (const PageAction action : std::as_const(m_actions)) {
        auto *button = new QPushButton;
        button->setObjectName(u"situation%1"_s.arg(static_cast<int>(action)));
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
        if (isSingle)
            m_beside->addWidget(button);
        else
            m_below->addWidget(button);
        button->show(); // the layout would do so later, and it may get the focus now
        m_buttons += button;
    }
}

void SituationBox::paintMark()
{
    if (!m_card)
        return;
    const Colors colors = colorsFor(palette());
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(QSize(markSize, markSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // Where it is a question what is the case, the mark is one too, and quiet.
    const bool isQuestion = m_card->tone == Tone::Plain;
    painter.setBrush(isQuestion ? colors.cautionFill : toneText(colors, m_card->tone));
    painter.drawEllipse(QRect(0, 0, markSize, markSize));
    const QString sign = isQuestion ? u"?"_s : m_card->tone == Tone::Good ? u"✓"_s : u"!"_s;
    QFont letters = font();
    letters.setPixelSize(markSize / 2);
    painter.setFont(letters);
    painter.setPen(isQuestion ? colors.caution : colors.surface);
    painter.drawText(QRect(0, 0, markSize, markSize), Qt::AlignCenter, sign);
    m_mark->setPixmap(pixmap);
}

} // namespace Sigen
