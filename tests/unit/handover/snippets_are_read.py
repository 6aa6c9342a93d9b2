#!/usr/bin/env python3
"""Every snippet, filled in for plain and for hostile plants, read by parsers that are not ours: what comes out is what
went in, and nothing else.
"""

import ast
import json
import os
import re
import shlex
import subprocess
import sys
import unittest
from urllib.parse import parse_qs, urlsplit

try:
    import yaml
except ImportError as missing:
    print(f"Not to be had here: {missing}", file=sys.stderr)
    sys.exit(1 if os.environ.get("CI") == "true" else 77)

HOSTS = [
    "192.168.1.150", "gateway", "sigen.fritz.box", "sigen-1.local", "fd00::1", "fe80::1%eth0", "2001:db8::47",
    # Names that YAML would read as something else.
    "no", "ON", "null", "y", "1e5", "0x10", "1_000", "12:30:00", "~", "1.5", "nan", "=", "<<",
    # Attempts to get out of the value's place.
    'a"\nport: 1', "a'\nport: 1", "a\nevil: yes", "a\r\nevil: yes", "x: y", "x #", "- x", "{{port}}", "{{/each}}",
    "a\\", 'a\\"', "a, id=1 ]", '", id=1, x="', "$(reboot)", "`reboot`", "$HOME", "a;reboot", "&a *a", "!!python/x",
    "%YAML 1.1", "a\tb", "\x00\x01\x1b[31m", "\u0085\u2028\u2029", "\u202eevil\u200b", "ä\u00df\u6c49", "\U0001f50c",
    "\ufeff", "\x7f", " leading", "trailing ", "</script>", "&port=1&target=x#", "a" * 300,
]
PLANTS = [
    {"inverters": [1], "acChargers": [], "dcChargers": []},
    {"inverters": [1, 2, 5], "acChargers": [3, 4], "dcChargers": [2]},
    {"inverters": [1], "acChargers": [], "dcChargers": [], "assumed": True},
    {"inverters": [246], "acChargers": [1], "dcChargers": [246], "documentVersion": "V2.9"},
]
SERIALS = ["110A1234567890", "", '"\nx: y', "\x00\u202e'"]


def cases():
    for index, host in enumerate(HOSTS):
        plant = PLANTS[index % len(PLANTS)]
        yield {"host": host, "port": 502 if index % 2 else 1502, "serial": SERIALS[index % len(SERIALS)], **plant}
    for plant in PLANTS:
        yield {"host": "192.168.1.150", "port": 502, "serial": SERIALS[0], **plant}


def print_snippets(plants):
    run = subprocess.run([os.environ["SIGEN_PRINT_SNIPPETS"]], input=json.dumps(plants).encode(), capture_output=True,
                         check=True, timeout=50)
    return json.loads(run.stdout)


