#include "cli/options.h"

#include "cli/clitext.h"
#include "core/displaytext.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

Options::Options(const QCommandLineParser &parser)
    : m_parser(parser)
{ }

void Options::reject(const QString &sentence)
{
    if (m_problem.isEmpty())
        m_problem = sentence;
}

std::optional<QString> Options::text(const QString &name)
{
    if (!m_parser.isSet(name))
        return std::nullopt;
    const QStringList values = m_parser.values(name);
    if (values.size() > 1)
        reject(CliText::tr("The option --%1 was given more than once.").arg(name));
    // The parser takes whatever comes next for the value.
    if (values.first().startsWith("--"_L1))
        reject(CliText::tr("The option --%1 needs a value.").arg(name));
    return values.first();
}

std::optional<QByteArray> Options::readAhead(const QString &path) const
{
    const auto found = m_readAhead.constFind(path);
    return found == m_readAhead.cend() ? std::nullopt : std::optional(*found);
}

std::optional<int> Options::number(const QString &name, int minimum, int maximum)
{
    const std::optional<QString> typed = text(name);
    if (!typed)
        return std::nullopt;
    const std::optional<int> number = wholeNumber(*typed, minimum, maximum);
    if (!number)
        reject(CliText::tr("The option --%1 takes a whole number from %2 to %3, not “%4”.")
                   .arg(name, QString::number(minimum), QString::number(maximum), displayText(*typed, 40)));
    return number;
}

std::optional<quint16> Options::port(const QString &name, bool zeroAllowed)
{
    const std::optional<int> port = number(name, zeroAllowed ? 0 : 1, 65535);
    return port ? std::optional(static_cast<quint16>(*port)) : std::nullopt;
}

std::optional<int> wholeNumber(QStringView text, int minimum, int maximum)
{
    const bool digits = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar character) {
        return character >= u'0' && character <= u'9';
    });
    bool fits = false;
    const int number = digits ? text.toInt(&fits) : 0;
    if (!fits || number < minimum || number > maximum)
        return std::nullopt;
    return number;
}

} // namespace Sigen
