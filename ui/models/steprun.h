// What was tried in one run of the verification card, as a value: the engine's steps as they came, and the
// rows that follow from them. The engine's eight steps fold into five rows; a row is there when it belongs
// to what was done ("Test port" has no writing). Words are made when rows() is called. Pure.
#pragma once

#include "workflow/jobresult.h"
#include "workflow/step.h"

#include <QList>
#include <QLocale>
#include <QMap>

#include <chrono>
#include <optional>

namespace Sigen {

struct StepRow
{
    enum class Id { Reachable, SignedIn, Setting, Port, Modbus };
    enum class State { Waiting, Running, Ok, Warning, Failed, Skipped };

    Id id = Id::Reachable;
    State state = State::Waiting;
    QString sentence; ///< safe plain text
    std::chrono::milliseconds elapsed{0};
    bool timed = false;
    bool operator==(const StepRow &) const = default;
};

/// The mark of a step or layer in that state.
StepRow::State rowState(StepState state);

class StepRun
{
public:
    /// What is being done; decides which rows there are.
    enum class Kind {
        SignIn, ///< reachable, signed in, setting read; then port and Modbus when the server is on
        Change, ///< all five
        PortTest, ///< reachable, signed in or not, port; Modbus once the port accepts
    };

    /// A new run begins; the rows wait. \a signedIn: for a port test the sign-in and setting rows of the
    /// session, if there is one, stay as they were. The ports are those named in the sentences.
    void begin(Kind kind, quint16 webSocketPort, quint16 modbusPort, bool signedIn);
    /// Takes a step of the engine.
    void take(const Step &step);
    /// The run has ended: rows still waiting or running become skipped, sentences get what only the result
    /// says.
    void conclude(const JobResult &result);

    bool isEmpty() const { return m_shown.isEmpty(); }
    QList<StepRow> rows() const;
    QString runningSentence() const; ///< of the row that is under way; may be empty
    /// What the row is about, in the words that it has before it begins: "Sign in".
    QString title(StepRow::Id row) const;
    /// How many of \a rows are ticked where all are that were tried; 0: they are not.
    static qsizetype allTicked(const QList<StepRow> &rows);
    /// The ticked ones of \a rows in one line: "setting read back · port 502 open · Modbus answers, 19 ms".
    QString summary(const QList<StepRow> &rows, const QLocale &locale) const;

private:
    void show(StepRow::Id row);
    StepRow rendered(StepRow::Id row) const;
    QString sentence(const StepRow &row, const Step &step) const;
    bool isKept(StepRow::Id row) const;

    Kind m_kind = Kind::SignIn;
    bool m_signedIn = false;
    quint16 m_webSocketPort = 0;
    quint16 m_modbusPort = 0;
    QList<StepRow::Id> m_shown; ///< in their order
    QMap<StepId, Step> m_steps; ///< as last reported
    bool m_ended = false;
    Error m_error; ///< of the last run that read or changed the setting
    std::optional<ReportedSetting> m_setting; ///< what the setting's row shows
};

} // namespace Sigen
