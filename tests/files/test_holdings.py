"""What files hold of a person."""

from django.core.files.storage import default_storage

from knoop.community.files import holdings
from knoop.community.files.models import File
from knoop.community.posts.models import Post
from knoop.community.spaces.models import Space
from knoop.people.leaving import Leaving
from knoop.people.models import Person
from tests.files.making import kept, sent


def test_somebody_is_told_of_each_version_that_they_added_and_of_no_others(
    open_space: Space, alice: Person, bob: Person
) -> None:
    file = kept(bob, "plan.txt", b"First", open_space)
    file.renew(alice, sent("plan.txt", b"Second"))
    kept(alice, "loose.txt")
    told = [(one["name"], one["version"], one["bytes"], one["space"]) for one in holdings.held(alice)]
    assert told == [("plan.txt", 2, 6, "Town hall"), ("loose.txt", 1, 4, None)]


def test_what_nobody_else_sees_goes_and_the_conversation_stays(
    open_space: Space, alice: Person, bob: Person, stored
) -> None:
    kept(alice, "loose.txt")
    kept(alice, "withdrawn.txt", b"x", open_space).withdraw(alice)
    Post.objects.write(alice, open_space, "Look", files=[kept(alice, "said.txt")])
    kept(alice, "shelved.txt", b"x", open_space)
    kept(bob, "of bob.txt")
    for _time in range(2):
        for name in holdings.erase(Leaving(alice, takes_words=False)):
            default_storage.delete(name)
    assert set(File.objects.values_list("name", flat=True)) == {"said.txt", "shelved.txt", "of bob.txt"}
    assert len(stored()) == 3


def test_with_the_words_go_the_files_that_nobody_else_worked_on(
    open_space: Space, alice: Person, bob: Person, stored
) -> None:
    kept(alice, "hers.txt", b"x", open_space)
    kept(alice, "theirs.txt", b"x", open_space).renew(bob, sent("theirs.txt", b"y"))
    kept(bob, "his.txt", b"x", open_space).renew(alice, sent("his.txt", b"y"))
    for name in holdings.erase(Leaving(alice, takes_words=True)):
        default_storage.delete(name)
    assert set(File.objects.values_list("name", flat=True)) == {"theirs.txt", "his.txt"}
    assert len(stored()) == 4


def test_a_file_that_stays_is_not_called_by_who_added_it(open_space: Space, alice: Person) -> None:
    kept(alice, "cv Alice de Wit.txt", b"x", open_space)
    holdings.erase(Leaving(alice, takes_words=False))
    name = File.objects.get().name
    assert "Alice" not in name
    assert name.endswith(".txt")
