// Keeps passwords and tokens out of everything that is written down: logs, traces, reports, messages.
#pragma once

#include "core/secret.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QJsonValue;

namespace Sigen {

/// Replaces secrets in texts that are about to leave the program. Knows the values that were used in this
/// session and the JSON keys under which secrets travel, so that a gateway which echoes a password is covered
/// as well.
class Redactor
{
public:
    /// Keys whose values, of whatever type but null, are masked at any depth of a JSON text, also in JSON
    /// that travels as a string inside it (compared without case).
    explicit Redactor(QStringList secretKeys = {});

    /// From now on \a secret is masked wherever it occurs, also in its JSON-escaped form, percent-encoded, in
    /// hex, in base64 (by itself or inside of something longer), and without the blanks around it. Values of
    /// fewer than four characters are masked under their keys and where they stand as a word: masking them
    /// everywhere would shred every text.
    void add(const Secret &secret);

    /// A frame for trace and log: well-formed JSON is masked by key and value, anything else by value and,
    /// where a secret key occurs in it, cut from that key on. What was broken off inside a secret loses that
    /// end too, and what hides a secret or its key behind escapes or too deep inside is masked whole. The
    /// work has a bound whatever the text: only its first longestFrame characters are looked at and returned.
    QString frame(const QString &text) const;
    static constexpr qsizetype longestFrame = 65536;

    /// A sentence (a gateway's error message): known secret values are masked; one that hides them behind
    /// escapes, or as a URL, a form or a web page encodes them, is masked whole. Only its first
    /// longestSentence characters are looked at and returned.
    QString sentence(const QString &text) const;
    static constexpr qsizetype longestSentence = 4096;

    /// The beginning of something longer, which may have been broken off inside a secret.
    QString fragment(const QString &text) const;

    /// A field of a fixed size, which a secret may have been cut to fit, at both ends: neither its first part
    /// nor its last nor one from its middle stays.
    QString piece(const QString &text) const;

    /// Bytes as a trace shows them, "0A 1B …": those of a secret, and of each longer part of one, become "**".
    QString hexDump(const QString &dump) const;

    static QString mask(); ///< what stands in a secret's place

private:
    class Budget;

    QJsonValue masked(const QJsonValue &value, const Budget &budget) const;
    std::optional<QString> maskedJson(const QString &text, const Budget &budget) const;
    QString innerFrame(const QString &text, const Budget &budget) const;
    QString withoutForms(QString text) const;
    QString withoutKnown(const QString &text) const;
    QString withoutTail(QString text) const;
    QString withoutHead(QString text) const;
    QString brokenFrame(const QString &text) const;
    qsizetype firstKey(const QString &text, qsizetype *keyEnd) const;
    enum class Hidden { Values, ValuesAndKeys };
    bool hides(Hidden what, QString text) const;
    void addForm(const QString &form);
    void addEncodings(const QString &secret);

    QStringList m_keys;
    QList<Secret> m_forms; ///< what is masked wherever it occurs, plain and escaped, longest first
    QList<Secret> m_words; ///< too short for that
};

/// For reports that go to others: "110A1234567890" → "110A…7890"; short serials are hidden whole.
QString shortenedSerial(const QString &serial);
/// "0c:47:a9:91:22:33" → "0c:47:a9:9…": the vendor's block stays, the device's part goes.
QString shortenedMac(const QString &mac);

} // namespace Sigen
