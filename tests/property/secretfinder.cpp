#include "property/secretfinder.h"

#include <QSet>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype partLength = 12; // in base64 bytes go by threes

SecretFinder::SecretFinder(const QString &output)
    : m_output(output)
    , m_flat(output.toLower().remove(u'\\'))
    , m_packed(m_flat)
{
    m_packed.removeIf([](QChar c) { return c == u' ' || c == u':' || c == u'-'; });
}

static QString escaped(const QString &text, bool all)
{
    QString result;
    for (const QChar character : text)
        result += all || character.unicode() > 126 ? u"u%1"_s.arg(character.unicode(), 4, 16, QChar(u'0'))
                                                   : QString(character);
    return result;
}

QString SecretFinder::spellingOf(const QString &secret) const
{
    const QSet<QString> parts{
        secret.first(std::min(partLength, secret.size())), secret.last(std::min(partLength, secret.size())),
        secret.mid(std::max<qsizetype>(0, (secret.size() - partLength) / 2), partLength)};
    for (const QString &part : parts) {
        const QString bare = QString(part).remove(u'\\');
        const QString flat = bare.toLower();
        if (m_flat.contains(flat))
            return u"plain"_s;
        if (m_flat.contains(escaped(part, true)) || m_flat.contains(escaped(bare, false).toLower()))
            return u"JSON-escaped"_s;
        if (m_flat.contains(QString::fromLatin1(part.toUtf8().toPercentEncoding().toLower())))
            return u"percent-encoded"_s;
        if (m_packed.contains(QString::fromLatin1(part.toUtf8().toHex())))
            return u"hex"_s;
    }
    const QByteArray bytes = secret.toUtf8();
    const qsizetype tail = (bytes.size() - partLength) / 3 * 3;
    for (const QByteArray &part :
         {bytes.first(std::min(partLength, bytes.size())), bytes.sliced(std::max<qsizetype>(0, tail))}) {
        if (m_output.contains(QString::fromLatin1(part.toBase64(QByteArray::OmitTrailingEquals)))
            || m_output.contains(QString::fromLatin1(
                part.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))))
            return u"base64"_s;
    }
    return {};
}

} // namespace Sigen::Test
