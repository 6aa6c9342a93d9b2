"""How fast, how sure and how cheap `discover` is. In networks made for it: a /24 with three gateways, a web server on
8080, a host with Modbus only, one that drops packets, the rest dark.

  speed   in turn with nmap: times, ratio, and when the first gateway was reported
  loss    10 % of all packets dropped at random, ARP included, in turn with nmap: times, ratio, when the last gateway was
          reported, recall and false gateways over many scans
  large   a /16: memory, descriptors, time for each part, time from Ctrl-C to the end

    bench_discovery.py [speed] [loss] [large] [--rounds N] [--scans N] [--large-seconds S]
"""

import argparse
import json
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time

import netlab

CLI = os.environ.get("SIGEN_CLI", "")
GATEWAYS = {20: ("--enabled", "0c:47:a9:91:22:33"), 150: ("--enabled", "bc:31:98:d0:00:02"), 200: (None, None)}
FASTER_THAN_NMAP = 0.45  # of its time without loss, at most
FASTER_THAN_NMAP_WITH_LOSS = 1.0
LAST_GATEWAY_WITH_LOSS = 1.5  # seconds, median
RECALL_WITH_LOSS = 0.99
NMAP = ("nmap", "-n", "--unprivileged", "-Pn", "-p", "8080,502", "--open", "10.77.0.0/24")


def furnish(lab):
    for last, (enabled, mac) in GATEWAYS.items():
        lab.gateway(CLI, last, *([enabled] if enabled else []), mac=mac)
    lab.gateway(CLI, 160, "--enabled", "--ws-port", "9999")
    lab.device(90, sys.executable, "-m", "http.server", "8080", "--bind", "HOST")
    lab.silent_device(60)
    for last, port in ((20, 8080), (150, 8080), (200, 8080), (160, 502), (90, 8080)):
        lab.wait_until_listening(last, port)


def discover(lab, *options):
    """What was found, how long it took, and when each gateway was reported as one."""
    lab.forget_neighbours()
    begun = time.perf_counter()
    hosts, reported = {}, {}
    with subprocess.Popen(lab.on_computer(CLI, "discover", "--json", *options), stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True) as process:
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] != "host":
                continue
            hosts[event["address"]] = event
            if event["kind"] == "gateway":
                reported.setdefault(last_byte(event["address"]), time.perf_counter() - begun)
    return hosts, time.perf_counter() - begun, reported


def nmap(lab):
    """How long it took, and the hosts with an open port."""
    lab.forget_neighbours()
    begun = time.perf_counter()
    done = subprocess.run(lab.on_computer(*NMAP), capture_output=True, check=True, timeout=120, text=True)
    seconds = time.perf_counter() - begun
    return seconds, {last_byte(address) for address in re.findall(r"scan report for (10[.\d]+)", done.stdout)}


def last_byte(address):
    return int(address.rsplit(".", 1)[1])


