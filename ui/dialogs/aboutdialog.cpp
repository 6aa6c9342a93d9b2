#include "ui/dialogs/aboutdialog.h"

#include "ui/dialogs/scrollbody.h"
#include "ui/panel/codebox.h"
#include "ui/theme/icons.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr int margin = 16; // logical pixels
static constexpr int gap = 8;

/// The overview first, if there is one.
static QStringList licenseFiles()
{
    const QDir folder(u":/sigen/licenses"_s);
    QStringList files = folder.entryList(QDir::Files, QDir::Name | QDir::IgnoreCase);
    const qsizetype overview = files.indexOf("licenses.txt"_L1);
    if (overview > 0)
        files.move(overview, 0);
    for (QString &file : files)
        file = folder.filePath(file);
    return files;
}

AboutDialog::AboutDialog(const QString &version, const QString &homepage, QWidget *parent)
    : Dialog(parent)
    , m_version(version)
    , m_homepage(homepage)
    , m_pages(new QTabWidget(this))
    , m_about(new ScrollBody(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    m_pages->setDocumentMode(true);
    m_about->column()->setContentsMargins(0, margin, 0, 0);
    m_pages->addTab(m_about, QString());
    const QStringList files = licenseFiles();
    if (!files.isEmpty())
        m_pages->addTab(makeLicenses(files), QString());
    m_pages->setTabBarAutoHide(true);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_buttons);
    retranslate();
    m_buttons->button(QDialogButtonBox::Close)->setFocus();
}

static PlainLabel *label(TextLook look, const QString &text)
{
    auto *made = new PlainLabel(look);
    made->setText(text);
    return made;
}

QWidget *AboutDialog::makeAbout() const
{
    constexpr int iconSize = 64;
    auto *icon = new QLabel;
    icon->setPixmap(applicationIcon().pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    auto *names = new QVBoxLayout;
    names->setSpacing(gap / 2);
    names->addWidget(label(TextLook::Title, u"Sigen Modbus"_s));
    PlainLabel *const version = label(TextLook::Muted, tr("Version %1").arg(m_version));
    version->setCopyable();
    names->addWidget(version);
    auto *head = new QHBoxLayout;
    head->setSpacing(margin);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addLayout(names, 1);
    head->setAlignment(names, Qt::AlignVCenter);

    const QStringList paragraphs{
        tr("Finds a SigenEnergy gateway on your network, switches its Modbus TCP server on and proves that "
           "it "
           "answers."),
        tr("This program is not affiliated with Sigenergy. Product names belong to their owners."),
        tr("It is licensed under the MIT licence."),
        tr("It uses Qt %1 under the GNU Lesser General Public License, version 3. Qt is linked dynamically: "
           "you may replace it by a build of your own.")
            .arg(QLatin1StringView(qVersion())),
        tr("Passwords that you ask it to remember are kept by QtKeychain, under the BSD licence."),
        m_homepage.isEmpty()
            ? tr("Releases are on the project's page; the program never looks for updates by itself.")
            : tr("Releases are at %1; the program never looks for updates by itself.").arg(m_homepage),
    };
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addLayout(head);
    for (const QString &paragraph : paragraphs)
        column->addWidget(label(TextLook::Body, paragraph));
    // The last one may hold an address to copy.
    qobject_cast<PlainLabel *>(column->itemAt(column->count() - 1)->widget())->setCopyable();
    return content;
}

QWidget *AboutDialog::makeLicenses(const QStringList &files)
{
    auto *page = new QWidget(this);
    m_licenseLabel = new QLabel(page);
    m_license = new QComboBox(page);
    m_licenseLabel->setTextFormat(Qt::PlainText);
    m_licenseLabel->setBuddy(m_license);
    for (const QString &file : files)
        m_license->addItem(QFileInfo(file).completeBaseName(), file);
    m_licenseText = new CodeBox(page);
    connect(m_license, &QComboBox::currentIndexChanged, this, &AboutDialog::showLicense);

    auto *choice = new QHBoxLayout;
    choice->setSpacing(gap);
    choice->addWidget(m_licenseLabel);
    choice->addWidget(m_license, 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, margin, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(choice);
    layout->addWidget(m_licenseText, 1);
    showLicense();
    return page;
}

void AboutDialog::showLicense()
{
    QFile file(m_license->currentData().toString());
    m_licenseText->setPlainText(file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll())
                                                               : QString());
}

void AboutDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Sigen Modbus"));
    m_pages->setTabText(0, tr("&About"));
    m_about->setAccessibleName(tr("About Sigen Modbus"));
    delete m_content;
    m_content = makeAbout();
    m_about->column()->addWidget(m_content);
    m_about->updateGeometry();
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("C&lose"));
    if (!m_license)
        return;
    m_pages->setTabText(1, tr("L&icences"));
    m_licenseLabel->setText(tr("&Text"));
    m_licenseText->setAccessibleName(tr("Licence text"));
    const QString first = m_license->itemData(0).toString();
    if (first.endsWith("/licenses.txt"_L1))
        m_license->setItemText(0, tr("Overview"));
}

} // namespace Sigen
