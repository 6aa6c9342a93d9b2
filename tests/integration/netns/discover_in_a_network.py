"""`discover` in a real network: what it finds, what it calls it, and how gently it asks."""

import ctypes
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import netlab

CLI = os.environ.get("SIGEN_CLI", "")
PYTHON = sys.executable
ETH_P_ALL = 3

RECORDER = """
import socket, sys
server = socket.create_server((sys.argv[1], 502))
while True:
    connection, _ = server.accept()
    connection.settimeout(1)
    try:
        received = connection.recv(100)
    except OSError:
        received = b""
    open(sys.argv[2], "ab").write(received + b".")
"""

# A web page on 8080; on 502 a queue that is full and stays so, which drops who comes.
HALF_FILTERED = """
import http.server, socket, sys
full = socket.socket()
full.bind((sys.argv[1], 502))
full.listen(0)
fillers = [socket.socket() for _ in range(3)]
for filler in fillers:
    filler.setblocking(False)
    filler.connect_ex((sys.argv[1], 502))
http.server.ThreadingHTTPServer((sys.argv[1], 8080), http.server.BaseHTTPRequestHandler).serve_forever()
"""


def enter(namespace):
    """Moves the thread that calls it, and no other."""
    with open(f"/run/netns/{namespace}", "rb") as there:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.setns(there.fileno(), 0):
            raise OSError(ctypes.get_errno(), "setns")


class Sniffer:
    """Counts the connections that the computer tries, on its end of the cable, by address and port."""

    def __init__(self, namespace):
        self.attempts = {}
        self.payloads = {}
        ready = threading.Event()
        self.thread = threading.Thread(target=self._open, args=(namespace, ready), daemon=True)
        self.stopped = False
        self.thread.start()
        ready.wait(10)

    def _open(self, namespace, ready):
        enter(namespace)
        sniffer = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
        sniffer.bind(("eth0", 0))
        sniffer.settimeout(0.2)
        ready.set()
        while not self.stopped:
            try:
                self._note(sniffer.recv(2000))
            except TimeoutError:
                pass
        sniffer.close()

    def _note(self, frame):
        if frame[12:14] != b"\x08\x00" or frame[23] != 6:
            return
        ip_length = (frame[14] & 15) * 4
        total = struct.unpack("!H", frame[16:18])[0]
        source, target = socket.inet_ntoa(frame[26:30]), socket.inet_ntoa(frame[30:34])
        tcp = frame[14 + ip_length:14 + total]
        source_port, target_port = struct.unpack("!HH", tcp[:4])
        if not source.endswith(".0.1"):
            return
        if tcp[13] & 0x12 == 0x02:  # SYN without ACK; a repeated one has the same port
            self.attempts.setdefault((target, target_port), set()).add(source_port)
        payload = len(tcp) - (tcp[12] >> 4) * 4
        self.payloads[(target, target_port)] = self.payloads.get((target, target_port), 0) + payload

    def stop(self):
        self.stopped = True
        self.thread.join(10)


class DeadResolver:
    """Takes every question that is asked at 127.0.0.1 of a namespace and answers none."""

    def __init__(self, namespace):
        opener = threading.Thread(target=self._open, args=(namespace,))
        opener.start()
        opener.join(10)
        self.file = tempfile.NamedTemporaryFile("w", suffix=".conf")
        self.file.write("nameserver 127.0.0.1\n")
        self.file.flush()

    def _open(self, namespace):
        enter(namespace)
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 53))
        self.socket.setblocking(False)

    def was_asked(self):
        try:
            return bool(self.socket.recv(512))
        except BlockingIOError:
            return False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()
        self.file.close()


def with_file(there, instead, *command):
    """The command line that runs `command` with the file `instead` in the place of the file `there`."""
    return ("unshare", "--mount", "sh", "-c", 'mount --bind "$1" "$2" && shift 2 && exec "$@"', "sh", instead,
            os.path.realpath(there), *command)


