"""`sigen-modbus-cli simulate`, driven by clients that share no code with it."""

import asyncio
import json
import unittest

from support import Simulation, accepts, becomes, main, require

require("aiohttp", "websockets", "pymodbus", "pymodbus.client")

import aiohttp  # noqa: E402
import websockets  # noqa: E402
from pymodbus.client import ModbusTcpClient  # noqa: E402


def sign_in(username="admin", password="anything"):
    return {"msgType": 0, "sn": "", "data": {"username": username, "password": password}}


class Session:
    """Frames out, replies in; pushes (message 5) are passed over."""

    def __init__(self, send, receive):
        self._send = send
        self._receive = receive
        self.token = self.serial = None

    async def ask(self, frame, reply):
        await self._send(json.dumps(frame))
        while True:
            answer = json.loads(await asyncio.wait_for(self._receive(), 10))
            if answer["msgType"] == reply:
                return answer
            assert answer["msgType"] == 5, answer

    async def sign_in(self):
        answer = await self.ask(sign_in(), 1)
        assert answer["code"] == 0, answer
        self.token, self.serial = answer["data"]["token"], answer["data"]["sn"]

    async def service(self, number, reply, **values):
        return await self.ask({"msgType": number, "sn": self.serial, "token": self.token,
                               "data": {"service": "modbusTcpServer", **values}}, reply)


class OurSimulator(unittest.IsolatedAsyncioTestCase):
    async def switches_its_port(self, simulation, session, read, set, reply):
        """The whole life of the setting, with the port looked at from outside after each change."""
        await session.sign_in()
        self.assertTrue(session.token)
        self.assertTrue(session.serial)

        answer = await session.service(read, reply)
        self.assertEqual((answer["code"], answer["data"]["modbusEnable"], answer["data"]["modbusPort"]),
                         (0, 0, simulation.modbus_port))
        self.assertFalse(accepts(simulation.address, simulation.modbus_port))

        for wanted in (1, 0):
            answer = await session.service(set, reply, modbusEnable=wanted, modbusPort=simulation.modbus_port)
            self.assertEqual(answer["code"], 0, answer)
            answer = await session.service(read, reply)
            self.assertEqual(answer["data"]["modbusEnable"], wanted)
            self.assertTrue(await becomes(
                lambda: accepts(simulation.address, simulation.modbus_port) == bool(wanted)))
            if wanted:
                await asyncio.to_thread(self.reads_a_plant, simulation)

    def reads_a_plant(self, simulation):
        """pymodbus finds a plausible plant at unit 247 and an inverter at unit 1."""
        client = ModbusTcpClient(simulation.address, port=simulation.modbus_port, timeout=3)
        self.assertTrue(client.connect())
        try:
            block = client.read_input_registers(30000, count=15, slave=247).registers
            epoch = block[0] << 16 | block[1]
            self.assertTrue(1640995200 <= epoch < 4102444800, "a year from 2022 to 2099")
            self.assertIn(block[4], (0, 1))
            self.assertIn(block[9], (0, 1, 2))
            self.assertLessEqual(block[14], 1000)
            self.assertIn(client.read_input_registers(30051, count=1, slave=247).registers[0], (0, 1, 2, 3, 7))
            model = client.read_input_registers(30500, count=15, slave=1).registers
            self.assertTrue(b"".join(w.to_bytes(2, "big") for w in model).startswith(b"Sigen"))
        finally:
            client.close()

    async def test_an_aiohttp_client_switches_the_port_on_and_off(self):
        async with Simulation() as simulation, aiohttp.ClientSession() as http:
            async with http.ws_connect(simulation.url) as socket:
                await self.switches_its_port(simulation, Session(socket.send_str, socket.receive_str), 2, 3, 4)
        self.assertEqual(simulation.exit_code, 0, "Ctrl-C is how a simulation ends")

    async def test_a_websockets_client_speaks_the_early_draft(self):
        async with Simulation("--profile", "early-draft") as simulation:
            async with websockets.connect(simulation.url) as socket:
                await self.switches_its_port(simulation, Session(socket.send, socket.recv), 1, 2, 3)

    async def test_a_request_without_a_session_is_refused_and_changes_nothing(self):
        async with Simulation() as simulation, aiohttp.ClientSession() as http:
            async with http.ws_connect(simulation.url) as socket:
                session = Session(socket.send_str, socket.receive_str)
                session.token, session.serial = "made up", ""
                answer = await session.service(3, 4, modbusEnable=1, modbusPort=simulation.modbus_port)
                self.assertNotEqual(answer["code"], 0)
                self.assertFalse(accepts(simulation.address, simulation.modbus_port))

    async def test_two_clients_see_the_same_setting(self):
        async with Simulation() as simulation, aiohttp.ClientSession() as http:
            async with http.ws_connect(simulation.url) as one, http.ws_connect(simulation.url) as two:
                first, second = (Session(s.send_str, s.receive_str) for s in (one, two))
                await first.sign_in()
                await second.sign_in()
                await first.service(3, 4, modbusEnable=1, modbusPort=simulation.modbus_port)
                answer = await second.service(2, 4)
                self.assertEqual(answer["data"]["modbusEnable"], 1)

    async def test_a_fault_asked_for_by_name_happens(self):
        async with Simulation("--fault", "sign-in-refused") as simulation, aiohttp.ClientSession() as http:
            async with http.ws_connect(simulation.url) as socket:
                answer = await Session(socket.send_str, socket.receive_str).ask(sign_in(), 1)
                self.assertNotEqual(answer["code"], 0)


if __name__ == "__main__":
    main()
