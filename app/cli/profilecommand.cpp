#include "cli/profilecommand.h"

#include "capture/profilecheck.h"
#include "cli/clitext.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/passwordrequest.h"
#include "core/displaytext.h"
#include "core/safefile.h"

#include <QFile>
#include <QJsonArray>

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

ProfileCommand::ProfileCommand(ProfileTask task, PasswordSource password, Output &output, QObject *parent)
    : Command(parent)
    , m_task(std::move(task))
    , m_output(output)
    , m_password(
          std::make_unique<PasswordRequest>(std::move(password), m_task.hints.username, QString(), output))
{ }

ProfileCommand::~ProfileCommand() = default;

void ProfileCommand::start()
{
    connect(m_password.get(), &Operation::finished, this, &ProfileCommand::passwordFetched);
    m_password->start();
}

void ProfileCommand::cancel()
{
    m_password->cancel();
    if (m_files)
        m_files->cancel();
}

void ProfileCommand::passwordFetched()
{
    const Error error = m_password->error();
    if (error.code == ErrorCode::Usage) {
        m_output.complain(m_password->problem());
        m_ended = true;
        Q_EMIT finished(ExitCode::wrongUse);
    } else if (error) {
        fail(error);
    } else {
        m_task.hints.password = m_password->password();
        read();
    }
}

void ProfileCommand::read()
{
    QList<ReadAheadFile> files;
    if (m_task.action != ProfileTask::Action::Import)
        files.append({m_task.profile, maximumProfileSize, false});
    if (!m_task.capture.isEmpty())
        files.append({m_task.capture, maximumCaptureSize, false});
    m_files = std::make_unique<ReadAhead>(files);
    connect(m_files.get(), &Operation::finished, this, [this] {
        if (m_files->error())
            fail(m_files->error());
        else
            work();
    });
    m_files->start();
}

void ProfileCommand::work()
{
    if (m_task.action == ProfileTask::Action::Show)
        return show();
    std::optional<Capture> captured;
    if (!m_task.capture.isEmpty()) {
        captured = capture();
        if (!captured)
            return;
    }
    if (m_task.action == ProfileTask::Action::Import)
        import(*captured);
    else
        check(captured);
}

std::optional<QByteArray> ProfileCommand::content(const QString &path, qsizetype maximumSize)
{
    if (m_files->contents().contains(path))
        return m_files->contents().value(path);
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.read(maximumSize + 1);
    fail({ErrorCode::Io, path, file.errorString()});
    return std::nullopt;
}

void ProfileCommand::refuse(const QString &path, int line, const QString &reason)
{
    const QString where = u"line %1: %2"_s.arg(QString::number(line), reason);
    fail({ErrorCode::Usage, path, where},
         CliText::tr("%1 can't be used: %2").arg(displayText(path), displayText(where)));
}

std::optional<Capture> ProfileCommand::capture()
{
    const std::optional<QByteArray> bytes = content(m_task.capture, maximumCaptureSize);
    if (!bytes)
        return std::nullopt;
    auto read = readCapture(*bytes);
    if (const auto *error = std::get_if<ProfileError>(&read)) {
        refuse(m_task.capture, error->line, error->reason);
        return std::nullopt;
    }
    return std::get<Capture>(std::move(read));
}

std::optional<ProtocolProfile> ProfileCommand::profile()
{
    const std::optional<QByteArray> bytes = content(m_task.profile, maximumProfileSize);
    if (!bytes)
        return std::nullopt;
    const ProfileOrError parsed = parseProfile(*bytes);
    if (const auto *error = std::get_if<ProfileError>(&parsed)) {
        refuse(m_task.profile, error->line, error->reason);
        return std::nullopt;
    }
    return std::get<ProtocolProfile>(parsed);
}

void ProfileCommand::import(const Capture &capture)
{
    m_task.hints.file = m_task.capture;
    const Draft draft = makeDraft(capture, m_task.hints);
    for (const QString &note : draft.notes)
        m_output.say(displayText(note));
    if (!m_task.profile.isEmpty()) {
        if (const Error error = writeSafely(m_task.profile, draft.json)) {
            fail(error);
            return;
        }
        m_output.say(CliText::tr("Saved as %1.").arg(displayText(m_task.profile)));
    } else {
        m_output.line(shownJson(QString::fromUtf8(draft.json).trimmed()));
    }
    m_file = jsonText(m_task.profile);
    m_text = QString::fromUtf8(draft.json);
    m_notes = draft.notes;
    conclude("imported"_L1, draft.open);
}

void ProfileCommand::check(const std::optional<Capture> &capture)
{
    const std::optional<ProtocolProfile> checked = profile();
    if (!checked)
        return;
    QStringList open = checked->open;
    if (capture && open.isEmpty()) {
        const ProfileCheck result = checkProfile(*checked, *capture);
        open = result.contradictions;
        m_requests = result.requests;
        m_replies = result.replies;
        m_output.line(CliText::tr("Requests of the capture that the profile would send word for word: %1; "
                                  "replies that it knows: %2.")
                          .arg(result.requests)
                          .arg(result.replies));
    }
    m_file = m_task.profile;
    if (open.isEmpty())
        m_output.line(capture ? CliText::tr("The profile is complete and fits the capture.")
                              : CliText::tr("The profile is complete."));
    conclude("checked"_L1, open);
}

void ProfileCommand::show()
{
    const bool isBuiltIn = builtInProfileNames().contains(m_task.profile);
    const QString path = isBuiltIn ? u":/sigen/profiles/%1.json"_s.arg(m_task.profile) : m_task.profile;
    const std::optional<QByteArray> bytes = content(path, maximumProfileSize);
    if (!bytes)
        return;
    m_output.line(shownJson(QString::fromUtf8(*bytes).trimmed()));
    m_text = QString::fromUtf8(*bytes);
    conclude("read"_L1, {});
}

