// Names of hosts, asked of the resolver a few at a time. Whoever owns this need not wait for it: what is not
// answered when it is stopped stays nameless.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <unordered_map>

namespace Sigen {

class ReverseLookup;

class HostNames : public QObject
{
    Q_OBJECT

public:
    explicit HostNames(QObject *parent = nullptr);
    ~HostNames() override;

    /// Look-ups in work; 0: nobody is asked.
    void setMostAtATime(int count) { m_mostAtATime = static_cast<std::size_t>(count); }
    void ask(quint32 address);
    /// No signal follows.
    void stop();

Q_SIGNALS:
    void found(quint32 address, const QString &name);

private:
    void startNext();
    void ended(quint32 address);

    QList<quint32> m_waiting;
    std::unordered_map<quint32, std::unique_ptr<ReverseLookup>> m_running;
    /// The system's resolver is shared with the whole process: the host that the user types must get its
    /// turn.
    std::size_t m_mostAtATime = 4;
};

} // namespace Sigen
