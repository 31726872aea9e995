"""Settings from the environment: right ones come as they are meant, wrong ones stop with their name."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from knoop.base.keeping import keep_first
from knoop.config import environment

WRONG_ADDRESSES = [
    "http://[::1",
    "http://x:abc",
    "http://x:70000",
    "https://*",
    "https://.example.org",
    "https://someone@example.org",
    "https://example.org/intranet",
    "https://example.org?x",
    "ftp://example.org",
    "example.org",
]


@pytest.mark.parametrize("value", WRONG_ADDRESSES)
def test_an_address_that_cant_be_is_named(monkeypatch, value):
    monkeypatch.setenv("KNOOP_ADDRESS", value)
    with pytest.raises(ImproperlyConfigured, match=r"KNOOP_ADDRESS is .* write it as"):
        environment.address("KNOOP_ADDRESS", "http://127.0.0.1:8000")


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("https://knoop.example.org/", "https://knoop.example.org"),
        ("https://Knoop.Example.org:443", "https://knoop.example.org"),
        ("http://[::1]:8769", "http://[::1]:8769"),
        ("http://intranet:8080", "http://intranet:8080"),
    ],
)
def test_an_address_is_kept_as_browsers_write_it(monkeypatch, value, meant):
    monkeypatch.setenv("KNOOP_ADDRESS", value)
    assert environment.address("KNOOP_ADDRESS", "") == meant


def test_no_workers_at_all_is_refused(monkeypatch):
    monkeypatch.setenv("KNOOP_WORKERS", "0")
    with pytest.raises(ImproperlyConfigured, match=r"KNOOP_WORKERS is '0'; .*from 1"):
        environment.number("KNOOP_WORKERS", 1, least=1)


def test_a_folder_of_nobody_is_named(monkeypatch):
    monkeypatch.setenv("KNOOP_DATA", "~nobody-of-this-name/x")
    with pytest.raises(ImproperlyConfigured, match=r"KNOOP_DATA: ~nobody-of-this-name/x"):
        environment.folder("KNOOP_DATA", Path("unused"))


def test_a_new_folder_is_for_its_owner_only(monkeypatch, tmp_path):
    monkeypatch.setenv("KNOOP_DATA", str(tmp_path / "data"))
    assert stat.S_IMODE(environment.folder("KNOOP_DATA", tmp_path).stat().st_mode) == 0o700


def test_an_installed_knoop_keeps_its_data_with_its_user(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    found = environment.place("KNOOP_NOT_SET", environment.data_folder())
    assert found == tmp_path / "home/.local/share/knoop"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert environment.data_folder() == tmp_path / "elsewhere/knoop"


def test_a_checkout_keeps_its_data_beside_the_source(monkeypatch, tmp_path):
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    assert environment.data_folder() == tmp_path / "var/knoop"


def test_a_key_is_made_once_and_leaves_no_draft(tmp_path):
    key = environment.secret(tmp_path / "secret_key")
    assert len(key) > 60
    assert environment.secret(tmp_path / "secret_key") == key
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_of_two_keys_made_at_once_the_first_stays(tmp_path):
    kept = tmp_path / "secret_key"
    keep_first(kept, b"first")
    keep_first(kept, b"second")
    assert kept.read_text() == "first"


def test_an_empty_key_is_refused_with_the_remedy(tmp_path):
    (tmp_path / "secret_key").touch()
    with pytest.raises(ImproperlyConfigured, match=r"secret_key is empty.*Delete it"):
        environment.secret(tmp_path / "secret_key")


def test_a_key_that_cant_be_made_is_named(tmp_path):
    with pytest.raises(ImproperlyConfigured, match=r"secret_key can't be made.*KNOOP_SECRET_KEY"):
        environment.secret(tmp_path / "no folder" / "secret_key")


def test_before_knoop_is_served_the_usual_address_holds(tmp_path):
    assert environment.served_at(tmp_path, "http://127.0.0.1:8000") == "http://127.0.0.1:8000"
    (tmp_path / "address").write_text("http://127.0.0.1:9000\n")
    assert environment.served_at(tmp_path, "http://127.0.0.1:8000") == "http://127.0.0.1:9000"
