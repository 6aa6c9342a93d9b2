// The filler: a request as JSON with placeholders, and the frame that values make of it. Pure.
//
// A placeholder is {name} or {name:transform} inside a string. A string that is nothing but one becomes the
// value itself (a number, true, …); in a longer one stands its text. Keys stay in the order of the file: it
// is not known whether a gateway's parser minds. resources/profiles/README.md lists names and transforms.
#pragma once

#include "core/secret.h"
#include "protocol/jsonpointer.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace Sigen {

/// What a request may be filled with.
struct RequestValues
{
    QString username;
    Secret password;
    Secret token;
    QString serial;
    QJsonValue enabled; ///< the profile's value for on or off
    std::optional<quint16> port;
    QJsonObject rest; ///< of what was read
    qint64 requestId = 0;
    QDateTime time;
};

/// A text, number, … in a template.
struct TemplateLeaf
{
    JsonPointer at;
    QJsonValue value; ///< as it stands there
    QString placeholder; ///< its name when the value is nothing but one
    QString transform;
};

class RequestTemplate
{
public:
    RequestTemplate() = default; ///< none
    /// The object at the beginning of \a json, which may go on behind it; else \a reason says what is wrong
    /// (an untranslated sentence without its subject).
    static std::optional<RequestTemplate> parse(const QByteArray &json, QString *reason);

    bool isEmpty() const { return m_json.isEmpty(); }
    /// Compact, as it would be written in a profile.
    const QByteArray &json() const { return m_json; }
    bool uses(QLatin1StringView name) const { return m_names.contains(name); }

    /// Empty when it is none, or lacks a value that it needs: on/off or port.
    QByteArray filled(const RequestValues &values) const;
    /// Everything in it that is neither an object nor a list; "{rest}" stands among them under its own key.
    QList<TemplateLeaf> leaves() const;

    /// The keys under which password and token travel.
    QStringList secretKeys() const;
    /// What stands for password and token in a frame, beside themselves: their digests.
    QList<Secret> digests(const RequestValues &values) const;

    bool operator==(const RequestTemplate &other) const { return m_json == other.m_json; }

private:
    QByteArray m_json;
    QStringList m_names;
};

/// \a text as \a transform makes it ("", "text", "hex", "base64", "md5", "sha256"); null: no such transform.
QString transformed(const QString &text, const QString &transform);

} // namespace Sigen
