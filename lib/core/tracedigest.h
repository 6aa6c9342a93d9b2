// What of the frames that went over the wire is worth recording, in few lines and with a bound: whoever is at
// the other side decides how many frames come. Pure.
#pragma once

#include "core/trace.h"

#include <QList>

#include <optional>

namespace Sigen {

struct TraceRecord
{
    enum class Kind {
        Frame, ///< `entry`
        Repeats, ///< `entry` came `repeats` more times directly after the record before, the last time at
                 ///< `entry.at`
        Cut, ///< `entry` and all that follow are left out; the last record
    };
    Kind kind = Kind::Frame;
    TraceEntry entry;
    int repeats = 0;
    bool operator==(const TraceRecord &) const = default;
};

/// Whether \a entry is the frame that was received just before once more.
bool isRepeated(const TraceEntry &before, const TraceEntry &entry);

class TraceDigest
{
public:
    /// Of all texts that are recorded: a few MiB as a file, some ten thousand ordinary frames.
    static constexpr qsizetype mostCharacters = 4 * 1024 * 1024;

    /// What to record, in this order; mostly one record, none for a repeated frame.
    QList<TraceRecord> take(const TraceEntry &entry);
    /// When nothing follows any more: the repeats that were not told yet.
    std::optional<TraceRecord> rest();

private:
    TraceEntry m_last;
    int m_repeats = 0;
    qsizetype m_left = mostCharacters;
    bool m_cut = false;
};

} // namespace Sigen
