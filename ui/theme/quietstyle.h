// Fusion, with the underlines of mnemonics hidden until Alt is held, as on Windows.
#pragma once

#include <QProxyStyle>

namespace Sigen {

class QuietStyle : public QProxyStyle
{
    Q_OBJECT

public:
    QuietStyle();

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showUnderlines(bool shown);

    bool m_underlines = false;
};

} // namespace Sigen
