#include "support/testcertificate.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

std::optional<TestCertificate> makeTestCertificate(const QHostAddress &address)
{
    const QTemporaryDir folder;
    if (!QSslSocket::supportsSsl() || !folder.isValid())
        return std::nullopt;
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                   u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s,
                   folder.filePath(u"key.pem"_s), u"-out"_s, folder.filePath(u"certificate.pem"_s),
                   u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=test only"_s, u"-addext"_s,
                   u"subjectAltName=IP:%1"_s.arg(address.toString())});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        return std::nullopt;
    QFile keyFile(folder.filePath(u"key.pem"_s));
    QFile certificateFile(folder.filePath(u"certificate.pem"_s));
    if (!keyFile.open(QIODevice::ReadOnly) || !certificateFile.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QSslCertificate certificate(&certificateFile);
    QSslConfiguration server = QSslConfiguration::defaultConfiguration();
    server.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    server.setLocalCertificate(certificate);
    server.setPeerVerifyMode(QSslSocket::VerifyNone);
    return TestCertificate{server, certificate.digest(QCryptographicHash::Sha256)};
}

} // namespace Sigen::Test
