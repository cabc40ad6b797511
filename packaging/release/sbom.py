"""Write the list of what is shipped as CycloneDX: ``python sbom.py WORK OUT.json``.

The distributions of Python are told by cyclonedx-py, the packages of Debian are added.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import parts


def _of_python() -> dict[str, Any]:
    """Return the list for this environment, without what only builds."""
    command = ["environment", "--output-reproducible", "--of", "JSON", "--sv", "1.6", sys.prefix]
    tool = Path(sys.prefix, "bin", "cyclonedx-py")
    said = subprocess.run([str(tool), *command], capture_output=True, text=True, check=True)
    bom: dict[str, Any] = json.loads(said.stdout)
    shipped = {one.name for one in parts.distributions()}
    everything = bom["components"]
    bom["components"] = [one for one in everything if one["name"] in shipped]
    bom["metadata"]["component"] = next(
        {**one, "type": "application"} for one in everything if one["name"] == parts.OURS
    )
    kept = {one["bom-ref"] for one in [*bom["components"], bom["metadata"]["component"]]}
    bom["dependencies"] = [
        {**one, "dependsOn": [ref for ref in one.get("dependsOn", ()) if ref in kept]}
        for one in bom["dependencies"]
        if one["ref"] in kept
    ]
    return bom


def _of_debian(one: parts.Debian) -> dict[str, Any]:
    purl = f"pkg:deb/debian/{one.package}@{one.version}?arch={one.architecture}&distro=bookworm"
    return {
        "bom-ref": purl,
        "type": "library",
        "name": one.package,
        "version": one.version,
        "purl": purl,
        "properties": [{"name": "kiosk:file", "value": file} for file in one.files],
    }


def main() -> None:
    """Write the list."""
    work, out = map(Path, sys.argv[1:])
    bom = _of_python()
    bom["components"] += [_of_debian(one) for one in parts.debian(work)]
    out.write_text(json.dumps(bom, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
