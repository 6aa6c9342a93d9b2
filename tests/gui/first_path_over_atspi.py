#!/usr/bin/env python3
"""The demo's path from signing in to five ticks through AT-SPI, as a screen reader on Linux goes it: the program is
known only by its accessible tree, and what changes arrives as events.

    under_xvfb.sh dbus-run-session -- first_path_over_atspi.py SIGEN_MODBUS

Exit code 77: what it needs is not installed here.
"""
import os
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
PATIENCE = 60  # seconds, for each thing that is waited for

try:
    import dbus
    import dbus.bus
except ImportError:
    sys.exit(SKIPPED)

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
SENSITIVE = 24  # of the state bits: it can be pressed
PROPERTIES = "org.freedesktop.DBus.Properties"


def wait_for(what, look):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f"there is no {what}")


class Accessible:
    def __init__(self, bus, name, path):
        self.bus, self.proxy = bus, bus.get_object(name, path, introspect=False)

    def name(self):
        return str(self.proxy.Get(ACCESSIBLE, "Name", dbus_interface=PROPERTIES))

    def role(self):
        return str(self.proxy.GetRoleName(dbus_interface=ACCESSIBLE))

    def children(self):
        return [Accessible(self.bus, name, path) for name, path in self.proxy.GetChildren(dbus_interface=ACCESSIBLE)]

    def is_sensitive(self):
        return bool(int(self.proxy.GetState(dbus_interface=ACCESSIBLE)[0]) & 1 << SENSITIVE)

    def pressed(self):
        try:
            return self.is_sensitive() and (self.proxy.DoAction(dbus.Int32(0), dbus_interface=ACTION) or True)
        except dbus.DBusException:  # it went away meanwhile
            return False

    def find(self, role, words):
        try:
            if self.role() == role and words in self.name():
                return self
            children = self.children()
        except dbus.DBusException:  # it went away meanwhile
            return None
        for child in children:
            found = child.find(role, words)
            if found:
                return found
        return None


def accessibility_bus():
    session = dbus.SessionBus()
    service = session.get_object("org.a11y.Bus", "/org/a11y/bus")
    service.Set("org.a11y.Status", "IsEnabled", True, dbus_interface=PROPERTIES)
    return str(service.GetAddress(dbus_interface="org.a11y.Bus"))


def walk(program, folder):
    address = accessibility_bus()
    bus = dbus.bus.BusConnection(address)
    registry = bus.get_object("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", introspect=False)
    registry.RegisterEvent("object:", dbus.Array([], signature="s"), "", dbus_interface="org.a11y.atspi.Registry")
    desktop = Accessible(bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
    heard = os.path.join(folder, "events")
    with open(heard, "w", encoding="utf-8") as events:
        monitor = subprocess.Popen(["dbus-monitor", "--address", address, "interface='org.a11y.atspi.Event.Object'"],
                                   stdin=subprocess.DEVNULL, stdout=events, stderr=subprocess.DEVNULL)
    window = subprocess.Popen([program, "--demo", "--no-scan", "--lang", "en", "--settings",
                               os.path.join(folder, "settings.ini")], stdin=subprocess.DEVNULL,
                              env={**os.environ, "QT_QPA_PLATFORM": "xcb"})
    try:
        def find(role, name):
            return wait_for(f"{role} “{name}”", lambda: desktop.find(role, name))

        def press(role, name):
            wait_for(f"{role} “{name}”", lambda: (found := desktop.find(role, name)) and found.pressed())
        press("push button", "Sign in")
        press("check box", "Modbus TCP server")
        press("push button", "Turn on")
        find("label", "5 of 5 steps")
        find("label", "Modbus TCP server is on")
        # What a screen reader reads out: an alert that is shown again with each new text.
        find("alert message", "5 of 5 steps")
        with open(heard, encoding="utf-8") as events:
            if 'string "showing"' not in events.read():
                sys.exit("nothing was announced")
    finally:
        for process in (window, monitor):
            process.terminate()
            process.wait(20)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        walk(sys.argv[1], place)
    print("the whole path went through AT-SPI")
