#include "passwordsearch.h"

#include "guitesting.h"

#include "handover/snippetcatalog.h"
#include "ui/controllers/pagereport.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QPlainTextEdit>
#include <QUrl>

#include <algorithm>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

static QStringList printed; // a message handler has no other place
static QtMessageHandler usualHandler = nullptr;

static void keepMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    printed += text;
    const bool isOurs = context.category != nullptr && QByteArray(context.category).startsWith("sigen");
    if (!isOurs || type != QtDebugMsg) // the test's own output stays as it was
        usualHandler(type, context, text);
}

const QStringList &printedLines()
{
    if (usualHandler == nullptr) {
        QLoggingCategory::setFilterRules(u"sigen*.debug=true"_s);
        usualHandler = qInstallMessageHandler(keepMessage);
    }
    return printed;
}

namespace {

class Search
{
public:
    explicit Search(const QString &secret)
    {
        const QByteArray bytes = secret.toUtf8();
        m_spellings = {secret, QString::fromUtf8(QUrl::toPercentEncoding(secret)),
                       QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals)),
                       QString::fromLatin1(bytes.toHex())};
    }

    void look(const QString &where, const QString &text)
    {
        const bool isThere =
            std::any_of(m_spellings.cbegin(), m_spellings.cend(), [&text](const QString &spelling) {
                return text.contains(spelling, Qt::CaseInsensitive);
            });
        if (isThere)
            m_found += where;
    }

    QStringList found() const { return m_found; }

private:
    QStringList m_spellings;
    QStringList m_found;
};

void lookAtWidgets(Search &search)
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        const QString where =
            QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        search.look(where, widget->toolTip() + widget->accessibleName() + widget->accessibleDescription());
        search.look(where, widget->windowTitle() + widget->whatsThis() + widget->statusTip());
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            search.look(where, label->text());
        else if (const auto *body = qobject_cast<const QPlainTextEdit *>(widget))
            search.look(where, body->toPlainText());
        else if (const auto *box = qobject_cast<const QComboBox *>(widget))
            search.look(where, box->currentText());
        else if (const auto *field = qobject_cast<const QLineEdit *>(widget);
                 field != nullptr && field->objectName() != "password"_L1)
            search.look(where, field->text());
        else if (const auto *list = qobject_cast<const QAbstractItemView *>(widget);
                 list != nullptr && list->model()) {
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                    search.look(where, list->model()->index(row, 0).data(role).toString());
            }
        }
    }
}

void lookAtPage(Search &search, GatewayPage &page)
{
    search.look(u"report"_s, page.controller.reportText());
    search.look(u"report with the diagnosis"_s, PageReport(page).text());
    search.look(u"details"_s, page.controller.detailsText());
    for (int row = 0; row < page.log.rowCount(); ++row)
        search.look(u"protocol log"_s, page.log.line(row) + page.log.at(row).text);
    for (const SnippetDefinition &tool : snippetDefinitions()) {
        page.snippets.setCurrentTool(tool.id);
        search.look(u"snippet "_s + tool.id, page.snippets.snippet());
    }
}

void lookAtFiles(Search &search, const QString &folder)
{
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            search.look(info.fileName(), QString::fromUtf8(file.readAll()));
    }
}

} // namespace

QStringList placesOf(const QString &secret, WindowWorld &world)
{
    Search search(secret);
    lookAtWidgets(search);
    if (world.book().current() != nullptr)
        lookAtPage(search, *world.book().current());
    world.saved().exportTo(world.folder() + u"/exported.json"_s);
    world.sync();
    lookAtFiles(search, world.folder());
    search.look(u"clipboard"_s, QGuiApplication::clipboard()->text());
    for (const QString &line : printedLines())
        search.look(u"printed: "_s + line.left(60), line);
    return search.found();
}

} // namespace Sigen::Test
