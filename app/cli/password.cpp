#include "cli/password.h"

#include "cli/clitext.h"
#include "cli/commandline.h"
#include "cli/passwordline.h"
#include "cli/terminal.h"
#include "core/displaytext.h"

#include <QFile>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr const char *passwordVariable = "SIGEN_MODBUS_PASSWORD";

OptionGroup passwordOptions(PasswordNeed need)
{
    OptionGroup group{
        CliText::tr("Password (or environment variable SIGEN_MODBUS_PASSWORD):"),
        {
            {u"password-file"_s, CliText::tr("Read it from the first line of FILE."), u"FILE"_s},
            {u"password-stdin"_s, CliText::tr("Read it from the first line of standard input.")},
        }};
    if (need != PasswordNeed::ToRequire)
        group.options += {u"keychain"_s, CliText::tr("Take it from this computer's keychain.")};
    return group;
}

static Secret readPasswordFile(Options &options, const QString &path)
{
    if (options.isInterrupted())
        return {};
    QString problem;
    std::optional<QByteArray> content = options.readAhead(path);
    if (!content) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            content = file.read(maximumPasswordSize + 1);
        if (file.error() != QFileDevice::NoError) {
            problem = file.errorString();
            content.reset();
        }
    }
    if (const auto password = content ? passwordFromInput(*content, &problem) : std::nullopt)
        return *password;
    options.reject(CliText::tr("The password file “%1” can't be used: %2").arg(displayText(path), problem));
    return {};
}

PasswordSource readPasswordSource(Options &options, PasswordNeed need)
{
    const bool mayUseKeychain = need != PasswordNeed::ToRequire;
    const std::optional<QString> path = options.text(u"password-file"_s);
    const bool fromInput = options.has(u"password-stdin"_s);
    const bool fromKeychain = mayUseKeychain && options.has(u"keychain"_s);
    const bool fromEnvironment = qEnvironmentVariableIsSet(passwordVariable);

    if (path.has_value() + fromInput + fromKeychain + fromEnvironment > 1) {
        options.reject(
            fromEnvironment
                ? CliText::tr("The password comes from two places: the environment variable "
                              "SIGEN_MODBUS_PASSWORD is set, and an option names another.")
                : CliText::tr("The password comes from two places; give only one of --password-file, "
                              "--password-stdin and --keychain."));
        return {};
    }
    if (path)
        return {PasswordSource::Kind::Known, readPasswordFile(options, *path)};
    if (fromEnvironment) {
        QString problem;
        const auto password = passwordFromInput(qgetenv(passwordVariable), &problem);
        qunsetenv(passwordVariable); // what this process starts need not know it
        if (!password)
            options.reject(
                CliText::tr("The environment variable SIGEN_MODBUS_PASSWORD can't be used: %1").arg(problem));
        return {PasswordSource::Kind::Known, password.value_or(Secret())};
    }
    if (fromInput)
        return {PasswordSource::Kind::StandardInput, {}};
    if (fromKeychain)
        return {PasswordSource::Kind::Keychain, {}};
    if (need != PasswordNeed::ToSignIn)
        return {};
    if (isTerminal(StandardStream::Input))
        return {PasswordSource::Kind::Prompt, {}};
    options.reject(
        CliText::tr("The password is missing: give it with --password-file, --password-stdin, --keychain "
                    "or the environment variable SIGEN_MODBUS_PASSWORD."));
    return {};
}

void forgetEnvironmentPassword()
{
    qunsetenv(passwordVariable);
}

Redactor environmentRedactor()
{
    Redactor redactor;
    QString ignored;
    if (const auto password = passwordFromInput(qgetenv(passwordVariable), &ignored))
        redactor.add(*password);
    return redactor;
}

} // namespace Sigen