def first_row(lab):
    """When the table for people shows the first gateway."""
    lab.forget_neighbours()
    begun = time.perf_counter()
    first = float("inf")
    with subprocess.Popen(lab.on_computer(CLI, "discover"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as process:
        for line in process.stdout:
            if line.startswith("10.77.0.") and line.split()[1].startswith("gateway"):
                first = min(first, time.perf_counter() - begun)
    return first


def gateways(hosts):
    return {last_byte(address) for address, host in hosts.items() if host["kind"] == "gateway"}


def median(values):
    return statistics.median(values)


def compare(ours, theirs, bound):
    """Prints both, and the ratio of the medians to its bound; True when it is kept."""
    ratio = median(ours) / median(theirs)
    for name, times in (("discover", ours), ("nmap", theirs)):
        print(f"  {name:<14}  median {median(times):.2f} s  (min {min(times):.2f}, max {max(times):.2f})")
    print(f"  ratio           {ratio:.2f}  (wanted: at most {bound:.2f}; {ratio / bound:.2f} of that)")
    return ratio <= bound


def speed(rounds):
    if not shutil.which("nmap"):
        print("speed: SKIP: there is no nmap")
        return True
    ours, theirs, firsts, rows, complete = [], [], [], [], 0
    with netlab.NetLab() as lab:
        furnish(lab)
        for _ in range(rounds):
            hosts, seconds, reported = discover(lab)
            ours.append(seconds)
            firsts.append(min(reported.values(), default=float("inf")))
            complete += gateways(hosts) == set(GATEWAYS)
            theirs.append(nmap(lab)[0])
            rows.append(first_row(lab))
    print(f"speed: a /24, {rounds} rounds in turn; the whole program, from start to exit")
    kept = compare(ours, theirs, FASTER_THAN_NMAP)
    print(f"  all gateways    in {complete} of {rounds}")
    for name, times in (("reported", firsts), ("in the table", rows)):
        print(f"  first gateway {name}: median {median(times) * 1000:.0f} ms  (max {max(times) * 1000:.0f}; "
              "wanted: at most 150)")
    return kept and median(firsts) <= 0.15 and median(rows) <= 0.15 and complete == rounds


def loss(scans):
    has_nmap = shutil.which("nmap")
    found, theirs_found, wrong, ours, theirs, lasts = 0, 0, 0, [], [], []
    with netlab.NetLab() as lab:
        furnish(lab)
        lab.drop(0.10)
        for _ in range(scans):
            hosts, seconds, reported = discover(lab)
            ours.append(seconds)
            # A gateway that was missed counts as one that is never found.
            lasts.append(max(reported.get(last, float("inf")) for last in GATEWAYS))
            found += len(gateways(hosts) & set(GATEWAYS))
            wrong += len(gateways(hosts) - set(GATEWAYS))
            for last in sorted(set(GATEWAYS) - gateways(hosts)):
                host = hosts.get(f"10.77.0.{last}", {})
                print(f"  missed .{last} in {seconds:.2f} s: {[host.get(key) for key in ('kind', 'ws', 'modbus')]}")
            if has_nmap:
                seconds, open_hosts = nmap(lab)
                theirs.append(seconds)
                theirs_found += len(open_hosts & set(GATEWAYS))
    everybody = scans * len(GATEWAYS)
    recall = found / everybody
    print("loss: 10 % of all frames dropped in each direction (classic BPF, random), no MAC address known in advance")
    kept = True
    if has_nmap:
        kept = compare(ours, theirs, FASTER_THAN_NMAP_WITH_LOSS)
        print(f"  nmap found      {theirs_found} of {everybody}: {theirs_found / everybody:.1%}")
    else:
        print(f"  discover        median {median(ours):.2f} s  (max {max(ours):.2f}); there is no nmap to compare it with")
    print(f"  last gateway    median {median(lasts):.2f} s  (max {max(lasts):.2f}; wanted: at most "
          f"{LAST_GATEWAY_WITH_LOSS}; {median(lasts) / LAST_GATEWAY_WITH_LOSS:.2f} of that)")
    print(f"  gateways found  {found} of {everybody} in {scans} scans: {recall:.1%}  (wanted: at least "
          f"{RECALL_WITH_LOSS:.0%})")
    print(f"  false gateways  {wrong}")
    return kept and median(lasts) <= LAST_GATEWAY_WITH_LOSS and recall >= RECALL_WITH_LOSS and wrong == 0


def status_of(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        memory = re.search(r"VmHWM:\s+(\d+)", status.read())
    return int(memory.group(1)) / 1024 if memory else 0, len(os.listdir(f"/proc/{pid}/fd"))


def large_run(lab, seconds):
    """Lets a /16 run for some time; the process is the CLI itself, `ip netns exec` replaces itself."""
    process = subprocess.Popen(lab.on_computer(CLI, "discover", "--json", "--network", "10.77.0.0/16", "--yes-large"),
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    begun = time.perf_counter()
    marks = []

    def read():
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "progress":
                marks.append((time.perf_counter() - begun, event["done"], event["total"]))

    reader = threading.Thread(target=read)
    reader.start()
    memory, descriptors = [], []
    while process.poll() is None and time.perf_counter() - begun < seconds:
        try:
            megabytes, open_files = status_of(process.pid)
            memory.append(megabytes)
            descriptors.append(open_files)
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            pass
        time.sleep(0.2)
    stopped = time.perf_counter()
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    process.wait(timeout=30)
    ending = time.perf_counter() - stopped
    reader.join()
    process.stdout.close()
    return marks, memory, descriptors, ending, process.returncode


def rate(marks):
    return (marks[-1][1] - marks[0][1]) / (marks[-1][0] - marks[0][0])


def large(seconds):
    with netlab.NetLab(prefix=16) as lab:
        lab.gateway(CLI, 20, "--enabled")
        lab.wait_until_listening(20, 8080)
        marks, memory, descriptors, _, code = large_run(lab, seconds)
        endings = [large_run(lab, random.uniform(0.02, 5))[3] for _ in range(20)]
    # The first addresses are begun all at once.
    quarter = len(marks) // 4
    rates = [rate(marks[part * quarter + 20:(part + 1) * quarter]) for part in range(4)]
    settled = len(memory) // 10
    growth = max(memory[settled:]) - memory[settled]
    print(f"large: a /16, {marks[-1][1]} of {marks[-1][2]} addresses in {marks[-1][0]:.0f} s (exit code {code})")
    print("  addresses/s     " + ", ".join(f"{each:.0f}" for each in rates) + "  (first to last quarter; wanted: the same)")
    print(f"  memory          {max(memory):.1f} MB at most (wanted: below 80), {growth:.1f} MB of it after the first tenth")
    print(f"  descriptors     {max(descriptors)} at most, {max(descriptors[settled:])} after the first tenth")
    print(f"  Ctrl-C to exit  median {median(endings) * 1000:.0f} ms, max {max(endings) * 1000:.0f} ms in {len(endings)} "
          "scans  (wanted: 100)")
    return max(memory) < 80 and growth < 2 and min(rates) > 0.9 * max(rates) and max(endings) <= 0.1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", choices=[[], "speed", "loss", "large"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scans", type=int, default=50)
    parser.add_argument("--large-seconds", type=float, default=600)
    options = parser.parse_args()
    reason = netlab.why_not()
    if reason:
        print(f"SKIP: {reason}")
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the networks are removed
    parts = options.parts or ["speed", "loss", "large"]
    results = []
    if "speed" in parts:
        results.append(speed(options.rounds))
    if "loss" in parts:
        results.append(loss(options.scans))
    if "large" in parts:
        results.append(large(options.large_seconds))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
