#include "ui/printing/pdffile.h"

#include "ui/printing/pdfpictures.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <memory>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int resolution = 600; // dots an inch, for the places of letters
constexpr qreal pageMargin = 15; // mm
constexpr qreal usualLetters = 9.5; // points
constexpr qreal leastLetters = 6;

const QColor textColor(0x1d, 0x24, 0x30);
const QColor faintColor(0x5f, 0x6b, 0x7a);

QString mark(StepState state)
{
    return state == StepState::Ok     ? u"✓"_s
        : state == StepState::Warning ? u"!"_s
        : state == StepState::Failed  ? u"✗"_s
        : state == StepState::Skipped ? u"–"_s
                                      : u"…"_s;
}

/// The text of a document, laid out for a paper.
class PdfText
{
public:
    PdfText(const ReportDocument &document, QPagedPaintDevice *paper, qreal letters)
        : m_document(document)
        , m_letters(letters)
    {
        m_text.documentLayout()->setPaintDevice(paper);
        m_text.setDocumentMargin(0);
        m_text.setPageSize(QSizeF(paper->width(), paper->height()));
        QFont font = QGuiApplication::font();
        font.setPointSizeF(letters);
        // With a distance between them letters are not joined: "ﬁne" would not be found as "fine".
        constexpr qreal tiny = 1.0 / 32; // the least that Qt's fixed-point numbers keep is 1/64
        font.setLetterSpacing(QFont::AbsoluteSpacing, tiny);
        m_text.setDefaultFont(font);
        QTextOption wrapping;
        wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_text.setDefaultTextOption(wrapping);
        m_pictures = std::make_unique<PdfPictures>(document, &m_text);
        fill();
    }

    QTextDocument &text() { return m_text; }

private:
    QTextCharFormat look(qreal share, bool bold, const QColor &color) const
    {
        QTextCharFormat format;
        format.setFontPointSize(m_letters * share);
        format.setFontWeight(bold ? QFont::Bold : QFont::Normal);
        format.setForeground(color);
        return format;
    }

    void fill()
    {
        constexpr qreal titleShare = 1.5;
        constexpr qreal headingShare = 1.15;
        QTextCursor cursor(&m_text);
        cursor.beginEditBlock(); // else it is laid out again after each word
        QTextBlockFormat heading;
        heading.setTopMargin(space());
        heading.setBottomMargin(space() / 2);
        cursor.insertText(m_document.title, look(titleShare, true, textColor));
        for (const ReportSection &section : m_document.sections) {
            cursor.insertBlock(heading);
            cursor.insertText(section.title, look(headingShare, true, textColor));
            if (!section.rows.isEmpty())
                fillTable(cursor, section);
            if (section.id == "diagnosis"_L1)
                m_pictures->insert(cursor, PdfPictures::Picture::Link);
            if (section.id == "values"_L1)
                m_pictures->insert(cursor, PdfPictures::Picture::Powers);
        }
        QTextBlockFormat note;
        note.setTopMargin(space());
        cursor.insertBlock(note);
        cursor.insertText(m_document.note, look(1, false, faintColor));
        cursor.endEditBlock();
    }

    /// The height of the letters in 1/96 inch, which is what the layout takes margins in.
    qreal space() const
    {
        constexpr qreal perInch = 96;
        constexpr qreal pointsPerInch = 72;
        return m_letters * perInch / pointsPerInch;
    }

    void fillTable(QTextCursor &cursor, const ReportSection &section)
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(space() / 5);
        format.setCellSpacing(0);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        QList<QTextLength> widths;
        for (const qreal percent : {4.0, 24.0, 62.0, 10.0})
            widths.append(QTextLength(QTextLength::PercentageLength, percent));
        format.setColumnWidthConstraints(widths);
        const bool isFrames = section.id == "frames"_L1;
        QTextCharFormat text = look(isFrames ? 0.8 : 1, false, textColor);
        if (isFrames)
            text.setFontFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
        const QTextTable *const table = cursor.insertTable(static_cast<int>(section.rows.size()), 4, format);
        const auto write = [table](int row, int column, const QString &words, const QTextCharFormat &look) {
            table->cellAt(row, column).firstCursorPosition().insertText(words, look);
        };
        for (int row = 0; row < section.rows.size(); ++row) {
            const ReportRow &shown = section.rows.at(row);
            write(row, 0, shown.state ? mark(*shown.state) : QString(), text);
            write(row, 1, shown.label, look(isFrames ? 0.8 : 1, false, faintColor));
            write(row, 2, shown.text, text);
            if (shown.elapsed)
                write(row, 3, u"%1 ms"_s.arg(shown.elapsed->count()), look(1, false, faintColor));
            if (shown.isBlank)
                drawLineUnder(table->cellAt(row, 2));
        }
        cursor.movePosition(QTextCursor::End);
    }

    /// For a pen.
    void drawLineUnder(QTextTableCell cell) const
    {
        QTextTableCellFormat format = cell.format().toTableCellFormat();
        format.setTopPadding(space());
        format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBottomBorder(space() / 20);
        format.setBottomBorderBrush(faintColor);
        cell.setFormat(format);
    }

    const ReportDocument &m_document;
    qreal m_letters;
    QTextDocument m_text;
    std::unique_ptr<PdfPictures> m_pictures;
};

void print(QTextDocument &text, QPdfWriter &paper)
{
    QPainter painter(&paper);
    const QSizeF page = text.pageSize();
    const int pages = text.pageCount();
    for (int number = 0; number < pages; ++number) {
        if (number > 0)
            paper.newPage();
        painter.save();
        painter.translate(0, -number * page.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(QPointF(0, number * page.height()), page);
        context.palette.setColor(QPalette::Text, textColor);
        painter.setClipRect(context.clip);
        text.documentLayout()->draw(&painter, context);
        painter.restore();
        if (pages == 1)
            continue;
        painter.setPen(faintColor);
        painter.drawText(QRectF(0, page.height(), page.width(), page.height() / 30),
                         Qt::AlignRight | Qt::AlignBottom, u"%1 / %2"_s.arg(number + 1).arg(pages));
    }
}

} // namespace

QByteArray pdfFile(const ReportDocument &document, PdfPages pages)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter paper(&buffer);
    paper.setResolution(resolution);
    paper.setPageSize(QPageSize(QPageSize::A4));
    paper.setPageMargins(QMarginsF(pageMargin, pageMargin, pageMargin, pageMargin), QPageLayout::Millimeter);
    paper.setTitle(document.title);
    paper.setCreator(u"Sigen Modbus"_s);
    qreal letters = usualLetters;
    auto text = std::make_unique<PdfText>(document, &paper, letters);
    while (pages == PdfPages::One && text->text().pageCount() > 1 && letters > leastLetters) {
        constexpr qreal smaller = 0.95;
        letters *= smaller;
        text = std::make_unique<PdfText>(document, &paper, letters);
    }
    print(text->text(), paper);
    return content;
}

} // namespace Sigen
