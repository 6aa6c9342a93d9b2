// All gateways and other hosts that are known, one Gateway for each device, and the one way to take in what
// was seen: absorb(). Rows, pages and the settings file observe it.
//
// What was seen belongs to a place; the registry decides which device is there, by sameDevice(). Before a
// look has settled, or where nothing contradicts, whoever was there before still is. A contradiction
// displaces it: another device gets the place, and the old one keeps everything else. Devices that turn out
// to be one become one. Nothing is ever dropped because it was not seen.
//
// Pure but for its signal: no clock, no file, no network.
#pragma once

#include "registry/changes.h"
#include "registry/evidence.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace Sigen {

class Registry : public QObject
{
    Q_OBJECT

public:
    explicit Registry(QObject *parent = nullptr);
    ~Registry() override;

    /// In the order in which they became known.
    const QList<Gateway> &gateways() const { return m_gateways; }
    const Gateway *find(const QString &id) const; ///< null: unknown; valid until the next change
    /// Of the gateway that is reached there, by address or name; the demo is not meant. Empty: nobody's.
    QString idAt(const QString &host) const;

    Changes absorb(const Sighting &sighting);
    Changes absorb(const NoAnswer &silence);
    Changes absorb(const ScanEnd &end);
    Changes absorb(const Added &added);
    Changes absorb(const Resolved &resolved);
    Changes absorb(const SignIn &signIn);
    Changes absorb(const SettingRead &read);
    Changes absorb(const SettingDoubt &doubt);
    Changes absorb(const ModbusAnswer &answer);
    /// A saved entry, from the settings or an imported file: a gateway with one place.
    Changes absorb(const Gateway &entry);

    /// Which passwords of it this computer's keychain has been given, as "user@host".
    Changes remember(const QString &id, const QStringList &entries);
    /// The user wants it kept between runs, though nobody has signed in; also one that was forgotten. Not the
    /// demo.
    Changes keep(const QString &id);
    Changes rename(const QString &id, const QString &name); ///< empty: by its model again
    /// Not saved any more, and nothing of how it was spoken to or what it was is kept.
    Changes forget(const QString &id);
    Changes remove(const QString &id);

Q_SIGNALS:
    /// Told first, so that what hangs on a device has moved before anybody looks.
    void merged(const QString &from, const QString &into);
    /// After the fact, once a call, and only if there is something to tell.
    void changed(const Sigen::Changes &changes);

private:
    qsizetype indexOf(const QString &id) const;
    const Gateway &at(const QString &id) const { return m_gateways.at(indexOf(id)); }
    Gateway &edit(const QString &id);
    QString add(Gateway gateway);
    QString findSame(const Gateway &seen, const QString &except = {}) const;
    QString atPlaceOf(const QString &id, const Gateway &seen);
    QString displace(const QString &id, const Gateway &seen);
    void take(const QString &id, const Gateway &seen, const QDateTime &at = {});
    QString settle(QString id);
    QString merge(const QString &one, const QString &other);
    void saveUnlessForgotten(const QString &id);
    Changes finish();

    QList<Gateway> m_gateways;
    QHash<QString, Gateway> m_before; ///< those that this call has touched, as they were
    Changes m_changes; ///< of this call
};

} // namespace Sigen
