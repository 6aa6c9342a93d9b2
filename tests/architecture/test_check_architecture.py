"""The check itself: it passes a house in order and sees each kind of planted offence."""

import tempfile
import unittest
from pathlib import Path

from check_architecture import Check

IN_ORDER = {
    "CMakeLists.txt": "", "README.md": "", ".gitignore": "", "build/junk.h": '#include "ui/x.h"',
    "lib/CMakeLists.txt": "",
    "lib/core/CMakeLists.txt": "sigen_add_room(core SOURCES error.h LINKS Qt6::Core)",
    "lib/core/error.h": "#include <QString>\n",
    "lib/protocol/CMakeLists.txt": "sigen_add_room(protocol SOURCES frame.cpp LINKS sigen_core)",
    "lib/protocol/frame.h": '#include "core/error.h"\n',
    "lib/protocol/frame.cpp": '#include "protocol/frame.h"\n#include "frame.h"\n#include "frame.moc"\n',
    "lib/network/CMakeLists.txt": "sigen_add_room(network SOURCES link.cpp LINKS sigen_core Qt6::Network)",
    "lib/network/link.cpp": '#include <QTcpSocket>\n#include "network/link.h"\n#include "core/error.h"\n',
    "lib/network/link.h": "#include <QTcpSocket>\n",
    "lib/simulator/CMakeLists.txt": "sigen_add_room(simulator SOURCES a.cpp LINKS sigen_protocol Qt6::Network)",
    "lib/simulator/a.cpp": "#include <QTcpSocket>\n",
    "ui/window.cpp": "#include <QMainWindow>\n#include <QLineEdit>\n#include <QLocale>\n",
    "ui/controllers/a.h": '#include "network/link.h"\n#include "ui/models/b.h"\n',
    "ui/panel/a.cpp": '#include "ui/controllers/a.h"\n#include "core/error.h"\n',
    "app/cli/CMakeLists.txt": "target_link_libraries(sigen-modbus-cli PRIVATE sigen_workflow)",
    "app/cli/main.cpp": '#include "cli/main.h"\n#include "core/error.h"\n',
}

PLANTED = {
    "a stray file": ("notes.txt", "", "notes.txt: does not belong at the top level"),
    "a stray folder": ("src/a.cpp", "", "src: does not belong at the top level"),
    "an unknown room": ("lib/misc/a.h", "", "lib/misc: is a room that the law does not know"),
    "an upward include": ("lib/core/up.h", '#include "protocol/frame.h"', 'core may not include "protocol/frame.h"'),
    "a sideways include": ("lib/simulator/b.h", '#include "network/link.h"',
                           'simulator may not include "network/link.h"'),
    "lib that knows ui": ("lib/core/up.cpp", '  #  include "ui/window.h"', 'lib may not include "ui/window.h"'),
    "lib that knows app": ("lib/core/up.cpp", '#include "cli/main.h"', 'lib may not include "cli/main.h"'),
    "a nameless include": ("lib/protocol/x.cpp", '#include "error.h"', '"error.h" names no room'),
    "an upward link": ("lib/core/CMakeLists.txt", "sigen_add_room(core LINKS Qt6::Core sigen_protocol)",
                       "core may not link protocol"),
    "a foreign module": ("lib/protocol/CMakeLists.txt", "sigen_add_room(protocol LINKS sigen_core Qt6::Network)",
                         "protocol may not link Qt6::Network"),
    "a private foreign module": ("lib/protocol/CMakeLists.txt",
                                 "sigen_add_room(protocol LINKS sigen_core)\n"
                                 "target_link_libraries(sigen_protocol PRIVATE Qt6::Widgets)",
                                 "protocol may not link Qt6::Widgets"),
    "an include without its link": ("lib/protocol/CMakeLists.txt", "sigen_add_room(protocol LINKS Qt6::Core)",
                                    "does not link sigen_core"),
    "a second wrapper": ("lib/network/other.cpp", "#include <QTcpSocket>", "QTcpSocket has more than one wrapper"),
    "a wrapper in the wrong room": ("lib/core/x.cpp", "#include <QtWebSockets/QWebSocket>",
                                    "is wrapped in lib/gateway"),
    "a wrapped class in the program": ("app/cli/x.cpp", "#include <qt6keychain/keychain.h>",
                                       "is wrapped in lib/accounts"),
    "a socket in the window": ("ui/a.cpp", "#include <QtNetwork/QTcpServer>", "ui may not include"),
    "JSON in the window": ("ui/a.h", "#include <QJsonObject>", "ui may not include"),
    "a widget below the logic": ("ui/models/a.h", '#include "ui/panel/card.h"',
                                 "the window's logic may not include"),
    "a widget that knows lib": ("ui/panel/a.h", '#include "workflow/step.h"', "widgets may not include"),
    "settings in the window": ("ui/deep/a.h", "#include <QSettings>", "ui may not include"),
    "widgets in the command line": ("app/cli/CMakeLists.txt",
                                    "target_link_libraries(sigen-modbus-cli PRIVATE Qt6::Widgets)",
                                    "the command line may not link Qt6::Widgets"),
    "a Gui header in the command line": ("app/cli/x.cpp", "#include <QtGui/QImage>",
                                         "the command line may not include"),
}


def offences_in(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return Check(folder).run()


class TheCheck(unittest.TestCase):
    def test_a_house_in_order_passes(self):
        self.assertEqual(offences_in(IN_ORDER), [])

    def test_each_planted_offence_is_seen(self):
        for what, (name, content, expected) in PLANTED.items():
            with self.subTest(what):
                offences = offences_in({**IN_ORDER, name: content})
                self.assertTrue(any(expected in offence for offence in offences), f"{expected!r} not in {offences}")


if __name__ == "__main__":
    unittest.main()
