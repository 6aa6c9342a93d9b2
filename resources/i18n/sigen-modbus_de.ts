<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Sigen::AboutDialog</name>
    <message>
        <source>About Sigen Modbus</source>
        <translation>Über Sigen Modbus</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Finds a SigenEnergy gateway on your network, switches its Modbus TCP server on and proves that it answers.</source>
        <translation>Findet ein SigenEnergy-Gateway in Ihrem Netzwerk, schaltet seinen Modbus-TCP-Server ein und weist nach, dass er antwortet.</translation>
    </message>
    <message>
        <source>This program is not affiliated with Sigenergy. Product names belong to their owners.</source>
        <translation>Dieses Programm steht in keiner Verbindung zu Sigenergy. Produktnamen gehören ihren Eigentümern.</translation>
    </message>
    <message>
        <source>It uses Qt %1 under the GNU Lesser General Public License, version 3. Qt is linked dynamically: you may replace it by a build of your own.</source>
        <translation>Es verwendet Qt %1 unter der GNU Lesser General Public License, Version 3. Qt ist dynamisch gelinkt: Sie dürfen es durch einen eigenen Build ersetzen.</translation>
    </message>
    <message>
        <source>Passwords that you ask it to remember are kept by QtKeychain, under the BSD licence.</source>
        <translation>Passwörter, die sich das Programm auf Ihren Wunsch merkt, verwahrt QtKeychain, das unter der BSD-Lizenz steht.</translation>
    </message>
    <message>
        <source>Releases are on the project&apos;s page; the program never looks for updates by itself.</source>
        <translation>Neue Versionen finden Sie auf der Seite des Projekts; das Programm sucht nie von selbst nach Aktualisierungen.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>L&amp;icences</source>
        <translation>&amp;Lizenzen</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>Lizenztext</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Releases are at %1; the program never looks for updates by itself.</source>
        <translation>Neue Versionen finden Sie unter %1; das Programm sucht nie von selbst nach Aktualisierungen.</translation>
    </message>
    <message>
        <source>It is licensed under the MIT licence.</source>
        <translation>Es steht unter der MIT-Lizenz.</translation>
    </message>
</context>
<context>
    <name>Sigen::Account</name>
    <message>
        <source>No keychain service answers on this computer, so the password can&apos;t be remembered.</source>
        <translation>Auf diesem Computer antwortet kein Schlüsselbunddienst, daher kann das Passwort nicht gemerkt werden.</translation>
    </message>
    <message>
        <source>No keychain service answers on this computer.</source>
        <translation>Auf diesem Computer antwortet kein Schlüsselbunddienst.</translation>
    </message>
    <message>
        <source>The keychain stayed locked, so the password can&apos;t be remembered.</source>
        <translation>Der Schlüsselbund blieb gesperrt, daher kann das Passwort nicht gemerkt werden.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time, so the password can&apos;t be remembered.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet, daher kann das Passwort nicht gemerkt werden.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The keychain failed, so the password can&apos;t be remembered: %1</source>
        <translation>Der Schlüsselbund meldet einen Fehler, daher kann das Passwort nicht gemerkt werden: %1</translation>
    </message>
    <message>
        <source>The keychain failed: %1</source>
        <translation>Der Schlüsselbund meldet einen Fehler: %1</translation>
    </message>
    <message>
        <source>The gateway refused the remembered password.</source>
        <translation>Das Gateway hat das gemerkte Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>The keychain has the password, but stayed locked.</source>
        <translation>Der Schlüsselbund enthält das Passwort, blieb aber gesperrt.</translation>
    </message>
    <message>
        <source>The keychain refused access, so the password can&apos;t be remembered.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert, daher kann das Passwort nicht gemerkt werden.</translation>
    </message>
    <message>
        <source>The keychain refused access.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>The keychain has no password for %1.</source>
        <translation>Der Schlüsselbund enthält kein Passwort für %1.</translation>
    </message>
    <message>
        <source>The password in the keychain for %1 is empty.</source>
        <translation>Das Passwort für %1 im Schlüsselbund ist leer.</translation>
    </message>
    <message>
        <source>The password for %1 could not be deleted from this computer&apos;s keychain. %2</source>
        <translation>Das Passwort für %1 konnte nicht aus dem Schlüsselbund dieses Computers gelöscht werden. %2</translation>
    </message>
</context>
<context>
    <name>Sigen::Advice</name>
    <message>
        <source>Something went wrong inside the program: %1</source>
        <translation>Im Programm ist etwas schiefgegangen: %1</translation>
    </message>
    <message>
        <source>Reading or writing failed: %1</source>
        <translation>Lesen oder Schreiben ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>The connection to the gateway was lost.</source>
        <translation>Die Verbindung zum Gateway ging verloren.</translation>
    </message>
    <message>
        <source>The server is reported as off, but %1 still accepts connections.</source>
        <translation>Der Server wird als ausgeschaltet gemeldet, aber %1 nimmt weiterhin Verbindungen an.</translation>
    </message>
    <message>
        <source>The change was sent, but it is not known whether it took effect.</source>
        <translation>Die Änderung wurde gesendet, aber es ist nicht bekannt, ob sie wirksam wurde.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was changed: try again.</source>
        <translation>Es wurde nichts geändert: Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another device may have this address: compare the serial numbers.</source>
        <translation>Vielleicht hat ein anderes Gerät diese Adresse: Vergleichen Sie die Seriennummern.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read or written: %2</source>
        <translation>%1 kann nicht gelesen oder geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The server is reported as off, but its port still accepts connections.</source>
        <translation>Der Server wird als ausgeschaltet gemeldet, aber sein Port nimmt weiterhin Verbindungen an.</translation>
    </message>
    <message>
        <source>Does a router forward another port to the gateway? Test that one (--test-port), and leave the gateway&apos;s own port as it is.</source>
        <translation>Leitet ein Router einen anderen Port an das Gateway weiter? Testen Sie diesen (--test-port), und lassen Sie den eigenen Port des Gateways, wie er ist.</translation>
    </message>
    <message>
        <source>%1 has only IPv6 addresses, and scans use IPv4.</source>
        <translation>%1 hat nur IPv6-Adressen, die Suche arbeitet aber mit IPv4.</translation>
    </message>
    <message>
        <source>The change had no effect: the gateway does not report what was requested.</source>
        <translation>Die Änderung blieb ohne Wirkung: Das Gateway meldet nicht, was verlangt war.</translation>
    </message>
    <message>
        <source>The Modbus server was already off, so it can&apos;t be switched off and on again; nothing was changed.</source>
        <translation>Der Modbus-Server war schon ausgeschaltet und kann daher nicht aus- und wieder eingeschaltet werden; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The Modbus server is off now: it was switched off, and could not be switched on again.</source>
        <translation>Der Modbus-Server ist jetzt ausgeschaltet: Er wurde ausgeschaltet und ließ sich nicht wieder einschalten.</translation>
    </message>
    <message>
        <source>The Modbus server may be off now: it was switched off, and it is not known whether it is on again.</source>
        <translation>Der Modbus-Server ist jetzt vielleicht ausgeschaltet: Er wurde ausgeschaltet, und es ist nicht bekannt, ob er wieder eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Read the state first (status), and turn the server on if it is off (enable).</source>
        <translation>Lesen Sie zuerst den Zustand (status), und schalten Sie den Server ein, falls er ausgeschaltet ist (enable).</translation>
    </message>
    <message>
        <source>Read the state first, and turn the server on if it is off.</source>
        <translation>Lesen Sie zuerst den Zustand, und schalten Sie den Server ein, falls er ausgeschaltet ist.</translation>
    </message>
    <message>
        <source>Please report this, with the output of --verbose.</source>
        <translation>Bitte melden Sie das, zusammen mit der Ausgabe von --verbose.</translation>
    </message>
    <message>
        <source>Please report this, with the protocol log.</source>
        <translation>Bitte melden Sie das, zusammen mit dem Protokoll der Verbindung.</translation>
    </message>
    <message>
        <source>Test this one host instead, with verify --host.</source>
        <translation>Testen Sie stattdessen nur diesen Host, mit verify --host.</translation>
    </message>
    <message>
        <source>Test this one host instead: add it by its address.</source>
        <translation>Testen Sie stattdessen nur diesen Host: Fügen Sie ihn per Adresse hinzu.</translation>
    </message>
    <message>
        <source>Read the state again in a minute before trying again.</source>
        <translation>Lesen Sie in einer Minute den Zustand noch einmal, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>Test the port again in a minute: only a refused connection proves that it is closed.</source>
        <translation>Testen Sie den Port in einer Minute noch einmal: Erst eine abgelehnte Verbindung beweist, dass er geschlossen ist.</translation>
    </message>
    <message>
        <source>Wait a minute and test the port again: the server may take a while to stop.</source>
        <translation>Warten Sie eine Minute und testen Sie den Port noch einmal: Vielleicht braucht der Server eine Weile, bis er stoppt.</translation>
    </message>
    <message>
        <source>Testing the Modbus port needs no sign-in.</source>
        <translation>Der Modbus-Port lässt sich auch ohne Anmeldung testen.</translation>
    </message>
    <message>
        <source>Turn it on instead.</source>
        <translation>Schalten Sie ihn stattdessen ein.</translation>
    </message>
    <message>
        <source>If this is the right one, correct the serial number.</source>
        <translation>Falls es doch das richtige ist, korrigieren Sie die Seriennummer.</translation>
    </message>
    <message>
        <source>Do not send it again yet: read the state first.</source>
        <translation>Senden Sie die Änderung noch nicht erneut: Lesen Sie zuerst den Zustand.</translation>
    </message>
    <message>
        <source>The change was already sent: read the state first.</source>
        <translation>Die Änderung war schon gesendet: Lesen Sie zuerst den Zustand.</translation>
    </message>
    <message>
        <source>The profile leaves something open, so nothing was sent: %1</source>
        <translation>Das Profil lässt etwas offen, daher wurde nichts gesendet: %1</translation>
    </message>
    <message>
        <source>Complete the profile&apos;s file; what is missing stands in it.</source>
        <translation>Vervollständigen Sie die Datei des Profils; was fehlt, steht darin.</translation>
    </message>
</context>
<context>
    <name>Sigen::AppWayCard</name>
    <message>
        <source>Open the switch in the mySigen app</source>
        <translation>Den Schalter in der App mySigen öffnen</translation>
    </message>
    <message>
        <source>Turn it on, leave port %1, and press Save if the app shows it</source>
        <translation>Einschalten, Port %1 belassen und „Speichern“ drücken, falls die App es anzeigt</translation>
    </message>
    <message>
        <source>If it asks which addresses may connect: that of the program that will read it and, for the test here, this computer&apos;s.</source>
        <translation>Falls sie fragt, welche Adressen sich verbinden dürfen: die des Programms, das lesen soll, und für den Test hier die dieses Computers.</translation>
    </message>
    <message>
        <source>If it asks which addresses may connect: that of the program that will read it and, for the test here, this computer&apos;s:</source>
        <translation>Falls sie fragt, welche Adressen sich verbinden dürfen: die des Programms, das lesen soll, und für den Test hier die dieses Computers:</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Wait for the ticks here</source>
        <translation>Hier auf die Häkchen warten</translation>
    </message>
    <message>
        <source>Nothing to press: as soon as port %1 opens, it is tested and read.</source>
        <translation>Nichts zu drücken: Sobald Port %1 offen ist, wird er getestet und gelesen.</translation>
    </message>
    <message>
        <source>Turn Modbus TCP on in the app. This window watches, and proves it.</source>
        <translation>Schalten Sie Modbus TCP in der App ein. Dieses Fenster beobachtet und bestätigt es.</translation>
    </message>
</context>
<context>
    <name>Sigen::Application</name>
    <message>
        <source>About the settings</source>
        <translation>Zu den Einstellungen</translation>
    </message>
    <message>
        <source>The gateway was not added.</source>
        <translation>Das Gateway wurde nicht hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>Sigen::CauseWords</name>
    <message>
        <source>%1 It said: %2</source>
        <translation>%1 Es meldete: %2</translation>
    </message>
    <message>
        <source>A device has the address %1, but it answers neither on port %2 nor on port %3.</source>
        <translation>Ein Gerät hat die Adresse %1, antwortet aber weder auf Port %2 noch auf Port %3.</translation>
    </message>
    <message>
        <source>%1 does not answer. The way there leads through the tunnel %2, which probably does not reach the gateway&apos;s network.</source>
        <translation>%1 antwortet nicht. Der Weg dorthin führt durch den Tunnel %2, der das Netzwerk des Gateways wahrscheinlich nicht erreicht.</translation>
    </message>
    <message>
        <source>Two devices take turns at %1: the serial number was %2 first and %3 later.</source>
        <translation>Unter %1 wechseln sich zwei Geräte ab: Die Seriennummer war erst %2 und später %3.</translation>
    </message>
    <message>
        <source>Several devices use the address %1: %2.</source>
        <translation>Mehrere Geräte verwenden die Adresse %1: %2.</translation>
    </message>
    <message>
        <source>Probably another device has the address %1 now: the MAC address is not the one that was known.</source>
        <translation>Wahrscheinlich hat jetzt ein anderes Gerät die Adresse %1: Die MAC-Adresse ist nicht die bekannte.</translation>
    </message>
    <message>
        <source>The gateway&apos;s Modbus TCP server is switched off.</source>
        <translation>Der Modbus-TCP-Server des Gateways ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Name and address</source>
        <translation>Name und Adresse</translation>
    </message>
    <message>
        <source>Way there</source>
        <translation>Weg dorthin</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>Netzwerkkarte</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>The name %1 is not known on this network.</source>
        <translation>Der Name %1 ist in diesem Netzwerk nicht bekannt.</translation>
    </message>
    <message>
        <source>This computer has no route to %1.</source>
        <translation>Dieser Computer hat keine Route zu %1.</translation>
    </message>
    <message>
        <source>%1 does not answer, so there is no local sign-in from here.</source>
        <translation>%1 antwortet nicht, daher ist von hier keine lokale Anmeldung möglich.</translation>
    </message>
    <message>
        <source>%1 shows a certificate that is not the trusted one.</source>
        <translation>%1 zeigt ein anderes Zertifikat als das, dem vertraut wird.</translation>
    </message>
    <message>
        <source>%1 accepts only encrypted connections (TLS).</source>
        <translation>%1 nimmt nur verschlüsselte Verbindungen (TLS) an.</translation>
    </message>
    <message>
        <source>%1 accepts connections, but no WebSocket connection could be made.</source>
        <translation>%1 nimmt Verbindungen an, aber eine WebSocket-Verbindung kam nicht zustande.</translation>
    </message>
    <message>
        <source>The gateway refused the sign-in as %1.</source>
        <translation>Das Gateway hat die Anmeldung als %1 abgelehnt.</translation>
    </message>
    <message>
        <source>The gateway took the session away: another program is probably signed in.</source>
        <translation>Das Gateway hat die Sitzung beendet: Wahrscheinlich ist ein anderes Programm angemeldet.</translation>
    </message>
    <message>
        <source>%1 does not answer this computer.</source>
        <translation>%1 antwortet diesem Computer nicht.</translation>
    </message>
    <message>
        <source>The same gateway answers Modbus at another address: %1.</source>
        <translation>Dasselbe Gateway antwortet unter einer anderen Adresse auf Modbus: %1.</translation>
    </message>
    <message>
        <source>The gateway&apos;s setting names the address %1; it probably lets only that one in.</source>
        <translation>Die Einstellung des Gateways nennt die Adresse %1; wahrscheinlich lässt es nur diese zu.</translation>
    </message>
    <message>
        <source>%1 accepts connections, but does not answer Modbus.</source>
        <translation>%1 nimmt Verbindungen an, antwortet aber nicht auf Modbus.</translation>
    </message>
    <message>
        <source>%1 answers Modbus, but only after the time-out.</source>
        <translation>%1 antwortet auf Modbus, aber erst nach Ablauf der Wartezeit.</translation>
    </message>
    <message>
        <source>%1 answers each Modbus request with “busy”.</source>
        <translation>%1 antwortet auf jede Modbus-Anfrage mit „beschäftigt“.</translation>
    </message>
    <message>
        <source>The plant&apos;s Modbus answers are odd, but usable.</source>
        <translation>Die Modbus-Antworten der Anlage sind ungewöhnlich, aber brauchbar.</translation>
    </message>
    <message>
        <source>%1 speaks Modbus, but does not answer what was asked.</source>
        <translation>%1 spricht Modbus, beantwortet aber nicht, was gefragt wurde.</translation>
    </message>
    <message>
        <source>%1 accepts connections and closes them without answering.</source>
        <translation>%1 nimmt Verbindungen an und schließt sie, ohne zu antworten.</translation>
    </message>
    <message>
        <source>%1 answers, but not with Modbus.</source>
        <translation>%1 antwortet, aber nicht mit Modbus.</translation>
    </message>
    <message>
        <source>%1 is a Modbus proxy, or another maker&apos;s gateway, that can&apos;t reach the plant.</source>
        <translation>%1 ist ein Modbus-Proxy oder das Gateway eines anderen Herstellers und kann die Anlage nicht erreichen.</translation>
    </message>
    <message>
        <source>%1 speaks Modbus, but is not a Sigenergy system.</source>
        <translation>%1 spricht Modbus, ist aber kein Sigenergy-System.</translation>
    </message>
    <message>
        <source>%1 speaks Modbus, but does not give a plant&apos;s values: it is probably still starting.</source>
        <translation>%1 spricht Modbus, liefert aber nicht die Werte einer Anlage: Wahrscheinlich startet es noch.</translation>
    </message>
    <message>
        <source>Several unit ids are answered by the same device.</source>
        <translation>Auf mehrere Unit-IDs antwortet dasselbe Gerät.</translation>
    </message>
    <message>
        <source>Not every unit id answers; missing: %1.</source>
        <translation>Nicht jede Unit-ID antwortet; es fehlen: %1.</translation>
    </message>
    <message>
        <source>The plant&apos;s clock and this computer&apos;s differ.</source>
        <translation>Die Uhr der Anlage und die dieses Computers gehen verschieden.</translation>
    </message>
    <message numerus="yes">
        <source>The plant answers, but of %n read(s) %1 got no answer and %2 a late one.</source>
        <translation>
            <numerusform>Die Anlage antwortet, aber bei %n Abfrage %1-mal gar nicht und %2-mal verspätet.</numerusform>
            <numerusform>Die Anlage antwortet, aber bei %n Abfragen %1-mal gar nicht und %2-mal verspätet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The same device answers at %1 as well.</source>
        <translation>Dasselbe Gerät antwortet auch unter %1.</translation>
    </message>
    <message>
        <source>Sign in with an installer&apos;s account, or ask the installer for the rights.</source>
        <translation>Melden Sie sich mit einem Installateurkonto an, oder bitten Sie den Installateur um die Rechte.</translation>
    </message>
    <message>
        <source>Check that the address is the gateway&apos;s: the one in the app often differs from the one on the local network.</source>
        <translation>Prüfen Sie, ob die Adresse die des Gateways ist: In der App steht oft eine andere als im lokalen Netzwerk.</translation>
    </message>
    <message>
        <source>Set the plant&apos;s clock in the vendor&apos;s app; schedules and daily totals follow it.</source>
        <translation>Stellen Sie die Uhr der Anlage in der App des Herstellers; Zeitpläne und Tagessummen richten sich danach.</translation>
    </message>
    <message>
        <source>Check the link: on Wi-Fi answers come late; a cable is better.</source>
        <translation>Prüfen Sie die Verbindung: Im WLAN kommen Antworten verspätet; ein Kabel ist besser.</translation>
    </message>
    <message>
        <source>Check the spelling of the name.</source>
        <translation>Prüfen Sie die Schreibweise des Namens.</translation>
    </message>
    <message>
        <source>Check user name and password: usually the gateway&apos;s local account, not the cloud account.</source>
        <translation>Prüfen Sie Benutzername und Passwort: Meist gilt das lokale Konto des Gateways, nicht das Cloud-Konto.</translation>
    </message>
    <message>
        <source>Check that it has power and is connected to the network.</source>
        <translation>Prüfen Sie, ob es Strom hat und mit dem Netzwerk verbunden ist.</translation>
    </message>
    <message>
        <source>If a Modbus proxy stands in between, check its target: the gateway&apos;s address, port and unit id.</source>
        <translation>Steht ein Modbus-Proxy dazwischen, prüfen Sie sein Ziel: Adresse, Port und Unit-ID des Gateways.</translation>
    </message>
    <message>
        <source>Look in the router&apos;s list for who has the address, and give the other device another one.</source>
        <translation>Sehen Sie in der Liste des Routers nach, wer die Adresse hat, und geben Sie dem anderen Gerät eine andere.</translation>
    </message>
    <message>
        <source>Close the vendor&apos;s app and other programs that are signed in, then try again.</source>
        <translation>Beenden Sie die App des Herstellers und andere angemeldete Programme, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Connect this computer to the gateway&apos;s own network; a guest network or another VLAN may not lead there.</source>
        <translation>Verbinden Sie diesen Computer mit dem Netzwerk des Gateways; ein Gastnetz oder ein anderes VLAN führt vielleicht nicht dorthin.</translation>
    </message>
    <message>
        <source>The way leads over %1, but %2 is in the same network: disconnect the one that does not lead to the gateway.</source>
        <translation>Der Weg führt über %1, aber %2 ist im selben Netzwerk: Trennen Sie die Verbindung, die nicht zum Gateway führt.</translation>
    </message>
    <message>
        <source>Disconnect the VPN, or let it leave the local network alone.</source>
        <translation>Trennen Sie das VPN, oder nehmen Sie das lokale Netzwerk davon aus.</translation>
    </message>
    <message>
        <source>Let all unit ids be tried, to find the ones that this plant has.</source>
        <translation>Lassen Sie alle Unit-IDs versuchen, um die zu finden, die diese Anlage hat.</translation>
    </message>
    <message>
        <source>Reserve a fixed address for the gateway in the router (DHCP reservation).</source>
        <translation>Reservieren Sie für das Gateway im Router eine feste Adresse (DHCP-Reservierung).</translation>
    </message>
    <message>
        <source>The installer may still have to press Save in the app.</source>
        <translation>Der Installateur muss in der App vielleicht noch auf „Speichern“ drücken.</translation>
    </message>
    <message>
        <source>Some firmware accepts only listed clients: ask for this computer&apos;s address to be added.</source>
        <translation>Manche Firmware lässt nur eingetragene Clients zu: Lassen Sie die Adresse dieses Computers eintragen.</translation>
    </message>
    <message>
        <source>A firewall may block it, on this computer, on the way or at the gateway: try from another computer on the same network.</source>
        <translation>Vielleicht blockiert eine Firewall die Verbindung, auf diesem Computer, unterwegs oder am Gateway: Versuchen Sie es von einem anderen Computer im selben Netzwerk.</translation>
    </message>
    <message>
        <source>Until then give your other program a time-out of 3 s, 3 retries and at most one read every 5 s.</source>
        <translation>Geben Sie Ihrem anderen Programm bis dahin eine Wartezeit von 3 s, 3 Wiederholungen und höchstens eine Abfrage alle 5 s.</translation>
    </message>
    <message>
        <source>Switch the gateway&apos;s Modbus TCP server, or the gateway itself, off and on again: some hang until then.</source>
        <translation>Schalten Sie den Modbus-TCP-Server des Gateways oder das Gateway selbst aus und wieder ein: Manche hängen bis dahin.</translation>
    </message>
    <message>
        <source>Scan the network for the gateway.</source>
        <translation>Durchsuchen Sie das Netzwerk nach dem Gateway.</translation>
    </message>
    <message>
        <source>Sign in over TLS, and compare the certificate&apos;s fingerprint with the gateway&apos;s own.</source>
        <translation>Melden Sie sich über TLS an, und vergleichen Sie den Fingerabdruck des Zertifikats mit dem des Gateways.</translation>
    </message>
    <message>
        <source>Another Modbus client may hold the only connection: stop it and test again.</source>
        <translation>Vielleicht belegt ein anderer Modbus-Client die einzige Verbindung: Beenden Sie ihn und testen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Turn the server on.</source>
        <translation>Schalten Sie den Server ein.</translation>
    </message>
    <message>
        <source>Turn the server on, here with the password or in the vendor&apos;s app: Settings → System Settings → General → Modbus TCP Server Settings.</source>
        <translation>Schalten Sie den Server ein, hier mit dem Passwort oder in der App des Herstellers: Einstellungen → Systemeinstellungen → Allgemein → Modbus-TCP-Server-Einstellungen.</translation>
    </message>
    <message>
        <source>If a Modbus proxy stands in between, test without it, at the gateway&apos;s own address.</source>
        <translation>Steht ein Modbus-Proxy dazwischen, testen Sie ohne ihn, unter der Adresse des Gateways selbst.</translation>
    </message>
    <message>
        <source>It may still be starting: test again in a minute.</source>
        <translation>Vielleicht startet es noch: Testen Sie in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>Try another protocol profile, such as early-draft.</source>
        <translation>Versuchen Sie ein anderes Protokollprofil, zum Beispiel early-draft.</translation>
    </message>
    <message>
        <source>Use the gateway&apos;s IP address; your router&apos;s list of devices shows it.</source>
        <translation>Nehmen Sie die IP-Adresse des Gateways; sie steht in der Geräteliste Ihres Routers.</translation>
    </message>
    <message>
        <source>If the gateway is on Wi-Fi, try a cable.</source>
        <translation>Ist das Gateway im WLAN, versuchen Sie es mit einem Kabel.</translation>
    </message>
    <message>
        <source>Give your other programs one of the addresses, and only that one.</source>
        <translation>Tragen Sie in Ihren anderen Programmen eine der Adressen ein, und nur diese.</translation>
    </message>
    <message>
        <source>Use the address %1.</source>
        <translation>Nehmen Sie die Adresse %1.</translation>
    </message>
    <message>
        <source>The gateway is fine from here: %1 answers Modbus.</source>
        <translation>Von hier aus ist mit dem Gateway alles in Ordnung: %1 antwortet auf Modbus.</translation>
    </message>
    <message>
        <source>Address %1, port %2.</source>
        <translation>Adresse %1, Port %2.</translation>
    </message>
    <message>
        <source>Unit ids: %1.</source>
        <translation>Unit-IDs: %1.</translation>
    </message>
    <message>
        <source>Function %1, register addresses as printed in the vendor&apos;s document, high word first.</source>
        <translation>Funktion %1, Registeradressen wie im Dokument des Herstellers gedruckt, das höherwertige Wort zuerst.</translation>
    </message>
    <message>
        <source>A time-out of 3 s or more, and at most one round of reads every 5 s.</source>
        <translation>Eine Wartezeit von mindestens 3 s und höchstens eine Abfragerunde alle 5 s.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) at once were answered.</source>
        <translation>
            <numerusform>%n Verbindung wurde beantwortet.</numerusform>
            <numerusform>%n gleichzeitige Verbindungen wurden beantwortet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n connection(s) at once were answered: let one program read and share it, for example with a Modbus proxy.</source>
        <translation>
            <numerusform>Nur %n Verbindung zugleich wurde beantwortet: Lassen Sie ein einziges Programm lesen und die Werte weitergeben, zum Beispiel mit einem Modbus-Proxy.</numerusform>
            <numerusform>Nur %n Verbindungen zugleich wurden beantwortet: Lassen Sie ein einziges Programm lesen und die Werte weitergeben, zum Beispiel mit einem Modbus-Proxy.</numerusform>
        </translation>
    </message>
    <message>
        <source>The gateway says that the account %1 lacks the rights.</source>
        <translation>Das Gateway meldet, dass dem Konto %1 die Rechte fehlen.</translation>
    </message>
    <message>
        <source>Another program has signed in to the gateway and taken the session.</source>
        <translation>Ein anderes Programm hat sich am Gateway angemeldet und die Sitzung übernommen.</translation>
    </message>
    <message>
        <source>the gateway</source>
        <translation>das Gateway</translation>
    </message>
    <message>
        <source>The gateway</source>
        <translation>Das Gateway</translation>
    </message>
    <message>
        <source>%1 accepts connections, but the WebSocket handshake got no answer.</source>
        <translation>%1 nimmt Verbindungen an, hat aber den WebSocket-Handshake nicht beantwortet.</translation>
    </message>
    <message>
        <source>The gateway did not answer in time.</source>
        <translation>Das Gateway hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The gateway&apos;s reply could not be understood.</source>
        <translation>Die Antwort des Gateways war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The gateway&apos;s reply could not be understood: %1.</source>
        <translation>Die Antwort des Gateways war nicht zu verstehen: %1.</translation>
    </message>
    <message>
        <source>The gateway accepted the sign-in, but sent no session token.</source>
        <translation>Das Gateway hat die Anmeldung angenommen, aber kein Sitzungstoken gesendet.</translation>
    </message>
    <message>
        <source>The gateway sent an unreasonably large message.</source>
        <translation>Das Gateway hat eine ungewöhnlich große Nachricht gesendet.</translation>
    </message>
    <message>
        <source>The connection to the gateway was lost.</source>
        <translation>Die Verbindung zum Gateway ging verloren.</translation>
    </message>
    <message>
        <source>The gateway&apos;s reply lacks what was requested.</source>
        <translation>In der Antwort des Gateways fehlt, was angefragt war.</translation>
    </message>
    <message>
        <source>Nothing answers at %1: probably no device has this address, or the way there is blocked.</source>
        <translation>Unter %1 antwortet nichts: Wahrscheinlich hat kein Gerät diese Adresse, oder der Weg dorthin ist blockiert.</translation>
    </message>
    <message>
        <source>This is not the expected gateway; the serial numbers differ: %1.</source>
        <comment>A ≠ B</comment>
        <translation>Dies ist nicht das erwartete Gateway; die Seriennummern unterscheiden sich: %1.</translation>
    </message>
    <message>
        <source>This is not the expected gateway.</source>
        <translation>Dies ist nicht das erwartete Gateway.</translation>
    </message>
    <message>
        <source>The gateway says that the account lacks the rights.</source>
        <translation>Das Gateway meldet, dass dem Konto die Rechte fehlen.</translation>
    </message>
    <message>
        <source>The gateway refused: the account probably lacks the rights.</source>
        <translation>Das Gateway hat abgelehnt: Dem Konto fehlen wahrscheinlich die Rechte.</translation>
    </message>
    <message>
        <source>The gateway refused: the account %1 probably lacks the rights.</source>
        <translation>Das Gateway hat abgelehnt: Dem Konto %1 fehlen wahrscheinlich die Rechte.</translation>
    </message>
    <message>
        <source>The gateway refused the sign-in.</source>
        <translation>Das Gateway hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>%1 refuses connections: the Modbus TCP server is probably switched off.</source>
        <translation>%1 lehnt Verbindungen ab: Der Modbus-TCP-Server ist wahrscheinlich ausgeschaltet.</translation>
    </message>
    <message>
        <source>The name is not known on this network.</source>
        <translation>Der Name ist in diesem Netzwerk nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing answers at %1: no device on this network has this address.</source>
        <translation>Unter %1 antwortet nichts: Kein Gerät in diesem Netzwerk hat diese Adresse.</translation>
    </message>
    <message>
        <source>%1 refuses connections, so there is no local sign-in.</source>
        <translation>%1 lehnt Verbindungen ab, daher ist keine lokale Anmeldung möglich.</translation>
    </message>
    <message>
        <source>%1 It probably speaks another dialect than the one that was tried.</source>
        <comment>after a sentence</comment>
        <translation>%1 Wahrscheinlich spricht es einen anderen Dialekt als den versuchten.</translation>
    </message>
    <message>
        <source>The gateway reports the server as on, but %1 refuses connections.</source>
        <translation>Das Gateway meldet den Server als eingeschaltet, aber %1 lehnt Verbindungen ab.</translation>
    </message>
    <message>
        <source>The gateway reports the server as on, but %1 does not answer this computer.</source>
        <translation>Das Gateway meldet den Server als eingeschaltet, aber %1 antwortet diesem Computer nicht.</translation>
    </message>
    <message>
        <source>%1 answers with a Modbus exception.</source>
        <translation>%1 antwortet mit einer Modbus-Ausnahme.</translation>
    </message>
    <message>
        <source>Some firmware accepts only listed clients: ask for the address of the program that reads the plant to be added and, for this test, %1.</source>
        <translation>Manche Firmware lässt nur eingetragene Clients zu: Lassen Sie die Adresse des Programms eintragen, das die Anlage liest, und für diesen Test auch %1.</translation>
    </message>
    <message>
        <source>Add the zone, the name of this computer&apos;s network card, to the address, for example fe80::1%eth0.</source>
        <translation>Ergänzen Sie die Adresse um die Zone, also den Namen der Netzwerkkarte dieses Computers, zum Beispiel fe80::1%eth0.</translation>
    </message>
    <message>
        <source>Give the program that reads the plant more time for an answer.</source>
        <translation>Geben Sie dem Programm, das die Anlage liest, mehr Zeit für eine Antwort.</translation>
    </message>
    <message>
        <source>A router may forward the port to another device: compare the addresses.</source>
        <translation>Vielleicht leitet ein Router den Port an ein anderes Gerät weiter: Vergleichen Sie die Adressen.</translation>
    </message>
    <message>
        <source>Check the zone of the address: it is the name of the network card through which this computer reaches the gateway.</source>
        <translation>Prüfen Sie die Zone der Adresse: Sie ist der Name der Netzwerkkarte, über die dieser Computer das Gateway erreicht.</translation>
    </message>
    <message>
        <source>Locked out? The gateway&apos;s hardware manual describes how to reset the credentials.</source>
        <translation>Ausgesperrt? Das Hardware-Handbuch des Gateways beschreibt, wie sich die Zugangsdaten zurücksetzen lassen.</translation>
    </message>
    <message>
        <source>The plant may listen on its other network card: try its other address.</source>
        <translation>Vielleicht ist die Anlage nur über ihren anderen Netzwerkanschluss erreichbar: Versuchen Sie ihre andere Adresse.</translation>
    </message>
    <message>
        <source>Use the vendor&apos;s app instead: Settings → System Settings → General → Modbus TCP Server Settings (owner), or Device → Settings → Communication → Modbus TCP Server, then Save (installer). If the entry is missing, the account needs installer rights.</source>
        <translation>Nehmen Sie stattdessen die App des Herstellers: Einstellungen → Systemeinstellungen → Allgemein → Modbus-TCP-Server-Einstellungen (Eigentümer) oder Gerät → Einstellungen → Kommunikation → Modbus-TCP-Server, dann Speichern (Installateur). Fehlt der Eintrag, braucht das Konto Installateurrechte.</translation>
    </message>
    <message>
        <source>%1 On the command line: %2.</source>
        <comment>a sentence of advice, a command</comment>
        <translation>%1 Auf der Befehlszeile: %2.</translation>
    </message>
