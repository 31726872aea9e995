"""Looking after a space: members, roles, guests, settings, archive."""

import pytest

from knoop.community.spaces.asking import Invitation
from knoop.community.spaces.keeping import PAGE
from knoop.community.spaces.models import Membership, Space, TooOpen
from knoop.events.models import Event
from knoop.people.models import Person
from tests import making


@pytest.fixture
def wharf(alice: Person, bob: Person) -> Space:
    """Alice looks after it, Bob is in it."""
    return kept("Wharf", alice, bob)


def kept(name: str, keeper: Person, *members: Person, openness: str = "open", **fields: object) -> Space:
    space = making.space(name, [keeper, *members], openness, **fields)
    space.memberships.filter(person=keeper).update(role="administrator")
    return space


def role_of(person: Person, space: Space) -> str | None:
    return space.memberships.filter(person=person).values_list("role", flat=True).first()


def add(client, **words: str):
    return client.post("/spaces/wharf/memberships", {"how": "add", **words})


@pytest.mark.parametrize("typed", ["carol", "@Carol", "Carol Bos", "carol bos, bob", "carol\nbob"])
def test_people_are_brought_in_by_name_or_username(
    typed: str, wharf: Space, alice: Person, carol: Person, as_
) -> None:
    assert add(as_(alice), people=typed).status_code == 302
    assert wharf.members.contains(carol)


def test_a_whole_unit_is_brought_in(wharf: Space, alice: Person, unit, as_) -> None:
    made = making.people(3, unit=unit)
    add(as_(alice), unit="roads")
    assert set(made) < set(wharf.members.all())


def test_who_is_invited_decides_and_is_no_member_yet(wharf: Space, alice: Person, carol: Person, as_) -> None:
    add(as_(alice), people="carol", how="invite")
    assert not wharf.members.contains(carol)
    assert Invitation.objects.get().person == carol
    assert "Carol Bos" in as_(alice).get("/spaces/wharf/members").text


def test_a_name_that_nobody_has_comes_back_with_what_is_wrong(wharf: Space, alice: Person, as_) -> None:
    response = add(as_(alice), people="carole, bob")
    assert response.status_code == 422
    assert "carole, bob" in response.text
    assert "Niemand hier heet carole" in response.text


def test_a_name_that_two_have_asks_for_a_username(wharf: Space, alice: Person, as_) -> None:
    making.person("jan1", name="Jan Bos")
    making.person("jan2", name="Jan Bos")
    assert "Meer dan één collega" in add(as_(alice), people="Jan Bos").text
    assert add(as_(alice), people="jan2").status_code == 302


def test_members_of_an_invited_space_bring_somebody_in_and_of_a_hidden_one_only_administrators(
    alice: Person, bob: Person, carol: Person, as_
) -> None:
    wharf = kept("Wharf", alice, bob, openness="invited")
    assert add(as_(bob), people="carol").status_code == 302
    assert wharf.members.contains(carol)
    cave = kept("Cave", alice, bob, openness="hidden")
    said = {"people": "carol", "how": "add"}
    assert as_(bob).post("/spaces/cave/memberships", said).status_code == 403
    assert as_(alice).post("/spaces/cave/memberships", said).status_code == 302
    assert cave.members.contains(carol)


def test_a_member_is_made_administrator_and_ordinary_again(
    wharf: Space, alice: Person, bob: Person, as_
) -> None:
    for role in ("administrator", "member"):
        assert as_(alice).post("/spaces/wharf/members/bob/role", {"role": role}).status_code == 302
        assert role_of(bob, wharf) == role
    assert Event.objects.filter(verb="space.role_changed").count() == 2


def test_a_member_may_change_no_role(wharf: Space, bob: Person, as_) -> None:
    assert as_(bob).post("/spaces/wharf/members/bob/role", {"role": "administrator"}).status_code == 403


def test_the_last_who_looks_after_it_hands_over_first(wharf: Space, alice: Person, bob: Person, as_) -> None:
    step_down = ("/spaces/wharf/members/alice/role", {"role": "member"})
    assert as_(alice).post(*step_down).status_code == 403
    wharf.memberships.get(person=bob).become("administrator", by=alice)
    assert as_(alice).post(*step_down).status_code == 302


def test_a_guest_may_not_look_after_a_space_that_a_colleague_may(
    wharf: Space, guest: Person, alice: Person, as_
) -> None:
    wharf.add(guest, by=alice)
    address = "/spaces/wharf/members/gus/role"
    assert as_(alice).post(address, {"role": "administrator"}).status_code == 403
    Membership.objects.filter(person=guest).update(role="administrator")
    assert as_(guest).get("/spaces/wharf/settings").status_code == 403


