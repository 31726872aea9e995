"""Files that an author adds and takes off when they change what they wrote."""

from datetime import timedelta

import pytest

from knoop.base import clock
from knoop.community.files import tasks
from knoop.community.files.models import Attachment, File
from knoop.community.posts.models import Post
from knoop.events.models import Event
from tests.files.making import kept, picture, sent
from tests.making import as_


@pytest.fixture
def old(alice) -> File:
    return kept(alice, "old.jpg", picture())


@pytest.fixture(params=["post", "comment"])
def thing(request, open_space, alice, old):
    """With one file."""
    if request.param == "post":
        return Post.objects.write(alice, open_space, "Look", files=[old])
    return Post.objects.write(alice, open_space, "Look").answer(alice, "Look", files=[old])


def at(thing) -> str:
    return f"/{thing.word}s/{thing.pk}/edit"


def names(thing) -> list[str]:
    rows = Attachment.objects.filter(kind=thing.word, thing_id=thing.pk).order_by("place")
    return [row.file.name for row in rows]


def edits(thing) -> int:
    return Event.objects.filter(verb=f"{thing.word}.edited").count()


def test_the_form_shows_what_hangs_there(thing, alice, old):
    page = as_(alice).get(at(thing)).text
    assert f'name="had" value="{old.key}"' in page
    assert f'name="file" value="{old.key}"' in page


def test_a_file_is_added_and_the_old_one_stays(thing, alice, bob, old):
    form = {"text": "Look", "had": [old.key], "file": [old.key], "files": [sent("new.txt", b"x")]}
    assert as_(alice).post(at(thing), form).status_code == 302
    assert names(thing) == ["old.jpg", "new.txt"]
    assert as_(bob).get(File.objects.get(name="new.txt").content_address).status_code == 200


def test_a_file_is_taken_off_and_nobody_else_sees_it_any_more(thing, alice, bob, old, monkeypatch):
    as_(alice).post(at(thing), {"text": "Look", "had": [old.key], "file": [old.key], "without": [old.key]})
    assert names(thing) == []
    assert as_(bob).get(old.content_address).status_code == 404
    for hours, left in ((23, 1), (25, 0)):
        then = clock.now() + timedelta(hours=hours)
        with monkeypatch.context() as patch:
            patch.setattr(clock, "now", lambda then=then: then)
            tasks.sweep.enqueue()
        assert File.objects.count() == left


def test_an_edit_of_files_alone_is_a_change_of_which_the_words_are_the_first(thing, alice, bob, old):
    as_(alice).post(at(thing), {"text": "Look", "had": [old.key], "file": []})
    thing.refresh_from_db()
    assert thing.edited_at
    assert edits(thing) == 1
    assert not thing.revisions.exists()
    assert as_(bob).get(f"/{thing.word}s/{thing.pk}/versions").status_code == 200


def test_the_same_words_with_the_same_files_change_nothing(thing, alice, old):
    as_(alice).post(at(thing), {"text": "Look", "had": [old.key], "file": [old.key]})
    thing.refresh_from_db()
    assert thing.edited_at is None
    assert edits(thing) == 0


def test_words_and_files_change_in_one_act(thing, alice, old):
    as_(alice).post(at(thing), {"text": "See", "had": [old.key], "files": [sent("new.txt", b"x")]})
    assert (edits(thing), thing.revisions.count(), names(thing)) == (1, 1, ["new.txt"])


def test_a_form_that_names_no_files_leaves_them_where_they_are(thing, alice):
    as_(alice).post(at(thing), {"text": "Other words"})
    assert names(thing) == ["old.jpg"]


def test_files_are_put_in_another_order_and_described_anew(thing, alice, old):
    new = kept(alice, "new.txt")
    form = {"text": "Look", "had": [old.key], "file": [new.key, old.key], f"alt-{old.key}": "A bridge"}
    as_(alice).post(at(thing), form)
    assert names(thing) == ["new.txt", "old.jpg"]
    old.refresh_from_db()
    assert old.alt == "A bridge"


def test_a_form_that_is_refused_keeps_what_was_chosen_and_changes_nothing(thing, alice, old):
    form = {"text": "", "had": [old.key], "file": [], "files": [sent("new.txt", b"x")]}
    refused = as_(alice).post(at(thing), form)
    assert refused.status_code == 422
    assert "new.txt" in refused.text
    assert f'name="had" value="{old.key}"' in refused.text
    assert names(thing) == ["old.jpg"]


def test_nobody_hangs_somebody_else_s_file_or_takes_one_off_another_thing(thing, alice, bob, old):
    his, hers = kept(bob, "his.txt"), kept(alice, "hers.txt")
    other = Post.objects.write(alice, thing.space, "Other", files=[hers])
    as_(alice).post(at(thing), {"text": "Look", "had": [old.key, hers.key], "file": [old.key, his.key]})
    assert names(thing) == ["old.jpg"]
    assert names(other) == ["hers.txt"]


def test_another_than_the_author_changes_no_files(thing, alice, bob, old):
    form = {"text": "Look", "had": [old.key], "file": []}
    assert as_(bob).post(at(thing), form).status_code == 403
    assert names(thing) == ["old.jpg"]
    assert as_(alice).post(at(thing), form).status_code == 302
    assert names(thing) == []
