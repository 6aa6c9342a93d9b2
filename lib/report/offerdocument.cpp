#include "report/offerdocument.h"

#include "core/displaytext.h"
#include "report/anonymity.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList serialsIn(const HostOffer &offer)
{
    QStringList serials = serialsInName(offer.host);
    for (const PortOffer &port : offer.ports) {
        for (const DeviceIdentity &device : port.modbus.value_or(ModbusIdentity()).devices)
            serials += device.serial;
    }
    return serials;
}

class OfferWriter
{
public:
    OfferWriter(const HostOffer &offer, const Redactor &redactor, Readership readership)
        : m_offer(offer)
        , m_redactor(redactor)
        , m_anonymity(serialsIn(offer), redactor)
        , m_isForOwner(readership == Readership::Owner)
    { }

    QJsonObject write() const
    {
        QJsonArray ports;
        for (const PortOffer &port : m_offer.ports)
            ports.append(portObject(port));
        return {{u"host"_s, text(m_offer.host)},
                {u"address"_s, text(m_offer.address)},
                {u"mac"_s, text(m_offer.mac)},
                {u"ports"_s, ports}};
    }

private:
    QJsonValue text(const QString &raw) const
    {
        const QString shown = m_isForOwner ? m_anonymity.wholeSentence(raw, maximumDisplayLength)
                                           : m_anonymity.sentence(raw, maximumDisplayLength);
        return shown.isEmpty() ? QJsonValue() : QJsonValue(shown);
    }

    /// Makers put serial numbers and MAC addresses into certificates, names of hosts and realms.
    QJsonValue name(const QString &raw) const
    {
        return text(m_isForOwner ? raw : shortened(raw, serialLookalike()));
    }

    /// The same for bytes, which others see as "**".
    QJsonValue dump(const QByteArray &bytes) const
    {
        constexpr qsizetype width = 3; // two digits and a blank
        QString shown = m_redactor.hexDump(QString::fromLatin1(bytes.toHex(' ')));
        for (const QRegularExpressionMatch &match :
             serialLookalike().globalMatch(QString::fromLatin1(bytes))) {
            for (qsizetype at = match.capturedStart(); !m_isForOwner && at < match.capturedEnd(); ++at)
                shown.replace(at * width, 2, "**"_L1);
        }
        return text(shown);
    }

    QJsonValue certificate(const std::optional<CertificateFace> &face) const
    {
        if (!face)
            return {};
        return QJsonObject{{u"subject"_s, name(face->subject)},
                           {u"issuer"_s, name(face->issuer)},
                           {u"sha256"_s, text(face->fingerprint)},
                           {u"expires"_s, text(face->expires.toString(Qt::ISODate))}};
    }

    QJsonObject faceObject(const WebFace &face) const
    {
        return {{u"status"_s, face.status > 0 ? QJsonValue(face.status) : QJsonValue()},
                {u"server"_s, name(face.server)},
                {u"contentType"_s, text(face.contentType)},
                {u"location"_s, name(face.location)},
                {u"authenticate"_s, name(face.authenticate)},
                {u"beginning"_s, dump(face.beginning)},
                {u"protocol"_s, text(face.tlsProtocol)},
                {u"certificate"_s, certificate(face.certificate)},
                {u"detail"_s, text(face.detail)}};
    }

    QJsonValue face(const std::optional<WebFace> &face) const
    {
        return face ? QJsonValue(faceObject(*face)) : QJsonValue();
    }

    QJsonValue modbus(const std::optional<ModbusIdentity> &identity) const
    {
        if (!identity)
            return {};
        QJsonArray units;
        for (const int unit : identity->unitIds())
            units.append(unit);
        return QJsonObject{{u"verdict"_s, QString(modbusVerdictName(identity->verdict))},
                           {u"model"_s, text(identity->model())},
                           {u"serial"_s, text(identity->serial())},
                           {u"firmware"_s, text(identity->firmware())},
                           {u"unitIds"_s, units},
                           {u"detail"_s, text(identity->detail)}};
    }

    QJsonObject portObject(const PortOffer &port) const
    {
        QJsonArray webSockets;
        for (const WebSocketOffer &offer : port.webSockets) {
            QJsonObject object = faceObject(offer.face);
            object.insert(u"path"_s, offer.path);
            object.insert(u"upgraded"_s, offer.face.isUpgraded);
            webSockets.append(object);
        }
        const bool answered =
            port.finding.state == PortState::Open || port.finding.state == PortState::Closed;
        return {{u"port"_s, port.port},
                {u"state"_s, QString(portStateName(port.finding.state))},
                {u"rttMs"_s, answered ? QJsonValue(port.latencyMs) : QJsonValue()},
                {u"http"_s, face(port.plain)},
                {u"tls"_s, face(port.tls)},
                {u"webSockets"_s, webSockets},
                {u"modbus"_s, modbus(port.modbus)}};
    }

    const HostOffer &m_offer;
    const Redactor &m_redactor;
    const Anonymity m_anonymity;
    const bool m_isForOwner;
};

} // namespace

QJsonObject offerObject(const HostOffer &offer, const Redactor &redactor, Readership readership)
{
    return OfferWriter(offer, redactor, readership).write();
}

QByteArray offerFile(const HostOffer &offer, const Redactor &redactor, const QString &programVersion)
{
    QJsonObject file = offerObject(offer, redactor, Readership::Others);
    file.insert(u"program"_s, QString(u"Sigen Modbus "_s + programVersion));
    file.insert(u"at"_s, offer.at.toUTC().toString(Qt::ISODate));
    return QJsonDocument(file).toJson();
}

} // namespace Sigen
