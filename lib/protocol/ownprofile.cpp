#include "protocol/ownprofile.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QList<NamedRequest> requestsOf(const ProtocolProfile &profile)
{
    QList<NamedRequest> requests;
    const auto add = [&requests](const QString &name, const RequestTemplate &request) {
        if (!request.isEmpty())
            requests.append({name, QString::fromUtf8(request.json())});
    };
    for (qsizetype step = 0; step < profile.signIn.size(); ++step)
        add(u"sign-in %1"_s.arg(step + 1), profile.signIn.at(step).send);
    add(u"read"_s, profile.read.send);
    add(u"write"_s, profile.write.send);
    add(u"keep-alive"_s, profile.keepAlive);
    add(u"sign-out"_s, profile.signOut);
    return requests;
}

static QByteArray jsonOf(const QJsonArray &values)
{
    return QJsonDocument(values).toJson(QJsonDocument::Compact);
}

QString enabledText(const ProtocolProfile &profile, bool on)
{
    const QByteArray list = jsonOf({on ? profile.on : profile.off});
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

namespace {

/// Each part with its length, so that no two profiles can be the same bytes. The names of all members are
/// listed: a new one does not compile until it is among them.
class Fingerprint
{
public:
    void add(const ProtocolProfile &profile)
    {
        const auto &[name, title, source, open, endpoints, signIn, read, write, signOut, keepAlive, seconds,
                     enabledAt, portAt, textAt, on, off, meanings, modbusPort] = profile;
        add(QStringList{name, title, source} + open);
        for (const auto &[tls, port, paths] : endpoints) {
            addNumber(tls);
            addNumber(port);
            add(paths);
        }
        addNumber(signIn.size());
        for (const Exchange &step : signIn)
            add(step);
        add(read);
        add(write);
        addPart(signOut.json());
        addPart(keepAlive.json());
        addNumber(seconds);
        add(QStringList{enabledAt.text(), portAt.text(), textAt.text()});
        addPart(jsonOf({on, off}));
        const auto &[unasked, taken, success, expired, busy, noRights] = meanings;
        for (const Conditions &each : {unasked, taken, success, expired, busy, noRights})
            add(each);
        addNumber(modbusPort);
    }

    QString text() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    void add(const Exchange &exchange)
    {
        const auto &[send, is, carries, success, tokenAt, serialAt, roleAt] = exchange;
        addPart(send.json());
        add(is);
        add(success);
        add(QStringList{carries.text(), tokenAt.text(), serialAt.text(), roleAt.text()});
    }

    void add(const Conditions &conditions)
    {
        addNumber(conditions.size());
        for (const Condition &condition : conditions) {
            addNumber(condition.size());
            for (const auto &[at, values] : condition) {
                addPart(at.text().toUtf8());
                addPart(jsonOf(values));
            }
        }
    }

    void add(const QStringList &texts)
    {
        addNumber(texts.size());
        for (const QString &text : texts)
            addPart(text.toUtf8());
    }

    void addNumber(qint64 number) { addPart(QByteArray::number(number)); }

    void addPart(const QByteArray &part)
    {
        const QByteArray withLength = QByteArray::number(part.size()) + ':' + part;
        m_hash.addData(withLength);
    }

    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace

QString fingerprintOf(const ProtocolProfile &profile)
{
    Fingerprint fingerprint;
    fingerprint.add(profile);
    return fingerprint.text();
}

} // namespace Sigen
