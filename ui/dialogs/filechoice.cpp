#include "ui/dialogs/filechoice.h"

#include "core/displaytext.h"
#include "core/safefile.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace Sigen {

namespace {

class FileChoice
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::FileChoice)
};

QFileDialog *makeDialog(QWidget *parent, const QString &title, const QString &filter,
                        std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setNameFilter(filter);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(chosen));
    return dialog;
}

/// "pdf" of "PDF (*.pdf)"; empty where it takes all files.
QString suffixOf(const QString &filter)
{
    const QString suffix = filter.section(QLatin1StringView("(*."), 1).section(QLatin1Char(')'), 0, 0);
    return suffix.section(QLatin1Char(' '), 0, 0);
}

} // namespace

void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                    const QString &filter, std::function<void(const QString &path)> chosen)
{
    QFileDialog *const dialog = makeDialog(parent, title, filter, std::move(chosen));
    const QFileInfo suggested(suggestedName);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(suggested.suffix());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &chosenFilter) {
        const QString suffix = suffixOf(chosenFilter);
        if (suffix.isEmpty())
            return;
        dialog->setDefaultSuffix(suffix);
        const QStringList named = dialog->selectedFiles();
        const QFileInfo file(named.value(0));
        if (named.size() == 1 && !file.isDir())
            dialog->selectFile(file.completeBaseName() + u'.' + suffix);
    });
    dialog->selectFile(suggested.fileName());
    // "Tables (*.csv)": a name without an ending gets that of the kind that is chosen.
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &kind) {
        static const QRegularExpression ending(QStringLiteral("\\*\\.(\\w+)"));
        if (const QRegularExpressionMatch match = ending.match(kind); match.hasMatch())
            dialog->setDefaultSuffix(match.captured(1));
    });
    dialog->open();
}

void chooseOpenFile(QWidget *parent, const QString &title, const QString &filter,
                    std::function<void(const QString &path)> chosen)
{
    QFileDialog *const dialog = makeDialog(parent, title, filter, std::move(chosen));
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->open();
}

QString writeTextFile(const QString &path, const QString &text)
{
    const Error error = writeSafely(path, text.toUtf8());
    return error ? FileChoice::tr("The file %1 could not be written: %2")
                       .arg(displayText(path), displayText(error.detail))
                 : QString();
}

} // namespace Sigen
