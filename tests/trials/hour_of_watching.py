"""An hour of `await` in a network of its own: how gently it asks, and whether it grows.

    sudo SIGEN_CLI=build/…/sigen-modbus-cli PYTHONPATH=tests/support:tests/integration/netns \
        python3 tests/trials/hour_of_watching.py [SECONDS]
"""

import os
import sys
import time

import netlab
from await_in_a_network import Awaiting, TimedSniffer

CHOSEN = "10.76.0.40"


def most_in_a_second(times):
    most = first = 0
    for last, at in enumerate(times):
        while times[first] < at - 0.95: # the timers' jitter is no second attempt
            first += 1
        most = max(most, last - first + 1)
    return most


def main(seconds):
    with netlab.NetLab(network="10.76.0") as lab:
        lab.device(40)
        for number in range(2, 255):  # so that connections leave, not only questions for their addresses
            if number != 40:
                netlab.run("ip", "-n", lab.computer, "neigh", "add", f"10.76.0.{number}", "lladdr",
                           f"02:00:00:00:01:{number:02x}", "dev", "eth0", "nud", "permanent")
        sniffer = TimedSniffer(lab.computer)
        awaiting = Awaiting(lab, "--host", CHOSEN, "--network", "10.76.0.0/24", "--for", str(seconds))
        time.sleep(20)
        first = awaiting.resources()
        most_memory, most_files = first
        end = time.monotonic() + seconds - 30
        while time.monotonic() < end:
            time.sleep(5)
            memory, files = awaiting.resources()
            most_memory, most_files = max(most_memory, memory), max(most_files, files)
        last = awaiting.resources()
        with open(f"/proc/{awaiting.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        cpu = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        result = awaiting.end()
        sniffer.stop()
        chosen = sorted(at for at, target in sniffer.times if target == CHOSEN)
        others = sorted(at for at, target in sniffer.times if target != CHOSEN)
        print(f"{seconds} s, ended {result['outcome']}: {len(chosen)} attempts at the chosen host, "
              f"{len(others)} at others")
        print(f"most in a second: {most_in_a_second(chosen)} at the chosen host, {most_in_a_second(others)} at others")
        print(f"memory {first[0]} kB after 20 s, {last[0]} at the end, {most_memory} at most; "
              f"descriptors {first[1]}, {last[1]}, {most_files} at most; {cpu:.1f} s of CPU")


if __name__ == "__main__":
    netlab.skip_unless_possible()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3600)
