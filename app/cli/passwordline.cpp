#include "cli/passwordline.h"

#include "cli/clitext.h"

#include <QStringDecoder>

namespace Sigen {

std::optional<Secret> passwordFromInput(const QByteArray &input, QString *problem)
{
    if (input.size() > maximumPasswordSize) {
        *problem = CliText::tr("it is longer than 4 KiB.");
        return std::nullopt;
    }
    QByteArrayView line(input);
    if (const qsizetype end = input.indexOf('\n'); end >= 0)
        line = line.first(end);
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty()) {
        *problem = CliText::tr("its first line is empty.");
        return std::nullopt;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(line);
    if (decoder.hasError() || text.contains(QChar(u'\0'))) {
        *problem = CliText::tr("it is not UTF-8 text.");
        return std::nullopt;
    }
    return Secret(text);
}

} // namespace Sigen
