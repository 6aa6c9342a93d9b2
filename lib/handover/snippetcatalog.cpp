#include "handover/snippetcatalog.h"

#include "core/checkedjson.h"
#include "protocol/registertable.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype maximumFileSize = 64 * 1024;
static constexpr qsizetype maximumNameLength = 64;
static constexpr qsizetype maximumTextLength = 1000;
static constexpr qsizetype maximumRegisters = 64;

// Titles and notes of the index, where lupdate finds them.
static const char *const translatableTexts[] = {
    QT_TRANSLATE_NOOP("Sigen::Snippets", "Any Modbus client"),
    QT_TRANSLATE_NOOP("Sigen::Snippets",
                      "What every Modbus TCP client asks for, with the most useful registers."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "Home Assistant, Sigenergy ESS"),
    QT_TRANSLATE_NOOP(
        "Sigen::Snippets",
        "Values for the form of the integration Sigenergy ESS: Settings, Devices & services, Add "
        "integration."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "Home Assistant, built-in Modbus"),
    QT_TRANSLATE_NOOP(
        "Sigen::Snippets",
        "Part of configuration.yaml, for the Modbus integration that comes with Home Assistant. Restart "
        "Home Assistant afterwards."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "sigenergy2mqtt"),
    QT_TRANSLATE_NOOP("Sigen::Snippets",
                      "The gateway's part of sigenergy2mqtt.yaml. Set up for reading only."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "sigenergy2mqtt, environment"),
    QT_TRANSLATE_NOOP("Sigen::Snippets",
                      "The same as environment variables, for a container. Set up for reading only."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "evcc"),
    QT_TRANSLATE_NOOP(
        "Sigen::Snippets",
        "The meters of evcc.yaml: grid, and for each inverter one for solar and one for the battery."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "evcc, Modbus proxy"),
    QT_TRANSLATE_NOOP(
        "Sigen::Snippets",
        "Part of evcc.yaml, where several programs want to read at once: they ask evcc at its port "
        "5021, and evcc asks the gateway. For reading only."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "Node-RED"),
    QT_TRANSLATE_NOOP("Sigen::Snippets",
                      "A flow to import: Menu, Import. It needs the nodes of node-red-contrib-modbus."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "ioBroker"),
    QT_TRANSLATE_NOOP(
        "Sigen::Snippets",
        "Values for the settings of the Sigenergy adapter's instance, which takes one inverter."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "openHAB"),
    QT_TRANSLATE_NOOP(
        "Sigen::Snippets",
        "A file for the folder things of openHAB; needs the Modbus binding. The values are raw: divide by "
        "the gain named beside each."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "openHAB, Sigenergy"),
    QT_TRANSLATE_NOOP(
        "Sigen::Snippets",
        "A file for the folder things of openHAB, for versions whose Modbus binding supports Sigenergy."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "openWB"),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "Values for the device Sigenergy in the settings of openWB."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "Homey"),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "Values for the settings of the Sigenergy device in Homey."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "Prometheus, sigenergy-exporter"),
    QT_TRANSLATE_NOOP("Sigen::Snippets",
                      "Part of prometheus.yml. Put the host on which sigenergy-exporter runs in place of "
                      "sigenergy-exporter."),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "SolarAssistant"),
    QT_TRANSLATE_NOOP("Sigen::Snippets", "SolarAssistant asks for nothing else."),
};

static QByteArray embedded(const QString &name)
{
    QFile file(u":/sigen/snippets/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static SnippetDefinition readDefinition(const CheckedJson::Object &object)
{
    static const QRegularExpression wellFormed(u"\\A[a-z0-9-]+\\z"_s);
    SnippetDefinition definition;
    definition.id = object.text(u"id"_s, maximumNameLength);
    if (!wellFormed.match(definition.id).hasMatch())
        object.refuse(u"id"_s, u"may hold lower-case letters, digits and hyphens only."_s);
    definition.title = object.text(u"title"_s, maximumTextLength);
    definition.note = object.text(u"note"_s, maximumTextLength);
    definition.fileName = object.text(u"fileName"_s, maximumNameLength);
    definition.source = object.text(u"source"_s, maximumTextLength);
    const auto format = snippetFormat(object.text(u"kind"_s, maximumNameLength));
    if (!format)
        object.refuse(u"kind"_s, u"is not a known kind."_s);
    definition.format = format.value_or(SnippetFormat::Form);
    definition.text = QString::fromUtf8(embedded(object.text(u"template"_s, maximumNameLength)));
    if (definition.text.isEmpty())
        object.refuse(u"template"_s, u"names no file that is compiled in."_s);
    if (object.contains(u"registers"_s))
        definition.registers = object.texts(u"registers"_s, maximumRegisters, maximumNameLength);
    for (const QString &key : std::as_const(definition.registers)) {
        if (!RegisterTable::builtIn().find(key))
            object.refuse(u"registers"_s, u"names a register that the table lacks: %1."_s.arg(key));
    }
    if (object.contains(u"onlyPort"_s))
        definition.onlyPort = quint16(object.wholeNumber(u"onlyPort"_s, 1, 65535));
    return definition;
}

static QList<SnippetDefinition> readIndex()
{
    CheckedJson file(embedded(u"index.json"_s), maximumFileSize);
    QList<SnippetDefinition> definitions;
    for (const CheckedJson::Object &object : file.root().objects(u"snippets"_s))
        definitions.append(readDefinition(object));
    if (file.failed())
        qFatal("Built-in snippets, line %d: %ls", file.failedLine(), qUtf16Printable(file.reason()));
    return definitions;
}

const QList<SnippetDefinition> &snippetDefinitions()
{
    static const QList<SnippetDefinition> definitions = readIndex();
    return definitions;
}

const SnippetDefinition *findSnippetDefinition(const QString &id)
{
    const auto &definitions = snippetDefinitions();
    const auto found = std::find_if(definitions.cbegin(), definitions.cend(),
                                    [&id](const SnippetDefinition &each) { return each.id == id; });
    return found == definitions.cend() ? nullptr : &*found;
}

static QString translated(const QString &text)
{
    return QCoreApplication::translate("Sigen::Snippets", text.toUtf8().constData());
}

QString snippetTitle(const SnippetDefinition &definition)
{
    return translated(definition.title);
}

QString snippetNote(const SnippetDefinition &definition)
{
    return translated(definition.note);
}

QStringList translatableSnippetTexts()
{
    QStringList texts;
    for (const char *text : translatableTexts)
        texts += QString::fromUtf8(text);
    return texts;
}

} // namespace Sigen
