// Captures with random secrets, in random places and spellings: none of them is in what a draft says. A row
// is a seed; SIGEN_DRAFT_SEEDS=100000 goes through as many.

#include "capture/draft.h"
#include "property/secretfinder.h"
#include "support/harfile.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

QString digest(const QString &text, QCryptographicHash::Algorithm algorithm)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), algorithm).toHex());
}

class RandomCapture
{
public:
    explicit RandomCapture(quint32 seed)
        : m_random(seed)
    {
        password = text(6 + pick(20), uR"(abcXYZ019!"\/ <>%&'{}äßΩ語)"_s);
        token = text(12 + pick(40), u"abcdef0123456789ABCDEF-_."_s);
        serial = u"110A"_s + text(10, u"0123456789"_s);
        const bool isDocumented = pick(2) == 0;
        m_frames = isDocumented ? documentedFrames() : relativeFrames(u"on"_s, u"off"_s);
        hideOwn();
        for (int extra = pick(4); extra > 0; --extra)
            addSomewhere();
        address = u"ws://192.168.1.150:8080/ws"_s;
        if (pick(4) == 0)
            address += u'/' + anySecret();
        if (pick(4) == 0)
            address += u"?t="_s + anySecret();
        if (isDigest || pick(2) == 0) // nobody else could know it elsewhere
            hints.password = Secret(password);
        if (pick(2) == 0)
            hints.serial = serial;
        if (pick(2) == 0)
            hints.username = u"admin"_s;
        hints.file = pick(4) == 0 ? u"/home/me/gateway %1.har"_s.arg(serial) : u"gateway.har"_s;
    }

    QByteArray file()
    {
        if (pick(4) == 0)
            return frameLines(m_frames);
        return harFile({harExchange(u"POST"_s, u"https://cloud.example/%1/modbus"_s.arg(anySecret()),
                                    u"{\"modbus\":\"%1\"}"_s.arg(token), u"{}"_s),
                        harSocket(address, m_frames)});
    }

    QStringList secrets() const
    {
        return {password, token, serial, digest(password, QCryptographicHash::Md5),
                digest(password, QCryptographicHash::Sha256)};
    }

    QString password, token, serial, address;
    ImportHints hints;
    bool isDigest = false;

private:
    int pick(int count) { return int(m_random.bounded(count)); }

    QString text(int length, const QString &letters)
    {
        QString made;
        while (made.size() < length)
            made += letters.at(pick(int(letters.size())));
        // Something that no other text has by chance.
        return made + QString::number(m_random.generate(), 36);
    }

    QString anySecret()
    {
        const QString secret = QList{token, serial}.at(pick(2));
        return secret;
    }

    /// As a JSON text, sometimes with escapes where none are due.
    QString literal(const QString &value)
    {
        if (pick(3) == 0) {
            QString escaped;
            for (const QChar each : value)
                escaped += u"\\u%1"_s.arg(each.unicode(), 4, 16, QChar(u'0'));
            return u'"' + escaped + u'"';
        }
        const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(list.sliced(1, list.size() - 2));
    }

    QString spelled(const QString &secret)
    {
        const QByteArray bytes = secret.toUtf8();
        switch (pick(9)) {
        case 0:
            return u"prefix/"_s + secret + u"/suffix"_s;
        case 1:
            return QString::fromLatin1(bytes.toBase64());
        case 2:
            return u"Basic "_s + QString::fromLatin1(QByteArray("admin:" + bytes).toBase64());
        case 3:
            return QString::fromLatin1(bytes.toHex());
        case 4:
            return QString::fromLatin1(bytes.toHex().toUpper());
        case 5:
            return QString::fromLatin1(bytes.toPercentEncoding());
        case 6:
            return QString::fromUtf8(
                QJsonDocument(QJsonObject{{u"inner"_s, secret}}).toJson(QJsonDocument::Compact));
        case 7:
            return digest(password, pick(2) ? QCryptographicHash::Md5 : QCryptographicHash::Sha256);
        default:
            return secret;
        }
    }

    /// The sign-in sends the password in one of the forms that clients use.
    void hideOwn()
    {
        const QByteArray bytes = password.toUtf8();
        const int chosen = pick(5);
        isDigest = chosen == 1 || chosen == 2;
        const QString form =
            QStringList{password, digest(password, QCryptographicHash::Md5),
                        digest(password, QCryptographicHash::Sha256), QString::fromLatin1(bytes.toBase64()),
                        QString::fromLatin1(bytes.toHex())}
                .at(chosen);
        for (HarFrame &frame : m_frames) {
            frame.text.replace(u"\"hunter2secret\""_s, literal(form));
            frame.text.replace(u"\"110A1234567890\""_s, literal(serial));
            for (const QString &each : {u"\"9f3c2ab1-77aa-4f0e\""_s, u"\"token-2-secret-0451\""_s})
                frame.text.replace(each, literal(token));
        }
    }

    void addSomewhere()
    {
        const QString secret = QList{password, token, serial}.at(pick(3));
        const QString value = literal(spelled(secret));
        const bool isKey = secret != password && pick(6) == 0;
        const QString member = isKey ? literal(secret) + u":1,"_s
            : pick(2)                ? u"\"ref\":%1,"_s.arg(value)
                                     : u"\"list\":[{\"deep\":[1,%1]}],"_s.arg(value);
        // In all requests, or in one frame.
        const int at = pick(int(m_frames.size()) * 2);
        for (int i = 0; i < m_frames.size(); ++i) {
            if (i == at || (at >= m_frames.size() && m_frames.at(i).isSent))
                m_frames[i].text.insert(1, member);
        }
    }

    QRandomGenerator m_random;
    QList<HarFrame> m_frames;
};

} // namespace

class DraftSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneIsInWhatADraftSays()
    {
        const int wished = qEnvironmentVariableIntValue("SIGEN_DRAFT_SEEDS");
        const int seeds = wished > 0 ? wished : 300;
        int complete = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
            RandomCapture random{quint32(seed)};
            const QByteArray file = random.file();
            const auto read = readCapture(file);
            QVERIFY(std::holds_alternative<Capture>(read));
            const Draft draft = makeDraft(std::get<Capture>(read), random.hints);
            const SecretFinder said(QString::fromUtf8(draft.json) + draft.open.join(u'\n')
                                    + draft.notes.join(u'\n'));
            for (const QString &secret : random.secrets()) {
                const QString spelling = said.spellingOf(secret);
                if (!spelling.isEmpty())
                    qWarning("%s\n%s\n%s", file.constData(), draft.json.constData(),
                             qPrintable(draft.open.join(u'\n') + draft.notes.join(u'\n')));
                QVERIFY2(spelling.isEmpty(),
                         qPrintable(u"seed %1: “%2”, %3"_s.arg(QString::number(seed), secret, spelling)));
            }
            const ProfileOrError parsed = parseProfile(draft.json);
            const auto *profile = std::get_if<ProtocolProfile>(&parsed);
            // One that contradicts itself is open, too, and can't be used as it is.
            QCOMPARE(draft.open.isEmpty(), profile && profile->open.isEmpty());
            complete += draft.open.isEmpty() ? 1 : 0;
        }
        QVERIFY2(complete > seeds / 10,
                 qPrintable(QString::number(complete))); // hiding is easy if nothing is left
    }
};

QTEST_GUILESS_MAIN(DraftSecretsTest)
#include "tst_draftsecrets.moc"
