// Renders the window's main states to PNG files, from real widgets with the simulator behind them. The
// pictures are looked at by people and beside the drawings; some are the README's screenshots.
//
//     render_pictures FOLDER [NAME…]      all pictures, or those with these names
//
// Inside a network namespace made by render.sh the gateways have addresses as in a home; elsewhere they are
// on loopback.

#include "studio.h"

#include "ui/controllers/guidance.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/guidancedialog.h"
#include "ui/dialogs/letterdialog.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/dialogs/userguidedialog.h"
#include "ui/panel/gatewayview.h"

#include <QApplication>
#include <QFontDatabase>
#include <QTabWidget>

#include <cstdio>

using namespace Sigen;
using namespace Sigen::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// On, verified, with the second gateway and a web page beside it.
void verified(const QString &name, Theme theme, const std::function<void(Studio &)> &more,
              const QString &language = u"en_GB"_s)
{
    const Places places;
    const auto gateway = gatewayAt(places.first, false);
    const auto other = gatewayAt(places.second, false, {}, u"110A9876543210"_s);
    const WebPage page(places.printer);
    Studio studio(places, theme);
    studio.speak(language);
    studio.scan();
    studio.choose(places.first);
    studio.world.signIn(rightPassword());
    studio.switchOver();
    studio.world.book().current()->live.setInterval(150ms);
    studio.world.book().current()->live.start();
    const LiveValuesController &live = studio.world.book().current()->live;
    [&] { QTRY_VERIFY_WITH_TIMEOUT(live.polls() >= 16, 30000); }();
    studio.world.book().current()->live.setInterval(LiveValuesController::defaultInterval);
    if (more)
        more(studio);
    studio.save(name);
}

/// A failure after flipping the switch of a gateway with \a fault.
void failed(const QString &name, const QString &fault)
{
    const Places places;
    const auto gateway = gatewayAt(places.second, false, {fault}, u"110A1234567890"_s);
    Studio studio(places);
    studio.remember(places.first, u"SigenStor EC 10.0 TP"_s, u"110A1234567891"_s);
    studio.scan();
    studio.choose(places.second);
    studio.world.signIn(rightPassword());
    if (studio.world.gateway().page().server.canSwitch)
        studio.switchOver();
    studio.save(name);
}

