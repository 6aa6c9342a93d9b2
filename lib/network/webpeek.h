// What a port says to one HTTP request, plain or over TLS. One connection, one request without credentials,
// the head of the answer; no redirect is followed, no certificate trusted.
#pragma once

#include "core/operation.h"

#include <QByteArray>
#include <QDateTime>
#include <QHostAddress>
#include <QString>

#include <memory>
#include <optional>

class QSslSocket;

namespace Sigen {

struct CertificateFace
{
    QString subject; ///< "CN=…, O=…"; untrusted text
    QString issuer;
    QString fingerprint; ///< SHA-256, 64 hexadecimal digits
    QDateTime expires; ///< UTC
    bool operator==(const CertificateFace &) const = default;
};

/// All texts are untrusted.
struct WebFace
{
    int status = 0; ///< of HTTP; 0: what came is something else, or nothing
    QString server; ///< the header of that name, as the next three
    QString contentType;
    QString location;
    QString authenticate; ///< "WWW-Authenticate"
    bool isUpgraded = false; ///< to a WebSocket, as was asked
    QByteArray beginning; ///< of an answer that is not HTTP, at most beginningSize bytes
    QString tlsProtocol; ///< "TLS 1.3"; empty: plain, or TLS did not come about
    std::optional<CertificateFace> certificate;
    QString detail; ///< technical: why there is no answer

    static constexpr qsizetype beginningSize = 32;
    bool hasAnswered() const { return status > 0 || !beginning.isEmpty(); }
    bool operator==(const WebFace &) const = default;
};

struct WebRequest
{
    QHostAddress address;
    quint16 port = 0;
    bool tls = false;
    QString path; ///< begins with "/"
    bool upgrade = false; ///< asks for a WebSocket, else for the page
    bool operator==(const WebRequest &) const = default;
};

/// The bytes of a request; \a key is that of a WebSocket handshake (RFC 6455). Pure.
QByteArray webRequestText(const WebRequest &request, const QByteArray &key);
/// What the head of an answer says. Pure.
WebFace readWebAnswer(const QByteArray &answer, const QByteArray &key);

class WebPeek : public Operation
{
    Q_OBJECT

public:
    /// Longest head of an answer that is looked at.
    static constexpr qsizetype longestHead = 8192;

    WebPeek(WebRequest request, std::chrono::milliseconds deadline, QObject *parent = nullptr);
    ~WebPeek() override;

    /// Valid after finished(); a success whatever came.
    const WebFace &face() const { return m_face; }

protected:
    void run() override;
    void release() override;
    void deadlinePassed() override;

private:
    void letGo();
    void sendRequest();
    void take();
    void conclude(const QString &detail);

    WebRequest m_request;
    QByteArray m_key;
    QByteArray m_answer;
    std::unique_ptr<QSslSocket> m_socket;
    WebFace m_face;
};

} // namespace Sigen
