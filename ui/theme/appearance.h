// How the whole application looks: style, palette and style sheet, light or dark, as the preferences want it.
#pragma once

#include <QObject>

namespace Sigen {

class Settings;

class Appearance : public QObject
{
    Q_OBJECT

public:
    /// QApplication must exist, with its palette as the system made it: on Qt before 6.5 that is all that
    /// tells whether the system is dark.
    /// \a settings must outlive it.
    explicit Appearance(Settings &settings, QObject *parent = nullptr);

private:
    bool systemIsDark() const;
    void apply();

    Settings &m_settings;
    bool m_systemWasDark = false; ///< at the start
    bool m_dark = false;
    bool m_applied = false;
};

} // namespace Sigen
