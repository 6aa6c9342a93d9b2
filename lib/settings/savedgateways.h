// The user's saved gateways, kept in the settings file. The same device is saved once: it is known again by
// its serial number or MAC address when its address has changed.
#pragma once

#include "settings/gatewayfile.h"
#include "settings/savedgateway.h"

#include <QList>
#include <QObject>

#include <optional>
#include <variant>

namespace Sigen {

class SettingsFile;

class SavedGateways : public QObject
{
    Q_OBJECT

public:
    static constexpr int maximumCount = 1000;

    struct Imported
    {
        int added = 0;
        int changed = 0;
        int unchanged = 0;
        int tooMany = 0; ///< left out, since there is no room for more
        bool operator==(const Imported &) const = default;
    };

    /// Reads what \a file holds; it must outlive this object. Nobody else may write its key "gateways".
    explicit SavedGateways(SettingsFile &file, QObject *parent = nullptr);

    int count() const { return int(m_gateways.size()); }
    /// \a index is 0…count()-1.
    const SavedGateway &at(int index) const { return m_gateways.at(index); }
    const QList<SavedGateway> &all() const { return m_gateways; }
    /// Entries of the file that were not understood. They are left out here and stay in the file, untouched.
    int unreadable() const { return int(m_unreadable.size()); }

    /// The device that \a gateway is, by isSameGateway().
    std::optional<int> find(const SavedGateway &gateway) const;

    /// Adds it, or adds what is new to the entry of the same device: what \a seen does not know stays.
    /// Entries that turn out to be one device become one. Returns its index; nothing when it can't be saved.
    std::optional<int> upsert(SavedGateway seen);
    /// As the user edited it. False when it can't be saved.
    bool replace(int index, SavedGateway gateway);
    void remove(int index);

    /// All of them as a file. On failure the reason; the old file is then still there.
    std::optional<QString> exportTo(const QString &path) const;
    /// Adds those of a file, each by upsert(); all or, when the file is refused, none.
    std::variant<Imported, GatewayFileError> importFrom(const QString &path);

Q_SIGNALS:
    /// After the fact; indexes are those of now, for removed() that which it had.
    void added(int index);
    void changed(int index);
    void removed(int index);

private:
    void load();
    int numberInFile(int index) const;
    void store(int index);
    void storeFrom(int index);
    void storeSize();
    int joinTwins(int index);

    SettingsFile &m_file;
    QList<SavedGateway> m_gateways;
    QList<int> m_unreadable; ///< their numbers in the file, ascending; the gateways have the others
};

} // namespace Sigen
