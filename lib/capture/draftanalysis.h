// What one socket's frames tell of a protocol, found out step by step: which frames sign in, what is handed
// on from replies to requests, which frames read and set, how replies are known. Pure.
//
// Each step writes down what it found, with the lines that show it, and what it could not tell.
#pragma once

#include "capture/capture.h"
#include "capture/draft.h"
#include "capture/orderedjson.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace Sigen {

struct FrameLeaf
{
    JsonPointer at;
    QJsonValue value;
};
/// All scalars of a frame, up to a bound.
QList<FrameLeaf> leavesOf(const QJsonObject &frame);

/// A request, and the reply that it got.
struct FoundExchange
{
    qsizetype sent = -1; ///< index of the frame; -1: not found
    qsizetype reply = -1;
    RequestTemplate send;
    JsonPointer tokenAt, serialAt, roleAt;
};

class DraftAnalysis
{
public:
    DraftAnalysis(const CapturedSocket &socket, const ImportHints &hints);

    // What was found; what is missing is said in `open`.
    QList<FoundExchange> signIn;
    FoundExchange read, write;
    RequestTemplate signOut, keepAlive;
    int keepAliveSeconds = 0;
    JsonPointer kindAt; ///< of replies
    bool kindIsEcho = false; ///< of what the request says
    JsonPointer idAt; ///< of the request's number in replies
    JsonPointer resultAt, textAt, enabledAt, portAt;
    QJsonValue on, off;
    QHash<QString, QJsonArray> meanings; ///< of values at resultAt, by the profile's word
    QJsonArray unasked; ///< values at kindAt
    QJsonArray takenKinds; ///< values at kindAt of notices that another client has the session
    QStringList open;
    QList<Secret> secrets;

    const CapturedFrame &frame(qsizetype index) const { return m_frames.at(index); }

private:
    static constexpr qsizetype shortestToken = 6;
    /// Each is looked for in many spellings, and a chat of the same page may have thousands.
    static constexpr qsizetype mostTokens = 100;

    // The steps, in this order; the sign-in in draftsignin.cpp.
    void findSignIn();
    void notePasswordForms();
    void findHandedOn();
    void findCounters();
    void findSetting();
    void findReplies();
    void findMeanings();
    void findOthers();
    void makeRequests();
    void noteNamed();

    bool tellsTaken(qsizetype index, const QJsonArray &replyKinds) const;
    void findPassword(qsizetype index, const QList<FrameLeaf> &leaves);
    bool handOn(qsizetype from, const FrameLeaf &leaf);
    void noteCounter(const JsonPointer &at, const QList<qsizetype> &frames);
    // of the setting, in draftsetting.cpp
    bool findTwoSets();
    bool findReadWithSet();
    void findRead();
    void findOnOff();
    void findPort();
    bool isAboutModbus(qsizetype index) const;

    bool signsIn(qsizetype index) const;
    const QList<FrameLeaf> &leaves(qsizetype index) const { return m_leaves.at(index); }
    /// Requests of one kind: the same places, and the same words in those that name a kind.
    const QString &signature(qsizetype index) const { return m_signatures.at(index); }
    /// The placeholder for what stands at \a at in a sent frame; empty: a constant.
    QString placeholderAt(qsizetype index, const FrameLeaf &leaf) const;
    QList<qsizetype> sentFrames() const;
    /// What was received after \a sent on its connection, until four more frames were sent.
    QList<qsizetype> windowOf(qsizetype sent) const;
    JsonPointer kindCandidate() const;
    JsonPointer idCandidate() const;
    QJsonValue numberOf(qsizetype sent) const;
    qsizetype replyOf(const FoundExchange &exchange) const;
    RequestTemplate requestOf(qsizetype index, bool isSet);
    void addRest(OrderedJson &request, qsizetype index);
    QString lineOf(qsizetype index) const;

    const CapturedSocket &m_socket;
    const ImportHints &m_hints;
    const QList<CapturedFrame> &m_frames;
    QList<QList<FrameLeaf>> m_leaves; ///< of each frame
    QStringList m_signatures;
    QHash<QString, QString> m_passwordAt; ///< placeholder by place, in frames that sign in
    QSet<QString> m_usernames;
    QSet<QString> m_tokens, m_serials;
    QSet<QString> m_serialPlaces; ///< in sent frames
    QHash<QString, QString> m_counters; ///< placeholder by signature and place
    JsonPointer m_setEnabledAt, m_setPortAt;
    bool m_portIsText = false;
    QJsonValue m_firstValue, m_secondValue; ///< of on/off
    QList<qsizetype> m_sets;
};

} // namespace Sigen
