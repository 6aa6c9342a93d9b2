#include "ui/widgets/passwordedit.h"

#include <QEvent>
#include <QStyle>
#include <QToolButton>

namespace Sigen {

PasswordEdit::PasswordEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_button(new QToolButton(this))
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_button->setObjectName(QLatin1StringView("showPassword"));
    m_button->setAutoRaise(true);
    m_button->setCursor(Qt::PointingHandCursor);
    connect(m_button, &QToolButton::clicked, this, [this] { setShown(!isShown()); });
    retranslate();
}

bool PasswordEdit::isShown() const
{
    return echoMode() == QLineEdit::Normal;
}

void PasswordEdit::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    retranslate();
}

void PasswordEdit::forget()
{
    setText({}); // clear() would leave it to Undo
    setShown(false);
}

void PasswordEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        placeButton();
}

void PasswordEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeButton();
}

void PasswordEdit::retranslate()
{
    m_button->setText(isShown() ? tr("hide") : tr("show"));
    m_button->setAccessibleName(isShown() ? tr("Hide the password") : tr("Show the password"));
    placeButton();
}

void PasswordEdit::placeButton()
{
    constexpr int inset = 4;
    const QSize size = m_button->sizeHint().boundedTo(QSize(width() / 2, height() - 2));
    const QRect place(rect().right() - inset - size.width(), rect().center().y() - size.height() / 2,
                      size.width(), size.height());
    m_button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    const int margin = size.width() + inset;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? margin : 0, 0, mirrored ? 0 : margin, 0);
}

} // namespace Sigen
