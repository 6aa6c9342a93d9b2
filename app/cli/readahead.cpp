#include "cli/readahead.h"

#include "cli/streaminput.h"

#include <utility>

namespace Sigen {

ReadAhead::ReadAhead(QList<ReadAheadFile> files, QObject *parent)
    : Operation(noDeadline, parent)
    , m_files(std::move(files))
{ }

ReadAhead::~ReadAhead() = default;

void ReadAhead::run()
{
    readNext();
}

void ReadAhead::release()
{
    m_input.reset();
}

void ReadAhead::readNext()
{
    while (!m_files.isEmpty()) {
        const ReadAheadFile file = m_files.takeFirst();
        const auto until = file.onlyFirstLine ? StreamInput::Until::Line : StreamInput::Until::End;
        m_input = StreamInput::open(file.path, until, file.maximumSize);
        if (!m_input)
            continue;
        connect(
            m_input.get(), &StreamInput::ended, this,
            [this, path = file.path](const QByteArray &bytes) {
                if (hasEnded())
                    return;
                m_contents.insert(path, bytes);
                readNext();
            },
            Qt::QueuedConnection);
        return;
    }
    succeed();
}

} // namespace Sigen
