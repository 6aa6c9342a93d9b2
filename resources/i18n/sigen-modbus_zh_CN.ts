<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Sigen::AboutDialog</name>
    <message>
        <source>About Sigen Modbus</source>
        <translation>关于 Sigen Modbus</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Finds a SigenEnergy gateway on your network, switches its Modbus TCP server on and proves that it answers.</source>
        <translation>在您的网络中查找 SigenEnergy 网关，开启其 Modbus TCP 服务器，并证实它有响应。</translation>
    </message>
    <message>
        <source>This program is not affiliated with Sigenergy. Product names belong to their owners.</source>
        <translation>本程序与 Sigenergy 公司无关联。产品名称归其各自所有者所有。</translation>
    </message>
    <message>
        <source>It uses Qt %1 under the GNU Lesser General Public License, version 3. Qt is linked dynamically: you may replace it by a build of your own.</source>
        <translation>本程序依据 GNU 宽通用公共许可证第 3 版使用 Qt %1。Qt 为动态链接：您可以将其替换为自行构建的版本。</translation>
    </message>
    <message>
        <source>Passwords that you ask it to remember are kept by QtKeychain, under the BSD licence.</source>
        <translation>您要求记住的密码由 QtKeychain 保存，QtKeychain 采用 BSD 许可证。</translation>
    </message>
    <message>
        <source>Releases are on the project&apos;s page; the program never looks for updates by itself.</source>
        <translation>新版本在项目页面发布；本程序从不自动检查更新。</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;icences</source>
        <translation>许可证(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>许可证文本</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Releases are at %1; the program never looks for updates by itself.</source>
        <translation>新版本发布于 %1；本程序从不自动检查更新。</translation>
    </message>
    <message>
        <source>It is licensed under the MIT licence.</source>
        <translation>本程序采用 MIT 许可证。</translation>
    </message>
</context>
<context>
    <name>Sigen::Account</name>
    <message>
        <source>No keychain service answers on this computer, so the password can&apos;t be remembered.</source>
        <translation>本机上没有密钥串服务响应，因此无法记住密码。</translation>
    </message>
    <message>
        <source>No keychain service answers on this computer.</source>
        <translation>本机上没有密钥串服务响应。</translation>
    </message>
    <message>
        <source>The keychain stayed locked, so the password can&apos;t be remembered.</source>
        <translation>密钥串仍处于锁定状态，因此无法记住密码。</translation>
    </message>
    <message>
        <source>The keychain did not answer in time, so the password can&apos;t be remembered.</source>
        <translation>密钥串未及时响应，因此无法记住密码。</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>密钥串未及时响应。</translation>
    </message>
    <message>
        <source>The keychain failed, so the password can&apos;t be remembered: %1</source>
        <translation>密钥串出错，因此无法记住密码：%1</translation>
    </message>
    <message>
        <source>The keychain failed: %1</source>
        <translation>密钥串出错：%1</translation>
    </message>
    <message>
        <source>The gateway refused the remembered password.</source>
        <translation>网关拒绝了已记住的密码。</translation>
    </message>
    <message>
        <source>The keychain has the password, but stayed locked.</source>
        <translation>密钥串中有该密码，但密钥串仍处于锁定状态。</translation>
    </message>
    <message>
        <source>The keychain refused access, so the password can&apos;t be remembered.</source>
        <translation>密钥串拒绝访问，因此无法记住密码。</translation>
    </message>
    <message>
        <source>The keychain refused access.</source>
        <translation>密钥串拒绝访问。</translation>
    </message>
    <message>
        <source>The keychain has no password for %1.</source>
        <translation>密钥串中没有 %1 的密码。</translation>
    </message>
    <message>
        <source>The password in the keychain for %1 is empty.</source>
        <translation>密钥串中 %1 的密码为空。</translation>
    </message>
    <message>
        <source>The password for %1 could not be deleted from this computer&apos;s keychain. %2</source>
        <translation>无法从本机的密钥串中删除 %1 的密码。%2</translation>
    </message>
</context>
<context>
    <name>Sigen::Advice</name>
    <message>
        <source>Something went wrong inside the program: %1</source>
        <translation>程序内部出错：%1</translation>
    </message>
    <message>
        <source>Reading or writing failed: %1</source>
        <translation>读取或写入失败：%1</translation>
    </message>
    <message>
        <source>The connection to the gateway was lost.</source>
        <translation>与网关的连接已断开。</translation>
    </message>
    <message>
        <source>The server is reported as off, but %1 still accepts connections.</source>
        <translation>网关报告服务器已关闭，但 %1 仍接受连接。</translation>
    </message>
    <message>
        <source>The change was sent, but it is not known whether it took effect.</source>
        <translation>更改已发送，但不清楚是否生效。</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>Nothing was changed: try again.</source>
        <translation>未作任何更改：请重试。</translation>
    </message>
    <message>
        <source>Another device may have this address: compare the serial numbers.</source>
        <translation>可能有其他设备占用此地址：请比对序列号。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read or written: %2</source>
        <translation>无法读取或写入 %1：%2</translation>
    </message>
    <message>
        <source>The server is reported as off, but its port still accepts connections.</source>
        <translation>网关报告服务器已关闭，但其端口仍接受连接。</translation>
    </message>
    <message>
        <source>Does a router forward another port to the gateway? Test that one (--test-port), and leave the gateway&apos;s own port as it is.</source>
        <translation>是否有路由器将另一个端口转发到网关？请测试该端口（--test-port），网关自身的端口保持不变。</translation>
    </message>
    <message>
        <source>%1 has only IPv6 addresses, and scans use IPv4.</source>
        <translation>%1 只有 IPv6 地址，而扫描使用 IPv4。</translation>
    </message>
    <message>
        <source>The change had no effect: the gateway does not report what was requested.</source>
        <translation>更改没有生效：网关报告的设置与请求的不符。</translation>
    </message>
    <message>
        <source>The Modbus server was already off, so it can&apos;t be switched off and on again; nothing was changed.</source>
        <translation>Modbus 服务器此前已关闭，因此无法将其关闭后重新开启；未作任何更改。</translation>
    </message>
    <message>
        <source>The Modbus server is off now: it was switched off, and could not be switched on again.</source>
        <translation>Modbus 服务器现已关闭：它被关闭后未能重新开启。</translation>
    </message>
    <message>
        <source>The Modbus server may be off now: it was switched off, and it is not known whether it is on again.</source>
        <translation>Modbus 服务器现在可能处于关闭状态：它被关闭后，不清楚是否已重新开启。</translation>
    </message>
    <message>
        <source>Read the state first (status), and turn the server on if it is off (enable).</source>
        <translation>请先读取状态（status）；如果服务器已关闭，请将其开启（enable）。</translation>
    </message>
    <message>
        <source>Read the state first, and turn the server on if it is off.</source>
        <translation>请先读取状态；如果服务器已关闭，请将其开启。</translation>
    </message>
    <message>
        <source>Please report this, with the output of --verbose.</source>
        <translation>请报告此问题，并附上 --verbose 的输出。</translation>
    </message>
    <message>
        <source>Please report this, with the protocol log.</source>
        <translation>请报告此问题，并附上通信日志。</translation>
    </message>
    <message>
        <source>Test this one host instead, with verify --host.</source>
        <translation>请改用 verify --host 单独测试此主机。</translation>
    </message>
    <message>
        <source>Test this one host instead: add it by its address.</source>
        <translation>请改为单独测试此主机：按地址添加它。</translation>
    </message>
    <message>
        <source>Read the state again in a minute before trying again.</source>
        <translation>请在一分钟后重新读取状态，然后再重试。</translation>
    </message>
    <message>
        <source>Test the port again in a minute: only a refused connection proves that it is closed.</source>
        <translation>请在一分钟后再次测试端口：只有连接被拒绝，才能证实端口已关闭。</translation>
    </message>
    <message>
        <source>Wait a minute and test the port again: the server may take a while to stop.</source>
        <translation>请等待一分钟后再次测试端口：服务器可能需要一些时间才能停止。</translation>
    </message>
    <message>
        <source>Testing the Modbus port needs no sign-in.</source>
        <translation>测试 Modbus 端口无需登录。</translation>
    </message>
    <message>
        <source>Turn it on instead.</source>
        <translation>请改为将其开启。</translation>
    </message>
    <message>
        <source>If this is the right one, correct the serial number.</source>
        <translation>如果这就是正确的网关，请更正序列号。</translation>
    </message>
    <message>
        <source>Do not send it again yet: read the state first.</source>
        <translation>请先不要重新发送：先读取状态。</translation>
    </message>
    <message>
        <source>The change was already sent: read the state first.</source>
        <translation>更改此前已发送：请先读取状态。</translation>
    </message>
    <message>
        <source>The profile leaves something open, so nothing was sent: %1</source>
        <translation>协议配置中有未确定的内容，因此未发送任何内容：%1</translation>
    </message>
    <message>
        <source>Complete the profile&apos;s file; what is missing stands in it.</source>
        <translation>请补全协议配置文件；缺少的内容已在文件中注明。</translation>
    </message>
</context>
<context>
    <name>Sigen::AppWayCard</name>
    <message>
        <source>Open the switch in the mySigen app</source>
        <translation>在 mySigen App 中打开该开关所在页面</translation>
    </message>
    <message>
        <source>Turn it on, leave port %1, and press Save if the app shows it</source>
        <translation>将其开启，端口保持 %1；如果 App 显示“保存”，请点击</translation>
    </message>
    <message>
        <source>If it asks which addresses may connect: that of the program that will read it and, for the test here, this computer&apos;s.</source>
        <translation>如果 App 询问允许哪些地址连接：填写将要读取它的程序的地址；为了在此测试，还要填写本机的地址。</translation>
    </message>
    <message>
        <source>If it asks which addresses may connect: that of the program that will read it and, for the test here, this computer&apos;s:</source>
        <translation>如果 App 询问允许哪些地址连接：填写将要读取它的程序的地址；为了在此测试，还要填写本机的地址：</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Wait for the ticks here</source>
        <translation>在此等待对勾出现</translation>
    </message>
    <message>
        <source>Nothing to press: as soon as port %1 opens, it is tested and read.</source>
        <translation>无需任何操作：端口 %1 一开放，便会自动测试并读取。</translation>
    </message>
    <message>
        <source>Turn Modbus TCP on in the app. This window watches, and proves it.</source>
        <translation>请在 App 中开启 Modbus TCP。本窗口会监视并加以验证。</translation>
    </message>
</context>
<context>
    <name>Sigen::Application</name>
    <message>
        <source>About the settings</source>
        <translation>关于设置</translation>
    </message>
    <message>
        <source>The gateway was not added.</source>
        <translation>未添加网关。</translation>
    </message>
</context>
<context>
    <name>Sigen::CauseWords</name>
    <message>
        <source>%1 It said: %2</source>
        <translation>%1 对方返回：%2</translation>
    </message>
    <message>
        <source>A device has the address %1, but it answers neither on port %2 nor on port %3.</source>
        <translation>有设备使用地址 %1，但端口 %2 和端口 %3 均无响应。</translation>
    </message>
    <message>
        <source>%1 does not answer. The way there leads through the tunnel %2, which probably does not reach the gateway&apos;s network.</source>
        <translation>%1 没有响应。通往该处的路径经过隧道 %2，而该隧道很可能无法到达网关所在的网络。</translation>
    </message>
    <message>
        <source>Two devices take turns at %1: the serial number was %2 first and %3 later.</source>
        <translation>两台设备轮流使用 %1：序列号先是 %2，后来是 %3。</translation>
    </message>
    <message>
        <source>Several devices use the address %1: %2.</source>
        <translation>多台设备使用地址 %1：%2。</translation>
    </message>
    <message>
        <source>Probably another device has the address %1 now: the MAC address is not the one that was known.</source>
        <translation>地址 %1 现在很可能属于另一台设备：MAC 地址与已知的不同。</translation>
    </message>
    <message>
        <source>The gateway&apos;s Modbus TCP server is switched off.</source>
        <translation>网关的 Modbus TCP 服务器已关闭。</translation>
    </message>
    <message>
        <source>Name and address</source>
        <translation>名称和地址</translation>
    </message>
    <message>
        <source>Way there</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>The name %1 is not known on this network.</source>
        <translation>无法在此网络中解析名称 %1。</translation>
    </message>
    <message>
        <source>This computer has no route to %1.</source>
        <translation>本机没有到 %1 的路由。</translation>
    </message>
    <message>
        <source>%1 does not answer, so there is no local sign-in from here.</source>
        <translation>%1 没有响应，因此无法从本机进行本地登录。</translation>
    </message>
    <message>
        <source>%1 shows a certificate that is not the trusted one.</source>
        <translation>%1 出示的证书不是受信任的证书。</translation>
    </message>
    <message>
        <source>%1 accepts only encrypted connections (TLS).</source>
        <translation>%1 只接受加密连接（TLS）。</translation>
    </message>
    <message>
        <source>%1 accepts connections, but no WebSocket connection could be made.</source>
        <translation>%1 接受连接，但无法建立 WebSocket 连接。</translation>
    </message>
    <message>
        <source>The gateway refused the sign-in as %1.</source>
        <translation>网关拒绝了以 %1 身份登录。</translation>
    </message>
    <message>
        <source>The gateway took the session away: another program is probably signed in.</source>
        <translation>网关收回了会话：很可能有另一个程序已登录。</translation>
    </message>
    <message>
        <source>%1 does not answer this computer.</source>
        <translation>%1 对本机没有响应。</translation>
    </message>
    <message>
        <source>The same gateway answers Modbus at another address: %1.</source>
        <translation>同一网关在另一个地址上响应 Modbus：%1。</translation>
    </message>
    <message>
        <source>The gateway&apos;s setting names the address %1; it probably lets only that one in.</source>
        <translation>网关的设置中指定了地址 %1；它很可能只允许该地址连接。</translation>
    </message>
    <message>
        <source>%1 accepts connections, but does not answer Modbus.</source>
        <translation>%1 接受连接，但不响应 Modbus。</translation>
    </message>
    <message>
        <source>%1 answers Modbus, but only after the time-out.</source>
        <translation>%1 响应 Modbus，但响应时已超时。</translation>
    </message>
    <message>
        <source>%1 answers each Modbus request with “busy”.</source>
        <translation>%1 对每个 Modbus 请求都以“忙”响应。</translation>
    </message>
    <message>
        <source>The plant&apos;s Modbus answers are odd, but usable.</source>
        <translation>电站的 Modbus 响应不太正常，但可以使用。</translation>
    </message>
    <message>
        <source>%1 speaks Modbus, but does not answer what was asked.</source>
        <translation>%1 使用 Modbus，但响应与请求不符。</translation>
    </message>
    <message>
        <source>%1 accepts connections and closes them without answering.</source>
        <translation>%1 接受连接，但不作响应便断开。</translation>
    </message>
    <message>
        <source>%1 answers, but not with Modbus.</source>
        <translation>%1 有响应，但不是 Modbus。</translation>
    </message>
    <message>
        <source>%1 is a Modbus proxy, or another maker&apos;s gateway, that can&apos;t reach the plant.</source>
        <translation>%1 是 Modbus 代理或其他厂商的网关，无法连接到电站。</translation>
    </message>
    <message>
        <source>%1 speaks Modbus, but is not a Sigenergy system.</source>
        <translation>%1 使用 Modbus，但不是 Sigenergy 系统。</translation>
    </message>
    <message>
        <source>%1 speaks Modbus, but does not give a plant&apos;s values: it is probably still starting.</source>
        <translation>%1 使用 Modbus，但不提供电站的数据：很可能仍在启动。</translation>
    </message>
    <message>
        <source>Several unit ids are answered by the same device.</source>
        <translation>多个单元 ID 由同一设备应答。</translation>
    </message>
    <message>
        <source>Not every unit id answers; missing: %1.</source>
        <translation>并非所有单元 ID 都应答；缺少：%1。</translation>
    </message>
    <message>
        <source>The plant&apos;s clock and this computer&apos;s differ.</source>
        <translation>电站的时钟与本机的时钟不一致。</translation>
    </message>
    <message numerus="yes">
        <source>The plant answers, but of %n read(s) %1 got no answer and %2 a late one.</source>
        <translation>
            <numerusform>电站有响应，但在 %n 次读取中，%1 次没有响应，%2 次响应延迟。</numerusform>
        </translation>
    </message>
    <message>
        <source>The same device answers at %1 as well.</source>
        <translation>同一设备也在 %1 上响应。</translation>
    </message>
    <message>
        <source>Sign in with an installer&apos;s account, or ask the installer for the rights.</source>
        <translation>请使用安装商账户登录，或请安装商授予权限。</translation>
    </message>
    <message>
        <source>Check that the address is the gateway&apos;s: the one in the app often differs from the one on the local network.</source>
        <translation>请检查该地址是否为网关的地址：App 中显示的地址往往与本地网络中的地址不同。</translation>
    </message>
    <message>
        <source>Set the plant&apos;s clock in the vendor&apos;s app; schedules and daily totals follow it.</source>
        <translation>请在厂商 App 中设置电站的时钟；定时计划和每日累计值以其为准。</translation>
    </message>
    <message>
        <source>Check the link: on Wi-Fi answers come late; a cable is better.</source>
        <translation>请检查连接：使用 Wi-Fi 时响应会延迟；有线连接更好。</translation>
    </message>
    <message>
        <source>Check the spelling of the name.</source>
        <translation>请检查名称的拼写。</translation>
    </message>
    <message>
        <source>Check user name and password: usually the gateway&apos;s local account, not the cloud account.</source>
        <translation>请检查用户名和密码：通常是网关的本地账户，而不是云账户。</translation>
    </message>
    <message>
        <source>Check that it has power and is connected to the network.</source>
        <translation>请检查其是否已通电并已连接到网络。</translation>
    </message>
    <message>
        <source>If a Modbus proxy stands in between, check its target: the gateway&apos;s address, port and unit id.</source>
        <translation>如果中间有 Modbus 代理，请检查其目标：网关的地址、端口和单元 ID。</translation>
    </message>
    <message>
        <source>Look in the router&apos;s list for who has the address, and give the other device another one.</source>
        <translation>请在路由器的列表中查看该地址由谁使用，并为另一台设备分配其他地址。</translation>
    </message>
    <message>
        <source>Close the vendor&apos;s app and other programs that are signed in, then try again.</source>
        <translation>请关闭厂商 App 和其他已登录的程序，然后重试。</translation>
    </message>
    <message>
        <source>Connect this computer to the gateway&apos;s own network; a guest network or another VLAN may not lead there.</source>
        <translation>请将本机连接到网关所在的网络；访客网络或其他 VLAN 可能无法通往该处。</translation>
    </message>
    <message>
        <source>The way leads over %1, but %2 is in the same network: disconnect the one that does not lead to the gateway.</source>
        <translation>路径经过 %1，但 %2 也在同一网络中：请断开不通往网关的那一个。</translation>
    </message>
    <message>
        <source>Disconnect the VPN, or let it leave the local network alone.</source>
        <translation>请断开 VPN，或让 VPN 不影响本地网络。</translation>
    </message>
    <message>
        <source>Let all unit ids be tried, to find the ones that this plant has.</source>
        <translation>请尝试所有单元 ID，以找到此电站所具有的单元 ID。</translation>
    </message>
    <message>
        <source>Reserve a fixed address for the gateway in the router (DHCP reservation).</source>
        <translation>请在路由器中为网关保留固定地址（DHCP 保留）。</translation>
    </message>
    <message>
        <source>The installer may still have to press Save in the app.</source>
        <translation>安装商可能还需要在 App 中点击“保存”。</translation>
    </message>
    <message>
        <source>Some firmware accepts only listed clients: ask for this computer&apos;s address to be added.</source>
        <translation>某些固件只接受列表中的客户端：请要求将本机地址加入列表。</translation>
    </message>
    <message>
        <source>A firewall may block it, on this computer, on the way or at the gateway: try from another computer on the same network.</source>
        <translation>可能被防火墙拦截，防火墙可能在本机、途中或网关上：请用同一网络中的另一台计算机尝试。</translation>
    </message>
    <message>
        <source>Until then give your other program a time-out of 3 s, 3 retries and at most one read every 5 s.</source>
        <translation>在此之前，请将其他程序的超时设为 3 秒，重试 3 次，并且每 5 秒最多读取一次。</translation>
    </message>
    <message>
        <source>Switch the gateway&apos;s Modbus TCP server, or the gateway itself, off and on again: some hang until then.</source>
        <translation>请将网关的 Modbus TCP 服务器或网关本身关闭后重新开启：有些网关在此之前会一直卡住。</translation>
    </message>
    <message>
        <source>Scan the network for the gateway.</source>
        <translation>请扫描网络，查找网关。</translation>
    </message>
    <message>
        <source>Sign in over TLS, and compare the certificate&apos;s fingerprint with the gateway&apos;s own.</source>
        <translation>请通过 TLS 登录，并将证书的指纹与网关自身的指纹核对。</translation>
    </message>
    <message>
        <source>Another Modbus client may hold the only connection: stop it and test again.</source>
        <translation>可能有其他 Modbus 客户端占用了唯一的连接：请将其停止后再次测试。</translation>
    </message>
    <message>
        <source>Turn the server on.</source>
        <translation>请开启服务器。</translation>
    </message>
    <message>
        <source>Turn the server on, here with the password or in the vendor&apos;s app: Settings → System Settings → General → Modbus TCP Server Settings.</source>
        <translation>请开启服务器：在此处使用密码，或在厂商 App 中：设置 → 系统设置 → 常规 → Modbus TCP 服务器设置。</translation>
    </message>
    <message>
        <source>If a Modbus proxy stands in between, test without it, at the gateway&apos;s own address.</source>
        <translation>如果中间有 Modbus 代理，请绕过代理，直接用网关自身的地址测试。</translation>
    </message>
    <message>
        <source>It may still be starting: test again in a minute.</source>
        <translation>可能仍在启动：请在一分钟后再次测试。</translation>
    </message>
    <message>
        <source>Try another protocol profile, such as early-draft.</source>
        <translation>请尝试其他协议配置，例如 early-draft。</translation>
    </message>
    <message>
        <source>Use the gateway&apos;s IP address; your router&apos;s list of devices shows it.</source>
        <translation>请使用网关的 IP 地址；可在路由器的设备列表中找到。</translation>
    </message>
    <message>
        <source>If the gateway is on Wi-Fi, try a cable.</source>
        <translation>如果网关使用 Wi-Fi，请尝试有线连接。</translation>
    </message>
    <message>
        <source>Give your other programs one of the addresses, and only that one.</source>
        <translation>请为其他程序填写其中一个地址，且只用这一个。</translation>
    </message>
    <message>
        <source>Use the address %1.</source>
        <translation>请使用地址 %1。</translation>
    </message>
    <message>
        <source>The gateway is fine from here: %1 answers Modbus.</source>
        <translation>从本机看，网关一切正常：%1 响应 Modbus。</translation>
    </message>
    <message>
        <source>Address %1, port %2.</source>
        <translation>地址 %1，端口 %2。</translation>
    </message>
    <message>
        <source>Unit ids: %1.</source>
        <translation>单元 ID：%1。</translation>
    </message>
    <message>
        <source>Function %1, register addresses as printed in the vendor&apos;s document, high word first.</source>
        <translation>功能码 %1，寄存器地址与厂商文档中的一致，高位字在前。</translation>
    </message>
    <message>
        <source>A time-out of 3 s or more, and at most one round of reads every 5 s.</source>
        <translation>超时 3 秒或更长，并且每 5 秒最多读取一轮。</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) at once were answered.</source>
        <translation>
            <numerusform>同时建立的 %n 个连接均有响应。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n connection(s) at once were answered: let one program read and share it, for example with a Modbus proxy.</source>
        <translation>
            <numerusform>同时只有 %n 个连接得到响应：请让一个程序读取并共享数据，例如使用 Modbus 代理。</numerusform>
        </translation>
    </message>
    <message>
        <source>The gateway says that the account %1 lacks the rights.</source>
        <translation>网关报告账户 %1 没有相应权限。</translation>
    </message>
    <message>
        <source>Another program has signed in to the gateway and taken the session.</source>
        <translation>另一个程序登录了网关并接管了会话。</translation>
    </message>
    <message>
        <source>the gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>The gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>%1 accepts connections, but the WebSocket handshake got no answer.</source>
        <translation>%1 接受连接，但 WebSocket 握手没有得到响应。</translation>
    </message>
    <message>
        <source>The gateway did not answer in time.</source>
        <translation>网关未及时响应。</translation>
    </message>
    <message>
        <source>The gateway&apos;s reply could not be understood.</source>
        <translation>无法理解网关的回复。</translation>
    </message>
    <message>
        <source>The gateway&apos;s reply could not be understood: %1.</source>
        <translation>无法理解网关的回复：%1。</translation>
    </message>
    <message>
        <source>The gateway accepted the sign-in, but sent no session token.</source>
        <translation>网关接受了登录，但未发送会话令牌。</translation>
    </message>
    <message>
        <source>The gateway sent an unreasonably large message.</source>
        <translation>网关发来的消息大得不合常理。</translation>
    </message>
    <message>
        <source>The connection to the gateway was lost.</source>
        <translation>与网关的连接已断开。</translation>
    </message>
    <message>
        <source>The gateway&apos;s reply lacks what was requested.</source>
        <translation>网关的回复中缺少所请求的内容。</translation>
    </message>
    <message>
        <source>Nothing answers at %1: probably no device has this address, or the way there is blocked.</source>
        <translation>%1 没有任何响应：很可能没有设备使用此地址，或通往该处的路径被拦截。</translation>
    </message>
    <message>
        <source>This is not the expected gateway; the serial numbers differ: %1.</source>
        <comment>A ≠ B</comment>
        <translation>这不是预期的网关；序列号不同：%1。</translation>
    </message>
    <message>
        <source>This is not the expected gateway.</source>
        <translation>这不是预期的网关。</translation>
    </message>
    <message>
        <source>The gateway says that the account lacks the rights.</source>
        <translation>网关报告该账户没有相应权限。</translation>
    </message>
    <message>
        <source>The gateway refused: the account probably lacks the rights.</source>
        <translation>网关拒绝了请求：该账户很可能没有相应权限。</translation>
    </message>
    <message>
        <source>The gateway refused: the account %1 probably lacks the rights.</source>
        <translation>网关拒绝了请求：账户 %1 很可能没有相应权限。</translation>
    </message>
    <message>
        <source>The gateway refused the sign-in.</source>
        <translation>网关拒绝了登录。</translation>
    </message>
    <message>
        <source>%1 refuses connections: the Modbus TCP server is probably switched off.</source>
        <translation>%1 拒绝连接：Modbus TCP 服务器很可能已关闭。</translation>
    </message>
    <message>
        <source>The name is not known on this network.</source>
        <translation>无法在此网络中解析该名称。</translation>
    </message>
    <message>
        <source>Nothing answers at %1: no device on this network has this address.</source>
        <translation>%1 没有任何响应：此网络中没有设备使用此地址。</translation>
    </message>
    <message>
        <source>%1 refuses connections, so there is no local sign-in.</source>
        <translation>%1 拒绝连接，因此无法进行本地登录。</translation>
    </message>
    <message>
        <source>%1 It probably speaks another dialect than the one that was tried.</source>
        <comment>after a sentence</comment>
        <translation>%1它很可能使用与所尝试的不同的协议变体。</translation>
    </message>
    <message>
        <source>The gateway reports the server as on, but %1 refuses connections.</source>
        <translation>网关报告服务器已开启，但 %1 拒绝连接。</translation>
    </message>
    <message>
        <source>The gateway reports the server as on, but %1 does not answer this computer.</source>
        <translation>网关报告服务器已开启，但 %1 对本机没有响应。</translation>
    </message>
    <message>
        <source>%1 answers with a Modbus exception.</source>
        <translation>%1 以 Modbus 异常响应。</translation>
    </message>
    <message>
        <source>Some firmware accepts only listed clients: ask for the address of the program that reads the plant to be added and, for this test, %1.</source>
        <translation>某些固件只接受列表中的客户端：请要求将读取电站的程序的地址加入列表；为了此次测试，还要加入 %1。</translation>
    </message>
    <message>
        <source>Add the zone, the name of this computer&apos;s network card, to the address, for example fe80::1%eth0.</source>
        <translation>请在地址后加上区域标识，即本机网卡的名称，例如 fe80::1%eth0。</translation>
    </message>
    <message>
        <source>Give the program that reads the plant more time for an answer.</source>
        <translation>请为读取电站的程序延长等待响应的时间。</translation>
    </message>
    <message>
        <source>A router may forward the port to another device: compare the addresses.</source>
        <translation>路由器可能将该端口转发到了其他设备：请比对地址。</translation>
    </message>
    <message>
        <source>Check the zone of the address: it is the name of the network card through which this computer reaches the gateway.</source>
        <translation>请检查地址的区域标识：它是本机用来连接网关的网卡的名称。</translation>
    </message>
    <message>
        <source>Locked out? The gateway&apos;s hardware manual describes how to reset the credentials.</source>
        <translation>无法登录？网关的硬件手册中说明了如何重置登录凭据。</translation>
    </message>
    <message>
        <source>The plant may listen on its other network card: try its other address.</source>
        <translation>电站可能在另一块网卡上监听：请尝试它的另一个地址。</translation>
    </message>
    <message>
        <source>Use the vendor&apos;s app instead: Settings → System Settings → General → Modbus TCP Server Settings (owner), or Device → Settings → Communication → Modbus TCP Server, then Save (installer). If the entry is missing, the account needs installer rights.</source>
        <translation>请改用厂商 App：设置 → 系统设置 → 常规 → Modbus TCP 服务器设置（业主），或设备 → 设置 → 通信 → Modbus TCP 服务器，然后点击“保存”（安装商）。如果没有该项，则账户需要安装商权限。</translation>
    </message>
    <message>
        <source>%1 On the command line: %2.</source>
        <comment>a sentence of advice, a command</comment>
        <translation>%1命令行：%2。</translation>
    </message>
