#include "ui/controllers/diagnosiscontroller.h"

#include "diagnosis/knowngateway.h"
#include "modbus/plantpolling.h"
#include "registry/registry.h"
#include "ui/controllers/gatewaycontroller.h"
#include "ui/controllers/pagediagnosis.h"

#include <utility>

namespace Sigen {

static constexpr qsizetype reportedFrames = 60;
static constexpr int mostConnections = 3;

DiagnosisController::DiagnosisController(GatewayController &gateway, const Registry &registry,
                                         const GatewayEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_registry(registry)
    , m_environment(environment)
{
    connect(&m_gateway, &GatewayController::changed, this, &DiagnosisController::followPage);
}

DiagnosisController::~DiagnosisController() = default;

bool DiagnosisController::canStart() const
{
    return !isRunning() && !m_gateway.isBusy();
}

/// After a refusal nothing is tried by itself: one more wrong password could lock the account.
bool DiagnosisController::hasPasswordAtHand() const
{
    return m_gateway.session().signIn != SignInState::Refused
        && m_gateway.account().hasPassword(m_request.target.credentials.username);
}

void DiagnosisController::followPage()
{
    const PageSession &session = m_gateway.session();
    if (isRunning() && session.isBusy())
        stop(); // two sign-ins at once could take the session from each other
    else if (session.isBusy() && m_run.part == DiagnosisRun::Part::Ended)
        m_isSuperseded = true;
    if (session.isChangeUnderWay() && m_run.part == DiagnosisRun::Part::Ended)
        m_run.isOutdated = true;
    Q_EMIT changed();
}

void DiagnosisController::start()
{
    if (!canStart())
        return;
    m_request = diagnosisRequest(m_gateway.gateway(), m_gateway.session(), m_gateway.initialForm(),
                                 m_environment.timeouts);
    m_request.redactor = m_gateway.jobs().redactor();
    takeKnown(m_request, m_gateway.gateway(), m_registry.gateways());
    m_request.reads = m_options.testsLink ? DiagnosisRequest::standardReads : 0;
    m_request.connections = m_options.triesConnections ? mostConnections : 0;
    m_run = {};
    m_isSuperseded = false;
    m_run.evidence.host = m_request.target.host;
    m_values.reset();
    m_frames.clear();
    m_clock.start();
    if (m_request.signIn || !hasPasswordAtHand()) {
        diagnose();
    } else {
        m_run.part = DiagnosisRun::Part::Password;
        m_fetching = m_gateway.account().fetch(m_request.target.credentials.username);
        connect(m_fetching.get(), &Operation::finished, this, [this] { passwordFetched(*m_fetching); });
        m_fetching->start();
    }
    Q_EMIT runningChanged();
    Q_EMIT changed();
}

void DiagnosisController::passwordFetched(const FetchPassword &fetching)
{
    const Error error = fetching.error();
    if (!error) {
        m_request.signIn = true;
        m_request.target.credentials.password = fetching.password();
        m_gateway.jobs().addSecret(fetching.password());
    }
    m_fetching.reset();
    if (error.code == ErrorCode::Cancelled) {
        end(error);
        return;
    }
    diagnose(); // without a password where there is none
    Q_EMIT changed();
}

void DiagnosisController::diagnose()
{
    m_run.part = DiagnosisRun::Part::Layers;
    m_diagnosis = std::make_unique<Diagnosis>(m_request);
    Diagnosis *const running = m_diagnosis.get();
    m_run.evidence = running->evidence(); // the ports that its layers are named after
    connect(running, &Diagnosis::layerStarted, this, [this, running](LayerId id) {
        m_run.begun.insert(id);
        m_run.counted.reset();
        m_run.done = m_run.total = 0;
        m_run.evidence = running->evidence();
        Q_EMIT changed();
    });
    connect(running, &Diagnosis::layerEnded, this, [this, running](const Layer &layer) {
        m_run.told = int(layer.id) + 1;
        m_run.evidence = running->evidence();
        Q_EMIT changed();
    });
    connect(running, &Diagnosis::progressChanged, this, [this](LayerId id, int done, int total) {
        m_run.counted = id;
        m_run.done = done;
        m_run.total = total;
        Q_EMIT changed();
    });
    connect(running, &Diagnosis::traced, this, &DiagnosisController::take);
    connect(running, &Operation::finished, this, &DiagnosisController::diagnosed);
    running->start();
}

void DiagnosisController::take(const TraceEntry &entry)
{
    m_frames.append(entry);
    if (m_frames.size() > reportedFrames)
        m_frames.removeFirst();
    Q_EMIT traced(entry);
}

void DiagnosisController::diagnosed()
{
    const Error error = m_diagnosis->error();
    m_run.evidence = m_diagnosis->evidence();
    if (!error && m_run.evidence.provesPlant())
        readValues();
    else
        end(error);
}

/// For the reports. One that fails is left out of them: the diagnosis has said what there is to say.
void DiagnosisController::readValues()
{
    m_run.part = DiagnosisRun::Part::Values;
    PollRequest request;
    request.host = m_run.evidence.address.toString();
    request.allowPublic = m_request.target.allowPublic;
    request.port = m_run.evidence.modbusPort;
    request.count = 1;
    request.timeouts = m_request.target.timeouts;
    request.redactor = m_diagnosis->redactor();
    m_polling = std::make_unique<PlantPolling>(request);
    connect(m_polling.get(), &PlantPolling::traced, this, &DiagnosisController::take);
    connect(m_polling.get(), &PlantPolling::polled, this, [this](const PlantPoll &poll) {
        if (!poll.error)
            m_values = ReportedValues{poll.at, poll.values};
    });
    connect(m_polling.get(), &Operation::finished, this, [this] {
        const bool isStopped = m_polling->error().code == ErrorCode::Cancelled;
        end(isStopped ? m_polling->error() : Error());
    });
    m_polling->start();
    Q_EMIT changed();
}

void DiagnosisController::stop()
{
    if (m_fetching)
        m_fetching->cancel();
    if (m_polling)
        m_polling->cancel();
    else if (m_diagnosis)
        m_diagnosis->cancel();
}

void DiagnosisController::end(const Error &error)
{
    const std::unique_ptr<PlantPolling> polling = std::move(m_polling);
    const std::unique_ptr<Diagnosis> diagnosis = std::move(m_diagnosis);
    const std::optional<Error> &signIn = m_run.evidence.signIn;
    if (signIn && signIn->code == ErrorCode::SignInRefused && !m_gateway.isSignedIn())
        m_gateway.account().noteRefused(m_run.evidence.username);
    m_request.target.credentials.password = {};
    // First, so that the button that ran it is not taken away in between, and the focus with it.
    m_isTelling = true;
    if (diagnosis && !m_gateway.isBusy())
        m_gateway.jobs().takeDiagnosis(*diagnosis);
    m_isTelling = false;
    m_run.part = DiagnosisRun::Part::Ended;
    m_run.error = error;
    m_run.at = m_environment.now();
    m_run.took = std::chrono::milliseconds(m_clock.elapsed());
    Q_EMIT runningChanged();
    Q_EMIT changed();
    Q_EMIT ended();
}

void DiagnosisController::reset()
{
    if (m_isTelling)
        return; // that another device is there is what was just found, and about that one
    const bool wasRunning = isRunning();
    m_fetching.reset();
    m_diagnosis.reset();
    m_polling.reset();
    m_request = DiagnosisRequest();
    m_run = {};
    m_values.reset();
    m_frames.clear();
    if (wasRunning)
        Q_EMIT runningChanged();
    Q_EMIT changed();
}

void DiagnosisController::addTo(Report &report) const
{
    if (m_run.part != DiagnosisRun::Part::Ended || !m_run.evidence.ended)
        return;
    report.diagnosis = ReportedDiagnosis{m_run.at, m_run.evidence};
    report.values = m_values;
    report.frames = m_frames;
    const QStringList macs = m_run.evidence.neighbour.value_or(NeighbourFinding()).macs;
    if (!macs.isEmpty())
        report.mac = macs.constFirst();
}

void DiagnosisController::setLocale(const QLocale &locale)
{
    m_locale = locale;
    Q_EMIT changed();
}

} // namespace Sigen
