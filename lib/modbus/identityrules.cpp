#include "modbus/identityrules.h"

#include <algorithm>
#include <cstdlib>

namespace Sigen::IdentityRules {

using namespace Qt::Literals::StringLiterals;

static constexpr quint16 firstAddress = plantBlock.address;
static constexpr quint16 notAvailable = 0xFFFF;

// 2022: before the vendor's first product; 2100: far enough. Zones from UTC-12:00 to UTC+14:00.
static constexpr quint32 earliestClock = 1640995200;
static constexpr quint32 latestClock = 4102444800;
static constexpr int westernmostZone = -720;
static constexpr int easternmostZone = 840;
static constexpr int zoneStep = 15; ///< minutes; every zone of the world is a multiple
static constexpr int fullCharge = 1000; ///< tenths of a percent
/// Likewise; less may be any small number.
static constexpr int leastCharge = 10;
/// Least of a power's lower word, whatever its sign: less is what counters and switches look like.
static constexpr int leastPower = 100;
static constexpr qint64 mostPower = 10'000'000; ///< W; more than any plant of this vendor's that is one unit

namespace {

// What a value is worth. An odd word takes away what a rare one brings.
constexpr int oddWeight = -2;
constexpr int commonWeight = 1; ///< a flag or a small number, which others have as well
constexpr int rareWeight = 2; ///< few of all possible words would do
constexpr int plantScore = 3;

class Scales
{
public:
    Scales(const QList<quint16> &words, quint16 runningState)
        : m_words(words)
        , m_runningState(runningState)
    { }

    PlantJudgement judge()
    {
        weighClock();
        weighZone();
        weighMode();
        weighFlag(30004, "grid sensor", 1);
        weighFlag(30009, "grid state", 2);
        weighRatedPower();
        weighCharge();
        weighRunningState();
        for (const quint16 address : {quint16(30005), quint16(30031), quint16(30035), quint16(30037)})
            weighPower(address);
        weighRestart();

        PlantJudgement judgement;
        const auto saysNothing = [](quint16 word) { return word == 0 || word == notAvailable; };
        judgement.isEmpty =
            std::all_of(m_words.cbegin(), m_words.cend(), saysNothing) && saysNothing(m_runningState);
        const auto isFirst = [this](quint16 word) { return word == m_words.first(); };
        const bool constant = std::all_of(m_words.cbegin(), m_words.cend(), isFirst);
        judgement.isPlant = m_score >= plantScore && !constant;
        judgement.oddities = m_oddities;
        return judgement;
    }

private:
    quint16 word(quint16 address) const { return m_words.value(address - firstAddress); }
    quint32 twoWords(quint16 address) const
    {
        return quint32(word(address)) << 16 | word(quint16(address + 1));
    }

    bool isNoSmallNumber(quint16 address) const
    {
        return std::abs(int(static_cast<qint16>(word(address)))) >= leastPower;
    }

    void odd(quint16 address, const QString &why)
    {
        m_score += oddWeight;
        m_oddities += u"%1: %2"_s.arg(address).arg(why);
    }
    void missing(quint16 address, QLatin1StringView what)
    {
        m_oddities += u"%1: %2 not available"_s.arg(address).arg(what);
    }

    void weighClock()
    {
        const quint32 clock = twoWords(30000);
        if (clock == 0xFFFFFFFF)
            missing(30000, "system time"_L1);
        else if (clock < earliestClock || clock >= latestClock)
            odd(30000, u"system time %1 is not between 2022 and 2100"_s.arg(clock));
        else
            m_score += rareWeight;
    }

    /// A clock that has counted from 1970 since the power came back, in a running plant with nothing else odd
    /// about it, even where it reports no power. All of this is required, because switches, counters and a
    /// few measured values match one part or another by chance.
    void weighRestart()
    {
        static constexpr quint32 firstYear = 31'536'000; ///< s
        const quint16 charge = word(30014);
        const bool counts = twoWords(30000) < firstYear && word(30001) >= leastPower;
        if (counts && m_oddities.size() == 1 && word(30004) == 1 && charge >= leastCharge
            && charge <= fullCharge && m_runningState == 1)
            m_score += commonWeight;
    }

