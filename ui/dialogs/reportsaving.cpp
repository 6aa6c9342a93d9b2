#include "ui/dialogs/reportsaving.h"

#include "core/displaytext.h"
#include "ui/controllers/pagereport.h"
#include "ui/dialogs/filechoice.h"
#include "ui/dialogs/questiondialog.h"

#include <QCoreApplication>
#include <QWidget>

namespace Sigen {

namespace {

class SavingText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::ReportSaving)
};

void tell(QWidget *parent, const QString &title, const QString &problem)
{
    Question notice;
    notice.title = title;
    notice.text = problem;
    notice.rejectText = SavingText::tr("&Close");
    auto *const dialog = new QuestionDialog(notice, parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void saveReport(const GatewayPage &page, QWidget *parent,
                const std::function<void(const QString &sentence)> &saved)
{
    chooseSaveFile(parent, SavingText::tr("Save report"), PageReport(page).suggestedName(),
                   PageReport::filters(), [&page, parent, saved](const QString &path) {
                       const QString problem = PageReport(page).save(path);
                       if (problem.isEmpty())
                           saved(SavingText::tr("Saved as %1").arg(displayText(path)));
                       else
                           tell(parent, SavingText::tr("The report was not saved."), problem);
                   });
}

void saveSheet(const GatewayPage &page, QWidget *parent,
               const std::function<void(const QString &sentence)> &saved)
{
    chooseSaveFile(parent, SavingText::tr("Save the sheet for the owner"), PageReport::suggestedSheetName(),
                   PageReport::sheetFilters(), [&page, parent, saved](const QString &path) {
                       const QString problem = PageReport(page).saveSheet(path);
                       if (problem.isEmpty())
                           saved(SavingText::tr("Saved as %1").arg(displayText(path)));
                       else
                           tell(parent, SavingText::tr("The sheet was not saved."), problem);
                   });
}

} // namespace Sigen
