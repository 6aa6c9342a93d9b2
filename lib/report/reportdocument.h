// A report as it may be shown: sections of rows, in words, with nothing in them that must not leave. Made
// once from a Report; text, JSON and HTML only print it. Pure.
#pragma once

#include "core/redaction.h"
#include "report/report.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace Sigen {

struct ReportRow
{
    QString id; ///< a stable English word; several rows may share one
    QString label; ///< empty: the text stands for itself
    QString text;
    /// Of a step or layer.
    std::optional<StepState> state{};
    std::optional<std::chrono::milliseconds> elapsed{};
    bool isBlank = false; ///< to be filled in by hand
    bool operator==(const ReportRow &) const = default;
};

struct ReportSection
{
    QString id; ///< a stable English word
    QString title; ///< empty for the first one
    QList<ReportRow> rows;
    bool operator==(const ReportSection &) const = default;
};

/// A bar of the picture of a plant's powers.
struct PowerBar
{
    QString label;
    double kilowatts = 0;
    bool operator==(const PowerBar &) const = default;
};

struct ReportDocument
{
    QString title;
    QList<ReportSection> sections;
    QString note; ///< what was left out
    std::optional<LinkFinding> link; ///< for a picture of it, in the section "diagnosis"
    QList<PowerBar> powers; ///< for a picture of them, in the section "values"
    bool operator==(const ReportDocument &) const = default;
};

/// Who reads it.
enum class Readership {
    Others, ///< serial numbers and MAC addresses are shortened
    Owner, ///< they are whole; it is the owner's own record
};

/// \a redactor knows the secrets of this session. Passwords and tokens are masked whoever reads it; control
/// characters are escaped; times are UTC.
ReportDocument reportDocument(const Report &report, const Redactor &redactor,
                              Readership readership = Readership::Others);

} // namespace Sigen
