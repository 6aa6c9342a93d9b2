#include "ui/models/protocollogmodel.h"

#include "core/displaytext.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

/// An entry has 4,096 characters at most; escaping can make each of them longer.
constexpr qsizetype wholeLength = 16 * 4096;

QString channelText(TraceEntry::Channel channel)
{
    return channel == TraceEntry::Channel::WebSocket ? ProtocolLogModel::tr("WebSocket")
                                                     : ProtocolLogModel::tr("Modbus");
}

QString timeText(const TraceEntry &entry)
{
    return entry.at.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
}

QString lineWith(const TraceEntry &entry, const QString &text)
{
    return ProtocolLogModel::tr("%1 %2 %3 %4", "time, arrow, channel, frame")
        .arg(timeText(entry), entry.direction == TraceEntry::Direction::Sent ? u"→"_s : u"←"_s,
             channelText(entry.channel), text);
}

} // namespace

ProtocolLogModel::ProtocolLogModel(QObject *parent)
    : QAbstractListModel(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(gatherTime);
    connect(&m_timer, &QTimer::timeout, this, &ProtocolLogModel::flush);
}

int ProtocolLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant ProtocolLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    const TraceEntry &entry = line.entry;
    switch (role) {
    case Qt::DisplayRole:
        return lineWith(entry, withRepeats(line, displayText(entry.text)));
    case TimeRole:
        return timeText(entry);
    case DirectionRole:
        return static_cast<int>(entry.direction);
    case ChannelRole:
        return static_cast<int>(entry.channel);
    case ChannelTextRole:
        return channelText(entry.channel);
    case TextRole:
        return withRepeats(line, displayText(entry.text));
    case WholeTextRole:
        return withRepeats(line, displayText(entry.text, wholeLength));
    case Qt::AccessibleTextRole:
        return (entry.direction == TraceEntry::Direction::Sent ? tr("Sent through %1: %2")
                                                               : tr("Received through %1: %2"))
            .arg(channelText(entry.channel), withRepeats(line, displayText(entry.text)));
    default:
        return {};
    }
}

QHash<int, QByteArray> ProtocolLogModel::roleNames() const
{
    return {{TimeRole, "time"},       {DirectionRole, "direction"},
            {ChannelRole, "channel"}, {ChannelTextRole, "channelText"},
            {TextRole, "text"},       {WholeTextRole, "wholeText"}};
}

QString ProtocolLogModel::line(int row) const
{
    const Line &line = m_lines.at(row);
    return lineWith(line.entry, withRepeats(line, displayText(line.entry.text, wholeLength)));
}

QString ProtocolLogModel::withRepeats(const Line &line, const QString &text)
{
    return line.repeats == 0 ? text : tr("%1 (the same %n more time(s))", "frame", line.repeats).arg(text);
}

QString ProtocolLogModel::cutText() const
{
    return m_cut == 0 ? QString() : tr("%n earlier line(s) are not kept.", nullptr, m_cut);
}

void ProtocolLogModel::append(const TraceEntry &entry)
{
    if (!m_timer.isActive())
        m_timer.start();
    QList<Line> &newest = m_gathered.isEmpty() ? m_lines : m_gathered;
    if (!newest.isEmpty() && isRepeated(newest.constLast().entry, entry)) {
        ++newest.last().repeats;
        m_lastRepeated = m_lastRepeated || m_gathered.isEmpty();
        return;
    }
    m_gathered.append({entry, 0});
    m_gatheredCharacters += entry.text.size();
    // Only the newest matter: what would be trimmed at once is not even gathered.
    while (m_gathered.size() > maximumLines || m_gatheredCharacters > maximumCharacters) {
        m_gatheredCharacters -= m_gathered.takeFirst().entry.text.size();
        ++m_cut;
    }
}

void ProtocolLogModel::makeRoom()
{
    qsizetype lines = m_lines.size() + m_gathered.size();
    qsizetype characters = m_characters + m_gatheredCharacters;
    if (lines <= maximumLines && characters <= maximumCharacters)
        return;
    qsizetype trim = 0;
    while (trim < m_lines.size()
           && (lines > maximumLines || characters > maximumCharacters || trim < trimmedLines)) {
        --lines;
        characters -= m_lines.at(trim++).entry.text.size();
    }
    if (trim == 0)
        return;
    m_cut += static_cast<int>(trim);
    beginRemoveRows({}, 0, static_cast<int>(trim) - 1);
    m_lines.remove(0, trim);
    endRemoveRows();
    m_characters = characters - m_gatheredCharacters;
}

void ProtocolLogModel::flush()
{
    const int last = static_cast<int>(m_lines.size()) - 1;
    if (std::exchange(m_lastRepeated, false) && last >= 0)
        Q_EMIT dataChanged(index(last), index(last));
    const qsizetype count = m_gathered.size();
    if (count == 0)
        return;
    makeRoom();
    const int first = static_cast<int>(m_lines.size());
    beginInsertRows({}, first, first + static_cast<int>(count) - 1);
    m_lines.append(std::exchange(m_gathered, {}));
    m_characters += std::exchange(m_gatheredCharacters, 0);
    endInsertRows();
}

void ProtocolLogModel::clear()
{
    m_gathered.clear();
    m_gatheredCharacters = 0;
    m_cut = 0;
    if (m_lines.isEmpty())
        return;
    beginRemoveRows({}, 0, static_cast<int>(m_lines.size()) - 1);
    m_lines.clear();
    m_characters = 0;
    endRemoveRows();
}

void ProtocolLogModel::retranslate()
{
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_lines.size()) - 1));
}

ProtocolLogFilter::ProtocolLogFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{ }

void ProtocolLogFilter::setLog(ProtocolLogModel *log)
{
    m_log = log;
    setSourceModel(log);
}

void ProtocolLogFilter::setChannel(std::optional<TraceEntry::Channel> channel)
{
    if (m_channel == channel)
        return;
    m_channel = channel;
    invalidateFilter();
}

void ProtocolLogFilter::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    invalidateFilter();
}

QString ProtocolLogFilter::plainText() const
{
    QString text = m_log ? m_log->cutText() : QString();
    if (!text.isEmpty())
        text += u'\n';
    for (int row = 0; row < rowCount(); ++row) {
        text += m_log->line(mapToSource(index(row, 0)).row());
        text += u'\n';
    }
    return text;
}

bool ProtocolLogFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (!m_log || sourceParent.isValid())
        return false;
    const TraceEntry &entry = m_log->at(sourceRow);
    return (!m_channel || entry.channel == *m_channel)
        && (m_text.isEmpty() || entry.text.contains(m_text, Qt::CaseInsensitive));
}

} // namespace Sigen
