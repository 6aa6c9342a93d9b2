#include "ui/controllers/captureimport.h"

#include "protocol/profile.h"
#include "support/harfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;

class CaptureImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeCaptureBecomesAProfile()
    {
        const CaptureImport made =
            importCapture(save(harFile({harSocket(u"ws://192.168.1.150:8080/ws"_s, documentedFrames())})));
        QCOMPARE(made.problem, QString());
        QVERIFY(made.isComplete);
        QCOMPARE(made.suggestedName, u"my gateway.json"_s);
        QVERIFY(std::holds_alternative<ProtocolProfile>(parseProfile(made.profile.toUtf8())));
        QVERIFY(!made.profile.contains(u"hunter2secret"_s));
    }

    void whatIsOpenIsSaid()
    {
        const CaptureImport made = importCapture(save(frameLines(documentedFrames().mid(0, 5))));
        QVERIFY(!made.isComplete);
        QVERIFY(made.sentence.contains(u"nothing is sent with it"_s));
        QVERIFY(made.sentence.contains(u"no set request was found"_s));
    }

    void whatIsNoCaptureIsNamed()
    {
        const CaptureImport made = importCapture(save("hello"));
        QVERIFY(made.problem.contains(u"line 1"_s));
        QVERIFY(!importCapture(u"/nowhere/x.har"_s).problem.isEmpty());
    }

private:
    QString save(const QByteArray &content)
    {
        QFile file(m_folder.filePath(u"my gateway.har"_s));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size()); }();
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(CaptureImportTest)
#include "tst_captureimport.moc"
