// "Connect your system": host, port and unit ids of one plant, and a snippet for each tool that wants them.
//
// Unit ids come from the last verification and from what the registry knows of the plant; "Find units" asks all
// of them (minutes where many are missing, can be cancelled at any time).
#pragma once

#include "core/redaction.h"
#include "core/timeouts.h"
#include "core/trace.h"
#include "handover/handoverfacts.h"
#include "modbus/identity.h"
#include "registry/gateway.h"
#include "ui/models/toollistmodel.h"
#include "workflow/jobresult.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Sigen {

class Verification;

class SnippetsController : public QObject
{
    Q_OBJECT

public:
    explicit SnippetsController(QObject *parent = nullptr);
    ~SnippetsController() override;

    /// \a host as normalizedHost() gives it. Units that were found stay found: they are the device's, not the
    /// port's.
    void setEndpoint(const QString &host, quint16 port, const Timeouts &timeouts);
    /// What a sweep must not show, whatever the devices answer.
    void setRedactor(const Redactor &redactor) { m_redactor = redactor; }
    /// A scan saw a plant answer at the endpoint; which units it has is not known by that.
    void setPlantSeen(bool seen);
    /// Units that were found before, as the registry keeps them: they stay found.
    void setUnits(const QList<FoundUnit> &units);
    /// What the last verification saw.
    void setIdentity(const ModbusIdentity &identity);

    ToolListModel *tools() { return &m_tools; }
    QString currentTool() const { return m_currentTool; } ///< its id
    void setCurrentTool(const QString &id);

    /// "192.168.1.150 · port 502 · plant unit 247 · inverter 1 · AC charger 2"
    QString headline() const;
    /// What is assumed or was not tested, one sentence a line; empty when all was seen.
    QString note() const { return m_note; }
    /// What Copy puts on the clipboard and Save writes; plain text, with newlines.
    QString snippet() const { return m_snippet; }
    /// Where it goes in the tool, one line; may be empty.
    QString hint() const { return m_hint; }
    QString suggestedFileName() const { return m_fileName; }
    /// Writes the snippet, all or nothing. Returns the problem as a sentence, empty: written.
    QString save(const QString &path) const;

    bool isFindingUnits() const { return m_sweep != nullptr; }
    int unitsAsked() const { return m_found.asked; }
    int unitsTotal() const { return m_found.total; }
    QString progressText() const; ///< "Asked 31 of 246 units"; afterwards how it ended; empty before

    void reset(); ///< another device: nothing of the old one stays
    void retranslate();

public Q_SLOTS:
    void findUnits();
    void cancel();

Q_SIGNALS:
    void changed();
    void progressChanged();
    /// A sweep has ended, and a plant has answered it.
    void unitsFound(const Sigen::ModbusIdentity &identity);
    void traced(const Sigen::TraceEntry &entry);

private:
    /// Everything that belongs to the device.
    struct Found
    {
        bool plantSeen = false;
        QList<DeviceIdentity> known; ///< from before
        std::optional<ModbusIdentity> identity;
        bool isComplete = false; ///< all units were asked
        std::optional<JobResult> sweep; ///< how the last one ended
        int asked = 0;
        int total = 0;
    };

    HandoverFacts facts() const;
    void render();
    void sweepEnded();

    ToolListModel m_tools;
    QString m_currentTool;
    QString m_host;
    quint16 m_port = 0;
    Timeouts m_timeouts;
    Redactor m_redactor;
    Found m_found;
    QString m_snippet;
    QString m_note;
    QString m_hint;
    QString m_fileName;
    std::unique_ptr<Verification> m_sweep;
};

} // namespace Sigen
