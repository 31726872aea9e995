"""Each kind of space × everyone: whether it shows, whether it can be read, and what stands in it alike."""

import pytest

from knoop.community.posts.models import Comment, Post
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from tests import making

READ, SHOWN, NOTHING = "read", "shown", "nothing"
SEEN = {
    "open": {
        "member": READ,
        "guest member": READ,
        "outsider": READ,
        "community manager": READ,
        "guest": NOTHING,
    },
    "request": {
        "member": READ,
        "guest member": READ,
        "outsider": SHOWN,
        "community manager": READ,
        "guest": NOTHING,
        "administrator": SHOWN,
    },
    "invited": {
        "member": READ,
        "guest member": READ,
        "outsider": NOTHING,
        "community manager": NOTHING,
        "guest": NOTHING,
        "administrator": NOTHING,
    },
    "hidden": {
        "member": READ,
        "guest member": READ,
        "outsider": NOTHING,
        "community manager": NOTHING,
        "guest": NOTHING,
        "administrator": NOTHING,
    },
}
CASES = [(openness, who, seen) for openness, row in SEEN.items() for who, seen in row.items()]


@pytest.fixture
def people(
    alice: Person, carol: Person, guest: Person, community_manager: Person, administrator: Person
) -> dict[str, Person]:
    return {
        "member": alice,
        "guest member": making.person("gwen", is_guest=True),
        "outsider": carol,
        "guest": guest,
        "community manager": community_manager,
        "administrator": administrator,
    }


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def case(request, people: dict[str, Person]) -> tuple[Space, Person, str]:
    openness, who, seen = request.param
    space = making.space("Wharf", [people["member"], people["guest member"]], openness)
    return space, people[who], seen


def test_a_space_shows_and_can_be_read_by_whom_its_kind_says(case: tuple[Space, Person, str]) -> None:
    space, person, seen = case
    assert Space.objects.visible_to(person).contains(space) is (seen == READ)
    assert Space.known.visible_to(person).contains(space) is (seen != NOTHING)


def test_what_stands_in_a_space_is_read_by_who_reads_the_space(
    case: tuple[Space, Person, str], alice: Person, as_
) -> None:
    space, person, seen = case
    post = Post.objects.write(alice, space, "The tide turns.")
    comment = post.answer(alice, "It does.")
    assert Post.objects.visible_to(person).contains(post) is (seen == READ)
    assert Comment.objects.visible_to(person).contains(comment) is (seen == READ)
    client = as_(person)
    inside = [f"/posts/{post.pk}", f"/spaces/{space.slug}/members", f"/spaces/{space.slug}/about"]
    for address in inside:
        assert client.get(address).status_code == (200 if seen == READ else 404), address
    page = client.get(f"/spaces/{space.slug}")
    assert page.status_code == (404 if seen == NOTHING else 200)
    assert ("The tide turns." in page.text) is (seen == READ)


def test_a_space_is_in_the_list_of_whom_it_shows_to(case: tuple[Space, Person, str], as_) -> None:
    space, person, seen = case
    assert (space.name in as_(person).get("/spaces/").text) is (seen != NOTHING)


def test_a_door_says_name_purpose_and_how_many_but_not_who(carol: Person, alice: Person, as_) -> None:
    making.space("Wharf", [alice], "request", purpose="Ships and cranes")
    text = as_(carol).get("/spaces/wharf").text
    assert "Ships and cranes" in text
    assert "1 lid" in text
    assert alice.name not in text


def test_a_guest_sees_who_shares_a_space_with_them_and_nobody_else(
    guest: Person, alice: Person, carol: Person, as_
) -> None:
    making.space("Wharf", [guest, alice], "invited")
    client = as_(guest)
    assert {person.handle for person in client.get("/people/").context["people"]} == {"gus", "alice"}
    assert client.get("/people/alice").status_code == 200
    assert client.get("/people/carol").status_code == 404


def test_a_guest_sees_no_unit_that_a_colleague_sees(guest: Person, alice: Person, bob: Person, as_) -> None:
    making.space("Wharf", [guest, alice], "invited")
    for address in ("/people/", "/people/alice", "/spaces/wharf/members"):
        assert "Roads" not in as_(guest).get(address).text
    assert "Roads" in as_(bob).get("/people/alice").text


