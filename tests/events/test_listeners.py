"""Who listens is told of what happened once it is certain to have happened."""

import pytest
from django.db import transaction

from knoop.community.posts.models import Post
from knoop.events import listeners


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
