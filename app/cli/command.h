// One command at work. Made from options that were found valid; does nothing until start(), reports through
// the Output it was given, and ends exactly once with finished().
#pragma once

#include <QObject>

namespace Sigen {

class Command : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Ctrl-C: stop at once and say what is known; finished() still follows. May be called at any time after
    /// start().
    virtual void cancel() = 0;

Q_SIGNALS:
    /// Last of all; the result has been printed (a usage error has none).
    void finished(int exitCode);
};

} // namespace Sigen
