#include "desktop/startoptions.h"

#include "core/displaytext.h"
#include "network/addresspolicy.h"
#include "network/typedendpoint.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class StartText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::StartText)
};

} // namespace

std::variant<StartOptions, StartProblem> readStartOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption demo(u"demo"_s);
    const QCommandLineOption host(u"host"_s, {}, u"H"_s);
    const QCommandLineOption theme(u"theme"_s, {}, u"system|light|dark"_s);
    const QCommandLineOption language(u"lang"_s, {}, u"L"_s);
    const QCommandLineOption settings(u"settings"_s, {}, u"FILE"_s);
    const QCommandLineOption noScan(u"no-scan"_s);
    parser.addOptions({demo, host, theme, language, settings, noScan});
    if (!parser.parse(QStringList{u"sigen-modbus"_s} + arguments))
        return StartProblem{parser.errorText()};
    if (!parser.positionalArguments().isEmpty())
        return StartProblem{StartText::tr("“%1” is not an option.")
                                .arg(displayText(parser.positionalArguments().constFirst()))};

    StartOptions options;
    options.demo = parser.isSet(demo);
    options.scan = !parser.isSet(noScan);
    if (parser.isSet(host)) {
        const std::optional<QString> normalized = normalizedHost(parser.value(host));
        if (!normalized) {
            const QString shown = displayText(withoutUserInfo(parser.value(host)));
            const std::optional<TypedEndpoint> endpoint = typedEndpoint(parser.value(host));
            return StartProblem{endpoint
                                    ? StartText::tr("“%1” is not a host name or an address; use --host %2.")
                                          .arg(shown, endpoint->host)
                                    : StartText::tr("“%1” is not a host name or an address.").arg(shown)};
        }
        options.host = *normalized;
    }
    if (parser.isSet(theme)) {
        options.theme = themeFromName(parser.value(theme));
        if (!options.theme)
            return StartProblem{StartText::tr("The theme is system, light or dark, not “%1”.")
                                    .arg(displayText(parser.value(theme)))};
    }
    if (parser.isSet(language)) {
        const QString code = parser.value(language);
        if (QLocale(code).language() == QLocale::C)
            return StartProblem{
                StartText::tr("“%1” is not a language, for example de.").arg(displayText(code))};
        options.language = code;
    }
    if (parser.isSet(settings)) {
        if (parser.value(settings).isEmpty())
            return StartProblem{StartText::tr("The settings file needs a name.")};
        options.settingsFile = QFileInfo(parser.value(settings)).absoluteFilePath();
    }
    return options;
}

QString startHelp()
{
    const auto line = [](const QString &option, const QString &meaning) -> QString {
        constexpr qsizetype width = 28;
        return u"  "_s + option.leftJustified(width) + meaning + u'\n';
    };
    QString text = StartText::tr("Usage: %1 [options]").arg(u"sigen-modbus"_s) + u"\n\n"_s;
    text += line(u"--demo"_s, StartText::tr("start with the demo gateway"));
    text += line(u"--host H"_s, StartText::tr("show this gateway: a name or an address"));
    text += line(u"--theme system|light|dark"_s, StartText::tr("colours, for this run"));
    text += line(u"--lang L"_s, StartText::tr("language, for this run, for example de"));
    text += line(u"--settings FILE"_s, StartText::tr("use this settings file"));
    text += line(u"--no-scan"_s, StartText::tr("do not scan the network at the start"));
    text += line(u"--version"_s, StartText::tr("print the version"));
    text += line(u"--help"_s, StartText::tr("print this"));
    return text;
}

} // namespace Sigen
