#include "studio.h"

#include "keeping/historyfile.h"

#include <QTabWidget>
#include <QTest>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Plays the window into a situation, and lives until the picture is taken.
using Scene = std::function<void(const Places &, Studio &, const std::function<void()> &shoot)>;

void alreadyOn(const Places &places, Studio &studio, const std::function<void()> &shoot)
{
    const auto gateway = gatewayAt(places.first, true);
    const auto other = gatewayAt(places.second, false, {}, u"110A9876543210"_s);
    studio.scan();
    studio.choose(places.first);
    shoot();
}

/// The watching's ring and words have moved.
void watchAWhile()
{
    QTest::qWait(5200);
}

void watchingTheNetwork(const Places &places, Studio &studio, const std::function<void()> &shoot)
{
    const WebPage page(places.printer);
    studio.world.watchNetworks();
    studio.scan();
    watchAWhile();
    shoot();
}

/// Known by its network card; nothing listens.
void guidedWay(const Places &, Studio &studio, const std::function<void()> &shoot)
{
    studio.world.watchNetworks();
    studio.scan();
    watchAWhile();
    shoot();
}

void doesNotAnswer(const Places &, Studio &studio, const std::function<void()> &shoot)
{
    studio.scan();
    studio.world.discovery().addByAddress(u"192.168.1.199"_s);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(studio.world.gateway().page().card, 20000); }();
    shoot();
}

void nameUnknown(const Places &, Studio &studio, const std::function<void()> &shoot)
{
    studio.scan();
    studio.world.discovery().addByAddress(u"sigen.fritz.box"_s);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(studio.world.gateway().page().card, 20000); }();
    shoot();
}

void signInRefused(const Places &places, Studio &studio, const std::function<void()> &shoot)
{
    const auto gateway = gatewayAt(places.second, false);
    studio.scan();
    studio.choose(places.second);
    studio.world.signIn(u"not-the-one"_s);
    shoot();
}

void wasOnIsOffNow(const Places &places, Studio &studio, const std::function<void()> &shoot)
{
    const auto gateway = gatewayAt(places.first, false);
    studio.remember(places.first, u"Home"_s, u"110A1234567890"_s);
    studio.scan();
    studio.choose(places.first);
    studio.world.signIn(rightPassword());
    shoot();
}

void noGateway(const Places &places, Studio &studio, const std::function<void()> &shoot)
{
    const WebPage page(places.printer);
    studio.scan();
    studio.choose(places.printer);
    shoot();
}

void notProved(const Places &places, Studio &studio, const std::function<void()> &shoot)
{
    const auto gateway = gatewayAt(places.second, true, {u"modbus-silent"_s});
    studio.scan();
    studio.choose(places.second);
    shoot();
}

/// As if it had been kept on since yesterday: an outage in the night, an update in the morning.
void rememberHistory(Studio &studio)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString old = u"V100R001C00SPC108"_s;
    const QString fresh = studio.world.gateway().gateway().firmware;
    const auto ago = [&](int minutes) { return now.addSecs(-60 * minutes); };
    const WatchHistory history{
        {ago(960), WatchState::On, WatchAction::None, old, {}, false},
        {ago(590), WatchState::Unreachable, WatchAction::None, old, u"connect-timeout"_s, false},
        {ago(569), WatchState::On, WatchAction::None, old, {}, false},
        {ago(292), WatchState::Off, WatchAction::None, old, {}, false},
        {ago(286), WatchState::On, WatchAction::Enabled, old, {}, true},
        {ago(285), WatchState::On, WatchAction::None, fresh, {}, false},
    };
    HistoryFile file(historyPath(studio.world.folder(), studio.world.gateway().gateway().id));
    for (const WatchEvent &event : history)
        file.append(event);
}

void startKeeping(Studio &studio)
{
    WindowWorld &world = studio.world;
    world.find<QTabWidget>("tabs")->setCurrentIndex(3);
    world.click("keepOnSwitch");
    world.accept();
    const QString id = world.gateway().gateway().id;
    [&] { QTRY_VERIFY_WITH_TIMEOUT(world.keepOn().keepOn(id).hasSpoken, 20000); }();
}

