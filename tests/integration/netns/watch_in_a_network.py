"""`watch` in a real network: a gateway that gets another address, and a stranger that gets the old one."""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import netlab

CLI = os.environ.get("SIGEN_CLI", "")
VENDOR_MAC = "0c:47:a9:91:22:33"
PASSWORD = "only-for-the-gateway"

# Accepts everybody on the WebSocket's port, shakes hands with nobody, and writes down what it is told.
STRANGER = """
import socket, sys
server = socket.create_server((sys.argv[1], 8080))
while True:
    connection, _ = server.accept()
    connection.settimeout(2)
    try:
        with open(sys.argv[2], "ab") as told:
            told.write(b"connected: " + connection.recv(1000))
    except OSError:
        pass
    connection.close()
"""


class InANetwork(unittest.TestCase):
    def setUp(self):
        self.lab = netlab.NetLab(network="10.78.0")
        self.lab.__enter__()
        self.addCleanup(self.lab.__exit__, None, None, None)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.told = os.path.join(folder.name, "told")
        self.environment = dict(os.environ, XDG_CONFIG_HOME=folder.name, SIGEN_MODBUS_PASSWORD=PASSWORD)
        self.events = []

    def watch(self):
        process = subprocess.Popen(
            self.lab.on_computer(CLI, "watch", "--host", "10.78.0.30", "--interval", "10", "--json"),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env=self.environment)
        self.lab.processes.append(process)
        threading.Thread(target=self._read, args=(process.stdout,), daemon=True).start()

    def _read(self, lines):
        with lines:
            for line in lines:
                event = json.loads(line)
                if event["event"] == "watch":
                    self.events.append((event["state"], event["action"], event["detail"] or ""))

    def wait_for(self, state, action, patience=90):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if any(event[:2] == (state, action) for event in self.events):
                return
            time.sleep(0.2)
        self.fail(f"no {state} {action}: {self.events}")

    def heard(self):
        try:
            with open(self.told, "rb") as told:
                return told.read()
        except FileNotFoundError:
            return b""

    def test_it_is_followed_and_the_stranger_hears_no_password(self):
        gateway = self.lab.gateway(CLI, 30, "--enabled", mac=VENDOR_MAC)
        self.lab.wait_until_listening(30, 502)
        self.watch()
        self.wait_for("on", "none")

        self.lab.processes[0].kill()
        self.lab.processes[0].wait()
        netlab.run("ip", "-n", gateway, "addr", "flush", "dev", "eth0")
        # Its namespace is named after its address, and .30 has one already.
        stranger = self.lab._plug("stranger", "10.78.0.30", "02:00:00:00:00:30")
        self.lab.processes.append(subprocess.Popen(
            ["ip", "netns", "exec", stranger, sys.executable, "-c", STRANGER, "10.78.0.30", self.told],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        self.wait_for("unreachable", "none")

        netlab.run("ip", "-n", gateway, "addr", "add", "10.78.0.31/24", "dev", "eth0")
        self.lab.processes.append(subprocess.Popen(
            ["ip", "netns", "exec", gateway, CLI, "simulate", "--bind", "10.78.0.31", "--quiet"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        self.wait_for("on", "enabled")
        self.assertTrue(any("10.78.0.31" in event[2] for event in self.events), self.events)
        # The search may have shaken hands with it, as with everybody.
        self.assertNotIn(PASSWORD.encode(), self.heard())
        end = time.monotonic() + 30
        while PASSWORD.encode() not in self.heard() and time.monotonic() < end:
            # Until this computer has noticed who has the address now.
            netlab.run(*self.lab.on_computer(sys.executable, "-c", "import socket; socket.create_connection("
                       f"('10.78.0.30', 8080), 5).sendall(b'{PASSWORD}')"), check=False)
            time.sleep(0.2)
        self.assertIn(PASSWORD.encode(), self.heard())  # it would have written it down


if __name__ == "__main__":
    netlab.skip_unless_possible()
    unittest.main(verbosity=2)
