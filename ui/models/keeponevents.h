// What became of a watched gateway, in words: rows of three columns (when, what, what else), the newest
// first, and the strip above them. The words are made by controllers/keeponhistory.h.
#pragma once

#include "ui/models/chip.h"

#include <QAbstractTableModel>
#include <QList>
#include <QString>

namespace Sigen {

struct KeepOnRow
{
    QString when; ///< "today 04:10–04:31"
    QString what; ///< "Not reachable, 21 min"
    QString more; ///< "came back by itself, still on"; may be empty
    Tone tone = Tone::Plain;
    bool operator==(const KeepOnRow &) const = default;
};

/// A part of the time, from 0 at the strip's beginning until 1 now.
struct StripPart
{
    double begin = 0;
    double end = 0;
    Tone tone = Tone::Plain; ///< Plain: not known
    bool operator==(const StripPart &) const = default;
};

struct KeepOnStrip
{
    QList<StripPart> parts; ///< empty: nothing was seen yet
    QString from; ///< "yesterday 22:00"
    QString summary; ///< "on 97.8 % of the time, mended once"
    bool operator==(const KeepOnStrip &) const = default;
};

class KeepOnEvents : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, What, More, ColumnCount };
    static constexpr int ToneRole = Qt::UserRole;

    explicit KeepOnEvents(QObject *parent = nullptr);

    const QList<KeepOnRow> &rows() const { return m_rows; }
    void setRows(const QList<KeepOnRow> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<KeepOnRow> m_rows;
};

} // namespace Sigen
