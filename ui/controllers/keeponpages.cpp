// What keeping on has to do with pages and the registry: what a watch sees goes there, and what happens there
// begins and ends watches.

#include "registry/registry.h"
#include "ui/controllers/backgroundservice.h"
#include "ui/controllers/gatewaybook.h"
#include "ui/controllers/keeponcontroller.h"

#include <utility>

namespace Sigen {

using State = KeepOn::State;

// --- from a watch

void KeepOnController::connectKeeper(GatewayKeeper &keeper)
{
    GatewayKeeper *const each = &keeper;
    connect(each, &GatewayKeeper::changed, this, [this, each] {
        markPage(each->gateway());
        Q_EMIT changed(each->gateway());
    });
    connect(each, &GatewayKeeper::historyChanged, this,
            [this, each] { Q_EMIT historyChanged(each->gateway()); });
    connect(each, &GatewayKeeper::told, this,
            [this, each](const WatchNotice &notice) { takeNotice(each->gateway(), notice); });
    connect(each, &GatewayKeeper::saw, this, [this, each](const JobResult &result, quint16 port) {
        takeResult(each->gateway(), result, port);
    });
    connect(each, &GatewayKeeper::settingRead, this, [this](const SettingRead &read) {
        m_registry.absorb(read);
        if (GatewayPage *const page = m_book.page(read.of); page && !read.on)
            page->live.stop(); // there is nobody to ask
    });
    connect(each, &GatewayKeeper::portSeen, this,
            [this](const ModbusAnswer &answer) { m_registry.absorb(answer); });
    connect(each, &GatewayKeeper::traced, this, [this, each](const TraceEntry &entry) {
        if (GatewayPage *const page = m_book.page(each->gateway()))
            page->log.append(entry);
    });
    connect(each, &GatewayKeeper::refused, this, [this, each] {
        const Gateway *const known = m_registry.find(each->gateway());
        GatewayPage *const page = m_book.page(each->gateway());
        if (known && page) // a third try could lock the account
            page->controller.account().noteRefused(formFor(*known).username);
    });
    connect(each, &GatewayKeeper::ended, this, [this, each] {
        if (each->settings().state == State::Ended || each->settings().state == State::Failed)
            setWanted(*each, false);
    });
    connect(each, &GatewayKeeper::retryDue, this, [this, each] {
        refresh(each->gateway());
        if (each->settings().state != State::Elsewhere || each->settings().process != 0)
            return;
        if (hasService(each->gateway()))
            m_service.ask(); // it may run without holding anything yet
        else
            begin(each->gateway());
    });
}

// --- from pages and the registry

void KeepOnController::openPage(GatewayPage *page)
{
    GatewayController *const controller = &page->controller;
    connect(controller, &GatewayController::changed, this, [this, page] { followPage(*page); });
    connect(controller, &GatewayController::signedOut, this, [this, controller] {
        const QString gateway = controller->gateway().id;
        if (const GatewayKeeper *const keeper = find(gateway); !keeper || !keeper->isRunning())
            return;
        if (keepOn(gateway).isPasswordOfRun)
            keeperOf(gateway).end(State::NeedsSignIn);
        else
            keeperOf(gateway).forgetPassword();
    });
    connect(&controller->jobs(), &PageJobs::ended, this, [this, controller] {
        const Gateway &gateway = controller->gateway();
        const bool isOff = gateway.setting && !gateway.setting->on;
        if (find(gateway.id) && isOff) // on purpose, perhaps
            keeperOf(gateway.id).lookNow();
    });
    markPage(controller->gateway().id);
}

void KeepOnController::followPage(GatewayPage &page)
{
    const QString gateway = page.controller.gateway().id;
    const GatewayKeeper *const keeper = find(gateway);
    const bool waits = keeper && keeper->keepOn().isWanted && keeper->keepOn().state == State::NeedsSignIn;
    if (waits && page.controller.isSignedIn() && !page.controller.isBusy())
        begin(gateway);
}

void KeepOnController::markPage(const QString &gateway)
{
    if (GatewayPage *const page = m_book.page(gateway))
        page->controller.setKeptOn(keepOn(gateway).mends());
}

void KeepOnController::follow(const Changes &changes)
{
    for (auto each = changes.changed.keyBegin(); each != changes.changed.keyEnd(); ++each) {
        const Gateway *const known = m_registry.find(*each);
        if (known && known->forgotten && m_kept.contains(*each))
            stop(*each);
    }
    for (const QString &gateway : changes.removed) {
        m_kept.removeAll(gateway);
        if (auto node = m_keepers.extract(gateway); !node.empty())
            node.mapped().release()->deleteLater(); // it may be what told the registry
    }
}

void KeepOnController::merge(const QString &from, const QString &into)
{
    auto node = m_keepers.extract(from);
    if (node.empty())
        return;
    const GatewayKeeper *const other = find(into);
    const bool wanted = node.mapped()->settings().isWanted;
    m_kept.removeAll(from);
    if (wanted && !(other && other->isRunning())) {
        m_keepers.erase(into);
        node.key() = into;
        node.mapped()->setGateway(into);
        GatewayKeeper &kept = *m_keepers.insert(std::move(node)).position->second;
        setWanted(kept, true);
    } else {
        node.mapped()->disconnect(this);
        node.mapped()->end(State::Off);
        node.mapped().release()->deleteLater(); // it may be what told the registry
        store();
    }
    Q_EMIT changed(into);
}

void KeepOnController::takeNotice(const QString &gateway, const WatchNotice &notice)
{
    const auto before = m_told.constFind(gateway);
    const QString news =
        keepOnNews(notice, before == m_told.constEnd() ? std::nullopt : std::optional(*before));
    m_told.insert(gateway, notice);
    if (!news.isEmpty())
        Q_EMIT newsCame(gateway, news);
}

void KeepOnController::takeResult(const QString &gateway, const JobResult &result, quint16 port)
{
    const Gateway *const known = m_registry.find(gateway);
    if (!known)
        return;
    const bool isElsewhere = !keeperOf(gateway).settings().movedTo.isEmpty();
    const bool isProved = result.modbus && result.modbus->provesPlant(); // which portSeen() has said
    if (result.port && !isElsewhere && !isProved) {
        ModbusAnswer answer;
        answer.of = gateway;
        answer.host = known->host();
        answer.port = {port, modbusState(result), m_environment.now()};
        m_registry.absorb(answer);
    }
    if (GatewayPage *const page = m_book.page(gateway))
        page->controller.takeWatch(result, port);
}

} // namespace Sigen
