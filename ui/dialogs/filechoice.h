// Choosing a file without holding the event loop. Starts in the documents folder and remembers nothing;
// nothing is called when the user cancels or \a parent goes away first.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Sigen {

/// \a filter as QFileDialog takes it: "PDF (*.pdf);;Text (*.txt)"; which one is chosen decides the suffix of
/// a name without one. An existing file is asked about before \a chosen.
void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                    const QString &filter, std::function<void(const QString &path)> chosen);
void chooseOpenFile(QWidget *parent, const QString &title, const QString &filter,
                    std::function<void(const QString &path)> chosen);

/// Writes \a text as UTF-8, all or nothing. Returns the problem as a sentence; empty: written.
QString writeTextFile(const QString &path, const QString &text);

} // namespace Sigen