</context>
<context>
    <name>Sigen::CliText</name>
    <message>
        <source>The option --modbus-port is required.</source>
        <translation>Die Option --modbus-port ist erforderlich.</translation>
    </message>
    <message>
        <source>Change:</source>
        <translation>Änderung:</translation>
    </message>
    <message>
        <source>Sign in and read the setting.</source>
        <translation>Anmelden und die Einstellung lesen.</translation>
    </message>
    <message>
        <source>Switch the server on and prove that it answers.</source>
        <translation>Den Server einschalten und nachweisen, dass er antwortet.</translation>
    </message>
    <message>
        <source>Switch the server off and prove that it no longer answers.</source>
        <translation>Den Server ausschalten und nachweisen, dass er nicht mehr antwortet.</translation>
    </message>
    <message>
        <source>Change the server&apos;s port and prove that it answers there.</source>
        <translation>Den Port des Servers ändern und nachweisen, dass er dort antwortet.</translation>
    </message>
    <message>
        <source>The option %1 is unknown, or comes before the command.</source>
        <translation>Die Option %1 ist unbekannt oder steht vor dem Befehl.</translation>
    </message>
    <message>
        <source>The command %1 is not part of this version.</source>
        <translation>Der Befehl %1 gehört nicht zu dieser Version.</translation>
    </message>
    <message>
        <source>A password is never an argument, where others could see it; use --password-file, --password-stdin or the environment variable SIGEN_MODBUS_PASSWORD.</source>
        <translation>Ein Passwort wird nie als Argument angegeben, wo andere es sehen könnten; verwenden Sie --password-file, --password-stdin oder die Umgebungsvariable SIGEN_MODBUS_PASSWORD.</translation>
    </message>
    <message>
        <source>The command %1 has no option “%2”.</source>
        <translation>Der Befehl %1 hat keine Option „%2“.</translation>
    </message>
    <message>
        <source>The command %1 takes options only, for example --host 192.168.1.150, but something else was given.</source>
        <translation>Der Befehl %1 nimmt nur Optionen, zum Beispiel --host 192.168.1.150, aber es wurde etwas anderes angegeben.</translation>
    </message>
    <message>
        <source>Usage: %1 COMMAND [options]</source>
        <translation>Aufruf: %1 COMMAND [Optionen]</translation>
    </message>
    <message>
        <source>Switches the Modbus TCP server of a SigenEnergy gateway on or off and proves that it answers.</source>
        <translation>Schaltet den Modbus-TCP-Server eines SigenEnergy-Gateways ein oder aus und weist nach, dass er antwortet.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
    <message>
        <source>Usage: %1 %2 [options]</source>
        <translation>Aufruf: %1 %2 [Optionen]</translation>
    </message>
    <message>
        <source>Common options:</source>
        <translation>Allgemeine Optionen:</translation>
    </message>
    <message>
        <source>Print technical details and every frame on standard error.</source>
        <translation>Technische Einzelheiten und jeden Frame auf der Standardfehlerausgabe ausgeben.</translation>
    </message>
    <message>
        <source>Never use colour (also with NO_COLOR set).</source>
        <translation>Nie Farben verwenden (auch wenn NO_COLOR gesetzt ist).</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>The options --quiet and --verbose contradict each other.</source>
        <translation>Die Optionen --quiet und --verbose widersprechen einander.</translation>
    </message>
    <message>
        <source>Gateway:</source>
        <translation>Gateway:</translation>
    </message>
    <message>
        <source>Address or name of the gateway (required).</source>
        <translation>Adresse oder Name des Gateways (erforderlich).</translation>
    </message>
    <message>
        <source>Permit addresses outside private networks.</source>
        <translation>Adressen außerhalb privater Netzwerke zulassen.</translation>
    </message>
    <message>
        <source>Account on the gateway (admin).</source>
        <translation>Konto auf dem Gateway (admin).</translation>
    </message>
    <message>
        <source>WebSocket port (8080).</source>
        <translation>WebSocket-Port (8080).</translation>
    </message>
    <message>
        <source>WebSocket path; by default the profile&apos;s.</source>
        <translation>WebSocket-Pfad; ohne Angabe der des Profils.</translation>
    </message>
    <message>
        <source>Protocol profile, by name (%1) or as a JSON file.</source>
        <translation>Protokollprofil, als Name (%1) oder als JSON-Datei.</translation>
    </message>
    <message>
        <source>Connect with TLS (wss://).</source>
        <translation>Über TLS verbinden (wss://).</translation>
    </message>
    <message>
        <source>Trust the certificate with this SHA-256 fingerprint; implies --tls.</source>
        <translation>Dem Zertifikat mit diesem SHA-256-Fingerabdruck vertrauen; schließt --tls ein.</translation>
    </message>
    <message>
        <source>The option --host is required.</source>
        <translation>Die Option --host ist erforderlich.</translation>
    </message>
    <message>
        <source>The address %1 is not on a private network; --allow-public permits it.</source>
        <translation>Die Adresse %1 liegt nicht in einem privaten Netzwerk; --allow-public lässt sie zu.</translation>
    </message>
    <message>
        <source>The profile “%1” can&apos;t be used: %2</source>
        <translation>Das Profil „%1“ ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>The user name is empty.</source>
        <translation>Der Benutzername ist leer.</translation>
    </message>
    <message>
        <source>The option --tls-fingerprint takes the 64 hexadecimal digits of a SHA-256 fingerprint, with or without colons.</source>
        <translation>Die Option --tls-fingerprint nimmt die 64 Hexadezimalziffern eines SHA-256-Fingerabdrucks, mit oder ohne Doppelpunkte.</translation>
    </message>
    <message>
        <source>The option --ws-path takes a path that begins with “/”, without spaces.</source>
        <translation>Die Option --ws-path nimmt einen Pfad, der mit „/“ beginnt, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>This is the built-in simulated gateway on this computer; nothing on your network is contacted.</source>
        <translation>Dies ist das eingebaute simulierte Gateway auf diesem Computer; in Ihrem Netzwerk wird nichts angesprochen.</translation>
    </message>
    <message>
        <source>Show the whole job against a simulated gateway.</source>
        <translation>Den ganzen Ablauf an einem simulierten Gateway zeigen.</translation>
    </message>
    <message>
        <source>Starts a simulated gateway on this computer and switches its Modbus TCP server on, as enable does with a real one. Nothing on the network is contacted.</source>
        <translation>Startet ein simuliertes Gateway auf diesem Computer und schaltet seinen Modbus-TCP-Server ein, wie es enable mit einem echten tut. Im Netzwerk wird nichts angesprochen.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be contacted (%2); --allow-public permits addresses outside private networks.</source>
        <translation>%1 kann nicht angesprochen werden (%2); --allow-public lässt Adressen außerhalb privater Netzwerke zu.</translation>
    </message>
    <message>
        <source>The network %1 is not private; --allow-public permits it.</source>
        <translation>Das Netzwerk %1 ist nicht privat; --allow-public lässt es zu.</translation>
    </message>
    <message>
        <source>Find gateways on the network.</source>
        <translation>Gateways im Netzwerk finden.</translation>
    </message>
    <message>
        <source>Read Modbus on every host with an open Modbus port.</source>
        <translation>Modbus bei jedem Host mit offenem Modbus-Port lesen.</translation>
    </message>
    <message>
        <source>Permit more than 1024 addresses.</source>
        <translation>Mehr als 1024 Adressen zulassen.</translation>
    </message>
    <message>
        <source>Modbus port (502).</source>
        <translation>Modbus-Port (502).</translation>
    </message>
    <message>
        <source>The option --for is required; handover --list lists the tools.</source>
        <translation>Die Option --for ist erforderlich; handover --list zeigt die Programme.</translation>
    </message>
    <message>
        <source>Give only one of --no-check and --units sweep.</source>
        <translation>Geben Sie nur eines von --no-check und --units sweep an.</translation>
    </message>
    <message>
        <source>Handover:</source>
        <translation>Übergabe:</translation>
    </message>
    <message>
        <source>The tool (required); --list lists them.</source>
        <translation>Das Programm (erforderlich); --list zeigt alle.</translation>
    </message>
    <message>
        <source>Contact nothing; the unit ids are those of --unit or --units, or assumed.</source>
        <translation>Nichts ansprechen; die Unit-IDs kommen von --unit oder --units oder sind angenommen.</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>gateway?</source>
        <translation>Gateway?</translation>
    </message>
    <message>
        <source>Modbus only</source>
        <translation>nur Modbus</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>ungetestet</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zu</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>The plant %1 has several addresses: use %2; it also answers on %3.</source>
        <translation>Die Anlage %1 hat mehrere Adressen: Nehmen Sie %2; sie antwortet auch unter %3.</translation>
    </message>
    <message>
        <source>If the gateway is in another network, name it with --network, for example --network 192.168.2.0/24; your router&apos;s list of devices shows its address.</source>
        <translation>Wenn das Gateway in einem anderen Netzwerk ist, nennen Sie dieses mit --network, zum Beispiel --network 192.168.2.0/24; die Geräteliste Ihres Routers zeigt seine Adresse.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Model, serial number, firmware, MAC address, name</source>
        <translation>Modell, Seriennummer, Firmware, MAC-Adresse, Name</translation>
    </message>
    <message numerus="yes">
        <source>%n gateway(s) found in %1 s.</source>
        <translation>
            <numerusform>%n Gateway in %1 s gefunden.</numerusform>
            <numerusform>%n Gateways in %1 s gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No gateway found in %1 s.</source>
        <translation>Kein Gateway in %1 s gefunden.</translation>
    </message>
    <message>
        <source>The trace file “%1” can&apos;t be written: %2</source>
        <translation>Die Trace-Datei „%1“ kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The option --%1 was given more than once.</source>
        <translation>Die Option --%1 wurde mehr als einmal angegeben.</translation>
    </message>
    <message>
        <source>The option --%1 takes a whole number from %2 to %3, not “%4”.</source>
        <translation>Die Option --%1 nimmt eine ganze Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>Password (or environment variable SIGEN_MODBUS_PASSWORD):</source>
        <translation>Passwort (oder Umgebungsvariable SIGEN_MODBUS_PASSWORD):</translation>
    </message>
    <message>
        <source>Read it from the first line of FILE.</source>
        <translation>Aus der ersten Zeile von FILE lesen.</translation>
    </message>
    <message>
        <source>Read it from the first line of standard input.</source>
        <translation>Aus der ersten Zeile der Standardeingabe lesen.</translation>
    </message>
    <message>
        <source>Take it from this computer&apos;s keychain.</source>
        <translation>Aus dem Schlüsselbund dieses Computers nehmen.</translation>
    </message>
    <message>
        <source>The password file “%1” can&apos;t be used: %2</source>
        <translation>Die Passwortdatei „%1“ ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>The password comes from two places: the environment variable SIGEN_MODBUS_PASSWORD is set, and an option names another.</source>
        <translation>Das Passwort kommt aus zwei Quellen: Die Umgebungsvariable SIGEN_MODBUS_PASSWORD ist gesetzt, und eine Option nennt eine andere.</translation>
    </message>
    <message>
        <source>The password comes from two places; give only one of --password-file, --password-stdin and --keychain.</source>
        <translation>Das Passwort kommt aus zwei Quellen; geben Sie nur eines von --password-file, --password-stdin und --keychain an.</translation>
    </message>
    <message>
        <source>The environment variable SIGEN_MODBUS_PASSWORD can&apos;t be used: %1</source>
        <translation>Die Umgebungsvariable SIGEN_MODBUS_PASSWORD ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>The password is missing: give it with --password-file, --password-stdin, --keychain or the environment variable SIGEN_MODBUS_PASSWORD.</source>
        <translation>Das Passwort fehlt: Geben Sie es mit --password-file, --password-stdin, --keychain oder der Umgebungsvariable SIGEN_MODBUS_PASSWORD an.</translation>
    </message>
    <message>
        <source>it is longer than 4 KiB.</source>
        <translation>Der Inhalt ist länger als 4 KiB.</translation>
    </message>
    <message>
        <source>its first line is empty.</source>
        <translation>Die erste Zeile ist leer.</translation>
    </message>
    <message>
        <source>it is not UTF-8 text.</source>
        <translation>Der Inhalt ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>Passwort: </translation>
    </message>
    <message>
        <source>Password for %1 on %2: </source>
        <translation>Passwort für %1 auf %2: </translation>
    </message>
    <message>
        <source>The password on standard input can&apos;t be used: %1</source>
        <translation>Das Passwort von der Standardeingabe ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>Ctrl-C ends it.</source>
        <translation>Strg-C beendet es.</translation>
    </message>
    <message>
        <source>The option --bind takes an address of this computer, not “%1”.</source>
        <translation>Die Option --bind nimmt eine Adresse dieses Computers, nicht „%1“.</translation>
    </message>
    <message>
        <source>Run a simulated gateway.</source>
        <translation>Ein simuliertes Gateway betreiben.</translation>
    </message>
    <message>
        <source>Simulated gateway:</source>
        <translation>Simuliertes Gateway:</translation>
    </message>
    <message>
        <source>Address to listen on (127.0.0.1).</source>
        <translation>Adresse, auf der es lauscht (127.0.0.1).</translation>
    </message>
    <message>
        <source>WebSocket port (8080); 0 is any free one.</source>
        <translation>WebSocket-Port (8080); 0 ist irgendein freier.</translation>
    </message>
    <message>
        <source>Serial number to report.</source>
        <translation>Seriennummer, die gemeldet wird.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Unit ids</source>
        <translation>Unit-IDs</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Give your other tool the address %1, port %2 and unit id 247 for the plant.</source>
        <translation>Tragen Sie in Ihrem anderen Programm die Adresse %1, den Port %2 und für die Anlage die Unit-ID 247 ein.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Plant at %1, unit %2, %3</source>
        <translation>Anlage unter %1, Unit %2, %3</translation>
    </message>
    <message>
        <source>Device at %1, unit %2, %3</source>
        <translation>Gerät unter %1, Unit %2, %3</translation>
    </message>
    <message>
        <source>%1 of %2 addresses, gateways: %3</source>
        <translation>%1 von %2 Adressen, Gateways: %3</translation>
    </message>
    <message>
        <source>The simulated gateway listens on %1: WebSocket port %2, Modbus port %3 (%4).</source>
        <translation>Das simulierte Gateway lauscht auf %1: WebSocket-Port %2, Modbus-Port %3 (%4).</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>What to do next:</source>
        <translation>Was als Nächstes zu tun ist:</translation>
    </message>
    <message>
        <source>Give only one of --unit and --units.</source>
        <translation>Geben Sie nur eines von --unit und --units an.</translation>
    </message>
    <message>
        <source>Read live plant values.</source>
        <translation>Livewerte der Anlage lesen.</translation>
    </message>
    <message>
        <source>Reading:</source>
        <translation>Lesen:</translation>
    </message>
    <message>
        <source>Unit to read: 247 for the plant (default), 1 to 246 for a device.</source>
        <translation>Unit, die gelesen wird: 247 für die Anlage (Standard), 1 bis 246 für ein Gerät.</translation>
    </message>
    <message>
        <source>Seconds between readings, 1 to 86400 (5).</source>
        <translation>Sekunden zwischen zwei Abfragen, 1 bis 86400 (5).</translation>
    </message>
    <message>
        <source>How many readings.</source>
        <translation>Wie oft gelesen wird.</translation>
    </message>
    <message>
        <source>Test the port and read Modbus, without signing in.</source>
        <translation>Den Port testen und Modbus lesen, ohne Anmeldung.</translation>
    </message>
    <message>
        <source>Tests from this computer whether the Modbus port accepts connections and whether a Sigenergy plant answers there. Needs no password and never contacts the WebSocket port.</source>
        <translation>Testet von diesem Computer aus, ob der Modbus-Port Verbindungen annimmt und ob dort eine Sigenergy-Anlage antwortet. Braucht kein Passwort und spricht nie den WebSocket-Port an.</translation>
    </message>
    <message>
        <source>Test:</source>
        <translation>Test:</translation>
    </message>
    <message>
        <source>Language of the sentences: %1 (default en).</source>
        <translation>Sprache der Meldungen: %1 (Vorgabe en).</translation>
    </message>
    <message>
        <source>Give your other tool the address %1, port %2 and the unit ids that answered: %3.</source>
        <translation>Tragen Sie in Ihrem anderen Programm die Adresse %1, den Port %2 und die Unit-IDs ein, die geantwortet haben: %3.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be contacted: no device has this address. Use the gateway&apos;s own.</source>
        <translation>%1 kann nicht angesprochen werden: Kein Gerät hat diese Adresse. Nehmen Sie die des Gateways.</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>unstimmig</translation>
    </message>
    <message>
        <source>no Modbus</source>
        <translation>kein Modbus</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>schließt</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>Ausnahme</translation>
    </message>
    <message numerus="yes">
        <source>(the same %n more time(s))</source>
        <translation>
            <numerusform>(dasselbe noch %n Mal)</numerusform>
            <numerusform>(dasselbe noch %n Mal)</numerusform>
        </translation>
    </message>
    <message>
        <source>The trace file “%1” can&apos;t be written any more: %2</source>
        <translation>Die Trace-Datei „%1“ kann nicht mehr geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Waiting for the keychain, which may be asking to be unlocked.</source>
        <translation>Warten auf den Schlüsselbund; vielleicht muss er entsperrt werden.</translation>
    </message>
    <message>
        <source>Tested at</source>
        <translation>Getestet auf</translation>
    </message>
    <message>
        <source>port %1, where this computer reaches it</source>
        <translation>Port %1, über den dieser Computer ihn erreicht</translation>
    </message>
    <message>
        <source>Standard output can&apos;t be written: %1</source>
        <translation>In die Standardausgabe kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>No password was typed, so nothing was done.</source>
        <translation>Es wurde kein Passwort eingegeben, daher wurde nichts getan.</translation>
    </message>
    <message>
        <source>The password is too long to be typed here: the terminal may have cut it. Give it with --password-file.</source>
        <translation>Das Passwort ist zu lang, um es hier einzugeben: Das Terminal hat es möglicherweise abgeschnitten. Übergeben Sie es mit --password-file.</translation>
    </message>
    <message>
        <source>%1 of %2 units asked</source>
        <translation>%1 von %2 Units abgefragt</translation>
    </message>
    <message>
        <source>These are %1 addresses; await watches %2 at most: name a smaller part with --network.</source>
        <translation>Das sind %1 Adressen; await beobachtet höchstens %2: Nennen Sie mit --network einen kleineren Teil.</translation>
    </message>
    <message>
        <source>Name what to watch with --host, --network, or both.</source>
        <translation>Nennen Sie mit --host, --network oder beidem, was beobachtet werden soll.</translation>
    </message>
    <message>
        <source>Wait until a Modbus server appears, then verify it.</source>
        <translation>Warten, bis ein Modbus-Server erscheint, und ihn dann prüfen.</translation>
    </message>
    <message>
        <source>Address or name of the gateway.</source>
        <translation>Adresse oder Name des Gateways.</translation>
    </message>
    <message>
        <source>Wait:</source>
        <translation>Warten:</translation>
    </message>
    <message>
        <source>Network to watch, as 192.168.1.0/24 or 192.168.1.10-192.168.1.20, at most 254 addresses; may be repeated.</source>
        <translation>Netzwerk, das beobachtet wird, als 192.168.1.0/24 oder 192.168.1.10-192.168.1.20, höchstens 254 Adressen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Sign in and read, show what would be sent, change nothing.</source>
        <translation>Anmelden, lesen und zeigen, was gesendet würde; nichts ändern.</translation>
    </message>
    <message>
        <source>Signs in to the gateway and reads whether its Modbus TCP server is on, and on which port. Nothing is written. (The protocol is unconfirmed: reading is believed, but not proved, to change nothing.)</source>
        <translation>Meldet sich am Gateway an und liest, ob und auf welchem Port sein Modbus-TCP-Server eingeschaltet ist. Es wird nichts geschrieben. (Das Protokoll ist nicht bestätigt: Dass Lesen nichts ändert, wird angenommen, ist aber nicht nachgewiesen.)</translation>
    </message>
    <message>
        <source>Signs in, reads the setting, switches the Modbus TCP server on unless it is already on, reads the setting back, then tests the port and reads Modbus from this computer.</source>
        <translation>Meldet sich an, liest die Einstellung, schaltet den Modbus-TCP-Server ein, falls er es nicht schon ist, liest die Einstellung zurück, testet dann den Port und liest Modbus von diesem Computer aus.</translation>
    </message>
    <message>
        <source>Modbus port to set on the gateway; by default it stays as it is.</source>
        <translation>Modbus-Port, der am Gateway eingestellt werden soll; ohne Angabe bleibt er, wie er ist.</translation>
    </message>
    <message>
        <source>Signs in, reads the setting, switches the Modbus TCP server off unless it is already off, reads the setting back, then verifies that the port no longer accepts connections.</source>
        <translation>Meldet sich an, liest die Einstellung, schaltet den Modbus-TCP-Server aus, falls er es nicht schon ist, liest die Einstellung zurück und prüft dann, dass der Port keine Verbindungen mehr annimmt.</translation>
    </message>
    <message>
        <source>Signs in and changes the Modbus port. A server that is on is then tested on the new port; one that is off stays off, and nothing is tested.</source>
        <translation>Meldet sich an und ändert den Modbus-Port. Ein eingeschalteter Server wird dann am neuen Port getestet; ein ausgeschalteter bleibt aus, und es wird nichts getestet.</translation>
    </message>
    <message>
        <source>Modbus port to set on the gateway (required).</source>
        <translation>Modbus-Port, der am Gateway eingestellt werden soll (erforderlich).</translation>
    </message>
    <message>
        <source>A command is missing; %1 --help lists all commands.</source>
        <translation>Es fehlt ein Befehl; %1 --help zeigt alle Befehle.</translation>
    </message>
    <message>
        <source>There is no command “%1”; %2 --help lists all commands.</source>
        <translation>Den Befehl „%1“ gibt es nicht; %2 --help zeigt alle Befehle.</translation>
    </message>
    <message>
        <source>The trace can&apos;t be written: nothing reads from the named pipe “%1”.</source>
        <translation>Der Trace kann nicht geschrieben werden: Kein Programm liest aus der benannten Pipe „%1“.</translation>
    </message>
    <message>
        <source>Print one JSON object per line on standard output, and nothing else.</source>
        <translation>Je Zeile ein JSON-Objekt auf der Standardausgabe ausgeben, sonst nichts.</translation>
    </message>
    <message>
        <source>Print only the result, without steps and progress.</source>
        <translation>Nur das Ergebnis ausgeben, ohne Schritte und Fortschritt.</translation>
    </message>
    <message>
        <source>Time-out of each network step, 1 to 600000 ms (connect and handshake 5000, a reply 10000, a Modbus reply 3000, a device&apos;s identity 1000).</source>
        <translation>Wartezeit jedes Netzwerkschritts, 1 bis 600000 ms (Verbindung und Handshake 5000, eine Antwort 10000, eine Modbus-Antwort 3000, die Identität eines Geräts 1000).</translation>
    </message>
    <message>
        <source>How long to wait for the Modbus port to open or close and for its server to answer correctly, 0 to 3600 s; 0 tries once (30 after a change, else 0).</source>
        <translation>Wie lange gewartet wird, bis der Modbus-Port offen oder geschlossen ist und sein Server richtig antwortet, 0 bis 3600 s; bei 0 ein einziger Versuch (30 nach einer Änderung, sonst 0).</translation>
    </message>
    <message>
        <source>Write every frame, without passwords and tokens, to FILE, one JSON object per line.</source>
        <translation>Jeden Frame, ohne Passwörter und Token, in FILE schreiben, je Zeile ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The language “%1” is not available; choose from %2.</source>
        <translation>Die Sprache „%1“ ist nicht verfügbar; zur Auswahl stehen %2.</translation>
    </message>
    <message>
        <source>The option --trace needs a file name.</source>
        <translation>Die Option --trace braucht einen Dateinamen.</translation>
    </message>
    <message>
        <source>Serial number to sign in with; by default the one that the gateway reports.</source>
        <translation>Seriennummer für die Anmeldung; ohne Angabe die, die das Gateway meldet.</translation>
    </message>
    <message>
        <source>Port on which this computer reaches the Modbus port when a router forwards it; the gateway&apos;s own port stays as it is.</source>
        <translation>Port, über den dieser Computer den Modbus-Port erreicht, wenn ein Router ihn weiterleitet; der eigene Port des Gateways bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Nothing was done: the limit on open files is too low by %1 (ulimit -n).</source>
        <translation>Es wurde nichts getan: Das Limit für offene Dateien ist um %1 zu niedrig (ulimit -n).</translation>
    </message>
    <message>
        <source>That is %1 addresses; --yes-large permits more than %2, --network selects a part.</source>
        <translation>Das sind %1 Adressen; --yes-large erlaubt mehr als %2, --network wählt einen Teil davon aus.</translation>
    </message>
    <message>
        <source>Nothing was scanned: the name %1 could not be looked up, because the system allows this program no more connections (too many open files).</source>
        <translation>Es wurde nichts durchsucht: Der Name %1 konnte nicht aufgelöst werden, weil das System diesem Programm keine weiteren Verbindungen erlaubt (zu viele offene Dateien).</translation>
    </message>
    <message numerus="yes">
        <source>Scanning %n address(es): %1</source>
        <translation>
            <numerusform>%n Adresse wird durchsucht: %1</numerusform>
            <numerusform>%n Adressen werden durchsucht: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan:</source>
        <translation>Suche:</translation>
    </message>
    <message>
        <source>Network to scan instead of this computer&apos;s own: 192.168.1.0/24, 192.168.1.10-192.168.1.20, an address or a name; may be repeated.</source>
        <translation>Netzwerk, das statt der eigenen Netzwerke dieses Computers durchsucht wird: 192.168.1.0/24, 192.168.1.10-192.168.1.20, eine Adresse oder ein Name; mehrfach möglich.</translation>
    </message>
    <message>
        <source>There is no tool “%1”; handover --list lists all tools.</source>
        <translation>Das Programm „%1“ gibt es nicht; handover --list zeigt alle Programme.</translation>
    </message>
    <message>
        <source>The option --output needs a value.</source>
        <translation>Die Option --output braucht einen Wert.</translation>
    </message>
    <message>
        <source>Write the settings for another tool.</source>
        <translation>Die Einstellungen für ein anderes Programm schreiben.</translation>
    </message>
    <message>
        <source>Reads which devices the plant has and prints the settings that Home Assistant, evcc and others need: address, port and unit ids. Needs no password and never contacts the WebSocket port. Writes nothing when no plant answers.</source>
        <translation>Liest, welche Geräte die Anlage hat, und gibt die Einstellungen aus, die Home Assistant, evcc und andere brauchen: Adresse, Port und Unit-IDs. Braucht kein Passwort und spricht nie den WebSocket-Port an. Schreibt nichts, wenn keine Anlage antwortet.</translation>
    </message>
    <message>
        <source>List the tools and exit.</source>
        <translation>Nur die Programme auflisten.</translation>
    </message>
    <message>
        <source>Save the settings in this file instead of printing them; “-” prints them.</source>
        <translation>Die Einstellungen in dieser Datei speichern, statt sie auszugeben; „-“ gibt sie aus.</translation>
    </message>
    <message>
        <source>“%1” is a network, not an address or a host name; discover --network %1 scans it.</source>
        <translation>„%1“ ist ein Netzwerk, keine Adresse und kein Hostname; discover --network %1 durchsucht es.</translation>
    </message>
    <message>
        <source>“%1” is not an address or a host name.</source>
        <translation>„%1“ ist weder eine Adresse noch ein Hostname.</translation>
    </message>
    <message>
        <source>“%1” is not an address or a host name; use %2. Port 502 is the Modbus port, which verify tests (--modbus-port); this command signs in on the WebSocket port (--ws-port, by default 8080).</source>
        <translation>„%1“ ist weder eine Adresse noch ein Hostname; verwenden Sie %2. Port 502 ist der Modbus-Port, den verify testet (--modbus-port); dieser Befehl meldet sich am WebSocket-Port an (--ws-port, Vorgabe 8080).</translation>
    </message>
    <message>
        <source>“%1” is not an address or a host name; use %2. Port 8080 is the WebSocket port, on which status and enable sign in (--ws-port); this command tests Modbus (--modbus-port, by default 502).</source>
        <translation>„%1“ ist weder eine Adresse noch ein Hostname; verwenden Sie %2. Port 8080 ist der WebSocket-Port, an dem sich status und enable anmelden (--ws-port); dieser Befehl testet Modbus (--modbus-port, Vorgabe 502).</translation>
    </message>
    <message>
        <source>“%1” is not an address or a host name; use %2.</source>
        <translation>„%1“ ist weder eine Adresse noch ein Hostname; verwenden Sie %2.</translation>
    </message>
    <message>
        <source>“%1” is not a network or a host name; use %2.</source>
        <translation>„%1“ ist weder ein Netzwerk noch ein Hostname; verwenden Sie %2.</translation>
    </message>
    <message>
        <source>“%1” is not a network or a host name; use %2, and --ws-port %3 or --modbus-port %3 for the port.</source>
        <translation>„%1“ ist weder ein Netzwerk noch ein Hostname; verwenden Sie %2 und für den Port --ws-port %3 oder --modbus-port %3.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be contacted (%2). Use the gateway&apos;s own address; your router&apos;s list of devices shows it.</source>
        <translation>%1 kann nicht angesprochen werden (%2). Nehmen Sie die Adresse des Gateways; sie steht in der Geräteliste Ihres Routers.</translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation>Die Option --%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>There are too many frames; no more are shown.</source>
        <translation>Es sind zu viele Frames; weitere werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Switch the server off and on again and prove that it answers.</source>
        <translation>Den Server aus- und wieder einschalten und nachweisen, dass er antwortet.</translation>
    </message>
    <message>
        <source>“gateway?” means that the WebSocket answers like a gateway&apos;s, but nothing else shows that it is one.</source>
        <translation>„Gateway?“ bedeutet, dass der WebSocket wie der eines Gateways antwortet, aber sonst nichts darauf hinweist, dass es eines ist.</translation>
    </message>
    <message>
        <source>Some hosts have an open Modbus port; --all-modbus identifies them.</source>
        <translation>Einige Hosts haben einen offenen Modbus-Port; --all-modbus stellt fest, was sie sind.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after scanning %n address(es).</source>
        <translation>
            <numerusform>Nach %n durchsuchten Adresse angehalten.</numerusform>
            <numerusform>Nach %n durchsuchten Adressen angehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>No gateway found in the rest of the network, in %1 s.</source>
        <translation>Kein Gateway im Rest des Netzwerks gefunden, in %1 s.</translation>
    </message>
    <message>
        <source>There is no fault “%1”; simulate --list-faults lists all faults.</source>
        <translation>Die Störung „%1“ gibt es nicht; simulate --list-faults zeigt alle Störungen.</translation>
    </message>
    <message>
        <source>Runs a simulated gateway with a WebSocket and a Modbus port, to try out tools and failures without touching a plant. Ctrl-C ends it.</source>
        <translation>Betreibt ein simuliertes Gateway mit einem WebSocket- und einem Modbus-Port, um Programme und Fehlerfälle zu erproben, ohne eine Anlage anzurühren. Strg-C beendet es.</translation>
    </message>
    <message>
        <source>Modbus port; by default, and with 0, 502 if permitted, else any free one.</source>
        <translation>Modbus-Port; ohne Angabe und bei 0 Port 502, falls erlaubt, sonst irgendein freier.</translation>
    </message>
    <message>
        <source>Start with the Modbus TCP server switched on.</source>
        <translation>Mit eingeschaltetem Modbus-TCP-Server starten.</translation>
    </message>
    <message>
        <source>The only user name that can sign in; by default any can.</source>
        <translation>Der einzige Benutzername, der sich anmelden kann; ohne Angabe kann es jeder.</translation>
    </message>
    <message>
        <source>Fault to simulate; may be repeated.</source>
        <translation>Störung, die nachgebildet wird; mehrfach möglich.</translation>
    </message>
    <message>
        <source>List the faults and exit.</source>
        <translation>Nur die Störungen auflisten.</translation>
    </message>
    <message>
        <source>To switch it on, run enable --host %1.</source>
        <translation>Um ihn einzuschalten, führen Sie enable --host %1 aus.</translation>
    </message>
    <message>
        <source>To prove that it answers, run verify --host %1 --modbus-port %2.</source>
        <translation>Um nachzuweisen, dass er antwortet, führen Sie verify --host %1 --modbus-port %2 aus.</translation>
    </message>
    <message>
        <source>To make the change, run the same command without --dry-run.</source>
        <translation>Um die Änderung vorzunehmen, führen Sie denselben Befehl ohne --dry-run aus.</translation>
    </message>
    <message>
        <source>The trace ends here because it has become too long.</source>
        <translation>Der Trace endet hier, weil er zu lang geworden ist.</translation>
    </message>
    <message>
        <source>The option --units takes device units from 1 to 246, as in 1,2,5-7, or the word sweep, not “%1”.</source>
        <translation>Die Option --units nimmt Geräte-Units von 1 bis 246, zum Beispiel 1,2,5-7, oder das Wort sweep, nicht „%1“.</translation>
    </message>
    <message>
        <source>Device unit to read besides the plant, 1 to 247; by default 1, else 2.</source>
        <translation>Geräte-Unit, die außer der Anlage gelesen wird, 1 bis 247; ohne Angabe 1, sonst 2.</translation>
    </message>
    <message>
        <source>Device units to scan, as in 1,2,5-7, or sweep for all from 1 to 246; each missing unit costs a time-out.</source>
        <translation>Geräte-Units, die abgefragt werden, zum Beispiel 1,2,5-7, oder sweep für alle von 1 bis 246; jede Unit, die es nicht gibt, kostet eine Wartezeit.</translation>
    </message>
    <message>
        <source>Requested, but not answered: %1.</source>
        <translation>Angefragt, aber nicht beantwortet: %1.</translation>
    </message>
    <message>
        <source>Reads the plant&apos;s live values over Modbus: once, as often as --count says, or with --interval alone until Ctrl-C. Connects for each reading and disconnects in between, so that other tools get their turn. Needs no password; only reads.</source>
        <translation>Liest die Livewerte der Anlage über Modbus: einmal, mit --count so oft wie angegeben, nur mit --interval bis Strg-C. Verbindet sich für jedes Lesen und trennt dazwischen, damit andere Programme an die Reihe kommen. Braucht kein Passwort; liest nur.</translation>
    </message>
    <message>
        <source>The options --modbus-port and --test-port give different ports, but verify tests only one.</source>
        <translation>Die Optionen --modbus-port und --test-port nennen verschiedene Ports, aber verify testet nur einen.</translation>
    </message>
    <message>
        <source>Port %1 of %2 accepts connections; now it is verified.</source>
        <translation>Port %1 von %2 nimmt Verbindungen an und wird jetzt geprüft.</translation>
    </message>
    <message>
        <source>For the time in which somebody turns the server on in the vendor&apos;s app. Tries the Modbus port of --host each second and that of each other address of --network every 15 seconds, and verifies a server the moment its port opens; a port that is already open counts as well. In a network, only a device that its MAC address or serial number identifies as Sigenergy ends the wait; others are reported. It needs no password and never contacts the WebSocket port.</source>
        <translation>Für die Zeit, in der jemand den Server in der App des Herstellers einschaltet. Versucht den Modbus-Port von --host jede Sekunde und den jeder anderen Adresse von --network alle 15 Sekunden und prüft einen Server, sobald sein Port offen ist; auch ein Port, der schon offen ist, zählt. In einem Netzwerk endet das Warten erst bei einem Gerät, das sich an MAC-Adresse oder Seriennummer als Sigenergy erkennen lässt; andere werden gemeldet. Braucht kein Passwort und spricht nie den WebSocket-Port an.</translation>
    </message>
    <message>
        <source>Seconds to wait for a server to appear (0: no limit).</source>
        <translation>Wie viele Sekunden auf einen Server gewartet wird (0: unbegrenzt).</translation>
    </message>
    <message>
        <source>Show this help; after a command, the help of that command.</source>
        <translation>Diese Hilfe anzeigen; nach einem Befehl die Hilfe zu diesem Befehl.</translation>
    </message>
    <message>
        <source>Scans this computer&apos;s own networks for hosts that answer like a gateway on the WebSocket and the Modbus port. It only connects, does one WebSocket handshake where a port is open, and reads Modbus on hosts that look like a gateway. It never signs in. A silent address is tried twice, or three times where many packets are lost. Addresses that this computer could not try are listed, and the exit code is 3.</source>
        <translation>Durchsucht die eigenen Netzwerke dieses Computers nach Hosts, die auf dem WebSocket- und dem Modbus-Port wie ein Gateway antworten. Stellt nur Verbindungen her, macht einen WebSocket-Handshake, wo ein Port offen ist, und liest Modbus bei Hosts, die nach einem Gateway aussehen. Meldet sich nie an. Eine stumme Adresse wird zweimal versucht, bei hohem Paketverlust dreimal. Adressen, die dieser Computer nicht versuchen konnte, werden aufgeführt, und der Exit-Code ist 3.</translation>
    </message>
    <message>
        <source>No settings were made because no plant answered; --no-check makes them anyway.</source>
        <translation>Es wurden keine Einstellungen erzeugt, weil keine Anlage geantwortet hat; --no-check erzeugt sie trotzdem.</translation>
    </message>
    <message>
        <source>This is for a server that accepts connections but answers nothing. It signs in, reads the setting, switches the server off and reads the setting back, switches it on again and reads it back once more, then tests the port and reads Modbus. Each of the two changes is sent once; a port that hangs in between does not keep the server off. A server that is already off is left alone. It asks first where standard input is a terminal.</source>
        <translation>Für einen Server, der Verbindungen annimmt, aber nichts beantwortet. Meldet sich an, liest die Einstellung, schaltet den Server aus und liest die Einstellung zurück, schaltet ihn wieder ein und liest sie noch einmal zurück; danach wird der Port getestet und Modbus gelesen. Jede der beiden Änderungen wird einmal gesendet; auch wenn der Port dazwischen hängt, bleibt der Server nicht ausgeschaltet. Ein Server, der schon ausgeschaltet ist, bleibt unberührt. Fragt vorher nach, wenn die Standardeingabe ein Terminal ist.</translation>
    </message>
    <message>
        <source>The command %1 takes exactly one of these words: %2.</source>
        <translation>Der Befehl %1 verlangt genau eines dieser Wörter: %2.</translation>
    </message>
    <message>
        <source>The profile “%1” is not built in. Look at its requests with --dry-run, then give --accept-profile.</source>
        <translation>Das Profil „%1“ ist nicht eingebaut. Sehen Sie sich mit --dry-run seine Anfragen an, und geben Sie dann --accept-profile an.</translation>
    </message>
    <message>
        <source>%1 of %2 reads</source>
        <translation>%1 von %2 Abfragen</translation>
    </message>
    <message>
        <source>Look at every layer, and say what is wrong and what to do.</source>
        <translation>Jede Schicht prüfen und sagen, was nicht stimmt und was zu tun ist.</translation>
    </message>
    <message>
        <source>Is it the gateway, the network, or the other program? Looks at name, route, network card, WebSocket port, handshake, sign-in, setting, Modbus port, Modbus, units, identity and link, in this order, and names the first one at fault with what to do about it. Where nothing is wrong it gives the settings that worked. Signs in only where a password is given; changes nothing. The link test takes 20 seconds.</source>
        <translation>Liegt es am Gateway, am Netzwerk oder am anderen Programm? Prüft Name, Route, Netzwerkkarte, WebSocket-Port, Handshake, Anmeldung, Einstellung, Modbus-Port, Modbus, Units, Identität und Verbindung in dieser Reihenfolge und nennt das Erste, was nicht stimmt, und was dagegen hilft. Ist alles in Ordnung, nennt es die Einstellungen, die funktioniert haben. Meldet sich nur an, wenn ein Passwort angegeben ist; ändert nichts. Der Verbindungstest dauert 20 Sekunden.</translation>
    </message>
    <message>
        <source>Diagnosis:</source>
        <translation>Diagnose:</translation>
    </message>
    <message>
        <source>Modbus port; by default the one that the setting names, else 502.</source>
        <translation>Modbus-Port; ohne Angabe der, den die Einstellung nennt, sonst 502.</translation>
    </message>
    <message>
        <source>Reads of the link test, one a second (20); 0 leaves it out.</source>
        <translation>Abfragen des Verbindungstests, eine pro Sekunde (20); 0 lässt ihn weg.</translation>
    </message>
    <message>
        <source>Also try 2 or 3 Modbus connections at once.</source>
        <translation>Auch 2 oder 3 Modbus-Verbindungen zugleich versuchen.</translation>
    </message>
    <message>
        <source>%1 status %2</source>
        <comment>HTTP</comment>
        <translation>%1-Status %2</translation>
    </message>
    <message>
        <source>%1 status %2 from %3</source>
        <comment>HTTP</comment>
        <translation>%1-Status %2 von %3</translation>
    </message>
    <message>
        <source>no %1 answer</source>
        <comment>HTTP</comment>
        <translation>keine %1-Antwort</translation>
    </message>
    <message>
        <source>Modbus: %1</source>
        <translation>Modbus: %1</translation>
    </message>
    <message>
        <source>Modbus: %1, %2</source>
        <translation>Modbus: %1, %2</translation>
    </message>
    <message>
        <source>certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>WebSocket on %1</source>
        <translation>WebSocket unter %1</translation>
    </message>
    <message>
        <source>The option --output needs the name of a file.</source>
        <translation>Die Option --output braucht den Namen einer Datei.</translation>
    </message>
    <message>
        <source>Look at what a host offers, without signing in.</source>
        <translation>Ohne Anmeldung ansehen, was ein Host anbietet.</translation>
    </message>
    <message>
        <source>Tries the ports that gateways and their relatives are known to use, and looks at what answers: HTTP, TLS with its certificate, WebSocket handshakes on known paths, and Modbus. Ports 502, 1502 and 6607 get Modbus reads only. Sends no password and follows no redirect. The file that --output saves is for those who write a profile: serial number and MAC address are shortened in it.</source>
        <translation>Versucht die Ports, die Gateways und verwandte Geräte bekanntlich nutzen, und sieht sich an, was antwortet: HTTP, TLS mit seinem Zertifikat, WebSocket-Handshakes auf bekannten Pfaden und Modbus. Die Ports 502, 1502 und 6607 bekommen nur Modbus-Leseanfragen. Sendet kein Passwort und folgt keiner Weiterleitung. Die Datei, die --output speichert, ist für alle, die ein Profil schreiben: Seriennummer und MAC-Adresse sind darin gekürzt.</translation>
    </message>
    <message>
        <source>Evidence:</source>
        <translation>Befund:</translation>
    </message>
    <message>
        <source>Save what was seen in FILE, as JSON.</source>
        <translation>Das Gesehene als JSON in FILE speichern.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used: %2</source>
        <translation>%1 ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>Requests of the capture that the profile would send word for word: %1; replies that it knows: %2.</source>
        <translation>Anfragen der Aufzeichnung, die das Profil wortgleich senden würde: %1; Antworten, die es kennt: %2.</translation>
    </message>
    <message>
        <source>The profile is complete and fits the capture.</source>
        <translation>Das Profil ist vollständig und passt zur Aufzeichnung.</translation>
    </message>
    <message>
        <source>The profile is complete.</source>
        <translation>Das Profil ist vollständig.</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Offen: %1</translation>
    </message>
    <message numerus="yes">
        <source>The profile leaves %n thing(s) open; nothing is sent with it until they are settled in its file.</source>
        <translation>
            <numerusform>Das Profil lässt %n Punkt offen; solange er in seiner Datei nicht geklärt ist, wird damit nichts gesendet.</numerusform>
            <numerusform>Das Profil lässt %n Punkte offen; solange sie in seiner Datei nicht geklärt sind, wird damit nichts gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give one of: profile import CAPTURE, profile check FILE.json [CAPTURE], profile show NAME.</source>
        <translation>Geben Sie eines davon an: profile import CAPTURE, profile check FILE.json [CAPTURE], profile show NAME.</translation>
    </message>
    <message>
        <source>Make a profile out of a capture, check one, show one.</source>
        <translation>Aus einer Aufzeichnung ein Profil machen, eines prüfen oder anzeigen.</translation>
    </message>
    <message>
        <source>A profile says how a gateway speaks. “import” makes one out of what a browser or --trace recorded: a HAR file, or lines of {&quot;direction&quot;, &quot;text&quot;}. What can&apos;t be told is left open and named, and nothing is sent with such a profile. Passwords, tokens and serial numbers are found and replaced; with the password that was used, also where it was sent as a digest. “check” says what is missing and compares a profile with a capture. “show” prints a built-in one. Contacts nothing.</source>
        <translation>Ein Profil sagt, wie ein Gateway spricht. „import“ macht eines aus dem, was ein Browser oder --trace aufgezeichnet hat: aus einer HAR-Datei oder Zeilen der Form {&quot;direction&quot;, &quot;text&quot;}. Was sich nicht feststellen lässt, bleibt offen und wird genannt, und mit einem solchen Profil wird nichts gesendet. Passwörter, Tokens und Seriennummern werden gefunden und ersetzt; ist das verwendete Passwort angegeben, auch dort, wo es als Hashwert gesendet wurde. „check“ sagt, was fehlt, und vergleicht ein Profil mit einer Aufzeichnung. „show“ gibt ein eingebautes aus. Spricht nichts an.</translation>
    </message>
    <message>
        <source>Import:</source>
        <translation>Import:</translation>
    </message>
    <message>
        <source>Save the profile in this file instead of printing it; “-” prints it.</source>
        <translation>Das Profil in dieser Datei speichern, statt es auszugeben; „-“ gibt es aus.</translation>
    </message>
    <message>
        <source>The user name in the capture; by default found by its key.</source>
        <translation>Der Benutzername in der Aufzeichnung; ohne Angabe wird er an seinem Schlüssel erkannt.</translation>
    </message>
    <message>
        <source>The serial number in the capture.</source>
        <translation>Die Seriennummer in der Aufzeichnung.</translation>
    </message>
    <message>
        <source>WebSocket port, for captures without an address (8080).</source>
        <translation>WebSocket-Port, für Aufzeichnungen ohne Adresse (8080).</translation>
    </message>
    <message>
        <source>WebSocket path, for captures without an address (/ws).</source>
        <translation>WebSocket-Pfad, für Aufzeichnungen ohne Adresse (/ws).</translation>
    </message>
    <message>
        <source>Also save a report to hand over, as FILE.txt, FILE.json or FILE.html, without secrets and with serial number and MAC address shortened; may be repeated.</source>
        <translation>Auch einen Bericht zum Weitergeben als FILE.txt, FILE.json oder FILE.html speichern, ohne Geheimnisse und mit gekürzter Seriennummer und MAC-Adresse; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Also save a commissioning sheet for the owner, as FILE.html, with the whole serial number.</source>
        <translation>Auch ein Inbetriebnahmeprotokoll für den Eigentümer als FILE.html speichern, mit der ganzen Seriennummer.</translation>
    </message>
    <message>
        <source>A report as PDF is made by the window only: save “%1” as .html instead, which a browser prints as PDF.</source>
        <translation>Einen Bericht als PDF erstellt nur das Fenster: Speichern Sie „%1“ stattdessen als .html; ein Browser druckt das als PDF.</translation>
    </message>
    <message>
        <source>The option --report takes a file that ends in .txt, .json or .html, not “%1”.</source>
        <translation>Die Option --report nimmt eine Datei, die auf .txt, .json oder .html endet, nicht „%1“.</translation>
    </message>
    <message>
        <source>The option --sheet takes a file that ends in .html, not “%1”.</source>
        <translation>Die Option --sheet nimmt eine Datei, die auf .html endet, nicht „%1“.</translation>
    </message>
    <message>
        <source>%1 A background service takes the password from the keychain, where the window keeps it, or from a file of your own: --password-file.</source>
        <translation>%1 Ein Hintergrunddienst nimmt das Passwort aus dem Schlüsselbund, in dem das Fenster es verwahrt, oder aus einer eigenen Datei: --password-file.</translation>
    </message>
    <message>
        <source>The Modbus server of %1 is kept on in the background, now and after each log-on.</source>
        <translation>Der Modbus-Server von %1 wird im Hintergrund eingeschaltet gehalten, jetzt und nach jeder Anmeldung am Computer.</translation>
    </message>
    <message>
        <source>This system does not let a user close a service in, so it runs with all the rights of your account.</source>
        <translation>Auf diesem System kann ein Benutzer einen Dienst nicht einschränken; er läuft daher mit allen Rechten Ihres Kontos.</translation>
    </message>
    <message>
        <source>It runs while you are logged in. To have it run without that, from the computer&apos;s start on: loginctl enable-linger. A keychain that opens only at log-on is waited for.</source>
        <translation>Er läuft, solange Sie am Computer angemeldet sind. Damit er ohne Anmeldung ab dem Start des Computers läuft: loginctl enable-linger. Auf einen Schlüsselbund, der sich erst bei der Anmeldung öffnet, wird gewartet.</translation>
    </message>
    <message>
        <source>What it says: journalctl --user -u %1</source>
        <translation>Seine Meldungen: journalctl --user -u %1</translation>
    </message>
    <message>
        <source>There is no background service for %1 any more.</source>
        <translation>Für %1 gibt es keinen Hintergrunddienst mehr.</translation>
    </message>
    <message>
        <source>There is no background service of this account.</source>
        <translation>Dieses Konto hat keinen Hintergrunddienst.</translation>
    </message>
    <message>
        <source>The password comes from two places; give only one of --password-file and --keychain.</source>
        <translation>Das Passwort kommt aus zwei Quellen; geben Sie nur eines von --password-file und --keychain an.</translation>
    </message>
    <message>
        <source>There is no such password file.</source>
        <translation>Diese Passwortdatei gibt es nicht.</translation>
    </message>
    <message>
        <source>The background service that runs watch for this account.</source>
        <translation>Der Hintergrunddienst, der „watch“ für dieses Konto ausführt.</translation>
    </message>
    <message>
        <source>install has the system run “watch” for this gateway at each log-on, with the options that are given here: a systemd user unit, a launchd agent or a scheduled task. The password stays in the keychain, or in a file of your own that nobody else may read. remove ends that. status lists the services of this account.</source>
        <translation>install lässt das System bei jeder Anmeldung am Computer „watch“ für dieses Gateway ausführen, mit den hier angegebenen Optionen: als systemd-User-Unit, launchd-Agent oder geplante Aufgabe. Das Passwort bleibt im Schlüsselbund oder in einer eigenen Datei, die sonst niemand lesen darf. remove beendet das. status listet die Dienste dieses Kontos auf.</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Passwort:</translation>
    </message>
    <message>
        <source>Watch:</source>
        <translation>Beobachten:</translation>
    </message>
    <message>
        <source>Looking at port %1 of %2 every %3 s. Ctrl-C ends it.</source>
        <translation>Port %1 von %2 wird alle %3 s geprüft. Strg-C beendet das.</translation>
    </message>
    <message>
        <source>Process %1 watches this gateway already. End it first.</source>
        <translation>Der Prozess %1 beobachtet dieses Gateway bereits. Beenden Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>Others can read or change the password file “%1”. Run chmod 600 on it.</source>
        <translation>Andere können die Passwortdatei „%1“ lesen oder ändern. Führen Sie chmod 600 dafür aus.</translation>
    </message>
    <message>
        <source>The option --history needs a file name.</source>
        <translation>Die Option --history braucht einen Dateinamen.</translation>
    </message>
    <message>
        <source>Seconds between two looks, 10 to 3600 (30).</source>
        <translation>Sekunden zwischen zwei Prüfungen, 10 bis 3600 (30).</translation>
    </message>
    <message>
        <source>Look at the port and Modbus only, without a password; never switch anything on.</source>
        <translation>Nur den Port und Modbus prüfen, ohne Passwort; nie etwas einschalten.</translation>
    </message>
    <message>
        <source>Also write each change of state to FILE, one JSON object per line, at most 10000 of them.</source>
        <translation>Auch jede Zustandsänderung in FILE schreiben, je Zeile ein JSON-Objekt, höchstens 10000 davon.</translation>
    </message>
    <message>
        <source>Modbus port to look at until the gateway reports its own (502).</source>
        <translation>Modbus-Port, der geprüft wird, bis das Gateway seinen eigenen meldet (502).</translation>
    </message>
    <message>
        <source>Keep the server on: look, and switch it on again.</source>
        <translation>Den Server eingeschaltet halten: prüfen und wieder einschalten.</translation>
    </message>
    <message>
        <source>Looks at the Modbus port every --interval seconds. While it answers, nobody signs in. Where it does not, signs in once, reads the setting, and switches the server on and verifies it if it is off: at most 6 times an hour and never twice within 60 seconds. Ends after one refused sign-in, when somebody switches the server off again and again (exit code 7), and when it is turned off with this program. The same gateway at another address is found by its serial number or MAC address; nobody else is sent the password. With --once for timers: exit code 0 when it is on, 7 when it is off and stays off, 3 when it can&apos;t be reached, 4 when the sign-in is refused.</source>
        <translation>Prüft alle --interval Sekunden den Modbus-Port. Solange er antwortet, meldet sich niemand an. Antwortet er nicht, meldet sich das Programm einmal an, liest die Einstellung und schaltet den Server, falls er ausgeschaltet ist, ein und prüft das nach: höchstens 6-mal pro Stunde und nie zweimal innerhalb von 60 Sekunden. Endet nach einer abgelehnten Anmeldung, wenn jemand den Server immer wieder ausschaltet (Exit-Code 7) und wenn er mit diesem Programm ausgeschaltet wird. Dasselbe Gateway unter einer anderen Adresse wird an Seriennummer oder MAC-Adresse erkannt; niemand sonst bekommt das Passwort. Mit --once für Timer: Exit-Code 0, wenn er eingeschaltet ist, 7, wenn er ausgeschaltet ist und bleibt, 3, wenn er nicht erreichbar ist, 4, wenn die Anmeldung abgelehnt wird.</translation>
    </message>
    <message>
        <source>Look once, do what is needed, and end.</source>
        <translation>Einmal prüfen, das Nötige tun und enden.</translation>
    </message>
    <message>
        <source>Leave the server off if it was turned off with this program, even before the watch began: for timers and services.</source>
        <translation>Den Server ausgeschaltet lassen, wenn er mit diesem Programm ausgeschaltet wurde, auch vor Beginn der Beobachtung: für Timer und Dienste.</translation>
    </message>
    <message>
        <source>Accept the requests of a profile that is not built in: look at them with --dry-run first. At a terminal a question shows them. It is remembered for this gateway and this profile as it is.</source>
        <translation>Die Anfragen eines nicht eingebauten Profils akzeptieren: Sehen Sie sie sich zuerst mit --dry-run an. An einem Terminal zeigt sie eine Rückfrage. Das gilt danach für dieses Gateway und dieses Profil, solange es so bleibt.</translation>
    </message>
    <message>
        <source>In place of {enabled} it sends %1 for on and %2 for off.</source>
        <translation>Anstelle von {enabled} sendet es %1 für „ein“ und %2 für „aus“.</translation>
    </message>
    <message>
        <source>The profile “%1” is not built in. These are its requests:</source>
        <translation>Das Profil „%1“ ist nicht eingebaut. Dies sind seine Anfragen:</translation>
    </message>
    <message>
        <source>Change the setting of %1 with these requests?</source>
        <translation>Die Einstellung von %1 mit diesen Anfragen ändern?</translation>
    </message>
    <message>
        <source>Switch the Modbus server of %1 off and on again? Programs that read from it are cut off for some seconds.</source>
        <translation>Den Modbus-Server von %1 aus- und wieder einschalten? Programme, die von ihm lesen, sind einige Sekunden lang getrennt.</translation>
    </message>
</context>
<context>
    <name>Sigen::ConnectTab</name>
    <message>
        <source>Programs to connect</source>
        <translation>Programme zum Anbinden</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>Sp&amp;eichern…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>What to enter in the chosen program</source>
        <translation>Was im gewählten Programm einzutragen ist</translation>
    </message>
    <message>
        <source>Units asked so far</source>
        <translation>Bisher abgefragte Units</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Find u&amp;nits</source>
        <translation>Units s&amp;uchen</translation>
    </message>
    <message>
        <source>Save the snippet</source>
        <translation>Vorlage speichern</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Asks every unit id what it is; this can take minutes.</source>
        <translation>Fragt jede Unit-ID, was sie ist; das kann Minuten dauern.</translation>
    </message>
</context>
<context>
    <name>Sigen::Conversation</name>
    <message>
        <source>A message from %1 was not understood.</source>
        <translation>Eine Nachricht von %1 war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>A sign-in as “%1” from %2 was refused.</source>
        <translation>Eine Anmeldung als „%1“ von %2 wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Signed in as “%1” from %2.</source>
        <translation>Angemeldet als „%1“ von %2.</translation>
    </message>
    <message>
        <source>A set request from %1 had wrong parameters.</source>
        <translation>Eine Schreibanfrage von %1 hatte falsche Parameter.</translation>
    </message>
    <message>
        <source>The set request from %1 lost or changed the key %2, which it had read.</source>
        <translation>In der Schreibanfrage von %1 fehlt der zuvor gelesene Schlüssel %2 oder ist verändert.</translation>
    </message>
    <message>
        <source>Signed out from %1.</source>
        <translation>Von %1 abgemeldet.</translation>
    </message>
</context>
<context>
    <name>Sigen::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Sigen::DiagnosisState</name>
    <message>
        <source>%1 / %2 / %3 ms</source>
        <comment>fastest, median and slowest</comment>
        <translation>%1 / %2 / %3 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n read(s), one a second</source>
        <translation>
            <numerusform>%n Abfrage, eine pro Sekunde</numerusform>
            <numerusform>%n Abfragen, eine pro Sekunde</numerusform>
        </translation>
    </message>
    <message>
        <source>What worked here</source>
        <translation>Was hier funktioniert hat</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Warten auf den Schlüsselbund…</translation>
    </message>
    <message>
        <source>Reading the plant&apos;s values for the report…</source>
        <translation>Für den Bericht werden die Werte der Anlage gelesen…</translation>
    </message>
    <message>
        <source>Testing the link: %1 of %2 reads</source>
        <translation>Verbindung wird getestet: %1 von %2 Abfragen</translation>
    </message>
    <message>
        <source>Asked %1 of %2 units</source>
        <translation>%1 von %2 Units abgefragt</translation>
    </message>
    <message>
        <source>Looking at each layer…</source>
        <translation>Jede Schicht wird geprüft…</translation>
    </message>
    <message>
        <source>Stopped %1, after %2. Nothing was changed.</source>
        <translation>Um %1 nach %2 angehalten. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Checked %1, took %2. Nothing was changed.</source>
        <translation>Um %1 in %2 geprüft. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 The gateway was changed since then.</source>
        <comment>when it was checked</comment>
        <translation>%1 Seitdem wurde am Gateway etwas geändert.</translation>
    </message>
</context>
<context>
    <name>Sigen::DiagnosisTab</name>
    <message>
        <source>Is it the gateway, the network, or the other program? Looks at every layer between this computer and the plant and says what is wrong and what to do. Nothing is changed, and a password is used only if it is at hand.</source>
        <translation>Liegt es am Gateway, am Netzwerk oder am anderen Programm? Prüft jede Schicht zwischen diesem Computer und der Anlage und sagt, was nicht stimmt und was zu tun ist. Es wird nichts geändert, und ein Passwort wird nur verwendet, wenn es schon zur Hand ist.</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>Bericht sp&amp;eichern…</translation>
    </message>
    <message>
        <source>Test the &amp;link for 20 seconds</source>
        <translation>&amp;Verbindung 20 Sekunden lang testen</translation>
    </message>
    <message>
        <source>Try a secon&amp;d and a third connection at once</source>
        <translation>Eine z&amp;weite und dritte Verbindung zugleich versuchen</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>Without passwords; serial numbers and MAC addresses are shortened.</source>
        <translation>Ohne Passwörter; Seriennummern und MAC-Adressen sind gekürzt.</translation>
    </message>
    <message>
        <source>Shee&amp;t for the owner…</source>
        <translation>Inbetriebnahmepr&amp;otokoll…</translation>
    </message>
    <message>
        <source>One page for the owner&apos;s records, with the whole serial number.</source>
        <translation>Eine Seite für die Unterlagen des Eigentümers, mit der ganzen Seriennummer.</translation>
    </message>
    <message>
        <source>Looks at what the gateway offers without signing in, for those who write a profile.</source>
        <translation>Sieht sich ohne Anmeldung an, was das Gateway anbietet; für alle, die ein Profil schreiben.</translation>
    </message>
    <message>
        <source>Progress of the diagnosis</source>
        <translation>Fortschritt der Diagnose</translation>
    </message>
    <message>
        <source>Ports looked at so far</source>
        <translation>Bisher geprüfte Ports</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <translation>Erneu&amp;t prüfen</translation>
    </message>
    <message>
        <source>&amp;Run the diagnosis</source>
        <translation>Diagnose s&amp;tarten</translation>
    </message>
    <message>
        <source>Stop saving &amp;evidence</source>
        <translation>Be&amp;fund abbrechen</translation>
    </message>
    <message>
        <source>Save &amp;evidence…</source>
        <translation>Be&amp;fund speichern…</translation>
    </message>
    <message>
        <source>Save evidence</source>
        <translation>Befund speichern</translation>
    </message>
    <message>
        <source>Evidence (*.json)</source>
        <translation>Befund (*.json)</translation>
    </message>
</context>
<context>
    <name>Sigen::DiscoveryController</name>
    <message>
        <source>1 gateway</source>
        <translation>1 Gateway</translation>
    </message>
    <message numerus="yes">
        <source>%n gateways</source>
        <translation>
            <numerusform>%n Gateway</numerusform>
            <numerusform>%n Gateways</numerusform>
        </translation>
    </message>
    <message>
        <source>Scanning %1 — %2 of %3</source>
        <translation>Suche läuft: %1 – %2 von %3</translation>
    </message>
    <message>
        <source>Scanning %1 — %2 of %3, %4</source>
        <translation>Suche läuft: %1 – %2 von %3, %4</translation>
    </message>
    <message>
        <source>1 address</source>
        <translation>1 Adresse</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses</source>
        <translation>
            <numerusform>%n Adresse</numerusform>
            <numerusform>%n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 — stopped after %2, %3</source>
        <translation>%1 – angehalten nach %2, %3</translation>
    </message>
    <message>
        <source>%1 — %2 in %3, %4</source>
        <translation>%1 – %2 in %3, %4</translation>
    </message>
    <message>
        <source>No gateway was found. It may be on another network, or answer to its address only: the router&apos;s list of devices has it.</source>
        <translation>Es wurde kein Gateway gefunden. Vielleicht ist es in einem anderen Netzwerk oder antwortet nur auf seine Adresse: Sie steht in der Geräteliste des Routers.</translation>
    </message>
    <message>
        <source>The demo gateway could not be started: %1</source>
        <translation>Das Demo-Gateway konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>%1 — incomplete, %2. %3</source>
        <comment>networks, gateways, what is missing and why</comment>
        <translation>%1 – unvollständig, %2. %3</translation>
    </message>
    <message>
        <source>This computer has no network to scan.</source>
        <translation>Dieser Computer hat kein Netzwerk zum Durchsuchen.</translation>
    </message>
    <message>
        <source>1 likely gateway</source>
        <translation>1 mögliches Gateway</translation>
    </message>
    <message numerus="yes">
        <source>%n likely gateways</source>
        <translation>
            <numerusform>%n mögliches Gateway</numerusform>
            <numerusform>%n mögliche Gateways</numerusform>
        </translation>
    </message>
    <message>
        <source>no gateway</source>
        <translation>kein Gateway</translation>
    </message>
    <message>
        <source>Nothing was scanned yet.</source>
        <translation>Es wurde noch nichts durchsucht.</translation>
    </message>
    <message>
        <source>%1 has come up: press Scan.</source>
        <comment>networks</comment>
        <translation>Neu verfügbar: %1. Klicken Sie auf „Suchen“.</translation>
    </message>
    <message>
        <source>This computer is not in %1 any more: press Scan to try all the same, or choose another network.</source>
        <translation>Dieser Computer gehört nicht mehr zu %1: Klicken Sie auf „Suchen“, um es trotzdem zu versuchen, oder wählen Sie ein anderes Netzwerk.</translation>
    </message>
    <message>
        <source>This network is larger than a home&apos;s: press Scan to begin.</source>
        <translation>Dieses Netzwerk ist größer als ein Heimnetz: Klicken Sie auf „Suchen“, um zu beginnen.</translation>
    </message>
    <message>
        <source>This computer is not in %1: press Scan to try all the same.</source>
        <translation>Dieser Computer gehört nicht zu %1: Klicken Sie auf „Suchen“, um es trotzdem zu versuchen.</translation>
    </message>
    <message>
        <source>Scanning this computer&apos;s networks. Nothing is changed and no password is sent while scanning.</source>
        <translation>Die Netzwerke dieses Computers werden durchsucht. Dabei wird nichts geändert und kein Passwort gesendet.</translation>
    </message>
</context>
<context>
    <name>Sigen::DiscoveryView</name>
    <message>
        <source>Gateways and other devices</source>
        <translation>Gateways und andere Geräte</translation>
    </message>
    <message>
        <source>Add by address, e.g. 192.168.1.150</source>
        <translation>Adresse, z. B. 192.168.1.150</translation>
    </message>
    <message>
        <source>Address of a gateway</source>
        <translation>Adresse eines Gateways</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>Hin&amp;zufügen</translation>
    </message>
    <message>
        <source>Add the gateway with this address</source>
        <translation>Das Gateway mit dieser Adresse hinzufügen</translation>
    </message>
    <message>
        <source>The demo gateway is running.</source>
        <translation>Das Demo-Gateway läuft.</translation>
    </message>
    <message>
        <source>No gateway at hand?</source>
        <translation>Kein Gateway zur Hand?</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Try the demo gateway</source>
        <translation>Demo-Gateway ausprobieren</translation>
    </message>
    <message>
        <source>Stop the demo gateway</source>
        <translation>Demo-Gateway beenden</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Remove from the &amp;list</source>
        <translation>Aus der &amp;Liste entfernen</translation>
    </message>
    <message>
        <source>&amp;Forget this gateway…</source>
        <translation>Dieses Gateway &amp;vergessen…</translation>
    </message>
    <message>
        <source>Forget this gateway?</source>
        <translation>Dieses Gateway vergessen?</translation>
    </message>
    <message>
        <source>%1 leaves the list of saved gateways, and its password leaves this computer&apos;s keychain. Nothing is sent to the gateway. It is saved again when you sign in to it.</source>
        <translation>%1 wird aus der Liste der gespeicherten Gateways entfernt, sein Passwort aus dem Schlüsselbund dieses Computers. An das Gateway wird nichts gesendet. Es wird wieder gespeichert, wenn Sie sich an ihm anmelden.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Network to scan</source>
        <translation>Netzwerk, das durchsucht wird</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Scan the network</source>
        <translation>Netzwerk durchsuchen</translation>
    </message>
    <message>
        <source>Stop the scan</source>
        <translation>Suche anhalten</translation>
    </message>
    <message>
        <source>Scan the network for gateways</source>
        <translation>Das Netzwerk nach Gateways durchsuchen</translation>
    </message>
</context>
<context>
    <name>Sigen::EmptyPage</name>
    <message>
        <source>Looking for your gateway</source>
        <translation>Ihr Gateway wird gesucht</translation>
    </message>
    <message>
        <source>Choose your gateway</source>
        <translation>Wählen Sie Ihr Gateway</translation>
    </message>
    <message>
        <source>Choose a gateway on the left to see whether its Modbus TCP server is on, to turn it on, and to test it from this computer.</source>
        <translation>Wählen Sie links ein Gateway, um zu sehen, ob sein Modbus-TCP-Server eingeschaltet ist, um ihn einzuschalten und um ihn von diesem Computer aus zu testen.</translation>
    </message>
    <message>
        <source>No gateway found yet</source>
        <translation>Noch kein Gateway gefunden</translation>
    </message>
    <message>
        <source>Find your gateway</source>
        <translation>Finden Sie Ihr Gateway</translation>
    </message>
    <message>
        <source>I know its a&amp;ddress…</source>
        <translation>Ich kenne die Ad&amp;resse…</translation>
    </message>
    <message>
        <source>Tr&amp;y the demo gateway</source>
        <translation>Demo-Gateway a&amp;usprobieren</translation>
    </message>
    <message>
        <source>Where the switch is</source>
        <translation>Wo der Schalter ist</translation>
    </message>
    <message>
        <source>Stop &amp;watching</source>
        <translation>&amp;Beobachten beenden</translation>
    </message>
    <message>
        <source>&amp;Watch this network</source>
        <translation>Netzwerk &amp;beobachten</translation>
    </message>
    <message>
        <source>Check another &amp;network…</source>
        <translation>Anderes &amp;Netzwerk prüfen…</translation>
    </message>
    <message>
        <source>Watching this network for your gateway</source>
        <translation>In diesem Netzwerk wird auf Ihr Gateway gewartet</translation>
    </message>
    <message>
        <source>A gateway whose Modbus server is off may answer nothing at all. Turn the server on in the app: the moment a Modbus server appears on %1, it shows up here and is tested.</source>
        <translation>Ein Gateway, dessen Modbus-Server ausgeschaltet ist, antwortet vielleicht gar nicht. Schalten Sie den Server in der App ein: Sobald in %1 ein Modbus-Server erscheint, wird er hier angezeigt und getestet.</translation>
    </message>
    <message>
        <source>Scanning this computer&apos;s networks. Nothing is changed and no password is sent while scanning.
A gateway that is found appears on the left; choose it to go on.</source>
        <translation>Die Netzwerke dieses Computers werden durchsucht. Dabei wird nichts geändert und kein Passwort gesendet.
Ein gefundenes Gateway erscheint links; wählen Sie es, um fortzufahren.</translation>
    </message>
    <message>
        <source>This computer and the gateway have to be in the same network. Scan it, or add the gateway by its address.</source>
        <translation>Dieser Computer und das Gateway müssen im selben Netzwerk sein. Durchsuchen Sie es, oder fügen Sie das Gateway per Adresse hinzu.</translation>
    </message>
</context>
<context>
    <name>Sigen::EvidenceController</name>
    <message>
        <source>Looking at what the gateway offers: %1 of %2 ports</source>
        <translation>Es wird geprüft, was das Gateway anbietet: %1 von %2 Ports</translation>
    </message>
    <message>
        <source>Stopped; no evidence was saved.</source>
        <translation>Angehalten; es wurde kein Befund gespeichert.</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>No port answered, so no evidence was saved.</source>
        <translation>Kein Port hat geantwortet, daher wurde kein Befund gespeichert.</translation>
    </message>
    <message>
        <source>The evidence was saved as %1. It holds no password; serial number and MAC address are shortened in it.</source>
        <translation>Der Befund wurde als %1 gespeichert. Er enthält kein Passwort; Seriennummer und MAC-Adresse sind darin gekürzt.</translation>
    </message>
</context>
<context>
    <name>Sigen::FailureBox</name>
    <message>
        <source>More ▾</source>
        <translation>Mehr ▾</translation>
    </message>
    <message>
        <source>More ▸</source>
        <translation>Mehr ▸</translation>
    </message>
</context>
<context>
    <name>Sigen::FileChoice</name>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewayBook</name>
    <message>
        <source>%1: change sent %2, outcome unknown</source>
        <translation>%1: Änderung um %2 gesendet, Ergebnis unbekannt</translation>
    </message>
    <message>
        <source>%1: changed %2, another device may answer</source>
        <translation>%1: um %2 geändert, möglicherweise antwortet ein anderes Gerät</translation>
    </message>
    <message>
        <source>%1: last change verified %2</source>
        <translation>%1: letzte Änderung um %2 bestätigt</translation>
    </message>
    <message>
        <source>%1: changed %2, not verified</source>
        <translation>%1: um %2 geändert, nicht bestätigt</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewayController</name>
    <message>
        <source>serial %1</source>
        <translation>Seriennummer %1</translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation>angemeldet als %1</translation>
    </message>
    <message>
        <source>signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>The sign-in is under way.</source>
        <translation>Die Anmeldung läuft gerade.</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>The gateway refused the sign-in.</source>
        <translation>Das Gateway hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>read back %1 s ago</source>
        <translation>vor %1 s zurückgelesen</translation>
    </message>
    <message>
        <source>read %1 s ago</source>
        <translation>vor %1 s gelesen</translation>
    </message>
    <message>
        <source>read back %1 min ago</source>
        <translation>vor %1 min zurückgelesen</translation>
    </message>
    <message>
        <source>read %1 min ago</source>
        <translation>vor %1 min gelesen</translation>
    </message>
    <message>
        <source>read back at %1</source>
        <translation>um %1 zurückgelesen</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>um %1 gelesen</translation>
    </message>
    <message>
        <source>Turning on…</source>
        <translation>Wird eingeschaltet…</translation>
    </message>
    <message>
        <source>Turning off…</source>
        <translation>Wird ausgeschaltet…</translation>
    </message>
    <message>
        <source>Changing the port…</source>
        <translation>Port wird geändert…</translation>
    </message>
    <message>
        <source>It is not known whether the Modbus TCP server is on</source>
        <translation>Es ist nicht bekannt, ob der Modbus-TCP-Server eingeschaltet ist</translation>
    </message>
    <message>
        <source>Modbus TCP server: not read yet</source>
        <translation>Modbus-TCP-Server: noch nicht gelesen</translation>
    </message>
    <message>
        <source>Modbus TCP server is on</source>
        <translation>Modbus-TCP-Server ist eingeschaltet</translation>
    </message>
    <message>
        <source>, being tested…</source>
        <translation>, wird getestet…</translation>
    </message>
    <message>
        <source>, not verified</source>
        <translation>, nicht bestätigt</translation>
    </message>
    <message>
        <source>Modbus TCP server is off</source>
        <translation>Modbus-TCP-Server ist ausgeschaltet</translation>
    </message>
    <message>
        <source>Read the state before anything is changed again.</source>
        <translation>Lesen Sie den Zustand, bevor wieder etwas geändert wird.</translation>
    </message>
    <message>
        <source>Port %1 is closed</source>
        <translation>Port %1 ist geschlossen</translation>
    </message>
    <message>
        <source>Modbus answers on port %1</source>
        <translation>Modbus antwortet auf Port %1</translation>
    </message>
    <message>
        <source>Port %1 does not answer</source>
        <translation>Port %1 antwortet nicht</translation>
    </message>
    <message>
        <source>Port %1 accepts connections</source>
        <translation>Port %1 nimmt Verbindungen an</translation>
    </message>
    <message>
        <source>The gateway reports no port · %1</source>
        <translation>Das Gateway meldet keinen Port · %1</translation>
    </message>
    <message>
        <source>Port %1 · %2</source>
        <comment>port of a server that is off, age</comment>
        <translation>Port %1 · %2</translation>
    </message>
    <message>
        <source>Listening on port %1 · %2</source>
        <translation>Lauscht auf Port %1 · %2</translation>
    </message>
    <message>
        <source>The gateway says: on, port %1 · %2</source>
        <translation>Das Gateway sagt: eingeschaltet, Port %1 · %2</translation>
    </message>
    <message>
        <source>Test port %1</source>
        <translation>Port %1 testen</translation>
    </message>
    <message>
        <source>from this computer, %1</source>
        <translation>von diesem Computer aus, %1</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Der Schlüsselbund wird gefragt…</translation>
    </message>
    <message>
        <source>Reading the setting…</source>
        <translation>Die Einstellung wird gelesen…</translation>
    </message>
    <message>
        <source>Testing port %1…</source>
        <translation>Port %1 wird getestet…</translation>
    </message>
    <message>
        <source>Enter the user name.</source>
        <translation>Geben Sie den Benutzernamen ein.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>Geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>The path has to begin with a slash, for example /ws.</source>
        <translation>Der Pfad muss mit einem Schrägstrich beginnen, zum Beispiel /ws.</translation>
    </message>
    <message>
        <source>TLS needs the certificate&apos;s SHA-256 fingerprint: 64 hexadecimal digits.</source>
        <translation>TLS braucht den SHA-256-Fingerabdruck des Zertifikats: 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>The profile can&apos;t be used: %1</source>
        <translation>Das Profil ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>This is the demo gateway on this computer; its password is filled in. Nothing on the network is contacted.</source>
        <translation>Dies ist das Demo-Gateway auf diesem Computer; sein Passwort ist eingetragen. Im Netzwerk wird nichts angesprochen.</translation>
    </message>
    <message>
        <source>Usually the gateway&apos;s local account. The password crosses the network without encryption: sign in on a network you trust. The gateway&apos;s local protocol is not published; reading is believed, not proved, to change nothing.</source>
        <translation>Meist das lokale Konto des Gateways. Das Passwort geht unverschlüsselt durch das Netzwerk: Melden Sie sich in einem Netzwerk an, dem Sie vertrauen. Das lokale Protokoll des Gateways ist nicht veröffentlicht; dass Lesen nichts ändert, wird angenommen, ist aber nicht nachgewiesen.</translation>
    </message>
    <message>
        <source>Nothing has confirmed yet that %1 is a gateway: the password goes there all the same. %2</source>
        <translation>Noch hat nichts bestätigt, dass %1 ein Gateway ist: Das Passwort geht trotzdem dorthin. %2</translation>
    </message>
    <message>
        <source>found by its hardware address and port %1</source>
        <translation>erkannt an Hardwareadresse und Port %1</translation>
    </message>
    <message>
        <source>, another device may answer</source>
        <translation>, möglicherweise antwortet ein anderes Gerät</translation>
    </message>
    <message>
        <source>Usually the gateway&apos;s local account. The password crosses the network encrypted, and only to the certificate of this fingerprint. The gateway&apos;s local protocol is not published; reading is believed, not proved, to change nothing.</source>
        <translation>Meist das lokale Konto des Gateways. Das Passwort geht verschlüsselt durch das Netzwerk, und nur an das Zertifikat mit diesem Fingerabdruck. Das lokale Protokoll des Gateways ist nicht veröffentlicht; dass Lesen nichts ändert, wird angenommen, ist aber nicht nachgewiesen.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Signed in as %1, but the gateway does not answer any more.</source>
        <translation>Angemeldet als %1, aber das Gateway antwortet nicht mehr.</translation>
    </message>
    <message>
        <source> when it last answered</source>
        <translation> (Stand der letzten Antwort)</translation>
    </message>
    <message>
        <source>Waiting for the keychain, which may be asking to be unlocked…</source>
        <translation>Warten auf den Schlüsselbund; vielleicht muss er entsperrt werden…</translation>
    </message>
    <message>
        <source>This gateway came from a list that names %1 as its profile: choose that file, or another profile, under Advanced.</source>
        <translation>Dieses Gateway stammt aus einer Liste, die %1 als sein Profil nennt: Wählen Sie unter „Erweitert“ diese Datei oder ein anderes Profil.</translation>
    </message>
    <message>
        <source>The password is too long: more than %1 bytes are not sent to a gateway.</source>
        <translation>Das Passwort ist zu lang: Mehr als %1 Bytes werden nicht an ein Gateway gesendet.</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 von %2 Schritten</translation>
    </message>
    <message>
        <source>known by its network card</source>
        <translation>an der Netzwerkkarte erkannt</translation>
    </message>
    <message>
        <source>added by address</source>
        <translation>per Adresse hinzugefügt</translation>
    </message>
    <message>
        <source>“Turn on” was sent, and could not be read back. Read the state before anything is changed again.</source>
        <translation>„Einschalten“ wurde gesendet, konnte aber nicht zurückgelesen werden. Lesen Sie den Zustand, bevor wieder etwas geändert wird.</translation>
    </message>
    <message>
        <source>“Turn off” was sent, and could not be read back. Read the state before anything is changed again.</source>
        <translation>„Ausschalten“ wurde gesendet, konnte aber nicht zurückgelesen werden. Lesen Sie den Zustand, bevor wieder etwas geändert wird.</translation>
    </message>
    <message>
        <source>Another port was sent, and could not be read back. Read the state before anything is changed again.</source>
        <translation>Ein anderer Port wurde gesendet, konnte aber nicht zurückgelesen werden. Lesen Sie den Zustand, bevor wieder etwas geändert wird.</translation>
    </message>
    <message>
        <source>Switching off and on again…</source>
        <translation>Wird aus- und wieder eingeschaltet…</translation>
    </message>
    <message>
        <source>Looking at the other addresses…</source>
        <translation>Die anderen Adressen werden geprüft…</translation>
    </message>
    <message>
        <source>by itself, when the port opens</source>
        <translation>von selbst, sobald der Port offen ist</translation>
    </message>
    <message>
        <source>seen at %1</source>
        <translation>gesehen um %1</translation>
    </message>
    <message>
        <source>Nothing was tried yet. The test connects from this computer to the Modbus port and asks who answers; it needs no sign-in and changes nothing.</source>
        <translation>Es wurde noch nichts versucht. Der Test verbindet sich von diesem Computer aus mit dem Modbus-Port und fragt, wer antwortet; er braucht keine Anmeldung und ändert nichts.</translation>
    </message>
    <message>
        <source>found by a scan</source>
        <translation>bei einer Suche gefunden</translation>
    </message>
    <message>
        <source>In place of {enabled} it sends %1 for on and %2 for off.</source>
        <translation>Anstelle von {enabled} sendet es %1 für „ein“ und %2 für „aus“.</translation>
    </message>
    <message>
        <source>Listening on port %1 · kept on by this computer</source>
        <translation>Lauscht auf Port %1 · von diesem Computer eingeschaltet gehalten</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewayHeader</name>
    <message>
        <source>Sign &amp;out</source>
        <translation>Ab&amp;melden</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewaySimulator</name>
    <message>
        <source>The WebSocket port %1 cannot be opened again: %2</source>
        <translation>Der WebSocket-Port %1 kann nicht wieder geöffnet werden: %2</translation>
    </message>
    <message>
        <source>The gateway has restarted.</source>
        <translation>Das Gateway ist neu gestartet.</translation>
    </message>
    <message>
        <source>There is no fault named “%1”.</source>
        <translation>Eine Störung namens „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The protocol profile is not complete.</source>
        <translation>Das Protokollprofil ist nicht vollständig.</translation>
    </message>
    <message>
        <source>There is no free port on %1.</source>
        <translation>Auf %1 ist kein Port frei.</translation>
    </message>
    <message>
        <source>Port %1 on %2 cannot be opened: %3</source>
        <translation>Port %1 auf %2 kann nicht geöffnet werden: %3</translation>
    </message>
    <message>
        <source>The Modbus server is on, at port %1.</source>
        <translation>Der Modbus-Server ist eingeschaltet, auf Port %1.</translation>
    </message>
    <message>
        <source>The Modbus server is off, at port %1.</source>
        <translation>Der Modbus-Server ist ausgeschaltet, auf Port %1.</translation>
    </message>
    <message>
        <source>The gateway restarts.</source>
        <translation>Das Gateway startet neu.</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewayText</name>
    <message>
        <source>%1, serial number %2</source>
        <comment>address</comment>
        <translation>%1, Seriennummer %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>model, address</comment>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <source>%1 at %2, serial number %3</source>
        <comment>model, address</comment>
        <translation>%1 unter %2, Seriennummer %3</translation>
    </message>
    <message>
        <source>Everything else that the gateway reports about this setting is sent back unchanged; then the setting is read back and the port is tested from this computer.</source>
        <translation>Alles andere, was das Gateway zu dieser Einstellung meldet, wird unverändert zurückgesendet; danach wird die Einstellung zurückgelesen und der Port von diesem Computer aus getestet.</translation>
    </message>
    <message>
        <source>Turn on the Modbus TCP server?</source>
        <translation>Den Modbus-TCP-Server einschalten?</translation>
    </message>
    <message>
        <source>%1.

Modbus TCP has no password: while the server is on, every device on this network can read and control the plant.</source>
        <translation>%1.

Modbus TCP hat kein Passwort: Solange der Server eingeschaltet ist, kann jedes Gerät in diesem Netzwerk die Anlage lesen und steuern.</translation>
    </message>
    <message>
        <source>Sent to the gateway: Modbus TCP server on, port %1. %2</source>
        <translation>An das Gateway wird gesendet: Modbus-TCP-Server ein, Port %1. %2</translation>
    </message>
    <message>
        <source>Sent to the gateway: Modbus TCP server on. %1</source>
        <translation>An das Gateway wird gesendet: Modbus-TCP-Server ein. %1</translation>
    </message>
    <message>
        <source>&amp;Turn on</source>
        <translation>&amp;Einschalten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Turn off the Modbus TCP server?</source>
        <translation>Den Modbus-TCP-Server ausschalten?</translation>
    </message>
    <message>
        <source>%1.

This cuts off Home Assistant, evcc and everything else that reads or controls this plant through Modbus.</source>
        <translation>%1.

Das trennt Home Assistant, evcc und alles andere, was diese Anlage über Modbus liest oder steuert.</translation>
    </message>
    <message>
        <source>Sent to the gateway: Modbus TCP server off. %1</source>
        <translation>An das Gateway wird gesendet: Modbus-TCP-Server aus. %1</translation>
    </message>
    <message>
        <source>&amp;Turn off</source>
        <translation>A&amp;usschalten</translation>
    </message>
    <message>
        <source>Change the Modbus TCP port to %1?</source>
        <translation>Den Modbus-TCP-Port auf %1 ändern?</translation>
    </message>
    <message>
        <source>%1.

The server stays as it is; the port counts once it is on.</source>
        <translation>%1.

Der Server bleibt, wie er ist; der Port gilt, sobald er eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Sent to the gateway: port %1. %2</source>
        <translation>An das Gateway wird gesendet: Port %1. %2</translation>
    </message>
    <message>
        <source>Change &amp;port</source>
        <translation>&amp;Port ändern</translation>
    </message>
    <message>
        <source>Close during a change?</source>
        <translation>Während einer Änderung beenden?</translation>
    </message>
    <message>
        <source>A change of %1 is under way. If the program closes now, nobody reads back what it did: the server may be on or off.</source>
        <translation>Gerade läuft eine Änderung: %1. Wenn das Programm jetzt beendet wird, liest niemand zurück, was sie bewirkt hat: Der Server kann ein- oder ausgeschaltet sein.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Wait</source>
        <translation>&amp;Warten</translation>
    </message>
    <message>
        <source>The test of port %1 was cancelled.</source>
        <translation>Der Test von Port %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The setting of %1 was read back: the Modbus TCP server is on.</source>
        <translation>Die Einstellung von %1 wurde zurückgelesen: Der Modbus-TCP-Server ist eingeschaltet.</translation>
    </message>
    <message>
        <source>The setting of %1 was read back: the Modbus TCP server is off.</source>
        <translation>Die Einstellung von %1 wurde zurückgelesen: Der Modbus-TCP-Server ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Turn on the Modbus TCP server, at which port?</source>
        <translation>Den Modbus-TCP-Server einschalten – auf welchem Port?</translation>
    </message>
    <message>
        <source>Port %1 was entered, but not applied; the gateway has port %2. Sent to the gateway: Modbus TCP server on, with the port that you choose. %3</source>
        <translation>Port %1 wurde eingegeben, aber nicht übernommen; das Gateway hat Port %2. An das Gateway wird gesendet: Modbus-TCP-Server ein, mit dem Port, den Sie wählen. %3</translation>
    </message>
    <message>
        <source>&amp;Turn on at port %1</source>
        <translation>Auf Port %1 &amp;einschalten</translation>
    </message>
    <message>
        <source>Turn on at &amp;port %1</source>
        <translation>Auf &amp;Port %1 einschalten</translation>
    </message>
    <message>
        <source>%1.

This cuts off Home Assistant, evcc and everything else that reads or controls this plant through Modbus, until each is set to the new port.</source>
        <translation>%1.

Das trennt Home Assistant, evcc und alles andere, was diese Anlage über Modbus liest oder steuert, bis dort jeweils der neue Port eingestellt ist.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>Geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>Switch the Modbus TCP server off and on again?</source>
        <translation>Den Modbus-TCP-Server aus- und wieder einschalten?</translation>
    </message>
    <message>
        <source>Sent to the gateway: Modbus TCP server off, and when that was read back, on again. %1</source>
        <translation>An das Gateway wird gesendet: Modbus-TCP-Server aus und, sobald das zurückgelesen ist, wieder ein. %1</translation>
    </message>
    <message>
        <source>&amp;Switch off and on</source>
        <translation>Aus- und &amp;einschalten</translation>
    </message>
    <message>
        <source>Looking for this gateway at its network&apos;s other addresses…</source>
        <translation>Dieses Gateway wird unter den anderen Adressen seines Netzwerks gesucht…</translation>
    </message>
    <message>
        <source>%1 of %2 addresses</source>
        <comment>searched</comment>
        <translation>%1 von %2 Adressen</translation>
    </message>
    <message>
        <source>No other address answers with this gateway&apos;s serial number.</source>
        <translation>Keine andere Adresse antwortet mit der Seriennummer dieses Gateways.</translation>
    </message>
    <message>
        <source>The gateway&apos;s other addresses can&apos;t be searched from here.</source>
        <translation>Die anderen Adressen des Gateways lassen sich von hier aus nicht durchsuchen.</translation>
    </message>
    <message>
        <source>%1.

This cuts off Home Assistant, evcc and everything else that reads or controls this plant through Modbus, for about half a minute. If the gateway fails in between, the server may stay off; this window then says so.</source>
        <translation>%1.

Das trennt Home Assistant, evcc und alles andere, was diese Anlage über Modbus liest oder steuert, für etwa eine halbe Minute. Fällt das Gateway dazwischen aus, bleibt der Server vielleicht ausgeschaltet; dieses Fenster sagt es dann.</translation>
    </message>
    <message>
        <source>This computer is not in the gateway&apos;s network, or the network is too large.</source>
        <translation>Dieser Computer ist nicht im Netzwerk des Gateways, oder das Netzwerk ist zu groß.</translation>
    </message>
    <message>
        <source>The gateway is spoken to as the profile “%1” says, which is not built in. With a yes you also accept its requests to this gateway:</source>
        <translation>Mit dem Gateway wird gesprochen, wie es das Profil „%1“ vorgibt, das nicht eingebaut ist. Wenn Sie zustimmen, akzeptieren Sie auch dessen Anfragen an dieses Gateway:</translation>
    </message>
    <message>
        <source>Keep Modbus TCP on?</source>
        <translation>Modbus TCP eingeschaltet halten?</translation>
    </message>
    <message>
        <source>%1.

This window looks at the Modbus port every %2. Where the server was switched off, it signs in, switches it on again and verifies it: at most 6 times an hour, and not against somebody who switches it off again and again.</source>
        <comment>a gateway, 30 s</comment>
        <translation>%1.

Dieses Fenster prüft alle %2 den Modbus-Port. Wurde der Server ausgeschaltet, meldet es sich an, schaltet ihn wieder ein und prüft das nach: höchstens 6-mal pro Stunde, und nicht gegen jemanden, der ihn immer wieder ausschaltet.</translation>
    </message>
    <message>
        <source>Sent to the gateway, whenever it is off: Modbus TCP server on. %1</source>
        <translation>An das Gateway wird gesendet, wann immer der Server ausgeschaltet ist: Modbus-TCP-Server ein. %1</translation>
    </message>
    <message>
        <source>&amp;Keep it on</source>
        <translation>&amp;Eingeschaltet halten</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewayView</name>
    <message>
        <source>Live values</source>
        <translation>Livewerte</translation>
    </message>
    <message>
        <source>Connect your system</source>
        <translation>System anbinden</translation>
    </message>
    <message>
        <source>Protocol log</source>
        <translation>Protokoll der Verbindung</translation>
    </message>
    <message>
        <source>More about this gateway</source>
        <translation>Mehr zu diesem Gateway</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Keep it on</source>
        <translation>Eingeschaltet halten</translation>
    </message>
</context>
<context>
    <name>Sigen::Guidance</name>
    <message>
        <source>The Modbus TCP server can also be switched on in the vendor&apos;s app. Where the entry is depends on the app&apos;s version, the region and the account&apos;s role.</source>
        <translation>Der Modbus-TCP-Server lässt sich auch in der App des Herstellers einschalten. Wo der Eintrag ist, hängt von der Version der App, der Region und der Rolle des Kontos ab.</translation>
    </message>
    <message>
        <source>Owner&apos;s account</source>
        <translation>Konto des Eigentümers</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>System Settings</source>
        <translation>Systemeinstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Modbus TCP Server Settings</source>
        <translation>Modbus-TCP-Server-Einstellungen</translation>
    </message>
    <message>
        <source>Seen in one place only. If the entry is missing, the account needs installer rights: ask your installer.</source>
        <translation>Nur an einer Stelle gesehen. Fehlt der Eintrag, braucht das Konto Installateurrechte: Fragen Sie Ihren Installateur.</translation>
    </message>
    <message>
        <source>Installer&apos;s account</source>
        <translation>Konto des Installateurs</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Kommunikation</translation>
    </message>
    <message>
        <source>Modbus TCP Server</source>
        <translation>Modbus-TCP-Server</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Nothing is stored before Save is pressed.</source>
        <translation>Es wird nichts gespeichert, bevor „Speichern“ gedrückt ist.</translation>
    </message>
    <message>
        <source>The IP address that the app shows is often not the one on your network: use the router&apos;s list of devices, or a scan.</source>
        <translation>Die IP-Adresse, die die App anzeigt, ist oft nicht die in Ihrem Netzwerk: Nehmen Sie die Geräteliste des Routers oder eine Suche.</translation>
    </message>
    <message>
        <source>A firmware update can switch the server off again.</source>
        <translation>Ein Firmware-Update kann den Server wieder ausschalten.</translation>
    </message>
    <message>
        <source>Some firmware only lets listed clients in: have the address of the computer that reads the plant added to the list.</source>
        <translation>Manche Firmware lässt nur eingetragene Clients zu: Lassen Sie die Adresse des Computers, der die Anlage liest, in die Liste aufnehmen.</translation>
    </message>
    <message>
        <source>Modbus TCP has no password: anyone on the network can read and control the plant.</source>
        <translation>Modbus TCP hat kein Passwort: Jeder im Netzwerk kann die Anlage lesen und steuern.</translation>
    </message>
    <message>
        <source>Afterwards, test the port here; that works without signing in.</source>
        <translation>Testen Sie danach hier den Port; das geht ohne Anmeldung.</translation>
    </message>
    <message>
        <source>Please switch on the Modbus TCP server of my SigenEnergy system</source>
        <translation>Bitte den Modbus-TCP-Server meiner SigenEnergy-Anlage einschalten</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Serial number: %1</source>
        <translation>Seriennummer: %1</translation>
    </message>
    <message>
        <source>Address on my network: %1</source>
        <translation>Adresse in meinem Netzwerk: %1</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Guten Tag,</translation>
    </message>
    <message>
        <source>I would like to read my SigenEnergy system from my own network through Modbus TCP. Could you please switch its Modbus TCP server on, on port %1?</source>
        <translation>ich möchte meine SigenEnergy-Anlage aus meinem eigenen Netzwerk über Modbus TCP auslesen. Könnten Sie bitte ihren Modbus-TCP-Server einschalten, auf Port %1?</translation>
    </message>
    <message>
        <source>In the installer&apos;s app: Device → Settings → Communication → Modbus TCP Server, then Save. If the firmware has a list of permitted clients, please leave it open for my network or tell me which address you need. Please leave protections against a loss of communication as they are.</source>
        <translation>In der App für Installateure: Gerät → Einstellungen → Kommunikation → Modbus-TCP-Server, dann Speichern. Falls die Firmware eine Liste zugelassener Clients hat, lassen Sie diese bitte für mein Netzwerk offen oder nennen Sie mir die Adresse, die Sie brauchen. Schutzeinstellungen gegen einen Ausfall der Kommunikation lassen Sie bitte, wie sie sind.</translation>
    </message>
    <message>
        <source>I know that Modbus TCP has no password and that a firmware update may switch the server off again.</source>
        <translation>Mir ist bekannt, dass Modbus TCP kein Passwort hat und dass ein Firmware-Update den Server wieder ausschalten kann.</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Vielen Dank!</translation>
    </message>
    <message>
        <source>The company that installed my SigenEnergy system can&apos;t be reached any more, and my owner&apos;s account does not let me switch on the system&apos;s Modbus TCP server. I would like to read the system from my own network through it.</source>
        <translation>die Firma, die meine SigenEnergy-Anlage installiert hat, ist nicht mehr erreichbar, und mit meinem Eigentümerkonto kann ich den Modbus-TCP-Server der Anlage nicht einschalten. Über ihn möchte ich die Anlage aus meinem eigenen Netzwerk auslesen.</translation>
    </message>
    <message>
        <source>Could you please do one of these?
• switch the Modbus TCP server on, on port %1,
• give my account the right to do so, or
• name a company that can take over the system.</source>
        <translation>Könnten Sie bitte eines davon tun?
• den Modbus-TCP-Server einschalten, auf Port %1,
• meinem Konto das Recht dazu geben oder
• eine Firma nennen, die die Anlage übernehmen kann.</translation>
    </message>
    <message>
        <source>I can send proof that the system is mine. Please tell me what you need.</source>
        <translation>Dass die Anlage mir gehört, kann ich nachweisen. Bitte teilen Sie mir mit, was Sie dafür brauchen.</translation>
    </message>
    <message>
        <source>My installer can&apos;t be reached: please switch on the Modbus TCP server of my system</source>
        <translation>Mein Installateur ist nicht erreichbar: Bitte den Modbus-TCP-Server meiner Anlage einschalten</translation>
    </message>
</context>
<context>
    <name>Sigen::GuidanceDialog</name>
    <message>
        <source>Where the switch is in the app</source>
        <translation>Wo der Schalter in der App ist</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
</context>
<context>
    <name>Sigen::Handover</name>
    <message>
        <source>%1 uses port %2 only, but the gateway&apos;s Modbus port is %3: change the gateway&apos;s port.</source>
        <translation>%1 verwendet nur Port %2, aber der Modbus-Port des Gateways ist %3: Ändern Sie den Port des Gateways.</translation>
    </message>
    <message>
        <source>Whether a plant answers at this address was not tested.</source>
        <translation>Ob unter dieser Adresse eine Anlage antwortet, wurde nicht getestet.</translation>
    </message>
    <message>
        <source>Port %1 is forwarded to the gateway by a router; within the gateway&apos;s own network the port is different.</source>
        <translation>Port %1 leitet ein Router an das Gateway weiter; im eigenen Netzwerk des Gateways ist es ein anderer Port.</translation>
    </message>
    <message>
        <source>Unit id %1 did not answer as the plant. Tools that need it will not work until it does.</source>
        <translation>Unit-ID %1 hat nicht als Anlage geantwortet. Programme, die sie brauchen, funktionieren erst, wenn sie es tut.</translation>
    </message>
    <message>
        <source>The inverter&apos;s unit id %1 is assumed, because no inverter reported its own.</source>
        <translation>Die Unit-ID %1 des Wechselrichters ist angenommen, weil kein Wechselrichter seine eigene gemeldet hat.</translation>
    </message>
    <message>
        <source>The same device answers on every unit id. It is listed once; chargers and other inverters can&apos;t be distinguished.</source>
        <translation>Unter jeder Unit-ID antwortet dasselbe Gerät. Es ist nur einmal aufgeführt; Ladestationen und weitere Wechselrichter lassen sich nicht unterscheiden.</translation>
    </message>
    <message>
        <source>These unit ids belong to a device that is already listed: %1.</source>
        <translation>Diese Unit-IDs gehören zu einem Gerät, das schon aufgeführt ist: %1.</translation>
    </message>
    <message>
        <source>The connection was lost before these unit ids had answered: %1.</source>
        <translation>Die Verbindung ging verloren, bevor diese Unit-IDs geantwortet hatten: %1.</translation>
    </message>
    <message>
        <source>Not every unit id was scanned: other inverters and chargers have ids of their own.</source>
        <translation>Nicht jede Unit-ID wurde abgefragt: Weitere Wechselrichter und Ladestationen haben eigene IDs.</translation>
    </message>
    <message>
        <source>Chargers were not scanned for.</source>
        <translation>Nach Ladestationen wurde nicht gesucht.</translation>
    </message>
</context>
<context>
    <name>Sigen::HostText</name>
    <message>
        <source>Sign-in %1</source>
        <translation>Anmeldung %1</translation>
    </message>
    <message>
        <source>The gateway&apos;s sign-in answers on port %1.</source>
        <translation>Die Anmeldung des Gateways antwortet auf Port %1.</translation>
    </message>
    <message>
        <source>%1 open</source>
        <comment>a port</comment>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>Port %1 accepts connections.</source>
        <translation>Port %1 nimmt Verbindungen an.</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <comment>a port</comment>
        <translation>%1 stumm</translation>
    </message>
    <message>
        <source>Port %1 accepts connections, but does not answer.</source>
        <translation>Port %1 nimmt Verbindungen an, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <comment>a port</comment>
        <translation>%1 geschlossen</translation>
    </message>
    <message>
        <source>Port %1 refuses connections.</source>
        <translation>Port %1 lehnt Verbindungen ab.</translation>
    </message>
    <message>
        <source>%1 no answer</source>
        <comment>a port</comment>
        <translation>%1 keine Antwort</translation>
    </message>
    <message>
        <source>Port %1 does not answer.</source>
        <translation>Port %1 antwortet nicht.</translation>
    </message>
    <message>
        <source>Modbus %1</source>
        <translation>Modbus %1</translation>
    </message>
    <message>
        <source>A Sigenergy plant answers through Modbus on port %1.</source>
        <translation>Auf Port %1 antwortet eine Sigenergy-Anlage über Modbus.</translation>
    </message>
    <message>
        <source>Was on when last seen</source>
        <translation>War zuletzt an</translation>
    </message>
    <message>
        <source>Its Modbus TCP server was on when it was last read.</source>
        <translation>Sein Modbus-TCP-Server war eingeschaltet, als er zuletzt gelesen wurde.</translation>
    </message>
    <message>
        <source>Was off when last seen</source>
        <translation>War zuletzt aus</translation>
    </message>
    <message>
        <source>Its Modbus TCP server was off when it was last read.</source>
        <translation>Sein Modbus-TCP-Server war ausgeschaltet, als er zuletzt gelesen wurde.</translation>
    </message>
    <message>
        <source>Demo gateway</source>
        <translation>Demo-Gateway</translation>
    </message>
    <message>
        <source>Sigenergy gateway</source>
        <translation>Sigenergy-Gateway</translation>
    </message>
    <message>
        <source>Possible gateway</source>
        <translation>Mögliches Gateway</translation>
    </message>
    <message>
        <source>Being asked…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Answers on %1, not a gateway</source>
        <translation>Antwortet auf %1, kein Gateway</translation>
    </message>
    <message>
        <source>Port %1 is open; nothing says what it is</source>
        <translation>Port %1 ist offen; nichts sagt, was es ist</translation>
    </message>
    <message>
        <source>Answers; nothing says what it is</source>
        <translation>Antwortet; nichts sagt, was es ist</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>address, serial number or MAC</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <comment>3 d</comment>
        <translation>gesehen %1</translation>
    </message>
    <message>
        <source>Was on, is off now</source>
        <translation>War an, ist jetzt aus</translation>
    </message>
    <message>
        <source>Its Modbus TCP server was on in an earlier session and is off now.</source>
        <translation>Sein Modbus-TCP-Server war in einer früheren Sitzung eingeschaltet und ist jetzt ausgeschaltet.</translation>
    </message>
    <message>
        <source>Modbus off</source>
        <translation>Modbus aus</translation>
    </message>
    <message>
        <source>Its Modbus TCP server is off, as read from the gateway.</source>
        <translation>Sein Modbus-TCP-Server ist ausgeschaltet, wie vom Gateway gelesen.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Simulated on this computer; nothing on the network is contacted.</source>
        <translation>Auf diesem Computer simuliert; im Netzwerk wird nichts angesprochen.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Abfrage…</translation>
    </message>
    <message>
        <source>It is being asked right now.</source>
        <translation>Wird gerade gefragt.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>Unter dieser Adresse antwortet nichts.</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>Host name: %1</source>
        <translation>Hostname: %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Firmware: %1</source>
        <translation>Firmware: %1</translation>
    </message>
    <message>
        <source>Serial number: %1</source>
        <translation>Seriennummer: %1</translation>
    </message>
    <message>
        <source>MAC address: %1</source>
        <translation>MAC-Adresse: %1</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <comment>title, address, states</comment>
        <translation>%1, %2. %3</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>Added by address</source>
        <translation>Per Adresse hinzugefügt</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Mögliche Gateways</translation>
    </message>
    <message>
        <source>Other devices</source>
        <translation>Andere Geräte</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>vor %1 Tg.</translation>
    </message>
    <message>
        <source>Name not found</source>
        <translation>Name nicht gefunden</translation>
    </message>
    <message>
        <source>Refuses connections</source>
        <translation>Lehnt Verbindungen ab</translation>
    </message>
    <message>
        <source>State unknown</source>
        <translation>Zustand unbekannt</translation>
    </message>
    <message>
        <source>A change was sent to it, and what it did could not be read back.</source>
        <translation>Eine Änderung wurde gesendet, ihre Wirkung konnte aber nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>No device on this network is known under this name.</source>
        <translation>In diesem Netzwerk ist kein Gerät unter diesem Namen bekannt.</translation>
    </message>
    <message>
        <source>Another device</source>
        <translation>Anderes Gerät</translation>
    </message>
    <message>
        <source>Another device was seen at this address.</source>
        <translation>An dieser Adresse wurde ein anderes Gerät gesehen.</translation>
    </message>
    <message>
        <source>%1 no usable answer</source>
        <comment>a port</comment>
        <translation>%1 keine brauchbare Antwort</translation>
    </message>
    <message>
        <source>Port %1 accepts connections, but gives no usable Modbus answer.</source>
        <translation>Port %1 nimmt Verbindungen an, gibt aber keine brauchbare Modbus-Antwort.</translation>
    </message>
    <message>
        <source>%1 another device</source>
        <comment>a port</comment>
        <translation>%1 anderes Gerät</translation>
    </message>
    <message>
        <source>What answers on port %1 is not a Sigenergy plant.</source>
        <translation>Was auf Port %1 antwortet, ist keine Sigenergy-Anlage.</translation>
    </message>
    <message>
        <source>Modbus on</source>
        <translation>Modbus an</translation>
    </message>
    <message>
        <source>Its Modbus TCP server is on, as read from the gateway.</source>
        <translation>Sein Modbus-TCP-Server ist eingeschaltet, wie vom Gateway gelesen.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>title, address</comment>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <source>Port %1 is another device&apos;s</source>
        <translation>Port %1 gehört zu einem anderen Gerät</translation>
    </message>
    <message>
        <source>%1 addresses</source>
        <translation>%1 Adressen</translation>
    </message>
    <message>
        <source>It also answers at %1.</source>
        <translation>Es antwortet auch unter %1.</translation>
    </message>
    <message>
        <source>seen before</source>
        <translation>früher gesehen</translation>
    </message>
    <message>
        <source>No sign-in</source>
        <translation>Keine Anmeldung</translation>
    </message>
    <message>
        <source>Port %1 accepts no connections: this program can&apos;t sign in there.</source>
        <translation>Port %1 nimmt keine Verbindungen an: Dieses Programm kann sich dort nicht anmelden.</translation>
    </message>
    <message>
        <source>Kept on</source>
        <translation>Bleibt an</translation>
    </message>
    <message>
        <source>This computer keeps its Modbus TCP server on.</source>
        <translation>Dieser Computer hält seinen Modbus-TCP-Server eingeschaltet.</translation>
    </message>
</context>
<context>
    <name>Sigen::HtmlText</name>
    <message>
        <source>The reads of the link test</source>
        <translation>Die Abfragen des Verbindungstests</translation>
    </message>
    <message>
        <source>PV</source>
        <translation>PV</translation>
    </message>
    <message>
        <source>Consumption</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Battery (right: charging)</source>
        <translation>Batterie (rechts: Laden)</translation>
    </message>
    <message>
        <source>Grid (right: import)</source>
        <translation>Netz (rechts: Bezug)</translation>
    </message>
    <message>
        <source>The plant&apos;s powers</source>
        <translation>Die Leistungen der Anlage</translation>
    </message>
    <message>
        <source>To fill in</source>
        <translation>Zum Ausfüllen</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Installer</source>
        <translation>Installateur</translation>
    </message>
    <message>
        <source>Date and signature</source>
        <translation>Datum und Unterschrift</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>What is switched on</source>
        <translation>Was eingeschaltet ist</translation>
    </message>
    <message>
        <source>Modbus TCP server</source>
        <translation>Modbus-TCP-Server</translation>
    </message>
    <message>
        <source>The setting was not read.</source>
        <translation>Die Einstellung wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Modbus answered</source>
        <translation>Modbus hat geantwortet</translation>
    </message>
    <message>
        <source>Unit ids</source>
        <translation>Unit-IDs</translation>
    </message>
    <message>
        <source>Modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>No plant has answered yet.</source>
        <translation>Bisher hat keine Anlage geantwortet.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>For the program that reads the plant</source>
        <translation>Für das Programm, das die Anlage liest</translation>
    </message>
    <message>
        <source>The plant at %1</source>
        <translation>Die Anlage unter %1</translation>
    </message>
    <message>
        <source>Modbus TCP at the Sigenergy system: commissioning</source>
        <translation>Modbus TCP am Sigenergy-System: Inbetriebnahme</translation>
    </message>
    <message>
        <source>Modbus TCP has no password: anyone on this network can read and control the plant. Made with Sigen Modbus %1.</source>
        <translation>Modbus TCP hat kein Passwort: Jeder in diesem Netzwerk kann die Anlage lesen und steuern. Erstellt mit Sigen Modbus %1.</translation>
    </message>
</context>
<context>
    <name>Sigen::ImportText</name>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used, line %2: %3</source>
        <translation>%1 ist nicht verwendbar, Zeile %2: %3</translation>
    </message>
    <message>
        <source>The profile is complete, as far as one capture can tell. Choose it under Advanced when you sign in. It holds no password, token or serial number; the capture does.</source>
        <translation>Das Profil ist vollständig, soweit eine einzige Aufzeichnung das zeigen kann. Wählen Sie es bei der Anmeldung unter „Erweitert“. Es enthält kein Passwort, kein Token und keine Seriennummer; die Aufzeichnung schon.</translation>
    </message>
    <message numerus="yes">
        <source>The profile leaves %n thing(s) open, and nothing is sent with it until they are settled in its file:</source>
        <translation>
            <numerusform>Das Profil lässt %n Punkt offen; solange er in seiner Datei nicht geklärt ist, wird damit nichts gesendet:</numerusform>
            <numerusform>Das Profil lässt %n Punkte offen; solange sie in seiner Datei nicht geklärt sind, wird damit nichts gesendet:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::KeepOn</name>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Without a sign-in it only looks: it can&apos;t switch anything on, but tells when the server has gone, and shows the way through the app.</source>
        <translation>Ohne Anmeldung wird nur geprüft: Einschalten ist dann nicht möglich, aber Sie erfahren, wenn der Server weg ist, und sehen den Weg über die App.</translation>
    </message>
    <message>
        <source>If it was switched off, it is switched on again and verified, at most 6 times an hour.</source>
        <translation>Wurde der Server ausgeschaltet, wird er wieder eingeschaltet und geprüft, höchstens 6-mal pro Stunde.</translation>
    </message>
    <message>
        <source>Waiting for the keychain, which may be asking to be unlocked.</source>
        <translation>Warten auf den Schlüsselbund; vielleicht muss er entsperrt werden.</translation>
    </message>
    <message>
        <source>Looking now…</source>
        <translation>Wird gerade geprüft…</translation>
    </message>
    <message>
        <source>Next look in %1 s.</source>
        <translation>Nächste Prüfung in %1 s.</translation>
    </message>
    <message>
        <source>Next look in %1 min.</source>
        <translation>Nächste Prüfung in %1 min.</translation>
    </message>
    <message>
        <source>Port %1 refuses connections: the server is probably off.</source>
        <translation>Port %1 lehnt Verbindungen ab: Der Server ist wahrscheinlich ausgeschaltet.</translation>
    </message>
    <message>
        <source>The password is not saved, so sign in again after the next start of this window.</source>
        <translation>Das Passwort ist nicht gespeichert; melden Sie sich daher nach dem nächsten Start dieses Fensters wieder an.</translation>
    </message>
    <message>
        <source>The gateway refused the sign-in, so it is no longer kept on: another try could lock the account. Sign in with the right password, then switch this on again.</source>
        <translation>Das Gateway hat die Anmeldung abgelehnt, daher wird sein Server nicht mehr eingeschaltet gehalten: Ein weiterer Versuch könnte das Konto sperren. Melden Sie sich mit dem richtigen Passwort an, und schalten Sie dies dann wieder ein.</translation>
    </message>
    <message>
        <source>The demo gateway is there only while this window is open, so it is not kept on.</source>
        <translation>Das Demo-Gateway gibt es nur, solange dieses Fenster offen ist; daher wird es nicht eingeschaltet gehalten.</translation>
    </message>
    <message>
        <source>Looks at port %1 every %2.</source>
        <translation>Prüft Port %1 alle %2.</translation>
    </message>
    <message>
        <source>Switching it on again needs the password, which is not at hand. Sign in, and it is kept on from then on.</source>
        <translation>Zum Wiedereinschalten ist das Passwort nötig, das gerade fehlt. Melden Sie sich an; von da an wird der Server eingeschaltet gehalten.</translation>
    </message>
    <message>
        <source>Looking whether another program keeps it on…</source>
        <translation>Es wird geprüft, ob ein anderes Programm den Server eingeschaltet hält…</translation>
    </message>
    <message>
        <source>The background service of your account keeps it on. Switching this off removes the service, too.</source>
        <translation>Der Hintergrunddienst Ihres Kontos hält den Server eingeschaltet. Wenn Sie dies ausschalten, wird auch der Dienst entfernt.</translation>
    </message>
    <message>
        <source>Another program of your account (process %1) keeps it on. This window only shows what it sees.</source>
        <translation>Ein anderes Programm Ihres Kontos (Prozess %1) hält den Server eingeschaltet. Dieses Fenster zeigt nur, was es sieht.</translation>
    </message>
    <message>
        <source>It can&apos;t be kept on: %1</source>
        <comment>a sentence</comment>
        <translation>Der Server kann nicht eingeschaltet gehalten werden: %1</translation>
    </message>
    <message>
        <source>looks every %1 and switches it on again</source>
        <comment>30 s</comment>
        <translation>prüft alle %1 und schaltet den Server wieder ein</translation>
    </message>
    <message>
        <source>needs your sign-in</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>kept on by another program</source>
        <translation>von einem anderen Programm eingeschaltet gehalten</translation>
    </message>
    <message>
        <source>on</source>
        <comment>the Modbus server</comment>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>off</source>
        <comment>the Modbus server</comment>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>sign-in refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>probably off</source>
        <translation>wahrscheinlich ausgeschaltet</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>Sigen::KeepOnController</name>
    <message>
        <source>The history was not saved: %1</source>
        <comment>a sentence</comment>
        <translation>Der Verlauf wurde nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Its profile is another one than the one that was accepted. Switch this on again to see what would be sent.</source>
        <translation>Sein Profil ist ein anderes als das, das akzeptiert wurde. Schalten Sie dies wieder ein, um zu sehen, was gesendet würde.</translation>
    </message>
</context>
<context>
    <name>Sigen::KeepOnHistory</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>The keychain did not give the password.</source>
        <translation>Der Schlüsselbund hat das Passwort nicht herausgegeben.</translation>
    </message>
    <message>
        <source>firmware %1 → %2</source>
        <translation>Firmware %1 → %2</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>a moment, a time of day</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Not kept on any more</source>
        <translation>Wird nicht mehr eingeschaltet gehalten</translation>
    </message>
    <message>
        <source>Switched off once more: not kept on any more</source>
        <translation>Erneut ausgeschaltet: wird nicht mehr eingeschaltet gehalten</translation>
    </message>
    <message>
        <source>by somebody or another program</source>
        <translation>von jemandem oder einem anderen Programm</translation>
    </message>
    <message>
        <source>Turned off: not kept on any more</source>
        <translation>Ausgeschaltet: wird nicht mehr eingeschaltet gehalten</translation>
    </message>
    <message>
        <source>The gateway says on, not proved for %1</source>
        <translation>Laut Gateway eingeschaltet, %1 lang nicht nachgewiesen</translation>
    </message>
    <message>
        <source>The gateway says on, not proved</source>
        <translation>Laut Gateway eingeschaltet, nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Keeping on since</source>
        <translation>Seitdem eingeschaltet gehalten</translation>
    </message>
    <message>
        <source>Another firmware, still on</source>
        <translation>Andere Firmware, weiterhin eingeschaltet</translation>
    </message>
    <message>
        <source>On again, by somebody else</source>
        <translation>Von jemand anderem wieder eingeschaltet</translation>
    </message>
    <message>
        <source>checked every %1</source>
        <comment>30 s</comment>
        <translation>alle %1 geprüft</translation>
    </message>
    <message>
        <source>It was off: switched on again, verified</source>
        <translation>War ausgeschaltet: wieder eingeschaltet, bestätigt</translation>
    </message>
    <message>
        <source>It was off: switched on again, not verified</source>
        <translation>War ausgeschaltet: wieder eingeschaltet, nicht bestätigt</translation>
    </message>
    <message>
        <source>Off, and not switched on for %1</source>
        <translation>Ausgeschaltet, %1 lang nicht wieder eingeschaltet</translation>
    </message>
    <message>
        <source>Off, and not switched on</source>
        <translation>Ausgeschaltet, nicht wieder eingeschaltet</translation>
    </message>
    <message>
        <source>switched on at most 6 times an hour</source>
        <translation>wird höchstens 6-mal pro Stunde eingeschaltet</translation>
    </message>
    <message>
        <source>Not reachable, %1</source>
        <translation>Nicht erreichbar, %1</translation>
    </message>
    <message>
        <source>Not reachable since then</source>
        <translation>Seitdem nicht erreichbar</translation>
    </message>
    <message>
        <source>came back by itself, still on</source>
        <translation>kam von selbst zurück, weiterhin eingeschaltet</translation>
    </message>
    <message>
        <source>it was off when it came back</source>
        <translation>war ausgeschaltet, als es zurückkam</translation>
    </message>
    <message>
        <source>Not known for %1</source>
        <translation>%1 lang nicht bekannt</translation>
    </message>
    <message>
        <source>Not known since then</source>
        <translation>Seitdem nicht bekannt</translation>
    </message>
    <message>
        <source>The port refused, probably off, %1</source>
        <translation>Port lehnte ab, wahrscheinlich ausgeschaltet, %1</translation>
    </message>
    <message>
        <source>The port refuses: probably off</source>
        <translation>Port lehnt ab: wahrscheinlich ausgeschaltet</translation>
    </message>
    <message>
        <source>Nobody looked, %1</source>
        <translation>Niemand hat geprüft, %1</translation>
    </message>
    <message>
        <source>Nobody has looked since then</source>
        <translation>Seitdem hat niemand geprüft</translation>
    </message>
    <message>
        <source>the computer slept, or the program was not running</source>
        <translation>der Computer schlief, oder das Programm lief nicht</translation>
    </message>
    <message>
        <source>nobody has looked</source>
        <translation>niemand hat geprüft</translation>
    </message>
    <message>
        <source>on %1 % of the time</source>
        <comment>97.8</comment>
        <translation>zu %1 % der Zeit eingeschaltet</translation>
    </message>
    <message>
        <source>%1, mended once</source>
        <comment>on 97.8 % of the time</comment>
        <translation>%1, einmal wieder eingeschaltet</translation>
    </message>
    <message>
        <source>%1, mended %2 times</source>
        <comment>on 97.8 % of the time</comment>
        <translation>%1, %2-mal wieder eingeschaltet</translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>a time of day</comment>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>a time of day</comment>
        <translation>gestern %1</translation>
    </message>
</context>
<context>
    <name>Sigen::KeepOnOffer</name>
    <message>
        <source>Keep it on from now on</source>
        <translation>Ab jetzt eingeschaltet halten</translation>
    </message>
    <message>
        <source>Keep the Modbus TCP server on</source>
        <translation>Den Modbus-TCP-Server eingeschaltet halten</translation>
    </message>
</context>
<context>
    <name>Sigen::KeepOnTab</name>
    <message>
        <source>Keep the Modbus TCP server on</source>
        <translation>Den Modbus-TCP-Server eingeschaltet halten</translation>
    </message>
    <message>
        <source>Keep it on</source>
        <translation>Eingeschaltet halten</translation>
    </message>
    <message>
        <source>Look e&amp;very</source>
        <translation>Prüfen a&amp;lle</translation>
    </message>
    <message>
        <source>How often it is looked at</source>
        <translation>Wie oft geprüft wird</translation>
    </message>
    <message>
        <source>When it was on</source>
        <translation>Wann der Server eingeschaltet war</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Nothing was seen yet. What happens from the first look on stands here: when it was on, off or not reachable, and when it was switched on again.</source>
        <translation>Bisher wurde nichts gesehen. Ab der ersten Prüfung steht hier, was geschieht: wann der Server eingeschaltet, ausgeschaltet oder nicht erreichbar war und wann er wieder eingeschaltet wurde.</translation>
    </message>
    <message>
        <source>What happened, the newest first</source>
        <translation>Was geschehen ist, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Also when this &amp;window is closed</source>
        <translation>Auch bei geschlossenem &amp;Fenster</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>Angezeigter Zeitraum</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Save &amp;history…</source>
        <translation>&amp;Verlauf speichern…</translation>
    </message>
    <message>
        <source>Save the history</source>
        <translation>Verlauf speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv);;Lines of JSON (*.jsonl)</source>
        <translation>Tabellen (*.csv);;JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
</context>
<context>
    <name>Sigen::LayerText</name>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two of a list of titles</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Sigen::LetterDialog</name>
    <message>
        <source>Letter</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;An</translation>
    </message>
    <message>
        <source>my installer</source>
        <translation>meinen Installateur</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>&amp;Betreff</translation>
    </message>
    <message>
        <source>Copy su&amp;bject</source>
        <translation>B&amp;etreff kopieren</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Nachricht</translation>
    </message>
    <message>
        <source>&amp;Copy message</source>
        <translation>Nachricht &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Save the message</source>
        <translation>Nachricht speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>Textdateien (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Sigenergy&apos;s support: my installer can&apos;t be reached</source>
        <translation>den Sigenergy-Support; mein Installateur ist nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>Sigen::LiveValuesController</name>
    <message>
        <source>%1: %2</source>
        <comment>quantity, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>quantity, value, note</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>charging with %1</source>
        <translation>lädt mit %1</translation>
    </message>
    <message>
        <source>discharging with %1</source>
        <translation>entlädt mit %1</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>in Ruhe</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batterie</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>and %1 from other inverters</source>
        <translation>und %1 von anderen Wechselrichtern</translation>
    </message>
    <message>
        <source>Solar</source>
        <translation>Solar</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>no grid sensor connected</source>
        <translation>kein Netzsensor verbunden</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>on or off grid, work mode</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Plant: %1, %2</source>
        <translation>Anlage: %1, %2</translation>
    </message>
    <message>
        <source>Plant: %1, %2. Alarms: %3</source>
        <translation>Anlage: %1, %2. Alarme: %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what to do</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Not started. The values are read from the plant through Modbus.</source>
        <translation>Nicht gestartet. Die Werte werden über Modbus von der Anlage gelesen.</translation>
    </message>
    <message>
        <source>Stopped. Last values of %1</source>
        <translation>Angehalten. Letzte Werte von %1</translation>
    </message>
    <message>
        <source>Paused while it can&apos;t be seen</source>
        <translation>Pausiert, solange die Werte nicht zu sehen sind</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Updated %1 · every %2 s</source>
        <translation>Aktualisiert um %1 · alle %2 s</translation>
    </message>
    <message>
        <source>Of %1 polls %2 had late replies and %3 brought none; a cable is steadier than Wi-Fi.</source>
        <translation>Von %1 Abfragen wurden %2 verspätet und %3 gar nicht beantwortet; ein Kabel ist zuverlässiger als WLAN.</translation>
    </message>
    <message>
        <source>to the grid</source>
        <translation>Einspeisung</translation>
    </message>
    <message>
        <source>from the grid</source>
        <translation>Netzbezug</translation>
    </message>
    <message>
        <source>Paused while the diagnosis runs</source>
        <translation>Pausiert, solange die Diagnose läuft</translation>
    </message>
</context>
<context>
    <name>Sigen::LiveValuesTab</name>
    <message>
        <source>Reads battery, solar, grid and plant state every 5 s through Modbus TCP. The connection is closed between two readings, so other programs get their turn.</source>
        <translation>Liest Batterie, Solar, Netz und Zustand der Anlage alle 5 s über Modbus TCP. Zwischen zwei Abfragen ist die Verbindung geschlossen, damit andere Programme an die Reihe kommen.</translation>
    </message>
    <message>
        <source>Start &amp;reading</source>
        <translation>&amp;Lesen starten</translation>
    </message>
    <message>
        <source>Stop &amp;reading</source>
        <translation>&amp;Lesen anhalten</translation>
    </message>
</context>
<context>
    <name>Sigen::MainMenu</name>
    <message>
        <source>Test port</source>
        <translation>Port testen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>&amp;Gateway</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Add a gateway by its address…</source>
        <translation>Gateway per Adresse &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Import saved gateways…</source>
        <translation>Gespeicherte Gateways &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Export saved gateways…</source>
        <translation>Gespeicherte Gateways &amp;exportieren…</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>Be&amp;richt speichern…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>&amp;Anmelden…</translation>
    </message>
    <message>
        <source>Turn Modbus TCP &amp;on…</source>
        <translation>Modbus TCP &amp;einschalten…</translation>
    </message>
    <message>
        <source>Turn Modbus TCP o&amp;ff…</source>
        <translation>Modbus TCP a&amp;usschalten…</translation>
    </message>
    <message>
        <source>&amp;Where the switch is in the app…</source>
        <translation>&amp;Wo der Schalter in der App ist…</translation>
    </message>
    <message>
        <source>&amp;Message to my installer…</source>
        <translation>&amp;Nachricht an meinen Installateur…</translation>
    </message>
    <message>
        <source>Protocol &amp;log</source>
        <translation>&amp;Protokoll der Verbindung</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Anleitung</translation>
    </message>
    <message>
        <source>&amp;About Sigen Modbus</source>
        <translation>&amp;Über Sigen Modbus</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Read the state</source>
        <translation>Zustand &amp;lesen</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Systemsprache</translation>
    </message>
    <message>
        <source>&amp;Scan the network</source>
        <translation>Netzwerk &amp;durchsuchen</translation>
    </message>
    <message>
        <source>Switch off and on a&amp;gain…</source>
        <translation>Aus- und wieder ein&amp;schalten…</translation>
    </message>
    <message>
        <source>&amp;Letter to Sigenergy&apos;s support…</source>
        <translation>&amp;Brief an den Support von Sigenergy…</translation>
    </message>
    <message>
        <source>&amp;Scan by itself at the start</source>
        <translation>Beim Start &amp;von selbst suchen</translation>
    </message>
    <message>
        <source>&amp;Make a profile from a capture…</source>
        <translation>&amp;Profil aus einer Aufzeichnung erstellen…</translation>
    </message>
    <message>
        <source>&amp;Diagnosis</source>
        <translation>&amp;Diagnose</translation>
    </message>
    <message>
        <source>&amp;Keep it on</source>
        <translation>Eingeschaltet &amp;halten</translation>
    </message>
</context>
<context>
    <name>Sigen::MainWindow</name>
    <message>
        <source>Modbus TCP has no password: anyone on this network can read and control the plant.</source>
        <translation>Modbus TCP hat kein Passwort: Jeder in diesem Netzwerk kann die Anlage lesen und steuern.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Import saved gateways</source>
        <translation>Gespeicherte Gateways importieren</translation>
    </message>
    <message>
        <source>Gateways (*.json)</source>
        <translation>Gateways (*.json)</translation>
    </message>
    <message>
        <source>Gateways imported</source>
        <translation>Gateways importiert</translation>
    </message>
    <message>
        <source>The gateways were not imported.</source>
        <translation>Die Gateways wurden nicht importiert.</translation>
    </message>
    <message>
        <source>Export saved gateways</source>
        <translation>Gespeicherte Gateways exportieren</translation>
    </message>
    <message>
        <source>Gateways exported</source>
        <translation>Gateways exportiert</translation>
    </message>
    <message>
        <source>The gateways were not exported.</source>
        <translation>Die Gateways wurden nicht exportiert.</translation>
    </message>
    <message>
        <source>About the keychain</source>
        <translation>Zum Schlüsselbund</translation>
    </message>
    <message>
        <source>Make a profile from a capture</source>
        <translation>Profil aus einer Aufzeichnung erstellen</translation>
    </message>
    <message>
        <source>Captures (*.har *.jsonl)</source>
        <translation>Aufzeichnungen (*.har *.jsonl)</translation>
    </message>
    <message>
        <source>The capture can&apos;t be used.</source>
        <translation>Die Aufzeichnung ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>Profile (*.json)</translation>
    </message>
    <message>
        <source>The profile was not saved.</source>
        <translation>Das Profil wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Profile saved</source>
        <translation>Profil gespeichert</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Entwurf gespeichert</translation>
    </message>
    <message>
        <source>The window is in the tray now</source>
        <translation>Das Fenster ist jetzt im Infobereich</translation>
    </message>
    <message>
        <source>From there it keeps the server on. Its menu opens the window again and quits the program.</source>
        <translation>Von dort aus hält es den Server eingeschaltet. Über das Menü im Infobereich lässt sich das Fenster wieder öffnen und das Programm beenden.</translation>
    </message>
    <message>
        <source>Close, and keep it on no longer?</source>
        <translation>Schließen und nicht mehr eingeschaltet halten?</translation>
    </message>
    <message>
        <source>Only while this window is open is it kept on: %1. Once it is closed, a server that is switched off stays off.</source>
        <comment>one gateway or several</comment>
        <translation>Nur solange dieses Fenster offen ist, wird eingeschaltet gehalten: %1. Ist es geschlossen, bleibt ein Server, der ausgeschaltet wird, ausgeschaltet.</translation>
    </message>
    <message>
        <source>&amp;Leave it open</source>
        <translation>&amp;Offen lassen</translation>
    </message>
</context>
<context>
    <name>Sigen::MessageText</name>
    <message>
        <source>they name another unit id</source>
        <translation>sie nennen eine andere Unit-ID</translation>
    </message>
    <message>
        <source>more registers than requested</source>
        <translation>mehr Register als angefragt</translation>
    </message>
    <message>
        <source>a wrong length</source>
        <translation>falsche Länge</translation>
    </message>
    <message>
        <source>bytes that belong to no answer</source>
        <translation>Bytes, die zu keiner Antwort gehören</translation>
    </message>
    <message>
        <source>old answers in front</source>
        <translation>alte Antworten davor</translation>
    </message>
    <message>
        <source>the first answer came late</source>
        <translation>die erste Antwort kam verspätet</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The gateway is reachable at %1.</source>
        <translation>Das Gateway ist unter %1 erreichbar.</translation>
    </message>
    <message>
        <source>It speaks WebSocket on %1.</source>
        <translation>Es spricht WebSocket auf %1.</translation>
    </message>
    <message>
        <source>This gateway reports no serial number, so it may not be %1.</source>
        <translation>Dieses Gateway meldet keine Seriennummer, daher ist es vielleicht nicht %1.</translation>
    </message>
    <message>
        <source>This is the gateway %1, not %2.</source>
        <translation>Dies ist das Gateway %1, nicht %2.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>Would send: %1.</source>
        <comment>setting: on, port 502</comment>
        <translation>Gesendet würde: %1.</translation>
    </message>
    <message>
        <source>Would send nothing: the setting is already as requested.</source>
        <translation>Es würde nichts gesendet: Die Einstellung ist schon wie gewünscht.</translation>
    </message>
    <message>
        <source>Nothing to send: the setting is already as requested.</source>
        <translation>Nichts zu senden: Die Einstellung ist schon wie gewünscht.</translation>
    </message>
    <message>
        <source>Sent and acknowledged.</source>
        <translation>Gesendet und quittiert.</translation>
    </message>
    <message>
        <source>Sent, but the answer was not the expected one. The setting is read back to see what happened.</source>
        <translation>Gesendet, aber die Antwort war nicht die erwartete. Die Einstellung wird zurückgelesen, um zu sehen, was geschehen ist.</translation>
    </message>
    <message>
        <source>The setting could not be read back.</source>
        <translation>Die Einstellung konnte nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>The setting can&apos;t be read now, so the one that was read before is sent.</source>
        <translation>Die Einstellung ist gerade nicht lesbar, daher wird die zuvor gelesene gesendet.</translation>
    </message>
    <message>
        <source>The gateway&apos;s own port would change from %1 to %2. If a router forwards port %2 to the gateway, leave the gateway&apos;s port as it is and only test through the router (on the command line: --test-port).</source>
        <translation>Der eigene Port des Gateways würde von %1 auf %2 geändert. Falls ein Router Port %2 an das Gateway weiterleitet, lassen Sie den Port des Gateways, wie er ist, und testen Sie nur über den Router (auf der Befehlszeile: --test-port).</translation>
    </message>
    <message>
        <source>The gateway refused the change, but reports it as done.</source>
        <translation>Das Gateway hat die Änderung abgelehnt, meldet sie aber als ausgeführt.</translation>
    </message>
    <message>
        <source>The gateway reports a different port from the one that was sent.</source>
        <translation>Das Gateway meldet einen anderen Port als den gesendeten.</translation>
    </message>
    <message>
        <source>The setting changed, but not to what was requested. %1</source>
        <translation>Die Einstellung hat sich geändert, aber nicht so wie verlangt. %1</translation>
    </message>
    <message>
        <source>A Modbus server has appeared at %1.</source>
        <translation>Unter %1 ist ein Modbus-Server erschienen.</translation>
    </message>
    <message>
        <source>No server appeared.</source>
        <translation>Es ist kein Server erschienen.</translation>
    </message>
    <message>
        <source>The server appeared at %1, not at %2 where it was expected: use this address from now on.</source>
        <translation>Der Server ist unter %1 erschienen, nicht wie erwartet unter %2: Verwenden Sie ab jetzt diese Adresse.</translation>
    </message>
    <message>
        <source>The host has no address on a private network.</source>
        <translation>Der Host hat keine Adresse in einem privaten Netzwerk.</translation>
    </message>
    <message>
        <source>The host name is not known on this network.</source>
        <translation>Der Hostname ist in diesem Netzwerk nicht bekannt.</translation>
    </message>
    <message>
        <source>Port %1 accepts connections.</source>
        <translation>Port %1 nimmt Verbindungen an.</translation>
    </message>
    <message>
        <source>Port %1 still accepts connections.</source>
        <translation>Port %1 nimmt weiterhin Verbindungen an.</translation>
    </message>
    <message numerus="yes">
        <source>Port %1 refuses connections, %n tries.</source>
        <translation>
            <numerusform>Port %1 lehnt Verbindungen ab, %n Versuch.</numerusform>
            <numerusform>Port %1 lehnt Verbindungen ab, %n Versuche.</numerusform>
        </translation>
    </message>
    <message>
        <source>Port %1 refuses connections.</source>
        <translation>Port %1 lehnt Verbindungen ab.</translation>
    </message>
    <message>
        <source>Port %1 does not answer.</source>
        <translation>Port %1 antwortet nicht.</translation>
    </message>
    <message>
        <source>No route to port %1 from this computer.</source>
        <translation>Keine Route von diesem Computer zu Port %1.</translation>
    </message>
    <message>
        <source>Accepts connections, but does not answer.</source>
        <translation>Nimmt Verbindungen an, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>Answers, but only after the time-out.</source>
        <translation>Antwortet, aber erst nach Ablauf der Wartezeit.</translation>
    </message>
    <message>
        <source>Answers each request with “busy”.</source>
        <translation>Antwortet auf jede Anfrage mit „beschäftigt“.</translation>
    </message>
    <message>
        <source>Speaks Modbus, but does not answer what was asked.</source>
        <translation>Spricht Modbus, beantwortet aber nicht, was gefragt wurde.</translation>
    </message>
    <message>
        <source>Accepts connections, but closes them instead of answering.</source>
        <translation>Nimmt Verbindungen an, schließt sie aber, statt zu antworten.</translation>
    </message>
    <message>
        <source>A Modbus proxy, or another maker&apos;s gateway, answers that it can&apos;t reach the plant.</source>
        <translation>Ein Modbus-Proxy oder das Gateway eines anderen Herstellers antwortet, dass es die Anlage nicht erreichen kann.</translation>
    </message>
    <message>
        <source>Answers with Modbus exception %1.</source>
        <translation>Antwortet mit der Modbus-Ausnahme %1.</translation>
    </message>
    <message>
        <source>Speaks Modbus, but does not give a plant&apos;s values.</source>
        <translation>Spricht Modbus, liefert aber nicht die Werte einer Anlage.</translation>
    </message>
    <message>
        <source>Speaks Modbus, but is not a Sigenergy system.</source>
        <translation>Spricht Modbus, ist aber kein Sigenergy-System.</translation>
    </message>
    <message>
        <source>Answers, but not with Modbus.</source>
        <translation>Antwortet, aber nicht mit Modbus.</translation>
    </message>
    <message>
        <source>Speaks Modbus, but the plant&apos;s unit 247 does not answer.</source>
        <translation>Spricht Modbus, aber die Anlage (Unit 247) antwortet nicht.</translation>
    </message>
    <message>
        <source>Modbus answers; no device reported its model.</source>
        <translation>Modbus antwortet; kein Gerät hat sein Modell gemeldet.</translation>
    </message>
    <message>
        <source>Modbus answers: %1.</source>
        <translation>Modbus antwortet: %1.</translation>
    </message>
    <message>
        <source>Modbus answers: %1, firmware %2.</source>
        <translation>Modbus antwortet: %1, Firmware %2.</translation>
    </message>
    <message>
        <source>Same serial number.</source>
        <translation>Gleiche Seriennummer.</translation>
    </message>
    <message>
        <source>It refuses function 04, but answers function 03.</source>
        <translation>Es lehnt Funktion 04 ab, antwortet aber auf Funktion 03.</translation>
    </message>
    <message>
        <source>The serial numbers could not be compared, so these may be two devices.</source>
        <translation>Die Seriennummern konnten nicht verglichen werden, daher sind es vielleicht zwei Geräte.</translation>
    </message>
    <message>
        <source>The serial number differs (%1 here, %2 at sign-in), so these may be two devices.</source>
        <translation>Die Seriennummer weicht ab (%1 hier, %2 bei der Anmeldung), daher sind es vielleicht zwei Geräte.</translation>
    </message>
    <message>
        <source>Unit id %1 did not answer as the plant. Tools that need it will not work until it does.</source>
        <translation>Unit-ID %1 hat nicht als Anlage geantwortet. Programme, die sie brauchen, funktionieren erst, wenn sie es tut.</translation>
    </message>
    <message>
        <source>Its Modbus answers are odd, but usable (%1). A proxy in between, or the link, may be the reason.</source>
        <translation>Die Modbus-Antworten sind ungewöhnlich, aber brauchbar (%1). Ein Proxy dazwischen oder die Verbindung kann der Grund sein.</translation>
    </message>
    <message>
        <source>Some of the plant&apos;s values are unusual (%1).</source>
        <translation>Einige Werte der Anlage sind ungewöhnlich (%1).</translation>
    </message>
    <message>
        <source>None of the requested unit ids answered as a device. Unit ids differ between plants; scan all of them to find yours.</source>
        <translation>Unter keiner der angefragten Unit-IDs hat ein Gerät geantwortet. Die Unit-IDs sind von Anlage zu Anlage verschieden; fragen Sie alle ab, um Ihre zu finden.</translation>
    </message>
    <message>
        <source>The same device, with the same serial number, answers on every unit id. It is listed once; unit ids from %1 on were not tried.</source>
        <translation>Unter jeder Unit-ID antwortet dasselbe Gerät mit derselben Seriennummer. Es ist nur einmal aufgeführt; die Unit-IDs ab %1 wurden nicht versucht.</translation>
    </message>
    <message>
        <source>These unit ids repeat the serial number of another one: %1. They are the same device, which is listed once.</source>
        <translation>Diese Unit-IDs nennen dieselbe Seriennummer wie eine andere: %1. Sie gehören zum selben Gerät, das nur einmal aufgeführt ist.</translation>
    </message>
    <message>
        <source>The connection was lost before these unit ids had answered: %1.</source>
        <translation>Die Verbindung ging verloren, bevor diese Unit-IDs geantwortet hatten: %1.</translation>
    </message>
    <message>
        <source>These unit ids answered once, late, and not again: %1.</source>
        <translation>Diese Unit-IDs antworteten einmal verspätet und dann nicht mehr: %1.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>unit ids</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>While the server was off, its port still accepted connections, so a connection that hung may still do so.</source>
        <translation>Während der Server ausgeschaltet war, nahm sein Port weiterhin Verbindungen an; eine hängende Verbindung hängt daher vielleicht noch.</translation>
    </message>
    <message>
        <source>The Modbus server answers at %1, not at %2: use this address in your other programs.</source>
        <translation>Der Modbus-Server antwortet unter %1, nicht unter %2: Verwenden Sie diese Adresse in Ihren anderen Programmen.</translation>
    </message>
    <message>
        <source>No device reported a model or a serial number.</source>
        <translation>Kein Gerät hat ein Modell oder eine Seriennummer gemeldet.</translation>
    </message>
    <message>
        <source>%1, firmware %2.</source>
        <comment>model</comment>
        <translation>%1, Firmware %2.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>model</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Serial number %1.</source>
        <translation>Seriennummer %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read(s), all answered in time.</source>
        <translation>
            <numerusform>%n Abfrage, rechtzeitig beantwortet.</numerusform>
            <numerusform>%n Abfragen, alle rechtzeitig beantwortet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n read(s), %1 got no answer and %2 a late one.</source>
        <translation>
            <numerusform>Bei %n Abfrage %1-mal keine Antwort und %2-mal eine verspätete.</numerusform>
            <numerusform>Bei %n Abfragen %1-mal keine Antwort und %2-mal eine verspätete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old answer(s) came again.</source>
        <translation>
            <numerusform>%n alte Antwort kam noch einmal.</numerusform>
            <numerusform>%n alte Antworten kamen noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server answers.</source>
        <translation>Der Server antwortet.</translation>
    </message>
    <message>
        <source>The gateway is reachable again, and its server answers.</source>
        <translation>Das Gateway ist wieder erreichbar, und sein Server antwortet.</translation>
    </message>
    <message>
        <source>The server was off.</source>
        <translation>Der Server war ausgeschaltet.</translation>
    </message>
    <message>
        <source>The server was off and has been switched on again.</source>
        <translation>Der Server war ausgeschaltet und wurde wieder eingeschaltet.</translation>
    </message>
    <message>
        <source>The gateway reports that the server is on.</source>
        <translation>Das Gateway meldet, dass der Server eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Its port accepts connections and does not answer: another program may hold the only connection it has.</source>
        <translation>Sein Port nimmt Verbindungen an und antwortet nicht: Vielleicht belegt ein anderes Programm die einzige Verbindung, die er hat.</translation>
    </message>
    <message>
        <source>It has been switched on as often as this program does that: 6 times an hour, never twice within 60 seconds. It is tried again when that is over.</source>
        <translation>Er wurde so oft eingeschaltet, wie dieses Programm das tut: 6-mal pro Stunde, nie zweimal innerhalb von 60 Sekunden. Danach wird es wieder versucht.</translation>
    </message>
    <message>
        <source>The server was switched off a second time within an hour, although the gateway was reachable all the time: somebody, or another program, does that. It stays off and is no longer watched. Find out who switches it off, then start again.</source>
        <translation>Der Server wurde innerhalb einer Stunde zum zweiten Mal ausgeschaltet, obwohl das Gateway die ganze Zeit erreichbar war: Das tut jemand oder ein anderes Programm. Er bleibt ausgeschaltet und wird nicht mehr beobachtet. Finden Sie heraus, wer ihn ausschaltet, und starten Sie dann neu.</translation>
    </message>
    <message>
        <source>The server was turned off with this program, so it is no longer watched.</source>
        <translation>Der Server wurde mit diesem Programm ausgeschaltet und wird daher nicht mehr beobachtet.</translation>
    </message>
    <message>
        <source>Another device has this address now. No password was sent to it.</source>
        <translation>Ein anderes Gerät hat jetzt diese Adresse. Es wurde kein Passwort dorthin gesendet.</translation>
    </message>
    <message>
        <source>The gateway has the address %1 now, which is used until the watch ends.</source>
        <translation>Das Gateway hat jetzt die Adresse %1; sie wird bis zum Ende der Beobachtung verwendet.</translation>
    </message>
    <message>
        <source>Nobody looked: the computer slept, or the program was not running.</source>
        <translation>Niemand hat geprüft: Der Computer schlief, oder das Programm lief nicht.</translation>
    </message>
    <message>
        <source>The firmware changed from %1 to %2.</source>
        <translation>Die Firmware wechselte von %1 zu %2.</translation>
    </message>
    <message>
        <source>Port %1 refuses connections, so the server is probably off. Turn it on in the vendor&apos;s app: Settings → System Settings → General → Modbus TCP Server Settings; an installer finds it under Device → Settings → Communication → Modbus TCP Server.</source>
        <translation>Port %1 lehnt Verbindungen ab, der Server ist also wahrscheinlich ausgeschaltet. Schalten Sie ihn in der App des Herstellers ein: Einstellungen → Systemeinstellungen → Allgemein → Modbus-TCP-Server-Einstellungen; ein Installateur findet ihn unter Gerät → Einstellungen → Kommunikation → Modbus-TCP-Server.</translation>
    </message>
    <message>
        <source>No longer watched.</source>
        <translation>Wird nicht mehr beobachtet.</translation>
    </message>
    <message>
        <source>An address, so there is no name to look up.</source>
        <translation>Eine Adresse, daher ist kein Name nachzuschlagen.</translation>
    </message>
    <message>
        <source>The name stands for %1.</source>
        <translation>Der Name steht für %1.</translation>
    </message>
    <message>
        <source>The address is this computer&apos;s own.</source>
        <translation>Die Adresse ist die dieses Computers.</translation>
    </message>
    <message>
        <source>On this computer&apos;s own network (%1).</source>
        <translation>Im Netzwerk dieses Computers (%1).</translation>
    </message>
    <message>
        <source>On another network, behind a router.</source>
        <translation>In einem anderen Netzwerk, hinter einem Router.</translation>
    </message>
    <message>
        <source>Through a VPN or another tunnel (%1).</source>
        <translation>Durch ein VPN oder einen anderen Tunnel (%1).</translation>
    </message>
    <message>
        <source>This computer is connected to the same network by %1 as well.</source>
        <translation>Dieser Computer ist auch über %1 mit demselben Netzwerk verbunden.</translation>
    </message>
    <message>
        <source>No device on this network has the address.</source>
        <translation>Kein Gerät in diesem Netzwerk hat die Adresse.</translation>
    </message>
    <message>
        <source>MAC address %1.</source>
        <translation>MAC-Adresse %1.</translation>
    </message>
    <message>
        <source>MAC address %1, which is Sigenergy&apos;s.</source>
        <translation>MAC-Adresse %1, sie gehört Sigenergy.</translation>
    </message>
    <message>
        <source>Several devices take turns at this address: %1.</source>
        <translation>Unter dieser Adresse wechseln sich mehrere Geräte ab: %1.</translation>
    </message>
    <message>
        <source>It was %1 before.</source>
        <comment>a MAC address</comment>
        <translation>Vorher war es %1.</translation>
    </message>
    <message>
        <source>This system does not show the MAC address.</source>
        <translation>Dieses System zeigt die MAC-Adresse nicht.</translation>
    </message>
    <message>
        <source>A MAC address is seen only on this computer&apos;s own network.</source>
        <translation>Eine MAC-Adresse ist nur im eigenen Netzwerk dieses Computers zu sehen.</translation>
    </message>
    <message>
        <source>Not tried, since no password was given.</source>
        <translation>Nicht versucht, weil kein Passwort angegeben war.</translation>
    </message>
    <message>
        <source>Answers function %1.</source>
        <translation>Beantwortet Funktion %1.</translation>
    </message>
    <message>
        <source>The registers are those of document %1.</source>
        <translation>Die Register sind die des Dokuments %1.</translation>
    </message>
    <message>
        <source>Unit %1 is the plant.</source>
        <translation>Unit %1 ist die Anlage.</translation>
    </message>
    <message>
        <source>Unit %1 is %2.</source>
        <comment>unit id, model</comment>
        <translation>Unit %1 ist %2.</translation>
    </message>
    <message>
        <source>Unit %1 is an AC charger.</source>
        <translation>Unit %1 ist eine AC-Ladestation.</translation>
    </message>
    <message>
        <source>These unit ids do not answer: %1.</source>
        <translation>Diese Unit-IDs antworten nicht: %1.</translation>
    </message>
    <message>
        <source>The serial number %1 answers at %2 as well.</source>
        <translation>Die Seriennummer %1 antwortet auch unter %2.</translation>
    </message>
    <message>
        <source>The same unit gave the serial number %1 first and %2 later.</source>
        <translation>Dieselbe Unit nannte erst die Seriennummer %1 und später %2.</translation>
    </message>
    <message>
        <source>The plant&apos;s clock is %1 behind this computer&apos;s.</source>
        <translation>Die Uhr der Anlage geht gegenüber der dieses Computers %1 nach.</translation>
    </message>
    <message>
        <source>The plant&apos;s clock is %1 ahead of this computer&apos;s.</source>
        <translation>Die Uhr der Anlage geht gegenüber der dieses Computers %1 vor.</translation>
    </message>
    <message>
        <source>Fastest %1 ms, median %2 ms, slowest %3 ms.</source>
        <translation>Schnellste %1 ms, Median %2 ms, langsamste %3 ms.</translation>
    </message>
</context>
<context>
    <name>Sigen::ModbusFace</name>
    <message>
        <source>The Modbus port %1 cannot be opened: %2</source>
        <translation>Der Modbus-Port %1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>A Modbus connection from %1 was one too many.</source>
        <translation>Eine Modbus-Verbindung von %1 war eine zu viel.</translation>
    </message>
</context>
<context>
    <name>Sigen::Moment</name>
    <message>
        <source>d MMM</source>
        <comment>a date&apos;s format, of QDate::toString()</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date&apos;s format, of QDate::toString()</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Sigen::NetworkDialog</name>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netzwerk</translation>
    </message>
    <message>
        <source>A network like 192.168.1.0/24, a span like 192.168.1.10-40, or one address. Only this network is searched then; nothing is changed and no password is sent.</source>
        <translation>Ein Netzwerk wie 192.168.1.0/24, ein Bereich wie 192.168.1.10-40 oder eine einzelne Adresse. Dann wird nur dieses Netzwerk durchsucht; es wird nichts geändert und kein Passwort gesendet.</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>Aus&amp;wählen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Scan another network</source>
        <translation>Ein anderes Netzwerk durchsuchen</translation>
    </message>
</context>
<context>
    <name>Sigen::NetworkText</name>
    <message numerus="yes">
        <source>%n networks</source>
        <translation>
            <numerusform>%n Netzwerk</numerusform>
            <numerusform>%n Netzwerke</numerusform>
        </translation>
    </message>
    <message>
        <source>All networks (%1)</source>
        <translation>Alle Netzwerke (%1)</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>interface, network</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>No network to scan</source>
        <translation>Kein Netzwerk zum Durchsuchen</translation>
    </message>
    <message>
        <source>Other network…</source>
        <translation>Anderes Netzwerk…</translation>
    </message>
    <message>
        <source>Scan a large network?</source>
        <translation>Ein großes Netzwerk durchsuchen?</translation>
    </message>
    <message>
        <source>%1 has %2 addresses. Scanning them takes a while and may be noticed by whoever looks after the network.</source>
        <translation>%1 hat %2 Adressen. Die Suche dauert eine Weile und kann denen auffallen, die sich um das Netzwerk kümmern.</translation>
    </message>
    <message>
        <source>Each address is asked whether it accepts connections on the gateway&apos;s two ports; nothing is changed and no password is sent.</source>
        <translation>Jede Adresse wird gefragt, ob sie an den zwei Ports des Gateways Verbindungen annimmt; es wird nichts geändert und kein Passwort gesendet.</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>Sigen::Outcomes</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>The Modbus TCP server is on, port %1, and it answers.</source>
        <translation>Der Modbus-TCP-Server ist eingeschaltet, Port %1, und er antwortet.</translation>
    </message>
    <message>
        <source>The Modbus TCP server was already on, port %1, and it answers; nothing was changed.</source>
        <translation>Der Modbus-TCP-Server war schon eingeschaltet, Port %1, und er antwortet; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The Modbus TCP server is off.</source>
        <translation>Der Modbus-TCP-Server ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>The Modbus TCP server was already off; nothing was changed.</source>
        <translation>Der Modbus-TCP-Server war schon ausgeschaltet; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The Modbus TCP port is now %1; the server stays off.</source>
        <translation>Der Modbus-TCP-Port ist jetzt %1; der Server bleibt ausgeschaltet.</translation>
    </message>
    <message>
        <source>The Modbus TCP port is now %1.</source>
        <translation>Der Modbus-TCP-Port ist jetzt %1.</translation>
    </message>
    <message>
        <source>The Modbus TCP port was already %1; nothing was changed.</source>
        <translation>Der Modbus-TCP-Port war schon %1; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The Modbus TCP server is on, but this computer could not verify it.</source>
        <translation>Der Modbus-TCP-Server ist eingeschaltet, aber dieser Computer konnte es nicht bestätigen.</translation>
    </message>
    <message>
        <source>The gateway refused the change.</source>
        <translation>Das Gateway hat die Änderung abgelehnt.</translation>
    </message>
    <message>
        <source>The gateway refused to report its setting; nothing was changed.</source>
        <translation>Das Gateway hat es abgelehnt, seine Einstellung zu melden; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The change had no effect.</source>
        <translation>Die Änderung blieb ohne Wirkung.</translation>
    </message>
    <message>
        <source>It is not known whether the change took effect.</source>
        <translation>Es ist nicht bekannt, ob die Änderung wirksam wurde.</translation>
    </message>
    <message>
        <source>Modbus answers on port %1.</source>
        <translation>Modbus antwortet auf Port %1.</translation>
    </message>
    <message>
        <source>Modbus on port %1 could not be verified.</source>
        <translation>Modbus auf Port %1 konnte nicht bestätigt werden.</translation>
    </message>
    <message>
        <source>The Modbus TCP server is %1.</source>
        <translation>Der Modbus-TCP-Server ist %1.</translation>
    </message>
    <message>
        <source>This was a dry run: nothing was changed.</source>
        <translation>Das war ein Probelauf: Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The Modbus TCP server was switched off and on again, port %1, and it answers.</source>
        <translation>Der Modbus-TCP-Server wurde aus- und wieder eingeschaltet, Port %1, und er antwortet.</translation>
    </message>
    <message>
        <source>No Modbus server appeared in the time given.</source>
        <translation>In der vorgegebenen Zeit ist kein Modbus-Server erschienen.</translation>
    </message>
</context>
<context>
    <name>Sigen::PageActionText</name>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Read the state</source>
        <translation>Zustand lesen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Where the switch is in the app…</source>
        <translation>Wo der Schalter in der App ist…</translation>
    </message>
    <message>
        <source>Message to my installer…</source>
        <translation>Nachricht an meinen Installateur…</translation>
    </message>
    <message>
        <source>Switch off and on again…</source>
        <translation>Aus- und wieder einschalten…</translation>
    </message>
    <message>
        <source>Look at the other addresses</source>
        <translation>Die anderen Adressen prüfen</translation>
    </message>
    <message>
        <source>Turn on again</source>
        <translation>Wieder einschalten</translation>
    </message>
    <message>
        <source>Connect your system</source>
        <translation>System anbinden</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>to reach it</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Scan the network</source>
        <translation>Netzwerk durchsuchen</translation>
    </message>
    <message>
        <source>Watch the network…</source>
        <translation>Netzwerk beobachten…</translation>
    </message>
    <message>
        <source>This is my gateway</source>
        <translation>Das ist mein Gateway</translation>
    </message>
    <message>
        <source>Show me how</source>
        <translation>Anleitung zeigen</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>Diagnose…</translation>
    </message>
</context>
<context>
    <name>Sigen::PageReport</name>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The name of a report&apos;s file ends in .pdf, .html, .txt or .json.</source>
        <translation>Der Dateiname eines Berichts endet auf .pdf, .html, .txt oder .json.</translation>
    </message>
    <message>
        <source>The name of a sheet&apos;s file ends in .pdf or .html.</source>
        <translation>Der Dateiname eines Inbetriebnahmeprotokolls endet auf .pdf oder .html.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>Sigen::PasswordEdit</name>
    <message>
        <source>hide</source>
        <translation>verbergen</translation>
    </message>
    <message>
        <source>show</source>
        <translation>anzeigen</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
</context>
<context>
    <name>Sigen::PlainLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Sigen::PlantText</name>
    <message>
        <source>max self-consumption</source>
        <translation>maximaler Eigenverbrauch</translation>
    </message>
    <message>
        <source>Sigen AI</source>
        <translation>Sigen AI</translation>
    </message>
    <message>
        <source>time of use</source>
        <translation>zeitabhängiger Tarif</translation>
    </message>
    <message>
        <source>full feed-in</source>
        <translation>Volleinspeisung</translation>
    </message>
    <message>
        <source>remote EMS</source>
        <translation>EMS-Fernsteuerung</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>benutzerdefiniert</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>on grid</source>
        <translation>am Netz</translation>
    </message>
    <message>
        <source>off grid (automatic)</source>
        <translation>Inselbetrieb (automatisch)</translation>
    </message>
    <message>
        <source>off grid (manual)</source>
        <translation>Inselbetrieb (manuell)</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>running</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>shutdown</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>environmental abnormality</source>
        <translation>unzulässige Umgebungsbedingungen</translation>
    </message>
    <message>
        <source>software mismatch</source>
        <translation>Softwareversionen passen nicht zusammen</translation>
    </message>
    <message>
        <source>low insulation</source>
        <translation>zu geringer Isolationswiderstand</translation>
    </message>
    <message>
        <source>insulation</source>
        <translation>Isolationsfehler</translation>
    </message>
    <message>
        <source>over-temperature</source>
        <translation>Übertemperatur</translation>
    </message>
    <message>
        <source>under-temperature</source>
        <translation>Untertemperatur</translation>
    </message>
    <message>
        <source>thermal runaway</source>
        <translation>thermisches Durchgehen</translation>
    </message>
    <message>
        <source>equipment fault</source>
        <translation>Gerätestörung</translation>
    </message>
    <message>
        <source>grounding</source>
        <translation>Erdungsfehler</translation>
    </message>
    <message>
        <source>PV over-voltage</source>
        <translation>PV-Überspannung</translation>
    </message>
    <message>
        <source>PV reversed</source>
        <translation>PV verpolt</translation>
    </message>
    <message>
        <source>PV back-filling</source>
        <translation>PV-Rückspeisung</translation>
    </message>
    <message>
        <source>arc fault</source>
        <translation>Störlichtbogen</translation>
    </message>
    <message>
        <source>grid outage</source>
        <translation>Netzausfall</translation>
    </message>
    <message>
        <source>grid over-voltage</source>
        <translation>Netzüberspannung</translation>
    </message>
    <message>
        <source>grid under-voltage</source>
        <translation>Netzunterspannung</translation>
    </message>
    <message>
        <source>over-frequency</source>
        <translation>Überfrequenz</translation>
    </message>
    <message>
        <source>under-frequency</source>
        <translation>Unterfrequenz</translation>
    </message>
    <message>
        <source>voltage imbalance</source>
        <translation>Spannungsunsymmetrie</translation>
    </message>
    <message>
        <source>DC component</source>
        <translation>Gleichstromanteil</translation>
    </message>
    <message>
        <source>leakage current</source>
        <translation>Ableitstrom</translation>
    </message>
    <message>
        <source>communication</source>
        <translation>Kommunikationsfehler</translation>
    </message>
    <message>
        <source>internal protection</source>
        <translation>interner Schutz</translation>
    </message>
    <message>
        <source>arc self-check</source>
        <translation>Selbsttest der Lichtbogenerkennung</translation>
    </message>
    <message>
        <source>off-grid protection</source>
        <translation>Schutz im Inselbetrieb</translation>
    </message>
    <message>
        <source>manual protection</source>
        <translation>manueller Schutz</translation>
    </message>
    <message>
        <source>phase sequence</source>
        <translation>falsche Phasenfolge</translation>
    </message>
    <message>
        <source>short to earth</source>
        <translation>Erdschluss</translation>
    </message>
    <message>
        <source>soft start</source>
        <translation>Sanftanlauf</translation>
    </message>
    <message>
        <source>off-grid leakage</source>
        <translation>Ableitstrom im Inselbetrieb</translation>
    </message>
    <message>
        <source>N-line grounding</source>
        <translation>Erdung des Neutralleiters</translation>
    </message>
    <message>
        <source>grid phase sequence</source>
        <translation>falsche Phasenfolge im Netz</translation>
    </message>
    <message>
        <source>inverter phase sequence</source>
        <translation>falsche Phasenfolge am Wechselrichter</translation>
    </message>
    <message>
        <source>grid phase loss</source>
        <translation>Phasenausfall im Netz</translation>
    </message>
    <message>
        <source>Battery: %1</source>
        <translation>Batterie: %1</translation>
    </message>
    <message>
        <source>Gateway: %1</source>
        <translation>Gateway: %1</translation>
    </message>
    <message>
        <source>Inverter: %1</source>
        <translation>Wechselrichter: %1</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>Zustand %1</translation>
    </message>
    <message>
        <source>none</source>
        <comment>alarms</comment>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>Sigen::PowerText</name>
    <message>
        <source>%1 W</source>
        <translation>%1 W</translation>
    </message>
    <message>
        <source>%1 kW</source>
        <translation>%1 kW</translation>
    </message>
</context>
<context>
    <name>Sigen::ProtocolLogModel</name>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>%1 %2 %3 %4</source>
        <comment>time, arrow, channel, frame</comment>
        <translation>%1 %2 %3 %4</translation>
    </message>
    <message>
        <source>Sent through %1: %2</source>
        <translation>Über %1 gesendet: %2</translation>
    </message>
    <message>
        <source>Received through %1: %2</source>
        <translation>Über %1 empfangen: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (the same %n more time(s))</source>
        <comment>frame</comment>
        <translation>
            <numerusform>%1 (dasselbe noch %n Mal)</numerusform>
            <numerusform>%1 (dasselbe noch %n Mal)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier line(s) are not kept.</source>
        <translation>
            <numerusform>%n ältere Zeile wurde nicht aufbewahrt.</numerusform>
            <numerusform>%n ältere Zeilen wurden nicht aufbewahrt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::ProtocolLogTab</name>
    <message>
        <source>Show only lines with this text</source>
        <translation>Nur Zeilen mit diesem Text zeigen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>Protocol log</source>
        <translation>Protokoll der Verbindung</translation>
    </message>
    <message>
        <source>The chosen line in full</source>
        <translation>Die gewählte Zeile vollständig</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the selected lines, or all that are shown.</source>
        <translation>Kopiert die ausgewählten Zeilen oder alle angezeigten.</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>Sp&amp;eichern…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Nothing was sent or received yet.</source>
        <translation>Es wurde noch nichts gesendet oder empfangen.</translation>
    </message>
    <message>
        <source>No line has this text and channel.</source>
        <translation>Keine Zeile hat diesen Text und Kanal.</translation>
    </message>
    <message>
        <source>Save the protocol log</source>
        <translation>Protokoll der Verbindung speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>Textdateien (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
</context>
<context>
    <name>Sigen::RenameDialog</name>
    <message>
        <source>Rename the gateway</source>
        <translation>Gateway umbenennen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Only on this computer. Left empty, the gateway is called by its model.</source>
        <translation>Nur auf diesem Computer. Bleibt das Feld leer, heißt das Gateway nach seinem Modell.</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>Sigen::ReportSaving</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The report was not saved.</source>
        <translation>Der Bericht wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save the sheet for the owner</source>
        <translation>Inbetriebnahmeprotokoll speichern</translation>
    </message>
    <message>
        <source>The sheet was not saved.</source>
        <translation>Das Inbetriebnahmeprotokoll wurde nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>Sigen::SavedGatewaysController</name>
    <message>
        <source>Added: %1. Updated: %2. Known already: %3.</source>
        <translation>Hinzugefügt: %1. Aktualisiert: %2. Schon bekannt: %3.</translation>
    </message>
    <message>
        <source>%1 Left out, since there is no room for more: %2.</source>
        <translation>%1 Ausgelassen, da für mehr kein Platz ist: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n saved gateways were exported, without passwords.</source>
        <translation>
            <numerusform>%n gespeichertes Gateway wurde exportiert, ohne Passwort.</numerusform>
            <numerusform>%n gespeicherte Gateways wurden exportiert, ohne Passwörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported. Line %1 of %2: %3</source>
        <translation>Es wurde nichts importiert. Zeile %1 von %2: %3</translation>
    </message>
    <message>
        <source>Nothing was imported from %1: %2</source>
        <translation>Aus %1 wurde nichts importiert: %2</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Sigen::ScanCoverage</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was scanned: the system allows this program no connections to scan %1 (too many open files).</source>
        <translation>Es wurde nichts durchsucht: Das System erlaubt diesem Programm keine Verbindungen, um %1 zu durchsuchen (zu viele offene Dateien).</translation>
    </message>
    <message>
        <source>%1 was not scanned: the system allows this program no more connections (too many open files).</source>
        <translation>Nicht durchsucht: %1. Das System erlaubt diesem Programm keine weiteren Verbindungen (zu viele offene Dateien).</translation>
    </message>
    <message>
        <source>Nothing was scanned: this computer has no route to %1.</source>
        <translation>Es wurde nichts durchsucht: Dieser Computer hat keine Route zu %1.</translation>
    </message>
    <message>
        <source>%1 was not scanned: this computer has no route to it, or lost its connection to that network.</source>
        <translation>Nicht durchsucht: %1. Dieser Computer hat keine Route dorthin oder hat die Verbindung zu diesem Netzwerk verloren.</translation>
    </message>
</context>
<context>
    <name>Sigen::ScanPlan</name>
    <message>
        <source>None of this computer&apos;s networks (%1) is a private network on Ethernet or Wi-Fi; name the one to scan, for example 192.168.1.0/24.</source>
        <translation>Keines der Netzwerke dieses Computers (%1) ist ein privates Netzwerk über Ethernet oder WLAN; nennen Sie das Netzwerk, das durchsucht werden soll, zum Beispiel 192.168.1.0/24.</translation>
    </message>
    <message>
        <source>This computer has no Ethernet or Wi-Fi connection with a private network to scan; name a network, for example 192.168.1.0/24.</source>
        <translation>Dieser Computer hat keine Ethernet- oder WLAN-Verbindung mit einem privaten Netzwerk, das durchsucht werden kann; nennen Sie ein Netzwerk, zum Beispiel 192.168.1.0/24.</translation>
    </message>
    <message>
        <source>This computer has no IPv4 address on %1, and a scan needs one: check the cable, and that the router gives out addresses.</source>
        <translation>Dieser Computer hat auf %1 keine IPv4-Adresse, und die Suche braucht eine: Prüfen Sie das Kabel und ob der Router Adressen vergibt.</translation>
    </message>
    <message>
        <source>“%1” is not a network. Examples: 192.168.1.0/24, 192.168.1.10-192.168.1.20 or 192.168.1.150.</source>
        <translation>„%1“ ist kein Netzwerk. Beispiele: 192.168.1.0/24, 192.168.1.10-192.168.1.20 oder 192.168.1.150.</translation>
    </message>
    <message>
        <source>“%1” is not a private network; scanning it must be allowed explicitly.</source>
        <translation>„%1“ ist kein privates Netzwerk; die Suche darin muss ausdrücklich erlaubt werden.</translation>
    </message>
    <message>
        <source>“%1” contains addresses that no device can have.</source>
        <translation>„%1“ enthält Adressen, die kein Gerät haben kann.</translation>
    </message>
    <message>
        <source>There is nothing to scan except this computer&apos;s own address.</source>
        <translation>Außer der eigenen Adresse dieses Computers gibt es nichts zu durchsuchen.</translation>
    </message>
</context>
<context>
    <name>Sigen::SeenSteps</name>
    <message>
        <source>Gateway reachable</source>
        <translation>Gateway erreichbar</translation>
    </message>
    <message>
        <source>Gateway reachable on port %1</source>
        <translation>Gateway auf Port %1 erreichbar</translation>
    </message>
    <message>
        <source>Port %1 accepts connections</source>
        <translation>Port %1 nimmt Verbindungen an</translation>
    </message>
    <message>
        <source>Port %1 refuses connections</source>
        <translation>Port %1 lehnt Verbindungen ab</translation>
    </message>
    <message>
        <source>Port %1 does not answer</source>
        <translation>Port %1 antwortet nicht</translation>
    </message>
    <message>
        <source>Modbus answers</source>
        <translation>Modbus antwortet</translation>
    </message>
    <message>
        <source>Modbus answers: %1</source>
        <comment>model</comment>
        <translation>Modbus antwortet: %1</translation>
    </message>
    <message>
        <source>Modbus answers: %1, firmware %2</source>
        <translation>Modbus antwortet: %1, Firmware %2</translation>
    </message>
    <message>
        <source>No usable Modbus answer</source>
        <translation>Keine brauchbare Modbus-Antwort</translation>
    </message>
</context>
<context>
    <name>Sigen::ServerCardView</name>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Port of the Modbus TCP server</source>
        <translation>Port des Modbus-TCP-Servers</translation>
    </message>
    <message>
        <source>App&amp;ly</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>Set this port</source>
        <translation>Diesen Port einstellen</translation>
    </message>
    <message>
        <source>Modbus TCP server</source>
        <translation>Modbus-TCP-Server</translation>
    </message>
</context>
<context>
    <name>Sigen::ServiceBox</name>
    <message>
        <source>Not on this system: it has no service manager that this program knows.</source>
        <translation>Nicht auf diesem System: Es hat keine Dienstverwaltung, die dieses Programm kennt.</translation>
    </message>
    <message>
        <source>Not in a Flatpak, which can&apos;t install a service. The other packages of this program can.</source>
        <translation>Nicht in einem Flatpak, denn aus ihm lässt sich kein Dienst installieren. Mit den anderen Paketen dieses Programms geht es.</translation>
    </message>
    <message>
        <source>The service runs the program sigen-modbus-cli, which is not installed on this computer.</source>
        <translation>Der Dienst führt das Programm sigen-modbus-cli aus, das auf diesem Computer nicht installiert ist.</translation>
    </message>
    <message>
        <source>Not with a settings file of one&apos;s own, with which this window was started: a service does not know it.</source>
        <translation>Nicht mit einer eigenen Einstellungsdatei, mit der dieses Fenster gestartet wurde: Ein Dienst kennt sie nicht.</translation>
    </message>
    <message>
        <source>The service takes the password from the keychain, which does not have it: sign in once more and have it remembered.</source>
        <translation>Der Dienst nimmt das Passwort aus dem Schlüsselbund, der es nicht enthält: Melden Sie sich noch einmal an, und lassen Sie es merken.</translation>
    </message>
    <message>
        <source>It runs while you are logged in. Lingering lets it run from the computer&apos;s start on: loginctl enable-linger.</source>
        <translation>Er läuft, solange Sie am Computer angemeldet sind. Mit „Lingering“ läuft er ab dem Start des Computers: loginctl enable-linger.</translation>
    </message>
    <message>
        <source>It runs while you are logged in.</source>
        <translation>Er läuft, solange Sie am Computer angemeldet sind.</translation>
    </message>
    <message>
        <source>Installed: a systemd unit of your account.</source>
        <translation>Installiert wird: eine systemd-Unit Ihres Kontos als Dienst.</translation>
    </message>
    <message>
        <source>Installed: a launch agent of your account.</source>
        <translation>Installiert wird: ein launchd-Agent Ihres Kontos als Dienst.</translation>
    </message>
    <message>
        <source>Installed: a scheduled task of your account.</source>
        <translation>Installiert wird: eine geplante Aufgabe Ihres Kontos als Dienst.</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <comment>a sentence</comment>
        <translation>Das hat nicht geklappt: %1</translation>
    </message>
    <message>
        <source>A background service of your account does it then.</source>
        <translation>Das übernimmt dann ein Hintergrunddienst Ihres Kontos.</translation>
    </message>
    <message>
        <source>The service is installed, but does not run at the moment.</source>
        <translation>Der Dienst ist installiert, läuft aber zurzeit nicht.</translation>
    </message>
    <message>
        <source>%1 This system does not let a user close a service in, so it has all the rights of your account.</source>
        <comment>a sentence before it</comment>
        <translation>%1 Auf diesem System kann ein Benutzer einen Dienst nicht einschränken; er hat daher alle Rechte Ihres Kontos.</translation>
    </message>
    <message>
        <source>Asking the system…</source>
        <translation>Das System wird gefragt…</translation>
    </message>
    <message>
        <source>Keep it on with this window closed?</source>
        <translation>Auch bei geschlossenem Fenster eingeschaltet halten?</translation>
    </message>
    <message>
        <source>%1.

A background service of your account looks every %2, from now on and after each log-on. It needs no password. It is removed when you take this tick away.</source>
        <comment>a gateway, 30 s</comment>
        <translation>%1.

Ein Hintergrunddienst Ihres Kontos prüft alle %2, ab jetzt und nach jeder Anmeldung am Computer. Er braucht kein Passwort. Er wird entfernt, wenn Sie dieses Häkchen wieder entfernen.</translation>
    </message>
    <message>
        <source>%1.

A background service of your account keeps it on, from now on and after each log-on: it looks every %2, and takes the password from the keychain. It is removed when you take this tick away.</source>
        <comment>a gateway, 30 s</comment>
        <translation>%1.

Ein Hintergrunddienst Ihres Kontos hält den Server eingeschaltet, ab jetzt und nach jeder Anmeldung am Computer: Er prüft alle %2 und nimmt das Passwort aus dem Schlüsselbund. Er wird entfernt, wenn Sie dieses Häkchen wieder entfernen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installieren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>Sigen::SettingsFile</name>
    <message>
        <source>The settings file was damaged; the program starts with fresh settings. The old file is kept as %1.</source>
        <translation>Die Einstellungsdatei war beschädigt; das Programm startet mit neuen Einstellungen. Die alte Datei bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>The settings can&apos;t be written to %1: %2</source>
        <translation>Die Einstellungen können nicht in %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>another program is writing it</source>
        <translation>ein anderes Programm schreibt gerade in die Datei</translation>
    </message>
    <message>
        <source>No permission to read the settings file %1: %2. Changes are lost when the program ends.</source>
        <translation>Die Einstellungsdatei %1 darf nicht gelesen werden: %2. Änderungen gehen verloren, wenn das Programm endet.</translation>
    </message>
    <message>
        <source>The settings file %1 can&apos;t be written. Changes are lost when the program ends.</source>
        <translation>Die Einstellungsdatei %1 kann nicht geschrieben werden. Änderungen gehen verloren, wenn das Programm endet.</translation>
    </message>
    <message>
        <source>The settings file %1 can&apos;t be read. Changes are lost when the program ends.</source>
        <translation>Die Einstellungsdatei %1 kann nicht gelesen werden. Änderungen gehen verloren, wenn das Programm endet.</translation>
    </message>
    <message>
        <source>there is no space for temporary files</source>
        <translation>für temporäre Dateien ist kein Platz</translation>
    </message>
</context>
<context>
    <name>Sigen::SignInCard</name>
    <message>
        <source>Choose a protocol profile</source>
        <translation>Protokollprofil auswählen</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>Profile (*.json)</translation>
    </message>
    <message>
        <source>Sign in to the gateway</source>
        <translation>Am Gateway anmelden</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Remember in this computer&apos;s keychain</source>
        <translation>Im Schlüsselbund dieses Computers &amp;merken</translation>
    </message>
    <message>
        <source>Forget the remembered password</source>
        <translation>Das gemerkte Passwort vergessen</translation>
    </message>
    <message>
        <source>S&amp;ign in</source>
        <translation>A&amp;nmelden</translation>
    </message>
    <message>
        <source>S&amp;erial number</source>
        <translation>Se&amp;riennummer</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>wird erkannt</translation>
    </message>
    <message>
        <source>&amp;WebSocket port</source>
        <translation>&amp;WebSocket-Port</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Pat&amp;h</source>
        <translation>P&amp;fad</translation>
    </message>
    <message>
        <source>as the profile says</source>
        <translation>wie im Profil</translation>
    </message>
    <message>
        <source>Pr&amp;ofile</source>
        <translation>Pr&amp;ofil</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>&amp;TLS, with the certificate of this fingerprint</source>
        <translation>&amp;TLS, mit dem Zertifikat zu diesem Fingerabdruck</translation>
    </message>
    <message>
        <source>Fi&amp;ngerprint</source>
        <translation>Fingerabdru&amp;ck</translation>
    </message>
    <message>
        <source>SHA-256, 64 hexadecimal digits</source>
        <translation>SHA-256, 64 Hexadezimalziffern</translation>
    </message>
    <message>
        <source>Can&apos;t sign in?</source>
        <translation>Anmelden geht nicht?</translation>
    </message>
    <message>
        <source>Where the switch is in the app…</source>
        <translation>Wo der Schalter in der App ist…</translation>
    </message>
    <message>
        <source>Message to my installer…</source>
        <translation>Nachricht an meinen Installateur…</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>eingetragen</translation>
    </message>
    <message>
        <source>Ad&amp;vanced ▾</source>
        <translation>Erwe&amp;itert ▾</translation>
    </message>
    <message>
        <source>Ad&amp;vanced ▸</source>
        <translation>Erwe&amp;itert ▸</translation>
    </message>
</context>
<context>
    <name>Sigen::SituationText</name>
    <message>
        <source>It is not known whether the Modbus TCP server is on.</source>
        <translation>Es ist nicht bekannt, ob der Modbus-TCP-Server eingeschaltet ist.</translation>
    </message>
    <message>
        <source>A change was sent, and could not be read back. Sign in to read the state.</source>
        <translation>Eine gesendete Änderung ließ sich nicht zurücklesen. Melden Sie sich an, um den Zustand zu lesen.</translation>
    </message>
    <message>
        <source>Last seen on %1. A firmware update can switch the server off.</source>
        <comment>24 Nov, 18:20</comment>
        <translation>Zuletzt an: %1. Ein Firmware-Update kann den Server ausschalten.</translation>
    </message>
    <message>
        <source>Modbus TCP is on.</source>
        <translation>Modbus TCP ist eingeschaltet.</translation>
    </message>
    <message>
        <source>Modbus TCP is already on.</source>
        <translation>Modbus TCP ist schon eingeschaltet.</translation>
    </message>
    <message>
        <source>%1 answers on port %2, seen from this computer at %3.</source>
        <translation>%1 antwortet auf Port %2, von diesem Computer aus gesehen um %3.</translation>
    </message>
    <message>
        <source>%1 answers on port %2.</source>
        <translation>%1 antwortet auf Port %2.</translation>
    </message>
    <message>
        <source>%1 There is nothing to switch.</source>
        <comment>after a sentence</comment>
        <translation>%1 Es gibt nichts zu schalten.</translation>
    </message>
    <message>
        <source>Port %1 accepts connections.</source>
        <translation>Port %1 nimmt Verbindungen an.</translation>
    </message>
    <message>
        <source>Nobody has asked yet who answers there. The test does; it changes nothing.</source>
        <translation>Wer dort antwortet, hat noch niemand gefragt. Der Test tut es; er ändert nichts.</translation>
    </message>
    <message>
        <source>The last scan did not find %1.</source>
        <translation>Die letzte Suche hat %1 nicht gefunden.</translation>
    </message>
    <message>
        <source>Another device has the address %1 now.</source>
        <translation>Ein anderes Gerät hat jetzt die Adresse %1.</translation>
    </message>
    <message>
        <source>A scan finds the gateway at its new address.</source>
        <translation>Eine Suche findet das Gateway unter seiner neuen Adresse.</translation>
    </message>
    <message>
        <source>%1 answers, but nothing says that it is a gateway.</source>
        <translation>%1 antwortet, aber nichts weist auf ein Gateway hin.</translation>
    </message>
    <message>
        <source>Sign in to change it…</source>
        <translation>Zum Ändern anmelden…</translation>
    </message>
    <message>
        <source>Try to sign in…</source>
        <translation>Anmeldung versuchen…</translation>
    </message>
    <message>
        <source>Sign in all the same…</source>
        <translation>Trotzdem anmelden…</translation>
    </message>
    <message>
        <source>The switch has to be flipped in the vendor&apos;s app, once.</source>
        <translation>Der Schalter muss einmal in der App des Herstellers umgelegt werden.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Modbus TCP was on when last seen, and is off now.</source>
        <translation>Modbus TCP war zuletzt an und ist jetzt aus.</translation>
    </message>
    <message>
        <source>Can&apos;t sign in? Turn Modbus TCP on in the app; this window watches and proves it.</source>
        <translation>Anmelden geht nicht? Modbus TCP in der App einschalten; dieses Fenster beobachtet und bestätigt es.</translation>
    </message>
    <message>
        <source>Not allowed? Turn Modbus TCP on in the app; this window watches and proves it.</source>
        <translation>Nicht erlaubt? Modbus TCP in der App einschalten; dieses Fenster beobachtet und bestätigt es.</translation>
    </message>
    <message>
        <source>Modbus TCP was on when last seen; port %1 is closed now.</source>
        <translation>Modbus TCP war zuletzt an; jetzt ist Port %1 geschlossen.</translation>
    </message>
    <message>
        <source>Last seen on %1.</source>
        <comment>24 Nov 2026, 18:20</comment>
        <translation>Zuletzt gesehen am %1.</translation>
    </message>
</context>
<context>
    <name>Sigen::Snippets</name>
    <message>
        <source>Any Modbus client</source>
        <translation>Beliebiger Modbus-Client</translation>
    </message>
    <message>
        <source>What every Modbus TCP client asks for, with the most useful registers.</source>
        <translation>Was jeder Modbus-TCP-Client wissen will, mit den nützlichsten Registern.</translation>
    </message>
    <message>
        <source>Home Assistant, Sigenergy ESS</source>
        <translation>Home Assistant, Sigenergy ESS</translation>
    </message>
    <message>
        <source>Values for the form of the integration Sigenergy ESS: Settings, Devices &amp; services, Add integration.</source>
        <translation>Werte für das Formular der Integration Sigenergy ESS: Einstellungen, Geräte &amp; Dienste, Integration hinzufügen.</translation>
    </message>
    <message>
        <source>Home Assistant, built-in Modbus</source>
        <translation>Home Assistant, eingebautes Modbus</translation>
    </message>
    <message>
        <source>Part of configuration.yaml, for the Modbus integration that comes with Home Assistant. Restart Home Assistant afterwards.</source>
        <translation>Teil von configuration.yaml, für die Modbus-Integration, die Home Assistant mitbringt. Starten Sie Home Assistant danach neu.</translation>
    </message>
    <message>
        <source>sigenergy2mqtt</source>
        <translation>sigenergy2mqtt</translation>
    </message>
    <message>
        <source>The gateway&apos;s part of sigenergy2mqtt.yaml. Set up for reading only.</source>
        <translation>Der Teil von sigenergy2mqtt.yaml für das Gateway. Nur zum Lesen eingerichtet.</translation>
    </message>
    <message>
        <source>sigenergy2mqtt, environment</source>
        <translation>sigenergy2mqtt, Umgebung</translation>
    </message>
    <message>
        <source>The same as environment variables, for a container. Set up for reading only.</source>
        <translation>Dasselbe als Umgebungsvariablen, für einen Container. Nur zum Lesen eingerichtet.</translation>
    </message>
    <message>
        <source>evcc</source>
        <translation>evcc</translation>
    </message>
    <message>
        <source>The meters of evcc.yaml: grid, and for each inverter one for solar and one for the battery.</source>
        <translation>Die Zähler von evcc.yaml: das Netz und für jeden Wechselrichter einer für Solar und einer für die Batterie.</translation>
    </message>
    <message>
        <source>Node-RED</source>
        <translation>Node-RED</translation>
    </message>
    <message>
        <source>A flow to import: Menu, Import. It needs the nodes of node-red-contrib-modbus.</source>
        <translation>Ein Flow zum Importieren: Menü, Import. Er braucht die Nodes von node-red-contrib-modbus.</translation>
    </message>
    <message>
        <source>ioBroker</source>
        <translation>ioBroker</translation>
    </message>
    <message>
        <source>Values for the settings of the Sigenergy adapter&apos;s instance, which takes one inverter.</source>
        <translation>Werte für die Einstellungen der Instanz des Sigenergy-Adapters, der einen Wechselrichter nimmt.</translation>
    </message>
    <message>
        <source>openHAB</source>
        <translation>openHAB</translation>
    </message>
    <message>
        <source>A file for the folder things of openHAB; needs the Modbus binding. The values are raw: divide by the gain named beside each.</source>
        <translation>Eine Datei für den Ordner things von openHAB; braucht das Modbus-Binding. Die Werte sind Rohwerte: Teilen Sie sie durch den Faktor (gain), der jeweils danebensteht.</translation>
    </message>
    <message>
        <source>openWB</source>
        <translation>openWB</translation>
    </message>
    <message>
        <source>Values for the device Sigenergy in the settings of openWB.</source>
        <translation>Werte für das Gerät Sigenergy in den Einstellungen von openWB.</translation>
    </message>
    <message>
        <source>Homey</source>
        <translation>Homey</translation>
    </message>
    <message>
        <source>Values for the settings of the Sigenergy device in Homey.</source>
        <translation>Werte für die Einstellungen des Sigenergy-Geräts in Homey.</translation>
    </message>
    <message>
        <source>Prometheus, sigenergy-exporter</source>
        <translation>Prometheus, sigenergy-exporter</translation>
    </message>
    <message>
        <source>Part of prometheus.yml. Put the host on which sigenergy-exporter runs in place of sigenergy-exporter.</source>
        <translation>Teil von prometheus.yml. Setzen Sie anstelle von sigenergy-exporter den Host ein, auf dem sigenergy-exporter läuft.</translation>
    </message>
    <message>
        <source>SolarAssistant</source>
        <translation>SolarAssistant</translation>
    </message>
    <message>
        <source>SolarAssistant asks for nothing else.</source>
        <translation>SolarAssistant fragt nach nichts anderem.</translation>
    </message>
    <message>
        <source>evcc, Modbus proxy</source>
        <translation>evcc, Modbus-Proxy</translation>
    </message>
    <message>
        <source>Part of evcc.yaml, where several programs want to read at once: they ask evcc at its port 5021, and evcc asks the gateway. For reading only.</source>
        <translation>Teil von evcc.yaml, wenn mehrere Programme gleichzeitig lesen wollen: Sie fragen evcc auf dessen Port 5021, und evcc fragt das Gateway. Nur zum Lesen.</translation>
    </message>
    <message>
        <source>openHAB, Sigenergy</source>
        <translation>openHAB, Sigenergy</translation>
    </message>
    <message>
        <source>(leave empty)</source>
        <comment>a field of a form</comment>
        <translation>(leer lassen)</translation>
    </message>
    <message>
        <source>A file for the folder things of openHAB, for versions whose Modbus binding supports Sigenergy.</source>
        <translation>Eine Datei für den Ordner things von openHAB, für Versionen, deren Modbus-Binding Sigenergy unterstützt.</translation>
    </message>
</context>
<context>
    <name>Sigen::SnippetsController</name>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>plant unit %1</source>
        <translation>Anlage (Unit %1)</translation>
    </message>
    <message>
        <source>inverter %1 (assumed)</source>
        <translation>Wechselrichter %1 (angenommen)</translation>
    </message>
    <message>
        <source>inverter %1</source>
        <translation>Wechselrichter %1</translation>
    </message>
    <message>
        <source>AC charger %1</source>
        <translation>AC-Ladestation %1</translation>
    </message>
    <message>
        <source>DC charger at inverter %1</source>
        <translation>DC-Ladestation am Wechselrichter %1</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>1 unit was found</source>
        <translation>1 Unit wurde gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n units were found</source>
        <translation>
            <numerusform>%n Unit wurde gefunden</numerusform>
            <numerusform>%n Units wurden gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>All units were asked: %1.</source>
        <translation>Alle Units wurden abgefragt: %1.</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 units: %3.</source>
        <translation>Angehalten nach %1 von %2 Units: %3.</translation>
    </message>
    <message>
        <source>Asked %1 of %2 units</source>
        <translation>%1 von %2 Units abgefragt</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt…</translation>
    </message>
    <message>
        <source>plant unit %1 (did not answer)</source>
        <translation>Anlage (Unit %1, keine Antwort)</translation>
    </message>
</context>
<context>
    <name>Sigen::SpokenPage</name>
    <message>
        <source>Not signed in.</source>
        <translation>Nicht angemeldet.</translation>
    </message>
</context>
<context>
    <name>Sigen::StartText</name>
    <message>
        <source>“%1” is not an option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
    <message>
        <source>“%1” is not a host name or an address.</source>
        <translation>„%1“ ist weder ein Hostname noch eine Adresse.</translation>
    </message>
    <message>
        <source>The theme is system, light or dark, not “%1”.</source>
        <translation>Das Farbschema ist system, light oder dark, nicht „%1“.</translation>
    </message>
    <message>
        <source>“%1” is not a language, for example de.</source>
        <translation>„%1“ ist keine Sprache wie zum Beispiel de.</translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation>Aufruf: %1 [Optionen]</translation>
    </message>
    <message>
        <source>start with the demo gateway</source>
        <translation>mit dem Demo-Gateway starten</translation>
    </message>
    <message>
        <source>show this gateway: a name or an address</source>
        <translation>dieses Gateway zeigen: ein Name oder eine Adresse</translation>
    </message>
    <message>
        <source>colours, for this run</source>
        <translation>Farben, für diesen Lauf</translation>
    </message>
    <message>
        <source>language, for this run, for example de</source>
        <translation>Sprache, für diesen Lauf, zum Beispiel de</translation>
    </message>
    <message>
        <source>use this settings file</source>
        <translation>diese Einstellungsdatei verwenden</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>die Version ausgeben</translation>
    </message>
    <message>
        <source>print this</source>
        <translation>dies ausgeben</translation>
    </message>
    <message>
        <source>“%1” is not a host name or an address; use --host %2.</source>
        <translation>„%1“ ist weder ein Hostname noch eine Adresse; verwenden Sie --host %2.</translation>
    </message>
    <message>
        <source>The settings file needs a name.</source>
        <translation>Die Einstellungsdatei braucht einen Namen.</translation>
    </message>
    <message>
        <source>do not scan the network at the start</source>
        <translation>beim Start nicht das Netzwerk durchsuchen</translation>
    </message>
</context>
<context>
    <name>Sigen::StepModel</name>
    <message>
        <source>%1, %2</source>
        <comment>sentence, duration</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Gateway reachable on port %1</source>
        <translation>Gateway auf Port %1 erreichbar</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
</context>
<context>
    <name>Sigen::StepText</name>
    <message>
        <source>Reach the gateway on port %1</source>
        <translation>Gateway auf Port %1 erreichen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Write the setting and read it back</source>
        <translation>Einstellung schreiben und zurücklesen</translation>
    </message>
    <message>
        <source>Read the setting</source>
        <translation>Einstellung lesen</translation>
    </message>
    <message>
        <source>Connect to port %1</source>
        <translation>Mit Port %1 verbinden</translation>
    </message>
    <message>
        <source>Read Modbus</source>
        <translation>Modbus lesen</translation>
    </message>
    <message>
        <source>Reaching the gateway on port %1…</source>
        <translation>Gateway auf Port %1 wird angesprochen…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Reading the setting…</source>
        <translation>Einstellung wird gelesen…</translation>
    </message>
    <message>
        <source>Writing the setting…</source>
        <translation>Einstellung wird geschrieben…</translation>
    </message>
    <message>
        <source>Reading the setting back…</source>
        <translation>Einstellung wird zurückgelesen…</translation>
    </message>
    <message>
        <source>Connecting to port %1…</source>
        <translation>Verbindung zu Port %1 wird hergestellt…</translation>
    </message>
    <message>
        <source>Reading Modbus…</source>
        <translation>Modbus wird gelesen…</translation>
    </message>
    <message>
        <source>Port %1 not tried</source>
        <translation>Port %1 nicht versucht</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Setting not read</source>
        <translation>Einstellung nicht gelesen</translation>
    </message>
    <message>
        <source>Port %1 not tested</source>
        <translation>Port %1 nicht getestet</translation>
    </message>
    <message>
        <source>Modbus not tested</source>
        <translation>Modbus nicht getestet</translation>
    </message>
    <message>
        <source>Setting written and read back</source>
        <translation>Einstellung geschrieben und zurückgelesen</translation>
    </message>
    <message>
        <source>Setting read</source>
        <translation>Einstellung gelesen</translation>
    </message>
    <message>
        <source>Still to do: %1</source>
        <translation>Noch zu tun: %1</translation>
    </message>
    <message>
        <source>Under way: %1</source>
        <translation>Läuft: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>Doubtful: %1</source>
        <translation>Fraglich: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>Nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Signed in earlier</source>
        <translation>Bereits zuvor angemeldet</translation>
    </message>
    <message>
        <source>Waiting for a Modbus server…</source>
        <translation>Warten auf einen Modbus-Server…</translation>
    </message>
    <message>
        <source>Setting read earlier — %1</source>
        <comment>on, port 502</comment>
        <translation>Einstellung zuvor gelesen – %1</translation>
    </message>
    <message>
        <source>Setting written and read back — %1</source>
        <comment>on, port 502</comment>
        <translation>Einstellung geschrieben und zurückgelesen – %1</translation>
    </message>
    <message>
        <source>Setting read — %1</source>
        <comment>on, port 502</comment>
        <translation>Einstellung gelesen – %1</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>setting read back</source>
        <translation>Einstellung zurückgelesen</translation>
    </message>
    <message>
        <source>setting read</source>
        <translation>Einstellung gelesen</translation>
    </message>
    <message>
        <source>port %1 open</source>
        <translation>Port %1 offen</translation>
    </message>
    <message>
        <source>Modbus answers, %1</source>
        <comment>time</comment>
        <translation>Modbus antwortet, %1</translation>
    </message>
    <message>
        <source>Modbus answers</source>
        <translation>Modbus antwortet</translation>
    </message>
</context>
<context>
    <name>Sigen::SwitchPathBox</name>
    <message>
        <source>I am the &amp;owner</source>
        <translation>Ich bin &amp;Eigentümer</translation>
    </message>
    <message>
        <source>I am the &amp;installer</source>
        <translation>Ich bin &amp;Installateur</translation>
    </message>
    <message>
        <source>Not there? Your account may lack installer rights:</source>
        <translation>Nicht da? Ihrem Konto fehlen vielleicht Installateurrechte:</translation>
    </message>
</context>
<context>
    <name>Sigen::TextReport</name>
    <message>
        <source>Sigen Modbus %1, report of %2</source>
        <translation>Sigen Modbus %1, Bericht von %2</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>Letzter Test</translation>
    </message>
    <message>
        <source>Nothing was changed or tested yet.</source>
        <translation>Es wurde noch nichts geändert oder getestet.</translation>
    </message>
    <message>
        <source>Passwords and tokens are left out; serial numbers and MAC addresses are shortened.</source>
        <translation>Passwörter und Token sind ausgelassen; Seriennummern und MAC-Adressen sind gekürzt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Tested port</source>
        <translation>Getesteter Port</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>Modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Unit ids</source>
        <translation>Unit-IDs</translation>
    </message>
    <message>
        <source>Passwords and tokens are left out.</source>
        <translation>Passwörter und Tokens sind weggelassen.</translation>
    </message>
    <message>
        <source>Diagnosis, %1</source>
        <translation>Diagnose, %1</translation>
    </message>
    <message>
        <source>Cause (seen)</source>
        <translation>Ursache (gesehen)</translation>
    </message>
    <message>
        <source>Cause (likely)</source>
        <translation>Ursache (wahrscheinlich)</translation>
    </message>
    <message>
        <source>Worked here</source>
        <translation>Hat hier funktioniert</translation>
    </message>
    <message>
        <source>This computer&apos;s address</source>
        <translation>Adresse dieses Computers</translation>
    </message>
    <message>
        <source>Live values, %1</source>
        <translation>Livewerte, %1</translation>
    </message>
    <message>
        <source>Last frames</source>
        <translation>Letzte Frames</translation>
    </message>
</context>
<context>
    <name>Sigen::Titles</name>
    <message>
        <source>Reach the gateway</source>
        <translation>Gateway erreichen</translation>
    </message>
    <message>
        <source>Open WebSocket</source>
        <translation>WebSocket öffnen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Read the setting</source>
        <translation>Einstellung lesen</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Read it back</source>
        <translation>Zurücklesen</translation>
    </message>
    <message>
        <source>Test the port</source>
        <translation>Port testen</translation>
    </message>
    <message>
        <source>Read Modbus</source>
        <translation>Modbus lesen</translation>
    </message>
    <message>
        <source>Wait for a server</source>
        <translation>Auf Server warten</translation>
    </message>
    <message>
        <source>on</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>on, port %1</source>
        <translation>eingeschaltet, Port %1</translation>
    </message>
    <message>
        <source>off, port %1</source>
        <translation>ausgeschaltet, Port %1</translation>
    </message>
    <message>
        <source>The server is on; no port is reported.</source>
        <translation>Der Server ist eingeschaltet; ein Port wird nicht gemeldet.</translation>
    </message>
    <message>
        <source>The server is off; no port is reported.</source>
        <translation>Der Server ist ausgeschaltet; ein Port wird nicht gemeldet.</translation>
    </message>
    <message>
        <source>The server is on, port %1.</source>
        <translation>Der Server ist eingeschaltet, Port %1.</translation>
    </message>
    <message>
        <source>The server is off, port %1.</source>
        <translation>Der Server ist ausgeschaltet, Port %1.</translation>
    </message>
</context>
<context>
    <name>Sigen::TrayIcon</name>
    <message>
        <source>%1: %2</source>
        <comment>a gateway, its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Open Sigen Modbus</source>
        <translation>Sigen Modbus &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>Sigen::TypedHostText</name>
    <message>
        <source>“%1” is not a host name or an address.</source>
        <translation>„%1“ ist weder ein Hostname noch eine Adresse.</translation>
    </message>
    <message>
        <source>“%1” is not a host name or an address: type %2 alone.</source>
        <translation>„%1“ ist weder ein Hostname noch eine Adresse: Geben Sie nur %2 ein.</translation>
    </message>
    <message>
        <source>“%1” is not a host name or an address: type %2 alone. The WebSocket port is set where you sign in, under Advanced.</source>
        <translation>„%1“ ist weder ein Hostname noch eine Adresse: Geben Sie nur %2 ein. Der WebSocket-Port wird bei der Anmeldung unter „Erweitert“ eingestellt.</translation>
    </message>
    <message>
        <source>No device has the address %1. Use the gateway&apos;s own: the router&apos;s list of devices has it.</source>
        <translation>Kein Gerät hat die Adresse %1. Nehmen Sie die des Gateways: Sie steht in der Geräteliste des Routers.</translation>
    </message>
    <message>
        <source>%1 is not on a private network; only those are contacted.</source>
        <translation>%1 liegt nicht in einem privaten Netzwerk; nur solche werden angesprochen.</translation>
    </message>
</context>
<context>
    <name>Sigen::UserGuide</name>
    <message>
        <source>From finding to verified</source>
        <translation>Vom Finden bis zur Bestätigung</translation>
    </message>
    <message>
        <source>1.</source>
        <comment>number of a step</comment>
        <translation>1.</translation>
    </message>
    <message>
        <source>2.</source>
        <comment>number of a step</comment>
        <translation>2.</translation>
    </message>
    <message>
        <source>Choose the gateway in the list on the left.</source>
        <translation>Wählen Sie das Gateway links in der Liste.</translation>
    </message>
    <message>
        <source>3.</source>
        <comment>number of a step</comment>
        <translation>3.</translation>
    </message>
    <message>
        <source>Sign in with the gateway&apos;s local account. It is not always the account of the app.</source>
        <translation>Melden Sie sich mit dem lokalen Konto des Gateways an. Es ist nicht immer das Konto der App.</translation>
    </message>
    <message>
        <source>4.</source>
        <comment>number of a step</comment>
        <translation>4.</translation>
    </message>
    <message>
        <source>Flip the switch of the Modbus TCP server. The program asks before it sends anything.</source>
        <translation>Legen Sie den Schalter des Modbus-TCP-Servers um. Das Programm fragt, bevor es etwas sendet.</translation>
    </message>
    <message>
        <source>5.</source>
        <comment>number of a step</comment>
        <translation>5.</translation>
    </message>
    <message>
        <source>Wait for the five ticks: the setting was read back, the port is open and the plant answers through Modbus. Then copy the settings for your system from “Connect your system”.</source>
        <translation>Warten Sie auf die fünf Häkchen: Die Einstellung wurde zurückgelesen, der Port ist offen, und die Anlage antwortet über Modbus. Kopieren Sie dann aus „System anbinden“ die Einstellungen für Ihr System.</translation>
    </message>
    <message>
        <source>What the marks mean</source>
        <translation>Was die Zeichen bedeuten</translation>
    </message>
    <message>
        <source>It was seen to work, from this computer and at the time that is shown.</source>
        <translation>Es hat nachweislich funktioniert, von diesem Computer aus und zur angezeigten Zeit.</translation>
    </message>
    <message>
        <source>It was tried and failed. The box below the steps says why and what to do next.</source>
        <translation>Es wurde versucht und ist fehlgeschlagen. Das Feld unter den Schritten sagt, warum und was als Nächstes zu tun ist.</translation>
    </message>
    <message>
        <source>It was not tried, so nothing is known about it.</source>
        <translation>Es wurde nicht versucht, daher ist nichts darüber bekannt.</translation>
    </message>
    <message>
        <source>Labels like “Modbus 502” or “502 closed” say what was found at an address. “Possible gateway” means that nothing has confirmed it yet.</source>
        <translation>Angaben wie „Modbus 502“ oder „502 geschlossen“ sagen, was unter einer Adresse gefunden wurde. „Mögliches Gateway“ bedeutet, dass es noch nichts bestätigt hat.</translation>
    </message>
    <message>
        <source>If it does not work</source>
        <translation>Wenn es nicht klappt</translation>
    </message>
    <message>
        <source>No gateway is found: connect this computer to the gateway&apos;s network, not to a guest network, and switch off a VPN. Then scan again, or add the address that the router shows for it.</source>
        <translation>Es wird kein Gateway gefunden: Verbinden Sie diesen Computer mit dem Netzwerk des Gateways, nicht mit einem Gastnetzwerk, und schalten Sie ein VPN aus. Suchen Sie dann noch einmal, oder fügen Sie die Adresse hinzu, die der Router dafür anzeigt.</translation>
    </message>
    <message>
        <source>Signing in is refused, or the gateway does not speak the local protocol: the server can be switched on in the vendor&apos;s app as well. Choose “Where the switch is in the app…” or “Message to my installer…” in the Gateway menu.</source>
        <translation>Die Anmeldung wird abgelehnt, oder das Gateway spricht das lokale Protokoll nicht: Der Server lässt sich auch in der App des Herstellers einschalten. Wählen Sie im Menü „Gateway“ den Eintrag „Wo der Schalter in der App ist…“ oder „Nachricht an meinen Installateur…“.</translation>
    </message>
    <message>
        <source>The server is on, but the port stays closed: some firmware only lets listed clients in, and some takes a while. Test the port again; that works without signing in.</source>
        <translation>Der Server ist eingeschaltet, aber der Port bleibt geschlossen: Manche Firmware lässt nur eingetragene Clients zu, und manche braucht eine Weile. Testen Sie den Port noch einmal; das geht ohne Anmeldung.</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Modbus TCP has no password: anyone on the network can read and control the plant. Use it on a network that you trust, and never forward its port to the internet.</source>
        <translation>Modbus TCP hat kein Passwort: Jeder im Netzwerk kann die Anlage lesen und steuern. Verwenden Sie es in einem Netzwerk, dem Sie vertrauen, und leiten Sie seinen Port nie ins Internet weiter.</translation>
    </message>
    <message>
        <source>The password for signing in crosses the network without encryption unless TLS is chosen. It is kept only when you ask for it, in this computer&apos;s keychain.</source>
        <translation>Das Passwort für die Anmeldung geht unverschlüsselt durch das Netzwerk, sofern nicht TLS gewählt ist. Es wird nur auf Ihren Wunsch aufbewahrt, im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Scans the network.</source>
        <translation>Durchsucht das Netzwerk.</translation>
    </message>
    <message>
        <source>Tests the Modbus port.</source>
        <translation>Testet den Modbus-Port.</translation>
    </message>
    <message>
        <source>Goes to the field for an address.</source>
        <translation>Springt zum Feld für eine Adresse.</translation>
    </message>
    <message>
        <source>Scan the network, or add the gateway by its address. Scanning changes nothing and sends no password.</source>
        <translation>Durchsuchen Sie das Netzwerk, oder fügen Sie das Gateway per Adresse hinzu. Die Suche ändert nichts und sendet kein Passwort.</translation>
    </message>
    <message>
        <source>Open the tab “Diagnosis”, or choose it in the Help menu, to find out whether it is the gateway, the network or the other program. It changes nothing and names what to do next; its report can be handed to others.</source>
        <translation>Öffnen Sie den Reiter „Diagnose“, oder wählen Sie ihn im Menü „Hilfe“, um herauszufinden, ob es am Gateway, am Netzwerk oder am anderen Programm liegt. Die Diagnose ändert nichts und nennt, was als Nächstes zu tun ist; ihr Bericht lässt sich weitergeben.</translation>
    </message>
    <message>
        <source>The protocol log and the reports leave out passwords. Reports shorten serial numbers; the protocol log and the sheet for the owner have them in full, and all of them name addresses: look at them before you pass them on.</source>
        <translation>Das Protokoll der Verbindung und die Berichte lassen Passwörter aus. Berichte kürzen Seriennummern; das Protokoll der Verbindung und das Inbetriebnahmeprotokoll nennen sie vollständig, und alle nennen Adressen: Sehen Sie sie durch, bevor Sie sie weitergeben.</translation>
    </message>
    <message>
        <source>The server is off again later: a firmware update can do that. “Keep it on” in the Gateway menu looks again and again, and switches it on again.</source>
        <translation>Der Server ist später wieder ausgeschaltet: Ein Firmware-Update kann das bewirken. „Eingeschaltet halten“ im Menü „Gateway“ prüft immer wieder nach und schaltet ihn wieder ein.</translation>
    </message>
</context>
<context>
    <name>Sigen::UserGuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>Sigen::ValueTile</name>
    <message>
        <source>Last values of %1</source>
        <translation>Letzte Werte: %1</translation>
    </message>
    <message>
        <source>Plant</source>
        <translation>Anlage</translation>
    </message>
</context>
<context>
    <name>Sigen::VerificationCardView</name>
    <message>
        <source>Verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Steps ▸</source>
        <translation>Schritte ▸</translation>
    </message>
    <message>
        <source>Steps ▾</source>
        <translation>Schritte ▾</translation>
    </message>
    <message>
        <source>Ready for Home Assistant, evcc and others.</source>
        <translation>Bereit für Home Assistant, evcc und andere.</translation>
    </message>
</context>
<context>
    <name>Sigen::WatchController</name>
    <message>
        <source>A Modbus server has appeared: %1.</source>
        <translation>Ein Modbus-Server ist erschienen: %1.</translation>
    </message>
</context>
<context>
    <name>Sigen::WatchText</name>
    <message>
        <source>No device has this name at the moment.</source>
        <translation>Zurzeit hat kein Gerät diesen Namen.</translation>
    </message>
    <message>
        <source>It accepts connections; now it is verified.</source>
        <translation>Er nimmt Verbindungen an und wird jetzt geprüft.</translation>
    </message>
    <message>
        <source>Closed so far.</source>
        <translation>Bisher geschlossen.</translation>
    </message>
    <message>
        <source>No answer so far.</source>
        <translation>Bisher keine Antwort.</translation>
    </message>
    <message>
        <source>It can&apos;t be reached at the moment.</source>
        <translation>Zurzeit nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Stop &amp;watching</source>
        <translation>&amp;Beobachten beenden</translation>
    </message>
    <message>
        <source>Watching %1 for a Modbus server</source>
        <translation>In %1 wird auf einen Modbus-Server gewartet</translation>
    </message>
    <message>
        <source>Watching port %1 on %2</source>
        <translation>Port %1 auf %2 wird beobachtet</translation>
    </message>
    <message>
        <source>Also watching the rest of %1 for a new Modbus server, since the app often shows another address.</source>
        <translation>Auch im übrigen %1 wird auf einen neuen Modbus-Server gewartet, denn die App zeigt oft eine andere Adresse.</translation>
    </message>
    <message>
        <source>&amp;Also watch %1</source>
        <translation>Au&amp;ch %1 beobachten</translation>
    </message>
    <message>
        <source>No server appeared in two hours.</source>
        <translation>In zwei Stunden erschien kein Server.</translation>
    </message>
    <message>
        <source>Port %1 is not being watched</source>
        <translation>Port %1 wird nicht beobachtet</translation>
    </message>
    <message>
        <source>&amp;Watch here instead</source>
        <translation>Lieber hier &amp;beobachten</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Beobachten</translation>
    </message>
    <message numerus="yes">
        <source>%n round(s)</source>
        <translation>
            <numerusform>%n Runde</numerusform>
            <numerusform>%n Runden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n Adresse</numerusform>
            <numerusform>%n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1, checked every second</source>
        <comment>duration</comment>
        <translation>%1, jede Sekunde geprüft</translation>
    </message>
    <message>
        <source>Once the port opens, test it, or watch again.</source>
        <translation>Ist der Port offen, testen Sie ihn, oder beobachten Sie erneut.</translation>
    </message>
    <message>
        <source>%1 is still being watched.</source>
        <translation>%1 wird weiterhin beobachtet.</translation>
    </message>
</context>
<context>
    <name>Sigen::WebSocketFace</name>
    <message>
        <source>A WebSocket connection from %1 was one too many.</source>
        <translation>Eine WebSocket-Verbindung von %1 war eine zu viel.</translation>
    </message>
</context>
</TS>
