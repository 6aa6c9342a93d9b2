#include "settings/acceptedprofiles.h"

#include "protocol/profile.h"
#include "settings/settingsfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

class AcceptedProfilesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(u"settings.ini"_s); }

    static ProtocolProfile own()
    {
        ProtocolProfile profile = builtInProfile(u"documented"_s);
        profile.name = u"own"_s;
        return profile;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void oneIsRememberedForItsGatewayAndItsContent()
    {
        for (const QString &host : {u"192.168.1.150"_s, u"gateway.local"_s, u"fe80::1%eth0"_s}) {
            {
                SettingsFile file(path());
                AcceptedProfiles profiles(file);
                QVERIFY(!profiles.contains(own(), host, 0));
                profiles.add(own(), host, 0);
            }
            SettingsFile file(path());
            const AcceptedProfiles profiles(file);
            QVERIFY(profiles.contains(own(), host, 0));
            QVERIFY(profiles.contains(own(), host, 8080)); // the profile's
            QVERIFY(!profiles.contains(own(), host, 8081));
            QVERIFY(!profiles.contains(own(), host + u'1', 0));
            ProtocolProfile changed = own();
            changed.on = 2;
            QVERIFY(!profiles.contains(changed, host, 0));
        }
    }

    void twoProgramsDoNotForgetEachOthers()
    {
        SettingsFile one(path());
        SettingsFile other(path());
        AcceptedProfiles(one).add(own(), u"192.168.1.150"_s, 0);
        QVERIFY(one.sync());
        AcceptedProfiles(other).add(own(), u"192.168.1.151"_s, 0);
        QVERIFY(other.sync());
        SettingsFile file(path());
        QVERIFY(AcceptedProfiles(file).contains(own(), u"192.168.1.150"_s, 0));
        QVERIFY(AcceptedProfiles(file).contains(own(), u"192.168.1.151"_s, 0));
    }

    void aBuiltInOneNeedsNoAcceptance()
    {
        SettingsFile file(path());
        AcceptedProfiles profiles(file);
        const ProtocolProfile builtIn = builtInProfile(u"early-draft"_s);
        QVERIFY(profiles.contains(builtIn, u"192.168.1.150"_s, 0));
        profiles.add(builtIn, u"192.168.1.150"_s, 0);
        QVERIFY(file.sync());
        QVERIFY(!QFile::exists(path()));
    }
};

QTEST_GUILESS_MAIN(AcceptedProfilesTest)
#include "tst_acceptedprofiles.moc"
