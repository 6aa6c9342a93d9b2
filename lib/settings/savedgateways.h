// The saved gateways of the registry, kept in the settings file: read once, and written as the registry
// changes. To share the file, read it again before writing: an entry that is absorbed twice changes nothing.
#pragma once

#include "registry/registry.h"
#include "settings/gatewayfile.h"

#include <QList>
#include <QObject>
#include <QStringList>

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

    /// Puts what \a file holds into \a registry; both must outlive it. Nobody else may write its key
    /// "gateways".
    SavedGateways(SettingsFile &file, Registry &registry, QObject *parent = nullptr);
    ~SavedGateways() override;

    int count() const { return int(m_ids.size()); }
    QList<Gateway> all() const; ///< in the order of the file
    /// Entries of the file that were not understood. They are left out here and stay in the file, untouched.
    int unreadable() const { return int(m_unreadable.size()); }

    /// All of them as a file. On failure the reason; the old file is then still there.
    std::optional<QString> exportTo(const QString &path) const;
    /// Absorbs those of a file; all or, when the file is refused, none.
    std::variant<Imported, GatewayFileError> importFrom(const QString &path);

private:
    void load();
    std::optional<Gateway> read(int number);
    int numberInFile(qsizetype index) const;
    void take(const Changes &changes);
    void follow(const QString &id);
    void store(qsizetype index);
    void storeFrom(qsizetype index);
    void storeSize();

    SettingsFile &m_file;
    Registry &m_registry;
    QStringList m_ids; ///< of those in the file, in its order
    QList<int> m_unreadable; ///< their numbers in the file, ascending; the gateways have the others
};

} // namespace Sigen
