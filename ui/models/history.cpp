#include "ui/models/history.h"

namespace Sigen {

void History::append(std::optional<double> value)
{
    m_points.append(value);
    if (m_points.size() > maximumPoints)
        m_points.removeFirst();
}

} // namespace Sigen
