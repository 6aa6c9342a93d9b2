#include "cli/tracefile.h"

#include "cli/clitext.h"
#include "cli/jsonline.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

bool TraceFile::write(const TraceRecord &record)
{
    const TraceEntry &entry = record.entry;
    JsonLine line;
    line.add("at"_L1, entry.at.toString(Qt::ISODateWithMs));
    if (record.kind == TraceRecord::Kind::Cut) {
        line.add("cut"_L1, CliText::tr("The trace ends here because it has become too long."));
    } else {
        const bool sent = entry.direction == TraceEntry::Direction::Sent;
        const bool webSocket = entry.channel == TraceEntry::Channel::WebSocket;
        line.add("direction"_L1, sent ? u"sent"_s : u"received"_s)
            .add("channel"_L1, webSocket ? u"websocket"_s : u"modbus"_s)
            .add("text"_L1, entry.text);
        if (record.kind == TraceRecord::Kind::Repeats)
            line.add("repeated"_L1, record.repeats);
    }
    return m_stream.write(line.toUtf8() + '\n');
}

} // namespace Sigen
