#include "ui/controllers/spokenpage.h"

#include <QCoreApplication>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class SpokenText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::SpokenPage)
};

} // namespace

static QStringList wordsOf(const std::optional<Failure> &failure)
{
    if (!failure)
        return {};
    constexpr qsizetype shownSteps = 2;
    return QStringList{failure->title, failure->text} + failure->causes.mid(0, shownSteps);
}

QString spokenChange(const PageState &before, const PageState &now)
{
    QStringList said;
    if (now.title != before.title)
        said += now.title;
    if (now.card && now.card != before.card)
        said += {now.card->headline, now.card->text};
    if (now.appWay && !before.appWay)
        said += now.appWay->why;
    if (now.signInChip != before.signInChip)
        said += now.signInChip ? now.signInChip->accessibleText : SpokenText::tr("Not signed in.");
    if (now.notice != before.notice)
        said += now.notice;
    if (now.signIn.failure != before.signIn.failure)
        said += wordsOf(now.signIn.failure);
    const QString server = now.server.headline + now.server.qualifier;
    if (now.isSignedIn && server != before.server.headline + before.server.qualifier)
        said += server;
    const VerificationCard &card = now.verification;
    // Turning on is said by the server's card, a sign-in by its chip.
    if (now.isBusy && !before.isBusy && !said.contains(card.when))
        said += card.when;
    if (card.foldedText != before.verification.foldedText)
        said += {card.foldedTitle, card.foldedText};
    if (card.warnings != before.verification.warnings)
        said += card.warnings;
    if (card.failure != before.verification.failure)
        said += wordsOf(card.failure);
    if (card.finding
        && (!before.verification.finding || card.finding->title != before.verification.finding->title))
        said += wordsOf(card.finding);
    said.removeAll(QString());
    said.removeDuplicates();
    for (QString &each : said) {
        if (!each.endsWith(u'.') && !each.endsWith(u'…') && !each.endsWith(u'。'))
            each += u'.';
    }
    return said.join(u' ');
}

} // namespace Sigen
