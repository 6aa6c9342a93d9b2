// An operation that does what a test tells it to, and counts what happens to it.
#pragma once

#include "core/operation.h"

#include <functional>

namespace Sigen {

class ScriptedOperation : public Operation
{
    Q_OBJECT

public:
    explicit ScriptedOperation(std::chrono::milliseconds deadline = noDeadline, QObject *parent = nullptr)
        : Operation(deadline, parent)
    { }

    using Operation::abandonStep;
    using Operation::currentStep;
    using Operation::fail;
    using Operation::hasEnded;
    using Operation::runStep;
    using Operation::succeed;

    std::function<void()> onRun;
    std::function<void()> onRelease;
    std::function<void()> onDeadline; ///< empty: the default
    std::function<void()> onCancel; ///< empty: the default
    int runs = 0;
    int releases = 0;

Q_SIGNALS:
    void progressed();

protected:
    void run() override
    {
        ++runs;
        if (onRun)
            onRun();
    }
    void release() override
    {
        ++releases;
        if (onRelease)
            onRelease();
    }
    void deadlinePassed() override { onDeadline ? onDeadline() : Operation::deadlinePassed(); }
    void cancelRequested() override { onCancel ? onCancel() : Operation::cancelRequested(); }
};

} // namespace Sigen
