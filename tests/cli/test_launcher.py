"""`./knoop` on machines that have little or nothing: small stand-ins on the PATH, the real script."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.commands import ROOT

TOOLS = ("sh", "dirname", "readlink", "cmp", "cp", "rm", "mkdir", "env", "cat")


@pytest.fixture
def machine(tmp_path):
    """A checkout with nothing set up, and a PATH with the plainest tools only."""
    for name in ("knoop", "requirements.lock", "requirements-test.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    return tmp_path


def program(machine: Path, path: str, script: str) -> None:
    target = machine / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"#!/bin/sh\n{script}\n")
    target.chmod(0o755)


def start(machine: Path, *words: str) -> subprocess.CompletedProcess[str]:
    # The usual places of other Pythons are looked in too, so a stand-in decides what is new enough.
    surroundings = {"PATH": str(machine / "bin"), "HOME": str(machine), "PYENV_ROOT": str(machine / "none")}
    command = ["sh", str(machine / "knoop"), *words]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=60, check=False)


def has_new_python_elsewhere() -> bool:
    places = ("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
    return any(os.access(f"{place}/python3.{minor}", os.X_OK) for place in places for minor in (12, 13, 14))


def test_what_is_set_up_starts_without_setting_up_again(machine):
    program(machine, ".venv/bin/python", 'echo "ran $*"; exit 7')
    shutil.copy(machine / "requirements.lock", machine / ".venv/knoop.lock")
    done = start(machine, "serve", "--port", "9")
    assert (done.returncode, done.stdout, done.stderr) == (7, "ran -m knoop.cli serve --port 9\n", "")


def test_a_python_that_is_gone_is_set_up_anew(machine):
    (machine / ".venv/bin").mkdir(parents=True)
    (machine / ".venv/bin/python").symlink_to(machine / "removed")
    shutil.copy(machine / "requirements.lock", machine / ".venv/knoop.lock")
    program(machine, "bin/python3.13", "exit 0")
    program(
        machine,
        "bin/uv",
        '[ "$1" = venv ] && { mkdir -p "$HOME/.venv/bin"; cp "$0" "$HOME/.venv/bin/python"; }; echo "$*"',
    )
    done = start(machine, "serve")
    assert (done.returncode, done.stdout) == (0, "-m knoop.cli serve\n"), done.stderr
    assert "installing what requirements.lock lists" in done.stderr


def test_a_first_start_needs_no_home(machine):
    program(machine, ".venv/bin/python", 'echo "ran $*"')
    program(machine, "bin/uv", "exit 0")
    command = ["sh", str(machine / "knoop"), "serve"]
    surroundings = {"PATH": str(machine / "bin")}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, "ran -m knoop.cli serve\n"), done.stderr


def test_the_tests_packages_serve_for_other_commands_too(machine):
    program(machine, ".venv/bin/python", 'echo "ran $*"')
    shutil.copy(machine / "requirements-test.lock", machine / ".venv/knoop.lock")
    assert start(machine, "serve").stderr == ""


def test_a_changed_lock_file_is_installed_before_the_command_runs(machine):
    program(machine, ".venv/bin/python", 'echo "ran $*"')
    (machine / ".venv/knoop.lock").write_text("older")
    program(machine, "bin/uv", 'echo "uv $*" >>"$HOME/said"')
    done = start(machine, "serve")
    assert done.stdout == "ran -m knoop.cli serve\n"
    assert re.search(r"^uv pip sync .*requirements\.lock$", (machine / "said").read_text(), re.MULTILINE)
    assert start(machine, "serve").stderr == ""


def test_the_test_command_brings_the_tests_packages(machine):
    program(machine, ".venv/bin/python", "exit 0")
    program(machine, "bin/uv", 'echo "uv $*"')
    assert "requirements-test.lock" in start(machine, "test").stderr


def test_packages_that_cant_be_installed_stop_the_start_with_words(machine):
    program(machine, ".venv/bin/python", 'echo "ran $*"')
    program(machine, "bin/uv", '[ "$1" = --version ] || { echo "no network" >&2; exit 2; }')
    done = start(machine, "serve")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "no network" in done.stderr
    assert "Start again" in done.stderr
    assert not (machine / ".venv/knoop.lock").exists()


@pytest.mark.skipif(
    has_new_python_elsewhere(), reason="this machine has a new Python in a place that is searched"
)
def test_without_any_python_it_says_what_to_install(machine):
    done = start(machine, "demo")
    assert done.returncode == 1
    assert "No Python and no uv" in done.stderr
    assert "apt install" in done.stderr


@pytest.mark.skipif(
    has_new_python_elsewhere(), reason="this machine has a new Python in a place that is searched"
)
def test_with_an_old_python_only_uv_is_asked_for_a_new_one(machine):
    program(machine, "bin/python3", "exit 1")
    program(machine, "bin/uv", '[ "$1" = --version ] && exit 0; echo "uv $*"; exit 1')
    done = start(machine, "demo")
    assert done.returncode == 1
    assert "uv venv --quiet --no-project --python 3.13" in done.stderr
    assert "Install one" in done.stderr


def test_it_starts_from_another_folder_and_through_a_link(machine, tmp_path_factory):
    program(machine, ".venv/bin/python", 'echo "ran $*"')
    shutil.copy(machine / "requirements.lock", machine / ".venv/knoop.lock")
    link = tmp_path_factory.mktemp("elsewhere") / "intranet"
    link.symlink_to(machine / "knoop")
    surroundings = {"PATH": str(machine / "bin"), "HOME": str(machine)}
    done = subprocess.run(
        [link, "doctor"], env=surroundings, cwd=link.parent, capture_output=True, text=True, check=False
    )
    assert done.stdout == "ran -m knoop.cli doctor\n"
