// What went wrong, what it means, what to do next, in place; technical details fold out.
#pragma once

#include "ui/models/facts.h"

#include <QFrame>

#include <optional>

class QVBoxLayout;

namespace Sigen {

class FlowLayout;
class LinkButton;
class PlainLabel;

class FailureBox : public QFrame
{
    Q_OBJECT

public:
    explicit FailureBox(QWidget *parent = nullptr);

    /// Empty: hides the box.
    void setFailure(const std::optional<Failure> &failure);

Q_SIGNALS:
    void actionRequested(Sigen::FailureAction action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    void showDetails(bool shown);

    std::optional<Failure> m_failure;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_text = nullptr;
    QVBoxLayout *m_causes = nullptr;
    FlowLayout *m_actions = nullptr;
    FlowLayout *m_links = nullptr; ///< to other ways, in a line of their own
    LinkButton *m_detailsLink = nullptr; ///< among the actions; null while there are no details
    PlainLabel *m_details = nullptr;
};

} // namespace Sigen
