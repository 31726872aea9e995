"""Polls: what may be chosen, who sees what, and that an anonymous vote is anonymous."""

from datetime import timedelta

import pytest

from knoop.base import clock
from knoop.community.posts.models import Poll, Post, Vote
from knoop.community.posts.polls import FEWEST_ANONYMOUS, PollIsClosed
from knoop.community.posts.tasks import seal_polls
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person
from tests import making

HTMX = {"HX-Request": "true"}


@pytest.fixture
def poll(open_space: Space, alice: Person) -> Poll:
    return making.poll(alice, open_space)


@pytest.fixture
def anonymous(open_space: Space, alice: Person) -> Poll:
    return making.poll(alice, open_space, is_anonymous=True, is_multiple=True)


def votes(client, poll: Poll, *words: str, **more: object):
    options = [option.pk for option in poll.options.filter(words__in=words)]
    return client.post(f"/posts/{poll.post_id}/votes", {"option": options}, **more)


def chosen(poll: Poll, person: Person) -> list[str]:
    mine = Vote.objects.filter(option__poll=poll, **poll.voter(person)).order_by("option__position")
    return list(mine.values_list("option__words", flat=True))


def test_a_poll_is_written_with_its_choices(open_space: Space, bob: Person, as_) -> None:
    sent = {
        "kind": "poll",
        "space": "town-hall",
        "text": "When?",
        "option": ["Now", " ", "Later"],
        "days": "3",
    }
    assert as_(bob).post("/posts/", sent).status_code == 302
    poll = Poll.objects.get()
    assert [option.words for option in poll.options.all()] == ["Now", "Later"]
    assert timedelta(days=2) < poll.closes_at - clock.now() <= timedelta(days=3)
    assert (poll.is_anonymous, poll.is_multiple) == (False, False)


@pytest.mark.parametrize("option", [[], ["Now"], ["Now", "now"], ["Now", "x" * 161]])
def test_a_poll_without_two_different_choices_comes_back(option, open_space: Space, bob: Person, as_) -> None:
    sent = {"kind": "poll", "space": "town-hall", "text": "When?", "option": option, "days": "3"}
    response = as_(bob).post("/posts/", sent)
    assert response.status_code == 422
    assert all(f'value="{words}"' in response.text for words in option)
    assert not Post.objects.exists()


def test_at_most_ten_choices_are_kept(open_space: Space, bob: Person, as_) -> None:
    sent = {
        "kind": "poll",
        "space": "town-hall",
        "text": "When?",
        "option": [str(n) for n in range(12)],
        "days": "3",
    }
    as_(bob).post("/posts/", sent)
    assert Poll.objects.get().options.count() == 10


def test_more_choices_come_when_asked_for(open_space: Space, bob: Person, as_) -> None:
    sent = {"kind": "poll", "text": "When?", "option": ["Now", "Later", "Never"], "more": "1"}
    text = as_(bob).post("/posts/new", sent).text
    assert text.count('name="option"') == 5


def test_a_vote_is_counted_once_and_can_be_changed_and_taken_back(poll: Poll, bob: Person, as_) -> None:
    client = as_(bob)
    for words in ("Tea", "Tea", "Coffee"):
        assert votes(client, poll, words).status_code == 302
        assert chosen(poll, bob) == [words]
    votes(client, poll)
    assert chosen(poll, bob) == []
    assert Event.objects.filter(verb="poll.voted").count() == 1


def test_one_choice_is_one_and_several_are_several(poll: Poll, anonymous: Poll, bob: Person, as_) -> None:
    assert votes(as_(bob), poll, "Tea", "Coffee").status_code == 400
    assert votes(as_(bob), anonymous, "Tea", "Coffee").status_code == 302
    assert chosen(anonymous, bob) == ["Tea", "Coffee"]


def test_a_choice_of_another_poll_is_refused(
    poll: Poll, open_space: Space, alice: Person, bob: Person, as_
) -> None:
    other = making.poll(alice, open_space).options.first()
    assert as_(bob).post(f"/posts/{poll.post_id}/votes", {"option": other.pk}).status_code == 400


