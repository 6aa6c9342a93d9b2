"""mbpoll, pymodbus and our own `values` read the same registers and must come to the same numbers."""

import asyncio
import os
import re
import shutil
import subprocess
import unittest

from support import Simulation, becomes, accepts, main, require, run_cli

require("pymodbus", "pymodbus.client")

from pymodbus.client import ModbusTcpClient  # noqa: E402

# Our name, and the vendor document's (V2.9): address, words, signed, gain.
PLANT = {
    "systemTime": (30000, 2, False, 1), "timeZone": (30002, 1, True, 1), "emsWorkMode": (30003, 1, False, 1),
    "gridSensorConnected": (30004, 1, False, 1), "gridPower": (30005, 2, True, 1000),
    "onOffGrid": (30009, 1, False, 1), "maxActivePower": (30010, 2, False, 1000),
    "batterySoc": (30014, 1, False, 10), "alarmsPcs1": (30027, 1, False, 1), "alarmsPcs2": (30028, 1, False, 1),
    "alarmsBattery": (30029, 1, False, 1), "alarmsGateway": (30030, 1, False, 1),
    "plantPower": (30031, 2, True, 1000), "pvPower": (30035, 2, True, 1000), "batteryPower": (30037, 2, True, 1000),
    "runningState": (30051, 1, False, 1), "ratedBatteryEnergy": (30083, 2, False, 100),
    "batterySoh": (30087, 1, False, 10), "loadToday": (30092, 2, False, 100),
    "thirdPartyPower": (30194, 2, True, 1000), "pvToday": (30272, 2, False, 100),
    "loadPower": (30284, 2, True, 1000),
}
DEVICE = {
    "deviceRatedPower": (30540, 2, False, 1000), "deviceRatedBatteryEnergy": (30548, 2, False, 100),
    "deviceRunningState": (30578, 1, False, 1), "deviceActivePower": (30587, 2, True, 1000),
    "deviceBatterySoc": (30601, 1, False, 10), "devicePvPower": (31035, 2, True, 1000),
}
# Some of each type: mbpoll is started once for each, and the plant moves every second.
MBPOLL = ["timeZone", "gridPower", "batterySoc", "plantPower", "batteryPower", "runningState", "ratedBatteryEnergy"]
TEXTS = {"model": (30500, 15), "serial": (30515, 10), "firmware": (30525, 15)}
ATTEMPTS = 20


def number(words, signed, gain):
    raw = int.from_bytes(b"".join(word.to_bytes(2, "big") for word in words), "big", signed=signed)
    return raw / gain


def pymodbus_reads(simulation, unit, registers, texts):
    client = ModbusTcpClient(simulation.address, port=simulation.modbus_port, timeout=5)
    assert client.connect()
    try:
        def words(address, count):
            return client.read_input_registers(address, count=count, slave=unit).registers

        values = {name: number(words(address, count), signed, gain)
                  for name, (address, count, signed, gain) in registers.items()}
        for name, (address, count) in texts.items():
            raw = b"".join(word.to_bytes(2, "big") for word in words(address, count))
            values[name] = raw.rstrip(b"\0").decode("ascii")
        return values
    finally:
        client.close()


# Raw values and their words, as the vendor document has them.
STATES = {
    "emsWorkMode": {0: "max self-consumption", 1: "Sigen AI", 2: "time of use", 5: "full feed-in", 7: "remote EMS",
                    9: "custom"},
    "gridSensorConnected": {0: "not connected", 1: "connected"},
    "onOffGrid": {0: "on grid", 1: "off grid (automatic)", 2: "off grid (manual)"},
    "runningState": {0: "standby", 1: "running", 2: "fault", 3: "shutdown", 7: "environmental abnormality"},
}
STATES["deviceRunningState"] = STATES["runningState"]


