"""All that is kept of somebody, to take along: whole, theirs alone, and gone after a week."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from knoop.community.posts.models import Draft, Post
from knoop.community.spaces.models import Space
from knoop.notify.models import Notice
from knoop.people.exports import KEPT, Export
from knoop.people.models import Person
from knoop.people.tasks import make_export, sweep
from tests import making
from tests.files.making import kept
from tests.making import as_

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, settings) -> Path:
    folder = tmp_path / "files"
    options = settings.STORAGES["default"]["OPTIONS"] | {"location": folder}
    settings.STORAGES = settings.STORAGES | {"default": settings.STORAGES["default"] | {"OPTIONS": options}}
    return folder


def opened(export: Export, by: Person) -> ZipFile:
    response = as_(by).get(f"/you/data/exports/{export.pk}")
    assert response.status_code == 200
    return ZipFile(BytesIO(b"".join(response.streaming_content)))


def test_it_holds_what_somebody_wrote_chose_and_added(alice: Person, open_space: Space) -> None:
    Post.objects.write(alice, open_space, "The bridge *opens*.")
    Draft.objects.create(author=alice, sent={"text": ["Later"]})
    kept(alice, "plan.txt", b"First", open_space)
    kept(alice, "plan.txt", b"Second", open_space)
    making.show_face(alice)
    parcel = opened(making.export(alice), alice)
    read = {name: json.loads(parcel.read(name)) for name in parcel.namelist() if name.endswith(".json")}
    assert read["posts.json"]["posts"][0]["text"] == "The bridge *opens*."
    assert read["posts.json"]["drafts"][0]["sent"] == {"text": ["Later"]}
    assert read["people.json"]["profile"][0]["email"] == "alice@example.org"
    assert read["spaces.json"]["memberships"][0]["space_name"] == "Town hall"
    assert {"files/plan.txt", "files/plan-2.txt", "people/photo.webp"} <= set(parcel.namelist())
    assert parcel.read("files/plan-2.txt") == b"Second"
    assert read["knoop.json"]["format"] == "knoop.person/1"
    assert {one["file"] for one in read["knoop.json"]["files"]} == read.keys() - {"knoop.json"}


def test_it_holds_nothing_that_others_wrote(alice: Person, bob: Person, open_space: Space) -> None:
    post = Post.objects.write(bob, open_space, "Only bob's words, @alice.")
    post.answer(alice, "Mine.")
    making.talk(bob, alice, text="Between us, by bob.")
    parcel = opened(making.export(alice), alice)
    told = b"".join(parcel.read(name) for name in parcel.namelist())
    assert b"Mine." in told
    assert b"by bob" not in told
    assert b"bob's words" not in told


def test_nobody_else_can_fetch_it_and_they_can(alice: Person, administrator: Person, bob: Person) -> None:
    export = making.export(alice)
    for other in (administrator, bob):
        assert as_(other).get(f"/you/data/exports/{export.pk}").status_code == 404
    assert as_(alice).get(f"/you/data/exports/{export.pk}").status_code == 200


def test_no_copy_of_it_is_kept_on_the_way(alice: Person) -> None:
    response = as_(alice).get(f"/you/data/exports/{making.export(alice).pk}")
    assert "no-store" in response["Cache-Control"]
    assert "attachment" in response["Content-Disposition"]


def test_it_is_made_by_a_job_and_a_notice_tells_so(alice: Person, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert as_(alice).post("/you/data/exports").status_code == 302
    export = Export.objects.get()
    assert export.made_at
    notice = Notice.objects.get(person=alice)
    assert notice.thing_id == export.pk
    assert "Alles wat van je bewaard wordt" in as_(alice).get("/notices/").content.decode()
    assert export.file_name in as_(alice).get("/you/data").content.decode()


def test_asking_twice_makes_one(alice: Person) -> None:
    assert Export.objects.ask(alice) == Export.objects.ask(alice)


def test_while_it_is_made_the_page_says_so_and_asks_again(alice: Person) -> None:
    Export.objects.create(person=alice)
    assert 'hx-trigger="every 3s"' in as_(alice).get("/you/data").content.decode()
    part = as_(alice).get("/you/data", headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith('<div id="exports"')


def test_making_it_twice_keeps_one_file(alice: Person, shelf: Path) -> None:
    export = making.export(alice)
    make_export.call(export.pk)
    Export(pk=export.pk, person=alice).make()
    assert len(list((shelf / "exports").iterdir())) == 1


def test_after_a_week_it_is_gone_and_before_it_is_there(alice: Person, pass_time, shelf: Path) -> None:
    export = making.export(alice)
    pass_time(KEPT - timedelta(minutes=1))
    sweep.call()
    assert as_(alice).get(f"/you/data/exports/{export.pk}").status_code == 200
    pass_time(timedelta(minutes=2))
    assert as_(alice).get(f"/you/data/exports/{export.pk}").status_code == 404
    sweep.call()
    assert not Export.objects.exists()
    assert list((shelf / "exports").iterdir()) == []


def test_a_new_one_takes_the_place_of_the_one_before(
    alice: Person, shelf: Path, django_capture_on_commit_callbacks
) -> None:
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            making.export(alice)
    assert Export.objects.count() == len(list((shelf / "exports").iterdir())) == 1
