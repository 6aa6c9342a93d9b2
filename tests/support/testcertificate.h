// A throw-away key and self-signed certificate, made anew in each run by the openssl command.
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QSslConfiguration>

#include <optional>

namespace Sigen::Test {

struct TestCertificate
{
    QSslConfiguration server;
    QByteArray fingerprint; ///< SHA-256, 32 bytes
};

/// Valid for the host \a address. Empty where there is no TLS backend or no openssl command: skip the test
/// then.
std::optional<TestCertificate> makeTestCertificate(const QHostAddress &address);

} // namespace Sigen::Test
