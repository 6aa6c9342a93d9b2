// Diagnoses of real servers on loopback, several at once in one event loop.
#pragma once

#include "diagnosis/diagnosis.h"
#include "simulator/gatewaysimulator.h"

#include <QQueue>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace Sigen::Test {

inline const QString diagnosisPassword = QStringLiteral("Zt7-geheim pass");

struct DiagnosisRun
{
    QString name;
    DiagnosisRequest request;
    std::shared_ptr<QObject> server; ///< what it is run against

    std::unique_ptr<Diagnosis> diagnosis;
    QList<Layer> layers; ///< as told
    QList<Cause> causes;
    DiagnosisEvidence evidence;
    Error error;
    int ends = 0;

    QString first() const
    {
        return causes.isEmpty() ? QString() : QString(causeName(causes.constFirst().code));
    }
    QStringList codes() const;
    /// A line of the matrix.
    QString line() const;
};

/// Of a host at \a address: short times, no link test, signed in.
DiagnosisRequest requestFor(const QHostAddress &address, quint16 webSocketPort,
                            std::optional<quint16> modbusPort);

/// A simulated gateway with these faults, on an address of its own, and the request to diagnose it.
std::shared_ptr<DiagnosisRun> simulatedRun(const QString &name, bool enabled, const QStringList &faults,
                                           const std::function<void(SimulatorOptions &)> &change = {});

/// All of them, at most \a sideBySide at a time; returns when they have ended.
void runAll(const QList<std::shared_ptr<DiagnosisRun>> &runs, int sideBySide = 12);

} // namespace Sigen::Test
