#!/usr/bin/env python3
"""How long `enable` takes as a whole process, verification included, beside a Python process that only exchanges
the WebSocket frames. Both in turn, against the same simulated gateway on loopback.

Usage: SIGEN_CLI=path/to/sigen-modbus-cli bench_enable.py [RUNS]        (default 30)
Prints the medians and whether the targets are met; the exit code is 0 either way, since a busy computer is no bug.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "integration" / "strangers"))

from support import CLI, PASSWORD, Simulation, require  # noqa: E402

require("aiohttp")

from aiohttp_exchange import exchange  # noqa: E402

TARGET_MS = 100
TARGET_RATIO = 0.25


def wall_ms(*command):
    environment = {**os.environ, "SIGEN_MODBUS_PASSWORD": PASSWORD}
    start = time.perf_counter()
    subprocess.run(command, check=True, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


async def measure(runs):
    ours, theirs = [], []
    async with Simulation() as simulation:
        port = str(simulation.modbus_port)
        enable = [CLI, "enable", "--host", simulation.address, "--ws-port", str(simulation.ws_port), "--json"]
        python = [sys.executable, str(HERE / "aiohttp_exchange.py"), simulation.url, port, "on"]
        for run in range(runs + 1):
            for command, times in ((enable, ours), (python, theirs)):
                await exchange(simulation.url, simulation.modbus_port, 0)
                elapsed = await asyncio.to_thread(wall_ms, *command)
                if run > 0:  # the first of each warms the caches
                    times.append(elapsed)
    return ours, theirs


def report(name, times):
    print(f"{name:36} median {statistics.median(times):7.1f} ms   min {min(times):7.1f}   max {max(times):7.1f}")


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    ours, theirs = asyncio.run(measure(runs))
    median = statistics.median(ours)
    ratio = median / statistics.median(theirs)
    print(f"{runs} runs of each, in turn, after one to warm up")
    report("sigen-modbus-cli enable, verified", ours)
    report("python3-aiohttp, frames only", theirs)
    print(f"{'PASS' if median < TARGET_MS else 'FAIL'}: enable takes {median:.1f} ms (target: under {TARGET_MS} ms)")
    print(f"{'PASS' if ratio <= TARGET_RATIO else 'FAIL'}: ratio {ratio:.2f} (target: at most {TARGET_RATIO})")


if __name__ == "__main__":
    main()
