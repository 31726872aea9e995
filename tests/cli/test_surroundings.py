"""Commands on machines, disks and terminals that aren't as they should be: words, and no traceback."""

import os
import shutil
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from knoop.cli.__main__ import main
from tests.archives.slack_exports import present_export, zipped
from tests.cli.commands import environment, knoop

GOOD = "time,source,target,kind\n2024-01-01T09:00:00Z,a,b,reply\n"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory) -> Path:
    """A data folder that a command made."""
    data = tmp_path_factory.mktemp("fresh") / "data"
    assert knoop(data, "invite", "ann", "--name", "Ann Vos").returncode == 0
    return data


@pytest.fixture
def data(fresh, tmp_path) -> Path:
    """A copy of it to spoil."""
    return shutil.copytree(fresh, tmp_path / "data")


def shell(folder: Path, words: str) -> subprocess.CompletedProcess[str]:
    command = f"{sys.executable} -m knoop.cli {words}"
    return subprocess.run(
        ["sh", "-c", command],
        env=environment(folder),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_what_a_command_makes_only_its_owner_can_read(fresh):
    made = [fresh, *fresh.glob("*")]  # style sheets and such, in static/, are for everybody
    assert [path for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_the_doctor_mends_a_data_folder_that_others_can_read(data):
    assert knoop(data, "doctor").returncode == 0
    data.chmod(0o755)
    done = knoop(data, "doctor")
    assert done.returncode == 1
    assert f"chmod -R go= {data}" in done.stdout


@pytest.mark.parametrize("command", ["doctor", "insights"])
def test_a_damaged_database_is_named_without_a_traceback(data, command):
    for part in data.glob("knoop.sqlite3*"):
        part.unlink()
    (data / "knoop.sqlite3").write_bytes(b"no database at all" * 1000)
    done = knoop(data, command)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "file is not a database" in done.stdout + done.stderr


def test_two_first_commands_at_once_both_work(tmp_path):
    command = [sys.executable, "-m", "knoop.cli", "invite", "--name", "Somebody"]
    both = [
        subprocess.Popen(
            [*command, handle], env=environment(tmp_path / "data"), stdout=-1, stderr=-1, text=True
        )
        for handle in ("ann", "bob")
    ]
    said = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert "Traceback" not in "".join(error for _out, error in said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_standard_output_is_said(tmp_path):
    (tmp_path / "acts.csv").write_text(GOOD)
    done = shell(tmp_path, f"analyse {tmp_path}/acts.csv --json - >/dev/full")
    assert done.returncode == 1
    assert done.stderr.strip() == "knoop: No space left on device. Mend that and start again."


def test_a_closed_standard_output_is_said(tmp_path):
    (tmp_path / "acts.csv").write_text(GOOD)
    done = shell(tmp_path, f"analyse {tmp_path}/acts.csv --json - >&-")
    assert done.returncode == 1
    assert done.stderr.startswith("knoop: Standard output is closed.")
    assert len(done.stderr.splitlines()) == 1


def test_a_closed_standard_error_leaves_standard_output_clean(tmp_path):
    (tmp_path / "acts.csv").write_text(GOOD)
    done = shell(tmp_path, f"analyse {tmp_path}/acts.csv --json {tmp_path}/out.json 2>&-")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_reader_that_goes_away_hears_nothing_more(tmp_path):
    (tmp_path / "acts.csv").write_text(GOOD)
    done = shell(tmp_path, f"analyse {tmp_path}/acts.csv --json - | true")
    assert done.stderr == ""


@pytest.mark.parametrize("port", ["0", "65536", "-1"])
@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_that_cant_be_is_wrong_use(capsys, command, port):
    with pytest.raises(SystemExit, match="2"):
        main([command, f"--port={port}"])
    assert "choose a number from 1 to 65535" in capsys.readouterr().err


def test_an_empty_host_is_wrong_use(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["serve", "--host", ""])
    assert "it is empty" in capsys.readouterr().err


def test_a_dry_run_makes_nothing(tmp_path):
    path = zipped(present_export(), tmp_path / "export.zip")
    done = knoop(tmp_path / "data", "import", path, "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "would be added" in done.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"export.zip"}


def test_a_dry_run_knows_what_is_here_already(tmp_path):
    path = zipped(present_export(), tmp_path / "export.zip")
    knoop(tmp_path / "data", "import", path)
    before = {path.name for path in (tmp_path / "data").iterdir()}
    done = knoop(tmp_path / "data", "import", path, "--dry-run")
    assert " 0 would be added" in done.stdout
    assert {path.name for path in (tmp_path / "data").iterdir()} == before


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def serve(data: Path, *words: object, extra: dict[str, str] | None = None) -> str:
    """What `knoop serve` prints as its first line; it is stopped then."""
    command = [sys.executable, "-m", "knoop.cli", "serve", *map(str, words)]
    surroundings = environment(data) | (extra or {})
    process = subprocess.Popen(command, env=surroundings, stdout=-1, stderr=subprocess.STDOUT, text=True)
    try:
        return process.stdout.readline()
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.mark.skipif(not socket.has_ipv6 or not os.path.exists("/proc/net/if_inet6"), reason="no IPv6 here")
def test_an_ipv6_address_is_printed_in_brackets(data):
    port = free_port()
    assert f"http://[::1]:{port}/" in serve(data, "--host", "::1", "--port", port)
    assert f"http://[::1]:{port}/invitation" in knoop(data, "invite", "ann").stdout


def test_invitations_lead_to_where_knoop_was_served(data):
    port = free_port()
    assert f"http://127.0.0.1:{port}/" in serve(data, "--port", port)
    assert knoop(data, "invite", "ann").stdout.startswith(f"http://127.0.0.1:{port}/")


def test_a_public_address_is_remembered_for_invitations(data):
    serve(data, "--port", free_port(), extra={"KNOOP_ADDRESS": "https://knoop.example.org"})
    assert knoop(data, "invite", "ann").stdout.startswith("https://knoop.example.org/")
