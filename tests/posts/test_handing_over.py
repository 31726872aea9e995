"""A draft that is handed over is said by who gets it, in their own name, or not at all."""

import pytest

from knoop.community.posts.models import Draft, Handover, Post
from knoop.events.models import Event
from knoop.notify.models import Notice
from knoop.people.models import Person

SENT = {"kind": "tell", "space": "town-hall", "text": "We open on Monday"}


@pytest.fixture
def draft(open_space, bob: Person, leader: Person, as_) -> Draft:
    for reader in (bob, leader):
        reader.speak("en")
    as_(bob).post("/drafts/", SENT)
    return Draft.objects.get()


@pytest.fixture
def handed(draft: Draft, bob: Person, leader: Person, as_, django_capture_on_commit_callbacks) -> Handover:
    with django_capture_on_commit_callbacks(execute=True):
        as_(bob).post(f"/drafts/{draft.pk}/handover", {"to": "@lea"})
    return Handover.objects.get()


def test_a_draft_that_is_handed_over_is_the_leaders_alone(
    handed: Handover, bob: Person, leader: Person, as_
) -> None:
    assert Draft.objects.get().author == leader
    assert "Bob Smit wrote this for you" in as_(leader).get("/drafts/").text
    assert as_(bob).get("/posts/new", {"draft": handed.draft_id}).status_code == 404
    assert "Lea hasn't opened it yet" in as_(bob).get("/drafts/").text
    assert Notice.objects.get(person=leader).reason == "handed"
    assert not Post.objects.exists()


def test_it_is_opened_before_it_can_be_sent_and_then_says_who_helped(
    handed: Handover, leader: Person, as_
) -> None:
    client, sent = as_(leader), SENT | {"draft": handed.draft_id}
    assert client.post("/posts/", sent)["Location"] == f"/posts/new?draft={handed.draft_id}"
    assert not Post.objects.exists()
    assert "Make it yours" in client.get("/posts/new", {"draft": handed.draft_id}).text
    client.post("/posts/", sent | {"text": "I open it on Monday", "drafted_with": ""})
    post = Post.objects.get()
    assert (post.author, post.text) == (leader, "I open it on Monday")
    for page in ("/spaces/town-hall", f"/posts/{post.pk}", "/people/lea"):
        text = client.get(page).text
        assert text.count("drafted with") == 1
        assert "Bob Smit" in text
    assert not Draft.objects.exists()


def test_what_is_given_back_is_a_draft_of_who_wrote_it_with_the_reason(
    handed: Handover, bob: Person, leader: Person, as_, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        as_(leader).post(f"/handovers/{handed.pk}/declining", {"words": "Not my words"})
    assert Draft.objects.get().author == bob
    assert "“Not my words”" in as_(bob).get("/drafts/").text
    assert Notice.objects.get(person=bob).reason == "handed_back"
    as_(bob).post("/posts/", SENT | {"draft": handed.draft_id})
    post = Post.objects.get()
    assert (post.author, post.is_helped) == (bob, False)


def test_who_handed_it_over_may_take_it_back_and_nobody_else(
    handed: Handover, bob: Person, alice: Person, leader: Person, as_
) -> None:
    assert as_(alice).post(f"/handovers/{handed.pk}/return").status_code == 404
    assert as_(leader).post(f"/handovers/{handed.pk}/return").status_code == 403
    assert as_(bob).post(f"/handovers/{handed.pk}/declining").status_code == 403
    as_(bob).post(f"/handovers/{handed.pk}/return")
    assert Draft.objects.get().author == bob
    assert not Handover.objects.exists()


def test_who_gets_it_cannot_throw_it_away_unsaid(handed: Handover, leader: Person, as_) -> None:
    assert as_(leader).post(f"/drafts/{handed.draft_id}/discard").status_code == 403


@pytest.mark.parametrize("to", ["alice", "bob", "nobody", "", "lea, alice"])
def test_a_draft_goes_to_one_leader_or_stays(to: str, draft: Draft, bob, alice, as_) -> None:
    response = as_(bob).post(f"/drafts/{draft.pk}/handover", {"to": to})
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    assert Draft.objects.get().author == bob


def test_a_moment_and_files_of_the_co_writer_stay_behind(
    open_space, bob: Person, leader: Person, as_
) -> None:
    sent = {**SENT, "due_at": ["2030-01-01T10:00"], "file": ["key"], "alt-key": ["A bridge"]}
    draft = Draft.objects.create(author=bob, sent=sent)
    as_(bob).post(f"/drafts/{draft.pk}/handover", {"to": "lea"})
    draft.refresh_from_db()
    assert draft.author == leader
    assert {"due_at", "file", "alt-key"}.isdisjoint(draft.sent)


def test_an_author_may_name_who_helped_and_is_not_named_beside_themselves(
    open_space, alice: Person, bob: Person, as_
) -> None:
    as_(bob).post("/posts/", SENT | {"drafted_with": "alice, bob"})
    assert [helper.person for helper in Post.objects.get().helpers.all()] == [alice]


def test_the_log_says_that_a_draft_went_and_nothing_of_its_words(handed: Handover, leader: Person) -> None:
    facts = Event.objects.get(verb="draft.handed_over").facts
    assert facts == {"draft_id": handed.draft_id, "to_id": leader.pk}


def test_a_draft_for_a_leader_who_leaves_goes_back(
    handed: Handover, bob: Person, leader: Person, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        leader.depart(bob)
    assert Draft.objects.get().author == bob
