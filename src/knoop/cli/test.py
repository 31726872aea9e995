"""`knoop test`: style, types, walls and templates first, then all tests, also in a real Chromium."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from knoop.cli.errors import WrongUse
from knoop.cli.machine import browser

ROOT = Path(__file__).resolve().parents[3]
CHECKS = {
    "style": ["ruff", "check", "--quiet", "."],
    "layout of code": ["ruff", "format", "--check", "--quiet", "."],
    "types": ["mypy"],
    "walls between rooms": ["lint-imports", "--no-cache", "--no-logo"],
    "templates": ["djlint", "--lint", "--quiet", "src/knoop"],
    "migrations": ["python", "-m", "django", "makemigrations", "--check", "--dry-run"],
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", help="what pytest should run; all tests by default")
    parser.add_argument("--no-checks", action="store_true", help="tests only")


def run(arguments: argparse.Namespace) -> int:
    if not (ROOT / "tests").is_dir():
        raise WrongUse("The tests come with the source tree: run ./knoop test in a checkout.")
    with tempfile.TemporaryDirectory(prefix="knoop-test-") as data:
        environment = os.environ | {
            "KNOOP_DATA": data,
            "KNOOP_BROWSER": browser(),
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }
        failed = [] if arguments.no_checks or arguments.words else _checks(environment)
        started = time.monotonic()
        words = ["pytest", "-n", "2", "--dist", "loadgroup", *arguments.words]
        tests = subprocess.run(words, cwd=ROOT, env=environment, check=False).returncode
        print(f"tests took {time.monotonic() - started:.0f} s", flush=True)
    if failed:
        print(
            f"knoop: these checks failed: {', '.join(failed)}; what they say stands above.", file=sys.stderr
        )
    return 1 if failed or tests else 0


def _checks(environment: dict[str, str]) -> list[str]:
    """Runs all checks side by side; prints what the failing ones say. Returns their names."""
    running = {
        name: subprocess.Popen(
            words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for name, words in CHECKS.items()
    }
    failed = []
    for name, process in running.items():
        said, _none = process.communicate()
        print(f"{name}: {'ok' if process.returncode == 0 else 'FAILED'}", flush=True)
        if process.returncode:
            print(said, flush=True)
            failed.append(name)
    return failed
