// Runs the diagnosis of one gateway when the user asks for it, never by itself. Signs in with what the page
// is signed in with, or with a password that is known to be at hand; it asks for none. What it saw goes to
// the page and the registry like a test's.
//
// It gives way: a job of the page that begins stops it, and it does not begin beside one.
#pragma once

#include "core/trace.h"
#include "diagnosis/diagnosis.h"
#include "report/report.h"
#include "ui/controllers/diagnosisstate.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QObject>

#include <memory>

namespace Sigen {

class FetchPassword;
class GatewayController;
class PlantPolling;
class Registry;
struct GatewayEnvironment;

struct DiagnosisOptions
{
    bool testsLink = true;
    bool triesConnections = false; ///< a second and a third one at once
    bool operator==(const DiagnosisOptions &) const = default;
};

class DiagnosisController : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive it.
    DiagnosisController(GatewayController &gateway, const Registry &registry,
                        const GatewayEnvironment &environment, QObject *parent = nullptr);
    ~DiagnosisController() override;

    bool isRunning() const { return m_run.isRunning(); }
    bool hasRun() const { return m_run.part != DiagnosisRun::Part::None; } ///< or is running
    /// The last run is the newest that is known: nothing was done on the page since.
    bool isNewest() const { return hasRun() && !m_isSuperseded; }
    bool canStart() const; ///< nothing is under way on the page
    DiagnosisState state() const { return diagnosisState(m_run, m_locale); }

    const DiagnosisOptions &options() const { return m_options; }
    void setOptions(const DiagnosisOptions &options) { m_options = options; } ///< of the next run

    /// Adds to \a report what the last run saw; nothing before the first has ended.
    void addTo(Report &report) const;
    const QLocale &locale() const { return m_locale; }
    void setLocale(const QLocale &locale);
    void retranslate() { Q_EMIT changed(); }

public Q_SLOTS:
    void start(); ///< ignored while it can't
    void stop(); ///< at once; what is known by then stays
    void reset(); ///< another device: nothing of the old one stays

Q_SIGNALS:
    void changed(); ///< state()
    void runningChanged();
    void ended();
    void traced(const Sigen::TraceEntry &entry);

private:
    void followPage();
    bool hasPasswordAtHand() const;
    void passwordFetched(const FetchPassword &fetching);
    void diagnose();
    void take(const TraceEntry &entry);
    void diagnosed();
    void readValues();
    void end(const Error &error);

    GatewayController &m_gateway;
    const Registry &m_registry;
    const GatewayEnvironment &m_environment;
    DiagnosisOptions m_options;
    DiagnosisRequest m_request; ///< of the run; its password only while that lasts
    DiagnosisRun m_run;
    bool m_isSuperseded = false;
    bool m_isTelling = false; ///< the page what it saw
    std::optional<ReportedValues> m_values; ///< that the run read
    QList<TraceEntry> m_frames; ///< of the run, the last ones
    QElapsedTimer m_clock;
    QLocale m_locale;
    std::unique_ptr<FetchPassword> m_fetching;
    std::unique_ptr<Diagnosis> m_diagnosis;
    std::unique_ptr<PlantPolling> m_polling;
};

} // namespace Sigen
