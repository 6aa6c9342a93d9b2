#include "secrets/secretstore.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

SecretStore::~SecretStore() = default;

void SecretOperation::failAs(SecretProblem problem, const QString &detail)
{
    m_problem = problem;
    const QString reason = problem == SecretProblem::NoService ? u"no keychain service answers (%1)"_s
        : problem == SecretProblem::Denied                     ? u"the keychain refuses access (%1)"_s
                                                               : u"the keychain failed (%1)"_s;
    fail({ErrorCode::Io, u"keychain"_s, reason.arg(detail)});
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