def test_who_is_taken_out_can_be_put_back_at_once(wharf: Space, alice: Person, bob: Person, as_) -> None:
    client = as_(alice)
    response = client.post("/spaces/wharf/members/bob/removal", follow=True)
    assert not wharf.members.contains(bob)
    assert "Bob Smit is geen lid meer" in response.text
    add(client, people="bob")
    assert wharf.members.contains(bob)


def test_the_last_administrator_of_a_closed_space_leaves_after_handing_over(
    alice: Person, bob: Person, as_
) -> None:
    wharf = kept("Wharf", alice, bob, openness="invited")
    assert as_(alice).post("/spaces/wharf/departure").status_code == 403
    wharf.memberships.get(person=bob).become("administrator", by=alice)
    assert as_(alice).post("/spaces/wharf/departure").status_code == 302


def test_members_are_found_by_name_and_listed_page_by_page(wharf: Space, alice: Person, as_) -> None:
    people = making.people(PAGE + 5)
    Membership.objects.bulk_create(Membership(space=wharf, person=person) for person in people)
    client = as_(alice)
    first = client.get("/spaces/wharf/members")
    rest = client.get("/spaces/wharf/members", {"from": first.context["next"]})
    seen = [one.person_id for page in (first, rest) for one in page.context["members"]]
    assert sorted(seen) == sorted(wharf.members.values_list("pk", flat=True))
    found = client.get("/spaces/wharf/members", {"words": "person 003"}).context["members"]
    assert [one.person.name for one in found] == ["Person 003"]
    assert client.get("/spaces/wharf/members", {"from": "x"}).status_code == 404


def invite_guest(client, **words: str):
    said = {"name": "Gina Gast", "email": "Gina@elsewhere.example", **words}
    return client.post("/spaces/wharf/guests", said)


def test_a_guest_is_invited_by_a_link_that_works(alice: Person, as_) -> None:
    wharf = kept("Wharf", alice, takes_guests=True)
    response = invite_guest(as_(alice))
    guest = Person.objects.get(handle="gina")
    assert (guest.is_guest, guest.email, wharf.members.contains(guest)) == (
        True,
        "gina@elsewhere.example",
        True,
    )
    assert response.context["link"] in response.text
    path = response.context["link"].removeprefix("http://testserver")
    assert "new_password1" in as_(None).get(path, follow=True).text


def test_a_guest_who_is_here_already_comes_into_the_space_too(alice: Person, guest: Person, as_) -> None:
    wharf = kept("Wharf", alice, takes_guests=True)
    Person.objects.filter(pk=guest.pk).update(email="gus@elsewhere.example")
    assert invite_guest(as_(alice), email="gus@elsewhere.example").context["link"] == ""
    assert wharf.members.contains(guest)


def test_a_colleague_is_not_invited_as_a_guest(alice: Person, as_) -> None:
    kept("Wharf", alice, takes_guests=True)
    response = invite_guest(as_(alice), email="alice@example.org")
    assert response.status_code == 422
    assert "Gina Gast" in response.text


def test_guests_come_only_where_they_may(wharf: Space, alice: Person, guest: Person, as_) -> None:
    assert invite_guest(as_(alice)).status_code == 403
    assert add(as_(alice), people="gus").status_code == 422
    wharf.change(alice, takes_guests=True)
    assert invite_guest(as_(alice)).status_code == 200


def settings(**words: object) -> dict[str, object]:
    return {
        "name": "Wharf",
        "purpose": "",
        "openness": "open",
        "posting": "everybody",
        "icon": "",
        "hue": "",
        **words,
    }


def change(client, **words: object):
    return client.post("/spaces/wharf/settings", settings(**words))


def test_settings_are_kept(wharf: Space, alice: Person, as_) -> None:
    new = {"name": "Quay", "purpose": "Ships", "welcome": "**Ahoy**", "hue": "3", "icon": "flag"}
    assert change(as_(alice), **new, takes_guests="on", starts_muted="on")["Location"] == "/spaces/wharf"
    wharf.refresh_from_db()
    assert (wharf.name, wharf.purpose, wharf.hue, wharf.icon) == ("Quay", "Ships", 3, "flag")
    assert (wharf.takes_guests, wharf.starts_muted) == (True, True)
    assert "<strong>Ahoy</strong>" in as_(alice).get("/spaces/wharf").text


