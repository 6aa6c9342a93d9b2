#include "ui/controllers/savedgatewayscontroller.h"

#include "core/displaytext.h"
#include "settings/savedgateways.h"

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

SavedGatewaysController::SavedGatewaysController(Registry &registry, SavedGateways &saved, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_saved(saved)
{ }

SavedGatewaysController::~SavedGatewaysController() = default;

bool SavedGatewaysController::isEmpty() const
{
    return m_saved.count() == 0;
}

void SavedGatewaysController::rename(const QString &id, const QString &name)
{
    m_registry.rename(id, name.trimmed());
}

SavedGatewaysController::FileOutcome SavedGatewaysController::importFrom(const QString &path)
{
    const std::variant<SavedGateways::Imported, GatewayFileError> outcome = m_saved.importFrom(path);
    if (const auto *error = std::get_if<GatewayFileError>(&outcome)) {
        const QString reason = displayText(error->reason);
        const QString name = displayText(path);
        return {false,
                error->line > 0 ? tr("Nothing was imported. Line %1 of %2: %3")
                                      .arg(QString::number(error->line), name, reason)
                                : tr("Nothing was imported from %1: %2").arg(name, reason)};
    }
    const auto &imported = std::get<SavedGateways::Imported>(outcome);
    QString sentence = tr("Added: %1. Updated: %2. Known already: %3.")
                           .arg(imported.added)
                           .arg(imported.changed)
                           .arg(imported.unchanged);
    if (imported.tooMany > 0)
        sentence = tr("%1 Left out, since there is no room for more: %2.")
                       .arg(sentence, QString::number(imported.tooMany));
    return {true, sentence};
}

SavedGatewaysController::FileOutcome SavedGatewaysController::exportTo(const QString &path) const
{
    if (const std::optional<QString> reason = m_saved.exportTo(path))
        return {false,
                tr("The file %1 could not be written: %2").arg(displayText(path), displayText(*reason))};
    return {true, tr("%n saved gateways were exported, without passwords.", nullptr, m_saved.count())};
}

QString SavedGatewaysController::suggestedFileName()
{
    return u"sigen-gateways.json"_s;
}

} // namespace Sigen
