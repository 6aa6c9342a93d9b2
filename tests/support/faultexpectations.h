// What each simulated fault must lead to, for each action: the one table that the engine's and the command
// line's fault tests walk.
#pragma once

#include <QList>
#include <QString>

namespace Sigen::Test {

struct Expectation
{
    QString outcome; ///< word of the command-line contract
    QStringList errors; ///< acceptable error codes; empty: none
    QList<int> exitCodes{0}; ///< acceptable ones of the command line; several only where timing decides
};

struct FaultExpectation
{
    QString fault;
    Expectation enable; ///< on a gateway that is off
    Expectation disable; ///< on a gateway that is on
    Expectation verify; ///< on a gateway that is on
};

/// One entry for every fault of the catalogue, in its order.
const QList<FaultExpectation> &faultExpectations();

} // namespace Sigen::Test
