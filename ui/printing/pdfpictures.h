// The pictures inside a PDF report, drawn as lines and text rather than as pixels.
#pragma once

#include "report/reportdocument.h"

#include <QTextObjectInterface>

class QTextCursor;

namespace Sigen {

class PdfPictures : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    /// \a document must outlive it.
    PdfPictures(const ReportDocument &document, QTextDocument *text);

    enum class Picture { Link, Powers };
    /// In a paragraph of its own; nothing where there is nothing to draw.
    void insert(QTextCursor &cursor, Picture picture);

    QSizeF intrinsicSize(QTextDocument *text, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &place, QTextDocument *text, int position,
                    const QTextFormat &format) override;

private:
    void drawLink(QPainter &painter, const QRectF &place) const;
    void drawPowers(QPainter &painter, const QRectF &place, qreal unit) const;

    const ReportDocument &m_document;
};

} // namespace Sigen