class DiscoverInANetwork(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lab = cls.enterClassContext(netlab.NetLab()) if hasattr(cls, "enterClassContext") else netlab.NetLab()
        if not hasattr(cls, "enterClassContext"):
            cls.lab.__enter__()
            cls.addClassCleanup(cls.lab.__exit__, None, None, None)
        lab = cls.lab
        cls.record = f"/tmp/{lab.tag}.record"
        lab.gateway(CLI, 20, "--enabled", mac="0c:47:a9:91:22:33")
        lab.gateway(CLI, 150, "--enabled")
        lab.gateway(CLI, 200, mac="34:b5:f3:81:22:33")
        lab.gateway(CLI, 160, "--enabled", "--ws-port", "9999")
        lab.device(90, PYTHON, "-m", "http.server", "8080", "--bind", "HOST")
        lab.device(91, PYTHON, "-c", RECORDER, "HOST", cls.record)
        lab.silent_device(60)
        lab.silent_device(62, mac="50:19:11:a0:00:02")
        lab.device(63, PYTHON, "-c", HALF_FILTERED, "HOST")
        lab.device(61, mac="bc:31:98:d1:00:01")  # refuses everything
        for last, port in ((20, 8080), (20, 502), (150, 8080), (200, 8080), (160, 502), (90, 8080), (91, 502),
                           (63, 8080)):
            lab.wait_until_listening(last, port)
        sniffer = Sniffer(lab.computer)
        cls.scan = subprocess.run(lab.on_computer(CLI, "discover", "--json"), capture_output=True, text=True,
                                  timeout=60, check=False)
        sniffer.stop()
        cls.attempts, cls.payloads = sniffer.attempts, sniffer.payloads
        cls.events = [json.loads(line) for line in cls.scan.stdout.splitlines()]
        cls.hosts = {event["address"]: event for event in cls.events if event["event"] == "host"}

    @classmethod
    def tearDownClass(cls):
        if os.path.exists(cls.record):
            os.unlink(cls.record)

    def host(self, last):
        return self.hosts[f"10.77.0.{last}"]

    def test_ends_as_scanned_with_the_counts(self):
        self.assertEqual(self.scan.returncode, 0, self.scan.stderr)
        result = self.events[-1]
        self.assertEqual((result["event"], result["outcome"]), ("result", "scanned"))
        self.assertEqual((result["gateways"], result["hosts"]), (3, 9))

    def test_finds_the_gateways_with_their_identity_and_mac(self):
        for last, mac, modbus in ((20, "0c:47:a9:91:22:33", "answers"), (150, "02:00:00:00:01:96", "answers"),
                                  (200, "34:b5:f3:81:22:33", "closed")):
            host = self.host(last)
            self.assertEqual((host["kind"], host["ws"], host["modbus"]), ("gateway", "handshake", modbus))
            self.assertEqual(host["mac"], mac)
            self.assertEqual(host["serial"], f"110A{last:010d}" if modbus == "answers" else None)
            self.assertTrue(host["recommended"])
            self.assertGreater(host["rttMs"], 0)

    def test_calls_the_others_by_their_names(self):
        self.assertEqual((self.host(90)["kind"], self.host(90)["ws"], self.host(90)["modbus"]),
                         ("other", "open", "closed"))
        self.assertEqual((self.host(91)["kind"], self.host(91)["ws"], self.host(91)["modbus"]),
                         ("other", "closed", "open"))
        self.assertEqual((self.host(160)["kind"], self.host(160)["modbus"]), ("other", "open"))
        self.assertEqual((self.host(61)["kind"], self.host(61)["ws"], self.host(61)["modbus"]),
                         ("likely", "closed", "closed"))
        self.assertEqual((self.host(62)["kind"], self.host(62)["ws"], self.host(62)["modbus"]),
                         ("likely", "filtered", "filtered"))
        self.assertEqual((self.host(63)["kind"], self.host(63)["ws"], self.host(63)["modbus"]),
                         ("other", "open", "filtered"))
        self.assertNotIn("10.77.0.60", self.hosts)

    def test_writes_no_byte_to_a_modbus_port_that_is_not_ours(self):
        self.assertEqual(self.payloads.get(("10.77.0.91", 502)), 0)
        self.assertEqual(self.payloads.get(("10.77.0.160", 502)), 0)
        self.assertNotIn("10.77.0.91:502", self.payloads)
        self.assertGreater(self.payloads[("10.77.0.20", 502)], 0)

    def test_writes_nothing_to_ports_that_are_not_open(self):
        for address, port in (("10.77.0.60", 8080), ("10.77.0.60", 502), ("10.77.0.61", 8080), ("10.77.0.61", 502)):
            self.assertEqual(self.payloads.get((address, port), 0), 0)

    def attempted(self, last, port):
        return len(self.attempts[(f"10.77.0.{last}", port)])

    def test_tries_a_host_that_drops_packets_twice_on_each_port(self):
        self.assertEqual(self.attempted(60, 8080), 2)
        self.assertEqual(self.attempted(60, 502), 2)

    def test_tries_a_host_that_is_there_up_to_four_times(self):
        for last, port in ((62, 8080), (62, 502), (63, 502)):
            self.assertIn(self.attempted(last, port), (3, 4), (last, port))

    def test_takes_the_first_answer(self):
        for last, port in ((91, 502), (160, 502)):
            self.assertEqual(self.attempted(last, port), 1, (last, port))
        for last, port in ((61, 8080), (61, 502), (90, 502), (91, 8080)):
            self.assertLessEqual(self.attempted(last, port), 2, (last, port))  # Qt takes no refusal for an answer

    def test_never_contacts_its_own_address(self):
        self.assertFalse([key for key in self.attempts if key[0] == "10.77.0.1"])

    def test_contacts_no_other_port(self):
        self.assertEqual({port for _, port in self.attempts}, {8080, 502})

    def test_asks_everybody_only_with_all_modbus(self):
        scan = subprocess.run(self.lab.on_computer(CLI, "discover", "--network", "10.77.0.160", "--all-modbus",
                                                   "--json"), capture_output=True, text=True, timeout=60, check=False)
        hosts = [event for event in map(json.loads, scan.stdout.splitlines()) if event["event"] == "host"]
        self.assertEqual((hosts[-1]["kind"], hosts[-1]["modbus"]), ("modbus-only", "answers"))

    def discover_with_a_dead_resolver(self, network):
        """The process and its last event; it must be gone long before the resolver's own patience of ten seconds."""
        with DeadResolver(self.lab.computer) as resolver:
            command = with_file("/etc/resolv.conf", resolver.file.name, CLI, "discover", "--network", network, "--json")
            begun = time.monotonic()
            scan = subprocess.run(self.lab.on_computer(*command), capture_output=True, text=True, timeout=60,
                                  check=False)
            self.assertLess(time.monotonic() - begun, 4)
            self.assertTrue(resolver.was_asked())
        return scan, json.loads(scan.stdout.splitlines()[-1])

    def test_a_resolver_that_never_answers_holds_nothing_up(self):
        scan, result = self.discover_with_a_dead_resolver("10.77.0.20-24")
        self.assertEqual(scan.returncode, 0, scan.stderr)
        self.assertEqual((result["outcome"], result["gateways"]), ("scanned", 1))

    def test_a_name_that_nobody_resolves_is_given_up_in_time(self):
        scan, result = self.discover_with_a_dead_resolver("gateway.test")
        self.assertEqual(scan.returncode, 3, scan.stderr)
        self.assertEqual(result["error"]["code"], "host-not-found")

    def test_a_name_is_searched_only_where_that_is_allowed(self):
        with tempfile.NamedTemporaryFile("w", suffix=".hosts") as hosts:
            hosts.write("10.77.0.20 gateway.test\n8.8.8.8 public.test\nfd00::1 six.test\n")
            hosts.flush()

            def discover(name):
                command = with_file("/etc/hosts", hosts.name, CLI, "discover", "--network", name, "--json")
                return subprocess.run(self.lab.on_computer(*command), capture_output=True, text=True, timeout=60,
                                      check=False)

            found = discover("gateway.test")
            self.assertEqual(json.loads(found.stdout.splitlines()[-1])["gateways"], 1)
            public = discover("public.test")
            self.assertEqual((public.returncode, public.stdout), (2, ""))
            self.assertIn("--allow-public", public.stderr)
            six = discover("six.test")
            self.assertEqual(six.returncode, 3)
            result = json.loads(six.stdout)  # no host, no progress: nothing else was searched instead
            self.assertEqual(result["error"]["code"], "host-not-found")

    def test_few_descriptors_make_it_slower_or_are_named(self):
        for limit in (8, 12, 16, 24, 40, 64):
            command = ["bash", "-c", f"ulimit -n {limit}; exec {CLI} discover --network 10.77.0.20-23 --json"]
            scan = subprocess.run(self.lab.on_computer(*command), capture_output=True, text=True, timeout=60,
                                  check=False)
            result = json.loads(scan.stdout.splitlines()[-1])
            if scan.returncode == 0:
                self.assertEqual((result["outcome"], result["gateways"]), ("scanned", 1), limit)
            else:
                self.assertEqual(scan.returncode, 3, (limit, scan.stderr))
                self.assertEqual((result["outcome"], result["error"]["code"]), ("failed", "unreachable"), limit)
            self.assertEqual(scan.returncode == 0, limit >= 24, limit)

    def test_other_commands_name_missing_descriptors_too(self):
        command = ["bash", "-c", f"ulimit -n 8; exec {CLI} verify --host 10.77.0.20 --json"]
        verify = subprocess.run(self.lab.on_computer(*command), capture_output=True, text=True, timeout=60,
                                check=False)
        self.assertEqual(verify.returncode, 1, verify.stderr)
        self.assertEqual(json.loads(verify.stdout.splitlines()[-1])["error"]["code"], "io")

    def test_without_a_route_nothing_was_asked(self):
        scan = subprocess.run(self.lab.on_computer(CLI, "discover", "--network", "192.168.5.0/24", "--json"),
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(scan.returncode, 3, scan.stderr)
        result = json.loads(scan.stdout.splitlines()[-1])
        self.assertEqual((result["outcome"], result["error"]["code"]), ("failed", "unreachable"))
        self.assertIn("192.168.5.0/24", result["error"]["message"])

    def test_a_part_without_a_route_is_named(self):
        command = (CLI, "discover", "--network", "10.77.0.20", "--network", "192.168.5.0/24")
        scan = subprocess.run(self.lab.on_computer(*command, "--json"), capture_output=True, text=True, timeout=60,
                              check=False)
        self.assertEqual(scan.returncode, 3, scan.stderr)
        result = json.loads(scan.stdout.splitlines()[-1])
        self.assertEqual((result["outcome"], result["gateways"]), ("scanned", 1))
        self.assertEqual(result["notAsked"], ["192.168.5.0/24"])
        table = subprocess.run(self.lab.on_computer(*command), capture_output=True, text=True, timeout=60,
                               check=False)
        self.assertIn("192.168.5.0/24 was not scanned", table.stdout)
        self.assertNotIn("No gateway found", table.stdout)

    def test_an_interface_that_goes_in_the_middle_is_no_empty_network(self):
        with netlab.NetLab(network="10.78.0") as lab:
            lab.silent_device(60)
            process = subprocess.Popen(lab.on_computer(CLI, "discover", "--json"), stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, text=True)
            time.sleep(0.4)  # in the middle, on every computer: it takes 1.05 s
            netlab.run("ip", "-n", lab.computer, "link", "set", "eth0", "down")
            output, _ = process.communicate(timeout=60)
            result = json.loads(output.splitlines()[-1])
            self.assertEqual(process.returncode, 3, output)
            self.assertIn(result["outcome"], ("scanned", "failed"))
            if result["outcome"] == "scanned":
                self.assertTrue(result["notAsked"])

    def bridged(self, *commands):
        """What `discover` finds from a computer whose cable is a port of a bridge."""
        with netlab.NetLab(network="10.79.0") as lab:
            lab.gateway(CLI, 20, "--enabled")
            lab.wait_until_listening(20, 8080)
            ip = ("ip", "-n", lab.computer)
            netlab.run(*ip, "addr", "flush", "dev", "eth0")
            for command in commands:
                netlab.run(*ip, *command.split())
            scan = subprocess.run(lab.on_computer(CLI, "discover", "--json"), capture_output=True, text=True,
                                  timeout=60, check=False)
            return scan, json.loads(scan.stdout.splitlines()[-1])

    def test_a_bridge_with_a_cable_or_the_default_route_is_searched(self):
        for name in ("br0", "vmbr0"):
            scan, result = self.bridged(f"link add {name} type bridge", f"link set {name} up",
                                        f"link set eth0 master {name}", f"addr add 10.79.0.1/24 dev {name}",
                                        "route add default via 10.79.0.20")
            self.assertEqual((scan.returncode, result["gateways"]), (0, 1), scan.stderr)
        scan, result = self.bridged("link set eth0 down", "link set eth0 name veth9", "link add br0 type bridge",
                                    "link set br0 up", "link set veth9 master br0", "link set veth9 up",
                                    "addr add 10.79.0.1/24 dev br0", "route add default via 10.79.0.20")
        self.assertEqual((scan.returncode, result["gateways"]), (0, 1), scan.stderr)

    def test_a_container_bridge_is_not_searched(self):
        for name, port in (("docker0", "eth0"), ("br0", "veth9"), ("br-0123456789ab", "veth9")):
            scan, result = self.bridged("link set eth0 down", f"link set eth0 name {port}",
                                        f"link add {name} type bridge", f"link set {name} up",
                                        f"link set {port} master {name}", f"link set {port} up",
                                        f"addr add 10.79.0.1/24 dev {name}")
            self.assertEqual((scan.returncode, result["outcome"]), (3, "failed"), scan.stdout)
            self.assertIn("10.79.0.0/24", result["error"]["message"])

    def test_an_interface_without_ipv4_is_named(self):
        scan, result = self.bridged("addr add fd00::1/64 dev eth0 nodad")
        self.assertEqual((scan.returncode, result["outcome"]), (3, "failed"), scan.stdout)
        self.assertIn("no IPv4 address on eth0", result["error"]["message"])

    def test_a_connection_of_two_is_searched(self):
        scan, result = self.bridged("addr add 10.79.0.21/31 dev eth0")
        self.assertEqual((scan.returncode, result["gateways"]), (0, 1), scan.stderr)

    def test_without_a_network_says_so(self):
        namespace = self.lab._namespace("lonely")
        scan = subprocess.run(["ip", "netns", "exec", namespace, CLI, "discover", "--json"], capture_output=True,
                              text=True, timeout=60, check=False)
        self.assertEqual(scan.returncode, 3, scan.stderr)
        self.assertEqual(json.loads(scan.stdout.splitlines()[-1])["outcome"], "failed")


if __name__ == "__main__":
    netlab.skip_unless_possible()
    unittest.main(verbosity=2)
