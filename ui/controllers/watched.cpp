#include "ui/controllers/watched.h"

#include "core/displaytext.h"
#include "discovery/portwatch.h"
#include "words/advice.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class WatchText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::WatchText)
};

QString shown(const QString &host)
{
    return displayText(host, 60);
}

QString seenSoFar(const Watched &watched)
{
    if (watched.nameUnknown)
        return WatchText::tr("No device has this name at the moment.");
    if (!watched.last)
        return {};
    switch (*watched.last) {
    case PortState::Open:
        return WatchText::tr("It accepts connections; now it is verified.");
    case PortState::Closed:
        return WatchText::tr("Closed so far.");
    case PortState::Filtered:
        return WatchText::tr("No answer so far.");
    case PortState::Unreachable:
        return WatchText::tr("It can't be reached at the moment.");
    }
    return {};
}

QString joined(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (!sentence.isEmpty())
            text = text.isEmpty() ? sentence : WatchText::tr("%1 %2", "two sentences").arg(text, sentence);
    }
    return text;
}

WatchCard runningCard(const Watched &watched, const QLocale &locale)
{
    WatchCard card;
    card.button = WatchText::tr("Stop &watching");
    card.elapsed = watched.host.isEmpty()
        ? elapsedText(watched.elapsed, locale)
        : WatchText::tr("%1, checked every second", "duration").arg(elapsedText(watched.elapsed, locale));
    card.headline = watched.host.isEmpty()
        ? WatchText::tr("Watching %1 for a Modbus server").arg(watched.network)
        : WatchText::tr("Watching port %1 on %2").arg(QString::number(watched.port), shown(watched.host));
    QString rest;
    if (!watched.host.isEmpty() && !watched.network.isEmpty())
        rest =
            WatchText::tr("Also watching the rest of %1 for a new Modbus server, since the app often shows "
                          "another address.")
                .arg(watched.network);
    card.text = joined({seenSoFar(watched), rest});
    if (!watched.offered.isEmpty())
        card.offer = WatchText::tr("&Also watch %1").arg(watched.offered);
    return card;
}

QString howItEnded(const Watched &watched)
{
    switch (watched.state) {
    case Watched::State::Expired:
        return WatchText::tr("No server appeared in two hours.");
    case Watched::State::Failed:
        return errorMessage(watched.error);
    default:
        return WatchText::tr("Once the port opens, test it, or watch again.");
    }
}

} // namespace

qreal Watched::share() const
{
    const auto round = WatchPacing().round;
    return isRunning() ? qreal((elapsed % round).count()) / qreal(round.count()) : 0;
}

WatchCard watchCard(const Watched &watched, const QString &id, quint16 port, const QLocale &locale)
{
    const bool isMine = watched.gateway == id;
    if (watched.isRunning() && isMine)
        return runningCard(watched, locale);
    WatchCard card;
    card.headline = WatchText::tr("Port %1 is not being watched").arg(port);
    card.button = watched.isRunning() ? WatchText::tr("&Watch here instead") : WatchText::tr("&Watch");
    if (watched.isRunning())
        card.text = watched.host.isEmpty()
            ? WatchText::tr("%1 is still being watched.").arg(watched.network)
            : WatchText::tr("%1 is still being watched.").arg(shown(watched.host));
    else if (isMine)
        card.text = howItEnded(watched);
    return card;
}

QString watchProgress(const Watched &watched, const QLocale &locale)
{
    return QStringList{elapsedText(watched.elapsed, locale),
                       WatchText::tr("%n round(s)", nullptr, static_cast<int>(watched.rounds)),
                       WatchText::tr("%n address(es)", nullptr, static_cast<int>(watched.addresses))}
        .join(u" · "_s);
}

QString elapsedText(std::chrono::milliseconds elapsed, const QLocale &locale)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(elapsed).count();
    const auto number = [&locale](qint64 value) { return locale.toString(value); };
    if (seconds < 60)
        return WatchText::tr("%1 s").arg(number(seconds));
    if (seconds < 3600)
        return WatchText::tr("%1 min %2 s").arg(number(seconds / 60), number(seconds % 60));
    return WatchText::tr("%1 h %2 min").arg(number(seconds / 3600), number(seconds / 60 % 60));
}

} // namespace Sigen
