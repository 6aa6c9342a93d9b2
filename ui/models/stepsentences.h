// The words of the verification card's rows. Pure.
#pragma once

#include "ui/models/stepmodel.h"

namespace Sigen {

/// "✓", "✗", "!", "–", "…", "·"
QString stepMark(StepModel::RowState state);
/// "Done: %1", with a place for the sentence.
QString stateInWords(StepModel::RowState state);

/// A row is a heading: the engine's sentence without its full stop.
QString headline(QString sentence);
/// What stands in a row's place while nothing is known of it.
QString waitingSentence(StepModel::Row row, StepModel::Run run, quint16 webSocketPort, quint16 modbusPort);
QString runningSentence(StepId id, quint16 webSocketPort, quint16 modbusPort);
QString skippedSentence(StepModel::Row row, quint16 webSocketPort, quint16 modbusPort);
QString settingSentence(bool written, const std::optional<ReportedSetting> &setting);

} // namespace Sigen
