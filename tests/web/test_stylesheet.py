"""One style sheet, kept by browsers until it changes; and the server's health."""

import gzip
import os
import re

import brotli
import pytest
from django.db import DatabaseError, connection

from knoop.web import stylesheet
from tests.making import as_


@pytest.fixture
def address() -> str:
    return f"/style/{stylesheet.current().digest}.css"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("identity", ""),
        ("", ""),
        ("br;q=0, gzip", "gzip"),
        ("gzip; q=0", ""),
        ("BR", "br"),
    ],
)
@pytest.mark.django_db
def test_the_style_sheet_comes_as_the_browser_can_read_it(accepted: str, encoding: str, address: str) -> None:
    response = as_(None).get(address, headers={"Accept-Encoding": accepted})
    assert response.get("Content-Encoding", "") == encoding
    read = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[encoding]
    assert read(response.content) == stylesheet.current().by_encoding[""]


@pytest.mark.django_db
def test_the_style_sheet_is_kept_for_good_per_encoding(address: str) -> None:
    response = as_(None).get(address)
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert {"public", "immutable", "max-age=31536000"} <= set(response["Cache-Control"].split(", "))
    assert "Accept-Encoding" in response["Vary"]
    assert not response.cookies


@pytest.mark.django_db
def test_the_style_sheet_can_be_asked_for_without_its_body(address: str) -> None:
    response = as_(None).head(address)
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.django_db
def test_another_digest_is_not_found_and_not_kept() -> None:
    response = as_(None).get("/style/000000000000.css")
    assert response.status_code == 404
    assert "immutable" not in response.get("Cache-Control", "")


@pytest.mark.django_db
def test_pages_ask_for_the_style_sheet_as_it_is_now(address: str) -> None:
    assert f'href="{address}"' in as_(None).get("/").text


def test_a_change_in_a_room_changes_the_digest(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    before = stylesheet.current().digest
    more = tmp_path / "more.css"
    more.write_text("p { color: red }")
    files = stylesheet._files()
    monkeypatch.setattr(stylesheet, "_files", lambda: [*files, more])
    stylesheet._read.cache_clear()
    try:
        assert stylesheet.current().digest != before
    finally:
        monkeypatch.undo()
        stylesheet._read.cache_clear()
    assert stylesheet.current().digest == before


def test_while_developing_a_saved_file_shows_at_once(settings, monkeypatch, tmp_path) -> None:
    settings.DEBUG = True
    sheet = tmp_path / "a.css"
    monkeypatch.setattr(stylesheet, "_files", lambda: [sheet])
    sheet.write_text("p{}")
    first = stylesheet.current().digest
    sheet.write_text("q{}")
    os.utime(sheet, (2_000_000_000, 2_000_000_000))
    assert stylesheet.current().digest != first


def test_all_that_the_style_sheet_asks_for_comes_from_here() -> None:
    text = stylesheet.current().by_encoding[""].decode()
    assert "@import" not in text
    assert all(found.startswith("/static/") for found in re.findall(r'url\("?([^")]+)', text))


@pytest.mark.django_db
def test_a_server_that_can_read_is_healthy() -> None:
    response = as_(None).get("/healthz")
    assert (response.status_code, response.text) == (200, "ok")


@pytest.mark.django_db
def test_a_server_that_can_not_read_is_not_healthy() -> None:
    def fail(*_: object) -> None:
        raise DatabaseError("the disk is gone")

    client = as_(None)
    client.raise_request_exception = False
    with connection.execute_wrapper(fail):
        response = client.get("/healthz")
    assert response.status_code == 500
