#include "report/htmlpage.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Sigen::Html {

using namespace Qt::Literals::StringLiterals;

namespace {

class HtmlText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::HtmlText)
};

// The colours are the window's; nothing is told by colour alone.
constexpr QLatin1StringView style{R"(
:root { color-scheme: light dark; --text: #1d2430; --faint: #5f6b7a; --line: #dfe4ea; --page: #f3f5f8; --card: #fff;
  --good: #1b7f4b; --doubt: #8a5a00; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e9ee; --faint: #a3adba; --line: #3a4250; --page: #1b1f26;
  --card: #242a33; --good: #57c98c; --doubt: #e0b050; --bad: #ff8a80; } }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/1.45 system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 1.3rem; margin: 0 0 16px; }
h2 { font-size: 1rem; margin: 0 0 8px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px; margin: 0 0 16px; }
table { border-collapse: collapse; width: 100%; }
td { padding: 3px 8px 3px 0; vertical-align: top; overflow-wrap: anywhere; }
td.mark { width: 1.4em; white-space: nowrap; }
td.label { width: 13em; color: var(--faint); }
td.time { text-align: right; white-space: nowrap; color: var(--faint); }
.ok { color: var(--good); } .warning { color: var(--doubt); } .failed { color: var(--bad); } .skipped { color: var(--faint); }
.frames td { font: 12px/1.4 ui-monospace, monospace; }
p.note { color: var(--faint); white-space: pre-line; }
svg { display: block; margin: 8px 0; max-width: 100%; height: auto; }
svg text { font: 12px system-ui, sans-serif; fill: var(--text); }
svg .good { fill: var(--good); } svg .doubt { fill: var(--doubt); } svg .bad { fill: var(--bad); }
svg .axis { stroke: var(--line); }
td.blank { border-bottom: 1px solid var(--faint); height: 1.8em; }
@media print { body { background: none; font-size: 11px; } main { max-width: none; padding: 0; }
  section { break-inside: avoid; padding: 8px 12px; margin-bottom: 8px; } }
)"};

} // namespace

QByteArray page(const QString &title, const QString &body, const QString &language)
{
    const QString text =
        u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<title>%2</title>\n<style>%3</style>\n</head>\n<body>\n<main>\n%4</main>\n</body>\n</html>\n"_s.arg(
            language.toHtmlEscaped(), title.toHtmlEscaped(), style, body);
    return text.toUtf8();
}

QString element(QLatin1StringView tag, const QString &text, QLatin1StringView className)
{
    const QString attribute = className.isEmpty() ? QString() : u" class=\"%1\""_s.arg(className);
    return u"<%1%2>%3</%1>\n"_s.arg(tag, attribute, text.toHtmlEscaped());
}

QString tableRow(const QString &mark, const QString &label, const QString &text, const QString &time)
{
    return u"<tr><td class=\"mark\">%1</td><td class=\"label\">%2</td><td>%3</td><td class=\"time\">%4</td></tr>\n"_s
        .arg(mark, label.toHtmlEscaped(), text.toHtmlEscaped(), time.toHtmlEscaped());
}

QString blankRow(const QString &label)
{
    return u"<tr><td class=\"mark\"></td><td class=\"label\">%1</td><td class=\"blank\"></td></tr>\n"_s.arg(
        label.toHtmlEscaped());
}

static QString picture(int width, int height, const QString &label, const QString &shapes)
{
    return u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\" "
           u"role=\"img\" "
           "aria-label=\"%3\">\n%4</svg>\n"_s.arg(QString::number(width), QString::number(height),
                                                  label.toHtmlEscaped(), shapes);
}

static QString bar(int x, int y, int width, int height, QLatin1StringView className)
{
    return u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" class=\"%5\"/>\n"_s.arg(
        QString::number(x), QString::number(y), QString::number(width), QString::number(height), className);
}

static QString caption(int x, int y, const QString &text)
{
    return u"<text x=\"%1\" y=\"%2\">%3</text>\n"_s.arg(QString::number(x), QString::number(y),
                                                        text.toHtmlEscaped());
}

QString linkPicture(const LinkFinding &link)
{
    if (link.reads.isEmpty())
        return {};
    constexpr int height = 44;
    constexpr int pitch = 12;
    constexpr double tallest = 3000; // ms; from 1 ms on, by the logarithm
    QString shapes;
    for (qsizetype index = 0; index < link.reads.size(); ++index) {
        const LinkRead &read = link.reads.at(index);
        const bool isLost = read.end == LinkRead::End::Lost;
        const double part = isLost ? 1 : std::log(std::clamp(read.ms, 1.0, tallest)) / std::log(tallest);
        const int tall = std::max(4, int(part * (height - 4)));
        const int x = int(index) * pitch;
        const QLatin1StringView className = isLost ? "bad"_L1
            : read.end == LinkRead::End::Late      ? "doubt"_L1
                                                   : "good"_L1;
        shapes += bar(x, height - tall, pitch - 2, tall, className);
        if (isLost)
            shapes += caption(x + 1, height - tall - 1 + 12, u"×"_s);
    }
    return picture(int(link.reads.size()) * pitch, height, HtmlText::tr("The reads of the link test"),
                   shapes);
}

QString powerPicture(const QList<PowerBar> &powers)
{
    if (powers.isEmpty())
        return {};
    double largest = 0;
    for (const PowerBar &power : powers)
        largest = std::max(largest, std::abs(power.kilowatts));
    constexpr int pitch = 24;
    constexpr int labelWidth = 170;
    constexpr int half = 130;
    constexpr int middle = labelWidth + half;
    QString shapes;
    int y = 0;
    for (const PowerBar &power : powers) {
        const int length = largest > 0 ? int(std::abs(power.kilowatts) / largest * half) : 0;
        shapes += caption(0, y + 15, power.label);
        shapes += bar(power.kilowatts < 0 ? middle - length : middle, y + 4, std::max(1, length), pitch - 9,
                      "good"_L1);
        shapes += caption(middle + half + 8, y + 15, u"%1 kW"_s.arg(power.kilowatts, 0, 'f', 3));
        y += pitch;
    }
    shapes += u"<line x1=\"%1\" y1=\"0\" x2=\"%1\" y2=\"%2\" class=\"axis\"/>\n"_s.arg(middle).arg(y);
    return picture(middle + half + 90, y, HtmlText::tr("The plant's powers"), shapes);
}

} // namespace Sigen::Html