def test_settings_that_are_wrong_come_back_and_change_nothing(wharf: Space, alice: Person, as_) -> None:
    response = change(as_(alice), name="", purpose="Ships")
    assert response.status_code == 422
    assert "Ships" in response.text
    assert "<h1>Wharf</h1>" in response.text


def test_each_other_openness_says_what_changes_for_whom(
    wharf: Space, alice: Person, carol: Person, as_
) -> None:
    text = as_(alice).get("/spaces/wharf/settings").text
    assert "Dan kan 1 collega die er niet in zit het niet meer lezen." in text
    wharf.change(alice, openness="invited")
    assert "ook wat er eerder is geschreven" in as_(alice).get("/spaces/wharf/settings").text


def test_a_change_of_who_may_see_is_in_the_log(wharf: Space, alice: Person) -> None:
    wharf.change(alice, openness="hidden")
    facts = Event.objects.get(verb="space.openness_changed").facts
    assert facts == {"space_id": wharf.pk, "before": "open", "after": "hidden"}


def test_a_space_that_closes_closes_its_subspaces(wharf: Space, alice: Person) -> None:
    below = kept("Crane", alice, above=wharf)
    hidden = kept("Cellar", alice, above=wharf, openness="hidden")
    wharf.change(alice, openness="invited")
    below.refresh_from_db()
    hidden.refresh_from_db()
    assert (below.openness, hidden.openness) == ("invited", "hidden")


def test_a_subspace_is_never_more_open_than_its_parent(alice: Person, as_) -> None:
    above = kept("Harbour", alice, openness="request")
    wharf = kept("Wharf", alice, openness="invited")
    refused = change(as_(alice), above=above.pk, openness="open")
    assert refused.status_code == 422
    assert "Harbour" in refused.text
    assert change(as_(alice), above=above.pk, openness="request").status_code == 302
    wharf.refresh_from_db()
    with pytest.raises(TooOpen):
        wharf.change(alice, openness="open")


def test_spaces_go_one_level_deep(alice: Person, as_) -> None:
    harbour = kept("Harbour", alice)
    wharf = kept("Wharf", alice, above=harbour)
    crane = kept("Crane", alice)
    assert change(as_(alice), above=crane.pk).status_code == 302
    wharf.refresh_from_db()
    assert wharf.above == crane
    kept("Hook", alice, above=harbour)
    said = settings(name="Harbour", above=crane.pk)
    assert as_(alice).post("/spaces/harbour/settings", said).status_code == 422


def test_a_subspace_is_opened_only_under_a_space_one_looks_after(alice: Person, bob: Person, as_) -> None:
    harbour = kept("Harbour", alice, bob)
    said = {"name": "Wharf", "openness": "open", "above": harbour.pk}
    assert as_(bob).post("/spaces/", said).status_code == 422
    assert as_(alice).post("/spaces/", said).status_code == 302
    assert Space.objects.get(slug="wharf").above == harbour


def test_a_closed_parent_is_not_named_to_who_may_not_see_it(alice: Person, carol: Person, as_) -> None:
    harbour = kept("Harbour", alice, openness="hidden")
    kept("Wharf", alice, carol, openness="hidden", above=harbour)
    for address in ("/spaces/wharf", "/spaces/", "/spaces/wharf/about"):
        assert "Harbour" not in as_(carol).get(address).text
        assert "Harbour" in as_(alice).get(address).text


def test_who_keeps_a_subspace_learns_nothing_of_a_parent_they_may_not_see(
    alice: Person, carol: Person, as_
) -> None:
    harbour = kept("Harbour", alice, openness="hidden")
    wharf = kept("Wharf", carol, openness="hidden", above=harbour)
    assert "Harbour" not in as_(carol).get("/spaces/wharf/settings").text
    refused = change(as_(carol), openness="open")
    assert refused.status_code == 422
    assert "Harbour" not in refused.text
    assert change(as_(carol), openness="hidden").status_code == 302
    wharf.refresh_from_db()
    assert wharf.above == harbour


def test_an_archived_space_is_taken_out_again(wharf: Space, alice: Person, bob: Person, as_) -> None:
    client = as_(alice)
    client.post("/spaces/wharf/archival", {"reason": "Done"})
    said = {"space": "wharf", "text": "Hello"}
    assert as_(bob).post("/posts/", said).status_code == 422
    client.post("/spaces/wharf/archival/withdrawal")
    assert as_(bob).post("/posts/", said).status_code == 302
    assert Event.objects.filter(verb="space.unarchived").count() == 1
