// On which line of a JSON text each key stands, and where its value begins. QJsonDocument forgets where
// things were, and in which order; whoever edits a file by hand needs to know.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace Sigen {

class JsonLines
{
public:
    /// \a json should have been accepted by QJsonDocument; any other text is survived, with useless lines.
    explicit JsonLines(const QByteArray &json);

    /// The line, from 1, of "keys.token" or "paths[1]", else that of the nearest thing around it that is
    /// known.
    int line(QString path) const;

    /// Where the value of "keys.token" or "paths[1]" begins, in bytes; -1: not known.
    qsizetype begin(const QString &path) const { return m_begins.value(path, -1); }

    /// The path of the first key that occurs twice in its object; empty: none.
    QString duplicate() const { return m_duplicate; }
    int duplicateLine() const { return m_duplicateLine; }

    /// The line, from 1, of the byte at \a offset.
    static int lineAt(const QByteArray &text, qsizetype offset);

private:
    friend class JsonLineScanner;
    QHash<QString, int> m_lines;
    QHash<QString, qsizetype> m_begins;
    QString m_duplicate;
    int m_duplicateLine = 0;
};

} // namespace Sigen
