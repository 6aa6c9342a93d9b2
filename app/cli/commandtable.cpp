#include "cli/commandtable.h"

#include "cli/awaitcommand.h"
#include "cli/changecommand.h"
#include "cli/democommand.h"
#include "cli/discovercommand.h"
#include "cli/handovercommand.h"
#include "cli/profilecommand.h"
#include "cli/repaircommand.h"
#include "cli/servicecommand.h"
#include "cli/simulatecommand.h"
#include "cli/valuescommand.h"
#include "cli/verifycommand.h"
#include "cli/watchcommand.h"

#include <algorithm>
#include <array>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Row
{
    QLatin1StringView name;
    CommandDescription (*describe)(); // made when needed: a start describes one command, not all
};

constexpr std::array rows{
    Row{"discover"_L1, describeDiscover}, Row{"status"_L1, describeStatus},
    Row{"enable"_L1, describeEnable},     Row{"disable"_L1, describeDisable},
    Row{"set-port"_L1, describeSetPort},  Row{"verify"_L1, describeVerify},
    Row{"await"_L1, describeAwait},       Row{"repair"_L1, describeRepair},
    Row{"watch"_L1, describeWatch},       Row{"service"_L1, describeService},
    Row{"values"_L1, describeValues},     Row{"handover"_L1, describeHandover},
    Row{"profile"_L1, describeProfile},   Row{"simulate"_L1, describeSimulate},
    Row{"demo"_L1, describeDemo},
};

constexpr std::array laterCommands{"diagnose"_L1, "batch"_L1};

} // namespace

QStringList commandNames()
{
    QStringList names;
    for (const Row &row : rows)
        names += row.name;
    return names;
}

CommandDescription describeCommand(const QString &name)
{
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const Row &candidate) { return candidate.name == name; });
    Q_ASSERT(row != rows.end());
    CommandDescription description = row->describe();
    description.name = name;
    return description;
}

bool isLaterCommand(const QString &name)
{
    return std::any_of(laterCommands.begin(), laterCommands.end(),
                       [&](QLatin1StringView later) { return later == name; });
}

} // namespace Sigen
