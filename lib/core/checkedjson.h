// A JSON file read strictly: the first thing that is wrong with it is kept, with its line; whatever is read
// after that yields defaults. So a reader reads everything straight through and looks at failed() once, at
// the end.
#pragma once

#include "core/jsonlines.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Sigen {

class CheckedJson
{
public:
    /// One object of the file; must not outlive it. Keys given to it must exist unless a function says
    /// otherwise.
    class Object
    {
    public:
        bool contains(const QString &key) const { return m_object.contains(key); }
        qint64 wholeNumber(const QString &key, qint64 minimum, qint64 maximum) const;
        /// 1…\a maximumLength characters.
        QString text(const QString &key, qsizetype maximumLength) const;
        QString textOrEmpty(const QString &key, qsizetype maximumLength) const;
        Object object(const QString &key) const;
        QStringList keys() const { return m_object.keys(); }
        /// Whatever stands there.
        QJsonValue any(const QString &key) const { return value(key); }
        /// The same as it is written, from its first byte to the end of the file.
        QByteArray textFrom(const QString &key) const;
        QList<int> wholeNumbers(const QString &key, qsizetype minimumCount, qsizetype maximumCount) const;
        QStringList texts(const QString &key, qsizetype maximumCount, qsizetype maximumLength) const;
        QList<Object> objects(const QString &key) const;
        /// The optional object \a key, whose keys are whole numbers in 0…\a maximum.
        QMap<int, QString> numberedTexts(const QString &key, int maximum, qsizetype maximumLength) const;
        /// Refuses the file: "\a key" \a reason, for example "must not be empty.".
        void refuse(const QString &key, const QString &reason) const;

    private:
        friend class CheckedJson;
        Object(CheckedJson *file, QString path, QJsonObject object);
        QString pathOf(const QString &key) const;
        QJsonValue value(const QString &key) const;
        QJsonArray array(const QString &key, qsizetype minimumCount, qsizetype maximumCount) const;
        QString checkedText(const QJsonValue &value, const QString &key, qsizetype minimum,
                            qsizetype maximum) const;

        CheckedJson *m_file;
        QString m_path;
        QJsonObject m_object;
    };

    /// Refuses a text that is longer than \a maximumSize bytes, is no JSON object, or has a key twice.
    CheckedJson(const QByteArray &text, qsizetype maximumSize);
    CheckedJson(const CheckedJson &) = delete;
    CheckedJson &operator=(const CheckedJson &) = delete;

    Object root() { return {this, {}, m_root}; }

    bool failed() const { return m_failedLine > 0; }
    int failedLine() const { return m_failedLine; } ///< from 1
    QString reason() const { return m_reason; } ///< an untranslated sentence

private:
    void fail(int line, const QString &reason);

    QByteArray m_text;
    QJsonObject m_root;
    JsonLines m_lines{QByteArray()};
    int m_failedLine = 0;
    QString m_reason;
};

} // namespace Sigen
