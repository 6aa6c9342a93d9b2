"""A gateway made of python3-aiohttp and pymodbus, from the public description of the protocol alone.

It has both faces on one address: the WebSocket on its own port, and a Modbus server that really opens and closes
with the setting. Everything that a client sends is kept for the test to look at. Subclasses behave oddly.
"""

import asyncio
import inspect
import json
import logging
from dataclasses import dataclass

from aiohttp import WSMsgType, web
from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext, ModbusSparseDataBlock

from support import PASSWORD, free_port, loopback_address

try:
    from pymodbus.server import ModbusTcpServer
except ImportError:  # pymodbus 3.0
    from pymodbus.server.async_io import ModbusTcpServer

# It calls every client that hangs up an error.
logging.getLogger("pymodbus").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class Numbers:
    """The message numbers of one dialect; both are unconfirmed."""
    sign_in: int
    signed_in: int
    read: int
    set: int
    reply: int
    push: int = None


DOCUMENTED = Numbers(sign_in=0, signed_in=1, read=2, set=3, reply=4, push=5)
EARLY_DRAFT = Numbers(sign_in=0, signed_in=1, read=1, set=2, reply=3)

MODEL = "SigenStor EC 10.0 TP"
SERIAL = "110B7654321098"
FIRMWARE = "V100R001C00SPC115"


def words(value, count):
    """A number as big-endian words, high word first; negative ones as two's complement."""
    value &= (1 << 16 * count) - 1
    return [value >> 16 * (count - 1 - i) & 0xFFFF for i in range(count)]


def text(value, count):
    raw = value.encode("ascii").ljust(2 * count, b"\0")
    return [raw[2 * i] << 8 | raw[2 * i + 1] for i in range(count)]


def plant_registers():
    """Vendor document V2.9, plant: a sunny noon. Gaps inside the block are filled as a real device does."""
    registers = {address: 0xFFFF for address in range(30000, 30100)}
    for address, value in {
            30000: words(1790000000, 2), 30002: [60], 30003: [0], 30004: [1], 30005: words(-1500, 2), 30009: [0],
            30010: words(10000, 2), 30014: [836], 30027: [0], 30028: [0], 30029: [0], 30030: [0],
            30031: words(3500, 2), 30035: words(6200, 2), 30037: words(2700, 2), 30051: [1], 30083: words(1612, 2),
            30087: [990], 30092: words(845, 2)}.items():
        registers.update(zip(range(address, address + len(value)), value))
    return registers


def device_registers(model=MODEL, serial=SERIAL, firmware=FIRMWARE):
    registers = {address: 0xFFFF for address in range(30500, 30610)}
    for address, value in {
            30500: text(model, 15), 30515: text(serial, 10), 30525: text(firmware, 15), 30540: words(10000, 2),
            30548: words(1612, 2), 30578: [1], 30587: words(3500, 2), 30601: [836]}.items():
        registers.update(zip(range(address, address + len(value)), value))
    return registers


def huawei_registers():
    """Another brand on the same port: text where the plant's clock would be."""
    registers = {address: 0 for address in range(30000, 30100)}
    registers.update(zip(range(30000, 30015), text("SUN2000-10KTL-M1", 15)))
    return registers


def modbus_unit(registers):
    """A pymodbus unit whose wire addresses are the printed numbers. pymodbus adds one to every address, unless
    (before 3.8) told not to."""
    if "zero_mode" in inspect.getsource(ModbusSlaveContext.getValues):
        block = ModbusSparseDataBlock(registers)
        return ModbusSlaveContext(ir=block, hr=block, zero_mode=True)
    block = ModbusSparseDataBlock({address + 1: value for address, value in registers.items()})
    return ModbusSlaveContext(ir=block, hr=block)


class ModbusFace:
    def __init__(self, address, units):
        self._address = address
        self._units = units
        self._server = None
        self._task = None

    async def open(self, port):
        await self.close()
        context = ModbusServerContext(slaves={u: modbus_unit(r) for u, r in self._units.items()}, single=False)
        self._server = ModbusTcpServer(context, address=(self._address, port), ignore_missing_slaves=True,
                                       **self._reuse())
        self._task = asyncio.create_task(self._server.serve_forever())
        while True:
            try:
                _, writer = await asyncio.open_connection(self._address, port)
            except OSError:
                await asyncio.sleep(0.01)
                continue
            writer.close()
            return

    @staticmethod
    def _reuse():
        return {"allow_reuse_address": True} if "allow_reuse_address" in inspect.getsource(ModbusTcpServer) else {}

    async def close(self):
        if self._server is None:
            return
        # Version 3.0 waits in here for connections that may stay open.
        try:
            await asyncio.wait_for(self._server.shutdown(), 2)
        except asyncio.TimeoutError:
            pass
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._server = self._task = None


