#include "ui/panel/switchpathbox.h"

#include "ui/controllers/guidance.h"
#include "ui/models/facts.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int gap = 8; // logical pixels

SwitchPathBox::SwitchPathBox(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(TextLook::Strong))
    , m_owner(newRole("owner"))
    , m_installer(newRole("installer"))
    , m_path(new PlainLabel)
    , m_remark(new PlainLabel(TextLook::Muted))
    , m_message(new LinkButton)
{
    m_path->setObjectName("appPath"_L1);
    m_message->setObjectName("messageToInstaller"_L1);
    auto *roles = new QHBoxLayout;
    roles->setSpacing(0);
    roles->addWidget(m_owner);
    roles->addWidget(m_installer);
    m_owner->setChecked(true);
    for (QPushButton *const role : {m_owner, m_installer}) { // no group: Tab would pass over one of them
        connect(role, &QPushButton::clicked, this, [this, role] {
            setInstaller(role == m_installer);
            Q_EMIT roleChosen(role == m_installer);
        });
    }
    connect(m_message, &QPushButton::clicked, this, &SwitchPathBox::messageWanted);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addLayout(roles);
    auto *path = new QFrame;
    path->setProperty("box", u"path"_s);
    auto *pathLayout = new QVBoxLayout(path);
    pathLayout->setContentsMargins(gap, gap / 2, gap, gap / 2);
    pathLayout->addWidget(m_path);
    m_path->setPrefersOneLine(true);
    auto *remark = new FlowLayout;
    m_remark->setPrefersOneLine(true);
    remark->addWidget(m_remark);
    remark->addWidget(m_message);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(gap / 2);
    lines->addLayout(head);
    lines->addWidget(path, 0, Qt::AlignLeading);
    lines->addLayout(remark);
    render();
}

QPushButton *SwitchPathBox::newRole(const char *name)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1StringView(name));
    button->setCheckable(true);
    button->setAutoDefault(true); // Enter presses it too
    button->setProperty("segment", true);
    return button;
}

void SwitchPathBox::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SwitchPathBox::setInstaller(bool isInstaller)
{
    m_installer->setChecked(isInstaller);
    m_owner->setChecked(!isInstaller);
    render();
}

void SwitchPathBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        render();
}

void SwitchPathBox::render()
{
    const bool isOwner = m_owner->isChecked();
    const SwitchPath path = switchGuidance().paths.at(isOwner ? 0 : 1);
    m_owner->setText(tr("I am the &owner"));
    m_installer->setText(tr("I am the &installer"));
    m_path->setText(path.steps.join(u"\u00a0› "_s)); // a line never begins with the sign
    m_remark->setText(isOwner ? tr("Not there? Your account may lack installer rights:") : path.remark);
    m_message->setText(actionText(PageAction::MessageToInstaller));
    m_message->setVisible(isOwner);
}

} // namespace Sigen
