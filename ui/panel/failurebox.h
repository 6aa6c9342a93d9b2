// What went wrong in one headline, at most two steps, and the one next thing to press, in place. Further
// steps, other ways and technical details fold out.
#pragma once

#include "ui/models/facts.h"

#include <QFrame>

#include <functional>
#include <optional>

class QPushButton;
class QVBoxLayout;

namespace Sigen {

class FlowLayout;
class LinkButton;
class PlainLabel;

class FailureBox : public QFrame
{
    Q_OBJECT

public:
    /// \a details: what "Copy details" copies; asked when it is pressed.
    explicit FailureBox(std::function<QString()> details, QWidget *parent = nullptr);

    /// Empty: hides the box.
    void setFailure(const std::optional<Failure> &failure);

Q_SIGNALS:
    void actionRequested(Sigen::PageAction action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    void addStep(QVBoxLayout *column, int number, const QString &step);
    QPushButton *button(PageAction action);
    void showMore(bool shown);

    std::function<QString()> m_copied;
    std::optional<Failure> m_failure;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_text = nullptr;
    QVBoxLayout *m_steps = nullptr;
    FlowLayout *m_next = nullptr; ///< the button, and the link that folds the rest out
    LinkButton *m_moreLink = nullptr; ///< null while there is no more
    QWidget *m_more = nullptr;
    QVBoxLayout *m_moreSteps = nullptr;
    FlowLayout *m_moreActions = nullptr;
    PlainLabel *m_details = nullptr;
};

} // namespace Sigen
