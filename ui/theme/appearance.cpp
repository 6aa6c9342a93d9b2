#include "ui/theme/appearance.h"

#include "settings/settings.h"
#include "ui/theme/colors.h"
#include "ui/theme/quietstyle.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QStyle>
#include <QStyleHints>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

/// The style sheet with its @names replaced by colours.
static QString styleSheet(const Colors &colors, bool dark)
{
    QFile file(u":/sigen/style/window.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first where one begins with another.
    const std::pair<QLatin1StringView, QColor> names[] = {
        {"@on-accent"_L1, colors.onAccent},
        {"@accent"_L1, colors.accent},
        {"@window"_L1, colors.window},
        {"@surface"_L1, colors.surface},
        {"@border"_L1, colors.border},
        {"@text"_L1, colors.text},
        {"@muted"_L1, colors.muted},
        {"@selection"_L1, colors.selection},
        {"@good-fill"_L1, colors.goodFill},
        {"@good"_L1, colors.good},
        {"@caution-fill"_L1, colors.cautionFill},
        {"@caution"_L1, colors.caution},
        {"@bad-fill"_L1, colors.badFill},
        {"@bad"_L1, colors.bad},
    };
    for (const auto &[name, color] : names)
        sheet.replace(name, color.name());
    return sheet.replace("@scheme"_L1, dark ? "dark"_L1 : "light"_L1);
}

Appearance::Appearance(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_systemWasDark(isDarkPalette(QApplication::palette()))
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Appearance::apply);
#endif
    connect(&m_settings, &Settings::themeChanged, this, &Appearance::apply);
    apply();
}

bool Appearance::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
        scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_systemWasDark;
}

void Appearance::apply()
{
    const Theme theme = m_settings.theme();
    const bool dark = theme == Theme::Dark || (theme == Theme::System && systemIsDark());
    if (m_applied && dark == m_dark)
        return;
    m_dark = dark;
    const Colors colors = dark ? darkColors() : lightColors();
    // On top of Fusion: the one style that takes a palette and a style sheet the same way on every system.
    if (!m_applied)
        QApplication::setStyle(new QuietStyle);
    m_applied = true;
    QApplication::setPalette(paletteFrom(colors));
    qApp->setStyleSheet(styleSheet(colors, dark));
}

} // namespace Sigen
