// The words of the verification card's rows. Pure.
#pragma once

#include "ui/models/steprun.h"

namespace Sigen {

/// "✓", "✗", "!", "–", "…", "·"
QString stepMark(StepRow::State state);
/// "Done: %1", with a place for the sentence.
QString stateInWords(StepRow::State state);

/// A row is a heading: the engine's sentence without its full stop.
QString headline(QString sentence);
/// What stands in a row's place while nothing is known of it.
QString waitingSentence(StepRow::Id row, bool writes, quint16 webSocketPort, quint16 modbusPort);
QString runningSentence(StepId id, quint16 webSocketPort, quint16 modbusPort);
QString skippedSentence(StepRow::Id row, quint16 webSocketPort, quint16 modbusPort);
/// What was seen before the gateway stopped answering.
QString earlierSentence(StepRow::Id row, const std::optional<ReportedSetting> &setting);
/// Of a row that is ticked, where all are folded into one line: "port 502 open".
QString shortSentence(const StepRow &row, bool written, quint16 modbusPort, const QLocale &locale);
QString settingSentence(bool written, const std::optional<ReportedSetting> &setting);

} // namespace Sigen
