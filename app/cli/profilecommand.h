// profile: makes a profile out of a capture, checks one, shows one. Contacts nothing.
#pragma once

#include "capture/draft.h"
#include "cli/commandline.h"
#include "cli/jsonline.h"
#include "cli/password.h"
#include "cli/readahead.h"

#include <memory>

namespace Sigen {

class PasswordRequest;

struct ProfileTask
{
    enum class Action { Import, Check, Show };
    Action action = Action::Show;
    QString profile; ///< a file, for Show a built-in name as well; to be made by Import, empty: printed only
    QString capture; ///< may be empty for Check
    ImportHints hints; ///< but for the password
};

class ProfileCommand final : public Command
{
    Q_OBJECT

public:
    ProfileCommand(ProfileTask task, PasswordSource password, Output &output, QObject *parent = nullptr);
    ~ProfileCommand() override;

    void start() override;
    void cancel() override;

private:
    void passwordFetched();
    void read();
    void work();
    void import(const Capture &capture);
    void check(const std::optional<Capture> &capture);
    void show();
    /// Empty after a failure, which has been reported.
    std::optional<QByteArray> content(const QString &path, qsizetype maximumSize);
    std::optional<Capture> capture();
    std::optional<ProtocolProfile> profile();
    void refuse(const QString &path, int line, const QString &reason);
    void fail(const Error &error, const QString &problem = {});
    void conclude(QLatin1StringView outcome, const QStringList &open);
    JsonLine fields() const;

    ProfileTask m_task;
    Output &m_output;
    std::unique_ptr<PasswordRequest> m_password;
    std::unique_ptr<ReadAhead> m_files;
    // For the result; null or empty: it has none.
    QJsonValue m_file, m_text, m_requests, m_replies;
    std::optional<QStringList> m_open;
    QStringList m_notes;
    bool m_ended = false;
};

CommandDescription describeProfile();

} // namespace Sigen
