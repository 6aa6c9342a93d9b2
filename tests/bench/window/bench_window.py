#!/usr/bin/env python3
"""How fast the window is there, what it holds in memory, and how long the event loop is ever held; the first two beside
an empty window with the same libraries, in turn. Under Xvfb, in a network namespace of its own when run as root.

Usage: SIGEN_WINDOW_PROBE=path/to/window_probe bench_window.py [RUNS]        (default 15)
Prints the figures and whether the targets are met; the exit code is 0 either way, since a busy computer is no bug.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time

PROBE = os.environ["SIGEN_WINDOW_PROBE"]
TARGETS = {"first-paint-ms": 200, "resident-kB": 70 * 1024, "scan-longest-gap-ms": 50, "storm-longest-gap-ms": 50}


def figures(*arguments):
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([PROBE, *arguments], check=True, env=environment, capture_output=True, text=True, timeout=120)
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}


def report(name, values):
    target = TARGETS.get(name)
    verdict = "" if target is None else f"   target {target}: {'met' if statistics.median(values) <= target else 'MISSED'}"
    print(f"{name:32} median {statistics.median(values):9.1f}   min {min(values):9.1f}   max {max(values):9.1f}{verdict}")


def measure(runs):
    ours, empty = [], []
    for run in range(runs + 1):
        for mode, kept in (("paint", ours), ("empty", empty)):
            seen = figures(mode, str(time.clock_gettime_ns(time.CLOCK_MONOTONIC)))
            if run > 0:  # the first of each warms the caches
                kept.append(seen)
    for name in ("first-paint-ms", "resident-kB"):
        report(name, [each[name] for each in ours])
        print("   an empty window: ", end="")
        report(name, [each[name] for each in empty])
    for mode in ("scan", "storm"):
        seen = [figures(mode) for _ in range(3)]
        for name in seen[0]:
            report(name, [each[name] for each in seen])


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    if "SIGEN_BENCH_INSIDE" in os.environ:
        measure(runs)
        return
    if shutil.which("xvfb-run") is None:
        print("skipped: there is no xvfb-run")
        return
    command = ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24", sys.executable, os.path.abspath(__file__), str(runs)]
    if os.geteuid() == 0:
        command = ["unshare", "--net", "sh", "-c", 'ip link set lo up; exec "$@"', "bench", *command]
    subprocess.run(command, check=True, env={**os.environ, "SIGEN_BENCH_INSIDE": "1"})


main()
