#include "protocol/registertable.h"

#include "core/checkedjson.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <limits>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype maximumTableSize = 1'048'576;
static constexpr qsizetype maximumTextLength = 256;
static constexpr int wordBits = 16;
static constexpr quint16 notAvailable = 0xFFFF;

static std::optional<RegisterType> typeFromName(const QString &name)
{
    if (name == "U16"_L1)
        return RegisterType::U16;
    if (name == "S16"_L1)
        return RegisterType::S16;
    if (name == "U32"_L1)
        return RegisterType::U32;
    if (name == "S32"_L1)
        return RegisterType::S32;
    if (name == "String"_L1)
        return RegisterType::String;
    return std::nullopt;
}

/// Registers that a value of this type takes; empty: as many as its definition says.
static std::optional<int> registersOf(RegisterType type)
{
    switch (type) {
    case RegisterType::U16:
    case RegisterType::S16:
        return 1;
    case RegisterType::U32:
    case RegisterType::S32:
        return 2;
    case RegisterType::String:
        break;
    }
    return std::nullopt;
}

static RegisterDefinition readDefinition(const CheckedJson::Object &entry)
{
    RegisterDefinition definition;
    definition.key = entry.text(u"key"_s, maximumTextLength);
    static const QRegularExpression camelCase(u"\\A[a-z][A-Za-z0-9]*\\z"_s);
    if (!camelCase.match(definition.key).hasMatch())
        entry.refuse(u"key"_s, u"must be a camelCase word."_s);
    definition.title = entry.text(u"title"_s, maximumTextLength);

    const QString scope = entry.text(u"scope"_s, maximumTextLength);
    if (scope != "plant"_L1 && scope != "device"_L1)
        entry.refuse(u"scope"_s, u"must be \"plant\" or \"device\"."_s);
    definition.scope = scope == "device"_L1 ? RegisterScope::Device : RegisterScope::Plant;

    const std::optional<RegisterType> type = typeFromName(entry.text(u"type"_s, maximumTextLength));
    if (!type)
        entry.refuse(u"type"_s, u"must be one of U16, S16, U32, S32, String."_s);
    definition.type = type.value_or(RegisterType::U16);
    definition.count = int(entry.wholeNumber(u"count"_s, 1, RegisterRange::maximumCount));
    if (registersOf(definition.type).value_or(definition.count) != definition.count)
        entry.refuse(u"count"_s, u"does not fit the type."_s);
    definition.address = quint16(entry.wholeNumber(u"address"_s, 0, 0x10000 - definition.count));

    definition.gain = int(entry.wholeNumber(u"gain"_s, 1, 1000000));
    definition.unit = entry.textOrEmpty(u"unit"_s, maximumTextLength);
    definition.since = entry.text(u"since"_s, maximumTextLength);
    definition.source = entry.text(u"source"_s, maximumTextLength);
    definition.states =
        entry.numberedTexts(u"states"_s, std::numeric_limits<quint16>::max(), maximumTextLength);
    definition.bits = entry.numberedTexts(u"bits"_s, wordBits - 1, maximumTextLength);
    return definition;
}

const RegisterTable &RegisterTable::builtIn()
{
    static const RegisterTable table = [] {
        QFile file(u":/sigen/registers/sigenergy.json"_s);
        QByteArray json;
        if (file.open(QIODevice::ReadOnly))
            json = file.readAll();
        QString reason;
        std::optional<RegisterTable> parsed = parse(json, &reason);
        if (!parsed)
            qFatal("Built-in register table: %ls", qUtf16Printable(reason));
        return *std::move(parsed);
    }();
    return table;
}

const RegisterDefinition *RegisterTable::find(const QString &key) const
{
    const auto found = std::find_if(m_definitions.begin(), m_definitions.end(),
                                    [&key](const RegisterDefinition &each) { return each.key == key; });
    return found == m_definitions.end() ? nullptr : &*found;
}

QList<RegisterDefinition> RegisterTable::definitions(RegisterScope scope) const
{
    QList<RegisterDefinition> chosen;
    std::copy_if(m_definitions.begin(), m_definitions.end(), std::back_inserter(chosen),
                 [scope](const RegisterDefinition &each) { return each.scope == scope; });
    std::sort(chosen.begin(), chosen.end(),
              [](const RegisterDefinition &a, const RegisterDefinition &b) { return a.address < b.address; });
    return chosen;
}

