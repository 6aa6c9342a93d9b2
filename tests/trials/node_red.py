#!/usr/bin/env python3
"""Tries the Node-RED snippet in Node-RED itself: installs it and its Modbus nodes by version, imports the flow as it
is, and compares three of its readings with what the command line reads from the same simulated plant.

    node_red.py SIGEN_MODBUS_CLI

Needs npm and a registry that it can reach. Not part of the usual tests. Everything is on loopback.
"""
import json
import os
import re
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NODE_RED = "node-red@3.1.15"
MODBUS_NODES = "node-red-contrib-modbus@5.23.3"
ADDRESS = "127.0.0.77"
READINGS = 3
PATIENCE = 90  # seconds, for the start and three readings that are 5 s apart
# What may change from one reading to the one that is compared with it. The simulated house flickers.
TOLERANCE = {"gridPower": 0.3, "plantPower": 0.3, "pvPower": 0.3, "batteryPower": 0.3, "batterySoc": 0.2,
             "onOffGrid": 0, "runningState": 0}
STATES = {"on grid": 0, "running": 1}


def run(*command, **options):
    return subprocess.run(command, check=True, text=True, stdin=subprocess.DEVNULL, capture_output=True, **options)


def simulated_port(simulator):
    for line in simulator.stdout:
        if line.startswith("{"):
            return json.loads(line)["modbusPort"]
    sys.exit("The simulator did not start.")


def plant_now(program, port):
    out = run(program, "values", "--host", ADDRESS, "--modbus-port", str(port), "--json").stdout
    values = next(json.loads(line) for line in out.splitlines() if '"event":"values"' in line)["values"]
    return {key: STATES.get(values[key], values[key]) for key in TOLERANCE}


def flow_that_prints(program, port, folder):
    """The snippet, whose debug node also writes to Node-RED's log."""
    flow = json.loads(run(program, "handover", "--host", ADDRESS, "--modbus-port", str(port), "--for", "node-red",
                          "--quiet").stdout)
    for node in flow:
        if node["type"] == "debug":
            node["console"] = True
    path = folder / "flow.json"
    path.write_text(json.dumps(flow))
    return path


def readings_of(node_red):
    """Each payload that the debug node writes: JavaScript's way of writing an object, over several lines."""
    text, deadline = "", time.monotonic() + PATIENCE
    pipe = node_red.stdout.fileno()
    while time.monotonic() < deadline and node_red.poll() is None:
        if select.select([pipe], [], [], 1)[0]:
            text += os.read(pipe, 65536).decode("utf-8", "replace")
        match = re.search(r"\{\s*gridPower:[^}]*\}", text)
        if match:
            text = text[match.end():]
            yield {key: float(value) for key, value in re.findall(r"(\w+): (-?[\d.]+)", match.group())}
    sys.exit("Node-RED gave no reading:\n" + text)


def differences(theirs, ours):
    return [f"{key}: Node-RED has {theirs.get(key)}, the plant {ours[key]}" for key, slack in TOLERANCE.items()
            if key not in theirs or abs(theirs[key] - ours[key]) > slack]


def stop(process):
    process.terminate()
    process.wait(20)


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run("npm", "install", "--no-audit", "--no-fund", "--prefix", name, NODE_RED, MODBUS_NODES)
        simulator = subprocess.Popen([program, "simulate", "--bind", ADDRESS, "--ws-port", "0", "--modbus-port", "0",
                                      "--enabled", "--json"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                     stderr=subprocess.DEVNULL, text=True)
        try:
            port = simulated_port(simulator)
            settings = folder / "settings.js"
            settings.write_text(f'module.exports = {{ uiHost: "{ADDRESS}", uiPort: 0, nodesDir: [], '
                                'logging: { console: { level: "info" } } };\n')
            node_red = subprocess.Popen(["node", folder / "node_modules/node-red/red.js", "--userDir", name,
                                         "--settings", settings, flow_that_prints(program, port, folder)],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            try:
                readings = readings_of(node_red)
                for number in range(1, READINGS + 1):
                    wrong = differences(next(readings), plant_now(program, port))
                    if wrong:
                        sys.exit(f"reading {number} differs:\n" + "\n".join(wrong))
                    print(f"reading {number} of {READINGS}: the same")
            finally:
                stop(node_red)
        finally:
            stop(simulator)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
