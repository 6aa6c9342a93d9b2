// Which frames read and set the Modbus TCP server, and where on/off and port stand in them.

#include "capture/draftanalysis.h"
#include "capture/framewords.h"
#include "core/jsonvalue.h"

#include <algorithm>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

static bool isSettingValue(const QJsonValue &value)
{
    return value.isBool() || value.isDouble() || value.isString();
}

bool DraftAnalysis::isAboutModbus(qsizetype index) const
{
    return m_frames.at(index).text.toLower().contains("modbus");
}

void DraftAnalysis::findSetting()
{
    if (!findTwoSets() && !findReadWithSet()) {
        open.append(u"write: no set request was found: switch the server on and off while capturing"_s);
        open.append(u"read: without a set request it can't be told which frame reads the setting"_s);
        return;
    }
    write.sent = m_sets.constFirst();
    findRead();
    findOnOff();
    findPort();
}

/// Two requests that differ in nothing but on and off, and perhaps the port.
bool DraftAnalysis::findTwoSets()
{
    QHash<QString, QList<qsizetype>> kinds;
    for (const qsizetype index : sentFrames())
        kinds[signature(index)].append(index);
    bool isSure = false;
    for (const QList<qsizetype> &frames : std::as_const(kinds)) {
        JsonPointer switchAt;
        qsizetype differences = 0;
        QList<QJsonValue> values;
        for (const FrameLeaf &leaf : leaves(frames.constFirst())) {
            QList<QJsonValue> here;
            for (const qsizetype index : frames) {
                const QJsonValue value = leaf.at.in(m_frames.at(index).json);
                if (placeholderAt(index, {leaf.at, value}).isEmpty() && !here.contains(value))
                    here.append(value);
            }
            if (here.size() < 2)
                continue;
            ++differences;
            if (here.size() == 2 && !FrameWords::isPort(leaf.at.name()) && isSettingValue(here.at(0))) {
                switchAt = leaf.at;
                values = here;
            }
        }
        const bool mentions = isAboutModbus(frames.constFirst());
        if (switchAt.isEmpty() || differences > 2 || (isSure && !mentions)
            || (!mentions && !m_sets.isEmpty()))
            continue;
        isSure = mentions;
        m_setEnabledAt = switchAt;
        m_firstValue = values.at(0);
        m_secondValue = values.at(1);
        m_sets = frames;
    }
    return !m_sets.isEmpty();
}

/// One request that has under the key of something that was read another value.
bool DraftAnalysis::findReadWithSet()
{
    for (const qsizetype index : sentFrames()) {
        if (!isAboutModbus(index))
            continue;
        for (const FrameLeaf &leaf : leaves(index)) {
            if (!isSettingValue(leaf.value) || !FrameWords::isSwitch(leaf.at.name())
                || !placeholderAt(index, leaf).isEmpty())
                continue;
            for (qsizetype i = 0; i < index; ++i) {
                if (m_frames.at(i).isSent)
                    continue;
                for (const FrameLeaf &told : leaves(i)) {
                    const bool isOther = told.at.name() == leaf.at.name() && told.value != leaf.value
                        && told.value.type() == leaf.value.type();
                    if (!isOther || FrameWords::isPort(leaf.at.name()))
                        continue;
                    m_setEnabledAt = leaf.at;
                    m_firstValue = told.value;
                    m_secondValue = leaf.value;
                    m_sets = {index};
                    return true;
                }
            }
        }
    }
    return false;
}

/// The request that was answered with one of the two values under the same key.
void DraftAnalysis::findRead()
{
    qsizetype asked = -1;
    for (qsizetype i = 0; i < m_frames.size(); ++i) {
        const CapturedFrame &each = m_frames.at(i);
        if (each.isSent)
            asked = i;
        const bool isAsked = asked >= 0 && !each.isSent && m_frames.at(asked).connection == each.connection;
        if (!isAsked || m_sets.contains(asked) || signsIn(asked))
            continue;
        for (const FrameLeaf &leaf : leaves(i)) {
            if (leaf.at.name() == m_setEnabledAt.name()
                && (leaf.value == m_firstValue || leaf.value == m_secondValue)) {
                read.sent = asked;
                read.reply = i;
                enabledAt = leaf.at;
                return;
            }
        }
    }
    open.append(u"read: no request was found that is answered with the setting (\"%1\")"_s.arg(
        m_setEnabledAt.name()));
}

void DraftAnalysis::findOnOff()
{
    const std::optional<bool> first = FrameWords::onOrOff(m_firstValue);
    const std::optional<bool> second = FrameWords::onOrOff(m_secondValue);
    const bool firstIsOn = first == true;
    on = firstIsOn ? m_firstValue : m_secondValue;
    off = firstIsOn ? m_secondValue : m_firstValue;
    if (first && second && *first != *second)
        return;
    const auto shown = [](const QJsonValue &value) { return value.toVariant().toString(); };
    open.append(u"on, off: which of \"%1\" and \"%2\" means on can't be told (%3)"_s.arg(
        shown(on), shown(off), lineOf(write.sent)));
}

void DraftAnalysis::findPort()
{
    if (read.reply < 0)
        return;
    const QJsonObject set = m_frames.at(write.sent).json;
    const auto portIn = [](const QJsonValue &value) {
        const QJsonValue number = value.isString() ? QJsonValue(value.toString().toInt()) : value;
        return wholeNumber(number, 1, 65535).has_value();
    };
    for (const FrameLeaf &told : leaves(read.reply)) {
        const JsonPointer setAt(m_setEnabledAt.parent().steps() + QStringList{told.at.name()});
        const QJsonValue sent = setAt.in(set);
        if (told.at == enabledAt || !FrameWords::isPort(told.at.name()) || !portIn(told.value)
            || !portIn(sent))
            continue;
        portAt = told.at;
        m_setPortAt = setAt;
        m_portIsText = sent.isString();
        return;
    }
    open.append(u"port: no port was found in both the reply to the read (%1) and the set request (%2)"_s.arg(
        lineOf(read.reply), lineOf(write.sent)));
}

} // namespace Sigen
