#include "ui/models/protocollogmodel.h"

#include "core/displaytext.h"

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
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ProtocolLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TraceEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return lineWith(entry, displayText(entry.text));
    case TimeRole:
        return timeText(entry);
    case DirectionRole:
        return static_cast<int>(entry.direction);
    case ChannelRole:
        return static_cast<int>(entry.channel);
    case ChannelTextRole:
        return channelText(entry.channel);
    case TextRole:
        return displayText(entry.text);
    case WholeTextRole:
        return displayText(entry.text, wholeLength);
    case Qt::AccessibleTextRole:
        return (entry.direction == TraceEntry::Direction::Sent ? tr("Sent through %1: %2")
                                                               : tr("Received through %1: %2"))
            .arg(channelText(entry.channel), displayText(entry.text));
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

QString ProtocolLogModel::line(const TraceEntry &entry)
{
    return lineWith(entry, displayText(entry.text, wholeLength));
}

void ProtocolLogModel::append(const TraceEntry &entry)
{
    // Only the newest matter: what would be trimmed at once is not even gathered.
    if (m_gathered.size() == maximumLines)
        m_gathered.removeFirst();
    m_gathered.append(entry);
    if (!m_timer.isActive())
        m_timer.start();
}

void ProtocolLogModel::flush()
{
    const qsizetype count = m_gathered.size();
    if (count == 0)
        return;
    const qsizetype size = m_entries.size();
    if (size + count > maximumLines) {
        const qsizetype trim = std::min(size, std::max<qsizetype>(size + count - maximumLines, trimmedLines));
        beginRemoveRows({}, 0, static_cast<int>(trim) - 1);
        m_entries.remove(0, trim);
        endRemoveRows();
    }
    const int first = static_cast<int>(m_entries.size());
    beginInsertRows({}, first, first + static_cast<int>(count) - 1);
    m_entries.append(std::exchange(m_gathered, {}));
    endInsertRows();
}

void ProtocolLogModel::clear()
{
    m_gathered.clear();
    if (m_entries.isEmpty())
        return;
    beginRemoveRows({}, 0, static_cast<int>(m_entries.size()) - 1);
    m_entries.clear();
    endRemoveRows();
}

void ProtocolLogModel::retranslate()
{
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1));
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
    QString text;
    for (int row = 0; row < rowCount(); ++row) {
        text += ProtocolLogModel::line(m_log->at(mapToSource(index(row, 0)).row()));
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
