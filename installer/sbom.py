#!/usr/bin/env python3
"""Prints a software bill of materials (SPDX 2.3, JSON) for published files.

usage: sbom.py --version V --home URL --qt V --qtkeychain V [--packages LIST] FILE...

LIST has one further library a line, "name version", as portable.sh writes it. Times come from SOURCE_DATE_EPOCH when
it is set, so that the same files get the same document.
"""

import argparse
import datetime
import hashlib
import json
import os
import pathlib
import re


def identifier(*parts):
    return "SPDXRef-" + "-".join(re.sub(r"[^A-Za-z0-9.]+", "-", part) for part in parts)


def package(name, version, licence, location, supplier="NOASSERTION"):
    return {
        "SPDXID": identifier("Package", name),
        "name": name,
        "versionInfo": version,
        "supplier": supplier,
        "downloadLocation": location,
        "licenseConcluded": licence,
        "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
        "filesAnalyzed": False,
    }


def published(path):
    content = path.read_bytes()
    return {
        "SPDXID": identifier("File", path.name),
        "fileName": "./" + path.name,
        "checksums": [
            {"algorithm": "SHA1", "checksumValue": hashlib.sha1(content).hexdigest()},
            {"algorithm": "SHA256", "checksumValue": hashlib.sha256(content).hexdigest()},
        ],
        "licenseConcluded": "NOASSERTION",
        "copyrightText": "NOASSERTION",
    }


def relation(one, kind, other):
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def document(arguments):
    ours = package("sigen-modbus", arguments.version, "MIT", arguments.home,
                   "Organization: The Sigen Modbus authors")
    libraries = [
        package("qt", arguments.qt, "LGPL-3.0-only", "https://download.qt.io/official_releases/qt/",
                "Organization: The Qt Company"),
        package("qtkeychain", arguments.qtkeychain, "BSD-2-Clause", "https://github.com/frankosterfeld/qtkeychain"),
    ]
    if arguments.packages:
        for line in arguments.packages.read_text(encoding="utf-8").splitlines():
            name, version = line.split()
            libraries.append(package("debian-" + name, version, "NOASSERTION", "NOASSERTION", "Organization: Debian"))
    files = [published(path) for path in arguments.files]
    time = datetime.datetime.fromtimestamp(
        int(os.environ.get("SOURCE_DATE_EPOCH", datetime.datetime.now().timestamp())), datetime.timezone.utc)
    digest = hashlib.sha256("".join(file["checksums"][1]["checksumValue"] for file in files).encode()).hexdigest()
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": "sigen-modbus-" + arguments.version,
        "documentNamespace": f"{arguments.home}/sbom/{arguments.version}/{digest}",
        "creationInfo": {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: installer/sbom.py"]},
        "packages": [ours, *libraries],
        "files": files,
        "relationships": [
            relation("SPDXRef-DOCUMENT", "DESCRIBES", ours["SPDXID"]),
            *(relation(ours["SPDXID"], "DEPENDS_ON", library["SPDXID"]) for library in libraries),
            *(relation(file["SPDXID"], "GENERATED_FROM", ours["SPDXID"]) for file in files),
        ],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("version", "home", "qt", "qtkeychain"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--packages", type=pathlib.Path)
    parser.add_argument("files", nargs="+", type=pathlib.Path, metavar="FILE")
    print(json.dumps(document(parser.parse_args()), indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
