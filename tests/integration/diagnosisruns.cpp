#include "diagnosisruns.h"

#include "support/loopback.h"

#include <QEventLoop>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

QStringList DiagnosisRun::codes() const
{
    QStringList codes;
    for (const Cause &cause : causes)
        codes += causeName(cause.code);
    return codes;
}

QString DiagnosisRun::line() const
{
    QStringList found;
    for (const Cause &cause : causes)
        found += u"%1 (%2%3)"_s.arg(causeName(cause.code), certaintyName(cause.certainty),
                                    cause.isWarning ? ", warning"_L1 : ""_L1);
    return u"%1  %2"_s.arg(name.leftJustified(44), found.isEmpty() ? u"–"_s : found.join(u", "_s));
}

DiagnosisRequest requestFor(const QHostAddress &address, quint16 webSocketPort,
                            std::optional<quint16> modbusPort)
{
    DiagnosisRequest request;
    request.target.host = address.toString();
    request.target.profile = builtInProfile(u"documented"_s);
    request.target.webSocketPort = webSocketPort;
    request.target.credentials = {u"admin"_s, Secret(diagnosisPassword), {}};
    Timeouts timeouts{1s, 1s, 1s, 600ms, 400ms, {}};
    timeouts.pacing.modbusPause = 100ms;
    timeouts.pacing.retry = 50ms;
    request.target.timeouts = timeouts;
    request.signIn = true;
    request.modbusPort = modbusPort;
    request.identity.units = {*UnitId::fromInt(1), *UnitId::fromInt(2)};
    request.reads = 0;
    return request;
}

std::shared_ptr<DiagnosisRun> simulatedRun(const QString &name, bool enabled, const QStringList &faults,
                                           const std::function<void(SimulatorOptions &)> &change)
{
    SimulatorOptions options;
    options.address = uniqueLoopbackAddress();
    options.initiallyEnabled = enabled;
    options.profile = builtInProfile(u"documented"_s);
    options.username = u"admin"_s;
    options.password = Secret(diagnosisPassword);
    options.faults = faults;
    if (change)
        change(options);
    auto simulator = std::make_shared<GatewaySimulator>(options);
    QString reason;
    if (!simulator->start(&reason))
        qFatal("%s", qPrintable(reason));
    auto run = std::make_shared<DiagnosisRun>();
    run->name = name;
    run->request = requestFor(options.address, simulator->webSocketPort(), simulator->modbusPort());
    run->server = simulator;
    return run;
}

void runAll(const QList<std::shared_ptr<DiagnosisRun>> &runs, int sideBySide)
{
    QEventLoop loop;
    qsizetype next = 0;
    qsizetype running = 0;
    std::function<void()> startMore = [&] {
        for (; running < sideBySide && next < runs.size(); ++next, ++running) {
            DiagnosisRun *const run = runs.at(next).get();
            run->diagnosis = std::make_unique<Diagnosis>(run->request);
            QObject::connect(run->diagnosis.get(), &Diagnosis::layerEnded, &loop,
                             [run](const Layer &layer) { run->layers += layer; });
            QObject::connect(run->diagnosis.get(), &Operation::finished, &loop, [&, run] {
                ++run->ends;
                run->error = run->diagnosis->error();
                run->evidence = run->diagnosis->evidence();
                run->causes = run->diagnosis->causes();
                run->server.reset();
                --running;
                startMore();
                if (running == 0)
                    loop.quit();
            });
            run->diagnosis->start();
        }
    };
    startMore();
    if (running > 0)
        loop.exec();
}

} // namespace Sigen::Test