void keepItOn(const Places &places, Studio &studio, const std::function<void()> &shoot)
{
    const auto gateway = gatewayAt(places.first, true);
    const auto other = gatewayAt(places.second, false, {}, u"110A9876543210"_s);
    studio.scan();
    studio.choose(places.first);
    studio.world.showForm();
    studio.world.click("remember");
    studio.world.signIn(rightPassword());
    rememberHistory(studio);
    startKeeping(studio);
    shoot();
}

void keepItOnNeedsPassword(const Places &places, Studio &studio, const std::function<void()> &shoot)
{
    const auto gateway = gatewayAt(places.first, true);
    studio.scan();
    studio.choose(places.first);
    studio.world.find<QTabWidget>("tabs")->setCurrentIndex(3);
    studio.world.click("keepOnSwitch");
    studio.world.accept();
    shoot();
}

void keepItOnPassively(const Places &places, Studio &studio, const std::function<void()> &shoot)
{
    const auto gateway = gatewayAt(places.first, true, {u"handshake-404"_s});
    studio.scan();
    studio.choose(places.first);
    const QString id = studio.world.gateway().gateway().id;
    studio.world.keepOn().start(id);
    studio.world.find<QTabWidget>("tabs")->setCurrentIndex(3);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(studio.world.keepOn().keepOn(id).hasSpoken, 20000); }();
    gateway->setEnabled(false);
    [&] {
        QTRY_COMPARE_WITH_TIMEOUT(studio.world.keepOn().keepOn(id).last.state, WatchState::Unknown, 20000);
    }();
    shoot();
}

void keepItOnEnded(const Places &places, Studio &studio, const std::function<void()> &shoot)
{
    const auto gateway = gatewayAt(places.first, true);
    studio.scan();
    studio.choose(places.first);
    studio.world.showForm();
    studio.world.click("remember");
    studio.world.signIn(rightPassword());
    rememberHistory(studio);
    startKeeping(studio);
    const QString id = studio.world.gateway().gateway().id;
    for (const KeepOn::State wished : {KeepOn::State::Running, KeepOn::State::Ended}) {
        gateway->setEnabled(false);
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(gateway->isEnabled()
                                         || studio.world.keepOn().keepOn(id).state == KeepOn::State::Ended,
                                     20000);
            QTRY_COMPARE_WITH_TIMEOUT(studio.world.keepOn().keepOn(id).state, wished, 20000);
        }();
    }
    shoot();
}

} // namespace

std::vector<Picture> situationPictures()
{
    const std::vector<std::pair<QString, Scene>> scenes{
        {u"already-on"_s, alreadyOn},
        {u"guided-way"_s, guidedWay},
        {u"does-not-answer"_s, doesNotAnswer},
        {u"name-unknown"_s, nameUnknown},
        {u"sign-in-refused"_s, signInRefused},
        {u"was-on-is-off-now"_s, wasOnIsOffNow},
        {u"no-gateway"_s, noGateway},
        {u"keep-it-on"_s, keepItOn},
        {u"keep-it-on-needs-password"_s, keepItOnNeedsPassword},
        {u"keep-it-on-passive"_s, keepItOnPassively},
        {u"keep-it-on-ended"_s, keepItOnEnded},
        {u"not-proved"_s, notProved},
        {u"watching-the-network"_s, watchingTheNetwork},
    };
    // No second device beside what they show.
    const QStringList isAlone{u"does-not-answer"_s, u"name-unknown"_s, u"was-on-is-off-now"_s,
                              u"no-gateway"_s, u"watching-the-network"_s};
    std::vector<Picture> all;
    for (const auto &[name, scene] : scenes) {
        for (const QString &variant : {QString(), u"-dark"_s, u"-de"_s, u"-narrow"_s}) {
            all.push_back(
                {name + variant, [name = name, isAlone, scene = scene, variant](const QString &file) {
                     Places places;
                     places.hasVendorsCard = !isAlone.contains(name);
                     Studio studio(places, variant == "-dark"_L1 ? Theme::Dark : Theme::Light);
                     if (variant == "-de"_L1)
                         studio.speak(u"de"_s);
                     if (variant == "-narrow"_L1)
                         studio.world.window().resize(900, 600);
                     scene(places, studio, [&] { studio.save(file); });
                 }});
        }
    }
    return all;
}

} // namespace Sigen::Test