</context>
<context>
    <name>Sigen::CliText</name>
    <message>
        <source>The option --modbus-port is required.</source>
        <translation>必须指定选项 --modbus-port。</translation>
    </message>
    <message>
        <source>Change:</source>
        <translation>更改：</translation>
    </message>
    <message>
        <source>Sign in and read the setting.</source>
        <translation>登录并读取设置。</translation>
    </message>
    <message>
        <source>Switch the server on and prove that it answers.</source>
        <translation>开启服务器并证实它有响应。</translation>
    </message>
    <message>
        <source>Switch the server off and prove that it no longer answers.</source>
        <translation>关闭服务器并证实它不再响应。</translation>
    </message>
    <message>
        <source>Change the server&apos;s port and prove that it answers there.</source>
        <translation>更改服务器的端口并证实它在新端口上有响应。</translation>
    </message>
    <message>
        <source>The option %1 is unknown, or comes before the command.</source>
        <translation>选项 %1 未知，或位于命令之前。</translation>
    </message>
    <message>
        <source>The command %1 is not part of this version.</source>
        <translation>此版本不包含命令 %1。</translation>
    </message>
    <message>
        <source>A password is never an argument, where others could see it; use --password-file, --password-stdin or the environment variable SIGEN_MODBUS_PASSWORD.</source>
        <translation>密码绝不能作为参数，以免被他人看到；请使用 --password-file、--password-stdin 或环境变量 SIGEN_MODBUS_PASSWORD。</translation>
    </message>
    <message>
        <source>The command %1 has no option “%2”.</source>
        <translation>命令 %1 没有选项“%2”。</translation>
    </message>
    <message>
        <source>The command %1 takes options only, for example --host 192.168.1.150, but something else was given.</source>
        <translation>命令 %1 只接受选项，例如 --host 192.168.1.150，但给出了其他内容。</translation>
    </message>
    <message>
        <source>Usage: %1 COMMAND [options]</source>
        <translation>用法：%1 COMMAND [选项]</translation>
    </message>
    <message>
        <source>Switches the Modbus TCP server of a SigenEnergy gateway on or off and proves that it answers.</source>
        <translation>开启或关闭 SigenEnergy 网关的 Modbus TCP 服务器，并证实它有响应。</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Usage: %1 %2 [options]</source>
        <translation>用法：%1 %2 [选项]</translation>
    </message>
    <message>
        <source>Common options:</source>
        <translation>通用选项：</translation>
    </message>
    <message>
        <source>Print technical details and every frame on standard error.</source>
        <translation>在标准错误上打印技术细节和每一帧。</translation>
    </message>
    <message>
        <source>Never use colour (also with NO_COLOR set).</source>
        <translation>从不使用颜色（设置了 NO_COLOR 时也是如此）。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>The options --quiet and --verbose contradict each other.</source>
        <translation>选项 --quiet 与 --verbose 相互矛盾。</translation>
    </message>
    <message>
        <source>Gateway:</source>
        <translation>网关：</translation>
    </message>
    <message>
        <source>Address or name of the gateway (required).</source>
        <translation>网关的地址或名称（必需）。</translation>
    </message>
    <message>
        <source>Permit addresses outside private networks.</source>
        <translation>允许私有网络之外的地址。</translation>
    </message>
    <message>
        <source>Account on the gateway (admin).</source>
        <translation>网关上的账户（admin）。</translation>
    </message>
    <message>
        <source>WebSocket port (8080).</source>
        <translation>WebSocket 端口（8080）。</translation>
    </message>
    <message>
        <source>WebSocket path; by default the profile&apos;s.</source>
        <translation>WebSocket 路径；默认为协议配置中的路径。</translation>
    </message>
    <message>
        <source>Protocol profile, by name (%1) or as a JSON file.</source>
        <translation>协议配置，可用名称（%1）或 JSON 文件。</translation>
    </message>
    <message>
        <source>Connect with TLS (wss://).</source>
        <translation>使用 TLS（wss://）连接。</translation>
    </message>
    <message>
        <source>Trust the certificate with this SHA-256 fingerprint; implies --tls.</source>
        <translation>信任具有此 SHA-256 指纹的证书；隐含 --tls。</translation>
    </message>
    <message>
        <source>The option --host is required.</source>
        <translation>必须指定选项 --host。</translation>
    </message>
    <message>
        <source>The address %1 is not on a private network; --allow-public permits it.</source>
        <translation>地址 %1 不在私有网络中；--allow-public 可允许它。</translation>
    </message>
    <message>
        <source>The profile “%1” can&apos;t be used: %2</source>
        <translation>无法使用协议配置“%1”：%2</translation>
    </message>
    <message>
        <source>The user name is empty.</source>
        <translation>用户名为空。</translation>
    </message>
    <message>
        <source>The option --tls-fingerprint takes the 64 hexadecimal digits of a SHA-256 fingerprint, with or without colons.</source>
        <translation>选项 --tls-fingerprint 需要 SHA-256 指纹的 64 位十六进制数字，可带或不带冒号。</translation>
    </message>
    <message>
        <source>The option --ws-path takes a path that begins with “/”, without spaces.</source>
        <translation>选项 --ws-path 需要以“/”开头且不含空格的路径。</translation>
    </message>
    <message>
        <source>This is the built-in simulated gateway on this computer; nothing on your network is contacted.</source>
        <translation>这是本机上内置的模拟网关；不会连接您网络中的任何设备。</translation>
    </message>
    <message>
        <source>Show the whole job against a simulated gateway.</source>
        <translation>对模拟网关演示整个过程。</translation>
    </message>
    <message>
        <source>Starts a simulated gateway on this computer and switches its Modbus TCP server on, as enable does with a real one. Nothing on the network is contacted.</source>
        <translation>在本机上启动模拟网关并开启其 Modbus TCP 服务器，与 enable 对真实网关的操作相同。不会连接网络中的任何设备。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be contacted (%2); --allow-public permits addresses outside private networks.</source>
        <translation>无法连接 %1（%2）；--allow-public 允许私有网络之外的地址。</translation>
    </message>
    <message>
        <source>The network %1 is not private; --allow-public permits it.</source>
        <translation>网络 %1 不是私有网络；--allow-public 可允许它。</translation>
    </message>
    <message>
        <source>Find gateways on the network.</source>
        <translation>在网络中查找网关。</translation>
    </message>
    <message>
        <source>Read Modbus on every host with an open Modbus port.</source>
        <translation>在每台 Modbus 端口开放的主机上读取 Modbus。</translation>
    </message>
    <message>
        <source>Permit more than 1024 addresses.</source>
        <translation>允许超过 1024 个地址。</translation>
    </message>
    <message>
        <source>Modbus port (502).</source>
        <translation>Modbus 端口（502）。</translation>
    </message>
    <message>
        <source>The option --for is required; handover --list lists the tools.</source>
        <translation>必须指定选项 --for；handover --list 会列出所有工具。</translation>
    </message>
    <message>
        <source>Give only one of --no-check and --units sweep.</source>
        <translation>--no-check 和 --units sweep 只能指定其一。</translation>
    </message>
    <message>
        <source>Handover:</source>
        <translation>移交：</translation>
    </message>
    <message>
        <source>The tool (required); --list lists them.</source>
        <translation>目标工具（必需）；--list 会列出所有工具。</translation>
    </message>
    <message>
        <source>Contact nothing; the unit ids are those of --unit or --units, or assumed.</source>
        <translation>不连接任何设备；单元 ID 取自 --unit 或 --units，或使用假定值。</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>gateway?</source>
        <translation>网关？</translation>
    </message>
    <message>
        <source>Modbus only</source>
        <translation>仅有 Modbus</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未测</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>The plant %1 has several addresses: use %2; it also answers on %3.</source>
        <translation>电站 %1 有多个地址：请使用 %2；它也在 %3 上响应。</translation>
    </message>
    <message>
        <source>If the gateway is in another network, name it with --network, for example --network 192.168.2.0/24; your router&apos;s list of devices shows its address.</source>
        <translation>如果网关在其他网络中，请用 --network 指定该网络，例如 --network 192.168.2.0/24；路由器的设备列表会显示它的地址。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
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
        <translation>时间</translation>
    </message>
    <message>
        <source>Model, serial number, firmware, MAC address, name</source>
        <translation>型号、序列号、固件、MAC 地址、名称</translation>
    </message>
    <message numerus="yes">
        <source>%n gateway(s) found in %1 s.</source>
        <translation>
            <numerusform>在 %1 秒内找到 %n 个网关。</numerusform>
        </translation>
    </message>
    <message>
        <source>No gateway found in %1 s.</source>
        <translation>在 %1 秒内未找到网关。</translation>
    </message>
    <message>
        <source>The trace file “%1” can&apos;t be written: %2</source>
        <translation>无法写入跟踪文件“%1”：%2</translation>
    </message>
    <message>
        <source>The option --%1 was given more than once.</source>
        <translation>选项 --%1 被指定了多次。</translation>
    </message>
    <message>
        <source>The option --%1 takes a whole number from %2 to %3, not “%4”.</source>
        <translation>选项 --%1 需要 %2 到 %3 之间的整数，而不是“%4”。</translation>
    </message>
    <message>
        <source>Password (or environment variable SIGEN_MODBUS_PASSWORD):</source>
        <translation>密码（或环境变量 SIGEN_MODBUS_PASSWORD）：</translation>
    </message>
    <message>
        <source>Read it from the first line of FILE.</source>
        <translation>从 FILE 的第一行读取。</translation>
    </message>
    <message>
        <source>Read it from the first line of standard input.</source>
        <translation>从标准输入的第一行读取。</translation>
    </message>
    <message>
        <source>Take it from this computer&apos;s keychain.</source>
        <translation>从本机的密钥串获取。</translation>
    </message>
    <message>
        <source>The password file “%1” can&apos;t be used: %2</source>
        <translation>无法使用密码文件“%1”：%2</translation>
    </message>
    <message>
        <source>The password comes from two places: the environment variable SIGEN_MODBUS_PASSWORD is set, and an option names another.</source>
        <translation>密码有两个来源：已设置环境变量 SIGEN_MODBUS_PASSWORD，同时又有选项指定了另一个来源。</translation>
    </message>
    <message>
        <source>The password comes from two places; give only one of --password-file, --password-stdin and --keychain.</source>
        <translation>密码有两个来源；--password-file、--password-stdin 和 --keychain 只能指定其一。</translation>
    </message>
    <message>
        <source>The environment variable SIGEN_MODBUS_PASSWORD can&apos;t be used: %1</source>
        <translation>无法使用环境变量 SIGEN_MODBUS_PASSWORD：%1</translation>
    </message>
    <message>
        <source>The password is missing: give it with --password-file, --password-stdin, --keychain or the environment variable SIGEN_MODBUS_PASSWORD.</source>
        <translation>缺少密码：请通过 --password-file、--password-stdin、--keychain 或环境变量 SIGEN_MODBUS_PASSWORD 提供。</translation>
    </message>
    <message>
        <source>it is longer than 4 KiB.</source>
        <translation>它超过 4 KiB。</translation>
    </message>
    <message>
        <source>its first line is empty.</source>
        <translation>其第一行为空。</translation>
    </message>
    <message>
        <source>it is not UTF-8 text.</source>
        <translation>它不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>密码： </translation>
    </message>
    <message>
        <source>Password for %1 on %2: </source>
        <translation>%2 上 %1 的密码： </translation>
    </message>
    <message>
        <source>The password on standard input can&apos;t be used: %1</source>
        <translation>无法使用标准输入中的密码：%1</translation>
    </message>
    <message>
        <source>Ctrl-C ends it.</source>
        <translation>按 Ctrl-C 结束。</translation>
    </message>
    <message>
        <source>The option --bind takes an address of this computer, not “%1”.</source>
        <translation>选项 --bind 需要本机的地址，而不是“%1”。</translation>
    </message>
    <message>
        <source>Run a simulated gateway.</source>
        <translation>运行模拟网关。</translation>
    </message>
    <message>
        <source>Simulated gateway:</source>
        <translation>模拟网关：</translation>
    </message>
    <message>
        <source>Address to listen on (127.0.0.1).</source>
        <translation>监听的地址（127.0.0.1）。</translation>
    </message>
    <message>
        <source>WebSocket port (8080); 0 is any free one.</source>
        <translation>WebSocket 端口（8080）；0 表示任意空闲端口。</translation>
    </message>
    <message>
        <source>Serial number to report.</source>
        <translation>要报告的序列号。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>已开启</translation>
    </message>
    <message>
        <source>off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>固件</translation>
    </message>
    <message>
        <source>Unit ids</source>
        <translation>单元 ID</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>Give your other tool the address %1, port %2 and unit id 247 for the plant.</source>
        <translation>请为其他工具填写地址 %1、端口 %2，电站的单元 ID 为 247。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Plant at %1, unit %2, %3</source>
        <translation>位于 %1 的电站，单元 %2，%3</translation>
    </message>
    <message>
        <source>Device at %1, unit %2, %3</source>
        <translation>位于 %1 的设备，单元 %2，%3</translation>
    </message>
    <message>
        <source>%1 of %2 addresses, gateways: %3</source>
        <translation>%1/%2 个地址，网关：%3</translation>
    </message>
    <message>
        <source>The simulated gateway listens on %1: WebSocket port %2, Modbus port %3 (%4).</source>
        <translation>模拟网关正在 %1 上监听：WebSocket 端口 %2，Modbus 端口 %3（%4）。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>What to do next:</source>
        <translation>后续步骤：</translation>
    </message>
    <message>
        <source>Give only one of --unit and --units.</source>
        <translation>--unit 和 --units 只能指定其一。</translation>
    </message>
    <message>
        <source>Read live plant values.</source>
        <translation>读取电站的实时数据。</translation>
    </message>
    <message>
        <source>Reading:</source>
        <translation>读取：</translation>
    </message>
    <message>
        <source>Unit to read: 247 for the plant (default), 1 to 246 for a device.</source>
        <translation>要读取的单元：247 为电站（默认），1 到 246 为设备。</translation>
    </message>
    <message>
        <source>Seconds between readings, 1 to 86400 (5).</source>
        <translation>读取间隔秒数，1 到 86400（5）。</translation>
    </message>
    <message>
        <source>How many readings.</source>
        <translation>读取次数。</translation>
    </message>
    <message>
        <source>Test the port and read Modbus, without signing in.</source>
        <translation>测试端口并读取 Modbus，无需登录。</translation>
    </message>
    <message>
        <source>Tests from this computer whether the Modbus port accepts connections and whether a Sigenergy plant answers there. Needs no password and never contacts the WebSocket port.</source>
        <translation>从本机测试 Modbus 端口是否接受连接，以及是否有 Sigenergy 电站在该处响应。无需密码，从不连接 WebSocket 端口。</translation>
    </message>
    <message>
        <source>Test:</source>
        <translation>测试：</translation>
    </message>
    <message>
        <source>Language of the sentences: %1 (default en).</source>
        <translation>消息所用的语言：%1（默认 en）。</translation>
    </message>
    <message>
        <source>Give your other tool the address %1, port %2 and the unit ids that answered: %3.</source>
        <translation>请为其他工具填写地址 %1、端口 %2 以及已应答的单元 ID：%3。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be contacted: no device has this address. Use the gateway&apos;s own.</source>
        <translation>无法连接 %1：没有设备会使用此地址。请使用网关自身的地址。</translation>
    </message>
    <message>
        <source>late</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>忙</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>no Modbus</source>
        <translation>非 Modbus</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>异常</translation>
    </message>
    <message numerus="yes">
        <source>(the same %n more time(s))</source>
        <translation>
            <numerusform>（相同内容又出现 %n 次）</numerusform>
        </translation>
    </message>
    <message>
        <source>The trace file “%1” can&apos;t be written any more: %2</source>
        <translation>无法继续写入跟踪文件“%1”：%2</translation>
    </message>
    <message>
        <source>Waiting for the keychain, which may be asking to be unlocked.</source>
        <translation>正在等待密钥串，它可能正要求解锁。</translation>
    </message>
    <message>
        <source>Tested at</source>
        <translation>测试的端口</translation>
    </message>
    <message>
        <source>port %1, where this computer reaches it</source>
        <translation>端口 %1，本机经由该端口连接</translation>
    </message>
    <message>
        <source>Standard output can&apos;t be written: %1</source>
        <translation>无法写入标准输出：%1</translation>
    </message>
    <message>
        <source>No password was typed, so nothing was done.</source>
        <translation>未输入密码，因此未执行任何操作。</translation>
    </message>
    <message>
        <source>The password is too long to be typed here: the terminal may have cut it. Give it with --password-file.</source>
        <translation>密码过长，无法在此输入：终端可能已将其截断。请使用 --password-file 提供密码。</translation>
    </message>
    <message>
        <source>%1 of %2 units asked</source>
        <translation>已查询 %1 / %2 个单元</translation>
    </message>
    <message>
        <source>These are %1 addresses; await watches %2 at most: name a smaller part with --network.</source>
        <translation>共有 %1 个地址；await 最多监视 %2 个：请用 --network 指定较小的范围。</translation>
    </message>
    <message>
        <source>Name what to watch with --host, --network, or both.</source>
        <translation>请用 --host、--network 或两者一起指定要监视的对象。</translation>
    </message>
    <message>
        <source>Wait until a Modbus server appears, then verify it.</source>
        <translation>等待 Modbus 服务器出现，然后进行验证。</translation>
    </message>
    <message>
        <source>Address or name of the gateway.</source>
        <translation>网关的地址或名称。</translation>
    </message>
    <message>
        <source>Wait:</source>
        <translation>等待：</translation>
    </message>
    <message>
        <source>Network to watch, as 192.168.1.0/24 or 192.168.1.10-192.168.1.20, at most 254 addresses; may be repeated.</source>
        <translation>要监视的网络，形式为 192.168.1.0/24 或 192.168.1.10-192.168.1.20，最多 254 个地址；可重复指定。</translation>
    </message>
    <message>
        <source>Sign in and read, show what would be sent, change nothing.</source>
        <translation>登录并读取，显示将会发送的内容，不作任何更改。</translation>
    </message>
    <message>
        <source>Signs in to the gateway and reads whether its Modbus TCP server is on, and on which port. Nothing is written. (The protocol is unconfirmed: reading is believed, but not proved, to change nothing.)</source>
        <translation>登录网关，读取其 Modbus TCP 服务器是否已开启以及所用的端口。不写入任何内容。（该协议未经证实：读取应当不会更改任何内容，但未经证明。）</translation>
    </message>
    <message>
        <source>Signs in, reads the setting, switches the Modbus TCP server on unless it is already on, reads the setting back, then tests the port and reads Modbus from this computer.</source>
        <translation>登录并读取设置；如果 Modbus TCP 服务器尚未开启，则将其开启；回读设置，然后从本机测试端口并读取 Modbus。</translation>
    </message>
    <message>
        <source>Modbus port to set on the gateway; by default it stays as it is.</source>
        <translation>要在网关上设置的 Modbus 端口；默认保持不变。</translation>
    </message>
    <message>
        <source>Signs in, reads the setting, switches the Modbus TCP server off unless it is already off, reads the setting back, then verifies that the port no longer accepts connections.</source>
        <translation>登录并读取设置；如果 Modbus TCP 服务器尚未关闭，则将其关闭；回读设置，然后验证该端口不再接受连接。</translation>
    </message>
    <message>
        <source>Signs in and changes the Modbus port. A server that is on is then tested on the new port; one that is off stays off, and nothing is tested.</source>
        <translation>登录并更改 Modbus 端口。如果服务器已开启，则在新端口上进行测试；如果已关闭，则保持关闭，不作测试。</translation>
    </message>
    <message>
        <source>Modbus port to set on the gateway (required).</source>
        <translation>要在网关上设置的 Modbus 端口（必需）。</translation>
    </message>
    <message>
        <source>A command is missing; %1 --help lists all commands.</source>
        <translation>缺少命令；%1 --help 会列出所有命令。</translation>
    </message>
    <message>
        <source>There is no command “%1”; %2 --help lists all commands.</source>
        <translation>没有命令“%1”；%2 --help 会列出所有命令。</translation>
    </message>
    <message>
        <source>The trace can&apos;t be written: nothing reads from the named pipe “%1”.</source>
        <translation>无法写入跟踪：没有程序在读取命名管道“%1”。</translation>
    </message>
    <message>
        <source>Print one JSON object per line on standard output, and nothing else.</source>
        <translation>在标准输出上每行打印一个 JSON 对象，不输出其他内容。</translation>
    </message>
    <message>
        <source>Print only the result, without steps and progress.</source>
        <translation>只打印结果，不显示步骤和进度。</translation>
    </message>
    <message>
        <source>Time-out of each network step, 1 to 600000 ms (connect and handshake 5000, a reply 10000, a Modbus reply 3000, a device&apos;s identity 1000).</source>
        <translation>每个网络步骤的超时时间，1 到 600000 毫秒（连接和握手 5000，一般回复 10000，Modbus 回复 3000，设备识别 1000）。</translation>
    </message>
    <message>
        <source>How long to wait for the Modbus port to open or close and for its server to answer correctly, 0 to 3600 s; 0 tries once (30 after a change, else 0).</source>
        <translation>等待 Modbus 端口开放或关闭、且其服务器正确响应的最长时间，0 到 3600 秒；0 表示只尝试一次（更改之后为 30，否则为 0）。</translation>
    </message>
    <message>
        <source>Write every frame, without passwords and tokens, to FILE, one JSON object per line.</source>
        <translation>将每一帧写入 FILE，不含密码和令牌，每行一个 JSON 对象。</translation>
    </message>
    <message>
        <source>The language “%1” is not available; choose from %2.</source>
        <translation>语言“%1”不可用；可选择 %2。</translation>
    </message>
    <message>
        <source>The option --trace needs a file name.</source>
        <translation>选项 --trace 需要文件名。</translation>
    </message>
    <message>
        <source>Serial number to sign in with; by default the one that the gateway reports.</source>
        <translation>登录所用的序列号；默认为网关报告的序列号。</translation>
    </message>
    <message>
        <source>Port on which this computer reaches the Modbus port when a router forwards it; the gateway&apos;s own port stays as it is.</source>
        <translation>由路由器转发时，本机用来连接 Modbus 端口的端口；网关自身的端口保持不变。</translation>
    </message>
    <message>
        <source>Nothing was done: the limit on open files is too low by %1 (ulimit -n).</source>
        <translation>未执行任何操作：打开文件数的上限还差 %1 个（ulimit -n）。</translation>
    </message>
    <message>
        <source>That is %1 addresses; --yes-large permits more than %2, --network selects a part.</source>
        <translation>共有 %1 个地址；--yes-large 允许超过 %2 个，--network 可选择其中一部分。</translation>
    </message>
    <message>
        <source>Nothing was scanned: the name %1 could not be looked up, because the system allows this program no more connections (too many open files).</source>
        <translation>未进行扫描：无法解析名称 %1，因为系统不允许本程序再建立连接（打开的文件过多）。</translation>
    </message>
    <message numerus="yes">
        <source>Scanning %n address(es): %1</source>
        <translation>
            <numerusform>正在扫描 %n 个地址：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan:</source>
        <translation>扫描：</translation>
    </message>
    <message>
        <source>Network to scan instead of this computer&apos;s own: 192.168.1.0/24, 192.168.1.10-192.168.1.20, an address or a name; may be repeated.</source>
        <translation>要扫描的网络，代替本机所在的网络：192.168.1.0/24、192.168.1.10-192.168.1.20、地址或名称；可重复指定。</translation>
    </message>
    <message>
        <source>There is no tool “%1”; handover --list lists all tools.</source>
        <translation>没有工具“%1”；handover --list 会列出所有工具。</translation>
    </message>
    <message>
        <source>The option --output needs a value.</source>
        <translation>选项 --output 需要一个值。</translation>
    </message>
    <message>
        <source>Write the settings for another tool.</source>
        <translation>为其他工具写出设置。</translation>
    </message>
    <message>
        <source>Reads which devices the plant has and prints the settings that Home Assistant, evcc and others need: address, port and unit ids. Needs no password and never contacts the WebSocket port. Writes nothing when no plant answers.</source>
        <translation>读取电站中有哪些设备，并打印 Home Assistant、evcc 等所需的设置：地址、端口和单元 ID。无需密码，从不连接 WebSocket 端口。没有电站响应时不写入任何内容。</translation>
    </message>
    <message>
        <source>List the tools and exit.</source>
        <translation>列出所有工具后退出。</translation>
    </message>
    <message>
        <source>Save the settings in this file instead of printing them; “-” prints them.</source>
        <translation>将设置保存到此文件，而不是打印出来；“-”表示打印。</translation>
    </message>
    <message>
        <source>“%1” is a network, not an address or a host name; discover --network %1 scans it.</source>
        <translation>“%1”是网络，而不是地址或主机名；discover --network %1 可扫描该网络。</translation>
    </message>
    <message>
        <source>“%1” is not an address or a host name.</source>
        <translation>“%1”不是地址或主机名。</translation>
    </message>
    <message>
        <source>“%1” is not an address or a host name; use %2. Port 502 is the Modbus port, which verify tests (--modbus-port); this command signs in on the WebSocket port (--ws-port, by default 8080).</source>
        <translation>“%1”不是地址或主机名；请使用 %2。端口 502 是 Modbus 端口，由 verify 测试（--modbus-port）；此命令在 WebSocket 端口上登录（--ws-port，默认 8080）。</translation>
    </message>
    <message>
        <source>“%1” is not an address or a host name; use %2. Port 8080 is the WebSocket port, on which status and enable sign in (--ws-port); this command tests Modbus (--modbus-port, by default 502).</source>
        <translation>“%1”不是地址或主机名；请使用 %2。端口 8080 是 WebSocket 端口，status 和 enable 在该端口上登录（--ws-port）；此命令测试 Modbus（--modbus-port，默认 502）。</translation>
    </message>
    <message>
        <source>“%1” is not an address or a host name; use %2.</source>
        <translation>“%1”不是地址或主机名；请使用 %2。</translation>
    </message>
    <message>
        <source>“%1” is not a network or a host name; use %2.</source>
        <translation>“%1”不是网络或主机名；请使用 %2。</translation>
    </message>
    <message>
        <source>“%1” is not a network or a host name; use %2, and --ws-port %3 or --modbus-port %3 for the port.</source>
        <translation>“%1”不是网络或主机名；请使用 %2，并用 --ws-port %3 或 --modbus-port %3 指定端口。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be contacted (%2). Use the gateway&apos;s own address; your router&apos;s list of devices shows it.</source>
        <translation>无法连接 %1（%2）。请使用网关自身的地址；可在路由器的设备列表中找到。</translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation>选项 --%1 需要一个值。</translation>
    </message>
    <message>
        <source>There are too many frames; no more are shown.</source>
        <translation>帧数过多；不再显示后续的帧。</translation>
    </message>
    <message>
        <source>Switch the server off and on again and prove that it answers.</source>
        <translation>将服务器关闭后重新开启，并证实它有响应。</translation>
    </message>
    <message>
        <source>“gateway?” means that the WebSocket answers like a gateway&apos;s, but nothing else shows that it is one.</source>
        <translation>“网关？”表示 WebSocket 像网关一样响应，但没有其他迹象表明它是网关。</translation>
    </message>
    <message>
        <source>Some hosts have an open Modbus port; --all-modbus identifies them.</source>
        <translation>有些主机的 Modbus 端口开放；--all-modbus 可识别它们。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after scanning %n address(es).</source>
        <translation>
            <numerusform>扫描 %n 个地址后停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>No gateway found in the rest of the network, in %1 s.</source>
        <translation>在 %1 秒内，网络的其余部分中未找到网关。</translation>
    </message>
    <message>
        <source>There is no fault “%1”; simulate --list-faults lists all faults.</source>
        <translation>没有故障“%1”；simulate --list-faults 会列出所有故障。</translation>
    </message>
    <message>
        <source>Runs a simulated gateway with a WebSocket and a Modbus port, to try out tools and failures without touching a plant. Ctrl-C ends it.</source>
        <translation>运行带有 WebSocket 端口和 Modbus 端口的模拟网关，用于在不触及电站的情况下试用工具和故障。按 Ctrl-C 结束。</translation>
    </message>
    <message>
        <source>Modbus port; by default, and with 0, 502 if permitted, else any free one.</source>
        <translation>Modbus 端口；默认以及为 0 时，如允许则用 502，否则用任意空闲端口。</translation>
    </message>
    <message>
        <source>Start with the Modbus TCP server switched on.</source>
        <translation>启动时 Modbus TCP 服务器即已开启。</translation>
    </message>
    <message>
        <source>The only user name that can sign in; by default any can.</source>
        <translation>唯一可登录的用户名；默认任何用户名均可登录。</translation>
    </message>
    <message>
        <source>Fault to simulate; may be repeated.</source>
        <translation>要模拟的故障；可重复指定。</translation>
    </message>
    <message>
        <source>List the faults and exit.</source>
        <translation>列出所有故障后退出。</translation>
    </message>
    <message>
        <source>To switch it on, run enable --host %1.</source>
        <translation>要将其开启，请运行 enable --host %1。</translation>
    </message>
    <message>
        <source>To prove that it answers, run verify --host %1 --modbus-port %2.</source>
        <translation>要证实它有响应，请运行 verify --host %1 --modbus-port %2。</translation>
    </message>
    <message>
        <source>To make the change, run the same command without --dry-run.</source>
        <translation>要进行更改，请运行同一命令但去掉 --dry-run。</translation>
    </message>
    <message>
        <source>The trace ends here because it has become too long.</source>
        <translation>跟踪过长，到此为止。</translation>
    </message>
    <message>
        <source>The option --units takes device units from 1 to 246, as in 1,2,5-7, or the word sweep, not “%1”.</source>
        <translation>选项 --units 需要 1 到 246 之间的设备单元，例如 1,2,5-7，或单词 sweep，而不是“%1”。</translation>
    </message>
    <message>
        <source>Device unit to read besides the plant, 1 to 247; by default 1, else 2.</source>
        <translation>除电站外要读取的设备单元，1 到 247；默认先读取 1，无结果则读取 2。</translation>
    </message>
    <message>
        <source>Device units to scan, as in 1,2,5-7, or sweep for all from 1 to 246; each missing unit costs a time-out.</source>
        <translation>要查询的设备单元，例如 1,2,5-7，或用 sweep 表示 1 到 246 的全部单元；每个不存在的单元都会耗费一次超时。</translation>
    </message>
    <message>
        <source>Requested, but not answered: %1.</source>
        <translation>已请求但未得到应答：%1。</translation>
    </message>
    <message>
        <source>Reads the plant&apos;s live values over Modbus: once, as often as --count says, or with --interval alone until Ctrl-C. Connects for each reading and disconnects in between, so that other tools get their turn. Needs no password; only reads.</source>
        <translation>通过 Modbus 读取电站的实时数据：读取一次；使用 --count 则读取指定次数；仅使用 --interval 则一直读取到按下 Ctrl-C。每次读取时连接，读取之间断开，以便其他工具也能使用。无需密码；只读取。</translation>
    </message>
    <message>
        <source>The options --modbus-port and --test-port give different ports, but verify tests only one.</source>
        <translation>选项 --modbus-port 与 --test-port 指定了不同的端口，但 verify 只测试一个。</translation>
    </message>
    <message>
        <source>Port %1 of %2 accepts connections; now it is verified.</source>
        <translation>%2 的端口 %1 接受连接；现在进行验证。</translation>
    </message>
    <message>
        <source>For the time in which somebody turns the server on in the vendor&apos;s app. Tries the Modbus port of --host each second and that of each other address of --network every 15 seconds, and verifies a server the moment its port opens; a port that is already open counts as well. In a network, only a device that its MAC address or serial number identifies as Sigenergy ends the wait; others are reported. It needs no password and never contacts the WebSocket port.</source>
        <translation>用于等待他人在厂商 App 中开启服务器。每秒尝试一次 --host 的 Modbus 端口，每 15 秒尝试一次 --network 中其他各地址的 Modbus 端口；端口一开放便立即验证服务器，已开放的端口同样算数。在网络中，只有能凭 MAC 地址或序列号认出是 Sigenergy 的设备才会结束等待；其他设备只作报告。无需密码，从不连接 WebSocket 端口。</translation>
    </message>
    <message>
        <source>Seconds to wait for a server to appear (0: no limit).</source>
        <translation>等待服务器出现的秒数（0：不限）。</translation>
    </message>
    <message>
        <source>Show this help; after a command, the help of that command.</source>
        <translation>显示此帮助；写在命令之后时，显示该命令的帮助。</translation>
    </message>
    <message>
        <source>Scans this computer&apos;s own networks for hosts that answer like a gateway on the WebSocket and the Modbus port. It only connects, does one WebSocket handshake where a port is open, and reads Modbus on hosts that look like a gateway. It never signs in. A silent address is tried twice, or three times where many packets are lost. Addresses that this computer could not try are listed, and the exit code is 3.</source>
        <translation>在本机所在的网络中扫描在 WebSocket 端口和 Modbus 端口上像网关一样响应的主机。只进行连接；在开放的端口上进行一次 WebSocket 握手；在看起来像网关的主机上读取 Modbus。从不登录。没有响应的地址会尝试两次，丢包严重时尝试三次。本机未能尝试的地址会列出，此时退出码为 3。</translation>
    </message>
    <message>
        <source>No settings were made because no plant answered; --no-check makes them anyway.</source>
        <translation>没有电站响应，因此未生成任何设置；使用 --no-check 仍可生成。</translation>
    </message>
    <message>
        <source>This is for a server that accepts connections but answers nothing. It signs in, reads the setting, switches the server off and reads the setting back, switches it on again and reads it back once more, then tests the port and reads Modbus. Each of the two changes is sent once; a port that hangs in between does not keep the server off. A server that is already off is left alone. It asks first where standard input is a terminal.</source>
        <translation>用于接受连接但对任何请求都没有响应的服务器。登录并读取设置，关闭服务器并回读设置，再重新开启并再次回读，然后测试端口并读取 Modbus。两次更改各只发送一次；即使其间端口卡住，服务器也不会因此保持关闭。已关闭的服务器不作任何更改。标准输入为终端时会先询问。</translation>
    </message>
    <message>
        <source>The command %1 takes exactly one of these words: %2.</source>
        <translation>命令 %1 需要以下词语中的一个且只能一个：%2。</translation>
    </message>
    <message>
        <source>The profile “%1” is not built in. Look at its requests with --dry-run, then give --accept-profile.</source>
        <translation>协议配置“%1”不是内置的。请用 --dry-run 查看其请求，然后指定 --accept-profile。</translation>
    </message>
    <message>
        <source>%1 of %2 reads</source>
        <translation>%1 / %2 次读取</translation>
    </message>
    <message>
        <source>Look at every layer, and say what is wrong and what to do.</source>
        <translation>检查每一层，说明问题所在以及解决办法。</translation>
    </message>
    <message>
        <source>Is it the gateway, the network, or the other program? Looks at name, route, network card, WebSocket port, handshake, sign-in, setting, Modbus port, Modbus, units, identity and link, in this order, and names the first one at fault with what to do about it. Where nothing is wrong it gives the settings that worked. Signs in only where a password is given; changes nothing. The link test takes 20 seconds.</source>
        <translation>是网关、网络，还是其他程序的问题？依次检查名称、路由、网卡、WebSocket 端口、握手、登录、设置、Modbus 端口、Modbus、单元、身份和链路，指出第一个出问题的环节以及解决办法。如果一切正常，则给出有效的设置。仅在提供密码时登录；不作任何更改。链路测试需要 20 秒。</translation>
    </message>
    <message>
        <source>Diagnosis:</source>
        <translation>诊断：</translation>
    </message>
    <message>
        <source>Modbus port; by default the one that the setting names, else 502.</source>
        <translation>Modbus 端口；默认为设置中指定的端口，否则为 502。</translation>
    </message>
    <message>
        <source>Reads of the link test, one a second (20); 0 leaves it out.</source>
        <translation>链路测试的读取次数，每秒一次（20）；0 表示不测试。</translation>
    </message>
    <message>
        <source>Also try 2 or 3 Modbus connections at once.</source>
        <translation>同时尝试建立 2 个或 3 个 Modbus 连接。</translation>
    </message>
    <message>
        <source>%1 status %2</source>
        <comment>HTTP</comment>
        <translation>%1 状态 %2</translation>
    </message>
    <message>
        <source>%1 status %2 from %3</source>
        <comment>HTTP</comment>
        <translation>%1 状态 %2，来自 %3</translation>
    </message>
    <message>
        <source>no %1 answer</source>
        <comment>HTTP</comment>
        <translation>无 %1 响应</translation>
    </message>
    <message>
        <source>Modbus: %1</source>
        <translation>Modbus：%1</translation>
    </message>
    <message>
        <source>Modbus: %1, %2</source>
        <translation>Modbus：%1，%2</translation>
    </message>
    <message>
        <source>certificate of %1</source>
        <translation>%1 的证书</translation>
    </message>
    <message>
        <source>WebSocket on %1</source>
        <translation>%1 上的 WebSocket</translation>
    </message>
    <message>
        <source>The option --output needs the name of a file.</source>
        <translation>选项 --output 需要文件名。</translation>
    </message>
    <message>
        <source>Look at what a host offers, without signing in.</source>
        <translation>查看主机提供哪些服务，无需登录。</translation>
    </message>
    <message>
        <source>Tries the ports that gateways and their relatives are known to use, and looks at what answers: HTTP, TLS with its certificate, WebSocket handshakes on known paths, and Modbus. Ports 502, 1502 and 6607 get Modbus reads only. Sends no password and follows no redirect. The file that --output saves is for those who write a profile: serial number and MAC address are shortened in it.</source>
        <translation>尝试网关及同类设备已知会使用的端口，并查看响应内容：HTTP、TLS 及其证书、已知路径上的 WebSocket 握手，以及 Modbus。对端口 502、1502 和 6607 只发送 Modbus 读取请求。不发送密码，也不跟随重定向。--output 保存的文件供编写协议配置者使用：其中的序列号和 MAC 地址已缩短。</translation>
    </message>
    <message>
        <source>Evidence:</source>
        <translation>结果：</translation>
    </message>
    <message>
        <source>Save what was seen in FILE, as JSON.</source>
        <translation>将所见内容以 JSON 格式保存到 FILE。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used: %2</source>
        <translation>无法使用 %1：%2</translation>
    </message>
    <message>
        <source>Requests of the capture that the profile would send word for word: %1; replies that it knows: %2.</source>
        <translation>抓包中协议配置会原样发送的请求：%1；它能识别的回复：%2。</translation>
    </message>
    <message>
        <source>The profile is complete and fits the capture.</source>
        <translation>协议配置完整，且与抓包相符。</translation>
    </message>
    <message>
        <source>The profile is complete.</source>
        <translation>协议配置完整。</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>未确定：%1</translation>
    </message>
    <message numerus="yes">
        <source>The profile leaves %n thing(s) open; nothing is sent with it until they are settled in its file.</source>
        <translation>
            <numerusform>协议配置中有 %n 项未确定；在其文件中确定之前，不会用它发送任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Give one of: profile import CAPTURE, profile check FILE.json [CAPTURE], profile show NAME.</source>
        <translation>请指定其中之一：profile import CAPTURE、profile check FILE.json [CAPTURE]、profile show NAME。</translation>
    </message>
    <message>
        <source>Make a profile out of a capture, check one, show one.</source>
        <translation>根据抓包生成协议配置，检查或显示协议配置。</translation>
    </message>
    <message>
        <source>A profile says how a gateway speaks. “import” makes one out of what a browser or --trace recorded: a HAR file, or lines of {&quot;direction&quot;, &quot;text&quot;}. What can&apos;t be told is left open and named, and nothing is sent with such a profile. Passwords, tokens and serial numbers are found and replaced; with the password that was used, also where it was sent as a digest. “check” says what is missing and compares a profile with a capture. “show” prints a built-in one. Contacts nothing.</source>
        <translation>协议配置说明网关的通信方式。“import”根据浏览器或 --trace 的记录生成协议配置：HAR 文件，或由 {&quot;direction&quot;, &quot;text&quot;} 组成的行。无法判断的内容保持未确定并予以列出，不会用这样的协议配置发送任何内容。密码、令牌和序列号会被找出并替换；如果提供了当时使用的密码，则以摘要形式发送的密码也会被替换。“check”说明缺少什么，并将协议配置与抓包比较。“show”显示内置的协议配置。不连接任何设备。</translation>
    </message>
    <message>
        <source>Import:</source>
        <translation>导入：</translation>
    </message>
    <message>
        <source>Save the profile in this file instead of printing it; “-” prints it.</source>
        <translation>将协议配置保存到此文件，而不是打印出来；“-”表示打印。</translation>
    </message>
    <message>
        <source>The user name in the capture; by default found by its key.</source>
        <translation>抓包中的用户名；默认按其键名查找。</translation>
    </message>
    <message>
        <source>The serial number in the capture.</source>
        <translation>抓包中的序列号。</translation>
    </message>
    <message>
        <source>WebSocket port, for captures without an address (8080).</source>
        <translation>WebSocket 端口，用于没有地址的抓包（8080）。</translation>
    </message>
    <message>
        <source>WebSocket path, for captures without an address (/ws).</source>
        <translation>WebSocket 路径，用于没有地址的抓包（/ws）。</translation>
    </message>
    <message>
        <source>Also save a report to hand over, as FILE.txt, FILE.json or FILE.html, without secrets and with serial number and MAC address shortened; may be repeated.</source>
        <translation>同时将可转交他人的报告保存为 FILE.txt、FILE.json 或 FILE.html，不含机密信息，序列号和 MAC 地址已缩短；可重复指定。</translation>
    </message>
    <message>
        <source>Also save a commissioning sheet for the owner, as FILE.html, with the whole serial number.</source>
        <translation>同时将供业主使用的调试记录表保存为 FILE.html，包含完整的序列号。</translation>
    </message>
    <message>
        <source>A report as PDF is made by the window only: save “%1” as .html instead, which a browser prints as PDF.</source>
        <translation>PDF 报告只能由窗口程序生成：请将“%1”改为保存成 .html，再用浏览器打印为 PDF。</translation>
    </message>
    <message>
        <source>The option --report takes a file that ends in .txt, .json or .html, not “%1”.</source>
        <translation>选项 --report 需要以 .txt、.json 或 .html 结尾的文件，而不是“%1”。</translation>
    </message>
    <message>
        <source>The option --sheet takes a file that ends in .html, not “%1”.</source>
        <translation>选项 --sheet 需要以 .html 结尾的文件，而不是“%1”。</translation>
    </message>
    <message>
        <source>%1 A background service takes the password from the keychain, where the window keeps it, or from a file of your own: --password-file.</source>
        <translation>%1 后台服务从密钥串（窗口程序保存密码之处）读取密码，或从您自己的文件读取：--password-file。</translation>
    </message>
    <message>
        <source>The Modbus server of %1 is kept on in the background, now and after each log-on.</source>
        <translation>后台会使 %1 的 Modbus 服务器保持开启，从现在起，并在每次登录系统之后。</translation>
    </message>
    <message>
        <source>This system does not let a user close a service in, so it runs with all the rights of your account.</source>
        <translation>此系统不允许用户限制服务的权限，因此该服务以您账户的全部权限运行。</translation>
    </message>
    <message>
        <source>It runs while you are logged in. To have it run without that, from the computer&apos;s start on: loginctl enable-linger. A keychain that opens only at log-on is waited for.</source>
        <translation>它在您登录系统期间运行。如需不登录也从计算机启动时起运行：loginctl enable-linger。如果密钥串在登录后才会打开，服务会等待。</translation>
    </message>
    <message>
        <source>What it says: journalctl --user -u %1</source>
        <translation>查看其输出：journalctl --user -u %1</translation>
    </message>
    <message>
        <source>There is no background service for %1 any more.</source>
        <translation>%1 的后台服务已不存在。</translation>
    </message>
    <message>
        <source>There is no background service of this account.</source>
        <translation>此账户没有后台服务。</translation>
    </message>
    <message>
        <source>The password comes from two places; give only one of --password-file and --keychain.</source>
        <translation>密码有两个来源；--password-file 和 --keychain 只能指定其一。</translation>
    </message>
    <message>
        <source>There is no such password file.</source>
        <translation>该密码文件不存在。</translation>
    </message>
    <message>
        <source>The background service that runs watch for this account.</source>
        <translation>为此账户运行 watch 的后台服务。</translation>
    </message>
    <message>
        <source>install has the system run “watch” for this gateway at each log-on, with the options that are given here: a systemd user unit, a launchd agent or a scheduled task. The password stays in the keychain, or in a file of your own that nobody else may read. remove ends that. status lists the services of this account.</source>
        <translation>install 让系统在每次登录时使用此处指定的选项为该网关运行“watch”：systemd 用户单元、launchd 代理或计划任务。密码保留在密钥串中，或保存在只有您自己可读的文件中。remove 将其终止。status 列出此账户的服务。</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>密码：</translation>
    </message>
    <message>
        <source>Watch:</source>
        <translation>监视：</translation>
    </message>
    <message>
        <source>Looking at port %1 of %2 every %3 s. Ctrl-C ends it.</source>
        <translation>每 %3 秒检查一次 %2 的端口 %1。按 Ctrl-C 结束。</translation>
    </message>
    <message>
        <source>Process %1 watches this gateway already. End it first.</source>
        <translation>进程 %1 已在监视此网关。请先将其结束。</translation>
    </message>
    <message>
        <source>Others can read or change the password file “%1”. Run chmod 600 on it.</source>
        <translation>其他用户可以读取或更改密码文件“%1”。请对其执行 chmod 600。</translation>
    </message>
    <message>
        <source>The option --history needs a file name.</source>
        <translation>选项 --history 需要文件名。</translation>
    </message>
    <message>
        <source>Seconds between two looks, 10 to 3600 (30).</source>
        <translation>两次检查之间的秒数，10 到 3600（30）。</translation>
    </message>
    <message>
        <source>Look at the port and Modbus only, without a password; never switch anything on.</source>
        <translation>只检查端口和 Modbus，不使用密码；绝不开启任何功能。</translation>
    </message>
    <message>
        <source>Also write each change of state to FILE, one JSON object per line, at most 10000 of them.</source>
        <translation>同时将每次状态变化写入 FILE，每行一个 JSON 对象，最多 10000 个。</translation>
    </message>
    <message>
        <source>Modbus port to look at until the gateway reports its own (502).</source>
        <translation>在网关报告自身端口之前要检查的 Modbus 端口（502）。</translation>
    </message>
    <message>
        <source>Keep the server on: look, and switch it on again.</source>
        <translation>使服务器保持开启：检查，并在关闭后重新开启。</translation>
    </message>
    <message>
        <source>Looks at the Modbus port every --interval seconds. While it answers, nobody signs in. Where it does not, signs in once, reads the setting, and switches the server on and verifies it if it is off: at most 6 times an hour and never twice within 60 seconds. Ends after one refused sign-in, when somebody switches the server off again and again (exit code 7), and when it is turned off with this program. The same gateway at another address is found by its serial number or MAC address; nobody else is sent the password. With --once for timers: exit code 0 when it is on, 7 when it is off and stays off, 3 when it can&apos;t be reached, 4 when the sign-in is refused.</source>
        <translation>每隔 --interval 秒检查一次 Modbus 端口。只要端口有响应，就不会登录。如果没有响应，则登录一次，读取设置，并在服务器关闭时将其开启并验证：每小时最多 6 次，且 60 秒内绝不重复。在一次登录被拒绝后、有人反复关闭服务器时（退出码 7），以及用本程序关闭服务器时结束。同一网关换了地址时，通过序列号或 MAC 地址找到；不会向其他设备发送密码。使用 --once 适合定时任务：已开启时退出码为 0，关闭且保持关闭时为 7，无法连接时为 3，登录被拒绝时为 4。</translation>
    </message>
    <message>
        <source>Look once, do what is needed, and end.</source>
        <translation>检查一次，执行必要的操作，然后结束。</translation>
    </message>
    <message>
        <source>Leave the server off if it was turned off with this program, even before the watch began: for timers and services.</source>
        <translation>如果服务器是用本程序关闭的，则让其保持关闭，即使是在监视开始之前关闭的：用于定时任务和服务。</translation>
    </message>
    <message>
        <source>Accept the requests of a profile that is not built in: look at them with --dry-run first. At a terminal a question shows them. It is remembered for this gateway and this profile as it is.</source>
        <translation>接受非内置协议配置的请求：请先用 --dry-run 查看这些请求。在终端上，询问时会显示它们。此选择会针对此网关和当前内容的此协议配置记住。</translation>
    </message>
    <message>
        <source>In place of {enabled} it sends %1 for on and %2 for off.</source>
        <translation>发送时，{enabled} 会替换为 %1（开启）或 %2（关闭）。</translation>
    </message>
    <message>
        <source>The profile “%1” is not built in. These are its requests:</source>
        <translation>协议配置“%1”不是内置的。它的请求如下：</translation>
    </message>
    <message>
        <source>Change the setting of %1 with these requests?</source>
        <translation>要用这些请求更改 %1 的设置吗？</translation>
    </message>
    <message>
        <source>Switch the Modbus server of %1 off and on again? Programs that read from it are cut off for some seconds.</source>
        <translation>要将 %1 的 Modbus 服务器关闭后重新开启吗？从它读取的程序会中断几秒钟。</translation>
    </message>
</context>
<context>
    <name>Sigen::ConnectTab</name>
    <message>
        <source>Programs to connect</source>
        <translation>要连接的程序</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>What to enter in the chosen program</source>
        <translation>在所选程序中填写的内容</translation>
    </message>
    <message>
        <source>Units asked so far</source>
        <translation>目前已查询的单元</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Find u&amp;nits</source>
        <translation>查找单元(&amp;N)</translation>
    </message>
    <message>
        <source>Save the snippet</source>
        <translation>保存配置片段</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Asks every unit id what it is; this can take minutes.</source>
        <translation>查询每个单元 ID 对应什么设备；可能需要几分钟。</translation>
    </message>
</context>
<context>
    <name>Sigen::Conversation</name>
    <message>
        <source>A message from %1 was not understood.</source>
        <translation>无法理解来自 %1 的消息。</translation>
    </message>
    <message>
        <source>A sign-in as “%1” from %2 was refused.</source>
        <translation>拒绝了以“%1”身份从 %2 进行的登录。</translation>
    </message>
    <message>
        <source>Signed in as “%1” from %2.</source>
        <translation>已以“%1”身份从 %2 登录。</translation>
    </message>
    <message>
        <source>A set request from %1 had wrong parameters.</source>
        <translation>来自 %1 的写入请求参数有误。</translation>
    </message>
    <message>
        <source>The set request from %1 lost or changed the key %2, which it had read.</source>
        <translation>来自 %1 的写入请求丢失或更改了它曾读取的键 %2。</translation>
    </message>
    <message>
        <source>Signed out from %1.</source>
        <translation>已从 %1 退出登录。</translation>
    </message>
</context>
<context>
    <name>Sigen::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
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
            <numerusform>%n 次读取，每秒一次</numerusform>
        </translation>
    </message>
    <message>
        <source>What worked here</source>
        <translation>在此有效的设置</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>正在等待密钥串…</translation>
    </message>
    <message>
        <source>Reading the plant&apos;s values for the report…</source>
        <translation>正在读取电站的数据以供报告使用…</translation>
    </message>
    <message>
        <source>Testing the link: %1 of %2 reads</source>
        <translation>正在测试链路：%1/%2 次读取</translation>
    </message>
    <message>
        <source>Asked %1 of %2 units</source>
        <translation>已查询 %1/%2 个单元</translation>
    </message>
    <message>
        <source>Looking at each layer…</source>
        <translation>正在检查每一层…</translation>
    </message>
    <message>
        <source>Stopped %1, after %2. Nothing was changed.</source>
        <translation>历时 %2，于 %1 停止。未作任何更改。</translation>
    </message>
    <message>
        <source>Checked %1, took %2. Nothing was changed.</source>
        <translation>于 %1 检查，用时 %2。未作任何更改。</translation>
    </message>
    <message>
        <source>%1 The gateway was changed since then.</source>
        <comment>when it was checked</comment>
        <translation>%1此后网关已作过更改。</translation>
    </message>
</context>
<context>
    <name>Sigen::DiagnosisTab</name>
    <message>
        <source>Is it the gateway, the network, or the other program? Looks at every layer between this computer and the plant and says what is wrong and what to do. Nothing is changed, and a password is used only if it is at hand.</source>
        <translation>是网关、网络，还是其他程序的问题？检查本机与电站之间的每一层，说明问题所在以及解决办法。不作任何更改，并且仅在密码已经可用时才使用密码。</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>保存报告(&amp;B)…</translation>
    </message>
    <message>
        <source>Test the &amp;link for 20 seconds</source>
        <translation>测试链路 20 秒(&amp;T)</translation>
    </message>
    <message>
        <source>Try a secon&amp;d and a third connection at once</source>
        <translation>同时尝试第二个和第三个连接(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>Without passwords; serial numbers and MAC addresses are shortened.</source>
        <translation>不含密码；序列号和 MAC 地址已缩短。</translation>
    </message>
    <message>
        <source>Shee&amp;t for the owner…</source>
        <translation>业主调试记录表(&amp;Y)…</translation>
    </message>
    <message>
        <source>One page for the owner&apos;s records, with the whole serial number.</source>
        <translation>供业主存档的一页记录，包含完整的序列号。</translation>
    </message>
    <message>
        <source>Looks at what the gateway offers without signing in, for those who write a profile.</source>
        <translation>查看网关提供哪些服务，无需登录；供编写协议配置者使用。</translation>
    </message>
    <message>
        <source>Progress of the diagnosis</source>
        <translation>诊断进度</translation>
    </message>
    <message>
        <source>Ports looked at so far</source>
        <translation>目前已查看的端口</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;X)</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <translation>再次检查(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Run the diagnosis</source>
        <translation>运行诊断(&amp;X)</translation>
    </message>
    <message>
        <source>Stop saving &amp;evidence</source>
        <translation>停止保存探测结果(&amp;E)</translation>
    </message>
    <message>
        <source>Save &amp;evidence…</source>
        <translation>保存探测结果(&amp;E)…</translation>
    </message>
    <message>
        <source>Save evidence</source>
        <translation>保存探测结果</translation>
    </message>
    <message>
        <source>Evidence (*.json)</source>
        <translation>探测结果 (*.json)</translation>
    </message>
</context>
<context>
    <name>Sigen::DiscoveryController</name>
    <message>
        <source>1 gateway</source>
        <translation>1 个网关</translation>
    </message>
    <message numerus="yes">
        <source>%n gateways</source>
        <translation>
            <numerusform>%n 个网关</numerusform>
        </translation>
    </message>
    <message>
        <source>Scanning %1 — %2 of %3</source>
        <translation>正在扫描 %1 — %2/%3</translation>
    </message>
    <message>
        <source>Scanning %1 — %2 of %3, %4</source>
        <translation>正在扫描 %1 — %2/%3，%4</translation>
    </message>
    <message>
        <source>1 address</source>
        <translation>1 个地址</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses</source>
        <translation>
            <numerusform>%n 个地址</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 — stopped after %2, %3</source>
        <translation>%1 — 搜索 %2后停止，%3</translation>
    </message>
    <message>
        <source>%1 — %2 in %3, %4</source>
        <translation>%1 — 用 %3搜索了 %2，%4</translation>
    </message>
    <message>
        <source>No gateway was found. It may be on another network, or answer to its address only: the router&apos;s list of devices has it.</source>
        <translation>未找到网关。它可能在其他网络中，或仅在直接指定地址时响应：可在路由器的设备列表中找到它。</translation>
    </message>
    <message>
        <source>The demo gateway could not be started: %1</source>
        <translation>无法启动演示网关：%1</translation>
    </message>
    <message>
        <source>%1 — incomplete, %2. %3</source>
        <comment>networks, gateways, what is missing and why</comment>
        <translation>%1 — 不完整，%2。%3</translation>
    </message>
    <message>
        <source>This computer has no network to scan.</source>
        <translation>本机没有可扫描的网络。</translation>
    </message>
    <message>
        <source>1 likely gateway</source>
        <translation>1 个可能的网关</translation>
    </message>
    <message numerus="yes">
        <source>%n likely gateways</source>
        <translation>
            <numerusform>%n 个可能的网关</numerusform>
        </translation>
    </message>
    <message>
        <source>no gateway</source>
        <translation>没有网关</translation>
    </message>
    <message>
        <source>Nothing was scanned yet.</source>
        <translation>尚未进行扫描。</translation>
    </message>
    <message>
        <source>%1 has come up: press Scan.</source>
        <comment>networks</comment>
        <translation>%1 已可用：请点击“扫描”。</translation>
    </message>
    <message>
        <source>This computer is not in %1 any more: press Scan to try all the same, or choose another network.</source>
        <translation>本机已不在 %1 中：点击“扫描”仍可尝试，或选择其他网络。</translation>
    </message>
    <message>
        <source>This network is larger than a home&apos;s: press Scan to begin.</source>
        <translation>此网络超出家庭网络的规模：点击“扫描”即可开始。</translation>
    </message>
    <message>
        <source>This computer is not in %1: press Scan to try all the same.</source>
        <translation>本机不在 %1 中：点击“扫描”仍可尝试。</translation>
    </message>
    <message>
        <source>Scanning this computer&apos;s networks. Nothing is changed and no password is sent while scanning.</source>
        <translation>正在扫描本机所在的网络。扫描时不作任何更改，也不发送密码。</translation>
    </message>
</context>
<context>
    <name>Sigen::DiscoveryView</name>
    <message>
        <source>Gateways and other devices</source>
        <translation>网关和其他设备</translation>
    </message>
    <message>
        <source>Add by address, e.g. 192.168.1.150</source>
        <translation>按地址添加，例如 192.168.1.150</translation>
    </message>
    <message>
        <source>Address of a gateway</source>
        <translation>网关的地址</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Add the gateway with this address</source>
        <translation>添加具有此地址的网关</translation>
    </message>
    <message>
        <source>The demo gateway is running.</source>
        <translation>演示网关正在运行。</translation>
    </message>
    <message>
        <source>No gateway at hand?</source>
        <translation>手边没有网关？</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>将其停止</translation>
    </message>
    <message>
        <source>Try the demo gateway</source>
        <translation>试用演示网关</translation>
    </message>
    <message>
        <source>Stop the demo gateway</source>
        <translation>停止演示网关</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>扫描(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>复制地址(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove from the &amp;list</source>
        <translation>从列表中移除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Forget this gateway…</source>
        <translation>忘记此网关(&amp;F)…</translation>
    </message>
    <message>
        <source>Forget this gateway?</source>
        <translation>忘记此网关？</translation>
    </message>
    <message>
        <source>%1 leaves the list of saved gateways, and its password leaves this computer&apos;s keychain. Nothing is sent to the gateway. It is saved again when you sign in to it.</source>
        <translation>%1 将从已保存网关的列表中移除，其密码将从本机的密钥串中删除。不会向网关发送任何内容。再次登录该网关时会重新保存。</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Network to scan</source>
        <translation>要扫描的网络</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>扫描进度</translation>
    </message>
    <message>
        <source>Scan the network</source>
        <translation>扫描网络</translation>
    </message>
    <message>
        <source>Stop the scan</source>
        <translation>停止扫描</translation>
    </message>
    <message>
        <source>Scan the network for gateways</source>
        <translation>在网络中扫描网关</translation>
    </message>
</context>
<context>
    <name>Sigen::EmptyPage</name>
    <message>
        <source>Looking for your gateway</source>
        <translation>正在查找您的网关</translation>
    </message>
    <message>
        <source>Choose your gateway</source>
        <translation>选择您的网关</translation>
    </message>
    <message>
        <source>Choose a gateway on the left to see whether its Modbus TCP server is on, to turn it on, and to test it from this computer.</source>
        <translation>在左侧选择一个网关，即可查看其 Modbus TCP 服务器是否已开启、将其开启，并从本机进行测试。</translation>
    </message>
    <message>
        <source>No gateway found yet</source>
        <translation>尚未找到网关</translation>
    </message>
    <message>
        <source>Find your gateway</source>
        <translation>查找您的网关</translation>
    </message>
    <message>
        <source>I know its a&amp;ddress…</source>
        <translation>我知道它的地址(&amp;D)…</translation>
    </message>
    <message>
        <source>Tr&amp;y the demo gateway</source>
        <translation>试用演示网关(&amp;Y)</translation>
    </message>
    <message>
        <source>Where the switch is</source>
        <translation>开关位置</translation>
    </message>
    <message>
        <source>Stop &amp;watching</source>
        <translation>停止监视(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Watch this network</source>
        <translation>监视此网络(&amp;W)</translation>
    </message>
    <message>
        <source>Check another &amp;network…</source>
        <translation>检查其他网络(&amp;N)…</translation>
    </message>
    <message>
        <source>Watching this network for your gateway</source>
        <translation>正在监视此网络，等待您的网关</translation>
    </message>
    <message>
        <source>A gateway whose Modbus server is off may answer nothing at all. Turn the server on in the app: the moment a Modbus server appears on %1, it shows up here and is tested.</source>
        <translation>Modbus 服务器关闭的网关可能完全没有响应。请在 App 中开启服务器：%1 中一出现 Modbus 服务器，就会显示在此处并进行测试。</translation>
    </message>
    <message>
        <source>Scanning this computer&apos;s networks. Nothing is changed and no password is sent while scanning.
A gateway that is found appears on the left; choose it to go on.</source>
        <translation>正在扫描本机所在的网络。扫描时不作任何更改，也不发送密码。
找到的网关会显示在左侧；选择网关即可继续。</translation>
    </message>
    <message>
        <source>This computer and the gateway have to be in the same network. Scan it, or add the gateway by its address.</source>
        <translation>本机与网关必须在同一网络中。请扫描该网络，或按地址添加网关。</translation>
    </message>
</context>
<context>
    <name>Sigen::EvidenceController</name>
    <message>
        <source>Looking at what the gateway offers: %1 of %2 ports</source>
        <translation>正在查看网关提供的服务：%1/%2 个端口</translation>
    </message>
    <message>
        <source>Stopped; no evidence was saved.</source>
        <translation>已停止；未保存探测结果。</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>无法写入文件 %1：%2</translation>
    </message>
    <message>
        <source>No port answered, so no evidence was saved.</source>
        <translation>没有端口响应，因此未保存探测结果。</translation>
    </message>
    <message>
        <source>The evidence was saved as %1. It holds no password; serial number and MAC address are shortened in it.</source>
        <translation>探测结果已保存为 %1。其中不含密码；序列号和 MAC 地址已缩短。</translation>
    </message>
</context>
<context>
    <name>Sigen::FailureBox</name>
    <message>
        <source>More ▾</source>
        <translation>更多 ▾</translation>
    </message>
    <message>
        <source>More ▸</source>
        <translation>更多 ▸</translation>
    </message>
</context>
<context>
    <name>Sigen::FileChoice</name>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>无法写入文件 %1：%2</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewayBook</name>
    <message>
        <source>%1: change sent %2, outcome unknown</source>
        <translation>%1：已于 %2 发送更改，结果未知</translation>
    </message>
    <message>
        <source>%1: changed %2, another device may answer</source>
        <translation>%1：已于 %2 更改，应答的可能是另一台设备</translation>
    </message>
    <message>
        <source>%1: last change verified %2</source>
        <translation>%1：上次更改已于 %2 验证</translation>
    </message>
    <message>
        <source>%1: changed %2, not verified</source>
        <translation>%1：已于 %2 更改，未验证</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewayController</name>
    <message>
        <source>serial %1</source>
        <translation>序列号 %1</translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation>已以 %1 身份登录</translation>
    </message>
    <message>
        <source>signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>已以 %1 身份登录。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>The sign-in is under way.</source>
        <translation>正在进行登录。</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>登录被拒绝</translation>
    </message>
    <message>
        <source>The gateway refused the sign-in.</source>
        <translation>网关拒绝了登录。</translation>
    </message>
    <message>
        <source>read back %1 s ago</source>
        <translation>%1 秒前回读</translation>
    </message>
    <message>
        <source>read %1 s ago</source>
        <translation>%1 秒前读取</translation>
    </message>
    <message>
        <source>read back %1 min ago</source>
        <translation>%1 分钟前回读</translation>
    </message>
    <message>
        <source>read %1 min ago</source>
        <translation>%1 分钟前读取</translation>
    </message>
    <message>
        <source>read back at %1</source>
        <translation>于 %1 回读</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>于 %1 读取</translation>
    </message>
    <message>
        <source>Turning on…</source>
        <translation>正在开启…</translation>
    </message>
    <message>
        <source>Turning off…</source>
        <translation>正在关闭…</translation>
    </message>
    <message>
        <source>Changing the port…</source>
        <translation>正在更改端口…</translation>
    </message>
    <message>
        <source>It is not known whether the Modbus TCP server is on</source>
        <translation>不清楚 Modbus TCP 服务器是否已开启</translation>
    </message>
    <message>
        <source>Modbus TCP server: not read yet</source>
        <translation>Modbus TCP 服务器：尚未读取</translation>
    </message>
    <message>
        <source>Modbus TCP server is on</source>
        <translation>Modbus TCP 服务器已开启</translation>
    </message>
    <message>
        <source>, being tested…</source>
        <translation>，正在测试…</translation>
    </message>
    <message>
        <source>, not verified</source>
        <translation>，未验证</translation>
    </message>
    <message>
        <source>Modbus TCP server is off</source>
        <translation>Modbus TCP 服务器已关闭</translation>
    </message>
    <message>
        <source>Read the state before anything is changed again.</source>
        <translation>再次进行任何更改之前，请先读取状态。</translation>
    </message>
    <message>
        <source>Port %1 is closed</source>
        <translation>端口 %1 已关闭</translation>
    </message>
    <message>
        <source>Modbus answers on port %1</source>
        <translation>Modbus 在端口 %1 上有响应</translation>
    </message>
    <message>
        <source>Port %1 does not answer</source>
        <translation>端口 %1 没有响应</translation>
    </message>
    <message>
        <source>Port %1 accepts connections</source>
        <translation>端口 %1 接受连接</translation>
    </message>
    <message>
        <source>The gateway reports no port · %1</source>
        <translation>网关未报告端口 · %1</translation>
    </message>
    <message>
        <source>Port %1 · %2</source>
        <comment>port of a server that is off, age</comment>
        <translation>端口 %1 · %2</translation>
    </message>
    <message>
        <source>Listening on port %1 · %2</source>
        <translation>正在端口 %1 上监听 · %2</translation>
    </message>
    <message>
        <source>The gateway says: on, port %1 · %2</source>
        <translation>网关报告：已开启，端口 %1 · %2</translation>
    </message>
    <message>
        <source>Test port %1</source>
        <translation>测试端口 %1</translation>
    </message>
    <message>
        <source>from this computer, %1</source>
        <translation>从本机测试，%1</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>正在查询密钥串…</translation>
    </message>
    <message>
        <source>Reading the setting…</source>
        <translation>正在读取设置…</translation>
    </message>
    <message>
        <source>Testing port %1…</source>
        <translation>正在测试端口 %1…</translation>
    </message>
    <message>
        <source>Enter the user name.</source>
        <translation>请输入用户名。</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>The path has to begin with a slash, for example /ws.</source>
        <translation>路径必须以斜杠开头，例如 /ws。</translation>
    </message>
    <message>
        <source>TLS needs the certificate&apos;s SHA-256 fingerprint: 64 hexadecimal digits.</source>
        <translation>TLS 需要证书的 SHA-256 指纹：64 位十六进制数字。</translation>
    </message>
    <message>
        <source>The profile can&apos;t be used: %1</source>
        <translation>无法使用协议配置：%1</translation>
    </message>
    <message>
        <source>This is the demo gateway on this computer; its password is filled in. Nothing on the network is contacted.</source>
        <translation>这是本机上的演示网关；密码已填入。不会连接网络中的任何设备。</translation>
    </message>
    <message>
        <source>Usually the gateway&apos;s local account. The password crosses the network without encryption: sign in on a network you trust. The gateway&apos;s local protocol is not published; reading is believed, not proved, to change nothing.</source>
        <translation>通常是网关的本地账户。密码以未加密形式通过网络传输：请在您信任的网络中登录。网关的本地协议未公开；读取应当不会更改任何内容，但未经证明。</translation>
    </message>
    <message>
        <source>Nothing has confirmed yet that %1 is a gateway: the password goes there all the same. %2</source>
        <translation>尚未确认 %1 是网关：但密码仍会发送到该处。%2</translation>
    </message>
    <message>
        <source>found by its hardware address and port %1</source>
        <translation>通过其硬件地址和端口 %1 找到</translation>
    </message>
    <message>
        <source>, another device may answer</source>
        <translation>，应答的可能是另一台设备</translation>
    </message>
    <message>
        <source>Usually the gateway&apos;s local account. The password crosses the network encrypted, and only to the certificate of this fingerprint. The gateway&apos;s local protocol is not published; reading is believed, not proved, to change nothing.</source>
        <translation>通常是网关的本地账户。密码以加密形式通过网络传输，且只发送给具有此指纹的证书。网关的本地协议未公开；读取应当不会更改任何内容，但未经证明。</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Signed in as %1, but the gateway does not answer any more.</source>
        <translation>已以 %1 身份登录，但网关不再响应。</translation>
    </message>
    <message>
        <source> when it last answered</source>
        <translation> — 上次响应时的状态</translation>
    </message>
    <message>
        <source>Waiting for the keychain, which may be asking to be unlocked…</source>
        <translation>正在等待密钥串，它可能正要求解锁…</translation>
    </message>
    <message>
        <source>This gateway came from a list that names %1 as its profile: choose that file, or another profile, under Advanced.</source>
        <translation>此网关来自一个列表，列表中指定的协议配置为 %1：请在“高级”中选择该文件或其他协议配置。</translation>
    </message>
    <message>
        <source>The password is too long: more than %1 bytes are not sent to a gateway.</source>
        <translation>密码过长：超过 %1 字节的密码不会发送给网关。</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>已完成 %1/%2 步</translation>
    </message>
    <message>
        <source>known by its network card</source>
        <translation>通过其网卡识别</translation>
    </message>
    <message>
        <source>added by address</source>
        <translation>按地址添加</translation>
    </message>
    <message>
        <source>“Turn on” was sent, and could not be read back. Read the state before anything is changed again.</source>
        <translation>已发送“开启”，但无法回读。再次进行任何更改之前，请先读取状态。</translation>
    </message>
    <message>
        <source>“Turn off” was sent, and could not be read back. Read the state before anything is changed again.</source>
        <translation>已发送“关闭”，但无法回读。再次进行任何更改之前，请先读取状态。</translation>
    </message>
    <message>
        <source>Another port was sent, and could not be read back. Read the state before anything is changed again.</source>
        <translation>已发送另一端口，但无法回读。再次进行任何更改之前，请先读取状态。</translation>
    </message>
    <message>
        <source>Switching off and on again…</source>
        <translation>正在关闭后重新开启…</translation>
    </message>
    <message>
        <source>Looking at the other addresses…</source>
        <translation>正在查看其他地址…</translation>
    </message>
    <message>
        <source>by itself, when the port opens</source>
        <translation>端口开放时自动进行</translation>
    </message>
    <message>
        <source>seen at %1</source>
        <translation>见于 %1</translation>
    </message>
    <message>
        <source>Nothing was tried yet. The test connects from this computer to the Modbus port and asks who answers; it needs no sign-in and changes nothing.</source>
        <translation>尚未进行任何尝试。测试会从本机连接到 Modbus 端口，并查询响应方的身份；无需登录，也不作任何更改。</translation>
    </message>
    <message>
        <source>found by a scan</source>
        <translation>通过扫描找到</translation>
    </message>
    <message>
        <source>In place of {enabled} it sends %1 for on and %2 for off.</source>
        <translation>发送时，{enabled} 会替换为 %1（开启）或 %2（关闭）。</translation>
    </message>
    <message>
        <source>Listening on port %1 · kept on by this computer</source>
        <translation>正在端口 %1 上监听 · 由本机保持开启</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewayHeader</name>
    <message>
        <source>Sign &amp;out</source>
        <translation>退出登录(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewaySimulator</name>
    <message>
        <source>The WebSocket port %1 cannot be opened again: %2</source>
        <translation>无法重新打开 WebSocket 端口 %1：%2</translation>
    </message>
    <message>
        <source>The gateway has restarted.</source>
        <translation>网关已重新启动。</translation>
    </message>
    <message>
        <source>There is no fault named “%1”.</source>
        <translation>没有名为“%1”的故障。</translation>
    </message>
    <message>
        <source>The protocol profile is not complete.</source>
        <translation>协议配置不完整。</translation>
    </message>
    <message>
        <source>There is no free port on %1.</source>
        <translation>%1 上没有空闲端口。</translation>
    </message>
    <message>
        <source>Port %1 on %2 cannot be opened: %3</source>
        <translation>无法打开 %2 上的端口 %1：%3</translation>
    </message>
    <message>
        <source>The Modbus server is on, at port %1.</source>
        <translation>Modbus 服务器已开启，端口 %1。</translation>
    </message>
    <message>
        <source>The Modbus server is off, at port %1.</source>
        <translation>Modbus 服务器已关闭，端口 %1。</translation>
    </message>
    <message>
        <source>The gateway restarts.</source>
        <translation>网关正在重新启动。</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewayText</name>
    <message>
        <source>%1, serial number %2</source>
        <comment>address</comment>
        <translation>%1，序列号 %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>model, address</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 at %2, serial number %3</source>
        <comment>model, address</comment>
        <translation>%1（%2），序列号 %3</translation>
    </message>
    <message>
        <source>Everything else that the gateway reports about this setting is sent back unchanged; then the setting is read back and the port is tested from this computer.</source>
        <translation>网关就此设置报告的其他所有内容均原样发回；随后回读设置，并从本机测试端口。</translation>
    </message>
    <message>
        <source>Turn on the Modbus TCP server?</source>
        <translation>要开启 Modbus TCP 服务器吗？</translation>
    </message>
    <message>
        <source>%1.

Modbus TCP has no password: while the server is on, every device on this network can read and control the plant.</source>
        <translation>%1。

Modbus TCP 没有密码：服务器开启期间，此网络中的每台设备都可以读取和控制该电站。</translation>
    </message>
    <message>
        <source>Sent to the gateway: Modbus TCP server on, port %1. %2</source>
        <translation>发送到网关：开启 Modbus TCP 服务器，端口 %1。%2</translation>
    </message>
    <message>
        <source>Sent to the gateway: Modbus TCP server on. %1</source>
        <translation>发送到网关：开启 Modbus TCP 服务器。%1</translation>
    </message>
    <message>
        <source>&amp;Turn on</source>
        <translation>开启(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Turn off the Modbus TCP server?</source>
        <translation>要关闭 Modbus TCP 服务器吗？</translation>
    </message>
    <message>
        <source>%1.

This cuts off Home Assistant, evcc and everything else that reads or controls this plant through Modbus.</source>
        <translation>%1。

这会切断 Home Assistant、evcc 以及其他所有通过 Modbus 读取或控制该电站的程序。</translation>
    </message>
    <message>
        <source>Sent to the gateway: Modbus TCP server off. %1</source>
        <translation>发送到网关：关闭 Modbus TCP 服务器。%1</translation>
    </message>
    <message>
        <source>&amp;Turn off</source>
        <translation>关闭(&amp;T)</translation>
    </message>
    <message>
        <source>Change the Modbus TCP port to %1?</source>
        <translation>要将 Modbus TCP 端口更改为 %1 吗？</translation>
    </message>
    <message>
        <source>%1.

The server stays as it is; the port counts once it is on.</source>
        <translation>%1。

服务器的状态保持不变；新端口在服务器开启后生效。</translation>
    </message>
    <message>
        <source>Sent to the gateway: port %1. %2</source>
        <translation>发送到网关：端口 %1。%2</translation>
    </message>
    <message>
        <source>Change &amp;port</source>
        <translation>更改端口(&amp;P)</translation>
    </message>
    <message>
        <source>Close during a change?</source>
        <translation>要在更改过程中关闭程序吗？</translation>
    </message>
    <message>
        <source>A change of %1 is under way. If the program closes now, nobody reads back what it did: the server may be on or off.</source>
        <translation>正在更改 %1 的设置。如果现在关闭程序，将不会回读更改的结果：服务器可能已开启，也可能已关闭。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Wait</source>
        <translation>等待(&amp;W)</translation>
    </message>
    <message>
        <source>The test of port %1 was cancelled.</source>
        <translation>端口 %1 的测试已取消。</translation>
    </message>
    <message>
        <source>The setting of %1 was read back: the Modbus TCP server is on.</source>
        <translation>已回读 %1 的设置：Modbus TCP 服务器已开启。</translation>
    </message>
    <message>
        <source>The setting of %1 was read back: the Modbus TCP server is off.</source>
        <translation>已回读 %1 的设置：Modbus TCP 服务器已关闭。</translation>
    </message>
    <message>
        <source>Turn on the Modbus TCP server, at which port?</source>
        <translation>要在哪个端口上开启 Modbus TCP 服务器？</translation>
    </message>
    <message>
        <source>Port %1 was entered, but not applied; the gateway has port %2. Sent to the gateway: Modbus TCP server on, with the port that you choose. %3</source>
        <translation>已输入端口 %1，但尚未应用；网关的端口为 %2。发送到网关：开启 Modbus TCP 服务器，使用您选择的端口。%3</translation>
    </message>
    <message>
        <source>&amp;Turn on at port %1</source>
        <translation>在端口 %1 上开启(&amp;T)</translation>
    </message>
    <message>
        <source>Turn on at &amp;port %1</source>
        <translation>在端口 %1 上开启(&amp;P)</translation>
    </message>
    <message>
        <source>%1.

This cuts off Home Assistant, evcc and everything else that reads or controls this plant through Modbus, until each is set to the new port.</source>
        <translation>%1。

这会切断 Home Assistant、evcc 以及其他所有通过 Modbus 读取或控制该电站的程序，直到它们各自改用新端口。</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Switch the Modbus TCP server off and on again?</source>
        <translation>关闭后重新开启 Modbus TCP 服务器？</translation>
    </message>
    <message>
        <source>Sent to the gateway: Modbus TCP server off, and when that was read back, on again. %1</source>
        <translation>发送到网关：关闭 Modbus TCP 服务器，回读确认后重新开启。%1</translation>
    </message>
    <message>
        <source>&amp;Switch off and on</source>
        <translation>关闭后开启(&amp;S)</translation>
    </message>
    <message>
        <source>Looking for this gateway at its network&apos;s other addresses…</source>
        <translation>正在其网络的其他地址中查找此网关…</translation>
    </message>
    <message>
        <source>%1 of %2 addresses</source>
        <comment>searched</comment>
        <translation>%1 / %2 个地址</translation>
    </message>
    <message>
        <source>No other address answers with this gateway&apos;s serial number.</source>
        <translation>没有其他地址以此网关的序列号响应。</translation>
    </message>
    <message>
        <source>The gateway&apos;s other addresses can&apos;t be searched from here.</source>
        <translation>无法从此处搜索该网关的其他地址。</translation>
    </message>
    <message>
        <source>%1.

This cuts off Home Assistant, evcc and everything else that reads or controls this plant through Modbus, for about half a minute. If the gateway fails in between, the server may stay off; this window then says so.</source>
        <translation>%1。

这会切断 Home Assistant、evcc 以及其他所有通过 Modbus 读取或控制该电站的程序，约半分钟。如果网关在此期间发生故障，服务器可能会保持关闭；届时本窗口会予以提示。</translation>
    </message>
    <message>
        <source>This computer is not in the gateway&apos;s network, or the network is too large.</source>
        <translation>本机不在该网关的网络中，或该网络过大。</translation>
    </message>
    <message>
        <source>The gateway is spoken to as the profile “%1” says, which is not built in. With a yes you also accept its requests to this gateway:</source>
        <translation>与网关的通信按照协议配置“%1”进行，该协议配置不是内置的。如果同意，您也就接受它发往此网关的请求：</translation>
    </message>
    <message>
        <source>Keep Modbus TCP on?</source>
        <translation>要使 Modbus TCP 保持开启吗？</translation>
    </message>
    <message>
        <source>%1.

This window looks at the Modbus port every %2. Where the server was switched off, it signs in, switches it on again and verifies it: at most 6 times an hour, and not against somebody who switches it off again and again.</source>
        <comment>a gateway, 30 s</comment>
        <translation>%1。

本窗口每 %2检查一次 Modbus 端口。如果服务器被关闭，则登录、重新开启并验证：每小时最多 6 次；有人反复将其关闭时，不再开启。</translation>
    </message>
    <message>
        <source>Sent to the gateway, whenever it is off: Modbus TCP server on. %1</source>
        <translation>每当服务器处于关闭状态时，发送到网关：开启 Modbus TCP 服务器。%1</translation>
    </message>
    <message>
        <source>&amp;Keep it on</source>
        <translation>保持开启(&amp;K)</translation>
    </message>
</context>
<context>
    <name>Sigen::GatewayView</name>
    <message>
        <source>Live values</source>
        <translation>实时数据</translation>
    </message>
    <message>
        <source>Connect your system</source>
        <translation>连接您的系统</translation>
    </message>
    <message>
        <source>Protocol log</source>
        <translation>通信日志</translation>
    </message>
    <message>
        <source>More about this gateway</source>
        <translation>关于此网关的更多内容</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Keep it on</source>
        <translation>保持开启</translation>
    </message>
</context>
<context>
    <name>Sigen::Guidance</name>
    <message>
        <source>The Modbus TCP server can also be switched on in the vendor&apos;s app. Where the entry is depends on the app&apos;s version, the region and the account&apos;s role.</source>
        <translation>Modbus TCP 服务器也可以在厂商 App 中开启。该项的位置取决于 App 版本、地区和账户角色。</translation>
    </message>
    <message>
        <source>Owner&apos;s account</source>
        <translation>业主账户</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>System Settings</source>
        <translation>系统设置</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Modbus TCP Server Settings</source>
        <translation>Modbus TCP 服务器设置</translation>
    </message>
    <message>
        <source>Seen in one place only. If the entry is missing, the account needs installer rights: ask your installer.</source>
        <translation>此路径仅见于一处。如果没有该项，则账户需要安装商权限：请联系您的安装商。</translation>
    </message>
    <message>
        <source>Installer&apos;s account</source>
        <translation>安装商账户</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>通信</translation>
    </message>
    <message>
        <source>Modbus TCP Server</source>
        <translation>Modbus TCP 服务器</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Nothing is stored before Save is pressed.</source>
        <translation>点击“保存”之前不会存储任何内容。</translation>
    </message>
    <message>
        <source>The IP address that the app shows is often not the one on your network: use the router&apos;s list of devices, or a scan.</source>
        <translation>App 显示的 IP 地址往往不是您网络中的地址：请使用路由器的设备列表或进行扫描。</translation>
    </message>
    <message>
        <source>A firmware update can switch the server off again.</source>
        <translation>固件更新可能会再次关闭服务器。</translation>
    </message>
    <message>
        <source>Some firmware only lets listed clients in: have the address of the computer that reads the plant added to the list.</source>
        <translation>某些固件只允许列表中的客户端接入：请将读取电站的计算机的地址加入列表。</translation>
    </message>
    <message>
        <source>Modbus TCP has no password: anyone on the network can read and control the plant.</source>
        <translation>Modbus TCP 没有密码：网络中的任何人都可以读取和控制该电站。</translation>
    </message>
    <message>
        <source>Afterwards, test the port here; that works without signing in.</source>
        <translation>之后请在此处测试端口；无需登录即可测试。</translation>
    </message>
    <message>
        <source>Please switch on the Modbus TCP server of my SigenEnergy system</source>
        <translation>请开启我的 SigenEnergy 系统的 Modbus TCP 服务器</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>型号：%1</translation>
    </message>
    <message>
        <source>Serial number: %1</source>
        <translation>序列号：%1</translation>
    </message>
    <message>
        <source>Address on my network: %1</source>
        <translation>在我的网络中的地址：%1</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>您好！</translation>
    </message>
    <message>
        <source>I would like to read my SigenEnergy system from my own network through Modbus TCP. Could you please switch its Modbus TCP server on, on port %1?</source>
        <translation>我希望在自己的网络中通过 Modbus TCP 读取我的 SigenEnergy 系统。能否请您开启其 Modbus TCP 服务器，端口为 %1？</translation>
    </message>
    <message>
        <source>In the installer&apos;s app: Device → Settings → Communication → Modbus TCP Server, then Save. If the firmware has a list of permitted clients, please leave it open for my network or tell me which address you need. Please leave protections against a loss of communication as they are.</source>
        <translation>在安装商 App 中：设备 → 设置 → 通信 → Modbus TCP 服务器，然后点击“保存”。如果固件有允许的客户端列表，请对我的网络开放，或告诉我您需要哪个地址。针对通信中断的保护设置请保持不变。</translation>
    </message>
    <message>
        <source>I know that Modbus TCP has no password and that a firmware update may switch the server off again.</source>
        <translation>我知道 Modbus TCP 没有密码，也知道固件更新可能会再次关闭服务器。</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>谢谢！</translation>
    </message>
    <message>
        <source>The company that installed my SigenEnergy system can&apos;t be reached any more, and my owner&apos;s account does not let me switch on the system&apos;s Modbus TCP server. I would like to read the system from my own network through it.</source>
        <translation>为我安装 SigenEnergy 系统的公司已无法联系，而我的业主账户无权开启该系统的 Modbus TCP 服务器。我希望通过它在自己的网络中读取该系统。</translation>
    </message>
    <message>
        <source>Could you please do one of these?
• switch the Modbus TCP server on, on port %1,
• give my account the right to do so, or
• name a company that can take over the system.</source>
        <translation>能否请您协助完成以下任意一项？
• 开启 Modbus TCP 服务器，端口为 %1；
• 授予我的账户相应权限；或
• 告知一家可以接手该系统的公司。</translation>
    </message>
    <message>
        <source>I can send proof that the system is mine. Please tell me what you need.</source>
        <translation>我可以提供该系统归我所有的证明。请告诉我您需要什么。</translation>
    </message>
    <message>
        <source>My installer can&apos;t be reached: please switch on the Modbus TCP server of my system</source>
        <translation>我的安装商已无法联系：请开启我的系统的 Modbus TCP 服务器</translation>
    </message>
</context>
<context>
    <name>Sigen::GuidanceDialog</name>
    <message>
        <source>Where the switch is in the app</source>
        <translation>App 中的开关位置</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>须知</translation>
    </message>
</context>
<context>
    <name>Sigen::Handover</name>
    <message>
        <source>%1 uses port %2 only, but the gateway&apos;s Modbus port is %3: change the gateway&apos;s port.</source>
        <translation>%1 只使用端口 %2，但网关的 Modbus 端口是 %3：请更改网关的端口。</translation>
    </message>
    <message>
        <source>Whether a plant answers at this address was not tested.</source>
        <translation>未测试此地址上是否有电站响应。</translation>
    </message>
    <message>
        <source>Port %1 is forwarded to the gateway by a router; within the gateway&apos;s own network the port is different.</source>
        <translation>端口 %1 由路由器转发到网关；在网关所在的网络中，端口与此不同。</translation>
    </message>
    <message>
        <source>Unit id %1 did not answer as the plant. Tools that need it will not work until it does.</source>
        <translation>单元 ID %1 未作为电站应答。需要它的工具在其应答之前无法工作。</translation>
    </message>
    <message>
        <source>The inverter&apos;s unit id %1 is assumed, because no inverter reported its own.</source>
        <translation>逆变器的单元 ID %1 是假定值，因为没有逆变器报告自身的单元 ID。</translation>
    </message>
    <message>
        <source>The same device answers on every unit id. It is listed once; chargers and other inverters can&apos;t be distinguished.</source>
        <translation>所有单元 ID 都由同一设备应答。该设备只列出一次；无法区分充电桩和其他逆变器。</translation>
    </message>
    <message>
        <source>These unit ids belong to a device that is already listed: %1.</source>
        <translation>以下单元 ID 属于已列出的设备：%1。</translation>
    </message>
    <message>
        <source>The connection was lost before these unit ids had answered: %1.</source>
        <translation>连接断开，以下单元 ID 尚未应答：%1。</translation>
    </message>
    <message>
        <source>Not every unit id was scanned: other inverters and chargers have ids of their own.</source>
        <translation>并未查询所有单元 ID：其他逆变器和充电桩使用各自的 ID。</translation>
    </message>
    <message>
        <source>Chargers were not scanned for.</source>
        <translation>未查找充电桩。</translation>
    </message>
</context>
<context>
    <name>Sigen::HostText</name>
    <message>
        <source>Sign-in %1</source>
        <translation>登录 %1</translation>
    </message>
    <message>
        <source>The gateway&apos;s sign-in answers on port %1.</source>
        <translation>网关的登录服务在端口 %1 上有响应。</translation>
    </message>
    <message>
        <source>%1 open</source>
        <comment>a port</comment>
        <translation>%1 开放</translation>
    </message>
    <message>
        <source>Port %1 accepts connections.</source>
        <translation>端口 %1 接受连接。</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <comment>a port</comment>
        <translation>%1 静默</translation>
    </message>
    <message>
        <source>Port %1 accepts connections, but does not answer.</source>
        <translation>端口 %1 接受连接，但没有响应。</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <comment>a port</comment>
        <translation>%1 关闭</translation>
    </message>
    <message>
        <source>Port %1 refuses connections.</source>
        <translation>端口 %1 拒绝连接。</translation>
    </message>
    <message>
        <source>%1 no answer</source>
        <comment>a port</comment>
        <translation>%1 无响应</translation>
    </message>
    <message>
        <source>Port %1 does not answer.</source>
        <translation>端口 %1 没有响应。</translation>
    </message>
    <message>
        <source>Modbus %1</source>
        <translation>Modbus %1</translation>
    </message>
    <message>
        <source>A Sigenergy plant answers through Modbus on port %1.</source>
        <translation>有 Sigenergy 电站在端口 %1 上通过 Modbus 响应。</translation>
    </message>
    <message>
        <source>Was on when last seen</source>
        <translation>上次发现时已开启</translation>
    </message>
    <message>
        <source>Its Modbus TCP server was on when it was last read.</source>
        <translation>上次读取时，其 Modbus TCP 服务器已开启。</translation>
    </message>
    <message>
        <source>Was off when last seen</source>
        <translation>上次发现时已关闭</translation>
    </message>
    <message>
        <source>Its Modbus TCP server was off when it was last read.</source>
        <translation>上次读取时，其 Modbus TCP 服务器已关闭。</translation>
    </message>
    <message>
        <source>Demo gateway</source>
        <translation>演示网关</translation>
    </message>
    <message>
        <source>Sigenergy gateway</source>
        <translation>Sigenergy 网关</translation>
    </message>
    <message>
        <source>Possible gateway</source>
        <translation>疑似网关</translation>
    </message>
    <message>
        <source>Being asked…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>Answers on %1, not a gateway</source>
        <translation>在 %1 上响应，不是网关</translation>
    </message>
    <message>
        <source>Port %1 is open; nothing says what it is</source>
        <translation>端口 %1 开放；无从得知是什么设备</translation>
    </message>
    <message>
        <source>Answers; nothing says what it is</source>
        <translation>有响应；无从得知是什么设备</translation>
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
        <translation>上次发现：%1</translation>
    </message>
    <message>
        <source>Was on, is off now</source>
        <translation>曾开启，现已关闭</translation>
    </message>
    <message>
        <source>Its Modbus TCP server was on in an earlier session and is off now.</source>
        <translation>其 Modbus TCP 服务器在之前的会话中已开启，现已关闭。</translation>
    </message>
    <message>
        <source>Modbus off</source>
        <translation>Modbus 已关闭</translation>
    </message>
    <message>
        <source>Its Modbus TCP server is off, as read from the gateway.</source>
        <translation>从网关读取到其 Modbus TCP 服务器已关闭。</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Simulated on this computer; nothing on the network is contacted.</source>
        <translation>在本机上模拟；不会连接网络中的任何设备。</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>查询中…</translation>
    </message>
    <message>
        <source>It is being asked right now.</source>
        <translation>正在查询该设备。</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>此地址上没有设备响应。</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>地址：%1</translation>
    </message>
    <message>
        <source>Host name: %1</source>
        <translation>主机名：%1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>型号：%1</translation>
    </message>
    <message>
        <source>Firmware: %1</source>
        <translation>固件：%1</translation>
    </message>
    <message>
        <source>Serial number: %1</source>
        <translation>序列号：%1</translation>
    </message>
    <message>
        <source>MAC address: %1</source>
        <translation>MAC 地址：%1</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <comment>title, address, states</comment>
        <translation>%1，%2。%3</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Added by address</source>
        <translation>按地址添加</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>可能的网关</translation>
    </message>
    <message>
        <source>Other devices</source>
        <translation>其他设备</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>Name not found</source>
        <translation>未找到该名称</translation>
    </message>
    <message>
        <source>Refuses connections</source>
        <translation>拒绝连接</translation>
    </message>
    <message>
        <source>State unknown</source>
        <translation>状态未知</translation>
    </message>
    <message>
        <source>A change was sent to it, and what it did could not be read back.</source>
        <translation>已向其发送更改，但未能读回结果。</translation>
    </message>
    <message>
        <source>No device on this network is known under this name.</source>
        <translation>此网络中没有使用该名称的已知设备。</translation>
    </message>
    <message>
        <source>Another device</source>
        <translation>其他设备</translation>
    </message>
    <message>
        <source>Another device was seen at this address.</source>
        <translation>在此地址发现了另一台设备。</translation>
    </message>
    <message>
        <source>%1 no usable answer</source>
        <comment>a port</comment>
        <translation>%1 无有效响应</translation>
    </message>
    <message>
        <source>Port %1 accepts connections, but gives no usable Modbus answer.</source>
        <translation>端口 %1 接受连接，但没有给出有效的 Modbus 响应。</translation>
    </message>
    <message>
        <source>%1 another device</source>
        <comment>a port</comment>
        <translation>%1 其他设备</translation>
    </message>
    <message>
        <source>What answers on port %1 is not a Sigenergy plant.</source>
        <translation>在端口 %1 上响应的不是 Sigenergy 电站。</translation>
    </message>
    <message>
        <source>Modbus on</source>
        <translation>Modbus 已开启</translation>
    </message>
    <message>
        <source>Its Modbus TCP server is on, as read from the gateway.</source>
        <translation>从网关读取到其 Modbus TCP 服务器已开启。</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>title, address</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Port %1 is another device&apos;s</source>
        <translation>端口 %1 属于其他设备</translation>
    </message>
    <message>
        <source>%1 addresses</source>
        <translation>%1 个地址</translation>
    </message>
    <message>
        <source>It also answers at %1.</source>
        <translation>它也在 %1 上响应。</translation>
    </message>
    <message>
        <source>seen before</source>
        <translation>此前发现过</translation>
    </message>
    <message>
        <source>No sign-in</source>
        <translation>无法登录</translation>
    </message>
    <message>
        <source>Port %1 accepts no connections: this program can&apos;t sign in there.</source>
        <translation>端口 %1 不接受连接：本程序无法在该处登录。</translation>
    </message>
    <message>
        <source>Kept on</source>
        <translation>保持开启</translation>
    </message>
    <message>
        <source>This computer keeps its Modbus TCP server on.</source>
        <translation>本机使其 Modbus TCP 服务器保持开启。</translation>
    </message>
</context>
<context>
    <name>Sigen::HtmlText</name>
    <message>
        <source>The reads of the link test</source>
        <translation>链路测试的读取</translation>
    </message>
    <message>
        <source>PV</source>
        <translation>光伏</translation>
    </message>
    <message>
        <source>Consumption</source>
        <translation>用电</translation>
    </message>
    <message>
        <source>Battery (right: charging)</source>
        <translation>电池（右：充电）</translation>
    </message>
    <message>
        <source>Grid (right: import)</source>
        <translation>电网（右：买电）</translation>
    </message>
    <message>
        <source>The plant&apos;s powers</source>
        <translation>电站的功率</translation>
    </message>
    <message>
        <source>To fill in</source>
        <translation>待填写</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Installer</source>
        <translation>安装商</translation>
    </message>
    <message>
        <source>Date and signature</source>
        <translation>日期和签名</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>固件</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>What is switched on</source>
        <translation>已开启的功能</translation>
    </message>
    <message>
        <source>Modbus TCP server</source>
        <translation>Modbus TCP 服务器</translation>
    </message>
    <message>
        <source>The setting was not read.</source>
        <translation>未读取设置。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Modbus answered</source>
        <translation>Modbus 已响应</translation>
    </message>
    <message>
        <source>Unit ids</source>
        <translation>单元 ID</translation>
    </message>
    <message>
        <source>Modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>No plant has answered yet.</source>
        <translation>尚无电站响应。</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>For the program that reads the plant</source>
        <translation>供读取电站的程序使用</translation>
    </message>
    <message>
        <source>The plant at %1</source>
        <translation>位于 %1 的电站</translation>
    </message>
    <message>
        <source>Modbus TCP at the Sigenergy system: commissioning</source>
        <translation>Sigenergy 系统的 Modbus TCP：调试</translation>
    </message>
    <message>
        <source>Modbus TCP has no password: anyone on this network can read and control the plant. Made with Sigen Modbus %1.</source>
        <translation>Modbus TCP 没有密码：此网络中的任何人都可以读取和控制该电站。由 Sigen Modbus %1 生成。</translation>
    </message>
</context>
<context>
    <name>Sigen::ImportText</name>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used, line %2: %3</source>
        <translation>无法使用 %1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>The profile is complete, as far as one capture can tell. Choose it under Advanced when you sign in. It holds no password, token or serial number; the capture does.</source>
        <translation>就一份抓包所能判断的范围而言，协议配置是完整的。登录时请在“高级”下选择它。它不含密码、令牌或序列号；而抓包中含有这些内容。</translation>
    </message>
    <message numerus="yes">
        <source>The profile leaves %n thing(s) open, and nothing is sent with it until they are settled in its file:</source>
        <translation>
            <numerusform>协议配置中有 %n 项未确定，在其文件中确定之前，不会用它发送任何内容：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::KeepOn</name>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Without a sign-in it only looks: it can&apos;t switch anything on, but tells when the server has gone, and shows the way through the app.</source>
        <translation>未登录时只进行检查：无法开启服务器，但会在服务器消失时提示，并显示通过 App 操作的方法。</translation>
    </message>
    <message>
        <source>If it was switched off, it is switched on again and verified, at most 6 times an hour.</source>
        <translation>如果服务器被关闭，则重新开启并验证，每小时最多 6 次。</translation>
    </message>
    <message>
        <source>Waiting for the keychain, which may be asking to be unlocked.</source>
        <translation>正在等待密钥串，它可能正要求解锁。</translation>
    </message>
    <message>
        <source>Looking now…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Next look in %1 s.</source>
        <translation>%1 秒后进行下一次检查。</translation>
    </message>
    <message>
        <source>Next look in %1 min.</source>
        <translation>%1 分钟后进行下一次检查。</translation>
    </message>
    <message>
        <source>Port %1 refuses connections: the server is probably off.</source>
        <translation>端口 %1 拒绝连接：服务器很可能已关闭。</translation>
    </message>
    <message>
        <source>The password is not saved, so sign in again after the next start of this window.</source>
        <translation>密码未保存，因此下次启动本窗口后请重新登录。</translation>
    </message>
    <message>
        <source>The gateway refused the sign-in, so it is no longer kept on: another try could lock the account. Sign in with the right password, then switch this on again.</source>
        <translation>网关拒绝了登录，因此不再保持开启：再次尝试可能会锁定账户。请用正确的密码登录，然后重新打开此开关。</translation>
    </message>
    <message>
        <source>The demo gateway is there only while this window is open, so it is not kept on.</source>
        <translation>演示网关仅在本窗口打开期间存在，因此不保持开启。</translation>
    </message>
    <message>
        <source>Looks at port %1 every %2.</source>
        <translation>每 %2检查一次端口 %1。</translation>
    </message>
    <message>
        <source>Switching it on again needs the password, which is not at hand. Sign in, and it is kept on from then on.</source>
        <translation>重新开启需要密码，而目前没有可用的密码。请登录，此后便会保持开启。</translation>
    </message>
    <message>
        <source>Looking whether another program keeps it on…</source>
        <translation>正在查看是否有其他程序使其保持开启…</translation>
    </message>
    <message>
        <source>The background service of your account keeps it on. Switching this off removes the service, too.</source>
        <translation>您账户的后台服务使其保持开启。关闭此开关也会移除该服务。</translation>
    </message>
    <message>
        <source>Another program of your account (process %1) keeps it on. This window only shows what it sees.</source>
        <translation>您账户的另一个程序（进程 %1）使其保持开启。本窗口只显示所见的情况。</translation>
    </message>
    <message>
        <source>It can&apos;t be kept on: %1</source>
        <comment>a sentence</comment>
        <translation>无法保持开启：%1</translation>
    </message>
    <message>
        <source>looks every %1 and switches it on again</source>
        <comment>30 s</comment>
        <translation>每 %1检查一次，关闭后重新开启</translation>
    </message>
    <message>
        <source>needs your sign-in</source>
        <translation>需要您登录</translation>
    </message>
    <message>
        <source>kept on by another program</source>
        <translation>由其他程序保持开启</translation>
    </message>
    <message>
        <source>on</source>
        <comment>the Modbus server</comment>
        <translation>已开启</translation>
    </message>
    <message>
        <source>off</source>
        <comment>the Modbus server</comment>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>sign-in refused</source>
        <translation>登录被拒绝</translation>
    </message>
    <message>
        <source>probably off</source>
        <translation>很可能已关闭</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>Sigen::KeepOnController</name>
    <message>
        <source>The history was not saved: %1</source>
        <comment>a sentence</comment>
        <translation>历史记录未保存：%1</translation>
    </message>
    <message>
        <source>Its profile is another one than the one that was accepted. Switch this on again to see what would be sent.</source>
        <translation>其协议配置与已接受的不同。请重新打开此开关，查看将会发送的内容。</translation>
    </message>
</context>
<context>
    <name>Sigen::KeepOnHistory</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>The keychain did not give the password.</source>
        <translation>密钥串未提供密码。</translation>
    </message>
    <message>
        <source>firmware %1 → %2</source>
        <translation>固件 %1 → %2</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>a moment, a time of day</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Not kept on any more</source>
        <translation>不再保持开启</translation>
    </message>
    <message>
        <source>Switched off once more: not kept on any more</source>
        <translation>再次被关闭：不再保持开启</translation>
    </message>
    <message>
        <source>by somebody or another program</source>
        <translation>由他人或其他程序关闭</translation>
    </message>
    <message>
        <source>Turned off: not kept on any more</source>
        <translation>已关闭：不再保持开启</translation>
    </message>
    <message>
        <source>The gateway says on, not proved for %1</source>
        <translation>网关报告已开启，但未证实，持续 %1</translation>
    </message>
    <message>
        <source>The gateway says on, not proved</source>
        <translation>网关报告已开启，但未证实</translation>
    </message>
    <message>
        <source>Keeping on since</source>
        <translation>从此保持开启</translation>
    </message>
    <message>
        <source>Another firmware, still on</source>
        <translation>固件已更换，仍为开启</translation>
    </message>
    <message>
        <source>On again, by somebody else</source>
        <translation>已由他人重新开启</translation>
    </message>
    <message>
        <source>checked every %1</source>
        <comment>30 s</comment>
        <translation>每 %1检查一次</translation>
    </message>
    <message>
        <source>It was off: switched on again, verified</source>
        <translation>曾关闭：已重新开启，已验证</translation>
    </message>
    <message>
        <source>It was off: switched on again, not verified</source>
        <translation>曾关闭：已重新开启，未验证</translation>
    </message>
    <message>
        <source>Off, and not switched on for %1</source>
        <translation>已关闭，未重新开启，持续 %1</translation>
    </message>
    <message>
        <source>Off, and not switched on</source>
        <translation>已关闭，未重新开启</translation>
    </message>
    <message>
        <source>switched on at most 6 times an hour</source>
        <translation>每小时最多开启 6 次</translation>
    </message>
    <message>
        <source>Not reachable, %1</source>
        <translation>无法连接，%1</translation>
    </message>
    <message>
        <source>Not reachable since then</source>
        <translation>此后一直无法连接</translation>
    </message>
    <message>
        <source>came back by itself, still on</source>
        <translation>自行恢复，仍为开启</translation>
    </message>
    <message>
        <source>it was off when it came back</source>
        <translation>恢复时已关闭</translation>
    </message>
    <message>
        <source>Not known for %1</source>
        <translation>情况不明，持续 %1</translation>
    </message>
    <message>
        <source>Not known since then</source>
        <translation>此后情况不明</translation>
    </message>
    <message>
        <source>The port refused, probably off, %1</source>
        <translation>端口拒绝连接，很可能已关闭，%1</translation>
    </message>
    <message>
        <source>The port refuses: probably off</source>
        <translation>端口拒绝连接：很可能已关闭</translation>
    </message>
    <message>
        <source>Nobody looked, %1</source>
        <translation>没有检查，%1</translation>
    </message>
    <message>
        <source>Nobody has looked since then</source>
        <translation>此后没有检查</translation>
    </message>
    <message>
        <source>the computer slept, or the program was not running</source>
        <translation>计算机处于睡眠状态，或程序未运行</translation>
    </message>
    <message>
        <source>nobody has looked</source>
        <translation>没有检查过</translation>
    </message>
    <message>
        <source>on %1 % of the time</source>
        <comment>97.8</comment>
        <translation>%1 % 的时间处于开启状态</translation>
    </message>
    <message>
        <source>%1, mended once</source>
        <comment>on 97.8 % of the time</comment>
        <translation>%1，重新开启过 1 次</translation>
    </message>
    <message>
        <source>%1, mended %2 times</source>
        <comment>on 97.8 % of the time</comment>
        <translation>%1，重新开启过 %2 次</translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>a time of day</comment>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>a time of day</comment>
        <translation>昨天 %1</translation>
    </message>
</context>
<context>
    <name>Sigen::KeepOnOffer</name>
    <message>
        <source>Keep it on from now on</source>
        <translation>从现在起保持开启</translation>
    </message>
    <message>
        <source>Keep the Modbus TCP server on</source>
        <translation>使 Modbus TCP 服务器保持开启</translation>
    </message>
</context>
<context>
    <name>Sigen::KeepOnTab</name>
    <message>
        <source>Keep the Modbus TCP server on</source>
        <translation>使 Modbus TCP 服务器保持开启</translation>
    </message>
    <message>
        <source>Keep it on</source>
        <translation>保持开启</translation>
    </message>
    <message>
        <source>Look e&amp;very</source>
        <translation>检查间隔(&amp;E)</translation>
    </message>
    <message>
        <source>How often it is looked at</source>
        <translation>多久检查一次</translation>
    </message>
    <message>
        <source>When it was on</source>
        <translation>何时处于开启状态</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Nothing was seen yet. What happens from the first look on stands here: when it was on, off or not reachable, and when it was switched on again.</source>
        <translation>尚无任何记录。从第一次检查起，此处会显示发生的情况：何时开启、关闭或无法连接，以及何时重新开启。</translation>
    </message>
    <message>
        <source>What happened, the newest first</source>
        <translation>发生的情况，最新的在前</translation>
    </message>
    <message>
        <source>Also when this &amp;window is closed</source>
        <translation>本窗口关闭后也保持开启(&amp;N)</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>显示的时间范围</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Save &amp;history…</source>
        <translation>保存历史记录(&amp;B)…</translation>
    </message>
    <message>
        <source>Save the history</source>
        <translation>保存历史记录</translation>
    </message>
    <message>
        <source>Tables (*.csv);;Lines of JSON (*.jsonl)</source>
        <translation>表格 (*.csv);;JSON 行 (*.jsonl)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
</context>
<context>
    <name>Sigen::LayerText</name>
    <message>
        <source>Not tried</source>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two of a list of titles</comment>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>Sigen::LetterDialog</name>
    <message>
        <source>Letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>收件人(&amp;T)</translation>
    </message>
    <message>
        <source>my installer</source>
        <translation>我的安装商</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>主题(&amp;U)</translation>
    </message>
    <message>
        <source>Copy su&amp;bject</source>
        <translation>复制主题(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Copy message</source>
        <translation>复制消息(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Save the message</source>
        <translation>保存消息</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>文本文件 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Sigenergy&apos;s support: my installer can&apos;t be reached</source>
        <translation>Sigenergy 支持团队（我的安装商已无法联系）</translation>
    </message>
</context>
<context>
    <name>Sigen::LiveValuesController</name>
    <message>
        <source>%1: %2</source>
        <comment>quantity, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>quantity, value, note</comment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>charging with %1</source>
        <translation>以 %1 充电</translation>
    </message>
    <message>
        <source>discharging with %1</source>
        <translation>以 %1 放电</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>电池</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>and %1 from other inverters</source>
        <translation>另有 %1 来自其他逆变器</translation>
    </message>
    <message>
        <source>Solar</source>
        <translation>光伏</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>电网</translation>
    </message>
    <message>
        <source>no grid sensor connected</source>
        <translation>未连接电网传感器</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>on or off grid, work mode</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Plant: %1, %2</source>
        <translation>电站：%1，%2</translation>
    </message>
    <message>
        <source>Plant: %1, %2. Alarms: %3</source>
        <translation>电站：%1，%2。告警：%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what to do</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Not started. The values are read from the plant through Modbus.</source>
        <translation>未启动。数据通过 Modbus 从电站读取。</translation>
    </message>
    <message>
        <source>Stopped. Last values of %1</source>
        <translation>已停止。数据截至 %1</translation>
    </message>
    <message>
        <source>Paused while it can&apos;t be seen</source>
        <translation>当前不可见，已暂停</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Updated %1 · every %2 s</source>
        <translation>更新于 %1 · 每 %2 秒</translation>
    </message>
    <message>
        <source>Of %1 polls %2 had late replies and %3 brought none; a cable is steadier than Wi-Fi.</source>
        <translation>在 %1 次轮询中，%2 次回复延迟，%3 次没有回复；有线连接比 Wi-Fi 更稳定。</translation>
    </message>
    <message>
        <source>to the grid</source>
        <translation>向电网馈电</translation>
    </message>
    <message>
        <source>from the grid</source>
        <translation>从电网取电</translation>
    </message>
    <message>
        <source>Paused while the diagnosis runs</source>
        <translation>诊断运行期间已暂停</translation>
    </message>
</context>
<context>
    <name>Sigen::LiveValuesTab</name>
    <message>
        <source>Reads battery, solar, grid and plant state every 5 s through Modbus TCP. The connection is closed between two readings, so other programs get their turn.</source>
        <translation>每 5 秒通过 Modbus TCP 读取一次电池、光伏、电网和电站状态。两次读取之间会断开连接，以便其他程序也能使用。</translation>
    </message>
    <message>
        <source>Start &amp;reading</source>
        <translation>开始读取(&amp;R)</translation>
    </message>
    <message>
        <source>Stop &amp;reading</source>
        <translation>停止读取(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Sigen::MainMenu</name>
    <message>
        <source>Test port</source>
        <translation>测试端口</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>网关(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Add a gateway by its address…</source>
        <translation>按地址添加网关(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Import saved gateways…</source>
        <translation>导入已保存的网关(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export saved gateways…</source>
        <translation>导出已保存的网关(&amp;E)…</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>保存报告(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>登录(&amp;I)…</translation>
    </message>
    <message>
        <source>Turn Modbus TCP &amp;on…</source>
        <translation>开启 Modbus TCP(&amp;O)…</translation>
    </message>
    <message>
        <source>Turn Modbus TCP o&amp;ff…</source>
        <translation>关闭 Modbus TCP(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Where the switch is in the app…</source>
        <translation>App 中的开关位置(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Message to my installer…</source>
        <translation>给安装商的消息(&amp;M)…</translation>
    </message>
    <message>
        <source>Protocol &amp;log</source>
        <translation>通信日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>用户指南(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;About Sigen Modbus</source>
        <translation>关于 Sigen Modbus(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Read the state</source>
        <translation>读取状态(&amp;R)</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>&amp;Scan the network</source>
        <translation>扫描网络(&amp;S)</translation>
    </message>
    <message>
        <source>Switch off and on a&amp;gain…</source>
        <translation>关闭后重新开启(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Letter to Sigenergy&apos;s support…</source>
        <translation>致 Sigenergy 支持团队的信函(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Scan by itself at the start</source>
        <translation>启动时自动扫描(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Make a profile from a capture…</source>
        <translation>根据抓包生成协议配置(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Diagnosis</source>
        <translation>诊断(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep it on</source>
        <translation>保持开启(&amp;K)</translation>
    </message>
</context>
<context>
    <name>Sigen::MainWindow</name>
    <message>
        <source>Modbus TCP has no password: anyone on this network can read and control the plant.</source>
        <translation>Modbus TCP 没有密码：此网络中的任何人都可以读取和控制该电站。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Import saved gateways</source>
        <translation>导入已保存的网关</translation>
    </message>
    <message>
        <source>Gateways (*.json)</source>
        <translation>网关 (*.json)</translation>
    </message>
    <message>
        <source>Gateways imported</source>
        <translation>网关已导入</translation>
    </message>
    <message>
        <source>The gateways were not imported.</source>
        <translation>网关未导入。</translation>
    </message>
    <message>
        <source>Export saved gateways</source>
        <translation>导出已保存的网关</translation>
    </message>
    <message>
        <source>Gateways exported</source>
        <translation>网关已导出</translation>
    </message>
    <message>
        <source>The gateways were not exported.</source>
        <translation>网关未导出。</translation>
    </message>
    <message>
        <source>About the keychain</source>
        <translation>关于密钥串</translation>
    </message>
    <message>
        <source>Make a profile from a capture</source>
        <translation>根据抓包生成协议配置</translation>
    </message>
    <message>
        <source>Captures (*.har *.jsonl)</source>
        <translation>抓包 (*.har *.jsonl)</translation>
    </message>
    <message>
        <source>The capture can&apos;t be used.</source>
        <translation>无法使用该抓包。</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>协议配置 (*.json)</translation>
    </message>
    <message>
        <source>The profile was not saved.</source>
        <translation>协议配置未保存。</translation>
    </message>
    <message>
        <source>Profile saved</source>
        <translation>协议配置已保存</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>草稿已保存</translation>
    </message>
    <message>
        <source>The window is in the tray now</source>
        <translation>窗口现已收至系统托盘</translation>
    </message>
    <message>
        <source>From there it keeps the server on. Its menu opens the window again and quits the program.</source>
        <translation>它在托盘中继续使服务器保持开启。可通过托盘菜单重新打开窗口和退出程序。</translation>
    </message>
    <message>
        <source>Close, and keep it on no longer?</source>
        <translation>要关闭窗口，不再保持开启吗？</translation>
    </message>
    <message>
        <source>Only while this window is open is it kept on: %1. Once it is closed, a server that is switched off stays off.</source>
        <comment>one gateway or several</comment>
        <translation>仅在本窗口打开期间保持开启：%1。窗口关闭后，服务器若被关闭，将一直保持关闭。</translation>
    </message>
    <message>
        <source>&amp;Leave it open</source>
        <translation>保持打开(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Sigen::MessageText</name>
    <message>
        <source>they name another unit id</source>
        <translation>单元 ID 不一致</translation>
    </message>
    <message>
        <source>more registers than requested</source>
        <translation>寄存器多于所请求的数量</translation>
    </message>
    <message>
        <source>a wrong length</source>
        <translation>长度错误</translation>
    </message>
    <message>
        <source>bytes that belong to no answer</source>
        <translation>含有不属于任何响应的字节</translation>
    </message>
    <message>
        <source>old answers in front</source>
        <translation>前面夹带旧的响应</translation>
    </message>
    <message>
        <source>the first answer came late</source>
        <translation>首个响应延迟</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>The gateway is reachable at %1.</source>
        <translation>可通过 %1 连接到网关。</translation>
    </message>
    <message>
        <source>It speaks WebSocket on %1.</source>
        <translation>它在 %1 上使用 WebSocket。</translation>
    </message>
    <message>
        <source>This gateway reports no serial number, so it may not be %1.</source>
        <translation>此网关未报告序列号，因此可能不是 %1。</translation>
    </message>
    <message>
        <source>This is the gateway %1, not %2.</source>
        <translation>这是网关 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>已以 %1 身份登录。</translation>
    </message>
    <message>
        <source>Would send: %1.</source>
        <comment>setting: on, port 502</comment>
        <translation>将会发送：%1。</translation>
    </message>
    <message>
        <source>Would send nothing: the setting is already as requested.</source>
        <translation>不会发送任何内容：设置已符合要求。</translation>
    </message>
    <message>
        <source>Nothing to send: the setting is already as requested.</source>
        <translation>没有需要发送的内容：设置已符合要求。</translation>
    </message>
    <message>
        <source>Sent and acknowledged.</source>
        <translation>已发送并得到确认。</translation>
    </message>
    <message>
        <source>Sent, but the answer was not the expected one. The setting is read back to see what happened.</source>
        <translation>已发送，但响应与预期不符。正在回读设置以确认结果。</translation>
    </message>
    <message>
        <source>The setting could not be read back.</source>
        <translation>无法回读设置。</translation>
    </message>
    <message>
        <source>The setting can&apos;t be read now, so the one that was read before is sent.</source>
        <translation>目前无法读取设置，因此发送此前读取的设置。</translation>
    </message>
    <message>
        <source>The gateway&apos;s own port would change from %1 to %2. If a router forwards port %2 to the gateway, leave the gateway&apos;s port as it is and only test through the router (on the command line: --test-port).</source>
        <translation>网关自身的端口将从 %1 更改为 %2。如果有路由器将端口 %2 转发到网关，请保持网关的端口不变，仅经由路由器进行测试（命令行：--test-port）。</translation>
    </message>
    <message>
        <source>The gateway refused the change, but reports it as done.</source>
        <translation>网关拒绝了更改，但报告更改已完成。</translation>
    </message>
    <message>
        <source>The gateway reports a different port from the one that was sent.</source>
        <translation>网关报告的端口与所发送的不同。</translation>
    </message>
    <message>
        <source>The setting changed, but not to what was requested. %1</source>
        <translation>设置已更改，但与请求的不符。%1</translation>
    </message>
    <message>
        <source>A Modbus server has appeared at %1.</source>
        <translation>在 %1 出现了 Modbus 服务器。</translation>
    </message>
    <message>
        <source>No server appeared.</source>
        <translation>没有服务器出现。</translation>
    </message>
    <message>
        <source>The server appeared at %1, not at %2 where it was expected: use this address from now on.</source>
        <translation>服务器出现在 %1，而不是预期的 %2：今后请使用此地址。</translation>
    </message>
    <message>
        <source>The host has no address on a private network.</source>
        <translation>该主机在私有网络中没有地址。</translation>
    </message>
    <message>
        <source>The host name is not known on this network.</source>
        <translation>无法在此网络中解析该主机名。</translation>
    </message>
    <message>
        <source>Port %1 accepts connections.</source>
        <translation>端口 %1 接受连接。</translation>
    </message>
    <message>
        <source>Port %1 still accepts connections.</source>
        <translation>端口 %1 仍接受连接。</translation>
    </message>
    <message numerus="yes">
        <source>Port %1 refuses connections, %n tries.</source>
        <translation>
            <numerusform>端口 %1 拒绝连接，已尝试 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Port %1 refuses connections.</source>
        <translation>端口 %1 拒绝连接。</translation>
    </message>
    <message>
        <source>Port %1 does not answer.</source>
        <translation>端口 %1 没有响应。</translation>
    </message>
    <message>
        <source>No route to port %1 from this computer.</source>
        <translation>本机没有到端口 %1 的路由。</translation>
    </message>
    <message>
        <source>Accepts connections, but does not answer.</source>
        <translation>接受连接，但没有响应。</translation>
    </message>
    <message>
        <source>Answers, but only after the time-out.</source>
        <translation>有响应，但响应时已超时。</translation>
    </message>
    <message>
        <source>Answers each request with “busy”.</source>
        <translation>对每个请求都以“忙”响应。</translation>
    </message>
    <message>
        <source>Speaks Modbus, but does not answer what was asked.</source>
        <translation>使用 Modbus，但响应与请求不符。</translation>
    </message>
    <message>
        <source>Accepts connections, but closes them instead of answering.</source>
        <translation>接受连接，但不作响应便断开。</translation>
    </message>
    <message>
        <source>A Modbus proxy, or another maker&apos;s gateway, answers that it can&apos;t reach the plant.</source>
        <translation>Modbus 代理或其他厂商的网关回答说无法连接到电站。</translation>
    </message>
    <message>
        <source>Answers with Modbus exception %1.</source>
        <translation>以 Modbus 异常 %1 响应。</translation>
    </message>
    <message>
        <source>Speaks Modbus, but does not give a plant&apos;s values.</source>
        <translation>使用 Modbus，但不提供电站的数据。</translation>
    </message>
    <message>
        <source>Speaks Modbus, but is not a Sigenergy system.</source>
        <translation>使用 Modbus，但不是 Sigenergy 系统。</translation>
    </message>
    <message>
        <source>Answers, but not with Modbus.</source>
        <translation>有响应，但不是 Modbus。</translation>
    </message>
    <message>
        <source>Speaks Modbus, but the plant&apos;s unit 247 does not answer.</source>
        <translation>支持 Modbus，但电站单元 247 未应答。</translation>
    </message>
    <message>
        <source>Modbus answers; no device reported its model.</source>
        <translation>Modbus 有响应；没有设备报告其型号。</translation>
    </message>
    <message>
        <source>Modbus answers: %1.</source>
        <translation>Modbus 有响应：%1。</translation>
    </message>
    <message>
        <source>Modbus answers: %1, firmware %2.</source>
        <translation>Modbus 有响应：%1，固件 %2。</translation>
    </message>
    <message>
        <source>Same serial number.</source>
        <translation>序列号相同。</translation>
    </message>
    <message>
        <source>It refuses function 04, but answers function 03.</source>
        <translation>它拒绝功能码 04，但响应功能码 03。</translation>
    </message>
    <message>
        <source>The serial numbers could not be compared, so these may be two devices.</source>
        <translation>无法比对序列号，因此可能是两台设备。</translation>
    </message>
    <message>
        <source>The serial number differs (%1 here, %2 at sign-in), so these may be two devices.</source>
        <translation>序列号不同（此处为 %1，登录时为 %2），因此可能是两台设备。</translation>
    </message>
    <message>
        <source>Unit id %1 did not answer as the plant. Tools that need it will not work until it does.</source>
        <translation>单元 ID %1 未作为电站应答。需要它的工具在其应答之前无法工作。</translation>
    </message>
    <message>
        <source>Its Modbus answers are odd, but usable (%1). A proxy in between, or the link, may be the reason.</source>
        <translation>其 Modbus 响应不太正常，但仍可使用（%1）。原因可能在于中间的代理或网络连接。</translation>
    </message>
    <message>
        <source>Some of the plant&apos;s values are unusual (%1).</source>
        <translation>电站的某些数值不太正常（%1）。</translation>
    </message>
    <message>
        <source>None of the requested unit ids answered as a device. Unit ids differ between plants; scan all of them to find yours.</source>
        <translation>所请求的单元 ID 上均没有设备应答。各电站的单元 ID 不尽相同；查询所有单元 ID 即可找到您的设备。</translation>
    </message>
    <message>
        <source>The same device, with the same serial number, answers on every unit id. It is listed once; unit ids from %1 on were not tried.</source>
        <translation>所有单元 ID 都由序列号相同的同一设备应答。该设备只列出一次；从 %1 起的单元 ID 未尝试。</translation>
    </message>
    <message>
        <source>These unit ids repeat the serial number of another one: %1. They are the same device, which is listed once.</source>
        <translation>以下单元 ID 给出的序列号与另一单元 ID 相同：%1。它们属于同一设备，只列出一次。</translation>
    </message>
    <message>
        <source>The connection was lost before these unit ids had answered: %1.</source>
        <translation>连接断开，以下单元 ID 尚未应答：%1。</translation>
    </message>
    <message>
        <source>These unit ids answered once, late, and not again: %1.</source>
        <translation>以下单元 ID 曾延迟应答一次，之后不再应答：%1。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>unit ids</comment>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>While the server was off, its port still accepted connections, so a connection that hung may still do so.</source>
        <translation>服务器关闭期间，其端口仍接受连接，因此卡住的连接可能依然卡住。</translation>
    </message>
    <message>
        <source>The Modbus server answers at %1, not at %2: use this address in your other programs.</source>
        <translation>Modbus 服务器在 %1 响应，而不是 %2：请在您的其他程序中使用前一地址。</translation>
    </message>
    <message>
        <source>No device reported a model or a serial number.</source>
        <translation>没有设备报告型号或序列号。</translation>
    </message>
    <message>
        <source>%1, firmware %2.</source>
        <comment>model</comment>
        <translation>%1，固件 %2。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>model</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Serial number %1.</source>
        <translation>序列号 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read(s), all answered in time.</source>
        <translation>
            <numerusform>%n 次读取，均及时响应。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n read(s), %1 got no answer and %2 a late one.</source>
        <translation>
            <numerusform>%n 次读取中，%1 次没有响应，%2 次响应延迟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old answer(s) came again.</source>
        <translation>
            <numerusform>有 %n 个旧响应再次到达。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server answers.</source>
        <translation>服务器有响应。</translation>
    </message>
    <message>
        <source>The gateway is reachable again, and its server answers.</source>
        <translation>网关已恢复连接，其服务器有响应。</translation>
    </message>
    <message>
        <source>The server was off.</source>
        <translation>服务器曾处于关闭状态。</translation>
    </message>
    <message>
        <source>The server was off and has been switched on again.</source>
        <translation>服务器曾处于关闭状态，现已重新开启。</translation>
    </message>
    <message>
        <source>The gateway reports that the server is on.</source>
        <translation>网关报告服务器已开启。</translation>
    </message>
    <message>
        <source>Its port accepts connections and does not answer: another program may hold the only connection it has.</source>
        <translation>其端口接受连接，但没有响应：可能有其他程序占用了唯一的连接。</translation>
    </message>
    <message>
        <source>It has been switched on as often as this program does that: 6 times an hour, never twice within 60 seconds. It is tried again when that is over.</source>
        <translation>开启次数已达到本程序的上限：每小时 6 次，且 60 秒内绝不重复。限制期过后会再次尝试。</translation>
    </message>
    <message>
        <source>The server was switched off a second time within an hour, although the gateway was reachable all the time: somebody, or another program, does that. It stays off and is no longer watched. Find out who switches it off, then start again.</source>
        <translation>服务器在一小时内第二次被关闭，而网关始终可以连接：是有人或其他程序将其关闭的。服务器保持关闭，不再监视。请查明是谁将其关闭，然后重新启动监视。</translation>
    </message>
    <message>
        <source>The server was turned off with this program, so it is no longer watched.</source>
        <translation>服务器是用本程序关闭的，因此不再监视。</translation>
    </message>
    <message>
        <source>Another device has this address now. No password was sent to it.</source>
        <translation>此地址现在属于另一台设备。未向其发送密码。</translation>
    </message>
    <message>
        <source>The gateway has the address %1 now, which is used until the watch ends.</source>
        <translation>网关现在的地址为 %1，监视结束之前都将使用该地址。</translation>
    </message>
    <message>
        <source>Nobody looked: the computer slept, or the program was not running.</source>
        <translation>这段时间没有检查：计算机处于睡眠状态，或程序未运行。</translation>
    </message>
    <message>
        <source>The firmware changed from %1 to %2.</source>
        <translation>固件已从 %1 变为 %2。</translation>
    </message>
    <message>
        <source>Port %1 refuses connections, so the server is probably off. Turn it on in the vendor&apos;s app: Settings → System Settings → General → Modbus TCP Server Settings; an installer finds it under Device → Settings → Communication → Modbus TCP Server.</source>
        <translation>端口 %1 拒绝连接，因此服务器很可能已关闭。请在厂商 App 中开启：设置 → 系统设置 → 常规 → Modbus TCP 服务器设置；安装商可在以下位置找到：设备 → 设置 → 通信 → Modbus TCP 服务器。</translation>
    </message>
    <message>
        <source>No longer watched.</source>
        <translation>不再监视。</translation>
    </message>
    <message>
        <source>An address, so there is no name to look up.</source>
        <translation>这是地址，无需解析名称。</translation>
    </message>
    <message>
        <source>The name stands for %1.</source>
        <translation>该名称对应 %1。</translation>
    </message>
    <message>
        <source>The address is this computer&apos;s own.</source>
        <translation>该地址是本机自身的地址。</translation>
    </message>
    <message>
        <source>On this computer&apos;s own network (%1).</source>
        <translation>在本机所在的网络中（%1）。</translation>
    </message>
    <message>
        <source>On another network, behind a router.</source>
        <translation>在另一个网络中，位于路由器之后。</translation>
    </message>
    <message>
        <source>Through a VPN or another tunnel (%1).</source>
        <translation>经过 VPN 或其他隧道（%1）。</translation>
    </message>
    <message>
        <source>This computer is connected to the same network by %1 as well.</source>
        <translation>本机还通过 %1 连接到同一网络。</translation>
    </message>
    <message>
        <source>No device on this network has the address.</source>
        <translation>此网络中没有设备使用该地址。</translation>
    </message>
    <message>
        <source>MAC address %1.</source>
        <translation>MAC 地址 %1。</translation>
    </message>
    <message>
        <source>MAC address %1, which is Sigenergy&apos;s.</source>
        <translation>MAC 地址 %1，属于 Sigenergy。</translation>
    </message>
    <message>
        <source>Several devices take turns at this address: %1.</source>
        <translation>多台设备轮流使用此地址：%1。</translation>
    </message>
    <message>
        <source>It was %1 before.</source>
        <comment>a MAC address</comment>
        <translation>此前为 %1。</translation>
    </message>
    <message>
        <source>This system does not show the MAC address.</source>
        <translation>此系统不显示 MAC 地址。</translation>
    </message>
    <message>
        <source>A MAC address is seen only on this computer&apos;s own network.</source>
        <translation>只有在本机所在的网络中才能看到 MAC 地址。</translation>
    </message>
    <message>
        <source>Not tried, since no password was given.</source>
        <translation>未尝试，因为没有提供密码。</translation>
    </message>
    <message>
        <source>Answers function %1.</source>
        <translation>响应功能码 %1。</translation>
    </message>
    <message>
        <source>The registers are those of document %1.</source>
        <translation>寄存器与文档 %1 一致。</translation>
    </message>
    <message>
        <source>Unit %1 is the plant.</source>
        <translation>单元 %1 是电站。</translation>
    </message>
    <message>
        <source>Unit %1 is %2.</source>
        <comment>unit id, model</comment>
        <translation>单元 %1 是 %2。</translation>
    </message>
    <message>
        <source>Unit %1 is an AC charger.</source>
        <translation>单元 %1 是交流充电桩。</translation>
    </message>
    <message>
        <source>These unit ids do not answer: %1.</source>
        <translation>以下单元 ID 没有应答：%1。</translation>
    </message>
    <message>
        <source>The serial number %1 answers at %2 as well.</source>
        <translation>序列号 %1 也在 %2 上响应。</translation>
    </message>
    <message>
        <source>The same unit gave the serial number %1 first and %2 later.</source>
        <translation>同一单元先给出序列号 %1，后来给出 %2。</translation>
    </message>
    <message>
        <source>The plant&apos;s clock is %1 behind this computer&apos;s.</source>
        <translation>电站的时钟比本机慢 %1。</translation>
    </message>
    <message>
        <source>The plant&apos;s clock is %1 ahead of this computer&apos;s.</source>
        <translation>电站的时钟比本机快 %1。</translation>
    </message>
    <message>
        <source>Fastest %1 ms, median %2 ms, slowest %3 ms.</source>
        <translation>最快 %1 毫秒，中位数 %2 毫秒，最慢 %3 毫秒。</translation>
    </message>
</context>
<context>
    <name>Sigen::ModbusFace</name>
    <message>
        <source>The Modbus port %1 cannot be opened: %2</source>
        <translation>无法打开 Modbus 端口 %1：%2</translation>
    </message>
    <message>
        <source>A Modbus connection from %1 was one too many.</source>
        <translation>来自 %1 的 Modbus 连接超出数量限制。</translation>
    </message>
</context>
<context>
    <name>Sigen::Moment</name>
    <message>
        <source>d MMM</source>
        <comment>a date&apos;s format, of QDate::toString()</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date&apos;s format, of QDate::toString()</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Sigen::NetworkDialog</name>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>A network like 192.168.1.0/24, a span like 192.168.1.10-40, or one address. Only this network is searched then; nothing is changed and no password is sent.</source>
        <translation>网络（如 192.168.1.0/24）、地址范围（如 192.168.1.10-40）或单个地址。随后只搜索此网络；不作任何更改，也不发送密码。</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>选择(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Scan another network</source>
        <translation>扫描其他网络</translation>
    </message>
</context>
<context>
    <name>Sigen::NetworkText</name>
    <message numerus="yes">
        <source>%n networks</source>
        <translation>
            <numerusform>%n 个网络</numerusform>
        </translation>
    </message>
    <message>
        <source>All networks (%1)</source>
        <translation>所有网络（%1）</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>interface, network</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>No network to scan</source>
        <translation>没有可扫描的网络</translation>
    </message>
    <message>
        <source>Other network…</source>
        <translation>其他网络…</translation>
    </message>
    <message>
        <source>Scan a large network?</source>
        <translation>要扫描大型网络吗？</translation>
    </message>
    <message>
        <source>%1 has %2 addresses. Scanning them takes a while and may be noticed by whoever looks after the network.</source>
        <translation>%1 有 %2 个地址。扫描需要一些时间，并可能引起网络管理员的注意。</translation>
    </message>
    <message>
        <source>Each address is asked whether it accepts connections on the gateway&apos;s two ports; nothing is changed and no password is sent.</source>
        <translation>程序会逐一探测各地址是否在网关的两个端口上接受连接；不作任何更改，也不发送密码。</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>扫描(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Sigen::Outcomes</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The Modbus TCP server is on, port %1, and it answers.</source>
        <translation>Modbus TCP 服务器已开启，端口 %1，且有响应。</translation>
    </message>
    <message>
        <source>The Modbus TCP server was already on, port %1, and it answers; nothing was changed.</source>
        <translation>Modbus TCP 服务器此前已开启，端口 %1，且有响应；未作任何更改。</translation>
    </message>
    <message>
        <source>The Modbus TCP server is off.</source>
        <translation>Modbus TCP 服务器已关闭。</translation>
    </message>
    <message>
        <source>The Modbus TCP server was already off; nothing was changed.</source>
        <translation>Modbus TCP 服务器此前已关闭；未作任何更改。</translation>
    </message>
    <message>
        <source>The Modbus TCP port is now %1; the server stays off.</source>
        <translation>Modbus TCP 端口现为 %1；服务器保持关闭。</translation>
    </message>
    <message>
        <source>The Modbus TCP port is now %1.</source>
        <translation>Modbus TCP 端口现为 %1。</translation>
    </message>
    <message>
        <source>The Modbus TCP port was already %1; nothing was changed.</source>
        <translation>Modbus TCP 端口此前已是 %1；未作任何更改。</translation>
    </message>
    <message>
        <source>The Modbus TCP server is on, but this computer could not verify it.</source>
        <translation>Modbus TCP 服务器已开启，但本机无法验证。</translation>
    </message>
    <message>
        <source>The gateway refused the change.</source>
        <translation>网关拒绝了更改。</translation>
    </message>
    <message>
        <source>The gateway refused to report its setting; nothing was changed.</source>
        <translation>网关拒绝报告其设置；未作任何更改。</translation>
    </message>
    <message>
        <source>The change had no effect.</source>
        <translation>更改没有生效。</translation>
    </message>
    <message>
        <source>It is not known whether the change took effect.</source>
        <translation>不清楚更改是否生效。</translation>
    </message>
    <message>
        <source>Modbus answers on port %1.</source>
        <translation>Modbus 在端口 %1 上有响应。</translation>
    </message>
    <message>
        <source>Modbus on port %1 could not be verified.</source>
        <translation>无法验证端口 %1 上的 Modbus。</translation>
    </message>
    <message>
        <source>The Modbus TCP server is %1.</source>
        <translation>Modbus TCP 服务器：%1。</translation>
    </message>
    <message>
        <source>This was a dry run: nothing was changed.</source>
        <translation>这是试运行：未作任何更改。</translation>
    </message>
    <message>
        <source>The Modbus TCP server was switched off and on again, port %1, and it answers.</source>
        <translation>Modbus TCP 服务器已关闭后重新开启，端口 %1，且有响应。</translation>
    </message>
    <message>
        <source>No Modbus server appeared in the time given.</source>
        <translation>在指定的时间内没有 Modbus 服务器出现。</translation>
    </message>
</context>
<context>
    <name>Sigen::PageActionText</name>
    <message>
        <source>Test again</source>
        <translation>再次测试</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Read the state</source>
        <translation>读取状态</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Where the switch is in the app…</source>
        <translation>App 中的开关位置…</translation>
    </message>
    <message>
        <source>Message to my installer…</source>
        <translation>给安装商的消息…</translation>
    </message>
    <message>
        <source>Switch off and on again…</source>
        <translation>关闭后重新开启…</translation>
    </message>
    <message>
        <source>Look at the other addresses</source>
        <translation>查看其他地址</translation>
    </message>
    <message>
        <source>Turn on again</source>
        <translation>重新开启</translation>
    </message>
    <message>
        <source>Connect your system</source>
        <translation>连接您的系统</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>to reach it</comment>
        <translation>重试</translation>
    </message>
    <message>
        <source>Scan the network</source>
        <translation>扫描网络</translation>
    </message>
    <message>
        <source>Watch the network…</source>
        <translation>监视网络…</translation>
    </message>
    <message>
        <source>This is my gateway</source>
        <translation>这是我的网关</translation>
    </message>
    <message>
        <source>Show me how</source>
        <translation>查看方法</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>诊断…</translation>
    </message>
</context>
<context>
    <name>Sigen::PageReport</name>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>无法写入文件 %1：%2</translation>
    </message>
    <message>
        <source>The name of a report&apos;s file ends in .pdf, .html, .txt or .json.</source>
        <translation>报告的文件名须以 .pdf、.html、.txt 或 .json 结尾。</translation>
    </message>
    <message>
        <source>The name of a sheet&apos;s file ends in .pdf or .html.</source>
        <translation>业主调试记录表的文件名须以 .pdf 或 .html 结尾。</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
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
        <translation>隐藏</translation>
    </message>
    <message>
        <source>show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>Sigen::PlainLabel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Sigen::PlantText</name>
    <message>
        <source>max self-consumption</source>
        <translation>最大自发自用</translation>
    </message>
    <message>
        <source>Sigen AI</source>
        <translation>Sigen AI</translation>
    </message>
    <message>
        <source>time of use</source>
        <translation>分时电价</translation>
    </message>
    <message>
        <source>full feed-in</source>
        <translation>全额上网</translation>
    </message>
    <message>
        <source>remote EMS</source>
        <translation>远程 EMS</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>on grid</source>
        <translation>并网</translation>
    </message>
    <message>
        <source>off grid (automatic)</source>
        <translation>离网（自动）</translation>
    </message>
    <message>
        <source>off grid (manual)</source>
        <translation>离网（手动）</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>待机</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>shutdown</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>environmental abnormality</source>
        <translation>环境异常</translation>
    </message>
    <message>
        <source>software mismatch</source>
        <translation>软件不匹配</translation>
    </message>
    <message>
        <source>low insulation</source>
        <translation>绝缘阻抗低</translation>
    </message>
    <message>
        <source>insulation</source>
        <translation>绝缘异常</translation>
    </message>
    <message>
        <source>over-temperature</source>
        <translation>过温</translation>
    </message>
    <message>
        <source>under-temperature</source>
        <translation>低温</translation>
    </message>
    <message>
        <source>thermal runaway</source>
        <translation>热失控</translation>
    </message>
    <message>
        <source>equipment fault</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>grounding</source>
        <translation>接地异常</translation>
    </message>
    <message>
        <source>PV over-voltage</source>
        <translation>光伏过压</translation>
    </message>
    <message>
        <source>PV reversed</source>
        <translation>光伏反接</translation>
    </message>
    <message>
        <source>PV back-filling</source>
        <translation>光伏反灌</translation>
    </message>
    <message>
        <source>arc fault</source>
        <translation>电弧故障</translation>
    </message>
    <message>
        <source>grid outage</source>
        <translation>电网断电</translation>
    </message>
    <message>
        <source>grid over-voltage</source>
        <translation>电网过压</translation>
    </message>
    <message>
        <source>grid under-voltage</source>
        <translation>电网欠压</translation>
    </message>
    <message>
        <source>over-frequency</source>
        <translation>过频</translation>
    </message>
    <message>
        <source>under-frequency</source>
        <translation>欠频</translation>
    </message>
    <message>
        <source>voltage imbalance</source>
        <translation>电压不平衡</translation>
    </message>
    <message>
        <source>DC component</source>
        <translation>直流分量异常</translation>
    </message>
    <message>
        <source>leakage current</source>
        <translation>漏电流异常</translation>
    </message>
    <message>
        <source>communication</source>
        <translation>通信异常</translation>
    </message>
    <message>
        <source>internal protection</source>
        <translation>内部保护</translation>
    </message>
    <message>
        <source>arc self-check</source>
        <translation>电弧自检异常</translation>
    </message>
    <message>
        <source>off-grid protection</source>
        <translation>离网保护</translation>
    </message>
    <message>
        <source>manual protection</source>
        <translation>手动保护</translation>
    </message>
    <message>
        <source>phase sequence</source>
        <translation>相序异常</translation>
    </message>
    <message>
        <source>short to earth</source>
        <translation>对地短路</translation>
    </message>
    <message>
        <source>soft start</source>
        <translation>软启动异常</translation>
    </message>
    <message>
        <source>off-grid leakage</source>
        <translation>离网漏电</translation>
    </message>
    <message>
        <source>N-line grounding</source>
        <translation>N 线接地异常</translation>
    </message>
    <message>
        <source>grid phase sequence</source>
        <translation>电网相序异常</translation>
    </message>
    <message>
        <source>inverter phase sequence</source>
        <translation>逆变器相序异常</translation>
    </message>
    <message>
        <source>grid phase loss</source>
        <translation>电网缺相</translation>
    </message>
    <message>
        <source>Battery: %1</source>
        <translation>电池：%1</translation>
    </message>
    <message>
        <source>Gateway: %1</source>
        <translation>网关：%1</translation>
    </message>
    <message>
        <source>Inverter: %1</source>
        <translation>逆变器：%1</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>状态 %1</translation>
    </message>
    <message>
        <source>none</source>
        <comment>alarms</comment>
        <translation>无</translation>
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
        <translation>通过 %1 发送：%2</translation>
    </message>
    <message>
        <source>Received through %1: %2</source>
        <translation>通过 %1 接收：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (the same %n more time(s))</source>
        <comment>frame</comment>
        <translation>
            <numerusform>%1（相同内容又出现 %n 次）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier line(s) are not kept.</source>
        <translation>
            <numerusform>较早的 %n 行未保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sigen::ProtocolLogTab</name>
    <message>
        <source>Show only lines with this text</source>
        <translation>只显示包含此文本的行</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>所有通道</translation>
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
        <translation>通信日志</translation>
    </message>
    <message>
        <source>The chosen line in full</source>
        <translation>所选行的完整内容</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the selected lines, or all that are shown.</source>
        <translation>复制所选的行；未选择时复制显示的所有行。</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;B)…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;K)</translation>
    </message>
    <message>
        <source>Nothing was sent or received yet.</source>
        <translation>尚未发送或接收任何内容。</translation>
    </message>
    <message>
        <source>No line has this text and channel.</source>
        <translation>没有符合此文本和通道的行。</translation>
    </message>
    <message>
        <source>Save the protocol log</source>
        <translation>保存通信日志</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>文本文件 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
</context>
<context>
    <name>Sigen::RenameDialog</name>
    <message>
        <source>Rename the gateway</source>
        <translation>重命名网关</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Only on this computer. Left empty, the gateway is called by its model.</source>
        <translation>仅在本机上有效。留空则以型号称呼该网关。</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Sigen::ReportSaving</name>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>The report was not saved.</source>
        <translation>报告未保存。</translation>
    </message>
    <message>
        <source>Save the sheet for the owner</source>
        <translation>保存业主调试记录表</translation>
    </message>
    <message>
        <source>The sheet was not saved.</source>
        <translation>业主调试记录表未保存。</translation>
    </message>
</context>
<context>
    <name>Sigen::SavedGatewaysController</name>
    <message>
        <source>Added: %1. Updated: %2. Known already: %3.</source>
        <translation>已添加：%1。已更新：%2。已存在：%3。</translation>
    </message>
    <message>
        <source>%1 Left out, since there is no room for more: %2.</source>
        <translation>%1因空间不足而未导入：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n saved gateways were exported, without passwords.</source>
        <translation>
            <numerusform>已导出 %n 个已保存的网关，不含密码。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported. Line %1 of %2: %3</source>
        <translation>未导入任何内容。%2 第 %1 行：%3</translation>
    </message>
    <message>
        <source>Nothing was imported from %1: %2</source>
        <translation>未从 %1 导入任何内容：%2</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>无法写入文件 %1：%2</translation>
    </message>
</context>
<context>
    <name>Sigen::ScanCoverage</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was scanned: the system allows this program no connections to scan %1 (too many open files).</source>
        <translation>未进行扫描：系统不允许本程序建立用于扫描 %1 的连接（打开的文件过多）。</translation>
    </message>
    <message>
        <source>%1 was not scanned: the system allows this program no more connections (too many open files).</source>
        <translation>未扫描 %1：系统不允许本程序再建立连接（打开的文件过多）。</translation>
    </message>
    <message>
        <source>Nothing was scanned: this computer has no route to %1.</source>
        <translation>未进行扫描：本机没有到 %1 的路由。</translation>
    </message>
    <message>
        <source>%1 was not scanned: this computer has no route to it, or lost its connection to that network.</source>
        <translation>未扫描 %1：本机没有到该处的路由，或与该网络的连接已断开。</translation>
    </message>
</context>
<context>
    <name>Sigen::ScanPlan</name>
    <message>
        <source>None of this computer&apos;s networks (%1) is a private network on Ethernet or Wi-Fi; name the one to scan, for example 192.168.1.0/24.</source>
        <translation>本机的网络（%1）均不是以太网或 Wi-Fi 上的私有网络；请指定要扫描的网络，例如 192.168.1.0/24。</translation>
    </message>
    <message>
        <source>This computer has no Ethernet or Wi-Fi connection with a private network to scan; name a network, for example 192.168.1.0/24.</source>
        <translation>本机没有可供扫描的、接入私有网络的以太网或 Wi-Fi 连接；请指定网络，例如 192.168.1.0/24。</translation>
    </message>
    <message>
        <source>This computer has no IPv4 address on %1, and a scan needs one: check the cable, and that the router gives out addresses.</source>
        <translation>本机在 %1 上没有 IPv4 地址，而扫描需要该地址：请检查网线，并确认路由器会分配地址。</translation>
    </message>
    <message>
        <source>“%1” is not a network. Examples: 192.168.1.0/24, 192.168.1.10-192.168.1.20 or 192.168.1.150.</source>
        <translation>“%1”不是网络。示例：192.168.1.0/24、192.168.1.10-192.168.1.20 或 192.168.1.150。</translation>
    </message>
    <message>
        <source>“%1” is not a private network; scanning it must be allowed explicitly.</source>
        <translation>“%1”不是私有网络；必须明确允许才能扫描。</translation>
    </message>
    <message>
        <source>“%1” contains addresses that no device can have.</source>
        <translation>“%1”包含任何设备都不能使用的地址。</translation>
    </message>
    <message>
        <source>There is nothing to scan except this computer&apos;s own address.</source>
        <translation>除本机自身的地址外，没有可扫描的内容。</translation>
    </message>
</context>
<context>
    <name>Sigen::SeenSteps</name>
    <message>
        <source>Gateway reachable</source>
        <translation>可连接到网关</translation>
    </message>
    <message>
        <source>Gateway reachable on port %1</source>
        <translation>可通过端口 %1 连接到网关</translation>
    </message>
    <message>
        <source>Port %1 accepts connections</source>
        <translation>端口 %1 接受连接</translation>
    </message>
    <message>
        <source>Port %1 refuses connections</source>
        <translation>端口 %1 拒绝连接</translation>
    </message>
    <message>
        <source>Port %1 does not answer</source>
        <translation>端口 %1 没有响应</translation>
    </message>
    <message>
        <source>Modbus answers</source>
        <translation>Modbus 有响应</translation>
    </message>
    <message>
        <source>Modbus answers: %1</source>
        <comment>model</comment>
        <translation>Modbus 有响应：%1</translation>
    </message>
    <message>
        <source>Modbus answers: %1, firmware %2</source>
        <translation>Modbus 有响应：%1，固件 %2</translation>
    </message>
    <message>
        <source>No usable Modbus answer</source>
        <translation>没有有效的 Modbus 响应</translation>
    </message>
</context>
<context>
    <name>Sigen::ServerCardView</name>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>Port of the Modbus TCP server</source>
        <translation>Modbus TCP 服务器的端口</translation>
    </message>
    <message>
        <source>App&amp;ly</source>
        <translation>应用(&amp;L)</translation>
    </message>
    <message>
        <source>Set this port</source>
        <translation>设置此端口</translation>
    </message>
    <message>
        <source>Modbus TCP server</source>
        <translation>Modbus TCP 服务器</translation>
    </message>
</context>
<context>
    <name>Sigen::ServiceBox</name>
    <message>
        <source>Not on this system: it has no service manager that this program knows.</source>
        <translation>此系统不支持：它没有本程序所知的服务管理器。</translation>
    </message>
    <message>
        <source>Not in a Flatpak, which can&apos;t install a service. The other packages of this program can.</source>
        <translation>在 Flatpak 中不可用，因为 Flatpak 无法安装服务。本程序的其他软件包可以。</translation>
    </message>
    <message>
        <source>The service runs the program sigen-modbus-cli, which is not installed on this computer.</source>
        <translation>该服务运行程序 sigen-modbus-cli，而本机未安装该程序。</translation>
    </message>
    <message>
        <source>Not with a settings file of one&apos;s own, with which this window was started: a service does not know it.</source>
        <translation>本窗口以自定义的设置文件启动，因此不可用：服务不知道该文件。</translation>
    </message>
    <message>
        <source>The service takes the password from the keychain, which does not have it: sign in once more and have it remembered.</source>
        <translation>服务从密钥串读取密码，而密钥串中没有该密码：请重新登录并记住密码。</translation>
    </message>
    <message>
        <source>It runs while you are logged in. Lingering lets it run from the computer&apos;s start on: loginctl enable-linger.</source>
        <translation>它在您登录系统期间运行。启用 lingering 后，它从计算机启动时起运行：loginctl enable-linger。</translation>
    </message>
    <message>
        <source>It runs while you are logged in.</source>
        <translation>它在您登录系统期间运行。</translation>
    </message>
    <message>
        <source>Installed: a systemd unit of your account.</source>
        <translation>安装内容：您账户的 systemd 单元。</translation>
    </message>
    <message>
        <source>Installed: a launch agent of your account.</source>
        <translation>安装内容：您账户的 launchd 代理。</translation>
    </message>
    <message>
        <source>Installed: a scheduled task of your account.</source>
        <translation>安装内容：您账户的计划任务。</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <comment>a sentence</comment>
        <translation>操作失败：%1</translation>
    </message>
    <message>
        <source>A background service of your account does it then.</source>
        <translation>届时由您账户的后台服务负责。</translation>
    </message>
    <message>
        <source>The service is installed, but does not run at the moment.</source>
        <translation>服务已安装，但目前未运行。</translation>
    </message>
    <message>
        <source>%1 This system does not let a user close a service in, so it has all the rights of your account.</source>
        <comment>a sentence before it</comment>
        <translation>%1此系统不允许用户限制服务的权限，因此该服务拥有您账户的全部权限。</translation>
    </message>
    <message>
        <source>Asking the system…</source>
        <translation>正在查询系统…</translation>
    </message>
    <message>
        <source>Keep it on with this window closed?</source>
        <translation>要在本窗口关闭后也保持开启吗？</translation>
    </message>
    <message>
        <source>%1.

A background service of your account looks every %2, from now on and after each log-on. It needs no password. It is removed when you take this tick away.</source>
        <comment>a gateway, 30 s</comment>
        <translation>%1。

您账户的后台服务每 %2检查一次，从现在起，并在每次登录系统之后。它不需要密码。取消此勾选时，该服务会被移除。</translation>
    </message>
    <message>
        <source>%1.

A background service of your account keeps it on, from now on and after each log-on: it looks every %2, and takes the password from the keychain. It is removed when you take this tick away.</source>
        <comment>a gateway, 30 s</comment>
        <translation>%1。

您账户的后台服务使其保持开启，从现在起，并在每次登录系统之后：每 %2检查一次，并从密钥串读取密码。取消此勾选时，该服务会被移除。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>安装(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Sigen::SettingsFile</name>
    <message>
        <source>The settings file was damaged; the program starts with fresh settings. The old file is kept as %1.</source>
        <translation>设置文件已损坏；程序以全新的设置启动。旧文件已保留为 %1。</translation>
    </message>
    <message>
        <source>The settings can&apos;t be written to %1: %2</source>
        <translation>无法将设置写入 %1：%2</translation>
    </message>
    <message>
        <source>another program is writing it</source>
        <translation>另一个程序正在写入该文件</translation>
    </message>
    <message>
        <source>No permission to read the settings file %1: %2. Changes are lost when the program ends.</source>
        <translation>无权读取设置文件 %1：%2。程序结束后，更改将会丢失。</translation>
    </message>
    <message>
        <source>The settings file %1 can&apos;t be written. Changes are lost when the program ends.</source>
        <translation>无法写入设置文件 %1。程序结束后，更改将会丢失。</translation>
    </message>
    <message>
        <source>The settings file %1 can&apos;t be read. Changes are lost when the program ends.</source>
        <translation>无法读取设置文件 %1。程序结束后，更改将会丢失。</translation>
    </message>
    <message>
        <source>there is no space for temporary files</source>
        <translation>没有空间存放临时文件</translation>
    </message>
</context>
<context>
    <name>Sigen::SignInCard</name>
    <message>
        <source>Choose a protocol profile</source>
        <translation>选择协议配置</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>协议配置 (*.json)</translation>
    </message>
    <message>
        <source>Sign in to the gateway</source>
        <translation>登录网关</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Remember in this computer&apos;s keychain</source>
        <translation>记住到本机的密钥串中(&amp;R)</translation>
    </message>
    <message>
        <source>Forget the remembered password</source>
        <translation>忘记已记住的密码</translation>
    </message>
    <message>
        <source>S&amp;ign in</source>
        <translation>登录(&amp;I)</translation>
    </message>
    <message>
        <source>S&amp;erial number</source>
        <translation>序列号(&amp;E)</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <source>&amp;WebSocket port</source>
        <translation>WebSocket 端口(&amp;W)</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Pat&amp;h</source>
        <translation>路径(&amp;D)</translation>
    </message>
    <message>
        <source>as the profile says</source>
        <translation>按协议配置</translation>
    </message>
    <message>
        <source>Pr&amp;ofile</source>
        <translation>协议配置(&amp;O)</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件选择…</translation>
    </message>
    <message>
        <source>&amp;TLS, with the certificate of this fingerprint</source>
        <translation>TLS，使用具有此指纹的证书(&amp;T)</translation>
    </message>
    <message>
        <source>Fi&amp;ngerprint</source>
        <translation>指纹(&amp;N)</translation>
    </message>
    <message>
        <source>SHA-256, 64 hexadecimal digits</source>
        <translation>SHA-256，64 位十六进制数字</translation>
    </message>
    <message>
        <source>Can&apos;t sign in?</source>
        <translation>无法登录？</translation>
    </message>
    <message>
        <source>Where the switch is in the app…</source>
        <translation>App 中的开关位置…</translation>
    </message>
    <message>
        <source>Message to my installer…</source>
        <translation>给安装商的消息…</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>已填入</translation>
    </message>
    <message>
        <source>Ad&amp;vanced ▾</source>
        <translation>高级(&amp;M) ▾</translation>
    </message>
    <message>
        <source>Ad&amp;vanced ▸</source>
        <translation>高级(&amp;M) ▸</translation>
    </message>
</context>
<context>
    <name>Sigen::SituationText</name>
    <message>
        <source>It is not known whether the Modbus TCP server is on.</source>
        <translation>尚不清楚 Modbus TCP 服务器是否已开启。</translation>
    </message>
    <message>
        <source>A change was sent, and could not be read back. Sign in to read the state.</source>
        <translation>更改已发送，但无法回读。请登录以读取状态。</translation>
    </message>
    <message>
        <source>Last seen on %1. A firmware update can switch the server off.</source>
        <comment>24 Nov, 18:20</comment>
        <translation>上次见到已开启的时间：%1。固件更新可能会关闭服务器。</translation>
    </message>
    <message>
        <source>Modbus TCP is on.</source>
        <translation>Modbus TCP 已开启。</translation>
    </message>
    <message>
        <source>Modbus TCP is already on.</source>
        <translation>Modbus TCP 此前已开启。</translation>
    </message>
    <message>
        <source>%1 answers on port %2, seen from this computer at %3.</source>
        <translation>%1 在端口 %2 上有响应，本机于 %3 确认。</translation>
    </message>
    <message>
        <source>%1 answers on port %2.</source>
        <translation>%1 在端口 %2 上有响应。</translation>
    </message>
    <message>
        <source>%1 There is nothing to switch.</source>
        <comment>after a sentence</comment>
        <translation>%1无需开启。</translation>
    </message>
    <message>
        <source>Port %1 accepts connections.</source>
        <translation>端口 %1 接受连接。</translation>
    </message>
    <message>
        <source>Nobody has asked yet who answers there. The test does; it changes nothing.</source>
        <translation>尚未查询响应方的身份。测试会进行查询，不作任何更改。</translation>
    </message>
    <message>
        <source>The last scan did not find %1.</source>
        <translation>上次扫描未找到 %1。</translation>
    </message>
    <message>
        <source>Another device has the address %1 now.</source>
        <translation>地址 %1 现在属于另一台设备。</translation>
    </message>
    <message>
        <source>A scan finds the gateway at its new address.</source>
        <translation>扫描可以找到网关的新地址。</translation>
    </message>
    <message>
        <source>%1 answers, but nothing says that it is a gateway.</source>
        <translation>%1 有响应，但没有迹象表明它是网关。</translation>
    </message>
    <message>
        <source>Sign in to change it…</source>
        <translation>登录以更改…</translation>
    </message>
    <message>
        <source>Try to sign in…</source>
        <translation>尝试登录…</translation>
    </message>
    <message>
        <source>Sign in all the same…</source>
        <translation>仍然登录…</translation>
    </message>
    <message>
        <source>The switch has to be flipped in the vendor&apos;s app, once.</source>
        <translation>需要在厂商 App 中开启一次该开关。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Modbus TCP was on when last seen, and is off now.</source>
        <translation>上次见到时 Modbus TCP 已开启，现在已关闭。</translation>
    </message>
    <message>
        <source>Can&apos;t sign in? Turn Modbus TCP on in the app; this window watches and proves it.</source>
        <translation>无法登录？请在 App 中开启 Modbus TCP；本窗口会监视并加以验证。</translation>
    </message>
    <message>
        <source>Not allowed? Turn Modbus TCP on in the app; this window watches and proves it.</source>
        <translation>没有权限？请在 App 中开启 Modbus TCP；本窗口会监视并加以验证。</translation>
    </message>
    <message>
        <source>Modbus TCP was on when last seen; port %1 is closed now.</source>
        <translation>上次见到时 Modbus TCP 已开启；端口 %1 现在已关闭。</translation>
    </message>
    <message>
        <source>Last seen on %1.</source>
        <comment>24 Nov 2026, 18:20</comment>
        <translation>上次见到的时间：%1。</translation>
    </message>
</context>
<context>
    <name>Sigen::Snippets</name>
    <message>
        <source>Any Modbus client</source>
        <translation>任意 Modbus 客户端</translation>
    </message>
    <message>
        <source>What every Modbus TCP client asks for, with the most useful registers.</source>
        <translation>各 Modbus TCP 客户端都需要的信息，以及最有用的寄存器。</translation>
    </message>
    <message>
        <source>Home Assistant, Sigenergy ESS</source>
        <translation>Home Assistant，Sigenergy ESS</translation>
    </message>
    <message>
        <source>Values for the form of the integration Sigenergy ESS: Settings, Devices &amp; services, Add integration.</source>
        <translation>用于集成 Sigenergy ESS 表单的值：设置 → 设备与服务 → 添加集成。</translation>
    </message>
    <message>
        <source>Home Assistant, built-in Modbus</source>
        <translation>Home Assistant，内置 Modbus</translation>
    </message>
    <message>
        <source>Part of configuration.yaml, for the Modbus integration that comes with Home Assistant. Restart Home Assistant afterwards.</source>
        <translation>configuration.yaml 的一部分，用于 Home Assistant 自带的 Modbus 集成。之后请重启 Home Assistant。</translation>
    </message>
    <message>
        <source>sigenergy2mqtt</source>
        <translation>sigenergy2mqtt</translation>
    </message>
    <message>
        <source>The gateway&apos;s part of sigenergy2mqtt.yaml. Set up for reading only.</source>
        <translation>sigenergy2mqtt.yaml 中与网关有关的部分。设为只读。</translation>
    </message>
    <message>
        <source>sigenergy2mqtt, environment</source>
        <translation>sigenergy2mqtt，环境变量</translation>
    </message>
    <message>
        <source>The same as environment variables, for a container. Set up for reading only.</source>
        <translation>同样的内容，以环境变量形式用于容器。设为只读。</translation>
    </message>
    <message>
        <source>evcc</source>
        <translation>evcc</translation>
    </message>
    <message>
        <source>The meters of evcc.yaml: grid, and for each inverter one for solar and one for the battery.</source>
        <translation>evcc.yaml 中的电表：电网一个；每台逆变器各有一个光伏电表和一个电池电表。</translation>
    </message>
    <message>
        <source>Node-RED</source>
        <translation>Node-RED</translation>
    </message>
    <message>
        <source>A flow to import: Menu, Import. It needs the nodes of node-red-contrib-modbus.</source>
        <translation>可导入的流程：菜单 → 导入。需要 node-red-contrib-modbus 的节点。</translation>
    </message>
    <message>
        <source>ioBroker</source>
        <translation>ioBroker</translation>
    </message>
    <message>
        <source>Values for the settings of the Sigenergy adapter&apos;s instance, which takes one inverter.</source>
        <translation>用于 Sigenergy 适配器实例设置的值，一个实例对应一台逆变器。</translation>
    </message>
    <message>
        <source>openHAB</source>
        <translation>openHAB</translation>
    </message>
    <message>
        <source>A file for the folder things of openHAB; needs the Modbus binding. The values are raw: divide by the gain named beside each.</source>
        <translation>用于 openHAB 的 things 文件夹的文件；需要 Modbus 绑定。数值为原始值：请除以各值旁标注的增益。</translation>
    </message>
    <message>
        <source>openWB</source>
        <translation>openWB</translation>
    </message>
    <message>
        <source>Values for the device Sigenergy in the settings of openWB.</source>
        <translation>用于 openWB 设置中 Sigenergy 设备的值。</translation>
    </message>
    <message>
        <source>Homey</source>
        <translation>Homey</translation>
    </message>
    <message>
        <source>Values for the settings of the Sigenergy device in Homey.</source>
        <translation>用于 Homey 中 Sigenergy 设备设置的值。</translation>
    </message>
    <message>
        <source>Prometheus, sigenergy-exporter</source>
        <translation>Prometheus，sigenergy-exporter</translation>
    </message>
    <message>
        <source>Part of prometheus.yml. Put the host on which sigenergy-exporter runs in place of sigenergy-exporter.</source>
        <translation>prometheus.yml 的一部分。请将 sigenergy-exporter 替换为运行 sigenergy-exporter 的主机。</translation>
    </message>
    <message>
        <source>SolarAssistant</source>
        <translation>SolarAssistant</translation>
    </message>
    <message>
        <source>SolarAssistant asks for nothing else.</source>
        <translation>SolarAssistant 不需要其他信息。</translation>
    </message>
    <message>
        <source>evcc, Modbus proxy</source>
        <translation>evcc，Modbus 代理</translation>
    </message>
    <message>
        <source>Part of evcc.yaml, where several programs want to read at once: they ask evcc at its port 5021, and evcc asks the gateway. For reading only.</source>
        <translation>evcc.yaml 的一部分，用于多个程序需要同时读取的情况：它们通过端口 5021 查询 evcc，再由 evcc 查询网关。只读。</translation>
    </message>
    <message>
        <source>openHAB, Sigenergy</source>
        <translation>openHAB，Sigenergy</translation>
    </message>
    <message>
        <source>(leave empty)</source>
        <comment>a field of a form</comment>
        <translation>（留空）</translation>
    </message>
    <message>
        <source>A file for the folder things of openHAB, for versions whose Modbus binding supports Sigenergy.</source>
        <translation>用于 openHAB 的 things 文件夹的文件，适用于 Modbus 绑定支持 Sigenergy 的版本。</translation>
    </message>
</context>
<context>
    <name>Sigen::SnippetsController</name>
    <message>
        <source>port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>plant unit %1</source>
        <translation>电站单元 %1</translation>
    </message>
    <message>
        <source>inverter %1 (assumed)</source>
        <translation>逆变器 %1（假定）</translation>
    </message>
    <message>
        <source>inverter %1</source>
        <translation>逆变器 %1</translation>
    </message>
    <message>
        <source>AC charger %1</source>
        <translation>交流充电桩 %1</translation>
    </message>
    <message>
        <source>DC charger at inverter %1</source>
        <translation>逆变器 %1 上的直流充电桩</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>无法写入文件 %1：%2</translation>
    </message>
    <message>
        <source>1 unit was found</source>
        <translation>找到 1 个单元</translation>
    </message>
    <message numerus="yes">
        <source>%n units were found</source>
        <translation>
            <numerusform>找到 %n 个单元</numerusform>
        </translation>
    </message>
    <message>
        <source>All units were asked: %1.</source>
        <translation>已查询所有单元：%1。</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 units: %3.</source>
        <translation>在查询 %1/%2 个单元后停止：%3。</translation>
    </message>
    <message>
        <source>Asked %1 of %2 units</source>
        <translation>已查询 %1/%2 个单元</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>plant unit %1 (did not answer)</source>
        <translation>电站单元 %1（未应答）</translation>
    </message>
</context>
<context>
    <name>Sigen::SpokenPage</name>
    <message>
        <source>Not signed in.</source>
        <translation>未登录。</translation>
    </message>
</context>
<context>
    <name>Sigen::StartText</name>
    <message>
        <source>“%1” is not an option.</source>
        <translation>“%1”不是选项。</translation>
    </message>
    <message>
        <source>“%1” is not a host name or an address.</source>
        <translation>“%1”不是主机名或地址。</translation>
    </message>
    <message>
        <source>The theme is system, light or dark, not “%1”.</source>
        <translation>主题只能是 system、light 或 dark，而不是“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not a language, for example de.</source>
        <translation>“%1”不是语言，例如 de。</translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation>用法：%1 [选项]</translation>
    </message>
    <message>
        <source>start with the demo gateway</source>
        <translation>启动时使用演示网关</translation>
    </message>
    <message>
        <source>show this gateway: a name or an address</source>
        <translation>显示此网关：名称或地址</translation>
    </message>
    <message>
        <source>colours, for this run</source>
        <translation>本次运行的配色</translation>
    </message>
    <message>
        <source>language, for this run, for example de</source>
        <translation>本次运行的语言，例如 de</translation>
    </message>
    <message>
        <source>use this settings file</source>
        <translation>使用此设置文件</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>打印版本</translation>
    </message>
    <message>
        <source>print this</source>
        <translation>打印此帮助</translation>
    </message>
    <message>
        <source>“%1” is not a host name or an address; use --host %2.</source>
        <translation>“%1”不是主机名或地址；请使用 --host %2。</translation>
    </message>
    <message>
        <source>The settings file needs a name.</source>
        <translation>请给出设置文件的名称。</translation>
    </message>
    <message>
        <source>do not scan the network at the start</source>
        <translation>启动时不扫描网络</translation>
    </message>
</context>
<context>
    <name>Sigen::StepModel</name>
    <message>
        <source>%1, %2</source>
        <comment>sentence, duration</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Gateway reachable on port %1</source>
        <translation>可通过端口 %1 连接到网关</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
</context>
<context>
    <name>Sigen::StepText</name>
    <message>
        <source>Reach the gateway on port %1</source>
        <translation>通过端口 %1 连接网关</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Write the setting and read it back</source>
        <translation>写入并回读设置</translation>
    </message>
    <message>
        <source>Read the setting</source>
        <translation>读取设置</translation>
    </message>
    <message>
        <source>Connect to port %1</source>
        <translation>连接到端口 %1</translation>
    </message>
    <message>
        <source>Read Modbus</source>
        <translation>读取 Modbus</translation>
    </message>
    <message>
        <source>Reaching the gateway on port %1…</source>
        <translation>正在通过端口 %1 连接网关…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Reading the setting…</source>
        <translation>正在读取设置…</translation>
    </message>
    <message>
        <source>Writing the setting…</source>
        <translation>正在写入设置…</translation>
    </message>
    <message>
        <source>Reading the setting back…</source>
        <translation>正在回读设置…</translation>
    </message>
    <message>
        <source>Connecting to port %1…</source>
        <translation>正在连接到端口 %1…</translation>
    </message>
    <message>
        <source>Reading Modbus…</source>
        <translation>正在读取 Modbus…</translation>
    </message>
    <message>
        <source>Port %1 not tried</source>
        <translation>未尝试端口 %1</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Setting not read</source>
        <translation>未读取设置</translation>
    </message>
    <message>
        <source>Port %1 not tested</source>
        <translation>未测试端口 %1</translation>
    </message>
    <message>
        <source>Modbus not tested</source>
        <translation>未测试 Modbus</translation>
    </message>
    <message>
        <source>Setting written and read back</source>
        <translation>已写入并回读设置</translation>
    </message>
    <message>
        <source>Setting read</source>
        <translation>已读取设置</translation>
    </message>
    <message>
        <source>Still to do: %1</source>
        <translation>待完成：%1</translation>
    </message>
    <message>
        <source>Under way: %1</source>
        <translation>进行中：%1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Doubtful: %1</source>
        <translation>存疑：%1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>未执行：%1</translation>
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
        <translation>此前已登录</translation>
    </message>
    <message>
        <source>Waiting for a Modbus server…</source>
        <translation>正在等待 Modbus 服务器…</translation>
    </message>
    <message>
        <source>Setting read earlier — %1</source>
        <comment>on, port 502</comment>
        <translation>此前已读取设置 — %1</translation>
    </message>
    <message>
        <source>Setting written and read back — %1</source>
        <comment>on, port 502</comment>
        <translation>已写入并回读设置 — %1</translation>
    </message>
    <message>
        <source>Setting read — %1</source>
        <comment>on, port 502</comment>
        <translation>已读取设置 — %1</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>可连接</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>setting read back</source>
        <translation>已回读设置</translation>
    </message>
    <message>
        <source>setting read</source>
        <translation>已读取设置</translation>
    </message>
    <message>
        <source>port %1 open</source>
        <translation>端口 %1 开放</translation>
    </message>
    <message>
        <source>Modbus answers, %1</source>
        <comment>time</comment>
        <translation>Modbus 有响应，%1</translation>
    </message>
    <message>
        <source>Modbus answers</source>
        <translation>Modbus 有响应</translation>
    </message>
</context>
<context>
    <name>Sigen::SwitchPathBox</name>
    <message>
        <source>I am the &amp;owner</source>
        <translation>我是业主(&amp;O)</translation>
    </message>
    <message>
        <source>I am the &amp;installer</source>
        <translation>我是安装商(&amp;I)</translation>
    </message>
    <message>
        <source>Not there? Your account may lack installer rights:</source>
        <translation>没有该项？您的账户可能缺少安装商权限：</translation>
    </message>
</context>
<context>
    <name>Sigen::TextReport</name>
    <message>
        <source>Sigen Modbus %1, report of %2</source>
        <translation>Sigen Modbus %1，%2 的报告</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>上次更改</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>上次测试</translation>
    </message>
    <message>
        <source>Nothing was changed or tested yet.</source>
        <translation>尚未更改或测试任何内容。</translation>
    </message>
    <message>
        <source>Passwords and tokens are left out; serial numbers and MAC addresses are shortened.</source>
        <translation>不含密码和令牌；序列号和 MAC 地址已缩短。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Tested port</source>
        <translation>测试的端口</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>验证时间</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>固件</translation>
    </message>
    <message>
        <source>Unit ids</source>
        <translation>单元 ID</translation>
    </message>
    <message>
        <source>Passwords and tokens are left out.</source>
        <translation>已略去密码和令牌。</translation>
    </message>
    <message>
        <source>Diagnosis, %1</source>
        <translation>诊断，%1</translation>
    </message>
    <message>
        <source>Cause (seen)</source>
        <translation>原因（已确认）</translation>
    </message>
    <message>
        <source>Cause (likely)</source>
        <translation>原因（很可能）</translation>
    </message>
    <message>
        <source>Worked here</source>
        <translation>在此有效</translation>
    </message>
    <message>
        <source>This computer&apos;s address</source>
        <translation>本机地址</translation>
    </message>
    <message>
        <source>Live values, %1</source>
        <translation>实时数据，%1</translation>
    </message>
    <message>
        <source>Last frames</source>
        <translation>最近的帧</translation>
    </message>
</context>
<context>
    <name>Sigen::Titles</name>
    <message>
        <source>Reach the gateway</source>
        <translation>连接网关</translation>
    </message>
    <message>
        <source>Open WebSocket</source>
        <translation>打开 WebSocket 连接</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录网关</translation>
    </message>
    <message>
        <source>Read the setting</source>
        <translation>读取设置</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Read it back</source>
        <translation>回读设置</translation>
    </message>
    <message>
        <source>Test the port</source>
        <translation>测试端口</translation>
    </message>
    <message>
        <source>Read Modbus</source>
        <translation>读取 Modbus 数据</translation>
    </message>
    <message>
        <source>Wait for a server</source>
        <translation>等待服务器</translation>
    </message>
    <message>
        <source>on</source>
        <translation>已开启</translation>
    </message>
    <message>
        <source>off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>on, port %1</source>
        <translation>已开启，端口 %1</translation>
    </message>
    <message>
        <source>off, port %1</source>
        <translation>已关闭，端口 %1</translation>
    </message>
    <message>
        <source>The server is on; no port is reported.</source>
        <translation>服务器已开启；未报告端口。</translation>
    </message>
    <message>
        <source>The server is off; no port is reported.</source>
        <translation>服务器已关闭；未报告端口。</translation>
    </message>
    <message>
        <source>The server is on, port %1.</source>
        <translation>服务器已开启，端口 %1。</translation>
    </message>
    <message>
        <source>The server is off, port %1.</source>
        <translation>服务器已关闭，端口 %1。</translation>
    </message>
</context>
<context>
    <name>Sigen::TrayIcon</name>
    <message>
        <source>%1: %2</source>
        <comment>a gateway, its state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Open Sigen Modbus</source>
        <translation>打开 Sigen Modbus(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>Sigen::TypedHostText</name>
    <message>
        <source>“%1” is not a host name or an address.</source>
        <translation>“%1”不是主机名或地址。</translation>
    </message>
    <message>
        <source>“%1” is not a host name or an address: type %2 alone.</source>
        <translation>“%1”不是主机名或地址：请只输入 %2。</translation>
    </message>
    <message>
        <source>“%1” is not a host name or an address: type %2 alone. The WebSocket port is set where you sign in, under Advanced.</source>
        <translation>“%1”不是主机名或地址：请只输入 %2。WebSocket 端口在登录处的“高级”中设置。</translation>
    </message>
    <message>
        <source>No device has the address %1. Use the gateway&apos;s own: the router&apos;s list of devices has it.</source>
        <translation>没有设备会使用地址 %1。请使用网关自身的地址：可在路由器的设备列表中找到。</translation>
    </message>
    <message>
        <source>%1 is not on a private network; only those are contacted.</source>
        <translation>%1 不在私有网络中；程序只连接私有网络中的地址。</translation>
    </message>
</context>
<context>
    <name>Sigen::UserGuide</name>
    <message>
        <source>From finding to verified</source>
        <translation>从查找到验证</translation>
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
        <translation>在左侧列表中选择网关。</translation>
    </message>
    <message>
        <source>3.</source>
        <comment>number of a step</comment>
        <translation>3.</translation>
    </message>
    <message>
        <source>Sign in with the gateway&apos;s local account. It is not always the account of the app.</source>
        <translation>使用网关的本地账户登录。它不一定与 App 的账户相同。</translation>
    </message>
    <message>
        <source>4.</source>
        <comment>number of a step</comment>
        <translation>4.</translation>
    </message>
    <message>
        <source>Flip the switch of the Modbus TCP server. The program asks before it sends anything.</source>
        <translation>拨动 Modbus TCP 服务器的开关。程序在发送任何内容之前都会询问。</translation>
    </message>
    <message>
        <source>5.</source>
        <comment>number of a step</comment>
        <translation>5.</translation>
    </message>
    <message>
        <source>Wait for the five ticks: the setting was read back, the port is open and the plant answers through Modbus. Then copy the settings for your system from “Connect your system”.</source>
        <translation>等待五个对勾出现：设置已回读，端口已开放，电站通过 Modbus 响应。然后从“连接您的系统”中复制适用于您的系统的设置。</translation>
    </message>
    <message>
        <source>What the marks mean</source>
        <translation>各标记的含义</translation>
    </message>
    <message>
        <source>It was seen to work, from this computer and at the time that is shown.</source>
        <translation>在所示时间从本机观察到它正常工作。</translation>
    </message>
    <message>
        <source>It was tried and failed. The box below the steps says why and what to do next.</source>
        <translation>已尝试但失败。步骤下方的方框会说明原因和后续步骤。</translation>
    </message>
    <message>
        <source>It was not tried, so nothing is known about it.</source>
        <translation>未尝试，因此情况不明。</translation>
    </message>
    <message>
        <source>Labels like “Modbus 502” or “502 closed” say what was found at an address. “Possible gateway” means that nothing has confirmed it yet.</source>
        <translation>“Modbus 502”或“502 关闭”之类的标签表示在某个地址上发现的情况。“疑似网关”表示尚未得到任何确认。</translation>
    </message>
    <message>
        <source>If it does not work</source>
        <translation>遇到问题时</translation>
    </message>
    <message>
        <source>No gateway is found: connect this computer to the gateway&apos;s network, not to a guest network, and switch off a VPN. Then scan again, or add the address that the router shows for it.</source>
        <translation>未找到网关：请将本机连接到网关所在的网络，而不是访客网络，并关闭 VPN。然后重新扫描，或添加路由器显示的网关地址。</translation>
    </message>
    <message>
        <source>Signing in is refused, or the gateway does not speak the local protocol: the server can be switched on in the vendor&apos;s app as well. Choose “Where the switch is in the app…” or “Message to my installer…” in the Gateway menu.</source>
        <translation>登录被拒绝，或网关不支持本地协议：也可以在厂商 App 中开启服务器。请在“网关”菜单中选择“App 中的开关位置…”或“给安装商的消息…”。</translation>
    </message>
    <message>
        <source>The server is on, but the port stays closed: some firmware only lets listed clients in, and some takes a while. Test the port again; that works without signing in.</source>
        <translation>服务器已开启，但端口一直关闭：某些固件只允许列表中的客户端接入，某些固件则需要一些时间。请再次测试端口；无需登录即可测试。</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Modbus TCP has no password: anyone on the network can read and control the plant. Use it on a network that you trust, and never forward its port to the internet.</source>
        <translation>Modbus TCP 没有密码：网络中的任何人都可以读取和控制该电站。请在您信任的网络中使用，切勿将其端口转发到互联网。</translation>
    </message>
    <message>
        <source>The password for signing in crosses the network without encryption unless TLS is chosen. It is kept only when you ask for it, in this computer&apos;s keychain.</source>
        <translation>除非选择 TLS，登录密码以未加密形式通过网络传输。只有在您要求时，密码才会保存在本机的密钥串中。</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Scans the network.</source>
        <translation>扫描网络。</translation>
    </message>
    <message>
        <source>Tests the Modbus port.</source>
        <translation>测试 Modbus 端口。</translation>
    </message>
    <message>
        <source>Goes to the field for an address.</source>
        <translation>转到地址输入框。</translation>
    </message>
    <message>
        <source>Scan the network, or add the gateway by its address. Scanning changes nothing and sends no password.</source>
        <translation>扫描网络，或按地址添加网关。扫描不作任何更改，也不发送密码。</translation>
    </message>
    <message>
        <source>Open the tab “Diagnosis”, or choose it in the Help menu, to find out whether it is the gateway, the network or the other program. It changes nothing and names what to do next; its report can be handed to others.</source>
        <translation>打开“诊断”选项卡，或在“帮助”菜单中选择它，以查明是网关、网络还是其他程序的问题。诊断不作任何更改，并指出后续步骤；其报告可以转交他人。</translation>
    </message>
    <message>
        <source>The protocol log and the reports leave out passwords. Reports shorten serial numbers; the protocol log and the sheet for the owner have them in full, and all of them name addresses: look at them before you pass them on.</source>
        <translation>通信日志和报告不含密码。报告会缩短序列号；通信日志和业主调试记录表则完整列出，所有这些都包含地址：转交他人之前请先查看。</translation>
    </message>
    <message>
        <source>The server is off again later: a firmware update can do that. “Keep it on” in the Gateway menu looks again and again, and switches it on again.</source>
        <translation>服务器后来又被关闭：固件更新可能导致这种情况。“网关”菜单中的“保持开启”会不断检查，并将其重新开启。</translation>
    </message>
</context>
<context>
    <name>Sigen::UserGuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Sigen::ValueTile</name>
    <message>
        <source>Last values of %1</source>
        <translation>%1的近期数据</translation>
    </message>
    <message>
        <source>Plant</source>
        <translation>电站</translation>
    </message>
</context>
<context>
    <name>Sigen::VerificationCardView</name>
    <message>
        <source>Verification</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;Q)</translation>
    </message>
    <message>
        <source>Steps ▸</source>
        <translation>步骤 ▸</translation>
    </message>
    <message>
        <source>Steps ▾</source>
        <translation>步骤 ▾</translation>
    </message>
    <message>
        <source>Ready for Home Assistant, evcc and others.</source>
        <translation>可供 Home Assistant、evcc 等使用。</translation>
    </message>
</context>
<context>
    <name>Sigen::WatchController</name>
    <message>
        <source>A Modbus server has appeared: %1.</source>
        <translation>出现了一个 Modbus 服务器：%1。</translation>
    </message>
</context>
<context>
    <name>Sigen::WatchText</name>
    <message>
        <source>No device has this name at the moment.</source>
        <translation>目前没有设备使用此名称。</translation>
    </message>
    <message>
        <source>It accepts connections; now it is verified.</source>
        <translation>它接受连接；现在进行验证。</translation>
    </message>
    <message>
        <source>Closed so far.</source>
        <translation>目前仍关闭。</translation>
    </message>
    <message>
        <source>No answer so far.</source>
        <translation>目前仍没有响应。</translation>
    </message>
    <message>
        <source>It can&apos;t be reached at the moment.</source>
        <translation>目前无法连接。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Stop &amp;watching</source>
        <translation>停止监视(&amp;W)</translation>
    </message>
    <message>
        <source>Watching %1 for a Modbus server</source>
        <translation>正在监视 %1，等待 Modbus 服务器</translation>
    </message>
    <message>
        <source>Watching port %1 on %2</source>
        <translation>正在监视 %2 的端口 %1</translation>
    </message>
    <message>
        <source>Also watching the rest of %1 for a new Modbus server, since the app often shows another address.</source>
        <translation>同时监视 %1 的其余地址，等待新的 Modbus 服务器，因为 App 显示的往往是另一地址。</translation>
    </message>
    <message>
        <source>&amp;Also watch %1</source>
        <translation>同时监视 %1(&amp;A)</translation>
    </message>
    <message>
        <source>No server appeared in two hours.</source>
        <translation>两小时内没有出现服务器。</translation>
    </message>
    <message>
        <source>Port %1 is not being watched</source>
        <translation>未在监视端口 %1</translation>
    </message>
    <message>
        <source>&amp;Watch here instead</source>
        <translation>改为监视此处(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>监视(&amp;W)</translation>
    </message>
    <message numerus="yes">
        <source>%n round(s)</source>
        <translation>
            <numerusform>%n 轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n 个地址</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1, checked every second</source>
        <comment>duration</comment>
        <translation>%1，每秒检查一次</translation>
    </message>
    <message>
        <source>Once the port opens, test it, or watch again.</source>
        <translation>端口开放后，请进行测试，或再次监视。</translation>
    </message>
    <message>
        <source>%1 is still being watched.</source>
        <translation>仍在监视 %1。</translation>
    </message>
</context>
<context>
    <name>Sigen::WebSocketFace</name>
    <message>
        <source>A WebSocket connection from %1 was one too many.</source>
        <translation>来自 %1 的 WebSocket 连接超出数量限制。</translation>
    </message>
</context>
</TS>
