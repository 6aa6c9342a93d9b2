#include "cli/confirmation.h"

#include "cli/output.h"
#include "cli/streaminput.h"

#include <utility>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype longestAnswer = 100;

Confirmation::Confirmation(QString question, Output &output, QObject *parent)
    : Operation(noDeadline, parent)
    , m_question(std::move(question))
    , m_output(output)
{ }

Confirmation::~Confirmation() = default;

void Confirmation::run()
{
    m_output.prompt(m_question + u" [y/N] "_s);
    m_input = std::make_unique<StreamInput>(longestAnswer);
    connect(m_input.get(), &StreamInput::ended, this, &Confirmation::answered, Qt::QueuedConnection);
}

void Confirmation::release()
{
    if (std::exchange(m_input, nullptr) && !m_isAnswered)
        m_output.endPrompt();
}

void Confirmation::answered(const QByteArray &line)
{
    if (hasEnded()) // interrupted meanwhile
        return;
    m_isAnswered = line.endsWith('\n');
    const QByteArray answer = line.trimmed().toLower();
    if (answer == "y" || answer == "yes")
        succeed();
    else
        fail({ErrorCode::Cancelled, {}, {}});
}

} // namespace Sigen
