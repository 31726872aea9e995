"""Runs the command line as a user does: another process, with its own data."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SLACK = ROOT.parent / "shared" / "data" / "slack-export" / "slack-export-pseudonymised.zip"


def environment(data: Path) -> dict[str, str]:
    cleared = {key: value for key, value in os.environ.items() if not key.startswith(("KNOOP_", "DJANGO_"))}
    return cleared | {
        "KNOOP_DATA": str(data),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "COLUMNS": "120",
    }


def knoop(
    data: Path, *words: object, extra: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "knoop.cli", *map(str, words)]
    surroundings = environment(data) | (extra or {})
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=120, check=False)
