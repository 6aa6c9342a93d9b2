#include "cli/profileconsent.h"

#include "cli/clitext.h"
#include "cli/confirmation.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "core/displaytext.h"
#include "protocol/ownprofile.h"
#include "settings/acceptedprofiles.h"
#include "settings/settingsfile.h"
#include "workflow/gatewaytarget.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

QString shown(const NamedRequest &request)
{
    return u"%1  %2"_s.arg(request.name, displayText(request.text, request.text.size()));
}

QString enabledSentence(const ProtocolProfile &profile)
{
    return CliText::tr("In place of {enabled} it sends %1 for on and %2 for off.")
        .arg(displayText(enabledText(profile, true)), displayText(enabledText(profile, false)));
}

/// The whole of it goes where the question is: standard output may be a file.
QString question(const ProfileConsent &consent)
{
    QString text = CliText::tr("The profile “%1” is not built in. These are its requests:")
                       .arg(displayText(consent.profile.name))
        + u'\n';
    const QList<NamedRequest> requests = requestsOf(consent.profile);
    for (const NamedRequest &request : requests)
        text += u"  "_s + shown(request) + u'\n';
    text += enabledSentence(consent.profile) + u'\n';
    return text + CliText::tr("Change the setting of %1 with these requests?").arg(consent.host);
}

class ConsentCommand final : public Command
{
public:
    ConsentCommand(ProfileConsent consent, QString name, std::unique_ptr<Command> command, Output &output)
        : m_consent(std::move(consent))
        , m_name(std::move(name))
        , m_command(std::move(command))
        , m_output(output)
    {
        connect(m_command.get(), &Command::finished, this, &Command::finished);
    }

    void start() override
    {
        switch (m_consent.need) {
        case ProfileConsent::Need::Show:
            show();
            return proceed();
        case ProfileConsent::Need::Remember:
            remember();
            [[fallthrough]];
        case ProfileConsent::Need::None:
            return proceed();
        case ProfileConsent::Need::Ask:
            m_question = std::make_unique<Confirmation>(question(m_consent), m_output);
            connect(m_question.get(), &Operation::finished, this, &ConsentCommand::answered);
            m_question->start();
        }
    }

    void cancel() override
    {
        m_cancelled = true;
        if (m_proceeded)
            m_command->cancel();
        else
            m_question->cancel();
    }

private:
    void proceed()
    {
        m_proceeded = true;
        m_command->start();
    }

    void show()
    {
        const QList<NamedRequest> requests = requestsOf(m_consent.profile);
        for (const NamedRequest &request : requests) {
            m_output.line(shown(request));
            m_output.object(JsonLine("request"_L1).add("name"_L1, request.name).add("text"_L1, request.text));
        }
        m_output.line(enabledSentence(m_consent.profile));
    }

    void remember()
    {
        SettingsFile file(SettingsFile::defaultPath());
        AcceptedProfiles(file).add(m_consent.profile, m_consent.host, m_consent.webSocketPort);
        if (!file.sync())
            m_output.say(file.notice());
    }

    void answered()
    {
        if (!m_cancelled && !m_question->error()) {
            remember();
            return proceed();
        }
        JobResult result;
        result.host = m_consent.host;
        result.outcome = Outcome::Cancelled;
        result.error = {ErrorCode::Cancelled, m_consent.host, {}};
        Q_EMIT finished(m_output.conclude({m_name, result}));
    }

    ProfileConsent m_consent;
    QString m_name;
    std::unique_ptr<Command> m_command;
    Output &m_output;
    std::unique_ptr<Confirmation> m_question;
    bool m_proceeded = false;
    bool m_cancelled = false;
};

bool isAccepted(const GatewayTarget &target)
{
    SettingsFile file(SettingsFile::defaultPath());
    return AcceptedProfiles(file).contains(target.profile, target.host, target.webSocketPort);
}

} // namespace

ProfileConsent readConsent(Options &options, const GatewayTarget &target, ProfileUse use)
{
    ProfileConsent consent{ProfileConsent::Need::None, target.profile, target.host, target.webSocketPort};
    if (isBuiltIn(target.profile) || !target.profile.open.isEmpty() || options.isInterrupted())
        return consent;
    if (use == ProfileUse::DryRun)
        consent.need = ProfileConsent::Need::Show;
    else if (options.has(u"accept-profile"_s))
        consent.need = ProfileConsent::Need::Remember;
    else if (isAccepted(target))
        return consent;
    else if (isTerminal(StandardStream::Input))
        consent.need = ProfileConsent::Need::Ask;
    else
        options.reject(
            CliText::tr("The profile “%1” is not built in. Look at its requests with --dry-run, then give "
                        "--accept-profile.")
                .arg(displayText(target.profile.name)));
    return consent;
}

std::unique_ptr<Command> onceConsented(ProfileConsent consent, const QString &name,
                                       std::unique_ptr<Command> command, Output &output)
{
    if (consent.need == ProfileConsent::Need::None)
        return command;
    return std::make_unique<ConsentCommand>(std::move(consent), name, std::move(command), output);
}

} // namespace Sigen
