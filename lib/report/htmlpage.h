// What all HTML pages of this program share: one file that needs nothing else, also without a network;
// well-formed as XML, too. Pure.
#pragma once

#include "report/reportdocument.h"

#include <QByteArray>
#include <QString>

namespace Sigen::Html {

/// \a body is HTML, \a title a text. \a language as in "de", for the page's lang.
QByteArray page(const QString &title, const QString &body, const QString &language);

/// <tag>text</tag>, the text escaped; with a class if there is one.
QString element(QLatin1StringView tag, const QString &text, QLatin1StringView className = {});

/// A row of a table: the label, the text, and what stands in front and behind.
QString tableRow(const QString &mark, const QString &label, const QString &text, const QString &time = {});

/// A row to be filled in by hand.
QString blankRow(const QString &label);

/// The reads of the link test as bars, lost ones marked; empty for none.
QString linkPicture(const LinkFinding &link);
/// Bars from a middle line; empty for none.
QString powerPicture(const QList<PowerBar> &powers);

} // namespace Sigen::Html
