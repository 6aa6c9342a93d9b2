#include "network/neighbourtable.h"

#include <QFile>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

QList<Neighbour> readNeighbourTable()
{
    QFile file(u"/proc/net/arp"_s);
    return file.open(QIODevice::ReadOnly) ? parseProcNetArp(file.readAll()) : QList<Neighbour>();
}

bool tellsNeighbours()
{
    return QFile::exists(u"/proc/net/arp"_s);
}

} // namespace Sigen
