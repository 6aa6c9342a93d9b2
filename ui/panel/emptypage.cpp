#include "ui/panel/emptypage.h"

#include "ui/controllers/discoverycontroller.h"
#include "ui/controllers/watchcontroller.h"
#include "ui/models/hostlistmodel.h"
#include "ui/panel/switchpathbox.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/progressring.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int ringSize = 92; // logical pixels
static constexpr int cardWidth = 600;

EmptyPage::EmptyPage(DiscoveryController &discovery, WatchController &watch, QWidget *parent)
    : QWidget(parent)
    , m_discovery(discovery)
    , m_icon(new QLabel)
    , m_title(new PlainLabel(TextLook::Title))
    , m_text(new PlainLabel(TextLook::Muted))
    , m_watch(watch)
    , m_ring(new ProgressRing(ringSize))
    , m_whereCard(new Card)
    , m_path(new SwitchPathBox)
    , m_elapsed(new PlainLabel(TextLook::Muted))
    , m_watchButton(new QPushButton)
    , m_network(new QPushButton)
    , m_address(new QPushButton)
    , m_demo(new QPushButton)
{
    m_icon->setAlignment(Qt::AlignCenter);
    for (PlainLabel *label : {m_title, m_text, m_elapsed})
        label->setAlignment(Qt::AlignCenter);
    constexpr int readableCharacters = 62;
    m_text->setMaximumWidth(m_text->fontMetrics().averageCharWidth() * readableCharacters);
    m_text->setMinimumWidth(m_text->maximumWidth() / 2);
    auto *inCard = new QVBoxLayout(m_whereCard);
    inCard->setContentsMargins(Card::padding, Card::padding - 4, Card::padding, Card::padding - 4);
    inCard->addWidget(m_path);
    m_whereCard->setMaximumWidth(cardWidth);
    m_elapsed->setObjectName("watchProgress"_L1);
    m_watchButton->setObjectName("watchNetwork"_L1);
    m_network->setObjectName("otherNetwork"_L1);
    m_address->setObjectName("knowAddress"_L1);
    m_demo->setObjectName("tryDemo"_L1);

    auto *layout = new QVBoxLayout(this);
    constexpr int margin = 24;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(16);
    const auto addRow = [layout](const QList<QWidget *> &widgets, int stretch = 0) {
        auto *row = new QHBoxLayout;
        row->addStretch();
        for (QWidget *widget : widgets)
            row->addWidget(widget, stretch);
        row->addStretch();
        layout->addLayout(row);
    };
    layout->addStretch();
    layout->addWidget(m_icon);
    addRow({m_ring});
    layout->addWidget(m_title);
    addRow({m_text}, 1);
    auto *whereRow = new QHBoxLayout;
    whereRow->addStretch();
    whereRow->addWidget(m_whereCard, cardWidth);
    whereRow->addStretch();
    layout->addLayout(whereRow);
    layout->addWidget(m_elapsed);
    addRow({m_watchButton, m_network, m_address, m_demo});
    layout->addStretch();

    connect(m_network, &QPushButton::clicked, this, &EmptyPage::networkWanted);
    connect(m_watchButton, &QPushButton::clicked, this,
            [this] { isWatching() ? m_watch.stop() : m_watch.watch(); });
    connect(m_address, &QPushButton::clicked, this, &EmptyPage::addressWanted);
    connect(m_demo, &QPushButton::clicked, &m_discovery, &DiscoveryController::startDemo);
    connect(&m_discovery, &DiscoveryController::scanningChanged, this, &EmptyPage::retranslate);
    connect(&m_watch, &WatchController::changed, this, &EmptyPage::retranslate);
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

/// The network, not a gateway's page.
bool EmptyPage::isWatching() const
{
    return m_watch.isRunning() && m_watch.watched().gateway.isEmpty();
}

void EmptyPage::retranslate()
{
    const bool watching = isWatching();
    const bool canWatch =
        m_discovery.hasScanned() && !m_discovery.isScanning() && !m_discovery.foundGateway();
    m_ring->setVisible(watching);
    m_elapsed->setVisible(watching);
    m_whereCard->setVisible(watching || canWatch);
    m_icon->setVisible(!watching);
    m_watchButton->setVisible(watching || canWatch);
    m_network->setVisible(watching);
    m_demo->setVisible(!watching);
    m_address->setVisible(!watching);
    if (watching)
        showWatch();
    else
        showSearch();
    m_path->setTitle(tr("Where the switch is"));
    m_watchButton->setText(watching ? tr("Stop &watching") : tr("&Watch this network"));
    m_network->setText(tr("Check another &network…"));
    m_address->setText(tr("I know its a&ddress…"));
    m_demo->setText(tr("Tr&y the demo gateway"));
}

void EmptyPage::showWatch()
{
    const Watched &watched = m_watch.watched();
    m_ring->setText(QString::number(watched.port));
    m_ring->setShare(watched.share());
    m_title->setText(tr("Watching this network for your gateway"));
    m_text->setText(
        tr("A gateway whose Modbus server is off may answer nothing at all. Turn the server on in "
           "the app: the moment a Modbus server appears on %1, it shows up here and is tested.")
            .arg(watched.network));
    m_elapsed->setText(watchProgress(watched, locale()));
}

void EmptyPage::showSearch()
{
    if (m_discovery.isScanning() && !m_discovery.foundGateway()) {
        m_title->setText(tr("Looking for your gateway"));
        m_text->setText(
            tr("Scanning this computer's networks. Nothing is changed and no password is sent while "
               "scanning.\nA gateway that is found appears on the left; choose it to go on."));
    } else if (m_discovery.foundGateway()) {
        m_title->setText(tr("Choose your gateway"));
        m_text->setText(
            tr("Choose a gateway on the left to see whether its Modbus TCP server is on, to turn it on, "
               "and to test it from this computer."));
    } else {
        m_title->setText(m_discovery.hasScanned() ? tr("No gateway found yet") : tr("Find your gateway"));
        m_text->setText(tr("This computer and the gateway have to be in the same network. Scan it, or "
                           "add the gateway by its address."));
    }
}

} // namespace Sigen
