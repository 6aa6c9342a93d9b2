// values: polls the plant's (or a device's) live values. Connects for each poll and closes in between, since
// other tools want their turn.
#pragma once

#include "cli/commandline.h"
#include "core/redaction.h"
#include "modbus/plantreader.h"
#include "protocol/modbusframe.h"
#include "workflow/jobresult.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace Sigen {

class PlantRead;
class Reach;

struct ValuesRequest
{
    QString host; ///< as returned by normalizedHost()
    bool allowPublic = false;
    quint16 port = 0;
    UnitId unit = UnitId::plant();
    std::chrono::seconds interval{5}; ///< from the start of one poll to the start of the next
    std::optional<int> count; ///< polls; empty: until cancelled
    Timeouts timeouts;
    Redactor redactor;
};

class ValuesCommand final : public Command
{
    Q_OBJECT

public:
    ValuesCommand(ValuesRequest request, Output &output, QObject *parent = nullptr);
    ~ValuesCommand() override;

    void start() override;
    /// Ends an endless reading as it is meant to be ended: well, once there was a value.
    void cancel() override;

private:
    void poll();
    void reached();
    void valuesRead();
    void report(const QDateTime &at, const QList<RegisterValue> &values);
    void sayWarnings();
    void pollFailed(const Error &error);
    void pollEnded();
    void end(Outcome outcome, const Error &error);

    ValuesRequest m_request;
    Output &m_output;
    std::unique_ptr<Reach> m_reach;
    std::unique_ptr<PlantRead> m_read;
    QTimer m_nextPoll;
    QElapsedTimer m_pollClock;
    int m_polls = 0;
    bool m_ended = false;
    bool m_anyRead = false;
    bool m_judged = false; ///< since the last failure it was asked who answers
    Error m_lastError; ///< of the latest poll; none when it went well
};

CommandDescription describeValues();

} // namespace Sigen
