// One poll of the live values of a plant or of one device: the `values` command and the live view.
//
// A burst of a few block reads on one connection, which is closed afterwards so that other tools get their
// turn; a steady reader leaves at least ModbusReader::pauseAfterTimeout between two polls (vendor document
// V2.9).
#pragma once

#include "core/operation.h"
#include "core/timeouts.h"
#include "core/trace.h"
#include "modbus/modbusidentity.h"
#include "modbus/modbusreader.h"
#include "modbus/readplan.h"
#include "network/tcpconnection.h"
#include "protocol/modbusframe.h"
#include "protocol/registertable.h"

#include <QList>
#include <QVariant>

#include <memory>

namespace Sigen {

struct RegisterValue
{
    RegisterDefinition definition;
    QVariant value; ///< as decodeRegister() gives it
};

class PlantRead : public Operation
{
    Q_OBJECT

public:
    /// Takes the open connection over (not null). Unit 247 is asked for the plant's registers of the built-in
    /// table, any other for a device's. A block that the firmware refuses is read in smaller parts and its
    /// missing registers left out; one that gets no usable answer costs its own values only. Fails when
    /// nothing at all was readable, with the error of the first block, which every firmware has: those of
    /// ReadRegisters.
    PlantRead(std::unique_ptr<TcpConnection> connection, UnitId unit, Timeouts timeouts,
              QObject *parent = nullptr);
    ~PlantRead() override;

    /// Before start(): asks first who answers, with the check that everybody uses (IdentityCheck). What is no
    /// Sigenergy plant fails with the error of its verdict, and none of its registers is taken for a value.
    void judgeFirst() { m_judgeFirst = true; }
    /// What that check found; not tested without it.
    const ModbusIdentity &identity() const { return m_identity; }

    UnitId unit() const { return m_unit; }
    /// After finished(): the available values, ordered by address. What the firmware lacks is absent, and so
    /// is the grid power of a plant without a grid sensor, where it means nothing (vendor document V2.9).
    const QList<RegisterValue> &values() const { return m_values; }
    /// After success: what was asked for and not answered (unlike what the firmware denies to have).
    const QList<RegisterDefinition> &unanswered() const { return m_unanswered; }
    /// Function 04 was refused with exception 01, function 03 worked.
    bool usedHoldingRegisters() const
    {
        return m_function == ReadFunction::HoldingRegisters && !m_values.isEmpty();
    }
    /// Late replies that were skipped.
    int staleReplies() const { return m_reader ? m_reader->staleReplies() : 0; }

Q_SIGNALS:
    void traced(const Sigen::TraceEntry &entry);

protected:
    void run() override;
    void release() override;

private:
    void judge();
    void begin(std::unique_ptr<ModbusReader> reader);
    void readNext();
    void take(const PlannedRead &planned, const ReadRegisters &read);
    void dropMeaninglessValues();

    std::unique_ptr<TcpConnection> m_connection; ///< until run() hands it to the reader
    std::unique_ptr<ModbusReader> m_reader;
    UnitId m_unit;
    Timeouts m_timeouts;
    ReadFunction m_function = ReadFunction::InputRegisters;
    QList<PlannedRead> m_pending;
    QList<RegisterValue> m_values;
    QList<RegisterDefinition> m_unanswered;
    Error m_firstError;
    int m_failures = 0; ///< weight of the reads that were not answered
    bool m_anyAnswer = false;
    bool m_judgeFirst = false;
    ModbusIdentity m_identity;
};

} // namespace Sigen
