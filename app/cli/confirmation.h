// A question to the person at the terminal that is answered by "y" or "yes"; anything else is no.
#pragma once

#include "core/operation.h"

#include <QString>

#include <memory>

namespace Sigen {

class Output;
class StreamInput;

/// Succeeds with a yes; else ends as ErrorCode::Cancelled. No deadline while a person thinks.
class Confirmation : public Operation
{
    Q_OBJECT

public:
    /// \a question ends without a space; its answers are added.
    Confirmation(QString question, Output &output, QObject *parent = nullptr);
    ~Confirmation() override;

protected:
    void run() override;
    void release() override;

private:
    void answered(const QByteArray &line);

    QString m_question;
    Output &m_output;
    std::unique_ptr<StreamInput> m_input;
    bool m_isAnswered = false;
};

} // namespace Sigen
