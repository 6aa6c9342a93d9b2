#include "ui/controllers/captureimport.h"

#include "capture/draft.h"
#include "core/displaytext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace Sigen {

namespace {

class ImportText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::ImportText)
};

constexpr qsizetype mostShown = 8; ///< of what is open; all of it stands in the file

} // namespace

CaptureImport importCapture(const QString &path)
{
    CaptureImport done;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        done.problem =
            ImportText::tr("%1 can't be read: %2").arg(displayText(path), displayText(file.errorString()));
        return done;
    }
    const auto read = readCapture(file.read(maximumCaptureSize + 1));
    if (const auto *error = std::get_if<ProfileError>(&read)) {
        done.problem = ImportText::tr("%1 can't be used, line %2: %3")
                           .arg(displayText(path), QString::number(error->line), displayText(error->reason));
        return done;
    }
    ImportHints hints;
    hints.file = path;
    const Draft draft = makeDraft(std::get<Capture>(read), hints);
    done.profile = QString::fromUtf8(draft.json);
    done.suggestedName = QFileInfo(path).completeBaseName() + QLatin1StringView(".json");
    done.isComplete = draft.open.isEmpty();
    if (done.isComplete) {
        done.sentence =
            ImportText::tr("The profile is complete, as far as one capture can tell. Choose it under "
                           "Advanced when you sign in. It holds no password, token or serial number; "
                           "the capture does.");
        return done;
    }
    done.sentence =
        ImportText::tr("The profile leaves %n thing(s) open, and nothing is sent with it until they are "
                       "settled in its file:",
                       nullptr, int(draft.open.size()));
    for (const QString &open : draft.open.mid(0, mostShown))
        done.sentence += QLatin1StringView("\n\n") + displayText(open);
    return done;
}

} // namespace Sigen
