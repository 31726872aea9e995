"""Nothing that somebody is shown differs by what they may not see: by construction, and tried here."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from knoop.community.posts.models import Post
from knoop.search.forms import Searching
from knoop.search.indexing import catch_up
from knoop.search.page import page
from tests import making
from tests.making import as_

# Near each other, within each other, inflected: all that could push something out or be suggested.
WORDS = (
    "brug",
    "bruggen",
    "spoorbrug",
    "bruf",
    "brugonderhoud",
    "pomp",
    "pompen",
    "pmop",
    "verbond",
    "verband",
)
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
questions = st.one_of(
    texts, st.sampled_from(["bruk", "pop", "brg", '"brug pomp"', "pomp -brug", "spoor", "vebrand", "x brug"])
)


def told(person, typed):
    """All that the page is made of."""
    made = page(person, Searching({"q": typed}, person=person))
    results = [
        (one.kind.name, one.thing.thing.pk, one.thing.address, tuple(one.title), tuple(one.snippet))
        for one in made.results
    ]
    return (
        results,
        [(tab.name, tab.count) for tab in made.tabs],
        [space.pk for space in made.spaces],
        [someone.pk for someone in made.people],
        (made.found.count, made.found.is_all, made.found.is_some, made.found.meant),
        (made.next, made.corrected),
    )


class TestUnseen(TestCase):
    @given(seen=st.lists(texts, max_size=4), unseen=st.lists(texts, min_size=1, max_size=6), typed=questions)
    def test_an_unseen_post_changes_nothing_that_is_told(self, seen, unseen, typed):
        alice, carol = making.person("alice"), making.person("carol")
        mine, theirs = making.space("Mine", [carol, alice]), making.space("Theirs", [alice], "invited")
        for text in seen:
            Post.objects.write(alice, mine, text)
        catch_up()
        before = told(carol, typed)
        for text in unseen:
            Post.objects.write(alice, theirs, text).answer(alice, text)
        catch_up()
        assert told(carol, typed) == before

    @given(text=texts)
    def test_what_is_unseen_by_one_is_found_by_who_may_see_it(self, text):
        alice, carol = making.person("alice"), making.person("carol")
        theirs = making.space("Theirs", [alice], "invited")
        post = Post.objects.write(alice, theirs, text)
        catch_up()
        word = text.split()[0]
        assert [pk for _kind, pk, *_rest in told(alice, word)[0]] == [post.pk]
        assert told(carol, word)[0] == []


def test_who_leaves_a_space_finds_nothing_of_it_at_once(bob, closed_post, find, indexed):
    indexed()
    assert find(bob, "only for us") == [("post", closed_post.pk)]
    closed_post.space.leave(bob)
    assert find(bob, "only for us") == []


def test_a_closed_space_cannot_be_found_or_chosen_by_who_is_not_in_it(
    carol, alice, closed_post, find, indexed
):
    indexed()
    assert find(carol, "quiet room") == []
    assert find(alice, "quiet room")[0][0] == "space"
    assert b"Quiet room" not in as_(carol).get("/search?q=only&space=quiet-room").content
    assert b"Quiet room" in as_(alice).get("/search?q=only&space=quiet-room").content


def test_a_guest_finds_only_people_they_share_a_space_with(bob, carol, closed_post, indexed, find):
    alice, closed_space = closed_post.author, closed_post.space
    guest = making.person("gerda", name="Gerda Gast")
    guest.become_guest(by=alice)
    guest = type(guest).objects.get(pk=guest.pk)
    closed_space.add(guest, by=alice)
    indexed()
    assert find(guest, "alice")[0] == ("person", alice.pk)
    assert find(guest, "carol") == []
    assert find(bob, "carol") == [("person", carol.pk)]
