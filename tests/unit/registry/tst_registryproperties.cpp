// Thousands of random sequences from a seed: in whatever order sightings arrive, the same devices come of
// them; no two gateways have one serial number; nothing is lost, and no saved entry goes.

#include "registry/registry.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 3000;

class World
{
public:
    explicit World(quint32 seed)
        : m_random(seed)
    { }

    int below(int bound) { return int(m_random.bounded(quint32(bound))); }
    bool often() { return below(3) > 0; }
    bool seldom() { return below(4) == 0; }

    static QString address(int number) { return u"10.0.0.%1"_s.arg(number + 1); }
    static QString mac(int number) { return u"0c:47:a9:90:00:%1"_s.arg(number, 2, 16, QChar(u'0')); }
    static QString serial(int number) { return u"110A%1"_s.arg(number); }

    /// A network as it is at one moment: some devices with several addresses, some behind a repeater, some
    /// that say nothing of themselves.
    QList<Sighting> network()
    {
        QList<Sighting> all;
        int next = 0;
        const int devices = 1 + below(5);
        const int repeater = 90;
        for (int device = 0; device < devices; ++device) {
            const bool tellsSerial = often();
            const int addresses = seldom() ? 2 : 1;
            for (int each = 0; each < addresses; ++each, ++next) {
                Sighting seen;
                seen.place.address = address(next);
                seen.place.mac = seldom() ? mac(repeater) : often() ? mac(next) : QString();
                seen.place.settled = true;
                seen.place.webSocket = {8080, ServiceState::Handshake, {}};
                seen.place.modbus = {502, tellsSerial ? ServiceState::Answers : ServiceState::Closed, {}};
                seen.serial = tellsSerial ? serial(device) : QString();
                all.append(seen);
            }
        }
        return all;
    }

    /// What a scan reports before it has settled comes in front of the rest of the same address.
    QList<Sighting> shuffled(QList<Sighting> seen)
    {
        for (qsizetype i = seen.size() - 1; i > 0; --i)
            seen.swapItemsAt(i, below(int(i) + 1));
        QList<Sighting> all;
        for (const Sighting &each : std::as_const(seen)) {
            if (often()) {
                Sighting early = each;
                early.place.settled = false;
                early.serial.clear();
                if (seldom())
                    early.place.mac.clear();
                all.insert(below(int(all.size()) + 1), early);
            }
            all.append(each);
        }
        return all;
    }

    Gateway entry()
    {
        Place place;
        place.address = address(below(8));
        if (seldom())
            place.mac = mac(below(8));
        Gateway saved;
        saved.places = {place};
        if (often()) {
            saved.serial = serial(below(5));
            saved.serialFrom = SerialSource::Saved;
        }
        saved.name = u"saved %1"_s.arg(below(1000));
        return saved;
    }

private:
    QRandomGenerator m_random;
};

/// The devices, each as the set of its addresses that were seen.
QSet<QStringList> devices(const Registry &registry)
{
    QSet<QStringList> all;
    for (const Gateway &gateway : registry.gateways()) {
        QStringList addresses;
        for (const Place &place : gateway.places) {
            if (place.seen)
                addresses += place.address;
        }
        addresses.sort();
        if (!addresses.isEmpty())
            all.insert(addresses);
    }
    return all;
}

QString twice(const Registry &registry)
{
    QSet<QString> ids;
    QSet<QString> serials;
    for (const Gateway &gateway : registry.gateways()) {
        if (ids.contains(gateway.id))
            return u"id "_s + gateway.id;
        if (!gateway.serial.isEmpty() && serials.contains(gateway.serial))
            return u"serial "_s + gateway.serial;
        ids.insert(gateway.id);
        serials.insert(gateway.serial);
        if (gateway.places.isEmpty())
            return u"no place"_s;
    }
    return {};
}

} // namespace

class RegistryPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOrderOfSightingsDoesNotMatter()
    {
        for (quint32 seed = 1; seed <= rounds; ++seed) {
            World world(seed);
            const QList<Sighting> network = world.network();
            QList<Gateway> saved; // what contradicts each other is about an earlier time
            if (world.often())
                saved.append(world.entry());
            QSet<QStringList> expected;
            for (int order = 0; order < 3; ++order) {
                Registry registry;
                for (const Gateway &entry : std::as_const(saved))
                    registry.absorb(entry);
                const QList<Sighting> seen = world.shuffled(network);
                for (const Sighting &each : seen)
                    registry.absorb(each);
                registry.absorb(ScanEnd());
                if (order == 0)
                    expected = devices(registry);
                QVERIFY2(devices(registry) == expected, qPrintable(u"seed %1"_s.arg(seed)));
                QVERIFY2(twice(registry).isEmpty(), qPrintable(u"seed %1"_s.arg(seed)));
            }
        }
    }

    void nothingIsLostWhateverHappens()
    {
        for (quint32 seed = 1; seed <= rounds; ++seed) {
            World world(seed);
            Registry registry;
            QHash<QString, QString> became; // of ids that are gone
            QSet<QString> known;
            QSet<QString> saved;
            connect(&registry, &Registry::changed, &registry, [&](const Changes &changes) {
                for (const QString &id : changes.added)
                    known.insert(id);
                for (const Changes::Merge &merge : changes.merged)
                    became.insert(merge.from, merge.into);
            });
            for (int step = 0; step < 25; ++step) {
                const QList<Gateway> all = registry.gateways();
                const QString id = all.isEmpty() ? QString() : all.at(world.below(int(all.size()))).id;
                const QString host = id.isEmpty() ? QString() : registry.find(id)->host();
                const QString serial = world.often() ? World::serial(world.below(5)) : QString();
                switch (world.below(7)) {
                case 0:
                    registry.absorb(world.entry());
                    break;
                case 1:
                    registry.absorb(SignIn{id, host, 8080, serial, {}, {}});
                    break;
                case 2:
                    registry.absorb(SettingRead{id, host, world.often(), {}, serial, {}});
                    break;
                case 3:
                    registry.absorb(ScanEnd{{World::address(world.below(8))}});
                    break;
                case 4:
                    registry.absorb(
                        ModbusAnswer{id, host, {502, ServiceState::Answers, {}}, serial, {}, {}, {}, false});
                    break;
                default:
                    const QList<Sighting> seen = world.shuffled(world.network());
                    for (const Sighting &each : seen)
                        registry.absorb(each);
                }
                const QString where = u"seed %1, step %2: "_s.arg(seed).arg(step);
                QVERIFY2(twice(registry).isEmpty(), qPrintable(where + twice(registry)));
                for (const QString &each : std::as_const(known)) {
                    QString now = each;
                    while (became.contains(now))
                        now = became.value(now);
                    const Gateway *const gateway = registry.find(now);
                    QVERIFY2(gateway, qPrintable(where + u"a device is lost"_s));
                    QVERIFY2(gateway->saved || !saved.contains(each), qPrintable(where + u"not saved"_s));
                    if (gateway->saved)
                        saved.insert(each);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(RegistryPropertiesTest)
#include "tst_registryproperties.moc"
