"""The installable app: a manifest, and a worker that keeps what it must and no more."""

import json
import re

import pytest
from django.contrib.staticfiles import finders

from knoop.web import offline
from tests.making import as_


def test_the_manifest_names_icons_that_are_there(db):
    found = json.loads(as_(None).get("/manifest.webmanifest").content)
    assert found["start_url"] == "/"
    assert {icon["purpose"] for icon in found["icons"]} == {"any", "maskable"}
    for icon in found["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/"))


def test_all_the_worker_keeps_is_there(db):
    script = as_(None).get("/sw.js").text
    shell = json.loads(re.search(r"const SHELL = (.*);", script)[1])
    assert "/offline" in shell
    for address in shell:
        if address.startswith("/static/"):
            assert finders.find(address.removeprefix("/static/"))
        else:
            assert as_(None).get(address).status_code == 200


def test_the_worker_changes_when_what_it_keeps_does(db, monkeypatch):
    before = offline.worker()
    assert offline.worker() == before
    monkeypatch.setattr(offline, "KEPT", offline.KEPT[:-1])
    assert re.search(r'VERSION = "(\w+)"', offline.worker())[1] not in before


def test_the_page_that_is_kept_for_everybody_names_nobody(alice):
    assert "Alice" not in as_(alice).get("/offline").text
    assert "csrf" not in as_(alice).get("/offline").text


@pytest.mark.parametrize("path", ["/messages/", "/messages/7", "/administration/jobs/", "/login"])
def test_private_messages_are_not_left_on_a_device(path):
    never = re.search(r"NEVER = /(.*)/;", offline._source())[1].replace(r"\/", "/")
    assert re.match(never, path)
    assert not re.match(never, "/spaces/town-hall")
