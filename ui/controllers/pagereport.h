// A page's report, for the clipboard and for files: what was changed, tested, diagnosed and read there in
// this run. For others it is redacted; the owner's sheet has serial number and address whole.
#pragma once

#include "report/report.h"

#include <QLocale>
#include <QString>
#include <QStringList>

namespace Sigen {

class Redactor;
struct GatewayPage;

class PageReport
{
public:
    /// \a page must outlive it.
    explicit PageReport(const GatewayPage &page)
        : m_page(page)
    { }

    QString text() const;
    /// In the form that the suffix of \a path names: .txt, .json, .html or .pdf. Returns the problem as a
    /// sentence; empty: written.
    QString save(const QString &path) const;
    /// The commissioning sheet: .html or .pdf.
    QString saveSheet(const QString &path) const;

    QString suggestedName() const; ///< with .pdf
    static QString suggestedSheetName();
    /// As a file dialog takes them: "PDF (*.pdf);;Text (*.txt)".
    static QString filters();
    static QString sheetFilters();

private:
    Report report() const;
    const Redactor &redactor() const;

    const GatewayPage &m_page;
};

} // namespace Sigen