    void weighZone()
    {
        const int zone = static_cast<qint16>(word(30002));
        if (word(30002) == notAvailable)
            missing(30002, "time zone"_L1);
        else if (zone < westernmostZone || zone > easternmostZone || zone % zoneStep != 0)
            odd(30002, u"time zone %1 min does not exist"_s.arg(zone));
        else if (zone != 0)
            m_score += rareWeight;
    }

    /// Never odd: the vendor has added modes before.
    void weighMode()
    {
        static constexpr quint16 modes[] = {1, 2, 5, 7, 9};
        if (std::find(std::begin(modes), std::end(modes), word(30003)) != std::end(modes))
            m_score += commonWeight;
        else if (word(30003) > 0xFF && word(30003) != notAvailable) // text, or a measurement
            odd(30003, u"work mode %1 does not exist"_s.arg(word(30003)));
    }

    void weighFlag(quint16 address, const char *what, quint16 highest)
    {
        const QLatin1StringView name(what);
        const quint16 flag = word(address);
        if (flag == notAvailable)
            missing(address, name);
        else if (flag > highest)
            odd(address, u"%1 %2 is not 0 to %3"_s.arg(name).arg(flag).arg(highest));
        else if (flag != 0)
            m_score += commonWeight;
    }

    void weighRatedPower()
    {
        const quint32 power = twoWords(30010);
        if (power <= mostPower && isNoSmallNumber(30011))
            m_score += rareWeight;
    }

    void weighCharge()
    {
        const quint16 charge = word(30014);
        if (charge == notAvailable) // a plant without a battery has none
            return;
        if (charge > fullCharge)
            odd(30014, u"state of charge %1 is above %2"_s.arg(charge).arg(fullCharge));
        else if (charge >= leastCharge)
            m_score += rareWeight;
        else if (charge != 0)
            m_score += commonWeight;
    }

    void weighRunningState()
    {
        static constexpr quint16 runningStates[] = {0, 1, 2, 3, 7};
        if (m_runningState == notAvailable)
            missing(30051, "running state"_L1);
        else if (std::find(std::begin(runningStates), std::end(runningStates), m_runningState)
                 == std::end(runningStates))
            odd(30051, u"running state %1 is unknown"_s.arg(m_runningState));
        else if (m_runningState != 0)
            m_score += commonWeight;
    }

    /// Never odd: some firmware has strange numbers for "no value".
    void weighPower(quint16 address)
    {
        const auto power = static_cast<qint32>(twoWords(address));
        if (std::abs(qint64(power)) <= mostPower && isNoSmallNumber(quint16(address + 1)))
            m_score += commonWeight;
    }

    const QList<quint16> &m_words;
    quint16 m_runningState;
    int m_score = 0;
    QStringList m_oddities;
};

} // namespace

PlantJudgement judgePlant(const QList<quint16> &words, quint16 runningState)
{
    if (words.size() < plantHead.count)
        return {};
    return Scales(words, runningState).judge();
}

bool isSigenergyModel(const QString &model)
{
    return model.startsWith("SigenStor"_L1, Qt::CaseInsensitive)
        || model.startsWith("Sigen "_L1, Qt::CaseInsensitive)
        || model.startsWith("PG Controller"_L1, Qt::CaseInsensitive);
}

bool isAvailable(const QList<quint16> &words)
{
    return std::any_of(words.cbegin(), words.cend(), [](quint16 word) { return word != notAvailable; });
}

static QString text(const RegisterBlock &block, quint16 address, int count)
{
    RegisterDefinition definition;
    definition.scope = RegisterScope::Device;
    definition.address = address;
    definition.count = count;
    definition.type = RegisterType::String;
    return decodeRegister(definition, block).value_or(QVariant()).toString();
}

DeviceIdentity deviceIdentity(UnitId unit, const QList<quint16> &words)
{
    const RegisterBlock block{deviceBlock.address, words};
    DeviceIdentity device;
    device.unit = unit.value();
    device.model = text(block, 30500, 15);
    device.serial = text(block, 30515, 10);
    device.firmware = text(block, 30525, 15);
    return device;
}

const QList<VersionMark> &versionMarks()
{
    static const QList<VersionMark> marks{
        {{30272, 2}, "V2.9"_L1}, {{30284, 2}, "V2.8"_L1}, {{30194, 2}, "V2.7"_L1},
        {{30092, 2}, "V2.6"_L1}, {{30087, 1}, "V2.5"_L1},
    };
    return marks;
}

} // namespace Sigen::IdentityRules
