// What was seen on the way to a gateway that does not answer, layer by layer, and what can be tried all the
// same.
#pragma once

#include "ui/models/facts.h"
#include "ui/widgets/card.h"

namespace Sigen {

class LayerTable;
class LinkButton;
struct PageState;

class LayersCard : public Card
{
    Q_OBJECT

public:
    explicit LayersCard(QWidget *parent = nullptr);

    void render(const PageState &page); ///< hides it where there is nothing to show

Q_SIGNALS:
    void actionRequested(Sigen::PageAction action);

private:
    LayerTable *m_table = nullptr;
    LinkButton *m_diagnose = nullptr;
    LinkButton *m_signIn = nullptr;
};

} // namespace Sigen
