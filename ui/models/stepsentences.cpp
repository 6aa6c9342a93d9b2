#include "ui/models/stepsentences.h"

#include "ui/models/stepmodel.h"
#include "words/titles.h"

#include <QCoreApplication>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class StepText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::StepText)
};

using Row = StepRow::Id;
using RowState = StepRow::State;

} // namespace

QString stepMark(RowState state)
{
    switch (state) {
    case RowState::Waiting:
        return u"·"_s;
    case RowState::Running:
        return u"…"_s;
    case RowState::Ok:
        return u"✓"_s;
    case RowState::Warning:
        return u"!"_s;
    case RowState::Failed:
        return u"✗"_s;
    case RowState::Skipped:
        break;
    }
    return u"–"_s;
}

QString headline(QString sentence)
{
    if (sentence.endsWith(u'.') || sentence.endsWith(u'。'))
        sentence.chop(1);
    return sentence;
}

QString waitingSentence(Row row, bool writes, quint16 webSocketPort, quint16 modbusPort)
{
    switch (row) {
    case Row::Reachable:
        return StepText::tr("Reach the gateway on port %1").arg(webSocketPort);
    case Row::SignedIn:
        return StepText::tr("Sign in");
    case Row::Setting:
        return writes ? StepText::tr("Write the setting and read it back") : StepText::tr("Read the setting");
    case Row::Port:
        return StepText::tr("Connect to port %1").arg(modbusPort);
    case Row::Modbus:
        break;
    }
    return StepText::tr("Read Modbus");
}

QString runningSentence(StepId id, quint16 webSocketPort, quint16 modbusPort)
{
    switch (id) {
    case StepId::Reach:
    case StepId::Handshake:
        return StepText::tr("Reaching the gateway on port %1…").arg(webSocketPort);
    case StepId::SignIn:
        return StepText::tr("Signing in…");
    case StepId::Read:
        return StepText::tr("Reading the setting…");
    case StepId::Write:
        return StepText::tr("Writing the setting…");
    case StepId::ReadBack:
        return StepText::tr("Reading the setting back…");
    case StepId::Port:
        return StepText::tr("Connecting to port %1…").arg(modbusPort);
    case StepId::Wait:
        return StepText::tr("Waiting for a Modbus server…");
    case StepId::Modbus:
        break;
    }
    return StepText::tr("Reading Modbus…");
}

QString skippedSentence(Row row, quint16 webSocketPort, quint16 modbusPort)
{
    switch (row) {
    case Row::Reachable:
        return StepText::tr("Port %1 not tried").arg(webSocketPort);
    case Row::SignedIn:
        return StepText::tr("Not signed in");
    case Row::Setting:
        return StepText::tr("Setting not read");
    case Row::Port:
        return StepText::tr("Port %1 not tested").arg(modbusPort);
    case Row::Modbus:
        break;
    }
    return StepText::tr("Modbus not tested");
}

QString earlierSentence(Row row, const std::optional<ReportedSetting> &setting)
{
    if (row == Row::SignedIn)
        return StepText::tr("Signed in earlier");
    if (!setting)
        return StepText::tr("Setting not read");
    return StepText::tr("Setting read earlier — %1", "on, port 502").arg(settingText(*setting));
}

QString settingSentence(bool written, const std::optional<ReportedSetting> &setting)
{
    if (!setting)
        return written ? StepText::tr("Setting written and read back") : StepText::tr("Setting read");
    return (written ? StepText::tr("Setting written and read back — %1", "on, port 502")
                    : StepText::tr("Setting read — %1", "on, port 502"))
        .arg(settingText(*setting));
}

QString shortSentence(const StepRow &row, bool written, quint16 modbusPort, const QLocale &locale)
{
    switch (row.id) {
    case Row::Reachable:
        return StepText::tr("reachable");
    case Row::SignedIn:
        return StepText::tr("signed in");
    case Row::Setting:
        return written ? StepText::tr("setting read back") : StepText::tr("setting read");
    case Row::Port:
        return StepText::tr("port %1 open").arg(modbusPort);
    case Row::Modbus:
        break;
    }
    return row.timed ? StepText::tr("Modbus answers, %1", "time").arg(durationText(row.elapsed, locale))
                     : StepText::tr("Modbus answers");
}

QString stateInWords(RowState state)
{
    switch (state) {
    case RowState::Waiting:
        return StepText::tr("Still to do: %1");
    case RowState::Running:
        return StepText::tr("Under way: %1");
    case RowState::Ok:
        return StepText::tr("Done: %1");
    case RowState::Warning:
        return StepText::tr("Doubtful: %1");
    case RowState::Failed:
        return StepText::tr("Failed: %1");
    case RowState::Skipped:
        break;
    }
    return StepText::tr("Not done: %1");
}

QString durationText(std::chrono::milliseconds duration, const QLocale &locale)
{
    const qint64 ms = duration.count();
    if (ms < 1000)
        return StepText::tr("%1 ms").arg(locale.toString(ms));
    if (ms < 10000)
        return StepText::tr("%1 s").arg(locale.toString(static_cast<double>(ms) / 1000.0, 'f', 1));
    return StepText::tr("%1 s").arg(locale.toString((ms + 500) / 1000));
}

} // namespace Sigen
