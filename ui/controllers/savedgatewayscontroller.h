// The saved gateways as the window's menus see them: renamed, imported and exported as files. Passwords are
// never among them.
#pragma once

#include <QObject>
#include <QString>

namespace Sigen {

class Registry;
class SavedGateways;

class SavedGatewaysController : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SavedGatewaysController(Registry &registry, SavedGateways &saved, QObject *parent = nullptr);
    ~SavedGatewaysController() override;

    bool isEmpty() const;
    void rename(const QString &id, const QString &name); ///< empty: by its model again

    struct FileOutcome
    {
        bool ok = false;
        QString sentence; ///< "3 gateways were imported.", or why not
    };
    FileOutcome importFrom(const QString &path);
    FileOutcome exportTo(const QString &path) const;
    static QString suggestedFileName();

private:
    Registry &m_registry;
    SavedGateways &m_saved;
};

} // namespace Sigen