def test_a_guest_with_a_leaders_role_sees_no_network_that_a_leader_sees(
    guest: Person, leader: Person, as_
) -> None:
    guest.appoint("leader", by=leader)
    assert as_(guest).get("/network/").status_code == 403
    assert as_(leader).get("/network/").status_code == 200


def test_a_guest_mentions_who_they_know_and_nobody_else(guest: Person, alice: Person, carol: Person) -> None:
    space = making.space("Wharf", [guest, alice], "invited")
    html = Post.objects.write(guest, space, "@alice, ask @carol of @roads").html
    assert 'href="/people/alice"' in html
    assert "/people/carol" not in html
    assert "unit=roads" not in html


def test_a_guest_is_marked_wherever_their_name_stands(guest: Person, alice: Person, as_) -> None:
    space = making.space("Wharf", [guest, alice], "invited")
    post = Post.objects.write(guest, space, "Ahoy")
    for address in ("/spaces/wharf", f"/posts/{post.pk}", "/people/", "/people/gus", "/spaces/wharf/members"):
        assert 'class="guest-mark"' in as_(alice).get(address).text, address


def test_a_space_with_guests_says_so_above_the_composer(
    guest: Person, alice: Person, bob: Person, as_
) -> None:
    making.space("Wharf", [guest, alice], "invited", takes_guests=True)
    making.space("Quay", [alice, bob], "invited", takes_guests=True)
    assert "van buiten de organisatie" in as_(alice).get("/spaces/wharf").text
    assert "van buiten de organisatie" not in as_(alice).get("/spaces/quay").text


def test_a_guest_becomes_a_colleague_and_sees_what_colleagues_see(
    guest: Person, open_space: Space, administrator: Person
) -> None:
    assert not Space.objects.visible_to(guest).contains(open_space)
    guest.become_colleague(administrator)
    assert Space.objects.visible_to(guest).contains(open_space)
    guest.become_guest(administrator)
    assert not Space.objects.visible_to(guest).contains(open_space)


def test_who_may_begin_nothing_somewhere_is_not_offered_it(alice: Person, bob: Person, as_) -> None:
    space = making.space("Announcements", [alice, bob], posting="administrators")
    making.space("Canteen", [alice, bob])
    space.memberships.get(person=alice).become("administrator", by=alice)
    for page in ("/", "/posts/new"):
        offered = [place.slug for place in as_(bob).get(page).context["form"].places]
        assert offered == ["canteen"]
        offered = [place.slug for place in as_(alice).get(page).context["form"].places]
        assert offered == ["announcements", "canteen"]
    assert "Announcements" in as_(bob).get("/").text  # in the menu


def test_only_administrators_begin_something_where_that_is_so_and_others_answer(
    alice: Person, bob: Person, as_
) -> None:
    space = making.space("News", [alice, bob], posting="administrators")
    space.memberships.get(person=alice).become("administrator", by=alice)
    said = {"space": "news", "text": "Hello"}
    assert as_(bob).post("/posts/", said).status_code == 403
    assert as_(alice).post("/posts/", said).status_code == 302
    post = Post.objects.get(space=space)
    assert as_(bob).post(f"/posts/{post.pk}/answers", {"text": "Hi"}).status_code == 302
    assert as_(bob).post(f"/posts/{post.pk}/reactions", {"emoji": "👍"}).status_code == 302


def test_a_muted_space_stays_out_of_home_until_it_is_heard_again(
    open_space: Space, alice: Person, bob: Person, as_
) -> None:
    Post.objects.write(alice, open_space, "The tide turns.")
    client = as_(bob)
    assert "The tide turns." in client.get("/").text
    client.post("/spaces/town-hall/mute")
    assert "The tide turns." not in client.get("/").text
    assert "The tide turns." in client.get("/spaces/town-hall").text
    client.post("/spaces/town-hall/mute/withdrawal")
    assert "The tide turns." in client.get("/").text


def test_a_space_that_starts_muted_is_so_for_who_joins(alice: Person, carol: Person, as_) -> None:
    space = making.space("Soup", [alice], starts_muted=True)
    as_(carol).post("/spaces/soup/membership")
    assert space.memberships.get(person=carol).muted_at
    assert not space.memberships.get(person=alice).muted_at
