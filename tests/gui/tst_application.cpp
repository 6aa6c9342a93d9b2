// The whole program as it is started from a command line, without its event loop.

#include "desktop/application.h"
#include "keeping/historyfile.h"
#include "simulator/gatewaysimulator.h"
#include "ui/dialogs/questiondialog.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class ApplicationTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    StartOptions quietStart() const
    {
        StartOptions options;
        options.settingsFile = m_folder.filePath(u"settings.ini"_s);
        options.language = u"en"_s;
        options.scan = false;
        return options;
    }

    /// What the notice that is open says; empty: none is.
    static QString notice()
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (qobject_cast<QuestionDialog *>(window) && window->isVisible())
                return window->accessibleName() + u'\n' + window->accessibleDescription();
        }
        return {};
    }

private Q_SLOTS:
    void aHostThatIsRefusedIsTold()
    {
        StartOptions options = quietStart();
        options.host = u"8.8.8.8"_s;
        Application application(options);
        application.show();
        QTRY_VERIFY(!notice().isEmpty());
        QVERIFY2(notice().contains(u"8.8.8.8"_s), qPrintable(notice()));
    }

    void whatWasKeptOnIsKeptOnAgainUntilTheEnd()
    {
        SimulatorOptions simulated;
        simulated.profile = builtInProfile(builtInProfileNames().constFirst());
        simulated.initiallyEnabled = true;
        GatewaySimulator gateway(simulated);
        QString reason;
        QVERIFY2(gateway.start(&reason), qPrintable(reason));
        {
            SettingsFile file(quietStart().settingsFile);
            Registry registry;
            const SavedGateways saved(file, registry);
            Gateway known;
            known.id = u"{home}"_s;
            known.places = {placeAt(gateway.address().toString())};
            known.places.first().modbus.port = gateway.modbusPort();
            registry.absorb(known);
            Settings(file).setKeptOn({{known.id, 30, true}});
        }
        const QString path = historyPath(m_folder.path(), u"{home}"_s);
        const auto history = [&path] {
            HistoryFile file(path);
            file.load();
            return file.events();
        };
        {
            Application application(quietStart());
            application.show();
            QTRY_COMPARE(history().size(), 1);
            QCOMPARE(history().constLast().state, WatchState::On);
        }
        QCOMPARE(history().constLast().action, WatchAction::Stopped); // what follows is not known
        QCOMPARE(gateway.counters().webSocketConnections, 0);
    }

    void aSecondStartWithSuchAHostIsToldAsWell()
    {
        Application application(quietStart());
        application.show();
        StartOptions second;
        second.host = u"1.1.1.1"_s;
        QVERIFY(notice().isEmpty());
        application.startedAgain(Application::messageFor(second));
        QTRY_VERIFY2(notice().contains(u"1.1.1.1"_s), qPrintable(notice()));
    }
};

QTEST_MAIN(ApplicationTest)
#include "tst_application.moc"
