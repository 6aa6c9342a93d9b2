#include "ui/discovery/discoveryview.h"

#include "ui/controllers/discoverycontroller.h"
#include "ui/controllers/savedgatewayscontroller.h"
#include "ui/dialogs/networkdialog.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/dialogs/renamedialog.h"
#include "ui/discovery/hostdelegate.h"
#include "ui/discovery/hostlistview.h"
#include "ui/models/hostlistmodel.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedcombobox.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/plainlabel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int margin = 14;
static constexpr int gap = 8;

DiscoveryView::DiscoveryView(DiscoveryController &discovery, SavedGatewaysController &saved, QWidget *parent)
    : QWidget(parent)
    , m_discovery(discovery)
    , m_saved(saved)
{
    setObjectName("discovery"_L1);
    setAttribute(Qt::WA_StyledBackground);
    build();
    wire();
    retranslate();
    m_list->showCurrent(m_discovery.currentIndex());
    m_list->setFocus();
}

void DiscoveryView::build()
{
    m_networks = new ElidedComboBox;
    m_networks->setObjectName("networks"_L1);
    m_networks->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_networks->setMinimumContentsLength(10);
    m_scan = new QPushButton;
    m_scan->setObjectName("scan"_L1);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_status = new PlainLabel(TextLook::Muted);
    m_status->setObjectName("scanStatus"_L1);

    m_list = new HostListView;
    m_list->setObjectName("hosts"_L1);
    m_list->setModel(m_discovery.hosts());
    m_empty = new QWidget;
    m_emptyText = new PlainLabel(TextLook::Muted);
    m_emptyButton = new QPushButton;
    auto *emptyLayout = new QVBoxLayout(m_empty);
    emptyLayout->setContentsMargins(0, gap, 0, 0);
    emptyLayout->setSpacing(gap);
    emptyLayout->addWidget(m_emptyText);
    emptyLayout->addWidget(m_emptyButton, 0, Qt::AlignLeft);
    emptyLayout->addStretch();

    m_problem = new PlainLabel;
    m_problem->setObjectName("addressProblem"_L1);
    m_problem->setProperty("tone", u"bad"_s);
    m_problem->hide();
    m_address = new QLineEdit;
    m_address->setObjectName("address"_L1);
    constexpr int longestName = 255;
    m_address->setMaxLength(longestName);
    m_add = new QPushButton;
    m_add->setObjectName("add"_L1);
    m_demoText = new PlainLabel(TextLook::Muted);
    m_demoText->setWordWrap(false);
    m_demo = new LinkButton;
    m_demo->setObjectName("demo"_L1);

    auto *networkRow = new QHBoxLayout;
    networkRow->setSpacing(gap);
    networkRow->addWidget(m_networks, 1);
    networkRow->addWidget(m_scan);
    auto *addressRow = new QHBoxLayout;
    addressRow->setSpacing(gap);
    addressRow->addWidget(m_address, 1);
    addressRow->addWidget(m_add);
    auto *demoRow = new FlowLayout;
    demoRow->setSpacing(2);
    demoRow->addWidget(m_demoText);
    demoRow->addWidget(m_demo);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(gap);
    layout->addLayout(networkRow);
    layout->addWidget(m_progress);
    layout->addWidget(m_status);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_problem);
    layout->addLayout(addressRow);
    layout->addLayout(demoRow);
    m_announcer = new Announcer(this);
    setMinimumWidth(HostDelegate::comfortableWidth(font()));
}

void DiscoveryView::wire()
{
    connect(m_networks, &QComboBox::activated, this, &DiscoveryView::chooseNetwork);
    connect(m_scan, &QPushButton::clicked, this, [this] {
        if (m_discovery.isScanning())
            m_discovery.stop();
        else
            m_discovery.scan();
    });
    connect(m_emptyButton, &QPushButton::clicked, &m_discovery, &DiscoveryController::scan);
    connect(m_list, &HostListView::chosen, &m_discovery, &DiscoveryController::setCurrentRow);
    for (const auto pressed : {&QAbstractItemView::clicked, &QAbstractItemView::activated})
        connect(m_list, pressed, this, &DiscoveryView::pageWanted);
    connect(m_list, &HostListView::menuRequested, this, &DiscoveryView::showMenu);
    connect(m_add, &QPushButton::clicked, this, &DiscoveryView::add);
    connect(m_address, &QLineEdit::returnPressed, this, &DiscoveryView::add);
    connect(m_address, &QLineEdit::textEdited, this, [this] {
        m_discovery.leaveChoiceToUser();
        showProblem({});
    });
    connect(m_demo, &QPushButton::clicked, this, [this] {
        if (m_discovery.demo().isRunning())
            m_discovery.stopDemo();
        else
            m_discovery.startDemo();
    });

    connect(&m_discovery, &DiscoveryController::choicesChanged, this, &DiscoveryView::showChoices);
    connect(&m_discovery, &DiscoveryController::scanningChanged, this, &DiscoveryView::showScan);
    connect(&m_discovery, &DiscoveryController::scanningChanged, this,
            [this] { m_announcer->say(m_discovery.statusText()); });
    connect(&m_discovery, &DiscoveryController::progressChanged, this, [this] {
        m_progress->setRange(0, m_discovery.total());
        m_progress->setValue(m_discovery.done());
    });
    connect(&m_discovery, &DiscoveryController::statusTextChanged, this,
            [this] { m_status->setTextOrHide(m_discovery.statusText()); });
    connect(&m_discovery, &DiscoveryController::confirmationRequired, this, &DiscoveryView::confirm);
    connect(&m_discovery, &DiscoveryController::currentIndexChanged, m_list, &HostListView::showCurrent);
    connect(&m_discovery, &DiscoveryController::problemOccurred, this, &DiscoveryView::showProblem);
    connect(&m_discovery, &DiscoveryController::demoChanged, this, &DiscoveryView::retranslate);
    connect(m_discovery.hosts(), &QAbstractItemModel::rowsInserted, this, &DiscoveryView::showEmptyState);
    connect(m_discovery.hosts(), &QAbstractItemModel::rowsRemoved, this, &DiscoveryView::showEmptyState);
}

