#include "ui/controllers/snippetscontroller.h"

#include "core/displaytext.h"
#include "core/safefile.h"
#include "handover/snippet.h"
#include "words/advice.h"
#include "workflow/verification.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

SnippetsController::SnippetsController(QObject *parent)
    : QObject(parent)
{
    retranslate();
}

SnippetsController::~SnippetsController() = default;

void SnippetsController::setEndpoint(const QString &host, quint16 port, const Timeouts &timeouts)
{
    m_timeouts = timeouts;
    if (m_host == host && m_port == port)
        return;
    m_host = host;
    m_port = port;
    if (m_sweep) { // it asks at the old one
        m_sweep.reset();
        m_found.asked = m_found.total = 0;
    }
    render();
    Q_EMIT progressChanged();
}

void SnippetsController::reset()
{
    m_sweep.reset();
    m_found = {};
    render();
    Q_EMIT progressChanged();
}

void SnippetsController::setUnits(const QList<FoundUnit> &units)
{
    QList<DeviceIdentity> known;
    for (const FoundUnit &unit : units)
        known += {unit.id, unit.model, unit.serial, unit.firmware, unit.hasDcCharger, unit.isAcCharger};
    if (m_found.known == known)
        return;
    m_found.known = known;
    render();
}

void SnippetsController::setPlantSeen(bool seen)
{
    if (m_found.plantSeen == seen)
        return;
    m_found.plantSeen = seen;
    render();
}

void SnippetsController::setIdentity(const ModbusIdentity &identity)
{
    if (m_found.isComplete)
        return;
    m_found.identity = identity;
    render();
}

void SnippetsController::setCurrentTool(const QString &id)
{
    if (m_currentTool == id || !findSnippetDefinition(id))
        return;
    m_currentTool = id;
    render();
}

void SnippetsController::retranslate()
{
    QList<ToolListModel::Tool> tools;
    for (const SnippetDefinition &definition : snippetDefinitions())
        tools.append({definition.id, snippetTitle(definition)});
    m_tools.setTools(tools);
    if (m_currentTool.isEmpty() && !tools.isEmpty())
        m_currentTool = tools.constFirst().id;
    render();
}

HandoverFacts SnippetsController::facts() const
{
    HandoverFacts facts = handoverFacts(m_host, m_port, m_found.identity, m_found.isComplete, m_found.known);
    facts.plantSeen = facts.plantSeen || m_found.plantSeen;
    return facts;
}

void SnippetsController::render()
{
    const SnippetDefinition *const definition = findSnippetDefinition(m_currentTool);
    if (definition && !m_host.isEmpty()) {
        const Snippet made = makeSnippet(*definition, facts());
        m_snippet = made.text;
        m_fileName = made.fileName;
        m_hint = snippetNote(*definition);
        m_note = made.remarks.join(u'\n');
    } else {
        m_snippet.clear();
        m_fileName.clear();
        m_hint.clear();
        m_note.clear();
    }
    Q_EMIT changed();
}

static QString numbers(const QList<int> &units)
{
    QStringList texts;
    for (const int unit : units)
        texts += QString::number(unit);
    return texts.join(u", "_s);
}

QString SnippetsController::headline() const
{
    const HandoverFacts known = facts();
    QStringList parts{displayText(m_host, 60), tr("port %1").arg(m_port),
                      (known.plantUnitSilent ? tr("plant unit %1 (did not answer)") : tr("plant unit %1"))
                          .arg(UnitId::plantValue),
                      known.invertersAssumed ? tr("inverter %1 (assumed)").arg(numbers(known.inverters))
                                             : tr("inverter %1").arg(numbers(known.inverters))};
    if (!known.acChargers.isEmpty())
        parts += tr("AC charger %1").arg(numbers(known.acChargers));
    if (!known.dcChargers.isEmpty())
        parts += tr("DC charger at inverter %1").arg(numbers(known.dcChargers));
    return parts.join(u" · "_s);
}

QString SnippetsController::save(const QString &path) const
{
    const Error error = writeSafely(path, m_snippet.toUtf8());
    return error
        ? tr("The file %1 could not be written: %2").arg(displayText(path), displayText(error.detail))
        : QString();
}

void SnippetsController::findUnits()
{
    if (m_sweep || m_host.isEmpty())
        return;
    VerificationRequest request;
    request.host = m_host;
    request.port = m_port;
    request.timeouts = m_timeouts;
    request.redactor = m_redactor;
    request.identity.sweep = true;
    request.identity.documentVersion = true;
    m_found.asked = m_found.total = 0;
    m_found.sweep.reset();
    m_sweep = std::make_unique<Verification>(request);
    connect(m_sweep.get(), &Verification::traced, this, &SnippetsController::traced);
    connect(m_sweep.get(), &Verification::progressChanged, this, [this](int done, int total) {
        m_found.asked = done;
        m_found.total = total;
        Q_EMIT progressChanged();
    });
    connect(m_sweep.get(), &Operation::finished, this, &SnippetsController::sweepEnded);
    m_sweep->start();
    Q_EMIT progressChanged();
}

void SnippetsController::cancel()
{
    if (m_sweep)
        m_sweep->cancel();
}

void SnippetsController::sweepEnded()
{
    const std::unique_ptr<Verification> sweep = std::move(m_sweep);
    const JobResult &result = sweep->result();
    m_found.sweep = result;
    if (!result.error && result.modbus && result.modbus->allAsked) {
        m_found.identity = result.modbus;
        m_found.isComplete = true;
    } else if (result.modbus && !result.modbus->devices.isEmpty()) {
        setIdentity(*result.modbus);
    }
    render();
    Q_EMIT progressChanged();
    if (result.modbus && result.modbus->provesPlant())
        Q_EMIT unitsFound(*result.modbus);
}

QString SnippetsController::progressText() const
{
    if (m_sweep)
        return m_found.total > 0 ? tr("Asked %1 of %2 units").arg(m_found.asked).arg(m_found.total)
                                 : tr("Connecting…");
    if (!m_found.sweep)
        return {};
    const JobResult &result = *m_found.sweep;
    const int found = result.modbus ? static_cast<int>(result.modbus->devices.size()) : 0;
    const QString units = found == 1 ? tr("1 unit was found") : tr("%n units were found", nullptr, found);
    if (!result.error && result.modbus && result.modbus->allAsked)
        return tr("All units were asked: %1.").arg(units);
    if (!result.error || result.error.code == ErrorCode::Cancelled)
        return tr("Stopped after %1 of %2 units: %3.").arg(m_found.asked).arg(m_found.total).arg(units);
    return errorMessage(result.error);
}

} // namespace Sigen
