#include "studio.h"

#include "ui/panel/gatewayview.h"

#include <QTest>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Until { Before, Layers, End };

/// From the link test on one read gets lost and some are late, as a bad Wi-Fi does it.
Behaviour lossyLink()
{
    constexpr int before = 9; // requests of the scan, the sign-in and the layers above the link
    constexpr int reads = 20;
    Behaviour behaviour;
    behaviour.modbus.first.resize(before + reads);
    for (const int late : {3, 10})
        behaviour.modbus.first[before + late].delay = std::chrono::milliseconds(1400);
    for (const int lost : {6, 12})
        behaviour.modbus.first[before + lost].shape = ModbusBehaviour::Shape::None;
    return behaviour;
}

/// The tab of a gateway with \a faults, before its run, in it, or after it.
void diagnosed(const Places &places, Studio &studio, bool enabled, const Behaviour &behaviour, bool signsIn,
               Until until, const std::function<void()> &shoot)
{
    const auto gateway = gatewayAt(places.first, enabled, {}, u"110A1234567890"_s, behaviour);
    const auto other = gatewayAt(places.second, false, {}, u"110A9876543210"_s);
    studio.scan();
    studio.choose(places.first);
    if (signsIn)
        studio.world.signIn(rightPassword());
    studio.world.window().findChild<GatewayView *>()->showDiagnosis();
    DiagnosisController &diagnosis = studio.world.book().current()->diagnosis;
    if (until != Until::Before)
        studio.world.click("runDiagnosis");
    if (until == Until::Layers)
        [&] { QTRY_VERIFY_WITH_TIMEOUT(diagnosis.state().done >= 4, 20000); }();
    if (until != Until::Layers)
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!diagnosis.isRunning(), 60000); }();
    shoot();
}

} // namespace

std::vector<Picture> diagnosisPictures()
{
    struct Shown
    {
        QString name;
        bool enabled;
        Behaviour behaviour;
        bool signsIn;
        Until until;
    };
    const std::vector<Shown> scenes{
        {u"diagnosis"_s, true, {}, true, Until::End},
        {u"diagnosis-before"_s, true, {}, true, Until::Before},
        {u"diagnosis-running"_s, true, {}, true, Until::Layers},
        {u"diagnosis-lossy"_s, true, lossyLink(), true, Until::End},
        {u"diagnosis-off"_s, false, {}, false, Until::End},
    };
    std::vector<Picture> all;
    for (const Shown &scene : scenes) {
        for (const QString &variant : {QString(), u"-dark"_s, u"-de"_s, u"-narrow"_s}) {
            all.push_back({scene.name + variant, [scene, variant](const QString &file) {
                               const Places places;
                               Studio studio(places, variant == "-dark"_L1 ? Theme::Dark : Theme::Light);
                               if (variant == "-de"_L1)
                                   studio.speak(u"de"_s);
                               if (variant == "-narrow"_L1)
                                   studio.world.window().resize(900, 600);
                               diagnosed(places, studio, scene.enabled, scene.behaviour, scene.signsIn,
                                         scene.until, [&] { studio.save(file); });
                           }});
        }
    }
    return all;
}

} // namespace Sigen::Test