std::vector<Picture> pictures()
{
    std::vector<Picture> all;
    all.push_back({u"empty"_s, [](const QString &name) {
                       Studio studio(Places{});
                       studio.save(name);
                   }});
    all.push_back({u"scanning"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, true);
                       const WebPage page(places.printer);
                       Studio studio(places);
                       studio.world.discovery().scan();
                       DiscoveryController &discovery = studio.world.discovery();
                       [&] { QTRY_VERIFY(discovery.hosts()->rowCount() > 0); }();
                       QTest::qWait(300); // silent addresses take a second
                       Studio::shoot(studio.world.window(), name);
                   }});
    all.push_back({u"found"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, true);
                       const auto other = gatewayAt(places.second, false, {}, u"110A9876543210"_s);
                       const WebPage page(places.printer);
                       Studio studio(places);
                       studio.scan();
                       studio.save(name);
                   }});
    all.push_back({u"signed-out"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.second, false);
                       Studio studio(places);
                       studio.remember(places.first, u"SigenStor EC 10.0 TP"_s, u"110A1234567891"_s);
                       studio.scan();
                       studio.choose(places.second);
                       studio.world.click("testPort");
                       studio.world.wait();
                       studio.world.type("password", rightPassword());
                       studio.save(name);
                   }});
    all.push_back({u"sign-in-advanced"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.second, false);
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.second);
                       studio.world.click("advanced");
                       studio.world.click("tls");
                       studio.save(name);
                   }});
    all.push_back({u"off"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, false);
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.first);
                       studio.world.signIn(rightPassword());
                       studio.save(name);
                   }});
    all.push_back({u"question"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, false);
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.first);
                       studio.world.signIn(rightPassword());
                       studio.world.click("serverSwitch");
                       studio.settle();
                       Studio::shoot(*QApplication::activeModalWidget(), name);
                       studio.world.reject();
                   }});
    all.push_back({u"turning-on"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, false, {u"port-opens-late"_s});
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.first);
                       studio.world.signIn(rightPassword());
                       studio.world.click("serverSwitch");
                       studio.world.accept();
                       QTest::qWait(400);
                       Studio::shoot(studio.world.window(), name);
                       studio.world.wait();
                   }});
    all.push_back({u"verified"_s, [](const QString &name) { verified(name, Theme::Light, {}); }});
    all.push_back({u"verified-dark"_s, [](const QString &name) { verified(name, Theme::Dark, {}); }});
    all.push_back({u"connect-your-system"_s, [](const QString &name) {
                       verified(name, Theme::Light, [](Studio &studio) {
                           studio.world.find<QTabWidget>("tabs")->setCurrentIndex(1);
                           studio.world.book().current()->snippets.setCurrentTool(u"sigenergy2mqtt"_s);
                       });
                   }});
    all.push_back({u"protocol-log"_s, [](const QString &name) {
                       verified(name, Theme::Light, [](Studio &studio) {
                           auto *const tabs = studio.world.find<QTabWidget>("tabs");
                           tabs->setCurrentIndex(tabs->count() - 1);
                       });
                   }});
    all.push_back({u"narrow"_s, [](const QString &name) {
                       verified(name, Theme::Light,
                                [](Studio &studio) { studio.world.window().resize(900, 600); });
                   }});
    for (const QString &language : {u"de"_s, u"zh_CN"_s}) {
        all.push_back({u"verified-"_s + language,
                       [language](const QString &name) { verified(name, Theme::Light, {}, language); }});
    }
    all.push_back({u"right-to-left"_s, [](const QString &name) {
                       verified(name, Theme::Light, [](Studio &studio) {
                           QApplication::setLayoutDirection(Qt::RightToLeft);
                           studio.settle();
                       });
                       QApplication::setLayoutDirection(Qt::LeftToRight);
                   }});
    for (const QString &fault :
         {u"port-never-opens"_s, u"port-filtered"_s, u"modbus-silent"_s, u"modbus-closes-on-connect"_s,
          u"modbus-exception-02"_s, u"modbus-http"_s, u"lookalike-huawei"_s, u"serial-differs"_s,
          u"write-refused"_s, u"write-no-effect"_s, u"write-other-port"_s, u"read-missing-enable"_s,
          u"serial-html"_s})
        all.push_back({u"failed-"_s + fault, [fault](const QString &name) { failed(name, fault); }});
    all.push_back({u"failed-unknown"_s, [](const QString &name) {
                       const Places places;
                       const auto gateway = gatewayAt(places.first, false, {u"write-no-reply"_s});
                       Studio studio(places);
                       studio.scan();
                       studio.choose(places.first);
                       studio.world.signIn(rightPassword());
                       studio.world.click("serverSwitch");
                       studio.world.accept();
                       [&] { QTRY_COMPARE(gateway->counters().writes, 1); }();
                       gateway->stop();
                       studio.world.wait();
                       if (studio.world.has("failureMore"))
                           studio.world.click("failureMore");
                       studio.save(name);
                   }});
    all.push_back({u"dialogs"_s, [](const QString &) {
                       Studio studio(Places{});
                       GuidanceDialog guidance(&studio.world.window());
                       guidance.show();
                       studio.settle();
                       Studio::shoot(guidance, u"dialog-guidance"_s);
                       LetterDialog message(
                           Recipient::Installer,
                           {u"SigenStor EC 10.0 TP"_s, u"110A1234567890"_s, u"192.168.1.150"_s, 502},
                           &studio.world.window());
                       message.show();
                       studio.settle();
                       Studio::shoot(message, u"dialog-installer-message"_s);
                       AboutDialog about(u"0.1.0"_s, {}, &studio.world.window());
                       about.show();
                       studio.settle();
                       Studio::shoot(about, u"dialog-about"_s);
                       UserGuideDialog guide(&studio.world.window());
                       guide.show();
                       studio.settle();
                       Studio::shoot(guide, u"dialog-user-guide"_s);
                   }});
    return all;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Sigen Modbus"_s);
    if (argc < 2) {
        std::fprintf(stderr, "Usage: render_pictures FOLDER [NAME...]\n");
        return 2;
    }
    Studio::setFolder(QString::fromLocal8Bit(argv[1]));
    if (QFontDatabase::hasFamily(
            u"Inter"_s)) { // so that the pictures are the same on every machine that has it
        constexpr int size = 13;
        QFont font(u"Inter"_s);
        font.setPixelSize(size);
        QApplication::setFont(font);
    }
    const QStringList wanted = QApplication::arguments().sliced(2);
    std::vector<Picture> all = pictures();
    for (const auto &more : {situationPictures(), diagnosisPictures()})
        all.insert(all.end(), more.begin(), more.end());
    for (const Picture &picture : all) {
        if (wanted.isEmpty() || wanted.contains(picture.name))
            picture.render(picture.name);
    }
    return 0;
}
