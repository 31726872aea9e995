"""A newer export of the same source: what is new comes along, what was undone here stays undone."""

from dataclasses import replace

import pytest

from knoop.archives import Archive, ArchivedMembership, ArchivedPerson
from knoop.community.posts.models import Comment, Post
from knoop.community.spaces.models import Membership, Space
from knoop.events.models import Event
from knoop.importers.bringing import bring, count
from knoop.people.models import Person
from tests.importers.archives import archive, at, message, reaction

pytestmark = pytest.mark.django_db


def newer(**of_hall: object) -> Archive:
    """The same spaces, but All hands with `of_hall` changed."""
    hall, board = archive().spaces
    return archive(spaces=(replace(hall, **of_hall), board))


def members() -> list[str]:
    return sorted(Membership.objects.values_list("person__handle", flat=True))


def with_reactions(**more: tuple[str, str]) -> Archive:
    """The same messages, with one more reaction by key of the message."""
    given = {key.strip("m"): reaction(*who) for key, who in more.items()}
    return archive(
        messages=tuple(
            replace(m, reactions=(*m.reactions, given[m.key])) if m.key in given else m
            for m in archive().messages
        )
    )


def test_a_new_colleague_is_in_the_channels_that_were_here() -> None:
    bring(archive())
    people = (*archive().people, ArchivedPerson(key="D", handle="dora", name="Dora"))
    later = replace(newer(members=(ArchivedMembership(person="D", since=at(20)),)), people=people)
    assert count(later).added["membership"] == 1
    assert bring(later).added["membership"] == 1
    assert Membership.objects.get(person__handle="dora").since == at(20)
    assert Event.objects.filter(verb="space.joined", actor__handle="dora").count() == 1
    assert bring(later).added["membership"] == 0


def test_who_left_a_space_here_stays_away() -> None:
    bring(archive())
    Space.objects.get(name="All hands").leave(Person.objects.get(handle="anna"))
    assert count(archive()).added["membership"] == 0
    bring(archive())
    assert members() == []


def test_new_reactions_on_what_was_here_come_along() -> None:
    bring(archive())
    later = with_reactions(m1=("B", "🎉"), m2=("A", "👍"))
    assert count(later).added["reaction"] == 2
    assert bring(later).added["reaction"] == 2
    assert Post.objects.get(text__startswith="Who").reactions.filter(emoji="🎉").count() == 1
    assert Comment.objects.get(text="I have").reactions.get().person.handle == "anna"
    assert bring(later).added["reaction"] == 0


def test_a_reaction_that_was_withdrawn_here_doesnt_come_back_with_a_new_one_by_somebody_else() -> None:
    bring(archive())
    post = Post.objects.get(text__startswith="Who")
    post.withdraw_reaction(Person.objects.get(handle="bram"), "👍")
    later = with_reactions(m1=("A", "🎉"))
    assert count(later).added["reaction"] == 1
    bring(later)
    assert sorted(post.reactions.values_list("person__handle", flat=True)) == ["anna", "cleo"]


@pytest.mark.django_db(transaction=True, reset_sequences=True)  # so that a post has the comment's number
def test_withdrawing_from_a_comment_doesnt_hold_back_from_the_post_with_its_number() -> None:
    bring(archive())
    comment = Comment.objects.get(text="Thanks")
    comment.withdraw_reaction(Person.objects.get(handle="bram"), "🎉")
    post = Post.objects.get(pk=comment.pk)
    key = {"Minutes": "m4"}.get(post.text, "m1")
    assert bring(with_reactions(**{key: ("B", "🙏")})).added["reaction"] == 1


def test_a_channel_that_was_made_private_is_closed_here_with_what_is_said_in_it_since(client) -> None:
    bring(archive())
    later = newer(is_open=False)
    later = replace(later, messages=(*later.messages, message("9", "A", 50, "Between us")))
    assert bring(later).closed == 1
    client.force_login(Person.objects.get(handle="bram"))
    assert client.get(Post.objects.get(text="Between us").get_absolute_url()).status_code == 404
    client.force_login(Person.objects.get(handle="anna"))
    assert client.get(Post.objects.get(text="Between us").get_absolute_url()).status_code == 200
    assert bring(later).closed == 0


def test_a_space_that_was_closed_here_is_never_opened() -> None:
    bring(archive())
    Space.objects.filter(name="All hands").update(openness="invited")
    bring(archive())
    assert not Space.objects.get(name="All hands").is_open


def test_two_accounts_of_one_colleague_are_a_member_once_since_the_earliest() -> None:
    Person.objects.create(handle="a.oz", name="Anna", email="anna@example.org")
    second = ArchivedPerson(key="D", handle="anna2", name="Anna Öz", email="anna@example.org")
    both = (ArchivedMembership(person="A", since=at(-9)), ArchivedMembership(person="D", since=at(-30)))
    twice = replace(newer(members=both), people=(*archive().people, second))
    bring(twice)
    assert Membership.objects.get().since == at(-30)
    assert bring(twice).added["membership"] == 0


def test_counting_without_a_database_says_the_same_as_counting_in_an_empty_one(
    django_assert_num_queries,
) -> None:
    with_one_lost = archive(messages=(*archive().messages, message("6", "Z", 5, "Who am I?")))
    with django_assert_num_queries(0):
        report = count(with_one_lost, known=False)
    assert (report.added, report.skipped) == (
        count(with_one_lost).added,
        count(with_one_lost).skipped,
    )
    assert report.added["message"] == 4
    assert {kind: n for kind, n in bring(with_one_lost).added.items() if n} == report.added


def test_no_archive_speaks_for_a_leader_who_writes_here_themselves(open_space: Space) -> None:
    anna = Person.objects.create(handle="anna.oz", name="Anna Öz", email="anna@example.org")
    anna.appoint("leader", by=anna)
    Post.objects.write(anna, open_space, "From now on I write here")
    here = Event.objects.get(verb="post.written").at
    told = Event.objects.filter(actor=anna).count()
    forged = replace(message("9", "A", 0, "I resign"), at=here)
    by_bram = replace(message("8", "B", 0, "Tea?", reactions=(reaction("A", "👍"),)), at=here)
    later = archive(messages=(*archive().messages, forged, by_bram))
    assert count(later).skipped[-1].count == 1
    assert bring(later).skipped[-1].examples == ("9",)
    assert not Post.objects.filter(text="I resign").exists()
    assert not Post.objects.get(text="Tea?").reactions.exists()
    # What she wrote there before she wrote here is hers, and comes along.
    assert Post.objects.get(text__startswith="Who has the key").author == anna
    assert Event.objects.filter(actor=anna).count() > told


def test_what_others_and_who_is_no_leader_wrote_there_later_comes_along(open_space: Space) -> None:
    anna = Person.objects.create(handle="anna.oz", name="Anna Öz", email="anna@example.org")
    Post.objects.write(anna, open_space, "From now on I write here")
    later = replace(message("9", "A", 0, "Tea"), at=Event.objects.get(verb="post.written").at)
    bring(archive(messages=(later,)))
    assert Post.objects.get(text="Tea").author == anna


def test_a_post_from_another_platform_says_so_on_its_page(open_space: Space, alice: Person, as_) -> None:
    alice.speak("en")
    bring(archive(platform="slack"))
    brought = Post.objects.get(text__startswith="Who has the key")
    own = Post.objects.write(alice, open_space, "Mine")
    assert "Brought along from Slack" in as_(alice).get(f"/posts/{brought.pk}").text
    assert "Brought along from" not in as_(alice).get(f"/posts/{own.pk}").text
