// The page's first card where it says what is the case: a mark, one sentence, what it means, what to do.
#pragma once

#include "ui/controllers/situationcard.h"

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

    /// Empty: hides the box. \a busy: nothing can be pressed now. \a isSecondary: the next thing to press is
    /// elsewhere on the page.
    void setCard(const std::optional<SituationCard> &card, bool busy, bool isSecondary);
    QPushButton *primaryButton() const; ///< null: there is none

Q_SIGNALS:
    void actionRequested(Sigen::PageAction action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    void makeButtons();
    void paintMark();

    std::optional<SituationCard> m_card;
    QList<PageAction> m_actions; ///< of the buttons
    QList<QPushButton *> m_buttons;
    QLabel *m_mark = nullptr;
    PlainLabel *m_headline = nullptr;
    PlainLabel *m_text = nullptr;
    QWidget *m_belowBox = nullptr; ///< several buttons
    FlowLayout *m_below = nullptr;
    QBoxLayout *m_beside = nullptr; ///< a single one
};

} // namespace Sigen
