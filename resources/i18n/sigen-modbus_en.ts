<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Sigen::CauseWords</name>
    <message numerus="yes">
        <source>The plant answers, but of %n read(s) %1 got no answer and %2 a late one.</source>
        <translation>
            <numerusform>The plant answers, but of %n read %1 got no answer and %2 a late one.</numerusform>
            <numerusform>The plant answers, but of %n reads %1 got no answer and %2 a late one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) at once were answered.</source>
        <translation>
            <numerusform>%n connection was answered.</numerusform>
            <numerusform>%n connections at once were answered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n connection(s) at once were answered: let one program read and share it, for example with a Modbus proxy.</source>
        <translation>
            <numerusform>Only %n connection at once was answered: let one program read and share it, for example with a Modbus proxy.</numerusform>
            <numerusform>Only %n connections at once were answered: let one program read and share it, for example with a Modbus proxy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::CliText</name>
    <message numerus="yes">
        <source>%n gateway(s) found in %1 s.</source>
        <translation>
            <numerusform>%n gateway found in %1 s.</numerusform>
            <numerusform>%n gateways found in %1 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(the same %n more time(s))</source>
        <translation>
            <numerusform>(the same %n more time)</numerusform>
            <numerusform>(the same %n more times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scanning %n address(es): %1</source>
        <translation>
            <numerusform>Scanning %n address: %1</numerusform>
            <numerusform>Scanning %n addresses: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after scanning %n address(es).</source>
        <translation>
            <numerusform>Stopped after scanning %n address.</numerusform>
            <numerusform>Stopped after scanning %n addresses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The profile leaves %n thing(s) open; nothing is sent with it until they are settled in its file.</source>
        <translation>
            <numerusform>The profile leaves %n thing open; nothing is sent with it until it is settled in its file.</numerusform>
            <numerusform>The profile leaves %n things open; nothing is sent with it until they are settled in its file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::DiagnosisState</name>
    <message numerus="yes">
        <source>%n read(s), one a second</source>
        <translation>
            <numerusform>%n read, one a second</numerusform>
            <numerusform>%n reads, one a second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::DiscoveryController</name>
    <message numerus="yes">
        <source>%n gateways</source>
        <translation>
            <numerusform>%n gateway</numerusform>
            <numerusform>%n gateways</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n likely gateways</source>
        <translation>
            <numerusform>%n likely gateway</numerusform>
            <numerusform>%n likely gateways</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::ImportText</name>
    <message numerus="yes">
        <source>The profile leaves %n thing(s) open, and nothing is sent with it until they are settled in its file:</source>
        <translation>
            <numerusform>The profile leaves %n thing open, and nothing is sent with it until it is settled in its file:</numerusform>
            <numerusform>The profile leaves %n things open, and nothing is sent with it until they are settled in its file:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::MessageText</name>
    <message numerus="yes">
        <source>Port %1 refuses connections, %n tries.</source>
        <translation>
            <numerusform>Port %1 refuses connections, %n try.</numerusform>
            <numerusform>Port %1 refuses connections, %n tries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read(s), all answered in time.</source>
        <translation>
            <numerusform>%n read, answered in time.</numerusform>
            <numerusform>%n reads, all answered in time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n read(s), %1 got no answer and %2 a late one.</source>
        <translation>
            <numerusform>Of %n read, %1 got no answer and %2 a late one.</numerusform>
            <numerusform>Of %n reads, %1 got no answer and %2 a late one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old answer(s) came again.</source>
        <translation>
            <numerusform>%n old answer came again.</numerusform>
            <numerusform>%n old answers came again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::NetworkText</name>
    <message numerus="yes">
        <source>%n networks</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::ProtocolLogModel</name>
    <message numerus="yes">
        <source>%1 (the same %n more time(s))</source>
        <comment>frame</comment>
        <translation>
            <numerusform>%1 (the same %n more time)</numerusform>
            <numerusform>%1 (the same %n more times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier line(s) are not kept.</source>
        <translation>
            <numerusform>%n earlier line is not kept.</numerusform>
            <numerusform>%n earlier lines are not kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::SavedGatewaysController</name>
    <message numerus="yes">
        <source>%n saved gateways were exported, without passwords.</source>
        <translation>
            <numerusform>%n saved gateway was exported, without passwords.</numerusform>
            <numerusform>%n saved gateways were exported, without passwords.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::ScanCoverage</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::SnippetsController</name>
    <message numerus="yes">
        <source>%n units were found</source>
        <translation>
            <numerusform>%n unit was found</numerusform>
            <numerusform>%n units were found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::WatchText</name>
    <message numerus="yes">
        <source>%n round(s)</source>
        <translation>
            <numerusform>%n round</numerusform>
            <numerusform>%n rounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
</context>
</TS>
