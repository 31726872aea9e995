"""`knoop test`: all tests, also in a real Chromium; beside them style, types, walls and templates.

What touches the database is tested twice: on SQLite, and on a PostgreSQL that is started for it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from knoop.cli.errors import WrongUse
from knoop.cli.machine import browser, shell
from knoop.cli.postgresql import postgresql

ROOT = Path(__file__).resolve().parents[3]
CHECKS = {
    "style": ["ruff", "check", "--quiet", "."],
    "layout of code": ["ruff", "format", "--check", "--quiet", "."],
    "types": ["mypy"],
    "walls between rooms": ["lint-imports", "--no-cache", "--no-logo"],
    "templates": ["djlint", "--lint", "--quiet", "src/knoop"],
    "migrations": ["python", "-m", "django", "makemigrations", "--check", "--dry-run"],
}


# Whose tests ask no database, or start Knoop as a newcomer does, on SQLite.
WITHOUT_DATABASE = ("archives", "base", "browser", "cli", "distributed", "network", "seed")
# Where the two databases could differ most; --postgresql runs all.
ALSO_ON_POSTGRESQL = ("events", "jobs", "search", "live/test_waking.py")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", help="what pytest should run; all tests by default")
    parser.add_argument("--no-checks", action="store_true", help="tests only")
    parser.add_argument("--postgresql", action="store_true", help="the tests on PostgreSQL only")


def run(arguments: argparse.Namespace) -> int:
    if not (ROOT / "tests").is_dir():
        raise WrongUse("The tests come with the source tree: run ./knoop test in a checkout.")
    with tempfile.TemporaryDirectory(prefix="knoop-test-") as data:
        environment = os.environ | {
            "KNOOP_DATA": data,
            "KNOOP_BROWSER": browser(),
            "KNOOP_SHELL": shell(),
            "KNOOP_DATABASE": "",
            "KNOOP_S3": "",
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }
        is_part = bool(arguments.words or arguments.postgresql)
        checks = {} if arguments.no_checks or is_part else _begun(environment)
        failed = []
        if not arguments.postgresql and _fail(environment, arguments.words, ""):
            failed.append("tests")
        if (arguments.postgresql or not arguments.words) and _fail_on_postgresql(
            environment, arguments.words, whole=arguments.postgresql
        ):
            failed.append("tests on PostgreSQL")
        failed += _told(checks)
    if failed:
        print(f"knoop: these failed: {', '.join(failed)}; what they say stands above.", file=sys.stderr)
    return 1 if failed else 0


def _fail_on_postgresql(environment: dict[str, str], words: list[str], *, whole: bool) -> bool:
    there = sorted(path.name for path in (ROOT / "tests").iterdir() if (path / "__init__.py").is_file())
    rooms = [room for room in there if room not in WITHOUT_DATABASE] if whole else ALSO_ON_POSTGRESQL
    with postgresql() as address:
        asking = words or [f"tests/{room}" for room in rooms]
        return _fail(environment | {"KNOOP_DATABASE": address}, asking, " on PostgreSQL")


def _fail(environment: dict[str, str], words: list[str], where: str) -> bool:
    started = time.monotonic()
    command = ["pytest", "-n", "2", "--dist", "loadscope", "--no-loadscope-reorder", *words]
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    print(f"tests{where} took {time.monotonic() - started:.0f} s", flush=True)
    return code != 0


def _begun(environment: dict[str, str]) -> dict[str, subprocess.Popen[str]]:
    """All checks, beside each other and the tests: of two processors one would wait for the slowest check."""
    return {
        name: subprocess.Popen(
            words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for name, words in CHECKS.items()
    }


def _told(checks: dict[str, subprocess.Popen[str]]) -> list[str]:
    """Prints what the failing ones say. Returns their names."""
    failed = []
    for name, process in checks.items():
        said, _none = process.communicate()
        print(f"{name}: {'ok' if process.returncode == 0 else 'FAILED'}", flush=True)
        if process.returncode:
            print(said, flush=True)
            failed.append(name)
    return failed
