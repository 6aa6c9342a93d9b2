#!/usr/bin/env python3
"""One real hour of `watch` against a simulated gateway that goes away and comes back, on as well as off.

    watch_hour.py PROGRAM [--seconds 3600] [--interval 10] [--period 300]

Each period the gateway is killed and started again 20 s later, every second time with its server off. Every 10 s
the memory, the descriptors and the processor time of the watch are read from /proc. In the end it holds:
- each time the server was off it was switched on again, and nothing was changed otherwise;
- memory and descriptors are what they were after the first quarter of the time (5 % of memory are given);
- the processor time is below 0.1 % of one core.
Linux only; needs nothing but Python. The last line is the verdict, the exit status 0 when all held.
"""
import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

HOST = "127.83.7.1"
PORTS = ["--ws-port", "18081", "--modbus-port", "15021"]


def simulator(program: str, on: bool, settings: dict) -> subprocess.Popen:
    arguments = [program, "simulate", "--bind", HOST, *PORTS, *(["--enabled"] if on else [])]
    return subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=settings)


def sample(pid: int) -> dict:
    process = pathlib.Path("/proc") / str(pid)
    status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
    # Behind the program's name, which may hold anything: user and system time, of itself alone.
    fields = (process / "stat").read_text().rsplit(")", 1)[1].split()
    ticks = int(fields[11]) + int(fields[12])
    return {"rssKiB": int(status["VmRSS"].split()[0]), "descriptors": len(os.listdir(process / "fd")),
            "cpu": ticks / os.sysconf("SC_CLK_TCK")}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--seconds", type=int, default=3600)
    parser.add_argument("--interval", type=int, default=10)
    parser.add_argument("--period", type=int, default=300)
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        settings = dict(os.environ, XDG_CONFIG_HOME=folder, SIGEN_MODBUS_PASSWORD="trial")
        gateway = simulator(options.program, True, settings)
        time.sleep(1)
        output = pathlib.Path(folder) / "watch.json"
        with output.open("wb") as events:
            watch = subprocess.Popen([options.program, "watch", "--host", HOST, *PORTS, "--json", "--interval",
                                      str(options.interval)], stdout=events, stderr=subprocess.DEVNULL, env=settings)
        begun = time.monotonic()
        samples, restarts, off = [], 0, 0
        next_restart = begun + options.period / 2
        while time.monotonic() - begun < options.seconds and watch.poll() is None:
            time.sleep(10)
            samples.append(sample(watch.pid))
            if time.monotonic() < next_restart:
                continue
            next_restart += options.period
            gateway.kill()
            gateway.wait()
            time.sleep(20)
            restarts += 1
            off += restarts % 2
            gateway = simulator(options.program, restarts % 2 == 0, settings)
        passed = time.monotonic() - begun
        if watch.poll() is None:
            watch.send_signal(signal.SIGTERM)  # SIGINT is ignored by what a shell runs in the background
        status = watch.wait()
        gateway.kill()
        gateway.wait()
        said = [json.loads(line) for line in output.read_text().splitlines()]

    mended = sum(each.get("event") == "watch" and each["action"] == "enabled" for each in said)
    writes = sum(each.get("event") == "step" and (each["id"], each["state"]) == ("write", "running") for each in said)
    settled, last = samples[len(samples) // 4], samples[-1]
    percent = 100 * last["cpu"] / passed
    checks = {
        f"ended with {status}": status == 0,
        f"{restarts} restarts, {off} with the server off, {mended} times switched on, {writes} changes sent":
            mended == writes and off - 1 <= mended <= off,
        f"memory {settled['rssKiB']} KiB after a quarter, {last['rssKiB']} KiB at the end":
            last["rssKiB"] <= settled["rssKiB"] * 1.05,
        f"descriptors {settled['descriptors']}, at most {max(each['descriptors'] for each in samples)}, "
        f"{last['descriptors']} at the end": last["descriptors"] <= settled["descriptors"] + 1,
        f"{last['cpu']:.2f} s of processor time in {passed:.0f} s, {percent:.3f} %": percent < 0.1,
    }
    for text, holds in checks.items():
        print("ok  " if holds else "FAIL", text)
    return 0 if all(checks.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
