#include "cli/tracefile.h"

#include "cli/jsonline.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

bool TraceFile::open(const QString &path)
{
    constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    m_file.setFileName(path);
    // A file that was there keeps its mode when it is opened; a terminal or a pipe has none to set.
    return m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered, ownerOnly)
        && (m_file.isSequential() || m_file.setPermissions(ownerOnly));
}

bool TraceFile::write(const TraceEntry &entry)
{
    const bool sent = entry.direction == TraceEntry::Direction::Sent;
    const bool webSocket = entry.channel == TraceEntry::Channel::WebSocket;
    const QByteArray line = JsonLine()
                                .add("at"_L1, entry.at.toString(Qt::ISODateWithMs))
                                .add("direction"_L1, sent ? u"sent"_s : u"received"_s)
                                .add("channel"_L1, webSocket ? u"websocket"_s : u"modbus"_s)
                                .add("text"_L1, entry.text)
                                .toUtf8()
        + '\n';
    return m_file.write(line) == line.size();
}

} // namespace Sigen
