// A button that puts a text on the clipboard and says so for 2 s, in the same width.
#pragma once

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>

namespace Sigen {

class CopyButton : public QPushButton
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::CopyButton)

public:
    static constexpr std::chrono::milliseconds toldFor{2000};

    /// \a source is asked when the button is pressed.
    CopyButton(std::function<QString()> source, QWidget *parent)
        : QPushButton(parent)
        , m_source(std::move(source))
    {
        setAutoDefault(false);
        m_timer.setSingleShot(true);
        m_timer.setInterval(toldFor);
        connect(&m_timer, &QTimer::timeout, this, [this] { setText(m_text); });
        connect(this, &QPushButton::clicked, this, &CopyButton::copy);
    }

    /// The button's words: "&Copy".
    void setCopyText(const QString &text)
    {
        m_text = text;
        m_timer.stop();
        setText(text);
        updateGeometry();
    }

    QSize sizeHint() const override
    {
        const auto width = [this](const QString &text) {
            return fontMetrics().size(Qt::TextShowMnemonic, text).width();
        };
        const int widest = std::max(width(m_text), width(tr("Copied")));
        return QPushButton::sizeHint() + QSize(widest - width(text()), 0);
    }

    void copy()
    {
        QGuiApplication::clipboard()->setText(m_source());
        setText(tr("Copied"));
        m_timer.start();
    }

private:
    std::function<QString()> m_source;
    QString m_text;
    QTimer m_timer;
};

} // namespace Sigen
