// Fills every snippet in for plants that come in as a JSON array on standard input, and writes, for each
// plant, an object from the tool's id to its format and text.
#include "handover/snippet.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

static QList<int> numbers(const QJsonValue &value)
{
    QList<int> list;
    for (const QJsonValue &each : value.toArray())
        list.append(each.toInt());
    return list;
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return 1;
    QJsonArray results;
    for (const QJsonValue &value : QJsonDocument::fromJson(input.readAll()).array()) {
        const QJsonObject plant = value.toObject();
        HandoverFacts facts;
        facts.host = plant.value("host"_L1).toString();
        facts.modbusPort = quint16(plant.value("port"_L1).toInt());
        facts.serial = plant.value("serial"_L1).toString();
        facts.documentVersion = plant.value("documentVersion"_L1).toString();
        facts.inverters = numbers(plant.value("inverters"_L1));
        facts.acChargers = numbers(plant.value("acChargers"_L1));
        facts.dcChargers = numbers(plant.value("dcChargers"_L1));
        facts.invertersAssumed = plant.value("assumed"_L1).toBool();
        facts.plantSeen = !facts.invertersAssumed;
        facts.search = facts.plantSeen ? UnitSearch::All : UnitSearch::None;
        QJsonObject snippets;
        for (const SnippetDefinition &definition : snippetDefinitions())
            snippets.insert(definition.id, makeSnippet(definition, facts).text);
        results.append(snippets);
    }
    output.write(QJsonDocument(results).toJson());
    return 0;
}
