// Writes what a watch says into a history, and says again and again that it still holds.
#pragma once

#include "keeping/historyfile.h"

#include <QElapsedTimer>
#include <QObject>

namespace Sigen {

class Watch;

class WatchRecorder : public QObject
{
    Q_OBJECT

public:
    /// A program that is killed leaves this much of its time unproved.
    static constexpr std::chrono::minutes confirmedEvery{10};

    enum class Mode {
        Continuous,
        Once, ///< one look of many: what is as it was is no news, and nothing ends in between
    };

    explicit WatchRecorder(const QString &path, Mode mode = Mode::Continuous, QObject *parent = nullptr);
    ~WatchRecorder() override;

    /// Before the watch is made. Where the last one ended without a word, what follows is not known. Errors:
    /// as HistoryFile::load(); nothing is written then.
    Error open();
    const WatchHistory &history() const { return m_file.events(); }
    /// \a watch must not be started yet.
    void record(const Watch &watch);

Q_SIGNALS:
    void changed(); ///< the history
    void failed(const Sigen::Error &error); ///< it can't be written; once, until it can be again

private:
    void add(const WatchEvent &event);

    HistoryFile m_file;
    Mode m_mode;
    QElapsedTimer m_sinceConfirmed;
    bool m_canBeWritten = true;
    bool m_isOpen = false;
};

} // namespace Sigen
