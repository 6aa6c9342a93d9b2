#include "cli/passwordrequest.h"

#include "cli/clitext.h"
#include "cli/output.h"
#include "cli/passwordline.h"
#include "cli/standardinput.h"
#include "cli/terminal.h"
#include "core/displaytext.h"
#include "secrets/keychainstore.h"

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
        m_echoOff = std::make_unique<EchoOff>();
        m_output.prompt(
            m_host.isEmpty()
                ? CliText::tr("Password: ")
                : CliText::tr("Password for %1 on %2: ").arg(displayText(m_username, 40), m_host));
    }
    m_input = std::make_unique<StandardInput>(maximumPasswordSize);
    connect(m_input.get(), &StandardInput::lineRead, this, &PasswordRequest::lineRead, Qt::QueuedConnection);
}

void PasswordRequest::lineRead(const QByteArray &line)
{
    if (hasEnded())
        return;
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
    runStep(m_store->read(secretKey(m_username, m_host), noDeadline),
            [this](ReadSecret &read) { lookedUp(read); });
}

void PasswordRequest::lookedUp(const ReadSecret &read)
{
    if (read.error()) {
        fail(read.error());
    } else if (!read.secret()) {
        reject(CliText::tr("The keychain holds no password for %1.")
                   .arg(displayText(secretKey(m_username, m_host))));
    } else if (read.secret()->isEmpty()) {
        reject(CliText::tr("The password that the keychain holds for %1 is empty.")
                   .arg(displayText(secretKey(m_username, m_host))));
    } else {
        m_source.known = *read.secret();
        succeed();
    }
}

void PasswordRequest::reject(const QString &problem)
{
    m_problem = problem;
    fail({ErrorCode::Usage, {}, {}});
}

} // namespace Sigen
