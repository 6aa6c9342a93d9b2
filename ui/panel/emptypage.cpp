#include "ui/panel/emptypage.h"

#include "ui/controllers/discoverycontroller.h"
#include "ui/models/hostlistmodel.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

EmptyPage::EmptyPage(DiscoveryController &discovery, QWidget *parent)
    : QWidget(parent)
    , m_discovery(discovery)
    , m_icon(new QLabel)
    , m_title(new PlainLabel(TextLook::Title))
    , m_text(new PlainLabel(TextLook::Muted))
    , m_address(new QPushButton)
    , m_demo(new QPushButton)
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    constexpr int readableCharacters = 62;
    m_text->setMaximumWidth(m_text->fontMetrics().averageCharWidth() * readableCharacters);
    m_text->setMinimumWidth(m_text->maximumWidth() / 2);
    m_address->setObjectName("knowAddress"_L1);
    m_demo->setObjectName("tryDemo"_L1);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_address);
    buttons->addWidget(m_demo);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    constexpr int margin = 24;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(16);
    layout->addStretch();
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    auto *textRow = new QHBoxLayout;
    textRow->addStretch();
    textRow->addWidget(m_text, 1);
    textRow->addStretch();
    layout->addLayout(textRow);
    layout->addLayout(buttons);
    layout->addStretch();

    connect(m_address, &QPushButton::clicked, this, &EmptyPage::addressWanted);
    connect(m_demo, &QPushButton::clicked, &m_discovery, &DiscoveryController::startDemo);
    connect(&m_discovery, &DiscoveryController::scanningChanged, this, &EmptyPage::retranslate);
    connect(m_discovery.hosts(), &QAbstractItemModel::rowsInserted, this, &EmptyPage::retranslate);
    connect(m_discovery.hosts(), &QAbstractItemModel::rowsRemoved, this, &EmptyPage::retranslate);
    retranslate();
    paintIcon();
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void EmptyPage::paintIcon()
{
    constexpr int size = 72;
    m_icon->setPixmap(iconPixmap(u"gateway"_s, size, colorsFor(palette()).accent, devicePixelRatioF()));
}

void EmptyPage::retranslate()
{
    const bool found = m_discovery.hosts()->rowCount() > 0;
    if (m_discovery.isScanning() && !found) {
        m_title->setText(tr("Looking for your gateway"));
        m_text->setText(
            tr("Searching this computer's networks. Nothing is changed and no password is sent while "
               "searching.\nA gateway that is found appears on the left; choose it to go on."));
    } else if (found) {
        m_title->setText(tr("Choose your gateway"));
        m_text->setText(
            tr("Choose a gateway on the left to see whether its Modbus TCP server is on, to turn it on, "
               "and to test it from this computer."));
    } else {
        m_title->setText(m_discovery.hasScanned() ? tr("No gateway found yet") : tr("Find your gateway"));
        m_text->setText(
            tr("This computer and the gateway have to be in the same network. Search it with Scan, or "
               "add the gateway by its address."));
    }
    m_address->setText(tr("I know its a&ddress…"));
    m_demo->setText(tr("Tr&y the demo gateway"));
}

} // namespace Sigen
