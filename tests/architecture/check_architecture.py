#!/usr/bin/env python3
"""Holds the include lines, the link lines and the top level against the law (law.py).

Usage: check_architecture.py SOURCE-TREE. Prints one line for each offence; exit code 1 when there is any.
"""

import re
import sys
from pathlib import Path

import law

SOURCES = {".h", ".cpp", ".mm"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")', re.MULTILINE)


def closure(room):
    """The room and everything below it."""
    reached = {room}
    for below in law.ROOMS.get(room, []):
        reached |= closure(below)
    return reached


def source_files(folder):
    return sorted(path for path in folder.rglob("*") if path.suffix in SOURCES) if folder.is_dir() else []


def includes(path):
    """(header, quoted) for each include line."""
    for angle, quoted in INCLUDE.findall(path.read_text(encoding="utf-8")):
        yield (quoted, True) if quoted else (angle, False)


def links(folder):
    """What a folder's CMakeLists.txt links: rooms as "room", the rest as written."""
    file = folder / "CMakeLists.txt"
    text = re.sub(r"#.*", "", file.read_text(encoding="utf-8")) if file.exists() else ""
    named = []
    for arguments in re.findall(r"\bLINKS\b([^)]*)\)", text) + re.findall(r"target_link_libraries\(\s*\S+([^)]*)\)", text):
        named += [word for word in arguments.split() if word not in ("PUBLIC", "PRIVATE", "INTERFACE")]
    rooms = {name.removeprefix("sigen_") for name in named if name.startswith("sigen_")} - {"build_options"}
    return rooms, {name for name in named if not name.startswith("sigen_")}


class Check:
    def __init__(self, tree):
        self.tree = Path(tree)
        self.offences = []

    def run(self):
        self.check_top_level()
        self.check_rooms()
        self.check_wrapped_classes()
        self.check_ui()
        self.check_cli()
        return self.offences

    def offend(self, where, sentence):
        place = where.relative_to(self.tree).as_posix() if isinstance(where, Path) else where
        self.offences.append(f"{place}: {sentence}")

    def check_top_level(self):
        for path in sorted(self.tree.iterdir()):
            if path.name.startswith(".") or re.fullmatch(law.NOT_SOURCE, path.name):
                continue
            if path.name not in law.TOP_LEVEL:
                self.offend(path, "does not belong at the top level")

    def check_rooms(self):
        lib = self.tree / "lib"
        for folder in sorted(path for path in lib.iterdir() if path.is_dir()):
            room = folder.name
            if room not in law.ROOMS:
                self.offend(folder, "is a room that the law does not know")
                continue
            linked = self.check_links(folder, room)
            for path in source_files(folder):
                self.check_room_includes(path, room, linked)

    def check_links(self, folder, room):
        """Returns the rooms that may be included: this one, the linked ones, and what those stand on."""
        allowed = closure(room)
        rooms, modules = links(folder)
        for other in sorted(rooms - allowed):
            self.offend(folder / "CMakeLists.txt", f"{room} may not link {other}")
        for module in sorted(modules - {"Qt6::Core", *law.MODULES.get(room, [])}):
            self.offend(folder / "CMakeLists.txt", f"{room} may not link {module}")
        reachable = {room}
        for other in rooms & allowed:
            reachable |= closure(other)
        return reachable

    def check_room_includes(self, path, room, reachable):
        for header, quoted in includes(path):
            target = header.split("/")[0]
            if not quoted or "/" not in header:
                if quoted and not (path.parent / header).exists() and not header.endswith(".moc"):
                    self.offend(path, f'"{header}" names no room; write "room/{header}"')
            elif target not in law.ROOMS:
                self.offend(path, f'lib may not include "{header}"')
            elif target not in closure(room):
                self.offend(path, f'{room} may not include "{header}"')
            elif target not in reachable:
                self.offend(path, f'includes "{header}", but lib/{room}/CMakeLists.txt does not link sigen_{target}')

    def check_wrapped_classes(self):
        wrappers = {name: set() for name in law.WRAPPED}
        for top in ("lib", "app", "ui"):
            for path in source_files(self.tree / top):
                place = path.relative_to(self.tree).with_suffix("")
                if place.parts[:2] == ("lib", law.FREE_TO_INCLUDE_WRAPPED):
                    continue
                for header, _ in includes(path):
                    name = header.split("/")[-1]
                    if name in wrappers:
                        wrappers[name].add(place)
                        if place.parts[:2] != ("lib", law.WRAPPED[name]):
                            self.offend(path, f"<{header}> is wrapped in lib/{law.WRAPPED[name]}; use that")
        for name, places in wrappers.items():
            if len(places) > 1 and not {place.as_posix() for place in places} <= law.SEVERAL_WRAPPERS.get(name, set()):
                self.offend("lib", f"{name} has more than one wrapper: {', '.join(sorted(map(str, places)))}")

    def check_ui(self):
        for path in source_files(self.tree / "ui"):
            for header, quoted in includes(path):
                if header.startswith("app/"):
                    self.offend(path, f'ui may not include "{header}"')
                elif not quoted and re.fullmatch(law.FORBIDDEN_IN_UI, header.split("/")[-1]):
                    self.offend(path, f"ui may not include <{header}>")
                self.check_ui_layer(path, header)

    def check_ui_layer(self, path, header):
        """Widgets stand on controllers and models, never the other way round, and not on lib."""
        layer = path.relative_to(self.tree).parts[1]
        target = header.split("/")
        if layer in law.UI_LOGIC:
            if target[0] == "ui" and target[1] not in law.UI_LOGIC:
                self.offend(path, f'the window\'s logic may not include "{header}"')
        elif target[0] in law.ROOMS and target[0] not in law.ROOMS_OPEN_TO_WIDGETS:
            self.offend(path, f'widgets may not include "{header}"; a controller hands them what they need')

    def check_cli(self):
        folder = self.tree / "app" / "cli"
        rooms, modules = links(folder)
        for module in sorted(modules):
            if re.fullmatch(law.FORBIDDEN_IN_CLI, module):
                self.offend(folder / "CMakeLists.txt", f"the command line may not link {module}")
        if "ui" in rooms:
            self.offend(folder / "CMakeLists.txt", "the command line may not link ui")
        for path in source_files(folder):
            for header, _ in includes(path):
                if header.startswith("ui/") or re.fullmatch(law.FORBIDDEN_HEADERS_IN_CLI, header):
                    self.offend(path, f"the command line may not include {header}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    offences = Check(sys.argv[1]).run()
    print("\n".join(offences) if offences else "The house is in order.")
    sys.exit(1 if offences else 0)


if __name__ == "__main__":
    main()
