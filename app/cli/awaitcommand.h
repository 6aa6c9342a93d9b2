// await: waits until a Modbus server appears, at a host or in a network, then verifies it.
#pragma once

#include "cli/commandline.h"
#include "keeping/await.h"

#include <QElapsedTimer>

namespace Sigen {

class AwaitCommand final : public Command
{
    Q_OBJECT

public:
    /// \a patience: how long to wait for it to appear; 0: without end.
    AwaitCommand(const AwaitRequest &request, std::chrono::milliseconds patience, Output &output,
                 QObject *parent = nullptr);

    void start() override;
    void cancel() override;

private:
    void appeared(const DiscoveredHost &host);
    void endWait(StepState state, const Message &detail);
    void end();

    QString m_chosen; ///< host; empty: none
    quint16 m_port;
    Output &m_output;
    QElapsedTimer m_clock;
    bool m_hasHead = false; ///< of the table of hosts
    bool m_waiting = true; ///< that step was not ended yet
    Await m_await;
};

CommandDescription describeAwait();

} // namespace Sigen
