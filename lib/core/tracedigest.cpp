#include "core/tracedigest.h"

#include <utility>

namespace Sigen {

/// What a record costs besides its text: time, direction, channel.
static constexpr qsizetype overhead = 80;

bool isRepeated(const TraceEntry &before, const TraceEntry &entry)
{
    return entry.direction == TraceEntry::Direction::Received && before.direction == entry.direction
        && before.channel == entry.channel && before.text == entry.text;
}

QList<TraceRecord> TraceDigest::take(const TraceEntry &entry)
{
    if (m_cut)
        return {};
    if (isRepeated(m_last, entry)) {
        ++m_repeats;
        m_last.at = entry.at;
        return {};
    }
    QList<TraceRecord> records;
    if (const std::optional<TraceRecord> repeats = rest())
        records.append(*repeats);
    m_last = entry;
    m_left -= entry.text.size() + overhead;
    m_cut = m_left < 0;
    records.append({m_cut ? TraceRecord::Kind::Cut : TraceRecord::Kind::Frame, entry, 0});
    return records;
}

std::optional<TraceRecord> TraceDigest::rest()
{
    if (m_repeats == 0)
        return std::nullopt;
    m_left -= m_last.text.size() + overhead;
    return TraceRecord{TraceRecord::Kind::Repeats, m_last, std::exchange(m_repeats, 0)};
}

} // namespace Sigen