void ProfileCommand::fail(const Error &error, const QString &problem)
{
    if (std::exchange(m_ended, true))
        return;
    ResultReport report{u"profile"_s, {}};
    report.result.error = error;
    report.result.outcome = error.code == ErrorCode::Cancelled ? Outcome::Cancelled : Outcome::Failed;
    report.problem = problem;
    report.telling = Telling::Problem;
    report.more = fields();
    Q_EMIT finished(m_output.conclude(report));
}

void ProfileCommand::conclude(QLatin1StringView outcome, const QStringList &open)
{
    m_ended = true;
    ResultReport report{u"profile"_s, {}};
    report.result.outcome = Outcome::Read;
    report.outcome = outcome;
    report.telling = Telling::Problem; // a success has said all there is
    if (m_task.action != ProfileTask::Action::Show)
        m_open = open;
    report.more = fields();
    if (!open.isEmpty()) {
        for (const QString &each : open) {
            const QString sentence = CliText::tr("Open: %1").arg(displayText(each, 1000));
            if (m_task.action == ProfileTask::Action::Import) // standard output has the profile
                m_output.say(sentence);
            else
                m_output.line(sentence, Look::Doubtful);
        }
        report.outcome = "incomplete"_L1;
        report.result.outcome = Outcome::Failed;
        report.result.error = {ErrorCode::ProfileIncomplete, m_task.profile, open.join("; "_L1)};
        report.problem =
            CliText::tr("The profile leaves %n thing(s) open; nothing is sent with it until they "
                        "are settled in its file.",
                        nullptr, int(open.size()));
    }
    Q_EMIT finished(m_output.conclude(report));
}

JsonLine ProfileCommand::fields() const
{
    return JsonLine()
        .add("file"_L1, m_file)
        .add("profile"_L1, m_text)
        .add("open"_L1, m_open ? QJsonValue(QJsonArray::fromStringList(*m_open)) : QJsonValue())
        .add("notes"_L1, QJsonArray::fromStringList(m_notes))
        .add("requests"_L1, m_requests)
        .add("replies"_L1, m_replies);
}

static std::unique_ptr<Command> makeProfile(Options &options, const CommonOptions &, Output &output)
{
    const QStringList words = options.arguments();
    const QString action = words.value(0);
    ProfileTask task;
    if (action == "import"_L1 && words.size() == 2) {
        task.action = ProfileTask::Action::Import;
        task.capture = words.at(1);
        task.profile = options.text(u"output"_s).value_or(QString());
        if (options.has(u"output"_s) && task.profile.isEmpty())
            options.reject(CliText::tr("The option --output needs a value."));
        if (task.profile == "-"_L1) // standard output, where it goes anyway
            task.profile.clear();
        task.hints.username = options.text(u"username"_s).value_or(QString());
        task.hints.serial = options.text(u"serial"_s).value_or(QString());
        task.hints.webSocketPort = options.port(u"ws-port"_s).value_or(0);
        task.hints.path = options.text(u"ws-path"_s).value_or(QString());
    } else if (action == "check"_L1 && (words.size() == 2 || words.size() == 3)) {
        task.action = ProfileTask::Action::Check;
        task.profile = words.at(1);
        task.capture = words.value(2);
    } else if (action == "show"_L1 && words.size() == 2) {
        task.profile = words.at(1);
    } else {
        options.reject(CliText::tr("Give one of: profile import CAPTURE, profile check FILE.json [CAPTURE], "
                                   "profile show NAME."));
    }
    PasswordSource password = readPasswordSource(options, PasswordNeed::ToRequire);
    return std::make_unique<ProfileCommand>(std::move(task), std::move(password), output);
}

CommandDescription describeProfile()
{
    CommandDescription profile;
    profile.summary = CliText::tr("Make a profile out of a capture, check one, show one.");
    profile.explanation = CliText::tr(
        "A profile says how a gateway speaks. “import” makes one out of what a browser or --trace "
        "recorded: a HAR file, or lines of {\"direction\", \"text\"}. What can't be told is left "
        "open and named, and nothing is sent with such a profile. Passwords, tokens and serial "
        "numbers are found and replaced; with the password that was used, also where it was sent "
        "as a digest. “check” says what is missing and compares a profile with a capture. “show” "
        "prints a built-in one. Contacts nothing.");
    profile.arguments = u"import CAPTURE | check FILE.json [CAPTURE] | show NAME"_s;
    profile.groups = {
        {CliText::tr("Import:"),
         {
             {u"output"_s,
              CliText::tr("Save the profile in this file instead of printing it; “-” prints it."), u"FILE"_s},
             {u"username"_s, CliText::tr("The user name in the capture; by default found by its key."),
              u"U"_s},
             {u"serial"_s, CliText::tr("The serial number in the capture."), u"SN"_s},
             {u"ws-port"_s, CliText::tr("WebSocket port, for captures without an address (8080)."), u"N"_s},
             {u"ws-path"_s, CliText::tr("WebSocket path, for captures without an address (/ws)."), u"P"_s},
         }},
        passwordOptions(PasswordNeed::ToRequire),
        commonOptions(false),
    };
    profile.examples = {u"profile import gateway.har --output mine.json"_s,
                        u"profile check mine.json gateway.har"_s, u"profile show documented"_s};
    profile.network = false;
    profile.make = makeProfile;
    return profile;
}

} // namespace Sigen
