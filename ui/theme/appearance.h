// How the whole application looks: style, palette and style sheet, light or dark.
#pragma once

#include "settings/settings.h"

#include <QObject>

namespace Sigen {

class Appearance : public QObject
{
    Q_OBJECT

public:
    /// QApplication must exist, with its palette as the system made it: on Qt before 6.5 that is all that
    /// tells whether the system is dark.
    explicit Appearance(QObject *parent = nullptr);

    void setTheme(Theme theme);
    bool isDark() const { return m_dark; }

private:
    bool systemIsDark() const;
    void apply();

    Theme m_theme = Theme::System;
    bool m_systemWasDark = false; ///< at the start
    bool m_dark = false;
    bool m_applied = false;
};

} // namespace Sigen
