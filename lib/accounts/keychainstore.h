// The operating system's keychain: Secret Service or KWallet, macOS Keychain, Windows Credential Manager.
// The only user of QtKeychain.
#pragma once

#include "accounts/secretstore.h"

namespace Sigen {

class KeychainStore final : public SecretStore
{
public:
    /// The name under which all entries stand in the keychain.
    static QString serviceName();

    std::unique_ptr<ReadSecret> read(const QString &key, std::chrono::milliseconds deadline) override;
    std::unique_ptr<WriteSecret> write(const QString &key, const Secret &secret,
                                       std::chrono::milliseconds deadline) override;
    std::unique_ptr<DeleteSecret> remove(const QString &key, std::chrono::milliseconds deadline) override;
};

} // namespace Sigen