def mbpoll_reads(simulation, unit, registers):
    """One call for each register, as a person would type it; -0 means that addresses are the wire's."""
    values = {}
    for name, (address, count, signed, gain) in registers.items():
        kind = ["-t", "3:int", "-B"] if count == 2 else ["-t", "3"]
        output = subprocess.run(
            ["mbpoll", "-m", "tcp", "-a", str(unit), "-0", "-r", str(address), "-c", "1", "-1", "-p",
             str(simulation.modbus_port), *kind, simulation.address],
            check=True, capture_output=True, text=True, timeout=20).stdout
        # "[30014]:    836", with the signed reading in brackets behind a word above 32767.
        raw = int(re.search(rf"^\[{address}\]:\s*(-?\d+)", output, re.MULTILINE).group(1))
        if signed and count == 1 and raw > 0x7FFF:
            raw -= 0x10000
        values[name] = raw / gain
    return values


class Readers(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.simulation = Simulation()
        await self.simulation.__aenter__()
        self.addAsyncCleanup(self.simulation.__aexit__)
        run = await run_cli("enable", "--host", self.simulation.address, "--ws-port", self.simulation.ws_port)
        self.assertEqual(run.code, 0, run.explain())
        self.assertTrue(await becomes(lambda: accepts(self.simulation.address, self.simulation.modbus_port)))

    async def our_values(self, unit):
        run = await run_cli("values", "--host", self.simulation.address, "--modbus-port",
                            self.simulation.modbus_port, "--unit", unit, "--count", 1, password=None)
        self.assertEqual((run.code, run.result["outcome"]), (0, "read"), run.explain())
        polls = [event for event in run.events if event["event"] == "values"]
        self.assertEqual([poll["unit"] for poll in polls], [unit])
        return polls[0]["values"]

    async def compare(self, unit, read):
        """Ours between two equal readings of the other's: so nothing moved in between, and all must be equal."""
        for _ in range(ATTEMPTS):
            before = await asyncio.to_thread(read)
            ours = await self.our_values(unit)
            after = await asyncio.to_thread(read)
            if before == after:
                break
        else:
            self.fail("the simulated plant never stood still for the time of three readings")
        for name, value in before.items():
            with self.subTest(name):
                if isinstance(value, str):
                    self.assertEqual(ours[name], value)
                elif name in STATES:
                    self.assertEqual(ours[name], STATES[name][int(value)])
                elif name.startswith("alarms"):
                    self.assertEqual(len(ours[name]), int(value).bit_count())
                else:
                    self.assertAlmostEqual(ours[name], value, places=6)

    async def test_pymodbus_reads_the_same_plant(self):
        await self.compare(247, lambda: pymodbus_reads(self.simulation, 247, PLANT, {}))

    async def test_pymodbus_reads_the_same_inverter(self):
        await self.compare(1, lambda: pymodbus_reads(self.simulation, 1, DEVICE, TEXTS))

    async def test_holding_registers_hold_the_same(self):
        def both():
            client = ModbusTcpClient(self.simulation.address, port=self.simulation.modbus_port, timeout=5)
            assert client.connect()
            try:
                return (client.read_input_registers(30010, count=2, slave=247).registers,
                        client.read_holding_registers(30010, count=2, slave=247).registers)
            finally:
                client.close()

        read_as_input, read_as_holding = await asyncio.to_thread(both)
        self.assertEqual(read_as_input, read_as_holding)

    async def test_a_register_that_does_not_exist_is_exception_2(self):
        def ask():
            client = ModbusTcpClient(self.simulation.address, port=self.simulation.modbus_port, timeout=5)
            assert client.connect()
            try:
                return client.read_input_registers(29000, count=1, slave=247)
            finally:
                client.close()

        answer = await asyncio.to_thread(ask)
        self.assertTrue(answer.isError())
        self.assertEqual(answer.exception_code, 2)

    @unittest.skipUnless(shutil.which("mbpoll") or os.environ.get("CI") == "true", "mbpoll is not installed")
    async def test_mbpoll_reads_the_same_plant(self):
        await self.compare(247, lambda: mbpoll_reads(self.simulation, 247, {name: PLANT[name] for name in MBPOLL}))

    @unittest.skipUnless(shutil.which("mbpoll") or os.environ.get("CI") == "true", "mbpoll is not installed")
    async def test_mbpoll_reads_the_same_inverter(self):
        await self.compare(1, lambda: mbpoll_reads(self.simulation, 1, DEVICE))


if __name__ == "__main__":
    main()
