"""A small network in namespaces of its own: a switch, one searching computer, devices with MAC addresses of their own.

Made and removed by whoever uses it; touches no other network. Needs root and `ip netns`. Packets are dropped by the
kernel: a classic BPF program draws a random number for each frame, ARP included, and sends the unlucky ones into a
blackhole queue; it sits on both ends of the searching computer's cable.
"""

import os
import shutil
import subprocess
import sys
import time

SKIPPED = 77
THRESHOLD = 1 << 32


def run(*command, check=True, **options):
    return subprocess.run(command, check=check, capture_output=True, text=True, timeout=60, **options)


def why_not():
    """Why there can be no laboratory here; None when there can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "not root"
    if not shutil.which("ip"):
        return "there is no `ip`"
    name = f"sigen-try-{os.getpid()}"
    tried = run("ip", "netns", "add", name, check=False)
    if tried.returncode:
        return f"`ip netns` does not work: {tried.stderr.strip()}"
    cable = run("ip", "-n", name, "link", "add", "name", "try0", "type", "veth", "peer", "name", "try1", check=False)
    run("ip", "netns", "del", name, check=False)
    return f"no veth: {cable.stderr.strip()}" if cable.returncode else None


def skip_unless_possible():
    reason = why_not()
    if reason:
        print(f"SKIP: {reason}")
        sys.exit(SKIPPED)


class NetLab:
    """with NetLab() as lab: …"""

    labs = 0

    def __init__(self, network="10.77.0", prefix=24):
        self.network = network
        self.prefix = prefix
        NetLab.labs += 1
        self.tag = f"sg{os.getpid()}" if NetLab.labs == 1 else f"sg{os.getpid()}-{NetLab.labs}"
        self.namespaces = []
        self.processes = []
        self.count = 0

    def __enter__(self):
        try:
            self.switch = self._namespace("switch")
            run("ip", "-n", self.switch, "link", "add", "bridge", "type", "bridge")
            run("ip", "-n", self.switch, "link", "set", "bridge", "up")
            self.computer = self._plug("computer", f"{self.network}.1", "02:00:00:00:00:01")
            self.computer_port = f"p{self.count}"
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()
        for namespace in reversed(self.namespaces):
            run("ip", "netns", "del", namespace, check=False)

    def _namespace(self, name):
        name = f"{self.tag}-{name}"
        run("ip", "netns", "add", name)
        self.namespaces.append(name)
        run("ip", "-n", name, "link", "set", "lo", "up")
        return name

    def _plug(self, name, address, mac):
        namespace = self._namespace(name)
        self.count += 1
        port = f"p{self.count}"
        run("ip", "-n", self.switch, "link", "add", port, "type", "veth", "peer", "name", "eth0", "netns", namespace)
        run("ip", "-n", namespace, "link", "set", "eth0", "address", mac)
        run("ip", "-n", namespace, "addr", "add", f"{address}/{self.prefix}", "dev", "eth0")
        run("ip", "-n", namespace, "link", "set", "eth0", "up")
        run("ip", "-n", self.switch, "link", "set", port, "master", "bridge", "up")
        return namespace

    def device(self, last, *command, mac=None):
        """A device at .last that runs `command` (HOST in it is its address); returns its namespace."""
        address = f"{self.network}.{last}"
        namespace = self._plug(f"d{last}", address, mac or f"02:00:00:00:01:{last:02x}")
        if command:
            words = [word.replace("HOST", address) for word in command]
            self.processes.append(subprocess.Popen(
                ["ip", "netns", "exec", namespace, *words],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        return namespace

    def gateway(self, cli, last, *options, mac=None):
        return self.device(last, cli, "simulate", "--bind", "HOST", "--serial", f"110A{last:010d}", "--quiet", *options,
                           mac=mac)

    def silent_device(self, last, mac=None):
        """Has an address and drops everything but ARP."""
        namespace = self.device(last, mac=mac)
        run("ip", "-n", namespace, "route", "add", "blackhole", f"{self.network}.1/32")
        return namespace

    def wait_until_listening(self, last, port, patience=15):
        """Asks the device's own table: no packet is sent."""
        namespace = f"{self.tag}-d{last}"
        wanted = f"{port:04X}"
        end = time.monotonic() + patience
        while time.monotonic() < end:
            table = run("ip", "netns", "exec", namespace, "cat", "/proc/net/tcp").stdout.splitlines()[1:]
            if any(line.split()[1].endswith(":" + wanted) and line.split()[3] == "0A" for line in table):
                return
            time.sleep(0.05)
        raise RuntimeError(f"nobody listens on port {port} of .{last}")

    def drop(self, share):
        """Loses this share of all packets on the computer's cable, in each direction."""
        threshold = int(share * THRESHOLD)
        program = f"4,32 0 0 4294963256,53 0 1 {threshold},6 0 0 0,6 0 0 4294967295"
        for namespace, device in ((self.computer, "eth0"), (self.switch, self.computer_port)):
            tc = ("tc", "-n", namespace)
            run(*tc, "qdisc", "add", "dev", device, "root", "handle", "1:", "htb", "default", "1")
            for number in ("1", "2"):
                run(*tc, "class", "add", "dev", device, "parent", "1:", "classid", f"1:{number}", "htb",
                    "rate", "10gbit")
            run(*tc, "qdisc", "add", "dev", device, "parent", "1:2", "blackhole")
            run(*tc, "filter", "add", "dev", device, "parent", "1:", "protocol", "all", "bpf", "bytecode", program,
                "flowid", "1:2")

    def forget_neighbours(self):
        run("ip", "-n", self.computer, "neigh", "flush", "all", check=False)

    def on_computer(self, *command):
        """The command line that runs `command` there."""
        return ["ip", "netns", "exec", self.computer, *command]
