// Secrets that live as long as this object: for tests, and for a session whose user keeps nothing.
#pragma once

#include "accounts/secretstore.h"

#include <QHash>

namespace Sigen {

class MemoryStore final : public SecretStore
{
public:
    /// Until further notice every operation that is made fails with \a problem.
    void setProblem(SecretProblem problem);

    std::unique_ptr<ReadSecret> read(const QString &key, std::chrono::milliseconds deadline) override;
    std::unique_ptr<WriteSecret> write(const QString &key, const Secret &secret,
                                       std::chrono::milliseconds deadline) override;
    std::unique_ptr<DeleteSecret> remove(const QString &key, std::chrono::milliseconds deadline) override;

private:
    /// Shared with the operations, which may outlive the store.
    struct Contents
    {
        QHash<QString, Secret> secrets;
        SecretProblem problem = SecretProblem::None;
    };
    class Reading;
    class Changing;

    std::shared_ptr<Contents> m_contents = std::make_shared<Contents>();
};

} // namespace Sigen
