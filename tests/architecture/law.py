"""Who may know whom, in one place. Change it with a reason, in the commit that needs it."""

# Each room of lib/ and the rooms directly below it; what those stand on is allowed as well.
ROOMS = {
    "core": [],
    "protocol": ["core"],
    "capture": ["protocol"],
    "registry": [],
    "network": ["core"],
    # Beyond core for the names of the built-in profiles: an imported file may name no other.
    "settings": ["protocol", "registry"],
    "accounts": ["core"],
    "gateway": ["protocol"],
    "modbus": ["protocol", "network"],
    "discovery": ["gateway", "modbus", "registry"],
    "workflow": ["gateway", "modbus"],
    "diagnosis": ["discovery", "workflow"],
    "words": ["workflow", "diagnosis"],
    "report": ["words"],
    "handover": ["words"],
    "keeping": ["discovery", "workflow", "accounts"],
    "simulator": ["protocol"],
}

# The outside libraries a room may link, besides Qt6::Core. What is not here cannot be included either.
MODULES = {
    "network": ["Qt6::Network", "iphlpapi", "ws2_32"], # Windows: the neighbour table
    "gateway": ["Qt6::Network", "Qt6::WebSockets"],
    "discovery": ["Qt6::Network"],
    "keeping": ["Qt6::Network"],
    "workflow": ["Qt6::Network"],
    "accounts": ["Qt6::DBus", "Qt6Keychain::Qt6Keychain"],
    "simulator": ["Qt6::Network", "Qt6::WebSockets", "ws2_32"],
}

# Classes with traps of their own: one wrapper (a .h/.cpp pair) includes them, in this room. The simulator is a
# server, and the tests look at things from outside: both are free.
WRAPPED = {
    "QWebSocket": "gateway",
    "QTcpSocket": "network",
    "QHostInfo": "network",
    "QSettings": "settings",
    "keychain.h": "accounts",
}
# Name to address and address to name are two operations over one class.
SEVERAL_WRAPPERS = {"QHostInfo": {"lib/network/hostlookup", "lib/network/reverselookup"}}
FREE_TO_INCLUDE_WRAPPED = "simulator"

# What the window's code never sees: it talks to controllers and models.
FORBIDDEN_IN_UI = r"Q\w*Socket|Q(Tcp|Udp|LocalServer|WebSocket)\w*|QNetwork\w*|QHost\w+|QSsl\w*|QDns\w*|QJson\w*|QSettings"

# The window's logic knows no widget, so that it can be tested without a display; the widgets see of lib only what the
# logic hands them, and besides it the values of these rooms.
UI_LOGIC = ("controllers", "models", "printing")
# The settings are typed values, which nobody has to translate for the widgets.
ROOMS_OPEN_TO_WIDGETS = {"core", "settings"}

# The command line runs on servers without a display.
FORBIDDEN_IN_CLI = r"Qt6::(Gui|Widgets|PrintSupport|Svg\w*|OpenGL\w*|Quick\w*)"
FORBIDDEN_HEADERS_IN_CLI = r"Qt(Gui|Widgets|PrintSupport|Svg\w*)/.*|QGuiApplication|QApplication|QWidget"

TOP_LEVEL = {
    "CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "CHANGELOG.md", "run.sh", "test.sh",
    "app", "lib", "ui", "resources", "tests", "installer",
}
# Build folders, which are not part of the source (.gitignore names the same).
NOT_SOURCE = r"build.*|out|compile_commands\.json|.*\.user|.*\.swp"