class StrangerGateway:
    """`async with StrangerGateway(...) as gateway`. `frames` is all that was received, `sets` the set requests."""

    token = "t0ken-9f8e7d6c5b4a"

    def __init__(self, enabled=False, numbers=DOCUMENTED, serial=SERIAL, units=None, opens_port=True, path="/ws"):
        self.address = loopback_address()
        self.numbers = numbers
        self.serial = serial
        self.path = path
        self.opens_port = opens_port
        self.setting = {"modbusEnable": int(enabled), "modbusPort": free_port(self.address)}
        self.modbus = ModbusFace(self.address, units or {247: plant_registers(), 1: device_registers()})
        self.frames = []
        self.connections = 0
        self._sockets = set()

    async def __aenter__(self):
        application = web.Application()
        application.router.add_get(self.path, self._talk)
        self._runner = web.AppRunner(application)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.address, 0)
        await site.start()
        self.ws_port = site._server.sockets[0].getsockname()[1]
        await self.apply()
        return self

    async def __aexit__(self, *_):
        for socket in list(self._sockets):
            await socket.close()
        await self._runner.cleanup()
        await self.modbus.close()

    @property
    def sets(self):
        return [frame for frame in self.frames if frame["msgType"] == self.numbers.set]

    @property
    def conversation(self):
        return [frame["msgType"] for frame in self.frames]

    @property
    def arguments(self):
        return ["--host", self.address, "--ws-port", self.ws_port]

    async def apply(self):
        if self.setting["modbusEnable"] and self.opens_port:
            await self.modbus.open(self.setting["modbusPort"])
        else:
            await self.modbus.close()

    async def _talk(self, request):
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.connections += 1
        self._sockets.add(socket)
        async for message in socket:
            if message.type != WSMsgType.TEXT:
                break
            frame = json.loads(message.data)
            self.frames.append(frame)
            await self._answer(socket, frame)
        self._sockets.discard(socket)
        return socket

    async def _answer(self, socket, frame):
        number = frame["msgType"]
        if number == self.numbers.sign_in:
            await self.on_sign_in(socket, frame)
        elif frame.get("token") != self.token:
            await self.reply(socket, self.numbers.reply, {}, code=401, msg="no session")
        elif frame["data"].get("service") != "modbusTcpServer":
            await self.reply(socket, self.numbers.reply, {}, code=404, msg="no such service")
        elif number == self.numbers.read:
            await self.on_read(socket)
        elif number == self.numbers.set:
            await self.on_set(socket, frame["data"])

    async def on_sign_in(self, socket, frame):
        if frame["data"] == {"username": "admin", "password": PASSWORD}:
            await self.reply(socket, self.numbers.signed_in, {"token": self.token, "sn": self.serial})
        else:
            await self.reply(socket, self.numbers.signed_in, {}, code=1001, msg="wrong user or password")

    async def on_read(self, socket):
        await self.reply(socket, self.numbers.reply, self.setting)

    async def on_set(self, socket, data):
        self.setting.update(modbusEnable=data["modbusEnable"], modbusPort=data["modbusPort"])
        await self.apply()
        await self.reply(socket, self.numbers.reply, {})

    async def reply(self, socket, number, data, code=0, msg="ok"):
        await socket.send_json({"msgType": number, "code": code, "msg": msg, "data": data})


class OddGateway(StrangerGateway):
    """Obeys the description to the letter and is as odd as it allows: pushes before every reply, null and unknown
    keys, no serial at sign-in, settings nobody has described."""

    extra = {"modbusIp": "192.168.1.0/24", "allowList": [{"mask": 24, "name": None}]}

    def __init__(self, **options):
        super().__init__(serial="", **options)
        self.setting.update(self.extra)

    async def on_sign_in(self, socket, frame):
        await self._push(socket)
        await socket.send_json({"msgType": self.numbers.signed_in, "code": 0, "msg": None, "build": "SPC999",
                                "data": {"token": self.token, "role": "owner", "expires": None}})

    async def reply(self, socket, number, data, code=0, msg="ok"):
        for _ in range(3):
            await self._push(socket)
        await socket.send_json({"seq": 7, "msgType": number, "code": code, "msg": None, "trace": {}, "data": data})

    async def _push(self, socket):
        await socket.send_json({"msgType": self.numbers.push, "sn": SERIAL, "data": {"batterySoc": 83.6, "list": []}})


class RefusingGateway(StrangerGateway):
    """Reads, and will not be changed."""

    async def on_set(self, socket, data):
        await self.reply(socket, self.numbers.reply, {}, code=7, msg="installer only")


class ForgetfulGateway(StrangerGateway):
    """Says once that it does not know the session, to a read."""

    forgot = False

    async def on_read(self, socket):
        if not self.forgot:
            self.forgot = True
            await self.reply(socket, self.numbers.reply, {}, code=401, msg="session expired")
        else:
            await super().on_read(socket)


class HangingUpGateway(StrangerGateway):
    """Obeys a change and hangs up instead of answering."""

    async def on_set(self, socket, data):
        self.setting.update(modbusEnable=data["modbusEnable"], modbusPort=data["modbusPort"])
        await self.apply()
        await socket.close()


class WebServer(StrangerGateway):
    """Something else on the gateway's port: an ordinary web server."""

    def __init__(self, status):
        super().__init__()
        self.status = status

    async def _talk(self, request):
        self.connections += 1
        return web.Response(status=self.status, text="<html>It works!</html>", content_type="text/html")
