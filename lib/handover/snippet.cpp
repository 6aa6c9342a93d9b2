#include "handover/snippet.h"

#include "handover/snippettemplate.h"
#include "protocol/modbusframe.h"
#include "protocol/registertable.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QVersionNumber>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

namespace {

class SnippetText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::Handover)
};

/// "V2.8" → 2.8; anything else ("≤V2.4", nothing) is no version.
QVersionNumber documentVersion(const QString &text)
{
    return text.startsWith(u'V') ? QVersionNumber::fromString(text.mid(1)) : QVersionNumber();
}

/// Every firmware has the registers of this version (vendor document V2.9).
bool isCommon(const RegisterDefinition &definition)
{
    return definition.since == "V1.7"_L1;
}

bool isThere(const RegisterDefinition &definition, const HandoverFacts &facts)
{
    return isCommon(definition)
        || documentVersion(facts.documentVersion) >= documentVersion(definition.since);
}

/// As Home Assistant and openHAB call it.
QString dataTypeName(RegisterType type)
{
    switch (type) {
    case RegisterType::U16:
        return u"uint16"_s;
    case RegisterType::S16:
        return u"int16"_s;
    case RegisterType::U32:
        return u"uint32"_s;
    case RegisterType::S32:
        return u"int32"_s;
    case RegisterType::String:
        break;
    }
    return u"string"_s;
}

/// As Home Assistant calls it.
QString deviceClassName(const QString &unit)
{
    if (unit == "kW"_L1)
        return u"power"_s;
    return unit == "kWh"_L1 ? u"energy"_s : u"battery"_s;
}

int decimals(int gain)
{
    int digits = 0;
    for (; gain > 1; gain /= 10)
        ++digits;
    return digits;
}

/// Letters and digits only: what both a serial and a host can be turned into.
QString identifier(const QString &text)
{
    static const QRegularExpression other(u"[^A-Za-z0-9]+"_s);
    QString name = text.left(64).toLower();
    return name.replace(other, u"_"_s);
}

/// "Battery power (> 0 charging, …)" → "battery power": a name can do without what explains its sign.
QString nameOf(const RegisterDefinition &definition)
{
    QString name = definition.title.section(" ("_L1, 0, 0);
    const bool acronym = name.size() > 1 && name.at(1).isUpper();
    if (!acronym)
        name.replace(0, 1, name.at(0).toLower());
    return name;
}

QVariantMap sensor(const RegisterDefinition &definition, int unitId, const QString &prefix,
                   const QString &plant)
{
    return {
        {u"name"_s, QString(prefix + u' ' + nameOf(definition))},
        {u"title"_s, definition.title},
        {u"uniqueId"_s,
         QString("sigen_"_L1 + plant + u'_' + QString::number(unitId) + u'_' + definition.key)},
        {u"unitId"_s, unitId},
        {u"address"_s, int(definition.address)},
        {u"dataType"_s, dataTypeName(definition.type)},
        {u"scale"_s, 1.0 / definition.gain},
        {u"precision"_s, decimals(definition.gain)},
        {u"unit"_s, definition.unit},
        {u"deviceClass"_s, deviceClassName(definition.unit)},
        {u"stateClass"_s, definition.unit == "kWh"_L1 ? u"total_increasing"_s : u"measurement"_s},
    };
}

QVariantList sensors(const SnippetDefinition &snippet, const HandoverFacts &facts)
{
    const QString plant = identifier(facts.serial.isEmpty() ? facts.host : facts.serial);
    QVariantList all;
    const auto addAll = [&](RegisterScope scope, int unitId, const QString &prefix) {
        for (const QString &key : snippet.registers) {
            const RegisterDefinition *definition = RegisterTable::builtIn().find(key);
            if (definition->scope == scope && isThere(*definition, facts))
                all.append(sensor(*definition, unitId, prefix, plant));
        }
    };
    addAll(RegisterScope::Plant, UnitId::plantValue, u"Sigen"_s);
    for (const int unitId : facts.inverters)
        addAll(RegisterScope::Device, unitId, u"Sigen inverter %1"_s.arg(unitId));
    return all;
}

QVariantMap addresses()
{
    QVariantMap map;
    for (const RegisterDefinition &definition : RegisterTable::builtIn().definitions())
        map.insert(definition.key, int(definition.address));
    return map;
}

QVariantList numbers(const QList<int> &list)
{
    return {list.cbegin(), list.cend()};
}

QVariantList texts(const QStringList &list)
{
    return {list.cbegin(), list.cend()};
}

QString endpoint(const HandoverFacts &facts)
{
    return (facts.host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s)
        .arg(facts.host, QString::number(facts.modbusPort));
}

QStringList remarksFor(const SnippetDefinition &definition, const HandoverFacts &facts)
{
    QStringList remarks = handoverRemarks(facts);
    if (definition.onlyPort && *definition.onlyPort != facts.modbusPort)
        remarks +=
            SnippetText::tr(
                "%1 uses port %2 only, but the gateway's Modbus port is %3: change the gateway's port.")
                .arg(snippetTitle(definition), QString::number(*definition.onlyPort),
                     QString::number(facts.modbusPort));
    return remarks;
}

} // namespace

Snippet makeSnippet(const SnippetDefinition &definition, const HandoverFacts &facts)
{
    const QStringList remarks = remarksFor(definition, facts);
    const QVariantMap values{
        {u"host"_s, facts.host},
        {u"port"_s, int(facts.modbusPort)},
        {u"endpoint"_s, endpoint(facts)},
        {u"plantUnit"_s, int(UnitId::plantValue)},
        {u"inverters"_s, numbers(facts.inverters)},
        {u"firstInverter"_s, facts.inverters.value(0, usualInverterUnit)},
        {u"acChargers"_s, numbers(facts.acChargers)},
        {u"firstAcCharger"_s, facts.acChargers.value(0)},
        {u"dcChargers"_s, numbers(facts.dcChargers)},
        {u"firstDcCharger"_s, facts.dcChargers.value(0)},
        {u"address"_s, addresses()},
        {u"sensors"_s, sensors(definition, facts)},
        {u"remarks"_s, texts(remarks)},
        {u"remarksText"_s, remarks.join(u'\n')},
    };
    QString reason;
    const auto text = filledTemplate(definition.text, definition.format, values, &reason);
    if (!text)
        qFatal("Built-in snippet %ls: %ls", qUtf16Printable(definition.id), qUtf16Printable(reason));
    return {*text, definition.fileName, remarks};
}

} // namespace Sigen
