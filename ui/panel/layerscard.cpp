#include "ui/panel/layerscard.h"

#include "ui/controllers/pagestate.h"
#include "ui/panel/layertable.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"

#include <QVBoxLayout>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

LayersCard::LayersCard(QWidget *parent)
    : Card(parent)
    , m_table(new LayerTable)
    , m_diagnose(new LinkButton)
    , m_signIn(new LinkButton)
{
    setObjectName("layersCard"_L1);
    m_diagnose->setObjectName("diagnose"_L1);
    m_signIn->setObjectName("signInAllTheSame"_L1);
    auto *links = new FlowLayout;
    links->addWidget(m_diagnose);
    links->addWidget(m_signIn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding - 2, padding, padding - 2);
    layout->setSpacing(8);
    layout->addWidget(m_table);
    layout->addLayout(links);
    connect(m_diagnose, &QPushButton::clicked, this,
            [this] { Q_EMIT actionRequested(PageAction::Diagnose); });
    connect(m_signIn, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested(PageAction::SignIn); });
    hide();
}

void LayersCard::render(const PageState &page)
{
    setVisible(!page.layers.isEmpty());
    m_table->setRows(page.layers);
    m_diagnose->setText(actionText(PageAction::Diagnose));
    m_signIn->setText(page.signInOffer);
    m_signIn->setVisible(!page.signInOffer.isEmpty());
}

} // namespace Sigen
