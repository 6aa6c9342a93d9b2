#include "cli/passwordrequest.h"

#include "accounts/keychainstore.h"
#include "cli/clitext.h"
#include "cli/output.h"
#include "cli/passwordline.h"
#include "cli/streaminput.h"
#include "cli/terminal.h"
#include "core/displaytext.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

PasswordRequest::PasswordRequest(PasswordSource source, QString username, QString host, Output &output,
                                 QObject *parent)
    : Operation(noDeadline, parent)
    , m_source(std::move(source))
    , m_username(std::move(username))
    , m_host(std::move(host))
    , m_output(output)
{ }

PasswordRequest::~PasswordRequest() = default;

void PasswordRequest::run()
{
    switch (m_source.kind) {
    case PasswordSource::Kind::None:
    case PasswordSource::Kind::Known:
        return succeed();
    case PasswordSource::Kind::StandardInput:
    case PasswordSource::Kind::Prompt:
        return ask();
    case PasswordSource::Kind::Keychain:
        return lookUp();
    }
}

void PasswordRequest::release()
{
    m_input.reset();
    if (std::exchange(m_echoOff, nullptr))
        m_output.endPrompt(); // the typed line's end was not shown either
}

void PasswordRequest::ask()
{
    if (isTerminal(StandardStream::Input)) {
        m_echoOff = std::make_unique<EchoOff>([this] { prompt(); });
        prompt();
    }
    m_input = std::make_unique<StreamInput>(maximumPasswordSize);
    connect(m_input.get(), &StreamInput::ended, this, &PasswordRequest::lineRead, Qt::QueuedConnection);
}

void PasswordRequest::prompt()
{
    m_output.prompt(m_host.isEmpty()
                        ? CliText::tr("Password: ")
                        : CliText::tr("Password for %1 on %2: ").arg(displayText(m_username, 40), m_host));
}

void PasswordRequest::lineRead(const QByteArray &line)
{
    if (hasEnded())
        return;
    if (m_echoOff && line.isEmpty() && !isTerminal(StandardStream::Input)) {
        fail({ErrorCode::Cancelled, {}, u"the terminal is gone"_s}); // the signal about it is on its way
        return;
    }
    if (m_echoOff && (line.isEmpty() || line == "\n" || line == "\r\n"))
        return reject(CliText::tr("No password was typed, so nothing was done."));
    if (m_echoOff && line.size() > longestTerminalLine)
        return reject(
            CliText::tr("The password is too long to be typed here: the terminal may have cut it. Give "
                        "it with --password-file."));
    QString problem;
    if (const auto password = passwordFromInput(line, &problem)) {
        m_source.known = *password;
        succeed();
    } else {
        reject(CliText::tr("The password on standard input can't be used: %1").arg(problem));
    }
}

void PasswordRequest::lookUp()
{
    m_store = std::make_unique<KeychainStore>();
    m_account = std::make_unique<Account>(m_store.get(), m_host);
    auto *const fetching = runStep(m_account->fetch(m_username), [this](const FetchPassword &fetched) {
        m_source.known = fetched.password();
        if (!fetched.error())
            succeed();
        else if (fetched.error().code == ErrorCode::Usage)
            reject(fetched.error().detail);
        else
            fail(fetched.error());
    });
    connect(fetching, &FetchPassword::waiting, this, [this] {
        m_output.say(CliText::tr("Waiting for the keychain, which may be asking to be unlocked."));
    });
}

void PasswordRequest::reject(const QString &problem)
{
    m_problem = problem;
    fail({ErrorCode::Usage, {}, {}});
}

} // namespace Sigen
