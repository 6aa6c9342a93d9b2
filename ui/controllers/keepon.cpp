#include "ui/controllers/keepon.h"

#include "core/displaytext.h"
#include "words/advice.h"
#include "words/messages.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class KeepOnText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::KeepOn)
};

QString twoSentences(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    return KeepOnText::tr("%1 %2", "two sentences").arg(first, second);
}

QString whatItDoes(const KeepOn &keepOn)
{
    return keepOn.isPassive
        ? KeepOnText::tr("Without a sign-in it only looks: it can't switch anything on, but tells when the "
                         "server has gone, and shows the way through the app.")
        : KeepOnText::tr("If it was switched off, it is switched on again and verified, at most 6 times an "
                         "hour.");
}

QString nextLook(const KeepOn &keepOn, const QLocale &locale)
{
    if (keepOn.waitsForKeychain)
        return KeepOnText::tr("Waiting for the keychain, which may be asking to be unlocked.");
    if (!keepOn.untilLook)
        return KeepOnText::tr("Looking now…");
    const qint64 seconds = (keepOn.untilLook->count() + 999) / 1000;
    constexpr qint64 minute = 60;
    return seconds < 2 * minute
        ? KeepOnText::tr("Next look in %1 s.").arg(locale.toString(seconds))
        : KeepOnText::tr("Next look in %1 min.").arg(locale.toString((seconds + minute / 2) / minute));
}

void describeRunning(const KeepOn &keepOn, const QLocale &locale, KeepOnCard &card)
{
    const bool isWell = keepOn.last.state == WatchState::On && keepOn.last.action != WatchAction::Waiting;
    const QString next = nextLook(keepOn, locale);
    if (!keepOn.hasSpoken || isWell) {
        card.text = twoSentences(next, whatItDoes(keepOn));
    } else {
        // The page shows the way through the app.
        const bool refuses = keepOn.isPassive && keepOn.last.state == WatchState::Unknown;
        card.text = twoSentences(
            refuses
                ? KeepOnText::tr("Port %1 refuses connections: the server is probably off.").arg(keepOn.port)
                : messageText(keepOn.last.detail),
            next);
        card.tone = Tone::Caution;
    }
    if (!keepOn.movedTo.isEmpty())
        card.note = messageText(Message(Sentence::WatchMoved, QStringList{keepOn.movedTo}));
    if (keepOn.isPasswordOfRun)
        card.note = twoSentences(card.note,
                                 KeepOnText::tr("The password is not saved, so sign in again after the next "
                                                "start of this window."));
}

QString whyEnded(const KeepOn &keepOn)
{
    if (keepOn.end == WatchEnd::SignInRefused)
        return KeepOnText::tr(
            "The gateway refused the sign-in, so it is no longer kept on: another try could "
            "lock the account. Sign in with the right password, then switch this on "
            "again.");
    return messageText(keepOn.last.detail);
}

} // namespace

KeepOnCard keepOnCard(const KeepOn &keepOn, const QLocale &locale)
{
    using State = KeepOn::State;
    KeepOnCard card;
    card.isOn = keepOn.isOn();
    card.canSwitch = !keepOn.isDemo;
    switch (keepOn.state) {
    case State::Off:
        card.text = keepOn.isDemo
            ? KeepOnText::tr(
                "The demo gateway is there only while this window is open, so it is not kept on.")
            : twoSentences(KeepOnText::tr("Looks at port %1 every %2.")
                               .arg(QString::number(keepOn.port), intervalText(keepOn.interval)),
                           whatItDoes(keepOn));
        break;
    case State::NeedsSignIn:
        card.isUndecided = true;
        card.offersSignIn = true;
        card.tone = Tone::Caution;
        card.text = KeepOnText::tr("Switching it on again needs the password, which is not at hand. Sign in, "
                                   "and it is kept on from then on.");
        break;
    case State::Running:
        describeRunning(keepOn, locale, card);
        break;
    case State::Elsewhere:
        if (!keepOn.isService && keepOn.process == 0) {
            card.text = KeepOnText::tr("Looking whether another program keeps it on…");
            card.canSwitch = keepOn.isWanted;
            break;
        }
        card.text = keepOn.isService
            ? KeepOnText::tr("The background service of your account keeps it on. Switching this off removes "
                             "the service, too.")
            : KeepOnText::tr("Another program of your account (process %1) keeps it on. This window only "
                             "shows what it sees.")
                  .arg(keepOn.process);
        card.canSwitch = keepOn.isService || keepOn.isWanted;
        break;
    case State::Ended:
        card.text = whyEnded(keepOn);
        card.tone = Tone::Bad;
        card.offersSignIn = keepOn.end == WatchEnd::SignInRefused;
        if (keepOn.end == WatchEnd::TurnedOff) // on purpose
            card.tone = Tone::Plain;
        break;
    case State::Failed:
        card.text = KeepOnText::tr("It can't be kept on: %1", "a sentence").arg(errorMessage(keepOn.error));
        card.tone = Tone::Bad;
        break;
    }
    card.note = twoSentences(card.note, keepOn.historyProblem);
    return card;
}

