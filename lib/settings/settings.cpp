#include "settings/settings.h"

#include "settings/settingsfile.h"

#include <QRegularExpression>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Far beyond what Qt writes; more is not read into a window.
static constexpr qsizetype maximumBytes = 16 * 1024;
static constexpr qsizetype maximumTextLength = 255;
static constexpr qsizetype maximumNetworks = 64;
static constexpr qsizetype maximumKept = 64;
// Seconds, as WatchRules has them.
static constexpr int shortestInterval = 10;
static constexpr int longestInterval = 3600;

QString themeName(Theme theme)
{
    switch (theme) {
    case Theme::System:
        return u"system"_s;
    case Theme::Light:
        return u"light"_s;
    case Theme::Dark:
        return u"dark"_s;
    }
    return {};
}

std::optional<Theme> themeFromName(const QString &name)
{
    for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark}) {
        if (themeName(theme) == name)
            return theme;
    }
    return std::nullopt;
}

/// An ini file knows texts only.
static std::optional<bool> truth(const QVariant &value)
{
    const QString text = value.toString();
    if (text == "true"_L1)
        return true;
    return text == "false"_L1 ? std::optional(false) : std::nullopt;
}

static QString answerKey(const QString &question)
{
    return "answers/"_L1 + question;
}

Settings::Settings(SettingsFile &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{ }

QByteArray Settings::bytes(const QString &key) const
{
    const QByteArray text = m_file.value(key).toString().toLatin1();
    if (text.size() > maximumBytes)
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

void Settings::setBytes(const QString &key, const QByteArray &bytes)
{
    m_file.setValue(key, QString::fromLatin1(bytes.toBase64()));
}

QByteArray Settings::windowGeometry() const
{
    return bytes(u"window/geometry"_s);
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    setBytes(u"window/geometry"_s, geometry);
}

QByteArray Settings::windowState() const
{
    return bytes(u"window/state"_s);
}

void Settings::setWindowState(const QByteArray &state)
{
    setBytes(u"window/state"_s, state);
}

Theme Settings::theme() const
{
    const Theme stored = themeFromName(m_file.value(u"window/theme"_s).toString()).value_or(Theme::System);
    return m_themeOfRun.value_or(stored);
}

void Settings::setTheme(Theme theme)
{
    changeTheme(std::nullopt, theme);
}

void Settings::setThemeOfRun(Theme theme)
{
    changeTheme(theme, std::nullopt);
}

void Settings::changeTheme(std::optional<Theme> ofRun, std::optional<Theme> stored)
{
    const Theme before = theme();
    m_themeOfRun = ofRun;
    if (stored)
        m_file.setValue(u"window/theme"_s, themeName(*stored));
    if (theme() != before)
        Q_EMIT themeChanged(theme());
}

QString Settings::language() const
{
    static const QRegularExpression wellFormed(u"\\A[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8}){0,2}\\z"_s);
    const QString language = m_languageOfRun.value_or(m_file.value(u"window/language"_s).toString());
    return wellFormed.match(language).hasMatch() ? language : QString();
}

void Settings::setLanguage(const QString &language)
{
    changeLanguage(std::nullopt, language);
}

void Settings::setLanguageOfRun(const QString &language)
{
    changeLanguage(language, std::nullopt);
}

void Settings::changeLanguage(std::optional<QString> ofRun, std::optional<QString> stored)
{
    const QString before = language();
    m_languageOfRun = std::move(ofRun);
    if (stored)
        m_file.setValue(u"window/language"_s, *stored);
    if (language() != before)
        Q_EMIT languageChanged(language());
}

QLocale Settings::locale() const
{
    const QString code = language();
    const QLocale chosen(code);
    const QLocale system = QLocale::system();
    // The same language: then the user's own formats of dates and numbers, whatever the region.
    const bool same = chosen.language() == system.language() && chosen.script() == system.script();
    return code.isEmpty() || same ? system : chosen;
}

Qt::LayoutDirection Settings::textDirection() const
{
    const QLocale shown = locale();
    const bool translated =
        std::any_of(m_translations.cbegin(), m_translations.cend(),
                    [&](const QString &code) { return QLocale(code).language() == shown.language(); });
    return translated ? shown.textDirection() : Qt::LeftToRight;
}

bool Settings::scanOnStart() const
{
    return truth(m_file.value(u"scan/onStart"_s)).value_or(true);
}

void Settings::setScanOnStart(bool scan)
{
    if (scan == scanOnStart())
        return;
    m_file.setValue(u"scan/onStart"_s, scan);
    Q_EMIT scanOnStartChanged(scan);
}

QStringList Settings::networks() const
{
    QStringList networks = m_file.value(u"scan/networks"_s).toStringList();
    networks.removeIf([](const QString &each) { return each.isEmpty() || each.size() > maximumTextLength; });
    return networks.mid(0, maximumNetworks);
}

void Settings::setNetworks(const QStringList &networks)
{
    if (networks == this->networks())
        return;
    // An empty list is not the same in every version's ini file; its absence is.
    if (networks.isEmpty())
        m_file.remove(u"scan/networks"_s);
    else
        m_file.setValue(u"scan/networks"_s, networks);
    Q_EMIT networksChanged(networks);
}

QString Settings::lastGateway() const
{
    const QString address = m_file.value(u"window/lastGateway"_s).toString();
    return address.size() <= maximumTextLength ? address : QString();
}

void Settings::setLastGateway(const QString &address)
{
    m_file.setValue(u"window/lastGateway"_s, address);
}

/// "30 active ID", "30 passive ID"
static std::optional<KeptOn> keptOnFrom(const QString &text)
{
    KeptOn kept;
    bool isNumber = false;
    kept.interval = text.section(u' ', 0, 0).toInt(&isNumber);
    const QString mode = text.section(u' ', 1, 1);
    kept.passive = mode == "passive"_L1;
    kept.gateway = text.section(u' ', 2);
    const bool isInRange = kept.interval >= shortestInterval && kept.interval <= longestInterval;
    const bool isMode = kept.passive || mode == "active"_L1;
    const bool isGateway = !kept.gateway.isEmpty() && text.size() <= maximumTextLength;
    return isNumber && isInRange && isMode && isGateway ? std::optional(kept) : std::nullopt;
}

QList<KeptOn> Settings::keptOn() const
{
    QList<KeptOn> all;
    const QStringList texts = m_file.value(u"keepOn/gateways"_s).toStringList();
    for (const QString &text : texts) {
        const std::optional<KeptOn> kept = keptOnFrom(text);
        const auto isSame = [&](const KeptOn &other) { return other.gateway == kept->gateway; };
        if (kept && std::none_of(all.cbegin(), all.cend(), isSame))
            all += *kept;
    }
    return all.mid(0, maximumKept);
}

void Settings::setKeptOn(const QList<KeptOn> &kept)
{
    QStringList texts;
    for (const KeptOn &each : kept)
        texts +=
            QString::number(each.interval) + (each.passive ? u" passive "_s : u" active "_s) + each.gateway;
    if (texts.isEmpty())
        m_file.remove(u"keepOn/gateways"_s);
    else
        m_file.setValue(u"keepOn/gateways"_s, texts);
}

std::optional<bool> Settings::rememberedAnswer(const QString &question) const
{
    return truth(m_file.value(answerKey(question)));
}

void Settings::rememberAnswer(const QString &question, bool answer)
{
    m_file.setValue(answerKey(question), answer);
}

void Settings::forgetAnswers()
{
    m_file.remove(u"answers"_s);
}

} // namespace Sigen