std::optional<RegisterTable> RegisterTable::parse(const QByteArray &json, QString *reason)
{
    CheckedJson file(json, maximumTableSize);
    RegisterTable table;
    QSet<QString> keys;
    for (const CheckedJson::Object &entry : file.root().objects(u"registers"_s)) {
        const RegisterDefinition definition = readDefinition(entry);
        if (keys.contains(definition.key))
            entry.refuse(u"key"_s, u"is another register's key too."_s);
        keys.insert(definition.key);
        table.m_definitions.append(definition);
    }
    if (!file.failed())
        return table;
    *reason = u"line %1: %2"_s.arg(file.failedLine()).arg(file.reason());
    return std::nullopt;
}

bool RegisterBlock::contains(const RegisterDefinition &definition) const
{
    return definition.count >= 1 && definition.address >= address
        && definition.address + definition.count <= address + words.size();
}

/// Two characters a register (vendor document V2.9 pads with NUL; blanks and 0xFF have been seen elsewhere).
static std::optional<QVariant> decodeString(const QList<quint16> &words)
{
    QByteArray bytes;
    for (const quint16 word : words)
        bytes.append(char(word >> 8)).append(char(word & 0xFF));
    const auto isPadding = [](char each) { return each == '\0' || each == '\xFF'; };
    const auto isText = [&isPadding](char each) { return !isPadding(each) && each != ' '; };
    const auto begin = std::find_if(bytes.cbegin(), bytes.cend(), isText);
    const auto end = std::find_if(begin, bytes.cend(), isPadding);
    const QString text = QString::fromLatin1(QByteArrayView(begin, end)).trimmed();
    if (text.isEmpty())
        return std::nullopt;
    return text;
}

static qint64 rawValue(RegisterType type, const QList<quint16> &words)
{
    const auto twoWords = [&words] { return quint32(words.at(0)) << wordBits | words.at(1); };
    switch (type) {
    case RegisterType::S16:
        return qint16(words.at(0));
    case RegisterType::U32:
        return twoWords();
    case RegisterType::S32:
        return qint32(twoWords());
    case RegisterType::U16:
    case RegisterType::String:
        break;
    }
    return words.at(0);
}

static bool isSigned(RegisterType type)
{
    return type == RegisterType::S16 || type == RegisterType::S32;
}

/// The words from \a first up to \a end say that the firmware lacks the register. All ones are an everyday
/// value where they are signed (-0.001 kW): there the registers around them have to be missing as well.
static bool isMissing(const QList<quint16> &words, qsizetype first, qsizetype end, bool isSignedValue)
{
    const auto isNothing = [](quint16 word) { return word == notAvailable; };
    if (!std::all_of(words.cbegin() + first, words.cbegin() + end, isNothing))
        return false;
    if (!isSignedValue)
        return true;
    const bool hasBefore = first > 0;
    const bool hasAfter = end < words.size();
    return (hasBefore || hasAfter) && (!hasBefore || isNothing(words.at(first - 1)))
        && (!hasAfter || isNothing(words.at(end)));
}

std::optional<QVariant> decodeRegister(const RegisterDefinition &definition, const RegisterBlock &block)
{
    if (!block.contains(definition)
        || registersOf(definition.type).value_or(definition.count) != definition.count)
        return std::nullopt;
    const qsizetype first = definition.address - block.address;
    if (isMissing(block.words, first, first + definition.count, isSigned(definition.type)))
        return std::nullopt;
    const QList<quint16> words = block.words.mid(first, definition.count);
    if (definition.type == RegisterType::String)
        return decodeString(words);

    const qint64 raw = rawValue(definition.type, words);
    using Largest = std::numeric_limits<qint32>; // the ends of the range are no power
    if (definition.type == RegisterType::S32 && (raw == Largest::max() || raw == Largest::min()))
        return std::nullopt;
    if (definition.gain == 1)
        return QVariant(qlonglong(raw));
    return QVariant(double(raw) / definition.gain);
}

QStringList alarmTexts(const RegisterDefinition &definition, quint16 raw)
{
    QStringList texts;
    for (int bit = 0; bit < wordBits; ++bit) {
        if ((raw >> bit & 1) != 0)
            texts.append(definition.bits.value(bit, u"bit %1"_s.arg(bit)));
    }
    return texts;
}

} // namespace Sigen
