#include "network/typedendpoint.h"

#include "network/addresspolicy.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static bool isAsciiLetter(QChar character)
{
    const QChar lower = character.toLower();
    return lower >= u'a' && lower <= u'z';
}

static std::optional<quint16> portNumber(QStringView text)
{
    const bool digits = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar character) {
        return character >= u'0' && character <= u'9';
    });
    bool fits = false;
    const ushort port = digits ? text.toUShort(&fits) : ushort(0);
    return fits && port > 0 ? std::optional<quint16>(port) : std::nullopt;
}

bool TypedEndpoint::isTls() const
{
    return scheme == "https"_L1 || scheme == "wss"_L1;
}

std::optional<TypedEndpoint> typedEndpoint(const QString &typed)
{
    if (normalizedHost(typed))
        return std::nullopt;
    TypedEndpoint endpoint;
    QString rest = typed.trimmed();
    if (const qsizetype mark = rest.indexOf("://"_L1); mark >= 0) {
        endpoint.scheme = rest.left(mark).toLower();
        if (endpoint.scheme.isEmpty()
            || !std::all_of(endpoint.scheme.cbegin(), endpoint.scheme.cend(), isAsciiLetter))
            return std::nullopt;
        rest = rest.mid(mark + 3);
    }
    const auto slash = std::find_if(rest.cbegin(), rest.cend(), [](QChar character) {
        return character == u'/' || character == u'?' || character == u'#';
    });
    const qsizetype end = slash - rest.cbegin();
    endpoint.path = rest.mid(end);
    if (endpoint.path == "/"_L1)
        endpoint.path.clear();
    QString host = rest.left(end);
    host = host.mid(host.lastIndexOf(u'@') + 1);
    // A colon before the port is the only one, or stands behind a bracket.
    const qsizetype colon = host.lastIndexOf(u':');
    if (colon >= 0 && (host.count(u':') == 1 || host.at(colon - 1) == u']')) {
        const QString port = host.mid(colon + 1);
        endpoint.port = portNumber(port);
        if (!port.isEmpty() && !endpoint.port)
            return std::nullopt;
        host.truncate(colon);
    }
    const std::optional<QString> normalized = normalizedHost(host);
    if (!normalized)
        return std::nullopt;
    endpoint.host = *normalized;
    return endpoint;
}

QString withoutUserInfo(const QString &typed)
{
    const qsizetype at = typed.lastIndexOf(u'@');
    const qsizetype mark = typed.indexOf("://"_L1);
    return at < 0 ? typed
                  : (mark >= 0 && mark < at ? typed.left(mark + 3) : QString()) + u'…' + typed.mid(at);
}

} // namespace Sigen
