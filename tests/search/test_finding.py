"""What is found, in which order, and how the index stays in step."""

from datetime import timedelta

import pytest

from knoop.base import clock
from knoop.community.posts.models import Comment, Post
from knoop.search import indexing
from knoop.search.finding import WINDOW, Narrowed, Search
from knoop.search.models import Entry, Reached, Words
from tests import making


def test_somebody_is_found_first_by_their_name(alice, bob, open_space, find, indexed):
    Post.objects.write(bob, open_space, "Alice de Wit asked about the bridge.")
    indexed()
    assert find(bob, "alice de wit")[0] == ("person", alice.pk)


def test_somebody_is_found_by_their_work_and_by_a_part_of_their_name(alice, bob, find, indexed):
    indexed()
    assert find(bob, "engineer") == [("person", alice.pk)]
    assert find(bob, "ali") == [("person", alice.pk)]


def test_a_title_counts_for_more_than_the_text(alice, open_space, find, indexed):
    said = Post.objects.write(alice, open_space, "The turbine stands still.")
    titled = Post.objects.write(alice, open_space, "It stands still.", title="Turbine")
    indexed()
    assert find(alice, "turbine") == [("post", titled.pk), ("post", said.pk)]


def test_of_two_alike_the_newer_comes_first(alice, open_space, find, indexed):
    old, new = (Post.objects.write(alice, open_space, "The turbine stands still.") for _ in range(2))
    Post.objects.filter(pk=new.pk).update(published_at=clock.now())
    Post.objects.filter(pk=old.pk).update(published_at=clock.now() - timedelta(days=400))
    indexed()
    assert find(alice, "turbine") == [("post", new.pk), ("post", old.pk)]


def test_an_old_post_that_is_about_it_comes_before_a_new_one_that_has_a_part_of_the_word(
    alice, open_space, find, indexed
):
    old = Post.objects.write(alice, open_space, "De brug is klaar.")
    new = Post.objects.write(alice, open_space, "Het brugonderhoud begint.")
    Post.objects.filter(pk=old.pk).update(published_at=clock.now() - timedelta(days=900))
    indexed()
    assert find(alice, "brug ") == [("post", old.pk), ("post", new.pk)]


def test_a_search_is_narrowed_to_kind_space_person_and_time(bob, post, closed_space, find, indexed):
    alice = post.author
    comment = post.answer(bob, "Which bridge?")
    other = Post.objects.write(bob, closed_space, "A bridge for us.")
    Post.objects.filter(pk=other.pk).update(published_at=making.LONG_AGO)
    indexed()
    everything = {("post", post.pk), ("post", other.pk), ("comment", comment.pk)}
    assert set(find(alice, "bridge")) == everything
    assert find(alice, "bridge", kind="comment") == [("comment", comment.pk)]
    assert find(alice, "bridge", space_id=closed_space.pk) == [("post", other.pk)]
    assert find(alice, "bridge", author_id=alice.pk) == [("post", post.pk)]
    assert find(alice, "bridge", until=making.LONG_AGO + timedelta(days=1)) == [("post", other.pk)]
    assert find(alice, "bridge", since=making.LONG_AGO + timedelta(days=1), kind="post") == [
        ("post", post.pk)
    ]


def test_a_word_that_was_mistyped_is_read_as_the_one_that_was_meant(alice, post, indexed):
    indexed()
    found = Search(alice, "brigde").found()
    assert found.meant == {"brigde": "bridge"}
    assert [one.thing_id for one in found.candidates] == [post.pk]


def test_a_word_that_somebody_wrote_is_not_corrected(alice, open_space, indexed):
    Post.objects.write(alice, open_space, "brigde")
    Post.objects.write(alice, open_space, "bridge")
    indexed()
    found = Search(alice, "brigde").found()
    assert (found.meant, found.count) == ({}, 1)


def test_where_nothing_has_all_words_what_has_some_is_told_as_that(alice, post, indexed):
    indexed()
    found = Search(alice, "bridge elephants").found()
    assert (found.is_some, found.count) == (True, 1)
    assert not Search(alice, "bridge monday").found().is_some


def test_of_very_many_the_newest_are_ranked_and_it_says_that_there_are_more(alice, open_space, indexed):
    making.posts(open_space, [alice], WINDOW + 30)
    indexed()
    found = Search(alice, "post").found()
    assert (found.count, found.is_all) == (WINDOW, False)
    assert max(one.at for one in found.candidates) == Post.objects.order_by("-published_at")[0].published_at


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '-"',
        "-",
        "AND OR NOT",
        "a*b(c)",
        "'; DROP",
        "NEAR(x y)",
        "\\",
        "title:x",
        "x" * 900,
        "٣ 漢字",
        "-x",
    ],
)
def test_whatever_is_typed_is_a_question(alice, post, indexed, typed):
    indexed()
    Search(alice, typed).found()


def test_what_was_written_edited_and_taken_back_is_found_as_it_is_now(
    alice, open_space, find, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        post = Post.objects.write(alice, open_space, "The bridge opens.")
        comment = post.answer(alice, "Which tunnel?")
    assert find(alice, "bridge") == [("post", post.pk)]
    assert find(alice, "tunnel") == [("comment", comment.pk)]
    Post.objects.filter(pk=post.pk).update(text="The tunnel opens.")
    indexing.index("post", [post.pk])
    assert find(alice, "bridge") == []
    Post.objects.filter(pk=post.pk).update(withdrawn_at=clock.now())
    indexing.index("post", [post.pk])
    assert find(alice, "tunnel") == [("comment", comment.pk)]
    assert Words.objects.count() == Entry.objects.count()


def test_indexing_twice_is_indexing_once(alice, post, find, indexed):
    indexed()
    before = list(Entry.objects.order_by("pk").values_list())
    indexing.index("post", [post.pk])
    assert list(Entry.objects.order_by("pk").values_list()) == before
    assert find(alice, "bridge") == [("post", post.pk)]


def test_a_rebuild_finds_all_and_forgets_what_is_gone(alice, post, find, indexed):
    comment = post.answer(alice, "So?")
    indexed()
    Comment.objects.filter(pk=comment.pk).delete()
    indexing.rebuild()
    assert not Entry.objects.filter(kind="comment").exists()
    assert find(alice, "bridge") == [("post", post.pk)]


def test_a_rebuild_that_was_stopped_goes_on_where_it_was(alice, open_space, monkeypatch):
    made = making.posts(open_space, [alice], 25)
    monkeypatch.setattr(indexing, "BATCH", 10)
    seen = []

    def stop(done, _total):
        if Entry.objects.filter(kind="post").count() >= 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        indexing.rebuild(stop)
    assert 0 < Reached.objects.get(kind="post").thing_id < made[-1].pk
    indexing.rebuild(lambda done, _total: seen.append(done))
    assert Entry.objects.filter(kind="post").count() == 25
    assert max(seen) < 25 + 1 + Entry.objects.exclude(kind="post").count()
    assert not Reached.objects.filter(is_again=True).exists()


def test_entries_of_one_moment_all_get_an_id(alice, open_space, indexed):
    making.posts(open_space, [alice], 1100, apart=timedelta(0))
    indexed()
    assert Entry.objects.filter(kind="post").count() == 1100
    assert Search(alice, "post", Narrowed(kind="post")).found().count == WINDOW
