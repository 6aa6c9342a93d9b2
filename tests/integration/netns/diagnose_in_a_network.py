"""`diagnose` in a real network: the causes that need one, each made to happen. The matrix is in the output."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

import netlab
from discover_in_a_network import with_file

CLI = os.environ.get("SIGEN_CLI", "")
PASSWORD = "lab-password"
SIGNED_IN = {**os.environ, "SIGEN_MODBUS_PASSWORD": PASSWORD}

# Announces itself, as devices do that defend their address against another one: the network believes the last.
ANNOUNCER = """
import random, socket, struct, sys, time
ip, mac = socket.inet_aton(sys.argv[1]), bytes.fromhex(sys.argv[2].replace(":", ""))
everybody = b"\\xff" * 6
arp = struct.pack("!HHBBH", 1, 0x0800, 6, 4, 1) + mac + ip + b"\\0" * 6 + ip
device = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
device.bind(("eth0", 0))
while True:
    device.send(everybody + mac + struct.pack("!H", 0x0806) + arp)
    time.sleep(random.uniform(0.05, 0.35))
"""

# A gateway, and somebody else with its address and another MAC address.
VENDOR_MAC = "0c:47:a9:91:22:33"
OTHER_MAC = "02:00:00:00:09:09"


def ip(namespace, *words):
    netlab.run("ip", "-n", namespace, *words)


class Situation:
    """What was found by one run, which begins at once and is waited for when it is looked at."""

    def __init__(self, lab, host, *options, reads=0, wrapper=(), signed_in=False):
        command = [CLI, "diagnose", "--host", host, "--reads", str(reads), "--json", *options]
        self.process = subprocess.Popen(lab.on_computer(*wrapper, *command), stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, env=SIGNED_IN if signed_in else None)

    def wait(self):
        if self.process.stdout.closed:
            return self
        self.output, self.complaint = self.process.communicate(timeout=120)
        self.exit = self.process.returncode
        events = [json.loads(line) for line in self.output.splitlines()]
        self.checks = {event["id"]: event for event in events if event["event"] == "check"}
        self.result = events[-1]
        self.causes = {cause["code"]: cause for cause in self.result["causes"]}
        return self

    @property
    def cause(self):
        return self.wait().result["cause"]


class DiagnoseInANetwork(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lab = netlab.NetLab()
        cls.lab.__enter__()
        cls.addClassCleanup(cls.lab.__exit__, None, None, None)
        lab = cls.lab
        on = ("--enabled", "--fault")
        lab.gateway(CLI, 20, "--enabled", mac=VENDOR_MAC)
        lab.gateway(CLI, 21)
        lab.silent_device(60)
        for last, port in ((22, 8080), (23, 502)):  # what they send from there gets lost
            ip(lab.gateway(CLI, last, "--enabled"), "rule", "add", "ipproto", "tcp", "sport", str(port), "blackhole")
        lab.device(30, CLI, "simulate", "--bind", "HOST", "--serial", "110A0000000030", "--quiet", *on,
                   "port-never-opens")
        lab.device(31, CLI, "simulate", "--bind", "HOST", "--serial", "110A0000000030", "--quiet", "--enabled")
        cls.addConflict()
        cls.addRouter()
        cls.addSecondWays()
        for last, port in ((20, 502), (21, 8080), (22, 502), (23, 502), (30, 8080), (31, 502), (40, 502)):
            lab.wait_until_listening(last, port)
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.reports = [f"{folder.name}/report.{form}" for form in ("txt", "json", "html")]
        cls.sheet = f"{folder.name}/sheet.html"
        saving = [word for report in cls.reports for word in ("--report", report)] + ["--sheet", cls.sheet]
        cls.situations = {
            "healthy": Situation(lab, "10.77.0.20", *saving),
            "the name is not known": Situation(lab, "gateway.test"),
            "a name": cls.named("gateway.test", "10.77.0.20"),
            "a name with two addresses": cls.named("gateway.test", "10.77.0.60", "10.77.0.20"),
            "no route": Situation(lab, "192.168.5.9"),
            "nobody has the address": Situation(lab, "10.77.0.77"),
            "nobody on the card that the system chose": Situation(lab, "10.79.0.20"),
            "everything is dropped": Situation(lab, "10.77.0.60"),
            "a VPN leads nowhere": Situation(lab, "10.80.0.20"),
            "both ports refuse": Situation(lab, "10.77.0.1", "--ws-port", "9"),
            "off, not signed in": Situation(lab, "10.77.0.21"),
            "8080 is dropped": Situation(lab, "10.77.0.22"),
            "502 is dropped": Situation(lab, "10.77.0.23", signed_in=True),
            "a router forbids 502": Situation(lab, "10.88.0.20"),
            "on, and answers elsewhere": Situation(lab, "10.77.0.30", signed_in=True),
            "two devices have the address": Situation(lab, "10.77.0.40", reads=12),
        }

    @classmethod
    def named(cls, name, *addresses):
        hosts = cls.enterFile("".join(f"{address} {name}\n" for address in addresses))
        return Situation(cls.lab, name, wrapper=with_file("/etc/hosts", hosts))

    @classmethod
    def enterFile(cls, text):
        file = tempfile.NamedTemporaryFile("w", suffix=".hosts")
        cls.addClassCleanup(file.close)
        file.write(text)
        file.flush()
        return file.name

    @classmethod
    def addConflict(cls):
        """Both answer there, so that the diagnosis goes on whoever is believed at the moment."""
        lab = cls.lab
        # The computer believes whoever spoke last, not the first for a second.
        netlab.run("ip", "netns", "exec", lab.computer, "sh", "-c",
                   "echo 0 > /proc/sys/net/ipv4/neigh/eth0/locktime")
        for name, mac in (("40", VENDOR_MAC.replace("33", "40")), ("other", OTHER_MAC)):
            namespace = lab._plug(f"d{name}", "10.77.0.40", mac)
            for command in ((CLI, "simulate", "--bind", "10.77.0.40", "--serial", "110A0000000040", "--enabled",
                             "--quiet"), (sys.executable, "-c", ANNOUNCER, "10.77.0.40", mac)):
                lab.processes.append(subprocess.Popen(["ip", "netns", "exec", namespace, *command],
                                                      stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                                      stderr=subprocess.DEVNULL))

    @classmethod
    def addRouter(cls):
        """A gateway in another network; the router in between says that port 502 is forbidden."""
        lab = cls.lab
        router, gateway = lab.device(254), lab._namespace("behind")
        ip(router, "link", "add", "far", "type", "veth", "peer", "name", "eth0", "netns", gateway)
        for namespace, device, address in ((router, "far", "10.88.0.1/24"), (gateway, "eth0", "10.88.0.20/24")):
            ip(namespace, "addr", "add", address, "dev", device)
            ip(namespace, "link", "set", device, "up")
        netlab.run("ip", "netns", "exec", router, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward")
        ip(router, "rule", "add", "ipproto", "tcp", "dport", "502", "prohibit")
        ip(gateway, "route", "add", "default", "via", "10.88.0.1")
        ip(lab.computer, "route", "add", "10.88.0.0/24", "via", "10.77.0.254")
        lab.processes.append(subprocess.Popen(
            ["ip", "netns", "exec", gateway, CLI, "simulate", "--bind", "10.88.0.20", "--enabled", "--quiet"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    @classmethod
    def addCable(cls, device, address):
        """Another card of the computer's; nobody is at the other end."""
        computer = cls.lab.computer
        ip(cls.lab.switch, "link", "add", f"to-{device}", "type", "veth", "peer", "name", device, "netns", computer)
        ip(cls.lab.switch, "link", "set", f"to-{device}", "up")
        ip(computer, "addr", "add", address, "dev", device, "noprefixroute")
        ip(computer, "link", "set", device, "up")

    @classmethod
    def addSecondWays(cls):
        """Two cards in one network, and a tunnel that takes a network of its own."""
        for device, address, metric in (("eth1", "10.79.0.1/24", "10"), ("eth2", "10.79.0.2/24", "20")):
            cls.addCable(device, address)
            ip(cls.lab.computer, "route", "add", "10.79.0.0/24", "dev", device, "src", address[:-3], "metric", metric)
        cls.addCable("wg0", "10.8.0.2/24")
        ip(cls.lab.computer, "route", "add", "10.80.0.0/24", "dev", "wg0", "src", "10.8.0.2")

    @classmethod
    def tearDownClass(cls):
        print("\nSituation                                     Causes", flush=True)
        for name, situation in cls.situations.items():
            causes = ", ".join(f"{code} ({cause['certainty']})" for code, cause in situation.wait().causes.items())
            print(f"{name:44}  {causes or '–'}", flush=True)

    def check(self, name, cause, exit_code, certainty="seen"):
        situation = self.situations[name].wait()
        self.assertEqual((situation.cause, situation.exit), (cause, exit_code), situation.output)
        if cause:
            self.assertEqual(situation.result["causes"][0]["code"], cause)
            self.assertEqual(situation.result["causes"][0]["certainty"], certainty)
        self.assertEqual(len(situation.checks), 12)
        return situation

    def test_nothing_is_wrong_with_a_healthy_plant(self):
        situation = self.check("healthy", None, 0)
        self.assertEqual(situation.result["causes"], [])
        self.assertIn("own network (eth0, ", situation.checks["route"]["detail"])
        self.assertEqual(situation.checks["neighbour"]["detail"],
                         f"MAC address {VENDOR_MAC}, which is Sigenergy's.")

    def test_reports_shorten_the_mac_address_and_the_sheet_does_not(self):
        self.situations["healthy"].wait()
        for report in self.reports:
            with open(report, encoding="utf-8") as file:
                text = file.read()
            self.assertIn("0c:47:a9:9…", text)
            self.assertNotIn(VENDOR_MAC, text)
            self.assertNotIn("110A0000000020", text)
        with open(self.sheet, encoding="utf-8") as file:
            self.assertIn(VENDOR_MAC, file.read())

    def test_a_name_is_looked_up(self):
        self.check("the name is not known", "name-unknown", 3)
        self.assertIn("10.77.0.20", self.check("a name", None, 0).checks["name"]["detail"])
        self.check("a name with two addresses", None, 0)

    def test_without_a_route_it_ends_there(self):
        situation = self.check("no route", "no-route", 3)
        self.assertEqual(situation.checks["neighbour"]["state"], "skipped")

    def test_an_address_that_nobody_has(self):
        situation = self.check("nobody has the address", "no-device", 3)
        self.assertEqual([situation.checks[name]["state"] for name in ("neighbour", "port-8080", "port-502")],
                         ["failed", "skipped", "skipped"])

    def test_the_other_card_is_named(self):
        situation = self.check("nobody on the card that the system chose", "no-device", 3)
        advice = situation.result["causes"][0]["advice"][0]
        self.assertIn("eth1", advice)
        self.assertIn("eth2", advice)

    def test_a_silent_host(self):
        situation = self.check("everything is dropped", "host-silent", 3)
        self.assertEqual(situation.checks["neighbour"]["state"], "ok")
        situation = self.check("a VPN leads nowhere", "host-silent", 3, "likely")
        self.assertIn("wg0", situation.result["causes"][0]["sentence"])

    def test_ports_that_refuse(self):
        situation = self.check("both ports refuse", "server-off", 7, "likely")
        self.assertEqual(list(situation.causes), ["server-off", "web-socket-closed"])
        self.check("off, not signed in", "server-off", 7, "likely")

    def test_ports_that_do_not_answer(self):
        situation = self.check("8080 is dropped", "web-socket-filtered", 0)
        self.assertEqual(situation.checks["port-8080"]["state"], "warning")
        self.assertEqual(situation.checks["modbus"]["state"], "ok")
        self.check("502 is dropped", "port-filtered", 7)

    def test_a_router_that_forbids_it(self):
        situation = self.check("a router forbids 502", "port-filtered", 7)
        self.assertIn("behind a router", situation.checks["route"]["detail"])
        self.assertEqual(situation.checks["neighbour"]["state"], "skipped")

    def test_the_same_gateway_at_another_address(self):
        situation = self.check("on, and answers elsewhere", "found-elsewhere", 7)
        self.assertEqual(list(situation.causes), ["found-elsewhere", "port-closed-though-on"])
        self.assertIn("10.77.0.31", situation.result["causes"][0]["sentence"])

    def test_two_devices_with_one_address(self):
        situation = self.check("two devices have the address", "address-conflict", 0)
        self.assertIn(OTHER_MAC, situation.result["causes"][0]["sentence"])


if __name__ == "__main__":
    netlab.skip_unless_possible()
    unittest.main(verbosity=2)
