#include "ui/controllers/savedgatewayscontroller.h"

#include "core/displaytext.h"
#include "settings/savedgateways.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

SavedGatewaysController::SavedGatewaysController(SavedGateways &saved, QObject *parent)
    : QObject(parent)
    , m_saved(saved)
{
    const auto newId = [this] { return QString::number(m_nextId++); };
    for (int i = 0; i < m_saved.count(); ++i)
        m_ids += newId();
    connect(&m_saved, &SavedGateways::added, this, [this, newId](int index) {
        m_ids.insert(index, newId());
        m_forgotten.removeIf(
            [&](const SavedGateway &gateway) { return isSameGateway(gateway, m_saved.at(index)); });
        tell();
    });
    connect(&m_saved, &SavedGateways::changed, this, &SavedGatewaysController::tell);
    connect(&m_saved, &SavedGateways::removed, this, [this](int index) {
        m_ids.removeAt(index);
        tell();
    });
}

SavedGatewaysController::~SavedGatewaysController() = default;

void SavedGatewaysController::tell()
{
    // Two entries that become one are told in two steps; in between the ids do not fit.
    if (m_ids.size() == m_saved.count())
        Q_EMIT changed();
}

QList<RememberedHost> SavedGatewaysController::hosts() const
{
    QList<RememberedHost> hosts;
    for (int i = 0; i < m_saved.count() && i < m_ids.size(); ++i) {
        const SavedGateway &gateway = m_saved.at(i);
        RememberedHost host;
        host.id = m_ids.at(i);
        host.host = gateway.address;
        host.name = gateway.name;
        host.serial = gateway.serial;
        host.mac = gateway.mac;
        host.lastSeen = gateway.lastSeen;
        if (gateway.lastKnownState != KnownState::Unknown)
            host.wasOn = gateway.lastKnownState == KnownState::On;
        host.port = gateway.lastKnownModbusPort;
        hosts += host;
    }
    return hosts;
}

std::optional<int> SavedGatewaysController::indexOf(const QString &id) const
{
    const qsizetype at = m_ids.indexOf(id);
    return at < 0 ? std::nullopt : std::optional(static_cast<int>(at));
}

/// What discovery knows of it; fields that it does not know stay as they were saved.
static SavedGateway seenGateway(const GatewayRef &gateway)
{
    SavedGateway seen;
    seen.address = gateway.host;
    seen.name = gateway.name;
    seen.serial = gateway.serial;
    seen.mac = gateway.mac;
    seen.lastSeen = QDateTime::currentDateTimeUtc();
    return seen;
}

void SavedGatewaysController::noteSeen(const GatewayRef &gateway)
{
    if (gateway.demo || !gateway.confirmed)
        return;
    const SavedGateway seen = seenGateway(gateway);
    if (!isForgotten(seen))
        m_saved.upsert(seen);
}

void SavedGatewaysController::noteRead(const GatewayRef &gateway, bool on, std::optional<quint16> port,
                                       const QString &serial)
{
    if (gateway.demo)
        return;
    SavedGateway seen = seenGateway(gateway);
    if (!serial.isEmpty())
        seen.serial = serial;
    seen.lastKnownState = on ? KnownState::On : KnownState::Off;
    seen.lastKnownStateAt = seen.lastSeen;
    seen.lastKnownModbusPort = port;
    if (!isForgotten(seen))
        m_saved.upsert(seen);
}

void SavedGatewaysController::setSignIn(const GatewayRef &gateway, const SignInForm &form)
{
    if (gateway.demo)
        return;
    const std::optional<int> index = m_saved.upsert(seenGateway(gateway));
    if (!index)
        return;
    // As the form was, empty fields too: upsert() would keep what was there.
    SavedGateway saved = m_saved.at(*index);
    saved.username = form.username;
    saved.webSocketPort = form.webSocketPort;
    saved.path = form.path;
    saved.profile = form.profile;
    saved.tls = form.tls;
    saved.fingerprint = form.tls ? QString(form.fingerprint).remove(u':').remove(u' ').toLower() : QString();
    m_saved.replace(*index, saved);
}

SignInForm SavedGatewaysController::signInForm(const QString &id) const
{
    SignInForm form;
    const std::optional<int> index = indexOf(id);
    if (!index)
        return form;
    const SavedGateway &gateway = m_saved.at(*index);
    form.username = gateway.username;
    form.webSocketPort = gateway.webSocketPort;
    form.path = gateway.path;
    form.profile = gateway.profile;
    form.tls = gateway.tls;
    form.fingerprint = gateway.fingerprint;
    return form;
}

void SavedGatewaysController::forget(const QString &id)
{
    const std::optional<int> index = indexOf(id);
    if (!index)
        return;
    m_forgotten += m_saved.at(*index);
    m_saved.remove(*index);
}

bool SavedGatewaysController::isForgotten(const SavedGateway &gateway) const
{
    SavedGateway seen = gateway;
    normalize(seen);
    return std::any_of(m_forgotten.cbegin(), m_forgotten.cend(),
                       [&](const SavedGateway &forgotten) { return isSameGateway(forgotten, seen); });
}

void SavedGatewaysController::rename(const QString &id, const QString &name)
{
    const std::optional<int> index = indexOf(id);
    if (!index)
        return;
    SavedGateway gateway = m_saved.at(*index);
    gateway.name = name.trimmed();
    m_saved.replace(*index, gateway);
}

SavedGatewaysController::FileOutcome SavedGatewaysController::importFrom(const QString &path)
{
    const std::variant<SavedGateways::Imported, GatewayFileError> outcome = m_saved.importFrom(path);
    if (const auto *error = std::get_if<GatewayFileError>(&outcome)) {
        const QString reason = displayText(error->reason);
        return {false,
                error->line > 0 ? tr("Nothing was imported. Line %1 of the file: %2")
                                      .arg(QString::number(error->line), reason)
                                : tr("Nothing was imported: %1").arg(reason)};
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
        return {false, tr("The file could not be written: %1").arg(displayText(*reason))};
    return {true, tr("%n saved gateways were exported, without passwords.", nullptr, m_saved.count())};
}

QString SavedGatewaysController::suggestedFileName()
{
    return u"sigen-gateways.json"_s;
}

} // namespace Sigen
