// Frames both ways, for the protocol log: redacted before they get here, the newest kept, a few MiB at most.
// A storm of pushes from a gateway costs little: entries are gathered and inserted a few times a second, and
// one that only repeats the last is counted.
#pragma once

#include "core/tracedigest.h"

#include <QAbstractListModel>
#include <QList>
#include <QSortFilterProxyModel>
#include <QTimer>

#include <optional>

namespace Sigen {

class ProtocolLogModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TimeRole = Qt::UserRole + 1, ///< QString: local time with milliseconds, "14:02:31.123"
        DirectionRole, ///< int(TraceEntry::Direction)
        ChannelRole, ///< int(TraceEntry::Channel)
        ChannelTextRole, ///< QString: "WebSocket", "Modbus"
        TextRole, ///< QString: one line, plain, at most maximumDisplayLength; also Qt::DisplayRole as
                  ///< "14:02:31.123 → WebSocket {…}"
        WholeTextRole, ///< QString: escaped, not cut (4,096 characters at most came)
    };
    Q_ENUM(Role)

    static constexpr int maximumLines = 5000;
    /// Of all texts together.
    static constexpr qsizetype maximumCharacters = 2 * 1024 * 1024;
    /// This many go at once when it is full, so that making room is rare.
    static constexpr int trimmedLines = 500;
    static constexpr std::chrono::milliseconds gatherTime{100};

    explicit ProtocolLogModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    const TraceEntry &at(int row) const { return m_lines.at(row).entry; }
    /// How many more times it was received, directly after this one.
    int repeats(int row) const { return m_lines.at(row).repeats; }
    /// One line for clipboard and file.
    QString line(int row) const;
    /// "1,234 earlier lines are not kept."; empty: all are there.
    QString cutText() const;

public Q_SLOTS:
    void append(const Sigen::TraceEntry &entry);
    void clear();
    void retranslate();

private:
    struct Line
    {
        TraceEntry entry;
        int repeats = 0;
    };

    void flush();
    void makeRoom();
    static QString withRepeats(const Line &line, const QString &text);

    QList<Line> m_lines;
    QList<Line> m_gathered; ///< bounded like m_lines
    qsizetype m_characters = 0; ///< of m_lines
    qsizetype m_gatheredCharacters = 0;
    int m_cut = 0; ///< lines that are not kept
    bool m_lastRepeated = false; ///< the last of m_lines, since the last flush
    QTimer m_timer;
};

/// What of the log is shown: by channel and by text.
class ProtocolLogFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ProtocolLogFilter(QObject *parent = nullptr);
    void setLog(ProtocolLogModel *log); ///< not owned

    void setChannel(std::optional<TraceEntry::Channel> channel); ///< empty: both
    void setText(const QString &text); ///< compared without case; empty: all
    std::optional<TraceEntry::Channel> channel() const { return m_channel; }
    QString text() const { return m_text; }

    /// The lines that are shown, for Copy and Save; ends in a newline unless empty.
    QString plainText() const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    ProtocolLogModel *m_log = nullptr;
    std::optional<TraceEntry::Channel> m_channel;
    QString m_text;
};

} // namespace Sigen