QString keepOnOffer(const KeepOn &keepOn)
{
    return KeepOnText::tr("looks every %1 and switches it on again", "30 s")
        .arg(intervalText(keepOn.interval));
}

QString keepOnWord(const KeepOn &keepOn)
{
    if (keepOn.state == KeepOn::State::NeedsSignIn)
        return KeepOnText::tr("needs your sign-in");
    if (keepOn.state == KeepOn::State::Elsewhere)
        return KeepOnText::tr("kept on by another program");
    switch (keepOn.last.state) {
    case WatchState::On:
        return KeepOnText::tr("on", "the Modbus server");
    case WatchState::Off:
        return KeepOnText::tr("off", "the Modbus server");
    case WatchState::Unreachable:
        return KeepOnText::tr("not reachable");
    case WatchState::Refused:
        return KeepOnText::tr("sign-in refused");
    case WatchState::Unknown:
        break;
    }
    return keepOn.isPassive && keepOn.hasSpoken ? KeepOnText::tr("probably off")
                                                : KeepOnText::tr("not known yet");
}

Tone keepOnTone(const KeepOn &keepOn)
{
    if (keepOn.state == KeepOn::State::Elsewhere)
        return Tone::Good;
    if (keepOn.state == KeepOn::State::Ended)
        return keepOn.end == WatchEnd::TurnedOff ? Tone::Plain : Tone::Bad;
    if (keepOn.state != KeepOn::State::Running)
        return keepOn.isWanted ? Tone::Caution : Tone::Plain;
    switch (keepOn.last.state) {
    case WatchState::On:
        return keepOn.last.action == WatchAction::Waiting ? Tone::Caution : Tone::Good;
    case WatchState::Off:
    case WatchState::Refused:
        return Tone::Bad;
    case WatchState::Unreachable:
        return Tone::Caution;
    case WatchState::Unknown:
        break;
    }
    return keepOn.hasSpoken ? Tone::Caution : Tone::Plain;
}

QString intervalText(int seconds)
{
    constexpr int minute = 60;
    constexpr int hour = 60 * minute;
    if (seconds % hour == 0)
        return KeepOnText::tr("%1 h").arg(seconds / hour);
    if (seconds % minute == 0)
        return KeepOnText::tr("%1 min").arg(seconds / minute);
    return KeepOnText::tr("%1 s").arg(seconds);
}

QString keepOnNews(const WatchNotice &notice, const std::optional<WatchNotice> &before)
{
    // That it was off comes right before what was done about it.
    const bool isPrelude = notice.state == WatchState::Off && notice.action == WatchAction::None;
    const bool isFirst = !before && notice.state == WatchState::On && notice.action == WatchAction::None;
    const bool isChange = !before || notice.state != before->state || notice.action == WatchAction::Enabled;
    const bool isEnd = notice.action == WatchAction::Stopped;
    if (isPrelude || isFirst || (!isChange && !isEnd))
        return {};
    return messageText(notice.detail);
}

} // namespace Sigen
