// The system's neighbour table, read again only when it is old: asked for each host, read a few times
// a second.
#pragma once

#include "network/neighbourtable.h"

#include <QElapsedTimer>
#include <QHash>
#include <QString>

#include <functional>

namespace Sigen {

/// What the table tells of an address.
enum class MacKnowledge { None, Stranger, Vendor };

class NeighbourCache
{
public:
    using Reader = std::function<QList<Neighbour>()>;

    /// Nothing is read before it is asked.
    explicit NeighbourCache(Reader reader);

    /// Empty when it is not known (yet). An unknown address makes a table that is older than \a oldAfterMs be
    /// read again.
    QString mac(quint32 address, int oldAfterMs);
    /// For many addresses at a time: content with a table that is a little older.
    MacKnowledge knowledge(quint32 address);

    /// Reads now. \returns the whole table.
    const QHash<quint32, QString> &refresh();

private:
    Reader m_reader;
    QElapsedTimer m_age;
    QHash<quint32, QString> m_macs; ///< what the table has forgotten meanwhile stays
};

} // namespace Sigen
