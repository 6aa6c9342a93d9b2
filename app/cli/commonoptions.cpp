#include "cli/commonoptions.h"

#include "cli/clitext.h"
#include "cli/commandline.h"
#include "core/displaytext.h"
#include "languages/languages.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static QString languageCodes()
{
    return (QStringList{u"en"_s} + Languages::available()).join(u", "_s);
}

OptionGroup commonOptions(bool network)
{
    OptionGroup group{
        CliText::tr("Common options:"),
        {
            {u"json"_s, CliText::tr("Print one JSON object per line on standard output, and nothing else.")},
            {u"quiet"_s, CliText::tr("Print only the result, without steps and progress.")},
            {u"verbose"_s, CliText::tr("Print technical details and every frame on standard error.")},
            {u"no-color"_s, CliText::tr("Never use colour (also with NO_COLOR set).")},
            {u"lang"_s, CliText::tr("Language of the sentences: %1 (default en).").arg(languageCodes()),
             u"CODE"_s},
        }};
    if (network) {
        group.options += {
            {u"timeout"_s,
             CliText::tr("Time-out of each network step, 1 to 600000 ms (connect and handshake 5000, a reply "
                         "10000, a Modbus reply 3000, a device's identity 1000)."),
             u"MS"_s},
            {u"verify-wait"_s,
             CliText::tr("How long to wait for the Modbus port to open or close and for its server to answer "
                         "correctly, 0 to 3600 s; 0 tries once (30 after a change, else 0)."),
             u"S"_s},
            {u"trace"_s,
             CliText::tr(
                 "Write every frame, without passwords and tokens, to FILE, one JSON object per line."),
             u"FILE"_s},
        };
    }
    group.options += {{u"h"_s, u"help"_s}, CliText::tr("Show this help.")};
    return group;
}

CommonOptions readCommonOptions(Options &options, bool network)
{
    using std::chrono::milliseconds;
    using std::chrono::seconds;
    CommonOptions common;
    common.json = options.has(u"json"_s);
    common.quiet = options.has(u"quiet"_s);
    common.verbose = options.has(u"verbose"_s);
    common.colour = !options.has(u"no-color"_s);
    if (common.quiet && common.verbose)
        options.reject(CliText::tr("The options --quiet and --verbose contradict each other."));
    if (const auto language = options.text(u"lang"_s);
        language && language != u"en"_s && !Languages::available().contains(*language))
        options.reject(CliText::tr("The language “%1” is not available; choose from %2.")
                           .arg(displayText(*language, 40), languageCodes()));
    if (!network)
        return common;
    if (const auto timeout = options.number(u"timeout"_s, 1, 600000))
        common.timeouts = Timeouts::all(milliseconds(*timeout));
    if (const auto wait = options.number(u"verify-wait"_s, 0, 3600))
        common.verifyWait = seconds(*wait);
    if (const auto trace = options.text(u"trace"_s)) {
        common.traceFile = *trace;
        if (trace->isEmpty())
            options.reject(CliText::tr("The option --trace needs a file name."));
    }
    return common;
}

} // namespace Sigen
