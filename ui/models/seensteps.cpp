#include "ui/models/seensteps.h"

#include "core/displaytext.h"
#include "ui/models/stepsentences.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class SeenText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::SeenSteps)
};

using Id = StepRow::Id;
using State = StepRow::State;

StepRow reachableRow(const Place &place)
{
    constexpr double shortest = 0.5; // ms; less would read as none
    const bool isTimed = place.rttMs.value_or(0.0) >= shortest;
    StepRow row{Id::Reachable, State::Ok, SeenText::tr("Gateway reachable"), {}, isTimed};
    if (place.webSocket.state == ServiceState::Handshake)
        row.sentence = SeenText::tr("Gateway reachable on port %1").arg(place.webSocket.port);
    row.elapsed = std::chrono::milliseconds(qRound64(place.rttMs.value_or(0.0)));
    return row;
}

StepRow portRow(ServiceState state, quint16 port, bool waits)
{
    if (accepts(state))
        return {Id::Port, State::Ok, SeenText::tr("Port %1 accepts connections").arg(port), {}, false};
    if (waits)
        return {Id::Port, State::Waiting, SeenText::tr("Port %1 accepts connections").arg(port), {}, false};
    return {Id::Port,
            State::Failed,
            state == ServiceState::Closed ? SeenText::tr("Port %1 refuses connections").arg(port)
                                          : SeenText::tr("Port %1 does not answer").arg(port),
            {},
            false};
}

StepRow modbusRow(const Gateway &gateway, ServiceState state, quint16 port)
{
    StepRow row{Id::Modbus, State::Skipped, skippedSentence(Id::Modbus, 0, port), {}, false};
    if (provesPlant(state)) {
        row.state = state == ServiceState::OddPlant ? State::Warning : State::Ok;
        const QString model = displayText(gateway.model, 60);
        const QString firmware = displayText(gateway.firmware, 60);
        row.sentence = model.isEmpty() ? SeenText::tr("Modbus answers")
            : firmware.isEmpty()       ? SeenText::tr("Modbus answers: %1", "model").arg(model)
                                       : SeenText::tr("Modbus answers: %1, firmware %2").arg(model, firmware);
    } else if (accepts(state) && state != ServiceState::Open) {
        row.state = State::Failed;
        row.sentence = SeenText::tr("No usable Modbus answer");
    }
    return row;
}

} // namespace

QList<StepRow> seenSteps(const Gateway &gateway, quint16 modbusPort, bool waits)
{
    const ServiceState state = gateway.modbus();
    if (gateway.isDisplaced() || state == ServiceState::NotTested || gateway.modbusPort() != modbusPort)
        return {};
    return {reachableRow(gateway.place()), portRow(state, modbusPort, waits),
            modbusRow(gateway, state, modbusPort)};
}

QString seenSummary(const QList<StepRow> &rows, quint16 modbusPort, const QLocale &locale)
{
    QStringList words;
    for (const StepRow &row : rows) {
        if (row.state == State::Ok)
            words += shortSentence(row, false, modbusPort, locale);
    }
    return words.join(u" · "_s);
}

} // namespace Sigen
