// Ctrl-C, and being asked to end or losing the terminal, as a signal of the event loop. The second time the
// process ends at once, with exit code 130 and the terminal's echo restored.
#pragma once

#include <QObject>

class QSocketNotifier;

namespace Sigen {

/// One at a time in a process.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void triggered();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace Sigen