void DiscoveryView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        setMinimumWidth(HostDelegate::comfortableWidth(font()));
}

void DiscoveryView::retranslate()
{
    m_networks->setAccessibleName(tr("Network to scan"));
    m_progress->setAccessibleName(tr("Progress of the scan"));
    m_list->setAccessibleName(tr("Gateways and other devices"));
    m_address->setPlaceholderText(tr("Add by address, e.g. 192.168.1.150"));
    m_address->setToolTip(m_address->placeholderText()); // large letters leave no room for it
    m_address->setAccessibleName(tr("Address of a gateway"));
    m_add->setText(tr("&Add"));
    m_add->setAccessibleName(tr("Add the gateway with this address"));
    m_emptyButton->setText(tr("Scan the network"));
    const bool demo = m_discovery.demo().isRunning();
    m_demoText->setText(demo ? tr("The demo gateway is running.") : tr("No gateway at hand?"));
    m_demo->setText(demo ? tr("Stop it") : tr("Try the demo gateway"));
    m_demo->setAccessibleName(demo ? tr("Stop the demo gateway") : m_demo->text());
    showChoices();
    showScan();
}

void DiscoveryView::showChoices()
{
    m_networks->clear();
    for (const NetworkChoice &choice : m_discovery.choices())
        m_networks->addItem(choice.label);
    m_networks->setCurrentIndex(m_discovery.currentChoice());
}

void DiscoveryView::showScan()
{
    const bool scanning = m_discovery.isScanning();
    m_scan->setText(scanning ? tr("&Stop") : tr("&Scan"));
    m_scan->setAccessibleName(scanning ? tr("Stop the scan") : tr("Scan the network for gateways"));
    setPrimary(m_scan, scanning);
    m_progress->setVisible(scanning);
    m_progress->setRange(0, m_discovery.total());
    m_progress->setValue(m_discovery.done());
    m_status->setTextOrHide(m_discovery.statusText());
    showEmptyState();
}

void DiscoveryView::showEmptyState()
{
    const bool empty = m_discovery.hosts()->rowCount() == 0;
    const bool scanning = m_discovery.isScanning();
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    m_emptyText->setTextOrHide(scanning ? QString() : m_discovery.emptyText());
    if (scanning && m_emptyButton->hasFocus())
        m_scan->setFocus(Qt::OtherFocusReason); // the button goes; "Stop" is what may be wanted next
    m_emptyButton->setVisible(!scanning);
}

void DiscoveryView::chooseNetwork(int index)
{
    if (!m_discovery.choices().at(index).asksForNetwork) {
        m_discovery.setCurrentChoice(index);
        return;
    }
    m_networks->setCurrentIndex(m_discovery.currentChoice());
    askForNetwork();
}

void DiscoveryView::askForNetwork()
{
    auto *dialog = new NetworkDialog(
        [this](const QString &typed) { return m_discovery.setCustomNetwork(typed); }, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DiscoveryView::askForAddress()
{
    m_address->setFocus(Qt::ShortcutFocusReason);
    m_address->selectAll();
}

void DiscoveryView::add()
{
    if (m_address->text().trimmed().isEmpty()) {
        askForAddress();
        return;
    }
    const QString problem = m_discovery.addByAddress(m_address->text());
    showProblem(problem);
    if (problem.isEmpty())
        m_address->clear();
}

void DiscoveryView::showProblem(const QString &sentence)
{
    m_problem->setTextOrHide(sentence);
    m_announcer->say(sentence);
}

void DiscoveryView::confirm(const Question &question)
{
    auto *dialog = new QuestionDialog(question, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &m_discovery, &DiscoveryController::confirmScan);
    dialog->open();
}

void DiscoveryView::showMenu(int row, const QPoint &globalPosition)
{
    const Gateway gateway = m_discovery.hosts()->at(row).gateway;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy address"), this,
                    [host = gateway.host()] { QGuiApplication::clipboard()->setText(host); });
    if (gateway.saved) {
        menu->addAction(tr("&Rename…"), this, [this, gateway] { rename(gateway.id, gateway.name); });
        menu->addAction(tr("&Forget this gateway…"), this,
                        [this, id = gateway.id, title = m_discovery.hosts()->index(row).data().toString()] {
                            askToForget(id, title);
                        });
    } else {
        menu->addAction(tr("Remove from the &list"), this,
                        [this, id = gateway.id] { m_discovery.removeRow(m_discovery.hosts()->rowOf(id)); });
    }
    menu->popup(globalPosition);
}

void DiscoveryView::askToForget(const QString &id, const QString &title)
{
    Question question;
    question.title = tr("Forget this gateway?");
    question.text =
        tr("%1 leaves the list of saved gateways, and its password leaves this computer's keychain. "
           "Nothing is sent to the gateway. It is saved again when you sign in to it.")
            .arg(title);
    question.acceptText = tr("&Forget");
    question.rejectText = tr("&Cancel");
    auto *dialog = new QuestionDialog(question, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id] { Q_EMIT forgetRequested(id); });
    dialog->open();
}

void DiscoveryView::rename(const QString &id, const QString &name)
{
    auto *dialog = new RenameDialog(name, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] { m_saved.rename(id, dialog->name()); });
    dialog->open();
}

} // namespace Sigen
