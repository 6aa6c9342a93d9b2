// What the window does while gateways are kept on: the tray, and what closing it means.

#include "settings/settings.h"
#include "ui/controllers/discoverycontroller.h"
#include "ui/controllers/gatewaybook.h"
#include "ui/controllers/keeponcontroller.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/mainwindow.h"
#include "ui/panel/gatewayview.h"
#include "ui/trayicon.h"

#include <QApplication>
#include <QCloseEvent>
#include <QSplitter>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

/// Of Settings: that the window goes to the tray was said.
static QString trayQuestion()
{
    return u"told-about-the-tray"_s;
}

void MainWindow::wireKeepOn()
{
    KeepOnController &keepOn = m_context.keepOn;
    connect(&keepOn, &KeepOnController::changed, this, [this] {
        m_context.discovery.markKeptOn(m_context.keepOn.mended());
        updateMenu();
    });
    connect(&keepOn, &KeepOnController::newsCame, this,
            [this](const QString &gateway, const QString &sentence) {
                if (m_tray->isAvailable())
                    m_tray->say(m_context.keepOn.titleOf(gateway), sentence);
                else
                    QApplication::alert(this);
            });
    connect(m_tray, &TrayIcon::openRequested, this, [this](const QString &gateway) {
        bringToFront();
        if (!gateway.isEmpty())
            m_context.discovery.select(gateway);
    });
    connect(m_tray, &TrayIcon::quitRequested, this, &MainWindow::quit);
}

void MainWindow::keepOn(bool on)
{
    GatewayView *const view = currentView();
    if (view && on)
        view->showKeepOn();
    if (view)
        view->keepOn(on);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool isDecided = m_closeConfirmed || qGuiApp->isSavingSession();
    if (!isDecided && isChangeUnderWay()) {
        event->ignore();
        askToClose();
        return;
    }
    if (!isDecided && !m_quits && m_context.keepOn.isKeeping()) {
        event->ignore();
        if (m_tray->isAvailable())
            hideToTray();
        else
            askToEndKeeping();
        return;
    }
    saveLayout();
    event->accept();
}

void MainWindow::saveLayout()
{
    m_context.settings.setWindowGeometry(saveGeometry());
    m_context.settings.setWindowState(m_splitter->saveState());
}

bool MainWindow::isChangeUnderWay() const
{
    return m_context.gateways.isChangeUnderWay() || m_context.keepOn.isChangeUnderWay();
}

void MainWindow::quit()
{
    if (!m_closeConfirmed && isChangeUnderWay()) {
        bringToFront();
        askToClose();
        return;
    }
    m_quits = true;
    if (isVisible())
        close();
    QCoreApplication::quit();
}

void MainWindow::hideToTray()
{
    saveLayout();
    QApplication::setQuitOnLastWindowClosed(false); // a dialog would be the last one
    m_tray->setWindowHidden(true);
    hide();
    if (m_context.settings.rememberedAnswer(trayQuestion()))
        return;
    m_context.settings.rememberAnswer(trayQuestion(), true);
    m_tray->say(
        tr("The window is in the tray now"),
        tr("From there it keeps the server on. Its menu opens the window again and quits the program."));
}

void MainWindow::askToEndKeeping()
{
    QStringList titles;
    for (const QString &gateway : m_context.keepOn.kept())
        titles += m_context.keepOn.titleOf(gateway);
    Question question;
    question.title = tr("Close, and keep it on no longer?");
    question.text =
        tr("Only while this window is open is it kept on: %1. Once it is closed, a server that is "
           "switched off stays off.",
           "one gateway or several")
            .arg(titles.join(u", "_s));
    question.acceptText = tr("&Close");
    question.rejectText = tr("&Leave it open");
    auto *dialog = new QuestionDialog(question, this);
    connect(dialog, &QDialog::accepted, this, &MainWindow::quit);
    showDialog(dialog);
}

void MainWindow::askToClose()
{
    auto *dialog =
        new QuestionDialog(m_context.gateways.isChangeUnderWay() ? m_context.gateways.closeQuestion()
                                                                 : m_context.keepOn.closeQuestion(),
                           this);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_closeConfirmed = true;
        close();
    });
    showDialog(dialog);
}

} // namespace Sigen
