#include "ui/widgets/announcer.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

Announcer::Announcer(QWidget *page)
    : QWidget(page)
{
    installAccessibleRoles();
    // What has no size or is hidden does not exist for a screen reader.
    setGeometry(0, 0, 1, 1);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    constexpr int gatherTime = 150; // ms
    m_timer.setSingleShot(true);
    m_timer.setInterval(gatherTime);
    connect(&m_timer, &QTimer::timeout, this, &Announcer::tell);
}

void Announcer::say(const QString &text)
{
    if (text.isEmpty() || !isVisible())
        return;
    m_words += text;
    m_timer.start();
}

void Announcer::tell()
{
    const QString text = m_words.join(u' ');
    m_words.clear();
    setAccessibleName(text);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(this, text);
#else
    // The nearest that there is: an alert with that name is shown.
    QAccessibleEvent event(this, QAccessible::ObjectShow);
#endif
    QAccessible::updateAccessibility(&event);
}

static QAccessibleInterface *accessibleFor(const QString &className, QObject *object)
{
    auto *const widget = qobject_cast<QWidget *>(object);
    if (widget == nullptr)
        return nullptr;
    if (className == "Sigen::ElidedLabel"_L1 || className == "Sigen::ChipLabel"_L1)
        return new QAccessibleWidget(widget, QAccessible::StaticText); // owned by Qt's cache
    if (className == "Sigen::Announcer"_L1 || className == "Sigen::FailureBox"_L1)
        return new QAccessibleWidget(widget, QAccessible::AlertMessage);
    return nullptr;
}

void installAccessibleRoles()
{
    QAccessible::installFactory(accessibleFor); // one that is there already is not added again
}

} // namespace Sigen
