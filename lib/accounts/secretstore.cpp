#include "accounts/secretstore.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

SecretStore::~SecretStore() = default;

static QString reasonOf(SecretProblem problem)
{
    switch (problem) {
    case SecretProblem::NoService:
        return u"no keychain service answers"_s;
    case SecretProblem::Locked:
        return u"the keychain stayed locked"_s;
    case SecretProblem::Denied:
        return u"the keychain refuses access"_s;
    case SecretProblem::NoAnswer:
        return u"the keychain does not answer; it may be waiting to be unlocked"_s;
    case SecretProblem::None:
    case SecretProblem::Other:
        break;
    }
    return u"the keychain failed"_s;
}

void SecretOperation::failAs(SecretProblem problem, const QString &detail)
{
    m_problem = problem;
    const QString reason = reasonOf(problem);
    fail({ErrorCode::Io, u"keychain"_s, detail.isEmpty() ? reason : u"%1 (%2)"_s.arg(reason, detail)});
}

void SecretOperation::expectToWait()
{
    QTimer::singleShot(std::chrono::seconds(1), this, [this] {
        if (!hasEnded())
            Q_EMIT waiting();
    });
}

void SecretOperation::deadlinePassed()
{
    failAs(SecretProblem::NoAnswer, {});
}

void ReadSecret::succeedWith(std::optional<Secret> secret)
{
    m_secret = std::move(secret);
    succeed();
}

QString secretKey(const QString &username, const QString &host)
{
    return username + u'@' + host;
}

} // namespace Sigen
