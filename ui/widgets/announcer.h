// Tells a screen reader what has changed where the focus is not. A page has one; it can't be seen.
#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>

namespace Sigen {

class Announcer : public QWidget
{
    Q_OBJECT

public:
    explicit Announcer(QWidget *page);

    /// Silent while the page can't be seen, and for an empty text. What follows at once is said in one go: a
    /// screen reader that is told of one thing while it reads another leaves that out.
    void say(const QString &text);

private:
    void tell();

    QStringList m_words;
    QTimer m_timer;
};

/// What our own widgets are to a screen reader: those that paint their text are labels, failures are alerts.
void installAccessibleRoles();

} // namespace Sigen
