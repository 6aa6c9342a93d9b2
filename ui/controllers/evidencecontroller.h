// "Save evidence…": looks at what a gateway offers to somebody without credentials, and saves it, redacted,
// for those who write a profile. Begins only when the user asks for it.
#pragma once

#include "core/error.h"
#include "core/trace.h"

#include <QObject>
#include <QString>

#include <memory>

namespace Sigen {

class GatewayController;
class OfferProbe;
struct GatewayEnvironment;

class EvidenceController : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    EvidenceController(GatewayController &gateway, const GatewayEnvironment &environment,
                       QObject *parent = nullptr);
    ~EvidenceController() override;

    bool isRunning() const { return m_probe != nullptr; }
    bool canStart() const; ///< the demo has nothing to show to others
    int done() const { return m_done; } ///< ports
    int total() const { return m_total; }
    /// What is under way, or how it ended; empty before.
    QString text() const;
    static QString suggestedFileName();

    void reset(); ///< another device
    void retranslate() { Q_EMIT changed(); }

public Q_SLOTS:
    /// Ignored while it runs. What was at \a path stays until there is something to save.
    void start(const QString &path);
    void stop(); ///< at once; nothing is saved

Q_SIGNALS:
    void changed();
    void traced(const Sigen::TraceEntry &entry);

private:
    void ended();

    GatewayController &m_gateway;
    const GatewayEnvironment &m_environment;
    std::unique_ptr<OfferProbe> m_probe;
    QString m_path;
    int m_done = 0;
    int m_total = 0;
    bool m_hasEnded = false;
    bool m_isSilent = false; ///< no port answered in any way
    Error m_error;
};

} // namespace Sigen
