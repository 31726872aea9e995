"""The files of a space: listed, found, renewed, restored, renamed, moved, withdrawn and brought back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.community.files.lists import PAGE
from knoop.community.files.models import File
from knoop.community.posts.models import Post
from knoop.community.spaces.models import Membership, Space
from knoop.events.models import Event
from knoop.people.models import Person
from tests import making
from tests.files.making import kept, pdf, picture, sent
from tests.making import as_


def names(client, query: str = "", slug: str = "town-hall") -> list[str]:
    return [file.name for file in client.get(f"/spaces/{slug}/files{query}").context["page"].files]


def happened(verb: str) -> int:
    return Event.objects.filter(verb=verb).count()


@pytest.fixture
def plan(alice: Person, open_space: Space) -> File:
    return kept(alice, "plan.txt", b"First", open_space)


def test_who_writes_in_a_space_adds_files_to_it(open_space: Space, bob: Person) -> None:
    response = as_(bob).post("/spaces/town-hall/files", {"files": [sent("a.txt", b"a"), sent("b.txt", b"b")]})
    assert response["Location"] == "/spaces/town-hall/files"
    assert sorted(names(as_(bob))) == ["a.txt", "b.txt"]
    assert happened("file.shelved") == 2


def test_a_file_that_is_refused_is_named_and_the_others_are_there(open_space: Space, bob: Person) -> None:
    files = [sent("a.txt", b"a"), sent("b.pdf", b"b")]
    response = as_(bob).post("/spaces/town-hall/files", {"files": files})
    assert response.status_code == 422
    assert "b.pdf" in response.text
    assert names(as_(bob)) == ["a.txt"]


def test_nothing_is_added_to_an_archived_space(open_space: Space, plan: File, alice: Person) -> None:
    open_space.archive(alice)
    assert as_(alice).post("/spaces/town-hall/files", {"files": [sent("a.txt", b"a")]}).status_code == 403
    assert as_(alice).post(f"/files/{plan.key}/name", {"name": "new"}).status_code == 403
    assert as_(alice).get(plan.content_address).status_code == 200


def test_an_empty_shelf_says_what_to_do(open_space: Space, bob: Person) -> None:
    assert 'class="empty"' in as_(bob).get("/spaces/town-hall/files").text


def test_the_newest_come_first_or_all_by_name(open_space: Space, alice: Person) -> None:
    for name in ("Beta.txt", "alpha.txt", "Émile.txt", "zeta.txt", "delta.txt"):
        kept(alice, name, b"x", open_space)
    assert names(as_(alice)) == ["delta.txt", "zeta.txt", "Émile.txt", "alpha.txt", "Beta.txt"]
    by_name = ["alpha.txt", "Beta.txt", "delta.txt", "Émile.txt", "zeta.txt"]
    assert names(as_(alice), "?by=name") == by_name


@pytest.mark.parametrize(
    ("query", "found"), [("emile", 1), ("ÉMI", 1), ("mile txt", 1), ("nobody", 0), ("%", 0), ("", 2)]
)
def test_a_part_of_a_name_finds_a_file(open_space: Space, alice: Person, query: str, found: int) -> None:
    for name in ("Émile.txt", "zeta.txt"):
        kept(alice, name, b"x", open_space)
    client = as_(alice)
    files = client.get("/spaces/town-hall/files", {"q": query}).context["page"].files
    assert len(files) == found


@pytest.mark.parametrize("by", ["name", "date"])
def test_the_next_page_begins_where_this_one_ends(open_space: Space, alice: Person, by: str) -> None:
    for number in range(PAGE + 5):
        kept(alice, f"file {number:03}.txt", b"x", open_space)
    client = as_(alice)
    first = client.get(f"/spaces/town-hall/files?by={by}").context["page"]
    second = client.get(f"/spaces/town-hall/files?{first.next}").context["page"]
    shown = [file.name for file in (*first.files, *second.files)]
    assert (len(first.files), len(second.files), second.next) == (PAGE, 5, "")
    assert len(set(shown)) == PAGE + 5


def test_a_list_of_many_costs_what_one_of_one_costs(open_space: Space, alice: Person, bob: Person) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert as_(bob).get("/spaces/town-hall/files").status_code == 200
        return len(asked)

    kept(alice, "a.jpg", picture(), open_space)
    few = cost()
    for number, person in enumerate(making.people(10)):
        kept(person, f"{number}.jpg", picture(), open_space)
    assert cost() == few


def test_files_of_posts_stand_in_the_list_for_who_sees_the_post(
    open_space: Space, alice: Person, bob: Person
) -> None:
    Post.objects.write(alice, open_space, "Look", files=[kept(alice, "with a post.txt")])
    assert names(as_(bob)) == ["with a post.txt"]


def test_an_outsider_does_not_see_the_files_of_a_closed_space(
    closed_space: Space, alice: Person, bob: Person, carol: Person
) -> None:
    kept(alice, "secret.txt", b"x", closed_space)
    assert names(as_(bob), slug="quiet-room") == ["secret.txt"]
    assert as_(carol).get("/spaces/quiet-room/files").status_code == 404


def test_a_new_version_is_shown_and_the_old_one_kept(plan: File, alice: Person, bob: Person) -> None:
    response = as_(bob).post(f"/files/{plan.key}/versions", {"contents": sent("other.txt", b"Second")})
    assert response["Location"] == plan.get_absolute_url()
    assert b"".join(as_(alice).get(plan.content_address).streaming_content) == b"Second"
    old = as_(alice).get(f"/files/{plan.key}/versions/1")
    assert b"".join(old.streaming_content) == b"First"
    assert File.objects.get().name == "plan.txt"
    text = as_(alice).get(plan.get_absolute_url()).text
    assert "Bob Smit" in text
    assert happened("file.renewed") == 1


def test_a_new_version_is_of_the_same_kind(plan: File, alice: Person) -> None:
    response = as_(alice).post(f"/files/{plan.key}/versions", {"contents": sent("plan.pdf", pdf())})
    assert response.status_code == 422
    assert ".txt" in response.text
    assert plan.versions.count() == 1
    assert as_(alice).post(f"/files/{plan.key}/versions").status_code == 422


def test_an_old_version_is_restored_as_the_newest(plan: File, alice: Person, bob: Person) -> None:
    plan.renew(bob, sent("plan.txt", b"Second"))
    as_(alice).post(f"/files/{plan.key}/versions/1/restoration")
    assert b"".join(as_(bob).get(plan.content_address).streaming_content) == b"First"
    assert plan.versions.count() == 3
    assert as_(alice).post(f"/files/{plan.key}/versions/9/restoration").status_code == 404


def test_an_outsider_of_an_archived_space_renews_nothing_that_a_writer_may(
    plan: File, open_space: Space, alice: Person, carol: Person
) -> None:
    renewed = {"contents": sent("plan.txt", b"Second")}
    assert as_(carol).post(f"/files/{plan.key}/versions", renewed).status_code == 302
    open_space.archive(alice)
    renewed = {"contents": sent("plan.txt", b"Third")}
    assert as_(carol).post(f"/files/{plan.key}/versions", renewed).status_code == 403


def test_a_picture_on_a_post_is_only_changed_by_who_posted_it(
    open_space: Space, alice: Person, bob: Person
) -> None:
    file = kept(alice, "a.jpg", picture())
    Post.objects.write(alice, open_space, "Look", files=[file])
    for path, words in (
        ("versions", {"contents": sent("a.jpg", picture())}),
        ("name", {"name": "mine"}),
        ("description", {"alt": "mine"}),
        ("withdrawal", {}),
    ):
        assert as_(bob).post(f"/files/{file.key}/{path}", words).status_code == 403
        for upload in words.values():
            if path == "versions":
                upload.seek(0)
        assert as_(alice).post(f"/files/{file.key}/{path}", words).status_code == 302


def test_an_administrator_of_the_space_changes_what_a_member_may_not(
    plan: File, open_space: Space, bob: Person
) -> None:
    assert as_(bob).post(f"/files/{plan.key}/name", {"name": "Plan 2"}).status_code == 403
    Membership.objects.filter(space=open_space, person=bob).update(role=Membership.Role.ADMINISTRATOR)
    assert as_(bob).post(f"/files/{plan.key}/name", {"name": "Plan 2"}).status_code == 302


@pytest.mark.parametrize(
    ("wanted", "becomes"),
    [("Plan 2", "Plan 2.txt"), ("Plan.txt", "Plan.txt"), ("../x", "x.txt"), ("page.html", "page.html.txt")],
)
def test_a_file_is_renamed_and_stays_what_it_is(plan: File, alice: Person, wanted: str, becomes: str) -> None:
    as_(alice).post(f"/files/{plan.key}/name", {"name": wanted})
    assert File.objects.get().name == becomes
    assert File.objects.named_like(becomes).exists()


def test_a_name_of_nothing_is_refused_and_comes_back(plan: File, alice: Person) -> None:
    response = as_(alice).post(f"/files/{plan.key}/name", {"name": "///"})
    assert response.status_code == 422
    assert 'value="///"' in response.text


def test_what_a_picture_shows_can_be_said_afterwards(open_space: Space, alice: Person) -> None:
    file = kept(alice, "a.jpg", picture(), open_space)
    as_(alice).post(f"/files/{file.key}/description", {"alt": "A bridge"})
    assert 'alt="A bridge"' in as_(alice).get(file.get_absolute_url()).text
    assert happened("file.described") == 1


def test_a_file_is_moved_to_where_its_mover_writes(plan: File, closed_space: Space, alice: Person) -> None:
    as_(alice).post(f"/files/{plan.key}/space", {"space": "quiet-room"})
    assert names(as_(alice)) == []
    assert names(as_(alice), slug="quiet-room") == ["plan.txt"]
    assert Event.objects.get(verb="file.moved").facts["to_id"] == closed_space.pk


def test_nobody_moves_a_file_to_where_they_are_not(plan: File, bob: Person, carol: Person) -> None:
    making.space("Elsewhere", [carol], "invited")
    making.space("Mine", [plan.by])
    assert as_(plan.by).post(f"/files/{plan.key}/space", {"space": "elsewhere"}).status_code == 422
    assert as_(bob).post(f"/files/{plan.key}/space", {"space": "mine"}).status_code == 403
    assert as_(plan.by).post(f"/files/{plan.key}/space", {"space": "mine"}).status_code == 302


def test_what_hangs_on_a_post_is_not_moved(open_space: Space, closed_space: Space, alice: Person) -> None:
    file = kept(alice)
    Post.objects.write(alice, open_space, "Look", files=[file])
    assert as_(alice).post(f"/files/{file.key}/space", {"space": "quiet-room"}).status_code == 403


def test_a_file_that_is_withdrawn_is_gone_and_can_be_brought_back(
    plan: File, alice: Person, bob: Person
) -> None:
    response = as_(alice).post(f"/files/{plan.key}/withdrawal", follow=True)
    assert f'action="/files/{plan.key}/return"' in response.text
    for person in (alice, bob):
        assert names(as_(person)) == []
        assert as_(person).get(plan.content_address).status_code == 404
    assert as_(bob).post(f"/files/{plan.key}/return").status_code == 404
    assert as_(alice).post(f"/files/{plan.key}/return")["Location"] == plan.get_absolute_url()
    assert names(as_(bob)) == ["plan.txt"]
    assert (happened("file.withdrawn"), happened("file.returned")) == (1, 1)


def test_a_withdrawn_picture_is_gone_from_its_post(open_space: Space, alice: Person, bob: Person) -> None:
    file = kept(alice, "a.jpg", picture())
    Post.objects.write(alice, open_space, "Look", files=[file])
    assert file.key in as_(bob).get("/spaces/town-hall").text
    file.withdraw(alice)
    assert file.key not in as_(bob).get("/spaces/town-hall").text


def test_a_file_of_a_post_leads_back_to_it(post: Post, bob: Person) -> None:
    file = kept(bob)
    comment = post.answer(bob, "See", files=[file])
    assert f'href="{comment.get_absolute_url()}"' in as_(bob).get(file.get_absolute_url()).text


def test_the_space_has_a_tab_for_its_files(open_space: Space, bob: Person) -> None:
    assert 'href="/spaces/town-hall/files"' in as_(bob).get("/spaces/town-hall").text
