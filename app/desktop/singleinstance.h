// One window for each user, display and settings file: the first start listens on a local socket, a second
// one says there what it was started for and leaves once that was heard. Beside a first one that hangs it
// becomes the first one itself. The only user of QLocalServer and QLocalSocket.
#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace Sigen {

class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// A first start that does not answer is not waited for any longer.
    static constexpr std::chrono::milliseconds answerTime{2000};
    static constexpr qint64 maximumMessage = 4096;

    /// \a settingsFile tells instances apart.
    explicit SingleInstance(const QString &settingsFile, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Of the local socket.
    const QString &name() const { return m_name; }

    /// Ends in exactly one of isFirst() and isSecond(), from the event loop. \a message: what to tell the
    /// first one.
    void claim(const QStringList &message);

Q_SIGNALS:
    void isFirst(); ///< also when there is no way to find out: a window too many is better than none
    void isSecond(); ///< the first one has heard it
    void secondStarted(const QStringList &message);

private:
    void tell();
    void concludeFirst();
    void accept();

    QString m_name;
    QStringList m_message;
    QLocalServer m_server;
    std::unique_ptr<QLocalSocket> m_socket;
    QTimer m_timer;
    bool m_concluded = false;
};

} // namespace Sigen
