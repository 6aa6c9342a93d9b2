"""`await` in a real network: how soon it names a server, and how gently it asks meanwhile."""

import json
import os
import subprocess
import sys
import threading
import time
import unittest

import netlab
from discover_in_a_network import Sniffer

CLI = os.environ.get("SIGEN_CLI", "")
VENDOR_MAC = "0c:47:a9:91:22:33"

# Answers whatever it is sent, but not with Modbus.
STRANGER = """
import socket, sys
server = socket.create_server((sys.argv[1], 502))
while True:
    connection, _ = server.accept()
    try:
        connection.sendall(b"HTTP/1.0 400 Bad Request\\r\\n\\r\\n" + connection.recv(100))
    except OSError:
        pass
    connection.close()
"""


class Awaiting:
    """`await` under way on the computer; notes when each line came."""

    def __init__(self, lab, *options):
        self.process = subprocess.Popen(lab.on_computer(CLI, "await", "--json", *options), stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.lines = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.append((time.monotonic(), json.loads(line)))

    def first_host(self, address):
        return next(at for at, line in list(self.lines) if line["event"] == "host" and line["address"] == address)

    def end(self, patience=60):
        self.process.wait(patience)
        self.reader.join(10)
        self.process.stdout.close()
        return self.lines[-1][1]

    def resources(self):
        """Its own memory in kB (pages of files come and go with the computer's load), and its open descriptors."""
        folder = f"/proc/{self.process.pid}"
        with open(f"{folder}/status", encoding="ascii") as status:
            memory = next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))
        return memory, len(os.listdir(f"{folder}/fd"))


class InANetwork(unittest.TestCase):
    def setUp(self):
        self.lab = netlab.NetLab(network="10.76.0")
        self.lab.__enter__()
        self.addCleanup(self.lab.__exit__, None, None, None)

    def gateway_appears(self, last, mac=None):
        """A gateway whose server is off until now; returns when its port was open."""
        self.lab.gateway(CLI, last, "--enabled", mac=mac)
        self.lab.wait_until_listening(last, 502)
        return time.monotonic()

    def assert_gentle(self, sniffer, chosen=None):
        """At most one a second to the chosen host, and 21 with all others."""
        times = sorted(sniffer.times)
        for number, (at, _) in enumerate(times):
            within = [target for later, target in times[number:] if later < at + 1.0]
            self.assertLessEqual(len(within), 21)
        to_chosen = sorted(at for at, target in times if target == chosen)
        # What is asked before the chosen host's MAC address is known waits in this computer, and leaves together.
        for one, other in zip(to_chosen[2:], to_chosen[3:]):
            self.assertGreater(other - one, 0.8, to_chosen)

    def test_the_chosen_host_is_named_within_two_seconds(self):
        self.lab.device(30)
        sniffer = TimedSniffer(self.lab.computer)
        awaiting = Awaiting(self.lab, "--host", "10.76.0.30", "--network", "10.76.0.0/24")
        time.sleep(6)
        self.assert_gentle(sniffer, "10.76.0.30")
        sniffer.stop()
        namespace = f"{self.lab.tag}-d30"
        self.lab.processes.append(subprocess.Popen(
            ["ip", "netns", "exec", namespace, CLI, "simulate", "--bind", "10.76.0.30", "--quiet", "--enabled"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        self.lab.wait_until_listening(30, 502)
        opened = time.monotonic()
        result = awaiting.end()
        self.assertEqual((result["outcome"], result["exitCode"], result["host"]), ("verified", 0, "10.76.0.30"))
        self.assertLess(awaiting.first_host("10.76.0.30") - opened, 2)
        self.assertLess(awaiting.lines[-1][0] - opened, 3)

    def test_any_other_is_named_within_sixteen_seconds_and_strangers_do_not_end_it(self):
        sniffer = TimedSniffer(self.lab.computer)
        self.lab.device(77, sys.executable, "-c", STRANGER, "HOST")
        self.lab.wait_until_listening(77, 502)
        awaiting = Awaiting(self.lab, "--network", "10.76.0.0/24", "--verify-wait", "3")
        end = time.monotonic() + 40
        before = None
        while time.monotonic() < end and not before:
            time.sleep(0.2)
            before = next((line for _, line in awaiting.lines if line["event"] == "host" and line["modbus"] == "garbage"), None)
        self.assertEqual(before["address"], "10.76.0.77")
        self.assertIsNone(awaiting.process.poll())
        opened = self.gateway_appears(5)  # its turn in the round has just passed
        result = awaiting.end()
        self.assertEqual((result["outcome"], result["host"]), ("verified", "10.76.0.5"))
        self.assertLess(awaiting.first_host("10.76.0.5") - opened, 16)
        self.assert_gentle(sniffer)
        sniffer.stop()

    def test_what_is_open_already_counts_and_a_vendors_card_ends_it_unproved(self):
        self.lab.gateway(CLI, 9, "--enabled", "--fault", "modbus-silent", mac=VENDOR_MAC)
        self.lab.wait_until_listening(9, 502)
        awaiting = Awaiting(self.lab, "--network", "10.76.0.8-12", "--verify-wait", "1")
        result = awaiting.end()
        self.assertEqual((result["outcome"], result["exitCode"]), ("not-verified", 7))
        self.assertEqual((result["host"], result["modbus"]), ("10.76.0.9", "silent"))

    def test_minutes_of_watching_hold_no_more_than_seconds(self):
        # The true pace; an hour of it at a scaled pace is tst_await's.
        awaiting = Awaiting(self.lab, "--host", "10.76.0.40", "--network", "10.76.0.0/24", "--for", "38")
        time.sleep(17)
        memory, files = awaiting.resources()
        time.sleep(18)
        later_memory, later_files = awaiting.resources()
        if not os.environ.get("SIGEN_SANITIZE"):  # which keeps what was freed
            self.assertLess(later_memory - memory, 1000)
        self.assertLess(abs(later_files - files), 12)
        result = awaiting.end()
        self.assertEqual((result["outcome"], result["exitCode"]), ("timed-out", 7))

    def test_a_lost_link_is_survived(self):
        awaiting = Awaiting(self.lab, "--network", "10.76.0.2-6")
        time.sleep(1)
        netlab.run("ip", "-n", self.lab.computer, "link", "set", "eth0", "down")
        time.sleep(2)
        self.assertIsNone(awaiting.process.poll())
        netlab.run("ip", "-n", self.lab.computer, "link", "set", "eth0", "up")
        self.gateway_appears(4)
        self.assertEqual(awaiting.end()["outcome"], "verified")


class TimedSniffer(Sniffer):
    """Also notes when: (time, address) of each first SYN to port 502."""

    def __init__(self, namespace):
        self.times = []
        self.known = set()
        super().__init__(namespace)

    def _note(self, frame):
        before = {key: len(ports) for key, ports in self.attempts.items()}
        super()._note(frame)
        for (target, port), ports in self.attempts.items():
            if port == 502 and len(ports) > before.get((target, port), 0):
                self.times.append((time.monotonic(), target))


if __name__ == "__main__":
    netlab.skip_unless_possible()
    unittest.main(verbosity=2)
