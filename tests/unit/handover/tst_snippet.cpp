#include "handover/snippet.h"
#include "protocol/registertable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class SnippetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyToolHasASnippet()
    {
        QStringList ids;
        for (const SnippetDefinition &definition : snippetDefinitions()) {
            ids += definition.id;
            QCOMPARE(findSnippetDefinition(definition.id), &definition);
        }
        QCOMPARE(ids,
                 QStringList({u"generic"_s, u"home-assistant"_s, u"home-assistant-yaml"_s,
                              u"sigenergy2mqtt"_s, u"sigenergy2mqtt-env"_s, u"evcc"_s, u"evcc-modbusproxy"_s,
                              u"node-red"_s, u"iobroker"_s, u"openhab"_s, u"openhab-sigenergy"_s, u"openwb"_s,
                              u"homey"_s, u"prometheus"_s, u"solarassistant"_s}));
        QVERIFY(!findSnippetDefinition(u"nothing"_s));
    }

    void everyTitleAndNoteCanBeTranslated()
    {
        QSet<QString> used;
        for (const SnippetDefinition &definition : snippetDefinitions()) {
            used += {definition.title, definition.note};
            QCOMPARE(snippetTitle(definition), definition.title); // no translation is installed here
            QCOMPARE(snippetNote(definition), definition.note);
        }
        const QStringList known = translatableSnippetTexts();
        QCOMPARE(used, QSet<QString>(known.cbegin(), known.cend()));
    }

    void fileNamesAreFileNames()
    {
        static const QRegularExpression wellFormed(u"\\A[a-z0-9-]+\\.(?:txt|yaml|json|env|things)\\z"_s);
        QSet<QString> names;
        for (const SnippetDefinition &definition : snippetDefinitions()) {
            QVERIFY2(wellFormed.match(definition.fileName).hasMatch(), qPrintable(definition.fileName));
            names += definition.fileName;
        }
        QCOMPARE(names.size(), snippetDefinitions().size());
    }

    void aKnownPlantIsFilledIn()
    {
        QCOMPARE(made(u"sigenergy2mqtt"_s, plant()).text,
                 u"# sigenergy2mqtt: part of sigenergy2mqtt.yaml.\n"
                 "modbus:\n"
                 "  - host: 192.168.1.150\n"
                 "    port: 502\n"
                 "    inverters: [1, 2]\n"
                 "    ac-chargers: [3]\n"
                 "    dc-chargers: [2]\n"
                 "    read-only: true\n"
                 "    read-write: false\n"
                 "    write-only: false\n"_s);
    }

    void theFlowDecodesWhatTheRegisterTableSays()
    {
        const QByteArray json = made(u"node-red"_s, plant()).text.toUtf8();
        QString function;
        int first = 0;
        for (const QJsonValue &node : QJsonDocument::fromJson(json).array()) {
            if (node[u"type"_s] == u"function"_s)
                function = node[u"func"_s].toString();
            if (node[u"type"_s] == u"modbus-read"_s)
                first = node[u"adr"_s].toString().toInt();
        }
        static const QRegularExpression line(
            u"    (\\w+): (?:(s32)\\((\\d+)\\)|words\\[(\\d+)\\])(?: / (\\d+))?,"_s);
        int values = 0;
        for (auto matches = line.globalMatch(function); matches.hasNext(); ++values) {
            const auto match = matches.next();
            const RegisterDefinition *definition = RegisterTable::builtIn().find(match.captured(1));
            QVERIFY2(definition, qPrintable(match.captured(1)));
            const bool wide = match.captured(2) == "s32"_L1;
            QCOMPARE(definition->type, wide ? RegisterType::S32 : RegisterType::U16);
            QCOMPARE(int(definition->address), first + match.captured(wide ? 3 : 4).toInt());
            QCOMPARE(definition->gain, match.captured(5).isEmpty() ? 1 : match.captured(5).toInt());
        }
        QCOMPARE(values, 7);
    }

    void openHabReadsTheTypesOfTheRegisterTable()
    {
        static const QRegularExpression point(u"readStart=\"(\\d+)\", readValueType=\"(\\w+)\""_s);
        const QString text = made(u"openhab"_s, plant()).text;
        int points = 0;
        for (auto matches = point.globalMatch(text); matches.hasNext(); ++points) {
            const auto match = matches.next();
            const int address = match.captured(1).toInt();
            bool found = false;
            for (const RegisterDefinition &definition : RegisterTable::builtIn().definitions()) {
                if (int(definition.address) != address)
                    continue;
                found = true;
                QCOMPARE(definition.type,
                         match.captured(2) == "int32"_L1 ? RegisterType::S32 : RegisterType::U16);
            }
            QVERIFY2(found, qPrintable(match.captured(1)));
        }
        QCOMPARE(points, 7 + 2 * 3);
    }

    void laterRegistersNeedALaterPlant_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("hasLoadPower"); // since V2.8
        QTest::addColumn<bool>("hasHealth"); // since V2.5
        QTest::newRow("unknown") << QString() << false << false;
        QTest::newRow("old") << u"≤V2.4"_s << false << false;
        QTest::newRow("between") << u"V2.6"_s << false << true;
        QTest::newRow("just enough") << u"V2.8"_s << true << true;
        QTest::newRow("two digits") << u"V2.10"_s << true << true;
    }

    void laterRegistersNeedALaterPlant()
    {
        QFETCH(QString, version);
        HandoverFacts facts = plant();
        facts.documentVersion = version;
        const QString text = made(u"home-assistant-yaml"_s, facts).text;
        QTEST(text.contains(u"address: 30284"_s), "hasLoadPower");
        QTEST(text.contains(u"address: 30087"_s), "hasHealth");
        QVERIFY(text.contains(u"address: 30014"_s));
    }

    void whatIsAssumedStandsInEverySnippet()
    {
        const HandoverFacts facts = untestedFacts(u"gateway"_s, 502, {});
        for (const SnippetDefinition &definition : snippetDefinitions()) {
            const Snippet snippet = makeSnippet(definition, facts);
            QCOMPARE(snippet.remarks, handoverRemarks(facts));
            for (const QString &remark : snippet.remarks)
                QVERIFY2(snippet.text.contains(remark), qPrintable(definition.id));
        }
    }

    void anotherPortIsNoGoodForAToolThatHasOnlyOne()
    {
        HandoverFacts facts = plant();
        QCOMPARE(made(u"solarassistant"_s, facts).remarks, QStringList());
        facts.modbusPort = 1502;
        QCOMPARE(made(u"generic"_s, facts).remarks, QStringList());
        const Snippet snippet = made(u"solarassistant"_s, facts);
        QCOMPARE(snippet.remarks.size(), 1);
        QVERIFY(snippet.remarks.constFirst().contains(u"port 502 only"_s));
        QVERIFY(snippet.text.contains(snippet.remarks.constFirst()));
    }

private:
    static HandoverFacts plant()
    {
        HandoverFacts facts;
        facts.host = u"192.168.1.150"_s;
        facts.modbusPort = 502;
        facts.serial = u"110A1234567890"_s;
        facts.inverters = {1, 2};
        facts.acChargers = {3};
        facts.dcChargers = {2};
        facts.plantSeen = true;
        facts.search = UnitSearch::All;
        return facts;
    }

    static Snippet made(const QString &id, const HandoverFacts &facts)
    {
        return makeSnippet(*findSnippetDefinition(id), facts);
    }
};

QTEST_APPLESS_MAIN(SnippetTest)
#include "tst_snippet.moc"
