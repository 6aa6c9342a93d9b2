#include "report/anonymity.h"

#include "core/displaytext.h"

#include <algorithm>
#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// What is looked through before it is cut to length, so that no cut leaves half of something that must go.
static constexpr qsizetype longestInput = 65536;
/// Shorter serial numbers occur in ordinary words; they are shortened where a serial number stands, not
/// everywhere.
static constexpr qsizetype shortestReplacedSerial = 6;
/// At this length sentences cut the texts that they quote.
static constexpr qsizetype quotedLength = 40;

static void addDevices(QStringList &serials, const std::optional<ModbusIdentity> &identity)
{
    for (const DeviceIdentity &device : identity.value_or(ModbusIdentity()).devices)
        serials += device.serial;
}

QStringList serialsInName(const QString &host)
{
    QStringList serials;
    for (const QRegularExpressionMatch &match : serialLookalike().globalMatch(host))
        serials += match.captured();
    return serials;
}

QStringList serialsIn(const Report &report)
{
    QStringList serials = serialsInName(report.host);
    for (const auto *job : {&report.change, &report.test}) {
        if (!job->has_value())
            continue;
        serials += (*job)->result.serial;
        addDevices(serials, (*job)->result.modbus);
    }
    if (report.diagnosis) {
        const DiagnosisEvidence &seen = report.diagnosis->evidence;
        serials += {seen.reportedSerial, seen.wishedSerial, seen.otherSerial};
        addDevices(serials, seen.identity);
        for (const HostFinding &other : seen.others)
            serials += other.serial;
    }
    for (const RegisterValue &each : report.values.value_or(ReportedValues()).values) {
        if (each.definition.key == "serial"_L1)
            serials += each.value.toString();
    }
    return serials;
}

static constexpr QLatin1StringView lookalike{R"(\b(?:(?=(?:\w*\d){6})\w{8,}|[0-9A-Fa-f]{12})\b)"};

const QRegularExpression &serialLookalike()
{
    static const QRegularExpression pattern{QString(lookalike)};
    return pattern;
}

QString shortened(const QString &text, const QRegularExpression &pattern)
{
    QString brief;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(text)) {
        brief += text.mid(done, match.capturedStart() - done) + shortenedSerial(match.captured());
        done = match.capturedEnd();
    }
    return brief + text.mid(done);
}

Anonymity::Anonymity(QStringList serials, const Redactor &redactor)
    : m_redactor(redactor)
    , m_serials(std::move(serials))
{
    m_serials.removeIf([](const QString &serial) { return serial.size() < shortestReplacedSerial; });
    m_serials.removeDuplicates();
    // One that is part of another must not be replaced first.
    std::sort(m_serials.begin(), m_serials.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &serial : std::as_const(m_serials))
        m_serialBytes.add(Secret(serial));
}

QString Anonymity::sentence(const QString &text, qsizetype length) const
{
    return displayText(anonymous(displayText(m_redactor.sentence(text), longestInput)), length);
}

QString Anonymity::frame(const QString &text, qsizetype length) const
{
    static const QRegularExpression quoted(u"(?<=\")%1(?=\")"_s.arg(lookalike));
    return sentence(shortened(text.left(longestInput), quoted), length);
}

QString Anonymity::wholeSentence(const QString &text, qsizetype length) const
{
    return displayText(m_redactor.sentence(text), length);
}

QString Anonymity::hexDump(const QString &dump) const
{
    return m_serialBytes.hexDump(dump);
}

/// No sentence says more about the plant than its own line would.
QString Anonymity::anonymous(QString text) const
{
    for (const QString &serial : m_serials) {
        const QString brief = shortenedSerial(displayText(serial));
        for (const QString &form : {displayText(serial), displayText(serial, quotedLength)})
            text.replace(form, brief, Qt::CaseInsensitive); // names of hosts are in lower case
    }
    static const QRegularExpression mac(
        u"\\b((?:[0-9a-f]{2}[:-]){3}[0-9a-f])[0-9a-f](?:[:-][0-9a-f]{2}){2}\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    // An IPv6 address may be made from the MAC address (RFC 4291, appendix A).
    static const QRegularExpression eui64(u"(ff:fe)[0-9a-f]{2}:[0-9a-f]{1,4}"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    // Who signs in with one is known by it.
    static const QRegularExpression mail(u"(?<![\\w.%+-])[\\w.%+-]+@(?:[\\w-]+\\.)+[A-Za-z]{2,}"_s);
    text.replace(mail, u"…@…"_s);
    text.replace(mac, u"\\1…"_s);
    return text.replace(eui64, u"\\1…"_s);
}

} // namespace Sigen
