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
    , m_headline(new PlainLabel(TextLook::Strong))
    , m_text(new PlainLabel)
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
    texts->addLayout(m_below);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Card::padding, Card::padding - 2, Card::padding, Card::padding - 2);
    layout->setSpacing(Card::padding);
    layout->addWidget(m_mark, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addLayout(m_beside);
    hide();
}

void SituationBox::setCard(const std::optional<SituationCard> &card)
{
    if (card == m_card)
        return;
    m_card = card;
    render();
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
    return u"plain"_s;
}

static void clear(QLayout &layout)
{
    while (const std::unique_ptr<QLayoutItem> item{layout.takeAt(0)}) {
        if (QWidget *const button = item->widget()) {
            button->hide();
            button->deleteLater(); // its own click may have led here
        }
    }
}

void SituationBox::render()
{
    clear(*m_below);
    clear(*m_beside);
    setVisible(m_card.has_value());
    if (!m_card)
        return;
    setProperty("box", boxOf(m_card->tone));
    repolish(this);
    m_headline->setText(m_card->headline);
    m_text->setTextOrHide(m_card->text);
    const bool isSingle = m_card->buttons.size() == 1;
    for (const PageAction action : std::as_const(m_card->buttons)) {
        QPushButton *const button = newButton(action);
        setPrimary(button, action == m_card->buttons.constFirst());
        if (isSingle)
            m_beside->addWidget(button);
        else
            m_below->addWidget(button);
    }
    paintMark();
}

QPushButton *SituationBox::newButton(PageAction action)
{
    auto *button = new QPushButton(actionText(action));
    button->setObjectName(u"situation%1"_s.arg(static_cast<int>(action)));
    connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
    return button;
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
    painter.setBrush(toneText(colors, m_card->tone));
    painter.drawEllipse(QRect(0, 0, markSize, markSize));
    QFont font = this->font();
    font.setPixelSize(markSize / 2);
    painter.setFont(font);
    painter.setPen(colors.surface);
    const QString sign = m_card->tone == Tone::Good ? u"✓"_s : u"!"_s;
    painter.drawText(QRect(0, 0, markSize, markSize), Qt::AlignCenter, sign);
    m_mark->setPixmap(pixmap);
}

} // namespace Sigen
