"""Who listens is told of what happened once it is certain to have happened."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from knoop.community.posts.models import Post
from knoop.events import listeners
from knoop.jobs.models import Job


@pytest.fixture
def heard(monkeypatch):
    monkeypatch.setattr(listeners, "_listeners", listeners.defaultdict(list))
    told = []
    listeners.on("post.written")(told.append)
    return told


def test_a_listener_is_told_what_happened_after_it_is_committed(
    heard, alice, open_space, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        post = Post.objects.write(alice, open_space, "Hello")
        assert heard == []
    assert [(event.verb, event.about_id) for event in heard] == [("post.written", post.pk)]


@pytest.mark.django_db(transaction=True)
def test_nobody_is_told_of_what_was_rolled_back(heard, alice, open_space):
    with transaction.atomic():
        Post.objects.write(alice, open_space, "Hello")
        transaction.set_rollback(True)
    assert heard == []


def test_a_listener_is_told_of_its_own_verbs_alone(
    heard, alice, open_space, carol, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        open_space.join(carol)
    assert heard == []


class IndexIsFull(Exception):
    pass


@pytest.fixture
def two_listeners(heard, tabled):
    """One that fails, and one after it."""

    def fail(event):
        raise IndexIsFull

    listeners._listeners["post.written"].insert(0, fail)
    return heard


def test_what_one_listener_fails_at_does_not_keep_the_next_from_hearing(
    two_listeners, worker, alice, open_space
):
    Post.objects.write(alice, open_space, "Hello")
    while worker.do_one():
        pass
    assert [event.verb for event in two_listeners] == ["post.written"]
    [failed] = Job.objects.filter(finished_at=None)
    assert failed.last_fault["kind"].endswith("IndexIsFull")


def test_only_the_listener_that_failed_is_told_again(two_listeners, worker, pass_time, alice, open_space):
    Post.objects.write(alice, open_space, "Hello")
    for _try in range(3):
        while worker.do_one():
            pass
        pass_time(timedelta(minutes=10))
    assert len(two_listeners) == 1
    assert Job.objects.get(finished_at=None).attempts == 3


def test_a_listener_that_is_gone_since_an_upgrade_needs_to_hear_nothing(heard, worker, alice, open_space):
    Post.objects.write(alice, open_space, "Hello")
    listeners._listeners.clear()
    assert worker.do_one()
    assert Job.objects.get().status == "SUCCESSFUL"


def test_telling_any_number_of_listeners_costs_one_query_more(heard, tabled, alice, open_space):
    def written() -> int:
        with CaptureQueriesContext(connection) as asked:
            Post.objects.write(alice, open_space, "Hello")
        return len(asked)

    one = written()
    for _number in range(10):
        listeners.on("post.written")(lambda event: None)
    many = written()
    listeners._listeners.clear()
    assert (one, many) == (written() + 1, one)
