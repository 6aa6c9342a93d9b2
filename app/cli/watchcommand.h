// watch: keeps a gateway's server on, or looks once for a timer of somebody else's.
#pragma once

#include "accounts/account.h"
#include "cli/commandline.h"
#include "cli/password.h"
#include "keeping/watch.h"
#include "keeping/watchrecorder.h"

#include <memory>
#include <vector>

namespace Sigen {

class PasswordRequest;
struct CommonOptions;

struct WatchOptions
{
    WatchRequest request; ///< lacks what the histories remember
    PasswordSource password;
    QStringList histories; ///< files; the first is the gateway's own
};

class WatchCommand final : public Command
{
    Q_OBJECT

public:
    WatchCommand(WatchOptions options, Output &output, QObject *parent = nullptr);
    ~WatchCommand() override;

    void start() override;
    void cancel() override;

private:
    bool openHistories();
    void passwordFetched();
    void watch();
    void report(const WatchEvent &event, const Messages &detail);
    void end();
    void conclude(JobResult result, std::optional<int> exitCode, const QString &problem);

    WatchOptions m_options;
    Output &m_output;
    std::vector<std::unique_ptr<WatchRecorder>> m_recorders;
    std::unique_ptr<SecretStore> m_store;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<PasswordRequest> m_password;
    std::unique_ptr<Watch> m_watch;
    Error m_historyError; ///< of the file that the user named
    QString m_lastDetail; ///< of what was reported last
    bool m_cancelled = false;
};

/// Those that the background service has, too.
QList<QCommandLineOption> watchOptions();
/// All but the password and what earlier runs know.
WatchRequest readWatch(Options &options, const CommonOptions &common);
/// A watch runs for months: the password in its file is nobody else's to read.
void checkPasswordFile(Options &options);

CommandDescription describeWatch();

} // namespace Sigen
