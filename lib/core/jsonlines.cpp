#include "core/jsonlines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QSet>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Paths deeper than this are not kept: nothing of ours is nested so deep, and a hostile file could make them
/// long.
static constexpr qsizetype deepestPath = 5;

static QString decodedKey(const QByteArray &quoted)
{
    if (!quoted.contains('\\'))
        return QString::fromUtf8(quoted.mid(1, quoted.size() - 2));
    return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
}

class JsonLineScanner
{
public:
    JsonLineScanner(const QByteArray &json, JsonLines &lines)
        : m_json(json)
        , m_lines(lines)
    { }

    void scan()
    {
        while (m_at < m_json.size()) {
            switch (m_json.at(m_at)) {
            case '{':
            case '[':
                open();
                break;
            case '}':
            case ']':
                if (!m_levels.isEmpty())
                    m_levels.removeLast();
                ++m_at;
                break;
            case ',':
                nextMember();
                break;
            case '"':
                string();
                break;
            case '\n':
                ++m_line;
                ++m_at;
                break;
            case ' ':
            case '\t':
            case '\r':
            case ':':
                ++m_at;
                break;
            default:
                literal();
            }
        }
    }

private:
    struct Level
    {
        bool isObject = false;
        bool expectsKey = false;
        qsizetype index = 0;
        QString path; ///< of the container
        QString member; ///< path of the member that is being read
        QSet<QString> keys;
    };

    bool keepsPaths() const { return m_levels.size() <= deepestPath; }

    /// A value begins at \a begin; returns its path.
    QString valuePath(qsizetype begin)
    {
        if (m_levels.isEmpty() || !keepsPaths())
            return {};
        const Level &level = m_levels.constLast();
        QString path = level.member;
        if (!level.isObject) {
            path = level.path + u'[' + QString::number(level.index) + u']';
            m_lines.m_lines.insert(path, m_line);
        }
        m_lines.m_begins.insert(path, begin);
        return path;
    }

    void open()
    {
        const bool isObject = m_json.at(m_at) == '{';
        QString path = valuePath(m_at);
        m_levels.append({isObject, isObject, 0, std::move(path), {}, {}});
        ++m_at;
    }

    void nextMember()
    {
        if (!m_levels.isEmpty()) {
            Level &level = m_levels.last();
            ++level.index;
            level.expectsKey = level.isObject;
        }
        ++m_at;
    }

    void string()
    {
        const qsizetype begin = m_at++;
        const int line = m_line;
        while (m_at < m_json.size() && m_json.at(m_at) != '"') {
            if (m_json.at(m_at) == '\n')
                ++m_line;
            m_at += m_json.at(m_at) == '\\' ? 2 : 1;
        }
        m_at = std::min(m_at + 1, m_json.size());
        if (m_levels.isEmpty() || !m_levels.constLast().expectsKey) {
            valuePath(begin);
            return;
        }
        key(decodedKey(m_json.mid(begin, m_at - begin)), line);
    }

    void key(const QString &name, int line)
    {
        Level &level = m_levels.last();
        level.expectsKey = false;
        level.member = level.path.isEmpty() ? name : QString(level.path + u'.' + name);
        if (level.keys.contains(name) && m_lines.m_duplicateLine == 0) {
            m_lines.m_duplicate = level.member;
            m_lines.m_duplicateLine = line;
        }
        level.keys.insert(name);
        if (keepsPaths())
            m_lines.m_lines.insert(level.member, line);
    }

    void literal()
    {
        valuePath(m_at);
        const QByteArrayView ends(",{}[]\n\"");
        while (m_at < m_json.size() && !ends.contains(m_json.at(m_at)))
            ++m_at;
    }

    const QByteArray &m_json;
    JsonLines &m_lines;
    QList<Level> m_levels;
    qsizetype m_at = 0;
    int m_line = 1;
};

JsonLines::JsonLines(const QByteArray &json)
{
    JsonLineScanner(json, *this).scan();
}

int JsonLines::line(QString path) const
{
    while (!path.isEmpty()) {
        const auto found = m_lines.constFind(path);
        if (found != m_lines.constEnd())
            return *found;
        path.truncate(std::max<qsizetype>(0, std::max(path.lastIndexOf(u'.'), path.lastIndexOf(u'['))));
    }
    return 1;
}

int JsonLines::lineAt(const QByteArray &text, qsizetype offset)
{
    const auto end = text.cbegin() + std::clamp<qsizetype>(offset, 0, text.size());
    return 1 + int(std::count(text.cbegin(), end, '\n'));
}

} // namespace Sigen
