"""Erasing an account: nothing of who it was is left in any table or file; the conversation is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from knoop.community.meetings.models import Feed, Meeting
from knoop.community.messages.models import Conversation, Message
from knoop.community.posts.models import Comment, Draft, Post, Saved
from knoop.community.posts.visits import HomeVisit
from knoop.community.spaces.asking import JoinRequest
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.importers.models import Origin
from knoop.jobs.models import Job
from knoop.notify.models import Arrived, Mute
from knoop.people.administered import LastAdministrator
from knoop.people.codes import Code
from knoop.people.erasures import WAITS, Erasure
from knoop.people.exports import Export
from knoop.people.following import Following
from knoop.people.models import Person, ReportingLine
from knoop.people.own_fields import OwnField
from knoop.people.tasks import erase, sweep
from knoop.search.models import Word
from tests import making
from tests.files.making import kept
from tests.making import as_

pytestmark = pytest.mark.django_db

SECRETS = {
    "name": "Zonneveld",
    "first name": "Quirina",
    "username": "quirina.zonneveld",
    "e-mail": "q.zonneveld@example.org",
    "phone": "0303456789",
    "mobile": "0687654321",
    "profile": "xylofoonbouw",
    "own answer": "kluisje-zeventien",
    "draft": "halfbakken",
    "code": "wasserette",
    "earlier words": "vroegergezegd",
    "file": "zolderkamer",
    "in a file": "bergplaatsnummer",
    "request": "nieuwsgierigheid",
    "account elsewhere": "U0QUIRINA",
}


@pytest.fixture
def shelf(tmp_path: Path, settings) -> Path:
    folder = tmp_path / "files"
    options = settings.STORAGES["default"]["OPTIONS"] | {"location": folder}
    settings.STORAGES = settings.STORAGES | {"default": settings.STORAGES["default"] | {"OPTIONS": options}}
    return folder


@pytest.fixture
def quirina(unit, administrator: Person, shelf: Path) -> Person:
    made = making.person(
        SECRETS["username"],
        name="Quirina Zonneveld",
        email=SECRETS["e-mail"],
        phone=SECRETS["phone"],
        mobile="06-87 65 43 21",
        about=SECRETS["profile"],
        unit=unit,
        birthday=date(2000, 2, 29),
    )
    made.set_password(making.PASSWORD)
    made.save()
    making.show_face(made)
    made.appoint("ambassador", administrator)
    own = OwnField.objects.create(label_nl="Kluis", label_en="Locker")
    made.own_answers.create(field=own, words=SECRETS["own answer"])
    return made


@pytest.fixture
def lived(
    quirina: Person, alice: Person, bob: Person, open_space: Space, django_capture_on_commit_callbacks
) -> Person:
    """Did all that can be done here."""
    with django_capture_on_commit_callbacks(execute=True):
        client = as_(quirina)
        client.get("/")
        open_space.join(quirina)
        post = Post.objects.write(
            quirina, open_space, "The pump is fixed. Call 06 8765 4321, greetings from Quirina Zonneveld."
        )
        old = Post.objects.write(quirina, open_space, SECRETS["earlier words"])
        old.edit(quirina, "Now in other words.")
        Post.objects.write(quirina, open_space, SECRETS["earlier words"]).withdraw(quirina)
        comment = post.answer(alice, f"Thank you @{quirina.handle}, and @bob!")
        Post.objects.write(bob, open_space, f"Ask @{quirina.handle} of pumps.").edit(
            bob, f"Ask @{quirina.handle} of it."
        )
        praise = Post.objects.write(
            bob, open_space, "For you.", kind="story", title=f"Well done @{quirina.handle}"
        )
        praise.edit(bob, "For you.", title="Well done")
        meeting = making.meeting(open_space, bob, place=f"Room of @{quirina.handle}")
        meeting.cancel(bob, f"@{quirina.handle} is away")
        Arrived.objects.create(fingerprint="loop", sender=SECRETS["e-mail"], fate="loop")
        mine = comment.post.answer(quirina, "You're welcome.", to=comment)
        mine.react(bob, "👍")
        comment.react(quirina, "👍")
        making.poll(alice, open_space).vote(quirina, [])
        poll = making.poll(alice, open_space)
        poll.vote(quirina, [poll.options.first()])
        Draft.objects.create(author=quirina, sent={"text": [SECRETS["draft"]]})
        Draft.objects.create(
            author=bob, sent={"text": [f"Hi @{quirina.handle}"], "thanked": [quirina.handle]}
        )
        Saved.objects.keep(quirina, post)
        Following.objects.begin(quirina, alice)
        Following.objects.begin(bob, quirina)
        ReportingLine.objects.create(person=quirina, lead=alice)
        said = making.talk(quirina, alice, text="Between you and me: Quirina Zonneveld.")
        said.conversation.say(quirina, "Look", files=[kept(quirina, "Quirina Zonneveld.txt")])
        making.talk(alice, quirina, text=f"Dear @{quirina.handle}")
        making.meeting(open_space, quirina, title="Tea with Quirina Zonneveld")
        making.meeting(open_space, bob).enrol(quirina)
        Feed.renewed(quirina)
        making.page(open_space, quirina, text=f"By Quirina Zonneveld, @{quirina.handle}",
            files=[kept(quirina, "van Quirina Zonneveld.txt")])  # fmt: skip
        kept(quirina, "zolderkamer.txt")
        kept(quirina, "voorraadlijst.txt", SECRETS["in a file"].encode(), open_space).withdraw(quirina)
        closed = making.space("Archive", [alice], "invited")
        JoinRequest.objects.create(space=closed, person=quirina, note=SECRETS["request"])
        JoinRequest.objects.create(
            space=closed, person=bob, decided_at=post.published_at, decided_by=quirina,
            words="No. Quirina Zonneveld",
        )  # fmt: skip
        kept(quirina, "plan van Quirina Zonneveld.txt", b"x", open_space)
        Code.objects.hand_out(quirina, most=3, days=3, note=SECRETS["code"])
        Mute.objects.mute(bob, "person", quirina.pk, None)
        Origin.objects.create(archive="slack", kind="person", key="U0QUIRINA", pk_here=quirina.pk)
        Export.objects.ask(quirina)
        client.post("/login", {"username": quirina.handle, "password": "wrong"})
        Job.objects.create(
            task="x", queue="default", args=[], kwargs={}, enqueued_at=post.published_at,
            due_at=post.published_at, faults=[{"words": quirina.name, "traceback": quirina.handle}],
        )  # fmt: skip
    return quirina


@pytest.fixture
def gone(lived: Person, django_capture_on_commit_callbacks) -> Callable[..., Erasure]:
    """Has the erasure carried out as an administrator can, at once."""

    def carry_out(*, takes_words: bool = False) -> Erasure:
        with django_capture_on_commit_callbacks(execute=True):
            erasure = Erasure.objects.ask(lived, lived, takes_words=takes_words, at_once=True)
        erasure.refresh_from_db()
        return erasure

    return carry_out


def everything(shelf: Path) -> str:
    """All rows of all tables, also those in which an index is kept, and all files with their names."""
    words = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            words += [
                f"{table}: {value.decode('utf-8', 'replace') if isinstance(value, bytes) else value}"
                for row in cursor.fetchall()
                for value in row
            ]
    words += [f"{file.name}\n{file.read_bytes()!r}" for file in shelf.rglob("*") if file.is_file()]
    return "\n".join(words).lower()


def found(shelf: Path) -> dict[str, str]:
    told = everything(shelf)
    told += "\n" + re.sub(r"(?<=\d)[ -](?=\d)", "", told)  # numbers however they are written
    hits = {what: told.find(secret.lower()) for what, secret in SECRETS.items()}
    return {what: told[max(0, at - 80) : at + 60] for what, at in hits.items() if at >= 0}


def test_before_it_all_of_it_is_there(lived: Person, shelf: Path) -> None:
    assert set(found(shelf)) == SECRETS.keys()


def test_after_it_nothing_says_who_it_was(gone, shelf: Path) -> None:
    assert gone().done_at
    assert found(shelf) == {}


def test_with_the_words_gone_nothing_of_them_is_left(gone, lived: Person, shelf: Path) -> None:
    gone(takes_words=True)
    told = everything(shelf)
    assert found(shelf) == {}
    for words in ("pump is fixed", "other words", "you're welcome", "between you and me", "tea with"):
        assert words not in told


def test_the_words_stay_where_a_conversation_needs_them(gone, lived: Person, alice: Person) -> None:
    gone()
    post = Post.objects.filter(author=lived, text__contains="pump").get()
    shown = as_(alice).get(post.get_absolute_url()).content.decode()
    assert "The pump is fixed." in shown
    assert "Oud-medewerker" in shown
    assert "Thank you oud-medewerker" in shown
    english = as_(alice).get(post.get_absolute_url(), headers={"Accept-Language": "en"}).content.decode()
    assert "Former member" in english


def test_others_that_are_mentioned_with_them_stay_mentioned(gone, lived: Person, bob: Person) -> None:
    gone()
    comment = Comment.objects.get(text__contains="Thank you")
    assert [mention.person for mention in comment.mentions.all()] == [bob]
    assert 'href="/people/bob"' in comment.html
    assert lived.handle not in comment.html


def test_a_name_that_only_begins_like_theirs_is_somebody_elses(
    gone, lived: Person, bob: Person, open_space: Space
) -> None:
    names = [f"@{lived.handle}2", f"@{lived.handle}-x", f"piet@{lived.handle}"]
    post = Post.objects.write(bob, open_space, f"Ask @{lived.handle}. Or {', '.join(names)}!")
    gone()
    post.refresh_from_db()
    assert all(name in post.text for name in names)
    assert f"@{lived.handle}." not in post.text


def test_versions_of_what_others_wrote_name_them_no_longer(gone, lived: Person) -> None:
    earlier = Post.objects.get(text__contains="of it.").revisions.get()
    assert lived.handle in earlier.html
    gone()
    earlier.refresh_from_db()
    assert lived.handle not in earlier.html + earlier.text


def test_words_that_were_removed_are_shown_as_withdrawn(gone, lived: Person, alice: Person) -> None:
    gone(takes_words=True)
    comment = Comment.objects.get(author=lived)
    assert (comment.text, comment.withdrawn_at is not None) == ("", True)
    shown = as_(alice).get(comment.post.get_absolute_url())
    assert shown.status_code == 200


def test_who_talked_with_them_still_sees_that_they_did(gone, lived: Person, alice: Person) -> None:
    gone()
    assert "Oud-medewerker" in as_(alice).get("/messages/").content.decode()
    said = Message.objects.filter(author=lived).first()
    page = as_(alice).get(said.conversation.get_absolute_url()).content.decode()
    assert "Between you and me: oud-medewerker." in page


def test_supporters_stay_as_counts(gone, lived: Person, alice: Person, open_space: Space) -> None:
    poll = Post.objects.filter(kind="poll").last().poll
    before = (poll.options.first().votes.count(), Comment.objects.get(author=alice).reactions.count())
    gone()
    assert (poll.options.first().votes.count(), Comment.objects.get(author=alice).reactions.count()) == before


def test_roles_end_and_who_reported_to_them_reports_to_nobody(gone, lived: Person, bob: Person) -> None:
    ReportingLine.objects.create(person=bob, lead=lived)
    gone()
    assert not lived.appointments.exists()
    assert not ReportingLine.objects.filter(lead=lived).exists()


def test_their_page_says_that_they_were_here_and_no_more(gone, lived: Person, alice: Person) -> None:
    gone()
    lived.refresh_from_db()
    page = as_(alice).get(lived.get_absolute_url())
    assert page.status_code == 200
    assert "Oud-medewerker" in page.content.decode()
    assert "pump" not in page.content.decode()
    assert as_(alice).get("/people/quirina.zonneveld").status_code == 404


def test_nobody_finds_them_in_the_directory_or_by_searching(gone, lived: Person, alice: Person) -> None:
    gone()
    assert "ud-medewerker" not in as_(alice).get("/people/").content.decode()
    assert not Word.objects.filter(text__contains="zonneveld").exists()


def test_they_cannot_log_in_any_more_and_others_can(gone, lived: Person, client) -> None:
    inside = as_(lived)
    gone()
    assert inside.get("/people/").headers["Location"].startswith("/login")
    sent = {"username": SECRETS["username"], "password": making.PASSWORD}
    assert client.post("/login", sent).status_code == 422
    sent = {"username": "alice", "password": making.PASSWORD}
    assert client.post("/login", sent).status_code == 302


def test_it_may_be_done_twice(gone, lived: Person, shelf: Path) -> None:
    erasure = gone()
    before = everything(shelf)
    erase.call(erasure.pk)
    erasure.carry_out()
    assert everything(shelf) == before
    assert Event.objects.filter(verb="person.erased").count() == 1


def test_what_was_stopped_before_the_files_were_gone_goes_on(lived: Person, shelf: Path, monkeypatch) -> None:
    erasure = Erasure.objects.ask(lived, lived, takes_words=False)
    Erasure.objects.update(due_at=erasure.asked_at)

    def broken(_name: str) -> None:
        raise OSError("the disk is away")

    with monkeypatch.context() as patch:
        patch.setattr(default_storage._wrapped, "delete", broken)
        with pytest.raises(OSError, match="away"):
            erasure.carry_out()
    assert Erasure.objects.get().erased_at
    assert "photos" in str(Erasure.objects.get().leftovers)
    erase.call(erasure.pk)
    assert found(shelf) == {}
    assert Erasure.objects.get().leftovers == []


def test_a_conversation_in_which_nobody_is_left_goes_whole(
    gone, lived: Person, alice: Person, django_capture_on_commit_callbacks
) -> None:
    gone()
    assert Conversation.objects.exists()
    assert Message.objects.filter(author=lived).exists()
    with django_capture_on_commit_callbacks(execute=True):
        Erasure.objects.ask(alice, alice, takes_words=False, at_once=True)
    assert not Conversation.objects.exists()


def test_who_waits_for_a_place_gets_theirs(
    lived: Person, bob: Person, carol: Person, open_space: Space, django_capture_on_commit_callbacks
) -> None:
    full = making.meeting(open_space, bob, capacity=2)
    full.enrol(lived)
    assert full.enrol(carol).is_waiting
    with django_capture_on_commit_callbacks(execute=True):
        Erasure.objects.ask(lived, lived, takes_words=False, at_once=True)
    assert not full.enrolments.get(person=carol).is_waiting


def test_it_waits_a_week_in_which_it_can_be_taken_back(lived: Person, pass_time, shelf: Path) -> None:
    Erasure.objects.ask(lived, lived, takes_words=True)
    pass_time(WAITS - timedelta(hours=1))
    sweep.call()
    assert Person.objects.get(pk=lived.pk).erased_at is None
    assert Erasure.objects.take_back(lived, lived)
    pass_time(timedelta(hours=2))
    sweep.call()
    assert Person.objects.get(pk=lived.pk).name == "Quirina Zonneveld"


def test_after_that_week_it_is_done_and_cannot_be_taken_back(lived: Person, pass_time, shelf: Path) -> None:
    Erasure.objects.ask(lived, lived, takes_words=False)
    pass_time(WAITS + timedelta(minutes=1))
    sweep.call()
    assert not Erasure.objects.take_back(lived, lived)
    assert found(shelf) == {}


def test_the_last_administrator_cannot_be_erased_and_one_of_two_can(
    administrator: Person, alice: Person
) -> None:
    with pytest.raises(LastAdministrator):
        Erasure.objects.ask(administrator, administrator, takes_words=False)
    alice.appoint("administrator", administrator)
    assert Erasure.objects.ask(administrator, administrator, takes_words=False)
    with pytest.raises(LastAdministrator):  # the other one is on the way out
        Erasure.objects.ask(alice, alice, takes_words=False)


def test_nobody_comes_back_by_importing_the_same_export(gone, lived: Person) -> None:
    from knoop.importers.origins import Origins

    gone()
    assert Origins("slack").erased(["U0QUIRINA", "U1"]) == {"U0QUIRINA": lived.pk}
    assert Origins("zulip").erased(["U0QUIRINA"]) == {}


def test_words_of_files_that_go_leave_the_index_and_those_of_others_stay(
    gone, lived: Person, bob: Person, open_space: Space, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        kept(lived, "a.txt", b"hooischuurdak kruiwagen", open_space)
        kept(bob, "b.txt", b"kruiwagen", open_space)
    assert Word.objects.filter(text="hooischuurdak").exists()
    gone(takes_words=True)
    assert list(
        Word.objects.filter(text__in=["hooischuurdak", "kruiwagen"]).values_list("text", flat=True)
    ) == ["kruiwagen"]


def test_their_event_stays_and_says_nothing_of_them(gone, lived: Person, alice: Person) -> None:
    gone()
    meeting = Meeting.objects.get(organiser=lived)
    assert as_(alice).get(meeting.get_absolute_url()).status_code == 200
    assert not HomeVisit.objects.filter(person=lived).exists()
