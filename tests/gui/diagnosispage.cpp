#include "diagnosispage.h"

#include "pagechecks.h"
#include "pagetexts.h"

#include "ui/controllers/pagereport.h"
#include "ui/models/stepsentences.h"

#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QStandardPaths>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

void DiagnosisPage::open(bool enabled, const QStringList &faults, bool signsIn)
{
    m_gateway = startGateway(enabled, faults);
    QVERIFY(m_gateway);
    GatewayEnvironment environment = quickEnvironment();
    DiscoveryEnvironment around = discoveryAround(*m_gateway, {interfaceAround(m_gateway->address())});
    around.timeouts = environment.timeouts;
    around.timeouts.modbusReply = around.timeouts.identityReply = 300ms;
    m_world = std::make_unique<WindowWorld>(around, environment);
    m_world->window().resize(1120, 760);
    m_world->window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_world->window()));
    m_world->open(*m_gateway);
    if (signsIn)
        m_world->signIn(rightPassword());
    diagnosis().setOptions({false, false}); // its link test takes 20 seconds
    m_world->book().retranslate();
}

void DiagnosisPage::close()
{
    m_world.reset();
    m_gateway.reset();
}

void DiagnosisPage::run()
{
    show();
    m_world->click("runDiagnosis");
    QTRY_VERIFY_WITH_TIMEOUT(!diagnosis().isRunning(), patience);
    settle();
}

QStringList DiagnosisPage::shown(const QString &name)
{
    QStringList texts;
    const QList<QWidget *> widgets = visibleWidgets(&m_world->window());
    for (const QWidget *widget : widgets) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label != nullptr && label->objectName() == name)
            texts += label->text();
    }
    return texts;
}

QString DiagnosisPage::marks()
{
    QString all;
    for (const LayerRow &row : diagnosis().state().rows)
        all += stepMark(row.state);
    return all;
}

QString DiagnosisPage::fileName(const QString &name) const
{
    // Where somebody wants to look at what was saved.
    const QString kept = qEnvironmentVariable("SIGEN_KEEP_REPORTS");
    return (kept.isEmpty() ? m_world->folder() : kept) + u'/' + name;
}

QByteArray DiagnosisPage::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString DiagnosisPage::textOfPdf(const QString &path)
{
    const QString program = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (program.isEmpty())
        return {};
    QProcess process;
    process.start(program, {u"-layout"_s, path, u"-"_s});
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

QMap<QString, QString> DiagnosisPage::reports()
{
    const PageReport report(page());
    QMap<QString, QString> texts{{u"clipboard"_s, report.text()}};
    for (const QString &suffix : {u"txt"_s, u"json"_s, u"html"_s, u"pdf"_s}) {
        const QString path = fileName(u"report."_s + suffix);
        if (const QString problem = report.save(path); !problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        texts.insert(suffix, suffix == "pdf"_L1 ? textOfPdf(path) : QString::fromUtf8(contentOf(path)));
    }
    return texts;
}

QStringList DiagnosisPage::secrets() const
{
    QStringList all{rightPassword(), QString::fromLatin1(rightPassword().toUtf8().toHex()),
                    QString::fromLatin1(rightPassword().toUtf8().toBase64())};
    return all + m_gateway->issuedTokens();
}

void DiagnosisPage::nothingGotOut(const QMap<QString, QString> &texts)
{
    QStringList hidden = secrets();
    const QByteArray bytes = serial.toLatin1();
    hidden += {serial, mac, QString::fromLatin1(bytes.toHex()), QString::fromLatin1(bytes.toHex(' '))};
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        for (const QString &each : std::as_const(hidden))
            QVERIFY2(!text.value().contains(each, Qt::CaseInsensitive),
                     qPrintable(text.key() + u" holds "_s + each));
    }
}

} // namespace Sigen::Test