def test_the_result_is_shown_to_who_voted_and_to_its_author(
    poll: Poll, alice: Person, bob: Person, carol: Person, as_
) -> None:
    address = f"/posts/{poll.post_id}"
    votes(as_(bob), poll, "Tea")
    assert 'class="results"' in as_(bob).get(address).text
    assert 'class="results"' in as_(alice).get(address).text
    assert 'class="results"' not in as_(carol).get(address).text
    poll.close(alice)
    assert 'class="results"' in as_(carol).get(address).text


def test_who_has_scripts_gets_the_poll_alone(poll: Poll, bob: Person, as_) -> None:
    text = votes(as_(bob), poll, "Tea", headers=HTMX).text
    assert "<html" not in text
    assert "100%" in text
    assert "1 persoon stemde" in text


def test_nobody_votes_after_it_has_closed(poll: Poll, alice: Person, bob: Person, as_) -> None:
    assert as_(bob).post(f"/posts/{poll.post_id}/poll/closing").status_code == 403
    assert as_(alice).post(f"/posts/{poll.post_id}/poll/closing").status_code == 302
    assert votes(as_(bob), poll, "Tea").status_code == 403
    with pytest.raises(PollIsClosed):
        poll.vote(bob, list(poll.options.all())[:1])
    assert not Vote.objects.exists()


def test_a_poll_of_a_closed_space_is_for_its_members(
    closed_space: Space, alice: Person, bob: Person, carol: Person, as_
) -> None:
    poll = making.poll(alice, closed_space)
    assert votes(as_(carol), poll, "Tea").status_code == 404
    assert votes(as_(bob), poll, "Tea").status_code == 302


def test_an_anonymous_vote_is_nobody_s_in_the_tables_and_the_log(anonymous: Poll, bob: Person, as_) -> None:
    before = Event.objects.count()
    votes(as_(bob), anonymous, "Tea")
    vote = Vote.objects.get()
    assert vote.person is None
    assert str(bob.pk) != vote.mark
    assert Event.objects.count() == before


def test_an_anonymous_result_waits_for_the_end_and_for_enough_people(
    anonymous: Poll, alice: Person, bob: Person, as_
) -> None:
    address = f"/posts/{anonymous.post_id}"
    crowd = making.people(FEWEST_ANONYMOUS - 1)
    for person in crowd:
        anonymous.vote(person, list(anonymous.options.all())[:2])
    assert 'class="results"' not in as_(alice).get(address).text
    few = making.poll(alice, anonymous.post.space, is_anonymous=True)
    few.vote(bob, list(few.options.all())[:1])
    few.close(alice)
    assert 'class="results"' not in as_(bob).get(f"/posts/{few.post_id}").text
    anonymous.vote(bob, list(anonymous.options.all())[:1])
    assert 'class="results"' not in as_(bob).get(address).text
    anonymous.close(alice)
    text = as_(bob).get(address).text
    assert 'class="results"' in text
    assert "5 mensen stemden" in text
    assert 'class="voters"' not in text


def test_when_an_anonymous_poll_has_closed_nothing_says_whose_a_vote_is(
    anonymous: Poll, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    anonymous.vote(bob, list(anonymous.options.all()))
    assert seal_polls.call() == 0
    now = anonymous.closes_at
    monkeypatch.setattr(clock, "now", lambda: now)
    assert seal_polls.call() == 1
    assert set(Vote.objects.values_list("mark", "person")) == {(None, None)}
    anonymous.refresh_from_db()
    assert anonymous.voters == 1
    assert seal_polls.call() == 0


def test_a_named_poll_names_who_chose_what_on_its_own_page_only(poll: Poll, bob: Person, as_) -> None:
    votes(as_(bob), poll, "Tea")
    assert 'class="voters"' in as_(bob).get(f"/posts/{poll.post_id}").text
    assert 'class="voters"' not in as_(bob).get("/").text
