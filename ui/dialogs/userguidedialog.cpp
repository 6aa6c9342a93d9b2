#include "ui/dialogs/userguidedialog.h"

#include "ui/dialogs/scrollbody.h"
#include "ui/widgets/plainlabel.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeySequence>
#include <QList>
#include <QPushButton>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int margin = 16; // logical pixels
constexpr int gap = 8;

/// A sentence with what stands before it: a number, a mark, a key; or nothing.
struct Line
{
    QString lead;
    QString text;
};

struct Chapter
{
    QString title;
    QList<Line> lines;
};

class UserGuide
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::UserGuide)

public:
    static QList<Chapter> chapters() { return {steps(), marks(), trouble(), safety(), keys()}; }

private:
    static Chapter steps()
    {
        return {
            tr("From finding to verified"),
            {{tr("1.", "number of a step"),
              tr("Scan the network, or add the gateway by its address. Scanning changes nothing and sends "
                 "no password.")},
             {tr("2.", "number of a step"), tr("Choose the gateway in the list on the left.")},
             {tr("3.", "number of a step"),
              tr("Sign in with the gateway's local account. It is not always the account of the app.")},
             {tr("4.", "number of a step"),
              tr("Flip the switch of the Modbus TCP server. The program asks before it sends anything.")},
             {tr("5.", "number of a step"),
              tr("Wait for the five ticks: the setting was read back, the port is open and the plant answers "
                 "through Modbus. Then copy the settings for your system from “Connect your system”.")}}};
    }

    static Chapter marks()
    {
        return {
            tr("What the marks mean"),
            {{u"✓"_s, tr("It was seen to work, from this computer and at the time that is shown.")},
             {u"✗"_s, tr("It was tried and failed. The box below the steps says why and what to do next.")},
             {u"–"_s, tr("It was not tried, so nothing is known about it.")},
             {u"●"_s,
              tr("Labels like “Modbus 502” or “502 closed” say what was found at an address. “Possible "
                 "gateway” means that nothing has confirmed it yet.")}}};
    }

    static Chapter trouble()
    {
        return {
            tr("If it does not work"),
            {{{},
              tr("No gateway is found: connect this computer to the gateway's network, not to a guest "
                 "network, and switch off a VPN. Then scan again, or add the address that the router "
                 "shows for it.")},
             {{},
              tr("Open the tab “Diagnosis”, or choose it in the Help menu, to find out whether it is the "
                 "gateway, the network or the other program. It changes nothing and names what to do next; "
                 "its report can be handed to others.")},
             {{},
              tr("Signing in is refused, or the gateway does not speak the local protocol: the server can "
                 "be switched on in the vendor's app as well. Choose “Where the switch is in the app…” or "
                 "“Message to my installer…” in the Gateway menu.")},
             {{},
              tr("The server is on, but the port stays closed: some firmware only lets listed clients in, "
                 "and some takes a while. Test the port again; that works without signing in.")},
             {{},
              tr("The server is off again later: a firmware update can do that. “Keep it on” in the Gateway "
                 "menu looks again and again, and switches it on again.")}}};
    }

    static Chapter safety()
    {
        return {
            tr("Safety"),
            {{{},
              tr("Modbus TCP has no password: anyone on the network can read and control the plant. Use it "
                 "on a network that you trust, and never forward its port to the internet.")},
             {{},
              tr("The password for signing in crosses the network without encryption unless TLS is chosen. "
                 "It is kept only when you ask for it, in this computer's keychain.")},
             {{},
              tr("The protocol log and the reports leave out passwords. Reports shorten serial numbers; the "
                 "protocol log and the sheet for the owner have them in full, and all of them name "
                 "addresses: look at them before you pass them on.")}}};
    }

    static Chapter keys()
    {
        const auto key = [](int keys) { return QKeySequence(keys).toString(QKeySequence::NativeText); };
        return {tr("Keyboard"),
                {{key(Qt::Key_F5), tr("Scans the network.")},
                 {key(int(Qt::CTRL) | int(Qt::Key_T)), tr("Tests the Modbus port.")},
                 {key(int(Qt::CTRL) | int(Qt::Key_L)), tr("Goes to the field for an address.")}}};
    }
};

PlainLabel *label(TextLook look, const QString &text)
{
    auto *made = new PlainLabel(look);
    made->setText(text);
    return made;
}

void addChapter(QVBoxLayout *column, const Chapter &chapter)
{
    if (column->count() > 0)
        column->addSpacing(gap);
    column->addWidget(label(TextLook::Strong, chapter.title));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gap);
    grid->setVerticalSpacing(gap);
    grid->setColumnStretch(1, 1);
    for (const Line &line : chapter.lines) {
        const int row = grid->rowCount();
        if (line.lead.isEmpty()) {
            grid->addWidget(label(TextLook::Body, line.text), row, 0, 1, 2);
            continue;
        }
        PlainLabel *const lead = label(TextLook::Muted, line.lead);
        lead->setWordWrap(false);
        grid->addWidget(lead, row, 0, Qt::AlignTop);
        grid->addWidget(label(TextLook::Body, line.text), row, 1);
    }
    column->addLayout(grid);
}

} // namespace

UserGuideDialog::UserGuideDialog(QWidget *parent)
    : Dialog(parent)
    , m_body(new ScrollBody(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_buttons);
    retranslate();
    m_body->setFocus();
}

void UserGuideDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UserGuideDialog::retranslate()
{
    setWindowTitle(tr("User guide"));
    m_body->setAccessibleName(tr("User guide"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("C&lose"));

    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    for (const Chapter &chapter : UserGuide::chapters())
        addChapter(column, chapter);
    m_body->column()->addWidget(m_content);
    m_body->updateGeometry();
}

} // namespace Sigen
