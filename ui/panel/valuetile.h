// One tile of the live values: a quantity with its small line, or the plant's state with its alarms in words.
// The texts come ready from LiveValuesController; the tile lays them out. Property "tile" for the style
// sheet.
#pragma once

#include "ui/controllers/livevaluescontroller.h"
#include "ui/models/chip.h"

#include <QFrame>

namespace Sigen {

class PlainLabel;
class Sparkline;

class ValueTile : public QFrame
{
    Q_OBJECT

public:
    explicit ValueTile(QWidget *parent = nullptr);

    /// A quantity; \a line is the colour of its history.
    void setTile(const LiveTile &tile, Tone line);
    /// The plant: no history, and alarms when there are some.
    void setTile(const PlantTile &tile);

    /// Grey while what it shows is not of now.
    void setStale(bool stale);
    bool isStale() const { return m_isStale; }

    /// As narrow as it may get without breaking words.
    int leastWidth() const;

private:
    PlainLabel *m_title;
    PlainLabel *m_value;
    PlainLabel *m_note;
    Sparkline *m_line;
    PlainLabel *m_alarms;
    bool m_isStale = false;
};

} // namespace Sigen