def no_duplicates(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError(f"a key occurs twice: {keys}")
    return dict(pairs)


class StrictLoader(yaml.SafeLoader):
    """Refuses a key that occurs twice, which YAML itself forbids."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        if len(set(keys)) != len(keys):
            raise ValueError(f"a key occurs twice: {keys}")
        return super().construct_mapping(node, deep)


def read_env(text):
    """Lines NAME=value as a shell reads them; nothing else but comments."""
    variables = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        name, value = re.fullmatch(r"([A-Z0-9_]+)=(.*)", line).groups()
        words = shlex.split(value)
        assert len(words) == 1 and name not in variables, line
        assert re.fullmatch(r"[A-Za-z0-9_.,:%@/+-]+|'[^']*'(\\''[^']*')*", value), line
        variables[name] = words[0]
    return variables


THINGS_TOKEN = re.compile(r'\s+|//[^\n]*|("(?:[^"\\\n]|\\["\\n]|\\u[0-9a-f]{4})*"|[A-Za-z][\w:-]*|\d+|[\[\]{}=,])')


def read_things(text):
    """openHAB's text configuration as nested (kind, id, parameters, children); anything else is an error."""
    tokens, at = [], 0
    while at < len(text):
        match = THINGS_TOKEN.match(text, at)
        assert match, f"unreadable: {text[at:at + 40]!r}"
        if match.group(1):
            tokens.append(match.group(1))
        at = match.end()

    def take(expected=None):
        token = tokens.pop(0)
        assert expected is None or token == expected, f"{token!r} instead of {expected!r}"
        return token

    def parameters():
        values = {}
        take("[")
        while True:
            name = take()
            take("=")
            value = take()
            assert name not in values
            values[name] = json.loads(value)
            if take() == "]":
                return values

    def thing():
        kind = take()
        if kind == "Thing":
            what = take()
            label = take()
            return kind, *((label, parameters()) if what == "data" else (what, {})), []
        assert kind == "Bridge", kind
        name = take()
        if name == "poller":
            name = take()
        values, children = parameters(), []
        take("{")
        while tokens[0] != "}":
            children.append(thing())
        take("}")
        return kind, name, values, children

    things = []
    while tokens:
        things.append(thing())
    return things


def escaped_line(text):
    """As texts look where the format is read line by line: is the visible part of the host still there?"""
    return "".join(character for character in text if character.isascii() and character.isprintable())


class Snippets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.plants = list(cases())
        cls.snippets = print_snippets(cls.plants)

    def each(self, tool):
        for plant, snippets in zip(self.plants, self.snippets):
            with self.subTest(tool=tool, plant=plant):
                yield plant, snippets[tool]

    def each_yaml(self, tool):
        for plant, text in self.each(tool):
            yield plant, yaml.load(text, StrictLoader)

    def same_line(self, shown, host):
        """Equal, unless the host holds what may not be in a line, or is cut."""
        if host.isprintable() and len(host) <= 256 and "\u200b" not in host:
            self.assertEqual(shown, host)
        else:
            self.assertTrue(shown.isprintable(), ascii(shown))
            self.assertEqual(escaped_line(host)[:2], escaped_line(re.sub(r"\\(x..|u\{[^}]*\})", "", shown))[:2])

    def test_home_assistant_yaml(self):
        for plant, document in self.each_yaml("home-assistant-yaml"):
            self.assertEqual(list(document), ["modbus"])
            (hub,) = document["modbus"]
            sensors = hub.pop("sensors")
            self.assertEqual(hub, {"name": "sigen", "type": "tcp", "host": plant["host"], "port": plant["port"],
                                   "timeout": 5, "message_wait_milliseconds": 1000})
            by_name = {sensor["name"]: sensor for sensor in sensors}
            self.assertEqual(len(by_name), len(sensors))
            self.assertEqual(len({sensor["unique_id"] for sensor in sensors}), len(sensors))
            soc = by_name["Sigen battery state of charge"]
            self.assertRegex(soc.pop("unique_id"), r"\Asigen_[a-z0-9_]*_247_batterySoc\Z")
            self.assertEqual(soc, {"name": "Sigen battery state of charge", "device_address": 247, "address": 30014,
                                   "input_type": "input", "data_type": "uint16", "scale": 0.1, "precision": 1,
                                   "unit_of_measurement": "%", "device_class": "battery",
                                   "state_class": "measurement", "scan_interval": 30})
            grid = by_name["Sigen grid active power"]
            self.assertEqual((grid["address"], grid["data_type"], grid["scale"], grid["unit_of_measurement"]),
                             (30005, "int32", 0.001, "kW"))
            units = [sensor["device_address"] for sensor in sensors if sensor["address"] == 31035]
            self.assertEqual(units, plant["inverters"])
            newest = "Sigen PV energy today" in by_name
            self.assertEqual(newest, plant.get("documentVersion") == "V2.9")

    def test_sigenergy2mqtt(self):
        for plant, document in self.each_yaml("sigenergy2mqtt"):
            self.assertEqual(document, {"modbus": [{
                "host": plant["host"], "port": plant["port"], "inverters": plant["inverters"],
                "ac-chargers": plant["acChargers"], "dc-chargers": plant["dcChargers"],
                "read-only": True, "read-write": False, "write-only": False}]})

    def test_sigenergy2mqtt_environment(self):
        for plant, text in self.each("sigenergy2mqtt-env"):
            variables = read_env(text)
            self.same_line(variables.pop("SIGENERGY2MQTT_MODBUS_HOST"), plant["host"])
            expected = {"PORT": str(plant["port"]), "READ_ONLY": "true"}
            for name, key in (("INVERTER", "inverters"), ("ACCHARGER", "acChargers"), ("DCCHARGER", "dcChargers")):
                if plant[key]:
                    expected[name + "_DEVICE_ID"] = ",".join(map(str, plant[key]))
            self.assertEqual(variables, {"SIGENERGY2MQTT_MODBUS_" + key: value for key, value in expected.items()})

    def test_evcc(self):
        for plant, document in self.each_yaml("evcc"):
            def meter(name, usage, unit):
                return {"name": name, "type": "template", "template": "sigenergy", "usage": usage,
                        "modbus": "tcpip", "id": unit, "host": plant["host"], "port": plant["port"]}
            expected = [meter("grid", "grid", plant["inverters"][0])]
            for number, unit in enumerate(plant["inverters"], 1):
                expected += [meter(f"pv{number}", "pv", unit), meter(f"battery{number}", "battery", unit)]
            self.assertEqual(document, {"meters": expected})

    def test_evcc_modbusproxy(self):
        for plant, document in self.each_yaml("evcc-modbusproxy"):
            host = f"[{plant['host']}]" if ":" in plant["host"] else plant["host"]
            self.assertEqual(document, {"modbusproxy": [
                {"port": 5021, "uri": f"{host}:{plant['port']}", "readonly": True}]})

    def test_prometheus(self):
        for plant, text in self.each("prometheus"):
            host = f"[{plant['host']}]" if ":" in plant["host"] else plant["host"]
            (job,) = yaml.load(text, StrictLoader)["scrape_configs"]
            self.assertEqual(job["static_configs"], [{"targets": [f"{host}:{plant['port']}"]}])
            self.assertEqual(job["params"], {"module": ["sigenstor_plant_v2_5"]})
            url = next(line for line in text.splitlines() if line.startswith("# http://"))[2:]
            query = parse_qs(urlsplit(url).query, strict_parsing=True)
            self.assertEqual(query["module"], ["sigenstor_plant_v2_5"])
            self.assertTrue(query["target"][0].endswith(f":{plant['port']}") or len(plant["host"]) > 200)
            self.assertEqual(len(query), 2)

    def test_node_red(self):
        for plant, text in self.each("node-red"):
            flow = json.loads(text, object_pairs_hook=no_duplicates)
            nodes = {node["type"]: node for node in flow}
            self.assertEqual(set(nodes), {"tab", "modbus-client", "modbus-read", "function", "debug"})
            client, read = nodes["modbus-client"], nodes["modbus-read"]
            self.assertEqual((client["clienttype"], client["tcpHost"], client["tcpPort"], client["tcpType"],
                              client["unit_id"], client["clientTimeout"], client["reconnectTimeout"]),
                             ("tcp", plant["host"], str(plant["port"]), "DEFAULT", "247", "3000", "2000"))
            self.assertEqual((read["unitid"], read["dataType"], read["adr"], read["quantity"], read["rate"],
                              read["rateUnit"], read["server"]),
                             ("247", "InputRegister", "30000", "52", "5", "s", client["id"]))
            identifiers = {node["id"] for node in flow}
            for node in flow:
                for wires in node.get("wires", []):
                    self.assertLessEqual(set(wires), identifiers)
            self.assertEqual(bool(plant.get("assumed")), "assumed" in nodes["tab"]["info"])

    def test_openhab(self):
        for plant, text in self.each("openhab"):
            things = read_things(text)
            self.assertEqual([values["id"] for _, _, values, _ in things], [247, *plant["inverters"]])
            for kind, name, values, pollers in things:
                self.assertEqual((kind, name[:14]), ("Bridge", "modbus:tcp:sig"))
                self.same_line(values["host"], plant["host"])
                self.assertEqual(values["port"], plant["port"])
                for _, _, poller, data in pollers:
                    first, last = poller["start"], poller["start"] + poller["length"]
                    for _, _, point, _ in data:
                        words = 2 if point["readValueType"].endswith("32") else 1
                        start = int(point["readStart"])
                        self.assertTrue(first <= start and start + words <= last, (poller, point))

    def test_openhab_sigenergy(self):
        for plant, text in self.each("openhab-sigenergy"):
            things = read_things(text)
            self.assertEqual([values["id"] for _, _, values, _ in things], [247, *plant["acChargers"]])
            kinds = [children[0][1] for _, _, _, children in things]
            self.assertEqual(kinds, ["sigenergy-plant"] + ["sigenergy-evac"] * len(plant["acChargers"]))

    def test_iobroker_names_the_chargers_that_were_found(self):
        for plant, text in self.each("iobroker"):
            fields = dict(line.split(": ", 1) for line in text.split("\n\n")[0].splitlines())
            for key, units in (("Ac", plant["acChargers"]), ("Dc", plant["dcChargers"])):
                self.assertEqual(fields.get(f"has{key}Charger"), "true" if units else None)
                self.assertEqual(fields.get(key.lower() + "ChargerId"), str(units[0]) if units else None)

    def test_forms(self):
        keys = {
            "home-assistant": ["host", "port", "inverter_slave_id", "ac_charger_slave_ids", "dc_charger_slave_ids",
                               "scan_interval", "read_only"],
            "iobroker": ["connectionType", "tcpHost", "tcpPort", "plantId", "inverterId", "pollInterval", "timeout"],
            "openwb": ["ip_address", "port", "modbus_id"],
            "homey": ["address", "port", "modbus_unitId"],
            "solarassistant": ["Host", "Port"],
        }
        for tool, expected in keys.items():
            for plant, text in self.each(tool):
                fields = dict(line.split(": ", 1) for line in text.split("\n\n")[0].splitlines())
                # ioBroker's chargers have a test of their own.
                self.assertEqual([key for key in fields if "harger" not in key or tool != "iobroker"], expected)
                host = next(key for key in expected if key.lower() in ("host", "tcphost", "ip_address", "address"))
                port = next(key for key in expected if key.lower() in ("port", "tcpport"))
                self.same_line(fields[host], plant["host"])
                self.assertEqual(fields[port], str(plant["port"]))
                if tool == "home-assistant":
                    listed = fields["inverter_slave_id"].split(", ")
                    self.assertEqual([ast.literal_eval(unit) for unit in listed], plant["inverters"])

    def test_assumed_ids_are_said_to_be_assumed(self):
        for plant, snippets in zip(self.plants, self.snippets):
            for tool, text in snippets.items():
                with self.subTest(tool=tool, plant=plant):
                    self.assertEqual(bool(plant.get("assumed")), "is assumed" in text)

    def test_no_snippet_holds_a_character_that_steers(self):
        for plant, snippets in zip(self.plants, self.snippets):
            for tool, text in snippets.items():
                with self.subTest(tool=tool, plant=plant):
                    self.assertTrue(all(line.isprintable() for line in text.split("\n")), ascii(text))


if __name__ == "__main__":
    unittest.main()
