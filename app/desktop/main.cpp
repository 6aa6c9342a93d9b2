// sigen-modbus: the window.

#include "core/logging.h"
#include "desktop/application.h"
#include "desktop/singleinstance.h"
#include "desktop/startoptions.h"
#include "gateway/tlsbackend.h"
#include "network/hostlookup.h"
#include "network/reverselookup.h"
#include "startup/startup.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static constexpr int wrongUse = 2;

static void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

/// Works without a display: whoever asks for the version may not have one.
static bool wants(int argc, char *argv[], const char *option)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], option) == 0)
            return true;
    }
    return false;
}

static int run(const StartOptions &options)
{
    SingleInstance instance(options.settingsFile);
    std::unique_ptr<Application> application;
    QObject::connect(&instance, &SingleInstance::isFirst, qApp, [&application, &options, &instance] {
        loadTls(); // before the window is there: the first gateway must not make it halt
        application = std::make_unique<Application>(options, QStringLiteral(SIGEN_HOMEPAGE));
        QObject::connect(&instance, &SingleInstance::secondStarted, application.get(),
                         &Application::startedAgain);
        application->show();
    });
    QObject::connect(&instance, &SingleInstance::isSecond, qApp, &QCoreApplication::quit);
    instance.claim(Application::messageFor(options));
    return QApplication::exec();
}

int main(int argc, char *argv[])
{
    prepareProcess();
    setUpLogging(LogDetail::Warnings);
    if (wants(argc, argv, "--version")) {
        print(stdout, u"sigen-modbus "_s + QStringLiteral(SIGEN_VERSION) + u'\n');
        return 0;
    }
    if (wants(argc, argv, "--help")) {
        print(stdout, startHelp());
        return 0;
    }
    const QApplication application(argc, argv);
    QApplication::setApplicationName(u"sigen-modbus"_s);
    QApplication::setApplicationDisplayName(u"Sigen Modbus"_s);
    QApplication::setApplicationVersion(QStringLiteral(SIGEN_VERSION));
    // A Flatpak's menu entry is renamed to its id.
    QApplication::setDesktopFileName(qEnvironmentVariable("FLATPAK_ID", u"sigen-modbus"_s));

    const std::variant<StartOptions, StartProblem> options =
        readStartOptions(QApplication::arguments().sliced(1));
    if (const auto *problem = std::get_if<StartProblem>(&options)) {
        print(stderr, u"sigen-modbus: "_s + problem->sentence + u'\n');
        return wrongUse;
    }
    const int exitCode = run(std::get<StartOptions>(options));
    // A resolver that still works would hold the process for seconds; the settings are on disk.
    if (HostLookup::hasPendingLookups() || ReverseLookup::hasPendingLookups()) {
        std::fflush(nullptr);
        std::_Exit(exitCode);
    }
    return exitCode;
}
