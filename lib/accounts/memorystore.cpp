#include "accounts/memorystore.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

class MemoryStore::Reading final : public ReadSecret
{
public:
    Reading(std::shared_ptr<Contents> contents, QString key, std::chrono::milliseconds deadline)
        : ReadSecret(deadline)
        , m_contents(std::move(contents))
        , m_key(std::move(key))
    { }

protected:
    void run() override
    {
        if (m_contents->problem != SecretProblem::None)
            return failAs(m_contents->problem, u"set by the program"_s);
        const auto found = m_contents->secrets.constFind(m_key);
        succeedWith(found == m_contents->secrets.cend() ? std::nullopt : std::optional(*found));
    }

private:
    std::shared_ptr<Contents> m_contents;
    QString m_key;
};

/// Writes a secret, or removes the entry when there is none to write.
class MemoryStore::Changing final : public SecretOperation
{
public:
    Changing(std::shared_ptr<Contents> contents, QString key, std::optional<Secret> secret,
             std::chrono::milliseconds deadline)
        : SecretOperation(deadline)
        , m_contents(std::move(contents))
        , m_key(std::move(key))
        , m_secret(std::move(secret))
    { }

protected:
    void run() override
    {
        if (m_contents->problem != SecretProblem::None)
            return failAs(m_contents->problem, u"set by the program"_s);
        if (m_secret)
            m_contents->secrets.insert(m_key, *m_secret);
        else
            m_contents->secrets.remove(m_key);
        succeed();
    }

private:
    std::shared_ptr<Contents> m_contents;
    QString m_key;
    std::optional<Secret> m_secret;
};

void MemoryStore::setProblem(SecretProblem problem)
{
    m_contents->problem = problem;
}

std::unique_ptr<ReadSecret> MemoryStore::read(const QString &key, std::chrono::milliseconds deadline)
{
    return std::make_unique<Reading>(m_contents, key, deadline);
}

std::unique_ptr<WriteSecret> MemoryStore::write(const QString &key, const Secret &secret,
                                                std::chrono::milliseconds deadline)
{
    return std::make_unique<Changing>(m_contents, key, secret, deadline);
}

std::unique_ptr<DeleteSecret> MemoryStore::remove(const QString &key, std::chrono::milliseconds deadline)
{
    return std::make_unique<Changing>(m_contents, key, std::nullopt, deadline);
}

} // namespace Sigen
