#include "ui/trayicon.h"

#include "ui/controllers/keepon.h"
#include "ui/controllers/keeponcontroller.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// A device's texts are letters: on some desktops "<" begins markup, and an escaped one is shown as such on
/// others.
static QString withoutMarkup(QString text)
{
    return text.replace(u'<', u'‹').replace(u'>', u'›');
}

TrayIcon::TrayIcon(KeepOnController &keepOn, std::function<bool()> isAvailable, QObject *parent)
    : QObject(parent)
    , m_keepOn(keepOn)
    , m_isAvailable(isAvailable ? std::move(isAvailable) : QSystemTrayIcon::isSystemTrayAvailable)
{
    m_icon.setContextMenu(&m_menu);
    connect(&m_keepOn, &KeepOnController::changed, this, &TrayIcon::update);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT openRequested({}); });
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested({});
    });
    update();
}

void TrayIcon::setWindowHidden(bool hidden)
{
    m_windowHidden = hidden;
    update();
}

void TrayIcon::say(const QString &title, const QString &text)
{
    if (!isAvailable())
        return;
    update(); // a message needs an icon to come from
    const QString shownTitle = withoutMarkup(title);
    const QString shownText = withoutMarkup(text);
    m_icon.showMessage(shownTitle, shownText, applicationIcon());
    Q_EMIT said(shownTitle, shownText);
}

/// The worst last.
static int gravity(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
    case Tone::Busy:
        return 0;
    case Tone::Good:
        return 1;
    case Tone::Caution:
        return 2;
    case Tone::Bad:
        return 3;
    }
    return 0;
}

void TrayIcon::update()
{
    const QStringList gateways = m_keepOn.listed();
    const bool isWanted = isAvailable() && (!gateways.isEmpty() || m_windowHidden);
    if (!isWanted) {
        m_icon.hide();
        return;
    }
    Tone worst = Tone::Plain;
    QStringList lines{u"Sigen Modbus"_s};
    for (const QString &gateway : gateways) {
        const KeepOn keepOn = m_keepOn.keepOn(gateway);
        const Tone tone = keepOnTone(keepOn);
        worst = gravity(tone) > gravity(worst) ? tone : worst;
        lines += tr("%1: %2", "a gateway, its state").arg(m_keepOn.titleOf(gateway), keepOnWord(keepOn));
    }
    m_icon.setToolTip(withoutMarkup(lines.join(u'\n')));
    fillMenu(gateways);
    paint(worst);
    m_icon.show();
}

void TrayIcon::fillMenu(const QStringList &gateways)
{
    m_menu.clear();
    QAction *const open =
        m_menu.addAction(tr("&Open Sigen Modbus"), this, [this] { Q_EMIT openRequested({}); });
    open->setObjectName("open"_L1);
    m_menu.addSeparator();
    for (const QString &gateway : gateways) {
        QString title = m_keepOn.titleOf(gateway);
        title.replace(u'&', u"&&"_s); // no mnemonic out of a name
        const QString state = keepOnWord(m_keepOn.keepOn(gateway));
        m_menu.addAction(tr("%1: %2", "a gateway, its state").arg(title, state), this,
                         [this, gateway] { Q_EMIT openRequested(gateway); });
    }
    m_menu.addSeparator();
    QAction *const quit = m_menu.addAction(tr("&Quit"), this, &TrayIcon::quitRequested);
    quit->setObjectName("quit"_L1);
}

/// The program's own icon with a dot; what the dot means stands in words in tooltip and menu.
void TrayIcon::paint(Tone tone)
{
    if (std::exchange(m_isPainted, true) && tone == m_tone)
        return;
    m_tone = tone;
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64}) {
        QPixmap pixmap = applicationIcon().pixmap(size);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal dot = size * 0.45;
        const QRectF place(size - dot, size - dot, dot, dot);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawEllipse(place);
        const qreal edge = size / 16.0;
        painter.setBrush(toneText(lightColors(), tone));
        painter.drawEllipse(place.adjusted(edge, edge, -edge, -edge));
        painter.end();
        icon.addPixmap(pixmap);
    }
    m_icon.setIcon(icon);
}

} // namespace Sigen
