// The page's first card where it says what is the case: a mark, one sentence, what it means, what to do.
#pragma once

#include "ui/controllers/situation.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace Sigen {

class FlowLayout;
class PlainLabel;

class SituationBox : public QFrame
{
    Q_OBJECT

public:
    explicit SituationBox(QWidget *parent = nullptr);

    /// Empty: hides the box.
    void setCard(const std::optional<SituationCard> &card);

Q_SIGNALS:
    void actionRequested(Sigen::PageAction action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    void paintMark();
    QPushButton *newButton(PageAction action);

    std::optional<SituationCard> m_card;
    QLabel *m_mark = nullptr;
    PlainLabel *m_headline = nullptr;
    PlainLabel *m_text = nullptr;
    FlowLayout *m_below = nullptr; ///< several buttons
    QBoxLayout *m_beside = nullptr; ///< a single one
};

} // namespace Sigen
