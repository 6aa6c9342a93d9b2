// sigen-makeicons DRAWING.svg FOLDER
//
// Renders the application icon in every size: FOLDER/hicolor/NxN/apps/NAME.png, FOLDER/NAME.ico,
// FOLDER/NAME.icns, NAME being the drawing's. Runs without a display. Exit code 1 and a sentence when
// anything fails.

#include <QBuffer>
#include <QByteArray>
#include <QCoreApplication>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QList>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

[[noreturn]] static void fail(const QString &sentence)
{
    std::fprintf(stderr, "sigen-makeicons: %s\n", qPrintable(sentence));
    std::exit(1);
}

static QImage rendered(QSvgRenderer &drawing, int size)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing.render(&painter);
    return image;
}

static QByteArray png(const QImage &image)
{
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        fail(u"PNG files can't be written here."_s);
    return buffer.data();
}

/// A bitmap as it stands in an .ico: no file header, twice the height, rows from the bottom, then an empty
/// mask.
static QByteArray iconBitmap(const QImage &image)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    const int size = image.width();
    stream << quint32(40) << qint32(size) << qint32(2 * size) << quint16(1) << quint16(32);
    for (int zeros = 0; zeros < 6; ++zeros)
        stream << quint32(0);
    for (int row = size - 1; row >= 0; --row) {
        for (int column = 0; column < size; ++column)
            stream << quint32(image.pixel(column, row));
    }
    const int maskRow = (size + 31) / 32 * 4;
    bytes.append(QByteArray(maskRow * size, '\0'));
    return bytes;
}

/// Microsoft's container. Only the largest is a PNG: older resource compilers and NSIS take no other.
static QByteArray ico(QSvgRenderer &drawing)
{
    const QList<int> sizes{16, 20, 24, 32, 40, 48, 64, 256};
    QByteArray header;
    QByteArray images;
    QDataStream stream(&header, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << quint16(0) << quint16(1) << quint16(sizes.size());
    const qsizetype firstImage = 6 + 16 * sizes.size();
    for (const int size : sizes) {
        const QImage image = rendered(drawing, size);
        const QByteArray bytes = size < 256 ? iconBitmap(image) : png(image);
        const auto side = static_cast<quint8>(size < 256 ? size : 0); // 0 stands for 256
        stream << side << side << quint8(0) << quint8(0) << quint16(1) << quint16(32) << quint32(bytes.size())
               << quint32(firstImage + images.size());
        images += bytes;
    }
    return header + images;
}

/// Apple's container: for each entry a type of four letters, the length with these eight bytes, and a PNG.
static QByteArray icns(QSvgRenderer &drawing)
{
    struct Entry
    {
        const char *type;
        int size;
    };
    const QList<Entry> entries{{"ic11", 32},  {"ic12", 64},  {"ic07", 128}, {"ic13", 256},
                               {"ic08", 256}, {"ic14", 512}, {"ic09", 512}, {"ic10", 1024}};
    QByteArray images;
    for (const Entry &entry : entries) {
        const QByteArray bytes = png(rendered(drawing, entry.size));
        QDataStream stream(&images, QIODevice::WriteOnly | QIODevice::Append);
        stream.writeRawData(entry.type, 4);
        stream << quint32(bytes.size() + 8);
        stream.writeRawData(bytes.constData(), static_cast<int>(bytes.size()));
    }
    QByteArray file;
    QDataStream stream(&file, QIODevice::WriteOnly);
    stream.writeRawData("icns", 4);
    stream << quint32(images.size() + 8);
    return file + images;
}

static void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(bytes) != bytes.size())
        fail(u"%1 can't be written: %2"_s.arg(path, file.errorString()));
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        fail(u"It takes a drawing and a folder."_s);
    QSvgRenderer drawing(arguments.at(1));
    if (!drawing.isValid())
        fail(u"%1 is not a drawing."_s.arg(arguments.at(1)));

    const QString folder = arguments.at(2);
    const QString name = QFileInfo(arguments.at(1)).completeBaseName();
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512})
        write(u"%1/hicolor/%2x%2/apps/%3.png"_s.arg(folder).arg(size).arg(name),
              png(rendered(drawing, size)));
    write(u"%1/%2.ico"_s.arg(folder, name), ico(drawing));
    write(u"%1/%2.icns"_s.arg(folder, name), icns(drawing));
    return 0;
}
