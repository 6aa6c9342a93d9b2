// Which frames sign in, and what their replies hand on to later requests.

#include "capture/draftanalysis.h"

#include "capture/framewords.h"

#include <QRegularExpression>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype mostSteps = 4; // of a sign-in, before the password

/// As it was typed, or one of the forms in which clients send it; without the password, by its key.
void DraftAnalysis::findPassword(qsizetype index, const QList<FrameLeaf> &leaves)
{
    static const QRegularExpression md5(u"\\A[0-9a-fA-F]{32}\\z"_s);
    static const QRegularExpression sha256(u"\\A[0-9a-fA-F]{64}\\z"_s);
    for (const FrameLeaf &leaf : leaves) {
        const QString value = leaf.value.toString();
        if (value.isEmpty())
            continue;
        const bool isUser = FrameWords::isUser(leaf.at.name()) && !FrameWords::isPassword(leaf.at.name());
        if (!m_hints.password.isEmpty() && !isUser) {
            for (const QString &transform : {QString(), u"md5"_s, u"sha256"_s, u"base64"_s, u"hex"_s}) {
                if (value == transformed(m_hints.password.reveal(), transform))
                    m_passwordAt.insert(leaf.at.text(),
                                        transform.isEmpty() ? u"{password}"_s
                                                            : u"{password:%1}"_s.arg(transform));
            }
        }
        if (m_passwordAt.contains(leaf.at.text()) || !FrameWords::isPassword(leaf.at.name()))
            continue;
        const QString digest = md5.match(value).hasMatch() ? u"md5"_s
            : sha256.match(value).hasMatch()               ? u"sha256"_s
                                                           : QString();
        m_passwordAt.insert(leaf.at.text(),
                            digest.isEmpty() ? u"{password}"_s : u"{password:%1}"_s.arg(digest));
        if (!m_hints.password.isEmpty() && !FrameWords::isMask(leaf.value))
            open.append(
                u"signIn: %1 has at %2 something else than the given password in any known form"_s.arg(
                    lineOf(index), leaf.at.text()));
        else if (!digest.isEmpty())
            open.append(
                u"signIn: %1 has digits at %2 that may be the password's %3 digest; import again with "
                u"the password to know"_s.arg(lineOf(index), leaf.at.text(), digest));
        secrets.append(Secret(value));
    }
}

void DraftAnalysis::findSignIn()
{
    for (const qsizetype index : sentFrames()) {
        findPassword(index, leaves(index));
        if (m_passwordAt.isEmpty())
            continue;
        FoundExchange last;
        last.sent = index;
        for (qsizetype i = 0; i < index; ++i) {
            if (m_frames.at(i).isSent && m_frames.at(i).connection == m_frames.at(index).connection) {
                FoundExchange step;
                step.sent = i;
                signIn.append(step);
            }
        }
        if (signIn.size() > mostSteps) {
            open.append(
                u"signIn: many frames come before the one with the password (%1); which of them belong "
                u"to the sign-in can't be told"_s.arg(lineOf(index)));
            signIn = signIn.mid(signIn.size() - mostSteps);
        }
        signIn.append(last);
        for (const FrameLeaf &leaf : leaves(index)) {
            const bool isNamed = m_hints.username.isEmpty() && FrameWords::isUser(leaf.at.name());
            if (leaf.value.isString() && !leaf.value.toString().isEmpty()
                && (isNamed || leaf.value.toString() == m_hints.username))
                m_usernames.insert(leaf.value.toString());
        }
        if (m_usernames.isEmpty())
            open.append(u"signIn: no user name was found in %1"_s.arg(lineOf(index)));
        return;
    }
    open.append(u"signIn: no frame with a password was found"_s);
}

/// A password may stand elsewhere in another form than where it was found.
void DraftAnalysis::notePasswordForms()
{
    const QList<Secret> sent = secrets;
    for (const Secret &secret : sent) {
        const QByteArray bytes = secret.reveal().toUtf8();
        const auto base64 = QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors);
        const QByteArray hex = QByteArray::fromHex(bytes);
        for (const QByteArray &plain : {*base64, hex.toHex() == bytes.toLower() ? hex : QByteArray()}) {
            if (plain.isValidUtf8())
                secrets.append(Secret(QString::fromUtf8(plain)));
        }
    }
    const QList<Secret> known = secrets;
    for (const Secret &secret : known) {
        for (const QString &digest : {u"md5"_s, u"sha256"_s}) {
            const QString digits = transformed(secret.reveal(), digest);
            secrets += {Secret(digits), Secret(digits.toUpper())};
        }
    }
}

/// What a reply to the sign-in tells and later requests repeat.
bool DraftAnalysis::handOn(qsizetype from, const FrameLeaf &leaf)
{
    const QString value = leaf.value.toString();
    if (value.size() < shortestToken && !FrameWords::isMask(leaf.value))
        return false;
    for (qsizetype i = from + 1; i < m_frames.size(); ++i) {
        if (!m_frames.at(i).isSent)
            continue;
        for (const FrameLeaf &sent : leaves(i)) {
            if (sent.value != leaf.value
                || (FrameWords::isMask(leaf.value) && sent.at.name() != leaf.at.name()))
                continue;
            if (m_passwordAt.contains(sent.at.text()) || m_usernames.contains(value))
                continue; // an echo
            if (FrameWords::isSerial(leaf.at.name()) || FrameWords::isSerial(sent.at.name())
                || m_serials.contains(value)) {
                m_serials.insert(value);
                m_serialPlaces.insert(sent.at.text());
                return false;
            }
            const bool looksRandom = value.size() >= 16 && value.contains(QRegularExpression(u"[0-9]"_s));
            if (FrameWords::isToken(leaf.at.name()) || FrameWords::isToken(sent.at.name()) || looksRandom) {
                m_tokens.insert(value);
                secrets.append(Secret(value));
                return true;
            }
        }
    }
    return false;
}

void DraftAnalysis::findHandedOn()
{
    for (qsizetype i = 0; i < signIn.size(); ++i) {
        FoundExchange &step = signIn[i];
        const qsizetype next = i + 1 < signIn.size() ? signIn.at(i + 1).sent : m_frames.size();
        for (const qsizetype index : windowOf(step.sent)) {
            if (index > next)
                break;
            for (const FrameLeaf &leaf : leaves(index)) {
                if (leaf.value.isString() && handOn(index, leaf) && step.tokenAt.isEmpty()) {
                    step.tokenAt = leaf.at;
                    step.reply = index;
                }
            }
            if (!step.tokenAt.isEmpty())
                break;
        }
        if (step.reply < 0)
            step.reply = windowOf(step.sent).value(0, -1);
        if (step.reply < 0)
            continue;
        for (const FrameLeaf &leaf : leaves(step.reply)) {
            if (leaf.value.isString()
                && (m_serials.contains(leaf.value.toString()) || FrameWords::isSerial(leaf.at.name()))) {
                step.serialAt = leaf.at;
                m_serials.insert(leaf.value.toString());
            } else if (leaf.at.name() == "role"_L1) {
                step.roleAt = leaf.at;
            }
        }
    }
    m_serials.remove(QString());
    // Later sign-ins bring other tokens, which are as secret.
    for (const FoundExchange &step : std::as_const(signIn)) {
        for (const CapturedFrame &each : m_frames) {
            const QString value = each.isSent ? QString() : step.tokenAt.in(each.json).toString();
            if (value.size() >= shortestToken && m_tokens.size() < mostTokens && !m_tokens.contains(value)) {
                m_tokens.insert(value);
                secrets.append(Secret(value));
            }
        }
    }
}

} // namespace Sigen
