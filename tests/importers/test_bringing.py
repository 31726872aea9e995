"""An archive becomes people, spaces, posts and answers: with its own times, once."""

from dataclasses import replace

import pytest

from knoop.archives import ArchivedMembership, ArchivedPerson, ArchivedSpace
from knoop.community.posts.models import Comment, CommentReaction, Post, PostMention, PostReaction
from knoop.community.spaces.models import Membership, Space
from knoop.events.models import Event
from knoop.importers import bringing
from knoop.importers.bringing import bring, count
from knoop.importers.models import Origin
from knoop.people.models import Person, ReportingLine, Unit
from tests.importers.archives import archive, at, message, reaction

pytestmark = pytest.mark.django_db
EVERYTHING = (
    Person,
    Unit,
    Space,
    Membership,
    Post,
    Comment,
    PostReaction,
    CommentReaction,
    PostMention,
    Event,
    Origin,
)


def rows() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in EVERYTHING}


def test_all_that_is_in_the_archive_is_here_afterwards():
    report = bring(archive())
    assert report.added == {"unit": 2, "person": 3, "space": 2, "membership": 1, "message": 4, "reaction": 3}
    assert rows() | {"Origin": 0} == {
        "Person": 3, "Unit": 2, "Space": 2, "Membership": 1, "Post": 2, "Comment": 2,
        "PostReaction": 2, "CommentReaction": 1, "PostMention": 1, "Event": 8, "Origin": 0,
    }  # fmt: skip


def test_things_keep_the_time_at_which_they_happened():
    bring(archive())
    assert Post.objects.get(text="Minutes").published_at == at(3)
    assert Comment.objects.get(text="Thanks").published_at == at(2)
    assert Membership.objects.get().since == at(-9)
    assert set(Event.objects.values_list("at", flat=True)) == {at(-9), at(0), at(1), at(2), at(3)}


def test_who_didnt_say_when_they_came_is_here_since_they_were_first_seen():
    bring(archive())
    joined = dict(Person.objects.values_list("handle", "joined_at"))
    assert joined == {"anna": at(-9), "bram": at(1), "cleo": at(3)}


def test_a_second_time_adds_nothing():
    bring(archive())
    before = rows()
    report = bring(archive())
    assert sum(report.added.values()) == 0
    assert report.known == {"unit": 2, "person": 3, "space": 2, "message": 4}
    assert rows() == before


def test_a_later_export_adds_only_what_is_new():
    bring(archive())
    longer = archive(messages=(*archive().messages, message("5", "B", 30, "Gone again", replies_to="1")))
    assert bring(longer).added["message"] == 1
    assert Comment.objects.get(text="Gone again").post.text.startswith("Who has the key")


def test_another_workspace_with_the_same_keys_is_something_else():
    bring(archive())
    bring(archive(key="two"))
    assert Post.objects.count() == 4


def test_a_reaction_that_was_withdrawn_here_stays_withdrawn():
    bring(archive())
    post = Post.objects.get(text__startswith="Who")
    post.withdraw_reaction(Person.objects.get(handle="bram"), "👍")
    bring(archive())
    assert post.reactions.count() == 1


def test_a_thread_keeps_its_shape():
    bring(archive())
    thanks = Comment.objects.get(text="Thanks")
    assert thanks.to == Comment.objects.get(text="I have")
    assert thanks.post == Post.objects.get(text__startswith="Who")
    assert Comment.objects.get(text="I have").to is None


@pytest.mark.parametrize("size", [1, 2, 3, 250])
def test_a_thread_that_runs_over_batches_keeps_its_shape(size, monkeypatch):
    monkeypatch.setattr(bringing, "BATCH", size)
    bring(archive())
    assert Comment.objects.get(text="Thanks").to.text == "I have"


def test_a_reply_to_something_that_was_left_out_stands_alone():
    bring(archive(messages=(message("9", "A", 0, "Yes indeed", replies_to="lost"),)))
    assert Post.objects.get().text == "Yes indeed"


def test_a_mention_becomes_a_link_to_the_person():
    bring(archive())
    post = Post.objects.get(text__startswith="Who")
    assert '<a class="mention" href="/people/bram"' in post.html
    assert [mention.person.handle for mention in post.mentions.all()] == ["bram"]


def test_a_handle_that_somebody_has_here_gets_a_number_and_mentions_follow():
    Person.objects.create(handle="bram", name="Bram the First")
    bring(archive())
    post = Post.objects.get(text__startswith="Who")
    assert post.text == "Who has the key, @bram-2?"
    assert post.mentions.get().person.name == "Bram Bos"


def test_somebody_with_the_same_address_is_the_same_person():
    anna = Person.objects.create(handle="a.oz", name="Anna", email="anna@example.org")
    bring(archive())
    assert Post.objects.get(text__startswith="Who").author == anna
    assert anna.name == Person.objects.get(pk=anna.pk).name


def test_two_accounts_with_one_address_are_two_people_of_whom_one_keeps_it():
    people = tuple(replace(person, email="both@example.org") for person in archive().people)
    bring(archive(people=people))
    assert Person.objects.count() == 3
    assert Person.objects.filter(email="both@example.org").count() == 1


