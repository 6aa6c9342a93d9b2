#include "ui/panel/appwaycard.h"

#include "ui/dialogs/copybutton.h"
#include "ui/panel/switchpathbox.h"
#include "ui/widgets/numbermark.h"
#include "ui/widgets/plainlabel.h"

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
    , m_path(new SwitchPathBox)
    , m_turnOn(new PlainLabel(TextLook::Strong))
    , m_clients(new PlainLabel(TextLook::Muted))
    , m_ownAddress(new PlainLabel(TextLook::Strong))
    , m_copy(new CopyButton([this] { return m_ownAddress->text(); }, this))
    , m_wait(new PlainLabel(TextLook::Strong))
    , m_waiting(new PlainLabel(TextLook::Muted))
{
    setObjectName("appWay"_L1);
    m_ownAddress->setObjectName("ownAddress"_L1);
    m_copy->setObjectName("copyOwnAddress"_L1);
    m_copy->setProperty("link", true);
    m_ownAddress->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(gap);
    column->addWidget(m_title);
    column->addWidget(m_why);
    column->addSpacing(gap / 2);
    addStep(column, 1)->addWidget(m_path);
    QVBoxLayout *const second = addStep(column, 2);
    second->addWidget(m_turnOn);
    second->addWidget(m_clients);
    auto *own = new QHBoxLayout;
    own->addWidget(m_ownAddress);
    own->addWidget(m_copy);
    own->addStretch();
    second->addLayout(own);
    QVBoxLayout *const third = addStep(column, 3);
    third->addWidget(m_wait);
    third->addWidget(m_waiting);
    hide();
}

/// Returns where the step's lines go.
QVBoxLayout *AppWayCard::addStep(QVBoxLayout *column, int number)
{
    auto *lines = new QVBoxLayout;
    lines->setSpacing(gap / 2);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap * 2);
    row->addWidget(new NumberMark(number, number == 1), 0, Qt::AlignTop);
    row->addLayout(lines, 1);
    column->addLayout(row);
    return lines;
}

void AppWayCard::setWay(const std::optional<AppWay> &way)
{
    setVisible(way.has_value());
    if (way == m_way)
        return;
    m_way = way;
    render();
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
    m_title->setText(tr("Turn Modbus TCP on in the app. This window watches, and proves it."));
    m_why->setText(m_way->why);
    m_path->setTitle(tr("Open the switch in the mySigen app"));
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
