"""What the strangers' tests share: running our command line, free ports, and when a test may be skipped."""

import asyncio
import importlib
import json
import os
import random
import signal
import socket
import sys
import unittest
from dataclasses import dataclass

CLI = os.environ.get("SIGEN_CLI", "sigen-modbus-cli")
SKIPPED = 77
PASSWORD = "correct horse & battery"


def require(*modules):
    """Imports the partner libraries. Without them the tests are skipped; in continuous integration, where they
    were installed, that is a failure."""
    if sys.platform != "linux":
        print("SKIP: needs every address of 127.0.0.0/8, and SIGINT")
        sys.exit(SKIPPED)
    for name in modules:
        try:
            importlib.import_module(name)
        except ImportError as missing:
            print(f"Not to be had here: {missing}", file=sys.stderr)
            sys.exit(1 if os.environ.get("CI") == "true" else SKIPPED)


def loopback_address():
    """An address of this computer's own that no other test uses at the same time."""
    return f"127.{random.randint(1, 254)}.{random.randint(0, 255)}.{random.randint(1, 254)}"


def free_port(address):
    with socket.socket() as listener:
        listener.bind((address, 0))
        return listener.getsockname()[1]


def accepts(address, port):
    with socket.socket() as client:
        client.settimeout(1)
        return client.connect_ex((address, port)) == 0


async def becomes(condition, seconds=10):
    """Waits for a condition that another process makes true."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while not condition():
        if loop.time() > end:
            return False
        await asyncio.sleep(0.02)
    return True


@dataclass
class Finished:
    code: int
    events: list
    stdout: str
    stderr: str

    @property
    def result(self):
        return self.events[-1]

    def step(self, name):
        """The last state of a step, or None."""
        states = [e["state"] for e in self.events if e.get("event") == "step" and e["id"] == name]
        return states[-1] if states else None

    def explain(self):
        return f"exit {self.code}\n{self.stdout}\n{self.stderr}"


async def run_cli(*arguments, password=PASSWORD, timeout=60):
    """One run of the command line with --json, to its end."""
    environment = dict(os.environ)
    environment.pop("SIGEN_MODBUS_PASSWORD", None)
    if password is not None:
        environment["SIGEN_MODBUS_PASSWORD"] = password
    process = await asyncio.create_subprocess_exec(
        CLI, *map(str, arguments), "--json", env=environment, stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    try:
        out, err = await asyncio.wait_for(process.communicate(), timeout)
    except asyncio.TimeoutError:
        process.kill()
        await process.wait()
        raise
    out, err = out.decode(), err.decode()
    return Finished(process.returncode, [json.loads(line) for line in out.splitlines()], out, err)


class Simulation:
    """`sigen-modbus-cli simulate` as a process: `async with Simulation(...) as simulation`."""

    def __init__(self, *arguments):
        self.address = loopback_address()
        self.ws_port = free_port(self.address)
        self.modbus_port = free_port(self.address)
        self.arguments = arguments
        self.exit_code = None

    async def __aenter__(self):
        self.process = await asyncio.create_subprocess_exec(
            CLI, "simulate", "--json", "--bind", self.address, "--ws-port", str(self.ws_port),
            "--modbus-port", str(self.modbus_port), *self.arguments,
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL)
        try:
            line = await asyncio.wait_for(self.process.stdout.readline(), 20)
            expected = {"event": "listening", "address": self.address, "wsPort": self.ws_port,
                        "modbusPort": self.modbus_port}
            assert expected.items() <= json.loads(line).items(), line
        except BaseException:
            self.process.kill()
            await self.process.wait()
            raise
        return self

    async def __aexit__(self, *_):
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGINT)
            await asyncio.wait_for(self.process.communicate(), 20)
        self.exit_code = self.process.returncode

    @property
    def url(self):
        return f"ws://{self.address}:{self.ws_port}/ws"


def main():
    """unittest.main(), with an exit code that tells a skipped file from a passed one on every Python version."""
    result = unittest.main(exit=False, verbosity=2).result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.testsRun == len(result.skipped) else 0)
