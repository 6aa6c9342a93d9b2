// The rows of the verification card: reachable, signed in, written and read back, port accepts, Modbus
// answers.
//
// The engine's eight steps fold into these five rows; a row is there when it belongs to what was done ("Test
// port" has no writing). Changes are fine-grained: rows of a new run replace the old ones in place.
#pragma once

#include "workflow/jobresult.h"
#include "workflow/step.h"

#include <QAbstractListModel>
#include <QLocale>

#include <array>
#include <chrono>
#include <optional>

namespace Sigen {

class StepModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SentenceRole = Qt::UserRole + 1, ///< QString; also Qt::DisplayRole. Safe plain text
        StateRole, ///< int(RowState)
        MarkRole, ///< QString: "✓", "✗", "!", "–", "…": the state as a character
        TimeRole, ///< QString: "38 ms", "30 s"; empty when nothing was timed
        // Qt::AccessibleTextRole: "Done: Signed in, 38 ms"; Qt::ToolTipRole: the whole sentence.
    };
    Q_ENUM(Role)

    enum class RowState { Waiting, Running, Ok, Warning, Failed, Skipped };
    Q_ENUM(RowState)

    enum class Row { Reachable, SignedIn, Setting, Port, Modbus };
    Q_ENUM(Row)

    /// What is being done; decides which rows there are.
    enum class Run {
        SignIn, ///< reachable, signed in, setting read; then port and Modbus when the server is on
        Change, ///< all five
        PortTest, ///< reachable, signed in or not, port; Modbus once the port accepts
    };

    explicit StepModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// A new run begins; the rows wait. \a signedIn: for a port test the sign-in and setting rows of the
    /// session, if there is one, stay as they were. The ports are those named in the sentences.
    void begin(Run run, quint16 webSocketPort, quint16 modbusPort, bool signedIn);
    /// Takes a step of the engine.
    void take(const Step &step);
    /// The run has ended: rows still waiting or running become skipped, sentences get what only the result
    /// tells.
    void conclude(const JobResult &result);
    void clear();

    void setLocale(const QLocale &locale);
    void retranslate();

    struct RowData
    {
        Row row = Row::Reachable;
        RowState state = RowState::Waiting;
        QString sentence;
        std::chrono::milliseconds elapsed{0};
        bool timed = false;
        bool operator==(const RowData &) const = default;
    };
    const QList<RowData> &rows() const { return m_rows; }
    /// One line a row, for reports: "✓ Signed in (38 ms)".
    QString plainText() const;

private:
    int find(Row row) const;
    void ensure(Row row);
    void render(Row row);
    RowData rendered(Row row) const;
    QString sentence(const RowData &data, const Step &step) const;
    QString accessibleText(const RowData &row) const;

    QList<RowData> m_rows;
    QHash<int, Step> m_steps; ///< by StepId: as last reported in this run
    Run m_run = Run::SignIn;
    quint16 m_webSocketPort = 0;
    quint16 m_modbusPort = 0;
    bool m_signedIn = false;
    bool m_finished = false; ///< while the rows of an ended run are made
    std::optional<JobResult> m_result;
    std::optional<ReportedSetting> m_settingResult; ///< what the setting row tells
    QLocale m_locale;
};

/// "4 ms", "1.2 s", "30 s"
QString durationText(std::chrono::milliseconds duration, const QLocale &locale);

} // namespace Sigen
