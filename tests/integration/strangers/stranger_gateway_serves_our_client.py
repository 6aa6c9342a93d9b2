"""Our command line against a gateway that shares no code with it."""

import tempfile
import unittest
from pathlib import Path

from support import PASSWORD, accepts, free_port, main, require, run_cli

require("aiohttp", "pymodbus", "pymodbus.server")

from strangergateway import (  # noqa: E402  (only after the libraries are known to be there)
    DOCUMENTED, EARLY_DRAFT, FIRMWARE, MODEL, SERIAL, ForgetfulGateway, HangingUpGateway, OddGateway,
    RefusingGateway, StrangerGateway, WebServer, device_registers, huawei_registers, plant_registers)


class OurClient(unittest.IsolatedAsyncioTestCase):
    async def cli(self, gateway, command, *options, exits, **named):
        """Runs a command and checks what holds for every one of them."""
        run = await run_cli(command, *gateway.arguments, *options, **named)
        self.assertEqual(run.code, exits, run.explain())
        results = [event for event in run.events if event["event"] == "result"]
        self.assertEqual(len(results), 1, run.explain())
        self.assertIs(results[0], run.events[-1], "the result comes last")
        self.assertEqual((run.result["command"], run.result["exitCode"]), (command, exits))
        self.assertEqual(run.result["error"] is None, exits == 0, run.explain())
        for secret in (PASSWORD, gateway.token):
            self.assertNotIn(secret, run.stdout + run.stderr)
        return run

    async def test_enable_switches_the_server_on_and_proves_it(self):
        async with StrangerGateway() as gateway:
            port = gateway.setting["modbusPort"]
            run = await self.cli(gateway, "enable", exits=0)
            result = run.result
            self.assertEqual(result["outcome"], "enabled")
            self.assertEqual(result["before"], {"enabled": False, "modbusPort": port})
            self.assertEqual((result["enabled"], result["modbusPort"]), (True, port))
            self.assertEqual((result["port"], result["modbus"]), ("open", "answers"))
            self.assertEqual((result["serial"], result["model"], result["firmware"]), (SERIAL, MODEL, FIRMWARE))
            self.assertEqual(result["unitIds"], [247, 1])
            for step in ("reach", "handshake", "sign-in", "read", "write", "read-back", "port", "modbus"):
                self.assertEqual(run.step(step), "ok", run.explain())

            # Read back on a connection of its own, and confirmed by a sign-in behind the read.
            self.assertEqual(gateway.conversation, [0, 2, 3, 0, 2, 0])
            self.assertEqual(gateway.sets[0]["data"],
                             {"service": "modbusTcpServer", "modbusEnable": 1, "modbusPort": port})
            for frame in gateway.frames:
                if frame["msgType"] != DOCUMENTED.sign_in:
                    self.assertEqual((frame["sn"], frame["token"]), (SERIAL, gateway.token))

    async def test_enable_on_a_server_that_is_on_writes_nothing_and_verifies(self):
        async with StrangerGateway(enabled=True) as gateway:
            run = await self.cli(gateway, "enable", exits=0)
            self.assertEqual(run.result["outcome"], "already-enabled")
            self.assertEqual((run.result["port"], run.result["modbus"]), ("open", "answers"))
            self.assertEqual(gateway.sets, [])

    async def test_enable_with_another_port_moves_a_server_that_is_on(self):
        async with StrangerGateway(enabled=True) as gateway:
            old, new = gateway.setting["modbusPort"], free_port(gateway.address)
            run = await self.cli(gateway, "enable", "--modbus-port", new, exits=0)
            self.assertEqual((run.result["outcome"], run.result["modbusPort"]), ("port-changed", new))
            self.assertEqual(run.result["before"], {"enabled": True, "modbusPort": old})
            self.assertEqual(len(gateway.sets), 1)
            self.assertFalse(accepts(gateway.address, old))

    async def test_disable_switches_it_off_and_sees_the_port_closed(self):
        async with StrangerGateway(enabled=True) as gateway:
            port = gateway.setting["modbusPort"]
            run = await self.cli(gateway, "disable", exits=0)
            self.assertEqual((run.result["outcome"], run.result["enabled"]), ("disabled", False))
            self.assertEqual(run.result["port"], "closed")
            self.assertEqual(gateway.sets[0]["data"],
                             {"service": "modbusTcpServer", "modbusEnable": 0, "modbusPort": port})

    async def test_set_port_on_a_server_that_is_off_leaves_it_off_and_tests_nothing(self):
        async with StrangerGateway() as gateway:
            new = free_port(gateway.address)
            run = await self.cli(gateway, "set-port", "--modbus-port", new, exits=0)
            self.assertEqual((run.result["outcome"], run.result["enabled"]), ("port-changed", False))
            self.assertEqual((run.result["port"], run.result["modbus"]), (None, None))
            self.assertEqual(gateway.setting, {"modbusEnable": 0, "modbusPort": new})

    async def test_status_only_reads(self):
        async with StrangerGateway(enabled=True) as gateway:
            run = await self.cli(gateway, "status", exits=0)
            self.assertEqual((run.result["outcome"], run.result["enabled"]), ("read", True))
            self.assertEqual(gateway.conversation, [0, 2, 2])  # what it was told is confirmed by asking again

    async def test_a_dry_run_writes_nothing(self):
        async with StrangerGateway() as gateway:
            run = await self.cli(gateway, "enable", "--dry-run", exits=0)
            self.assertEqual(run.result["outcome"], "dry-run")
            self.assertEqual(gateway.sets, [])

    async def test_verify_reads_modbus_and_signs_in_nowhere(self):
        async with StrangerGateway(enabled=True) as gateway:
            run = await run_cli("verify", "--host", gateway.address, "--modbus-port", gateway.setting["modbusPort"],
                                password=None)
            self.assertEqual((run.code, run.result["outcome"]), (0, "verified"), run.explain())
            self.assertEqual((run.result["model"], run.result["unitIds"]), (MODEL, [247, 1]))
            self.assertEqual(gateway.connections, 0)

    async def test_an_inverter_with_another_unit_id_is_found(self):
        async with StrangerGateway(units={247: plant_registers(), 2: device_registers()}) as gateway:
            run = await self.cli(gateway, "enable", exits=0)
            self.assertEqual((run.result["unitIds"], run.result["serial"]), ([247, 2], SERIAL))

    async def test_a_wrong_password_is_a_refused_sign_in(self):
        async with StrangerGateway() as gateway:
            run = await self.cli(gateway, "enable", exits=4, password="not this one")
            self.assertEqual((run.result["outcome"], run.result["error"]["code"]), ("failed", "sign-in-refused"))
            self.assertEqual(gateway.conversation, [0])

    async def test_a_refused_change_is_read_back_and_reported(self):
        async with RefusingGateway() as gateway:
            run = await self.cli(gateway, "enable", exits=5)
            self.assertEqual((run.result["outcome"], run.result["error"]["code"]), ("refused", "refused"))
            self.assertFalse(run.result["enabled"])
            self.assertEqual(len(gateway.sets), 1)

    async def test_an_expired_session_is_renewed_once(self):
        async with ForgetfulGateway() as gateway:
            run = await self.cli(gateway, "enable", exits=0)
            self.assertEqual(run.result["outcome"], "enabled")
            self.assertEqual(gateway.conversation.count(DOCUMENTED.sign_in), 4)  # renewed once, two for the read-back
            self.assertEqual(len(gateway.sets), 1)

    async def test_a_gateway_that_hangs_up_after_the_change_is_asked_again(self):
        async with HangingUpGateway() as gateway:
            run = await self.cli(gateway, "enable", exits=0)
            self.assertEqual(run.result["outcome"], "enabled")
            self.assertEqual((gateway.connections, len(gateway.sets)), (2, 1))

    async def test_a_port_that_stays_closed_is_not_called_enabled(self):
        async with StrangerGateway(opens_port=False) as gateway:
            run = await self.cli(gateway, "enable", "--verify-wait", 0, exits=7)
            self.assertEqual((run.result["outcome"], run.result["error"]["code"]),
                             ("enabled-unverified", "port-closed"))
            self.assertEqual((run.result["enabled"], run.result["port"]), (True, "closed"))

    async def test_another_brand_behind_the_port_is_recognised(self):
        async with StrangerGateway(units={247: huawei_registers(), 1: huawei_registers()}) as gateway:
            run = await self.cli(gateway, "enable", "--verify-wait", 0, exits=7)
            self.assertEqual((run.result["outcome"], run.result["error"]["code"]),
                             ("enabled-unverified", "not-sigenergy"))
            self.assertEqual(run.result["modbus"], "not-sigenergy")

    async def test_pushes_null_texts_and_unknown_keys_disturb_nothing(self):
        async with OddGateway() as gateway:
            run = await self.cli(gateway, "enable", exits=0)
            self.assertEqual(run.result["outcome"], "enabled")
            self.assertEqual(gateway.sets[0]["data"],
                             {"service": "modbusTcpServer", "modbusEnable": 1,
                              "modbusPort": gateway.setting["modbusPort"], **OddGateway.extra})

    async def test_the_early_draft_is_another_profile_of_the_same_program(self):
        async with StrangerGateway(numbers=EARLY_DRAFT, path="/websocket") as gateway:
            run = await self.cli(gateway, "enable", "--profile", "early-draft", exits=0)
            self.assertEqual(run.result["outcome"], "enabled")
            self.assertEqual(gateway.conversation, [0, 1, 2, 0, 1, 0])

    async def test_a_web_server_is_not_a_gateway_and_gets_no_password(self):
        for status in (200, 404):
            async with WebServer(status) as gateway:
                run = await self.cli(gateway, "enable", exits=6)
                self.assertEqual(run.result["error"]["code"], "not-a-gateway", run.explain())
                self.assertEqual(gateway.frames, [])

    async def test_the_trace_holds_every_frame_and_no_secret(self):
        with tempfile.TemporaryDirectory() as folder:
            trace = Path(folder, "trace.jsonl")
            async with StrangerGateway() as gateway:
                await self.cli(gateway, "enable", "--trace", trace, exits=0)
                written = trace.read_text()
                self.assertIn("modbusTcpServer", written)
                for secret in (PASSWORD, gateway.token):
                    self.assertNotIn(secret, written)


if __name__ == "__main__":
    main()
