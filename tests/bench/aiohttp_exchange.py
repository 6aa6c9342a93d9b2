"""The least that switching the server on takes in Python: sign in, read, set, read. No port test, no Modbus, no
checks beyond the reply's number. Usage: aiohttp_exchange.py URL PORT on|off"""

import asyncio
import json
import sys

import aiohttp


async def exchange(url, port, enable):
    async with aiohttp.ClientSession() as http, http.ws_connect(url) as socket:
        async def ask(reply, frame):
            await socket.send_str(json.dumps(frame))
            while True:
                answer = json.loads(await socket.receive_str())
                if answer["msgType"] == reply:
                    return answer["data"]

        session = await ask(1, {"msgType": 0, "sn": "", "data": {"username": "admin", "password": "admin"}})

        def request(number, **values):
            return {"msgType": number, "sn": session["sn"], "token": session["token"],
                    "data": {"service": "modbusTcpServer", **values}}

        await ask(4, request(2))
        await ask(4, request(3, modbusEnable=enable, modbusPort=port))
        setting = await ask(4, request(2))
        assert setting["modbusEnable"] == enable, setting


if __name__ == "__main__":
    asyncio.run(exchange(sys.argv[1], int(sys.argv[2]), int(sys.argv[3] == "on")))
