// The jobs of one page, one engine operation at a time: reading and changing the setting, testing the port.
// What they see goes into the session, and to whoever listens as evidence for the registry.
#pragma once

#include "core/redaction.h"
#include "core/trace.h"
#include "network/route.h"
#include "registry/evidence.h"
#include "ui/controllers/gatewayenvironment.h"
#include "ui/controllers/pagesession.h"

#include <QObject>

#include <concepts>
#include <memory>

namespace Sigen {

class Diagnosis;
class OtherAddress;
class Reach;
class SettingChange;
class Verification;
struct ChangeRequest;
struct DiagnosisEvidence;

class PageJobs : public QObject
{
    Q_OBJECT

public:
    using Kind = PageJob::Kind;

    /// All three must outlive it.
    PageJobs(const Gateway &gateway, PageSession &session, const GatewayEnvironment &environment,
             QObject *parent = nullptr);
    ~PageJobs() override;

    // Each begins at once; nothing must be under way. The first two need session.way.
    void read(Kind kind); ///< SignIn or Read; readEnded() follows
    void change(Kind kind, quint16 port); ///< 0: the port stays as it is; ended() follows
    void repair(); ///< needs session.way; ended() follows
    /// For where its Modbus server answers, if not at its own address; what is found is tested. ended()
    /// follows.
    void searchElsewhere();
    void test(); ///< the WebSocket port, then the Modbus port; ended() follows
    /// The Modbus port alone, as a part of the job that is under way; ended() follows.
    void verify();
    /// Somebody else has tested \a port; as if it had been test(). ended() follows.
    void takeTest(const JobResult &result, const QList<Step> &steps, quint16 port);
    /// As takeTest(), with the setting that was read and what the sign-in came to. ended() follows.
    void takeDiagnosis(const Diagnosis &diagnosis);
    /// Whatever runs; its signal follows.
    void cancel();
    /// Knows every password that was used on this page: whoever has the address may have kept it.
    const Redactor &redactor() const { return m_redactor; }
    void addSecret(const Secret &secret) { m_redactor.add(secret); }
    void tellSetting(const JobResult &result); ///< as evidence, if it was read
    std::optional<Route> ownRoute() const; ///< to the gateway, where this computer is in its network

    /// Runs \a job and calls \a handler(job) when it has ended; \a handler may run the next.
    template <std::derived_from<Operation> Job, typename Handler>
    void run(std::unique_ptr<Job> job, Handler handler)
    {
        Q_ASSERT(!m_job);
        Job *const running = job.get();
        m_job = std::move(job);
        if constexpr (requires { &Job::traced; })
            connect(running, &Job::traced, this, &PageJobs::traced);
        if constexpr (requires { &Job::stepChanged; })
            connect(running, &Job::stepChanged, this, &PageJobs::take);
        connect(running, &Operation::finished, this, [this, running, handler = std::move(handler)] {
            const std::unique_ptr<Operation> done = std::move(m_job);
            const auto ended = handler; // this slot goes with the operation's connection
            ended(*running);
        });
        running->start();
    }

Q_SIGNALS:
    void changed(); ///< the session
    void readEnded(const Sigen::JobResult &result); ///< the next part is up to who began it
    void ended();
    /// Another gateway answers there by now: it has the password, and must get it no more.
    void otherGatewayAnswered();

    // Evidence, in the order in which it was seen
    void settingRead(const Sigen::SettingRead &read);
    void settingInDoubt(const Sigen::SettingDoubt &doubt);
    void portTested(const Sigen::ModbusAnswer &answer);
    void webSocketSeen(const Sigen::Sighting &sighting); ///< it does not accept any more
    void notAnswering(const Sigen::NoAnswer &silence); ///< neither port
    void
    identified(const Sigen::ModbusIdentity &identity); ///< who answered through Modbus, with the unit ids

    void lastChangeChanged();
    void traced(const Sigen::TraceEntry &entry);

private:
    void take(const Step &step);
    void runChange(const ChangeRequest &request);
    template <typename Change>
    void runWriting(std::unique_ptr<Change> change);
    GatewayTarget wayOfSession() const;
    void searched(const OtherAddress &search);
    void settingEnded(const JobResult &result);
    void changeEnded(const JobResult &result);
    void reached(Reach &reach);
    void noteReach(const Error &error, std::chrono::milliseconds elapsed);
    void takeSignIn(const DiagnosisEvidence &seen);
    void tested(const JobResult &result, quint16 port);
    void takeReach();
    void tellPort(const JobResult &result);
    void fail(const JobResult &result, quint16 port);

    const Gateway &m_gateway;
    PageSession &m_session;
    const GatewayEnvironment &m_environment;
    Redactor m_redactor;
    std::unique_ptr<Operation> m_job;
};

} // namespace Sigen
