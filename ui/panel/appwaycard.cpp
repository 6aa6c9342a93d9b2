#include "ui/panel/appwaycard.h"

#include "ui/controllers/guidance.h"
#include "ui/dialogs/copybutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/numbermark.h"
#include "ui/widgets/plainlabel.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int gap = 8; // logical pixels

AppWayCard::AppWayCard(QWidget *parent)
    : Card(parent)
    , m_title(new PlainLabel(TextLook::Headline))
    , m_why(new PlainLabel(TextLook::Muted))
    , m_open(new PlainLabel(TextLook::Strong))
    , m_owner(newRole("owner"))
    , m_installer(newRole("installer"))
    , m_path(new PlainLabel)
    , m_remark(new PlainLabel(TextLook::Muted))
    , m_message(new LinkButton)
    , m_turnOn(new PlainLabel(TextLook::Strong))
    , m_clients(new PlainLabel(TextLook::Muted))
    , m_ownAddress(new PlainLabel(TextLook::Strong))
    , m_copy(new CopyButton([this] { return m_ownAddress->text(); }, this))
    , m_wait(new PlainLabel(TextLook::Strong))
    , m_waiting(new PlainLabel(TextLook::Muted))
{
    setObjectName("appWay"_L1);
    m_path->setObjectName("appPath"_L1);
    m_ownAddress->setObjectName("ownAddress"_L1);
    m_copy->setObjectName("copyOwnAddress"_L1);
    m_copy->setProperty("link", true);
    m_message->setObjectName("messageToInstaller"_L1);
    m_ownAddress->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *roles = new QWidget;
    auto *roleLayout = new QHBoxLayout(roles);
    roleLayout->setContentsMargins(0, 0, 0, 0);
    roleLayout->setSpacing(0);
    roleLayout->addWidget(m_owner);
    roleLayout->addWidget(m_installer);
    auto *group = new QButtonGroup(this);
    group->addButton(m_owner);
    group->addButton(m_installer);
    m_owner->setChecked(true);
    connect(m_owner, &QPushButton::toggled, this, &AppWayCard::render);
    connect(group, &QButtonGroup::buttonClicked, this,
            [this] { Q_EMIT roleChosen(m_installer->isChecked()); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(gap);
    column->addWidget(m_title);
    column->addWidget(m_why);
    column->addSpacing(gap / 2);
    QVBoxLayout *const first = addStep(column, 1, m_open, roles);
    auto *path = new QFrame;
    path->setProperty("box", u"path"_s);
    auto *pathLayout = new QVBoxLayout(path);
    pathLayout->setContentsMargins(gap, gap / 2, gap, gap / 2);
    pathLayout->addWidget(m_path);
    m_path->setPrefersOneLine(true);
    first->addWidget(path, 0, Qt::AlignLeading);
    auto *remark = new FlowLayout;
    m_remark->setPrefersOneLine(true);
    remark->addWidget(m_remark);
    remark->addWidget(m_message);
    first->addLayout(remark);
    QVBoxLayout *const second = addStep(column, 2, m_turnOn);
    second->addWidget(m_clients);
    auto *own = new QHBoxLayout;
    own->addWidget(m_ownAddress);
    own->addWidget(m_copy);
    own->addStretch();
    second->addLayout(own);
    addStep(column, 3, m_wait)->addWidget(m_waiting);
    connect(m_message, &QPushButton::clicked, this,
            [this] { Q_EMIT actionRequested(PageAction::MessageToInstaller); });
    hide();
}

/// Returns where the step's further lines go.
QVBoxLayout *AppWayCard::addStep(QVBoxLayout *column, int number, PlainLabel *title, QWidget *beside)
{
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    if (beside)
        head->addWidget(beside);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(gap / 2);
    lines->addLayout(head);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap * 2);
    row->addWidget(new NumberMark(number, number == 1), 0, Qt::AlignTop);
    row->addLayout(lines, 1);
    column->addLayout(row);
    return lines;
}

QPushButton *AppWayCard::newRole(const char *name)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1StringView(name));
    button->setCheckable(true);
    button->setAutoDefault(false);
    button->setProperty("segment", true);
    return button;
}

void AppWayCard::setWay(const std::optional<AppWay> &way)
{
    setVisible(way.has_value());
    if (way == m_way)
        return;
    m_way = way;
    render();
}

void AppWayCard::setInstaller(bool isInstaller)
{
    (isInstaller ? m_installer : m_owner)->setChecked(true);
}

void AppWayCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        render();
}

void AppWayCard::render()
{
    if (!m_way)
        return;
    const QString port = QString::number(m_way->port);
    const SwitchPath path = switchGuidance().paths.at(m_owner->isChecked() ? 0 : 1);
    m_title->setText(tr("Turn it on in the app. This window watches, and proves it."));
    m_why->setText(m_way->why);
    m_open->setText(tr("Open the switch in the mySigen app"));
    m_owner->setText(tr("I am the &owner"));
    m_installer->setText(tr("I am the &installer"));
    m_path->setText(path.steps.join(u"\u00a0› "_s)); // a line never begins with the sign
    m_remark->setText(m_owner->isChecked() ? tr("Not there? Your account may lack installer rights:")
                                           : path.remark);
    m_message->setText(actionText(PageAction::MessageToInstaller));
    m_message->setVisible(m_owner->isChecked());
    m_turnOn->setText(tr("Turn it on, leave port %1, and press Save if the app shows it").arg(port));
    m_clients->setText(m_way->ownAddress.isEmpty()
                           ? tr("If it asks which addresses may connect: that of the program that will read "
                                "it and, for the test here, this computer's.")
                           : tr("If it asks which addresses may connect: that of the program that will read "
                                "it and, for the test here, this computer's:"));
    m_ownAddress->setTextOrHide(m_way->ownAddress);
    m_copy->setCopyText(tr("&Copy"));
    m_copy->setVisible(!m_way->ownAddress.isEmpty());
    m_wait->setText(tr("Wait for the ticks here"));
    m_waiting->setText(tr("Nothing to press: as soon as port %1 opens, it is tested and read.").arg(port));
}

} // namespace Sigen