def test_nobody_who_came_along_can_log_in_until_invited(client):
    bring(archive())
    bram = Person.objects.get(handle="bram")
    assert not bram.has_usable_password()
    link = bram.invite(by=bram)
    page = client.get(link, follow=True)
    client.post(
        page.redirect_chain[-1][0], {"new_password1": "een-lang-woord", "new_password2": "een-lang-woord"}
    )
    assert client.login(username="bram", password="een-lang-woord")


def test_who_left_there_has_left_here():
    bring(archive())
    assert not Person.objects.get(handle="cleo").is_active
    assert Person.objects.get(handle="bram").is_active


def test_a_closed_space_stays_closed_and_an_archived_one_archived(client):
    bring(archive())
    board = Space.objects.get(name="Board")
    assert not board.is_open
    assert hasattr(board, "archival")
    client.force_login(Person.objects.get(handle="bram"))
    assert client.get(board.get_absolute_url()).status_code == 404
    assert client.get(Space.objects.get(name="All hands").get_absolute_url()).status_code == 200


def test_units_and_reporting_lines_come_along():
    bring(archive())
    assert Unit.objects.get(name="Night shift").above.name == "Works"
    assert ReportingLine.objects.get().lead.handle == "anna"


def test_a_unit_that_is_here_by_name_is_the_same_unit():
    works = Unit.objects.create(name="Works", slug="works")
    bring(archive())
    assert Person.objects.get(handle="anna").unit == works


def test_the_same_ties_are_recorded_as_when_it_had_happened_here():
    bring(archive())
    names = dict(Person.objects.values_list("pk", "handle"))
    ties = [(names[event.actor_id], tie.kind, names[tie.to]) for event, tie in Event.objects.ties()]
    assert sorted(ties) == sorted(
        [
            ("anna", "mention", "bram"),
            ("bram", "reaction", "anna"),
            ("cleo", "reaction", "anna"),
            ("bram", "reply", "anna"),
            ("anna", "reply", "bram"),
            ("bram", "reaction", "anna"),
        ]
    )
    assert all(Event.objects.values_list("is_imported", flat=True))


def test_a_dry_run_says_what_would_come_and_writes_nothing():
    report = count(archive())
    assert report.is_dry_run
    assert report.added == {"unit": 2, "person": 3, "space": 2, "membership": 1, "message": 4, "reaction": 3}
    assert set(rows().values()) == {0}


def test_messages_without_a_known_author_are_named_in_the_report():
    report = bring(archive(messages=(*archive().messages, message("6", "Z", 5, "Who am I?"))))
    assert [(s.count, s.examples) for s in report.skipped if "author" in s.reason] == [(1, ("6",))]
    assert Post.objects.filter(text="Who am I?").count() == 0


def test_a_workspaces_own_picture_is_a_reaction_too():
    own = archive(messages=(message("1", "A", 0, "Cycle", reactions=(reaction("B", ":onze-fiets:"),)),))
    bring(own)
    assert PostReaction.objects.get().emoji == ":onze-fiets:"


def test_a_second_space_for_a_unit_is_a_space_without_one():
    spaces = tuple(ArchivedSpace(key=key, name=f"Works {key}", unit="u") for key in "xy")
    bring(archive(spaces=spaces, messages=()))
    assert [space.unit_id is None for space in Space.objects.order_by("name")] == [False, True]


def test_spaces_of_one_name_each_have_their_own_address():
    spaces = tuple(ArchivedSpace(key=key, name="Team!") for key in "xy")
    bring(archive(spaces=spaces, messages=()))
    assert sorted(Space.objects.values_list("slug", flat=True)) == ["team", "team-2"]


def test_a_member_nobody_knows_is_passed_over():
    spaces = (ArchivedSpace(key="s", name="All", members=(ArchivedMembership(person="nobody"),)),)
    assert bring(archive(spaces=spaces, messages=())).added["membership"] == 0


def test_progress_counts_up_to_the_number_of_messages(monkeypatch):
    monkeypatch.setattr(bringing, "BATCH", 3)
    seen = []
    bring(archive(), lambda done, total: seen.append((done, total)))
    assert seen == [(3, 4), (4, 4)]


def test_a_long_name_is_cut_to_what_fits():
    people = (ArchivedPerson(key="A", handle="anna", name="A" * 300),)
    bring(archive(people=people, messages=(), spaces=()))
    assert len(Person.objects.get().name) == 120


@pytest.mark.parametrize(
    "words",
    ["mail jan@bram", "`@bram` in code", "    @bram in a block", "https://example.org/@bram", "@bram.bos"],
)
def test_what_only_looks_like_a_mention_is_left_as_it_was(words):
    Person.objects.create(handle="bram", name="Bram the First")
    bring(archive(messages=(message("1", "A", 0, f"{words}\n\nand @Bram"),)))
    assert Post.objects.get().text == f"{words}\n\nand @bram-2"


def test_mentions_are_renamed_wherever_the_page_shows_one():
    Person.objects.create(handle="bram", name="Bram the First")
    text = "> - *@bram*, mm, @anna\n\n| a | @bram |\n|---|---|\n| `@bram` | @bram |"
    bring(archive(messages=(message("1", "A", 0, text),)))
    now = "> - *@bram-2*, mm, @anna\n\n| a | @bram-2 |\n|---|---|\n| `@bram` | @bram-2 |"
    assert Post.objects.get().text == now
